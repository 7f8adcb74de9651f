using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Vekha.Documents.Writing;

namespace Vekha.Web.Tests.Features.Campaigns;

/// <summary>The Excel form in the hands of a person who fills it, or spoils it.</summary>
internal static class Sheets
{
    public static byte[] Filled(byte[] given, params (string Number, string Value)[] values) => Changed(given, rows =>
    {
        foreach (var (number, value) in values)
        {
            var row = rows.Single(r => Words(r.Elements<Cell>().FirstOrDefault()) == number);
            Write(row.Elements<Cell>().Last(), value);
        }
    });

    public static byte[] Rekeyed(byte[] given) => Changed(given, rows =>
    {
        var key = rows.SelectMany(r => r.Elements<Cell>()).Single(c => Words(c).StartsWith("Ключ формы", StringComparison.Ordinal));
        Write(key, "Ключ формы: 000000000000000000000000");
    });

    /// <summary>Ten thousand lines more, each with a number the form does not have.</summary>
    public static byte[] Longer(byte[] given, int count) => Changed(given, rows =>
    {
        var last = rows.Last(r => Words(r.Elements<Cell>().FirstOrDefault()) == "4");
        var data = (SheetData)last.Parent!;
        var place = last.RowIndex!.Value;
        foreach (var below in rows.Where(r => r.RowIndex! > place)) Shift(below, (uint)count);
        OpenXmlElement after = last;
        for (var i = 1u; i <= count; i++)
        {
            var row = (Row)last.CloneNode(true);
            Shift(row, i);
            Write(row.Elements<Cell>().First(), $"9{i}");
            after = data.InsertAfter(row, after);
        }
    });

    public static byte[] Foreign()
    {
        var file = new MemoryStream();
        ExcelPaper.Write(new Paper { Title = "Смета", Body = [new PaperTable("Смета", [new("№ строки", 1), new("Значение", 1)], [PaperRow.Of("1", "5")])] }, file);
        return file.ToArray();
    }

    private static byte[] Changed(byte[] given, Action<List<Row>> change)
    {
        var stream = new MemoryStream();
        stream.Write(given);
        using (var book = SpreadsheetDocument.Open(stream, true))
        {
            var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;
            sheet.Descendants<MergeCells>().ToList().ForEach(m => m.Remove());
            change([.. sheet.Descendants<Row>()]);
            sheet.Save();
        }
        return stream.ToArray();
    }

    private static void Shift(Row row, uint by)
    {
        row.RowIndex = row.RowIndex!.Value + by;
        foreach (var cell in row.Elements<Cell>()) cell.CellReference = new string([.. cell.CellReference!.Value!.TakeWhile(char.IsLetter)]) + row.RowIndex;
    }

    private static string Words(Cell? cell) => cell?.InlineString?.InnerText ?? "";

    private static void Write(Cell cell, string value)
    {
        cell.RemoveAllChildren();
        cell.DataType = CellValues.InlineString;
        cell.Append(new InlineString(new Text(value)));
    }
}
