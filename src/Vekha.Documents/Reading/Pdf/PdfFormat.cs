using System.Text;
using System.Text.RegularExpressions;
using Vekha.Documents.Reading.Outside;
using Vekha.Documents.Reading.Plain;

namespace Vekha.Documents.Reading.Pdf;

/// <summary>
/// Reads a .pdf file with the tools of poppler, where they are installed: tables by their borders, the rest as lines;
/// a file without borders is read as text whose columns are held by spaces.
/// </summary>
internal static partial class PdfFormat
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    /// <summary>Borders are looked for on so many pages.</summary>
    private const int MostPages = 60;

    public static SourceDocument Read(byte[] bytes)
    {
        using var folder = new WorkFolder();
        var file = folder.File("document.pdf");
        File.WriteAllBytes(file, bytes);
        var description = OutsideProgram.Run("pdftotext", ["-bbox-layout", "-enc", "UTF-8", file, "-"], Limit, out var isAbsent);
        if (isAbsent) throw new UnreadableException("Для файлов PDF на сервере нужна программа pdftotext (пакет poppler-utils). Попросите администратора установить её или загрузите план в Word.");
        if (description is null)
            throw new UnreadableException(bytes.AsSpan().IndexOf("/Encrypt"u8) >= 0
                ? "Файл PDF защищён паролем. Снимите пароль и загрузите снова."
                : "Файл PDF повреждён или скачан не полностью. Сохраните его заново и загрузите ещё раз.");
        var pages = PdfPage.Read(description, new ReadingBudget());
        if (!pages.Exists(p => p.Words.Any()))
            throw new UnreadableException("В файле PDF только изображения: похоже, это скан. Нужен файл, в котором текст можно выделить.");
        return Ruled(file, pages) ?? Unruled(file, pages);
    }

    /// <summary>Pages with drawn tables; <c>null</c> where there are none.</summary>
    private static SourceDocument? Ruled(string file, List<PdfPage> pages)
    {
        var blocks = new List<SourceBlock>();
        var tables = new PdfTables();
        for (var i = 0; i < pages.Count; i++)
        {
            List<Ruling> rulings = [];
            if (i < MostPages && OutsideProgram.Run("pdftocairo", ["-svg", "-f", $"{i + 1}", "-l", $"{i + 1}", file, "-"], Limit, out _) is { } svg)
                rulings = PdfRulings.Read(svg);
            tables.Add(blocks, pages[i], PdfGrid.Of(rulings), i + 1);
        }
        return blocks.Exists(b => b is SourceTable) ? new(blocks, new Dictionary<string, string>()) : null;
    }

    /// <summary>A table whose columns are held by spaces, or, where there is none, the paragraphs of the pages.</summary>
    private static SourceDocument Unruled(string file, List<PdfPage> pages)
    {
        var placed = Aligned(PdfLayout.Of(pages));
        if (placed.Blocks.Any(b => b is SourceTable)) return placed;
        var text = OutsideProgram.Run("pdftotext", ["-layout", "-enc", "UTF-8", file, "-"], Limit, out _) ?? [];
        var aligned = Aligned(Encoding.UTF8.GetString(text));
        if (aligned.Blocks.Any(b => b is SourceTable)) return aligned;
        var paragraphs = pages.SelectMany((page, i) => PdfTables.Paragraphs(page, []).Select(p => (SourceBlock)new SourceParagraph(p.Text) { Page = i + 1 }));
        return new([.. paragraphs], new Dictionary<string, string>());
    }

    /// <summary>Columns held by spaces; the number of a page, which stands alone above or under its break, is left out.</summary>
    private static SourceDocument Aligned(string text) => TextFormat.Read(PageNumber().Replace(text, "\n"));

    [GeneratedRegex(@"\n[ \t]*\d{1,3}[ \t]*\n*\f|\f[ \t\n]*\d{1,3}[ \t]*\n")]
    private static partial Regex PageNumber();
}
