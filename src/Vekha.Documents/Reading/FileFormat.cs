using System.Xml;
using ExcelDataReader.Exceptions;
using Vekha.Documents.Reading.Outside;
using Vekha.Documents.Reading.Packages;
using Vekha.Documents.Reading.Pdf;
using Vekha.Documents.Reading.Plain;
using Vekha.Documents.Reading.Sheets;
using Vekha.Documents.Reading.Web;
using Vekha.Documents.Reading.Word;

namespace Vekha.Documents.Reading;

/// <summary>Reads a file of any known format.</summary>
internal static class FileFormat
{
    private const string Damaged = "Файл повреждён или скачан не полностью. Откройте его в редакторе, сохраните заново и загрузите ещё раз.";

    /// <exception cref="UnreadableException">The file cannot be read at all.</exception>
    public static SourceDocument Read(Stream file, string name)
    {
        var bytes = Bytes(file);
        try
        {
            return FootnoteMarks.Gather(Read(bytes, name));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or ExcelReaderException)
        {
            throw new UnreadableException(e.Message.Contains("DTD", StringComparison.Ordinal)
                ? "В файле есть объявление типа документа (DTD). Такие файлы не читаются: сохраните документ заново из редактора."
                : Damaged);
        }
    }

    private static byte[] Bytes(Stream file)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = file.Read(buffer)) > 0;)
        {
            copy.Write(buffer, 0, count);
            if (copy.Length > ReadingLimits.FileBytes)
                throw new UnreadableException($"Файл больше {ReadingLimits.FileBytes / 1024 / 1024} МБ. Оставьте в нём только план, без вложенных изображений.");
        }
        if (copy.Length == 0) throw new UnreadableException("Файл пуст.");
        return copy.ToArray();
    }

    private static SourceDocument Read(byte[] bytes, string name) => FileSigns.Of(bytes, name) switch
    {
        FileKind.Package => ReadPackage(bytes),
        FileKind.OldExcel => OldExcelFormat.Read(bytes),
        FileKind.Table => TableTextFormat.Read(TextEncoding.Decode(bytes)),
        FileKind.OldWord => WordOf(bytes, "doc"),
        FileKind.Rich => WordOf(bytes, "rtf"),
        FileKind.Pdf => PdfFormat.Read(bytes),
        FileKind.Html => HtmlFormat.Read(TextEncoding.Decode(bytes)),
        FileKind.Locked => throw new UnreadableException("Файл защищён паролем. Откройте его, снимите пароль (Файл → Сведения → Защита) и загрузите снова."),
        FileKind.Picture => throw new UnreadableException("Это изображение. Нужен файл, в котором текст можно выделить: Word, Excel, PDF с текстом."),
        FileKind.Other => throw new UnreadableException("Это не документ: формат файла не распознан. Подойдут файлы Word, Excel, PDF с текстом, ODT, RTF, CSV и простой текст."),
        _ => ReadText(bytes),
    };

    private static SourceDocument ReadText(byte[] bytes)
    {
        var document = TextFormat.Read(TextEncoding.Decode(bytes));
        return document.Blocks.Count > 0 ? document : throw new UnreadableException("Файл пуст: в нём нет текста.");
    }

    private static SourceDocument WordOf(byte[] bytes, string extension) => ReadPackage(OfficeFormat.Convert(bytes, extension, "docx"));

    private static SourceDocument ReadPackage(byte[] bytes)
    {
        using var package = new OpenPackage(new MemoryStream(bytes, writable: false));
        if (package.OpenKind() is { } open)
            return open == "ods" ? Read(OfficeFormat.Convert(bytes, open, "xlsx"), "plan.xlsx") : WordOf(bytes, open);
        if (package.MainPart is not { } main)
            throw new UnreadableException(package.Has("[Content_Types].xml") ? Damaged : "Это архив, а не документ. Распакуйте его и загрузите сам план.");
        return package.Kind(main) switch
        {
            "Word" => WordFormat.Read(package, main),
            "Excel" => ExcelFormat.Read(package, main),
            _ => throw new UnreadableException("Файл устроен как документ, но это не Word и не Excel."),
        };
    }
}
