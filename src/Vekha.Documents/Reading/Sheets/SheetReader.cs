using System.Globalization;
using Vekha.Documents.Reading.Packages;

namespace Vekha.Documents.Reading.Sheets;

/// <summary>Reads the cells of one sheet of an Excel file as they are shown.</summary>
internal sealed class SheetReader(XmlPart xml, Sheet sheet, ExcelStyles styles, SharedStrings strings, ReadingBudget budget, bool from1904)
{
    /// <summary>The last day that a spreadsheet can show.</summary>
    private const double LastSerial = 2958465;

    public void Read()
    {
        while (xml.Read())
        {
            if (!xml.IsElement()) continue;
            switch (xml.Name)
            {
                case "col": ReadColumn(); break;
                case "row": ReadRow(); break;
                case "mergeCell" when SheetRange.Parse(xml.Plain("ref")) is { } range: sheet.Merges.Add(range); break;
                case "autoFilter" when SheetFilter.Read(xml) is { } filter: sheet.Filters.Add(filter); break;
                case "extLst" or "conditionalFormatting" or "dataValidations": xml.Skip(); break;
            }
        }
    }

    private static bool On(string? value) => value is "1" or "true";

    private static int Whole(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private void ReadColumn()
    {
        if (!On(xml.Plain("hidden")) && xml.Plain("width") is not "0") return;
        var first = Whole(xml.Plain("min"), 1) - 1;
        var last = Math.Min(Whole(xml.Plain("max"), 1) - 1, first + 20_000);
        for (var column = first; column <= last; column++) sheet.HiddenColumns.Add(column);
    }

    private void ReadRow()
    {
        var index = Whole(xml.Plain("r"), sheet.Rows.Count == 0 ? 1 : sheet.Rows[^1].Index + 2) - 1;
        var row = new SheetRow(index, On(xml.Plain("hidden")) || (On(xml.Plain("customHeight")) && xml.Plain("ht") is "0"));
        if (!xml.IsEmpty)
        {
            var depth = xml.Depth;
            var column = -1;
            while (xml.Within(depth))
                if (xml.Name == "c") ReadCell(row, ref column);
        }
        // Rows come in order; a file that has one twice is broken, and its first answer stands.
        if (sheet.Rows.Count > 0 && sheet.Rows[^1].Index >= index) return;
        if (row.Cells.Count > 0) budget.Row(sheet.Place(index));
        // Empty rows matter under merged cells only; a sheet may have a million of them after its data.
        if (row.Cells.Count > 0 || sheet.Rows.Count < 2 * ReadingLimits.Rows) sheet.Rows.Add(row);
    }

    private void ReadCell(SheetRow row, ref int column)
    {
        column = SheetRange.Cell(xml.Plain("r")) is { } place ? place.Column : column + 1;
        var kind = xml.Plain("t");
        var (format, bold) = styles.Of(xml.Plain("s"));
        if (xml.IsEmpty) return;
        var depth = xml.Depth;
        var value = "";
        var formula = false;
        while (xml.Within(depth))
            if (xml.Name == "v") value = xml.Text();
            else if (xml.Name == "is") value = SharedStrings.Words(xml);
            else if (xml.Name == "f")
            {
                formula = true;
                xml.Skip();
            }
        var cell = Cell(column, kind, value, format, bold);
        if (formula && value.Length == 0) cell = new SheetCell { Column = column, Text = "", Bold = bold };
        if (cell.Text.AsSpan().Trim().IsEmpty || (row.Cells.Count > 0 && row.Cells[^1].Column >= column)) return;
        if (kind is not (null or "n" or "s")) budget.Text(cell.Text.Length);
        row.Cells.Add(cell);
    }

    private SheetCell Cell(int column, string? kind, string value, ShownNumber format, bool bold)
    {
        switch (kind)
        {
            case "s": return Text(strings[Whole(value, -1)]);
            case "inlineStr" or "e": return Text(value);
            case "str": return Text(SharedStrings.Unescape(value));
            case "b": return Text(value == "1" ? "ИСТИНА" : "ЛОЖЬ");
            case "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day): return Day(day);
        }
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return Text(value);
        if (format.IsDate && DateOf(number) is { } date) return Day(date);
        return new() { Column = column, Text = format.Show(number), Bold = bold, Number = number };

        SheetCell Text(string text) => new() { Column = column, Text = text, Bold = bold };

        SheetCell Day(DateTime day) => new()
        {
            Column = column, Text = (format.IsDate ? format : ShownNumber.Of(14, null)).Show(day), Bold = bold, Date = day, ShowsDay = format.ShowsDay || !format.IsDate,
        };
    }

    /// <summary>The day of a serial number; a spreadsheet believes that 1900 was a leap year.</summary>
    private DateTime? DateOf(double serial)
    {
        if (from1904) serial += 1462;
        if (serial is < 1 or > LastSerial) return null;
        return new DateTime(1899, 12, 30).AddDays(serial < 60 ? serial + 1 : serial);
    }
}
