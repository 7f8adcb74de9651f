using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Vekha.Documents.Writing;

internal sealed partial class ExcelSheet
{
    // Excel refuses a file with a longer text in a cell.
    private const int LongestText = 32_767;

    // Days before it are counted differently by different programs, so they are written as words.
    private static readonly DateOnly FirstSafeDay = new(1900, 3, 1);

    /// <summary>A row of a height; a program may fit it to its words where it holds no merged cells.</summary>
    private Row NewRow(double points = LineHeight, bool fits = false)
    {
        row++;
        height += points;
        var line = new Row { RowIndex = row, Height = Math.Round(points, 2), CustomHeight = fits ? null : true };

        data.Append(line);
        return line;
    }

    /// <summary>A row with words over the columns from <paramref name="first"/> to <paramref name="last"/>.</summary>
    private void Across(Row line, string text, ExcelLook look, int first, int last, OpenXmlElement? rich = null)
    {
        line.Append(rich is null ? TextCell(text, look, first) : Inline(rich, look, first));
        for (var i = first + 1; i <= last; i++)
            line.Append(new Cell { CellReference = At(i), StyleIndex = looks.Of(look) });
        if (last > first)
            merges.Append(new MergeCell { Reference = $"{At(first)}:{At(last)}" });
    }

    private Cell ValueCell(PaperValue value, ExcelLook look, int column) => value switch
    {
        PaperValue.Day { Date: var day } when day >= FirstSafeDay => Figure(
            day.DayNumber - new DateOnly(1899, 12, 30).DayNumber, look with { Format = "dd\\.mm\\.yyyy" }, column),
        PaperValue.Number number => Figure(number.Quantity, look with { Format = FormatOf(number) }, column),
        _ => TextCell(value.ToString()!, look, column),
    };

    private Cell Figure(decimal figure, ExcelLook look, int column) => new()
    {
        CellReference = At(column),
        StyleIndex = looks.Of(look),
        CellValue = new CellValue(figure.ToString(CultureInfo.InvariantCulture)),
    };

    private Cell TextCell(string text, ExcelLook look, int column)
    {
        var clean = PaperXml.Clean(text);
        if (clean.Length > LongestText)
            clean = clean[..(LongestText - 2)] + "…";
        return clean.Length == 0
            ? new Cell { CellReference = At(column), StyleIndex = looks.Of(look) }
            : Inline(new Text(clean) { Space = SpaceProcessingModeValues.Preserve }, look with { Quoted = BeginsLikeFormula(clean) }, column);
    }

    private Cell Inline(OpenXmlElement words, ExcelLook look, int column)
    {
        // Inline text is never calculated, whatever it begins with.
        var cell = new Cell { CellReference = At(column), StyleIndex = looks.Of(look), DataType = CellValues.InlineString };
        var inline = new InlineString();
        if (words is Text)
            inline.Append(words);
        else
            inline.Append(words.ChildElements.Select(run => run.CloneNode(true)));
        cell.Append(inline);
        return cell;
    }

    /// <summary>Words with a smaller line under them; empty words leave the line alone.</summary>
    private static InlineString WithSecond(string text, string second, bool bold)
    {
        var rich = new InlineString();
        if (text.Length > 0)
            rich.Append(RunOf(text + "\n", 11, bold));
        rich.Append(RunOf(second, 9, bold: false));
        return rich;
    }

    private static Run RunOf(string text, int size, bool bold)
    {
        var look = new RunProperties();
        if (bold)
            look.Append(new Bold());
        look.Append(new FontSize { Val = size }, new RunFont { Val = "Times New Roman" }, new FontFamily { Val = 1 }, new RunPropertyCharSet { Val = 204 });
        return new Run(look, new Text(PaperXml.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static bool BeginsLikeFormula(string text) => text[0] is '=' or '+' or '-' or '@' or '\'';

    private static string FormatOf(PaperValue.Number number)
    {
        var digits = number.Decimals > 0 ? "." + new string('0', number.Decimals) : "";
        return number.Form switch
        {
            PaperNumber.Signed => $"+#,##0{digits};\"−\"#,##0{digits};0",
            PaperNumber.Percent => $"0{digits}\\ %",
            _ => "#,##0" + digits,
        };
    }

    private string At(int column) => ColumnName(column) + Number(row);

    private static string ColumnName(int index)
    {
        var name = "";
        for (var i = index; i >= 0; i = i / 26 - 1)
            name = (char)('A' + i % 26) + name;
        return name;
    }

    private static string Number(uint value) => value.ToString(CultureInfo.InvariantCulture);
}
