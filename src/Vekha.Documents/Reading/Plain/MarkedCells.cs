using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plain;

/// <summary>
/// A table told one cell a line, where a tab opens each cell and the lines without it go on with the cell above.
/// The numbers of the rows, always the same number of cells apart, show where rows start.
/// </summary>
internal static partial class MarkedCells
{
    /// <summary>Fewer rows may agree by chance.</summary>
    private const int LeastRows = 3;

    private const int MostColumns = 20;

    private readonly record struct Cell(string Text, int Line, int Number, bool Bold);

    /// <summary>The table whose heading starts on a line, and the line after it; <c>null</c> where none starts.</summary>
    public static (SourceTable Table, int End)? At(List<TextLine> lines, int start)
    {
        if (!lines[start].Text.StartsWith('\t') || !MayStart(lines, start)) return null;
        var (cells, end) = CellsFrom(lines, start);
        var numbered = Enumerable.Range(0, cells.Count).Where(i => cells[i].Number > 0).ToList();
        if (numbered.Count < LeastRows || numbered[0] == 0 || cells[numbered[0]].Number != 1) return null;
        var width = numbered[1] - numbered[0];
        // The heading takes one row: where it does not end right above the first number, the table starts further down.
        if (width < 2 || numbered[0] != width) return null;

        var rows = new List<SourceRow> { Row(cells, 0, width) };
        var next = width;
        var number = 0;
        while (next + width <= cells.Count)
        {
            if (cells[next].Number > 0)
            {
                if (cells[next].Number != ++number) return null;
                rows.Add(Row(cells, next, width));
                next += width;
            }
            else if (next + 1 < cells.Count && cells[next + 1].Number > 0)
                rows.Add(new([new SourceCell(cells[next].Text, 0, width, Bold: cells[next++].Bold)]));
            else break;
        }
        if (number < LeastRows || (next < cells.Count && numbered[^1] >= next)) return null;
        return (new SourceTable(rows, width), next < cells.Count ? cells[next].Line : end);
    }

    /// <summary>A quick look ahead: a first number after a few cells, and a second one as far again.</summary>
    private static bool MayStart(List<TextLine> lines, int start)
    {
        var cell = 0;
        var first = 0;
        for (var i = start; i < lines.Count && cell <= 2 * MostColumns; i++)
        {
            if (!lines[i].Text.StartsWith('\t')) continue;
            if (Number().Match(lines[i].Words) is { Success: true } match)
            {
                if (first > 0) return match.Groups[1].ValueSpan is "2" && cell == 2 * first;
                if (match.Groups[1].ValueSpan is not "1") return false;
                first = cell;
            }
            cell++;
        }
        return false;
    }

    /// <summary>The cells from a line on; the last one ends with its paragraph, so that the text after the table stays outside.</summary>
    private static (List<Cell> Cells, int End) CellsFrom(List<TextLine> lines, int start)
    {
        var cells = new List<Cell>();
        var last = lines.FindLastIndex(l => l.Text.StartsWith('\t') && !l.HasInnerTab);
        var end = last + 1;
        while (end < lines.Count && !lines[end].IsBlank) end++;
        for (var i = start; i < end;)
        {
            var next = i + 1;
            while (next < end && !lines[next].Text.StartsWith('\t')) next++;
            var text = TextFormat.Tidy(string.Join('\n', lines[i..next].Select(l => l.Text)));
            cells.Add(new(text, i, Number().Match(text) is { Success: true } m ? int.Parse(m.Groups[1].ValueSpan) : 0, lines[i].Bold));
            i = next;
        }
        return (cells, end);
    }

    private static SourceRow Row(List<Cell> cells, int start, int width) =>
        new([.. Enumerable.Range(0, width).Select(column => new SourceCell(cells[start + column].Text, column, Bold: cells[start + column].Bold))]);

    [GeneratedRegex(@"^(\d{1,4})[.)]?$")]
    private static partial Regex Number();
}
