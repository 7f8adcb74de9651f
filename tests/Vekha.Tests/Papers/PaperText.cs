using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Vekha.Tests.Papers;

/// <summary>A paper as plain text, so that its change can be reviewed as a diff.</summary>
internal static class PaperText
{
    /// <summary>Paragraphs with their styles and tables row by row; in Excel the cells with their kinds and merges.</summary>
    public static string Of(Stream file)
    {
        file.Position = 0;
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        copy.Position = 0;
        using var zip = new System.IO.Compression.ZipArchive(copy, System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true);
        var isWord = zip.GetEntry("word/document.xml") is not null;
        copy.Position = 0;
        return isWord ? Word(copy) : Excel(copy);
    }

    private static string Word(Stream file)
    {
        using var document = WordprocessingDocument.Open(file, false);
        var text = new StringBuilder();
        foreach (var block in document.MainDocumentPart!.Document.Body!.ChildElements)
        {
            if (block is W.Paragraph paragraph)
                text.Append('[').Append(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "Normal").Append("] ").AppendLine(Words(paragraph));
            else if (block is W.Table table)
                Table(table, text);
        }

        var footer = document.MainDocumentPart.FooterParts.Single().Footer;
        text.Append("[нижнее поле] ").AppendLine(string.Concat(footer.Descendants().Select(e => e switch
        {
            W.SimpleField field => "{" + field.Instruction!.Value!.Trim() + "}",
            W.Text words when words.Ancestors<W.SimpleField>().Any() => "",
            W.Text words => words.Text,
            _ => "",
        })));
        return text.ToString();
    }

    private static void Table(W.Table table, StringBuilder text)
    {
        text.AppendLine("--- таблица: " + table.GetFirstChild<W.TableProperties>()!.TableCaption!.Val);
        foreach (var row in table.Elements<W.TableRow>())
        {
            var isHeader = row.TableRowProperties?.GetFirstChild<W.TableHeader>() is not null;
            text.Append(isHeader ? "# " : "| ");
            text.AppendLine(string.Join(" | ", row.Elements<W.TableCell>().Select(cell =>
            {
                var span = cell.TableCellProperties?.GridSpan?.Val?.Value is { } n && n > 1 ? $"<{n}> " : "";
                return span + string.Join(" / ", cell.Elements<W.Paragraph>().Select(Words));
            })));
        }

        text.AppendLine("---");
    }

    private static string Words(W.Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(e => e switch
    {
        W.Text words => words.Text,
        W.Break => " ⏎ ",
        W.TabChar => "→",
        _ => "",
    }));

    private static string Excel(Stream file)
    {
        using var document = SpreadsheetDocument.Open(file, false);
        var book = document.WorkbookPart!;
        var formats = book.WorkbookStylesPart!.Stylesheet;
        var text = new StringBuilder();
        foreach (var sheet in book.Workbook.Sheets!.Elements<S.Sheet>())
        {
            var page = ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet;
            text.AppendLine("=== лист: " + sheet.Name);
            foreach (var cell in page.Descendants<S.Cell>().Where(c => c.HasChildren))
                text.Append(cell.CellReference).Append(": ").AppendLine(Value(cell, formats));
            foreach (var merge in page.Descendants<S.MergeCell>())
                text.AppendLine("объединено " + merge.Reference);
        }

        foreach (var name in book.Workbook.DefinedNames?.Elements<S.DefinedName>() ?? [])
            text.AppendLine($"{name.Name} {name.LocalSheetId}: {name.Text}");
        return text.ToString();
    }

    private static string Value(S.Cell cell, S.Stylesheet formats)
    {
        if (cell.InlineString is { } words)
            return "«" + words.InnerText.Replace("\n", " ⏎ ", StringComparison.Ordinal) + "»";
        var id = ((S.CellFormat)formats.CellFormats!.ElementAt((int)cell.StyleIndex!.Value)).NumberFormatId!.Value;
        var format = formats.NumberingFormats?.Elements<S.NumberingFormat>().SingleOrDefault(f => f.NumberFormatId! == id)?.FormatCode?.Value;
        var figure = decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture);
        return format is not null && format.Contains("yyyy", StringComparison.Ordinal)
            ? DateTime.FromOADate((double)figure).ToString("'день' yyyy-MM-dd", CultureInfo.InvariantCulture)
            : "число " + figure.ToString(CultureInfo.InvariantCulture) + (format is "#,##0" or null ? "" : $" [{format}]");
    }
}
