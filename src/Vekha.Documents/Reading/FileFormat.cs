using System.Xml;
using Vekha.Documents.Reading.Packages;
using Vekha.Documents.Reading.Plain;
using Vekha.Documents.Reading.Sheets;
using Vekha.Documents.Reading.Word;

namespace Vekha.Documents.Reading;

/// <summary>Tells the format of a file by its content and reads it.</summary>
internal static class FileFormat
{
    /// <exception cref="UnreadableException">The file cannot be read at all.</exception>
    public static SourceDocument Read(Stream file, string name)
    {
        var bytes = Bytes(file);
        try
        {
            return FootnoteMarks.Gather(Read(bytes, name));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            throw new UnreadableException(e.Message.Contains("DTD", StringComparison.Ordinal)
                ? "В файле есть объявление типа документа (DTD). Такие файлы не читаются: сохраните документ заново из редактора."
                : "Файл повреждён или скачан не полностью. Откройте его в редакторе, сохраните заново и загрузите ещё раз.");
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

    private static SourceDocument Read(byte[] bytes, string name)
    {
        if (bytes.AsSpan().StartsWith("PK"u8)) return ReadPackage(bytes);
        return TextFormat.Read(TextEncoding.Decode(bytes));
    }

    private static SourceDocument ReadPackage(byte[] bytes)
    {
        using var package = new OpenPackage(new MemoryStream(bytes, writable: false));
        if (package.MainPart is not { } main) throw new UnreadableException("Это архив, а не документ. Распакуйте его и загрузите сам план.");
        if (package.Kind(main) is not { } kind) throw new UnreadableException("Файл устроен как документ, но это не Word и не Excel.");
        return kind == "Word" ? WordFormat.Read(package, main) : ExcelFormat.Read(package, main);
    }
}
