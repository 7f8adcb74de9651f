using System.Globalization;
using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Sheets;

/// <summary>
/// Gives the numbers of rows back as they were typed: a spreadsheet turns «1.3» into the first of March,
/// «1.2.3» into a day of 2003 and «1.10» into 1,1.
/// </summary>
internal static partial class NumberColumns
{
    /// <summary>Repairs the columns of numbers of a sheet.</summary>
    public static void Repair(Sheet sheet)
    {
        foreach (var column in sheet.Rows.SelectMany(r => r.Cells).Select(c => c.Column).Distinct().Where(c => IsNumbers(sheet, c)))
            Repair(sheet, column);
    }

    /// <summary>A heading says so, or most of the cells look so.</summary>
    private static bool IsNumbers(Sheet sheet, int column)
    {
        int numbers = 0, dates = 0, others = 0;
        foreach (var row in sheet.Rows)
        {
            if (row.At(column) is not { } cell) continue;
            if (cell.Date is null && cell.Number is null && Heading().IsMatch(cell.Text)) return true;
            if (cell.Date is not null) dates++;
            else if (RowNumber().IsMatch(cell.Text)) numbers++;
            // The heading and the rows of stages stand in the same column.
            else if (row.Cells.Count > 1) others++;
        }
        return numbers > 0 && numbers + dates > 2 * others && numbers >= dates;
    }

    private static void Repair(Sheet sheet, int column)
    {
        var previous = "";
        foreach (var cell in sheet.Rows.Select(r => r.At(column)).OfType<SheetCell>())
        {
            if (cell.Date is { } date)
            {
                // The year of a number with two parts is the year in which it was typed.
                var third = cell.Text.Length > 7 && date.Year is > 2000 and < 2030 ? $".{date.Year - 2000}" : "";
                cell.Text = $"{date.Day}.{date.Month}{third}";
                cell.Date = null;
            }
            else if (cell.Number is { } number && number != Math.Floor(number))
                cell.Text = Follow(previous, number.ToString("0.####", CultureInfo.InvariantCulture));
            previous = cell.Text;
        }
    }

    /// <summary>After «1.9» comes «1.10», although a number cannot hold its zero.</summary>
    private static string Follow(string previous, string number)
    {
        var dot = number.IndexOf('.', StringComparison.Ordinal);
        var before = previous.TrimEnd('.');
        return dot > 0 && before.StartsWith(number[..(dot + 1)], StringComparison.Ordinal)
            && int.TryParse(before.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && int.TryParse($"{number.AsSpan(dot + 1)}0", NumberStyles.None, CultureInfo.InvariantCulture, out var next) && next == last + 1
            ? number + "0"
            : number;
    }

    [GeneratedRegex(@"^\s*(?:№|N|No)\s*(?:п\s*[/\\.]?\s*п\.?|пункта|строки|мероприятия)?\s*$|^\s*(?:номер|п\s*[/\\]\s*п)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*\d{1,4}(?:[.,]\d{1,3}){0,4}[.)]?\s*$")]
    private static partial Regex RowNumber();
}
