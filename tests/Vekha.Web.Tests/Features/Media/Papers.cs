using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Vekha.Web.Tests.Features.Media;

/// <summary>Words of the papers that pages give away.</summary>
internal static class Papers
{
    /// <summary>Paragraphs and rows of a Word file, a line each; cells divided by «|».</summary>
    public static async Task<string> Word(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var file = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
        return string.Join('\n', file.MainDocumentPart!.Document.Body!.ChildElements.SelectMany(e => e is W.Table table
            ? table.Elements<W.TableRow>().Select(r => string.Join('|', r.Elements<W.TableCell>().Select(c => c.InnerText))) : [e.InnerText])).Replace('\u00a0', ' ');
    }

    /// <summary>Rows of the first sheet of an Excel file.</summary>
    public static async Task<List<string>> Excel(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
        return [.. book.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<Row>().Select(r => string.Join('|', r.Elements<Cell>().Select(c => c.InlineString?.InnerText ?? c.CellValue?.Text ?? "")).Replace('\u00a0', ' '))];
    }
}
