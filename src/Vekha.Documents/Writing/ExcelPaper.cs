using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Vekha.Documents.Writing;

/// <summary>
/// Writes a paper as an Excel file (.xlsx): a sheet for every table, days as days, numbers as numbers, words never
/// as formulas; the heading stays in sight and repeats on every printed page.
/// The same paper always gives the same bytes.
/// </summary>
public static class ExcelPaper
{
    /// <summary>What a download of such a file is called on the wire.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes <paramref name="paper"/>; the stream stays open and need not be seekable.</summary>
    /// <exception cref="ArgumentException">A row of a table has not as many cells as the table has columns.</exception>
    public static void Write(Paper paper, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(stream);
        using var package = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            file.ChangeIdOfPart(book, "rId1");
            var looks = new ExcelLooks();
            var sheets = new Sheets();
            var names = new DefinedNames();
            var taken = new SheetNames();
            foreach (var part in ExcelSheetPart.Of(paper))
            {
                var id = "rId" + (sheets.ChildElements.Count + 2).ToString(CultureInfo.InvariantCulture);
                var drawn = new ExcelSheet(looks, part);
                book.AddNewPart<WorksheetPart>(id).Worksheet = drawn.Draw(isFirst: sheets.ChildElements.Count == 0);
                var name = taken.Next(part.Table?.Name ?? paper.Title);
                names.Append(drawn.Names(name, (uint)sheets.ChildElements.Count));
                sheets.Append(new Sheet { Name = name, SheetId = (uint)sheets.ChildElements.Count + 1, Id = id });
            }

            book.AddNewPart<WorkbookStylesPart>("rId1").Stylesheet = looks.Stylesheet();
            book.Workbook = new Workbook(new BookViews(new WorkbookView { ActiveTab = 0 }), sheets);
            if (names.HasChildren)
                book.Workbook.Append(names);

            var core = file.AddCoreFilePropertiesPart();
            file.ChangeIdOfPart(core, "rId2");
            core.FeedData(SteadyPackage.CoreProperties(paper));
        }

        SteadyPackage.Repack(package, stream);
    }
}

/// <summary>What stands on one sheet: a table with the words before it; the first sheet opens the paper, the last one closes it.</summary>
/// <param name="Opening">The paper whose corner, title and lead open this sheet, or <c>null</c>.</param>
/// <param name="Before">Headings and paragraphs above the table.</param>
/// <param name="Table">The table, or <c>null</c> in a paper without tables.</param>
/// <param name="After">Headings and paragraphs under the table.</param>
/// <param name="Closing">The paper whose notes and signatures close this sheet, or <c>null</c>.</param>
internal sealed record ExcelSheetPart(
    Paper? Opening, IReadOnlyList<PaperBlock> Before, PaperTable? Table, IReadOnlyList<PaperBlock> After, Paper? Closing)
{
    /// <summary>Divides a paper into sheets; there is at least one.</summary>
    public static IReadOnlyList<ExcelSheetPart> Of(Paper paper)
    {
        List<ExcelSheetPart> parts = [];
        List<PaperBlock> words = [];
        foreach (var block in paper.Body)
        {
            if (block is PaperTable table)
            {
                parts.Add(new ExcelSheetPart(null, words, table, [], null));
                words = [];
            }
            else
            {
                words.Add(block);
            }
        }

        if (parts.Count == 0)
            return [new ExcelSheetPart(paper, words, null, [], paper)];
        parts[^1] = parts[^1] with { After = words, Closing = paper };
        parts[0] = parts[0] with { Opening = paper };
        return parts;
    }
}

/// <summary>Names of sheets under the rules of Excel: at most 31 characters, none of <c>[]:*?/\</c>, no apostrophe at the ends, no two alike.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    /// <summary>The nearest name that is allowed and free.</summary>
    public string Next(string wished)
    {
        var clean = new string([.. PaperXml.Clean(wished).Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\n' ? ' ' : c)]);
        clean = string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('\'', ' ');
        if (clean.Length == 0)
            clean = "Лист";
        var name = Cut(clean, Longest);
        for (var i = 2; !taken.Add(name); i++)
        {
            var tail = string.Create(CultureInfo.InvariantCulture, $" ({i})");
            name = Cut(clean, Longest - tail.Length) + tail;
        }

        return name;
    }

    private static string Cut(string name, int length)
    {
        if (name.Length <= length)
            return name;
        // Half of a surrogate pair would not be a character.
        var end = char.IsHighSurrogate(name[length - 1]) ? length - 1 : length;
        return name[..end].TrimEnd(' ', '\'');
    }
}
