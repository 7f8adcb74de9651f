namespace Vekha.Documents.Reading.Pdf;

/// <summary>A table by the borders drawn on a page.</summary>
internal sealed class PdfGrid(List<double> xs, List<double> ys, List<Ruling> rulings)
{
    /// <summary>Borders nearer than this are one.</summary>
    private const double Near = 3;

    /// <summary>Borders of the columns, from left to right.</summary>
    public List<double> Xs => xs;

    /// <summary>Borders of the rows, from top to bottom.</summary>
    public List<double> Ys => ys;

    public bool Holds(PdfWord word) =>
        word.Middle > Ys[0] && word.Middle < Ys[^1] && (word.Left + word.Right) / 2 is var x && x > Xs[0] && x < Xs[^1];

    /// <summary>The tables of a page: groups of borders that touch each other, with two columns or more.</summary>
    public static List<PdfGrid> Of(List<Ruling> drawn)
    {
        var grids = new List<PdfGrid>();
        foreach (var group in Groups(drawn))
        {
            var xs = Cluster(group.Where(r => r.IsVertical).Select(r => r.At));
            var ys = Cluster(group.Where(r => !r.IsVertical).Select(r => r.At));
            if (xs.Count > 2 && ys.Count > 1 && xs.Count <= ReadingLimits.Columns) grids.Add(new(xs, ys, group));
        }
        return grids;
    }

    private static IEnumerable<List<Ruling>> Groups(List<Ruling> drawn)
    {
        var left = new LinkedList<Ruling>(drawn.Distinct());
        while (left.First is { } first)
        {
            left.RemoveFirst();
            var group = new List<Ruling> { first.Value };
            for (var i = 0; i < group.Count; i++)
                for (var node = left.First; node is not null;)
                {
                    var next = node.Next;
                    if (Touch(group[i], node.Value))
                    {
                        group.Add(node.Value);
                        left.Remove(node);
                    }
                    node = next;
                }
            if (group.Count > 3) yield return group;
        }
    }

    private static bool Touch(Ruling a, Ruling b) => a.IsVertical == b.IsVertical
        ? Math.Abs(a.At - b.At) < Near && a.From < b.To + Near && b.From < a.To + Near
        : a.At > b.From - Near && a.At < b.To + Near && b.At > a.From - Near && b.At < a.To + Near;

    private static List<double> Cluster(IEnumerable<double> values)
    {
        var result = new List<double>();
        foreach (var value in values.Order())
            if (result.Count == 0 || value - result[^1] > Near) result.Add(value);
        return result;
    }

    /// <summary>The rows with the words of a page in them.</summary>
    public List<SourceRow> Rows(List<PdfWord> words)
    {
        int rows = Ys.Count - 1, columns = Xs.Count - 1;
        var taken = new bool[rows, columns];
        var result = new List<SourceRow>(rows);
        for (var row = 0; row < rows; row++)
        {
            var cells = new List<SourceCell>();
            for (var column = 0; column < columns; column++)
            {
                if (taken[row, column]) continue;
                var (rowSpan, columnSpan) = Span(row, column, taken);
                for (var r = row; r < row + rowSpan; r++)
                    for (var c = column; c < column + columnSpan; c++) taken[r, c] = true;
                cells.Add(new(Text(words, row, column, rowSpan, columnSpan), column, columnSpan, rowSpan));
            }
            if (cells.Count > 0) result.Add(new(cells));
        }
        return result;
    }

    private (int Rows, int Columns) Span(int row, int column, bool[,] taken)
    {
        int columns = 1, rows = 1;
        while (column + columns < Xs.Count - 1 && !taken[row, column + columns] && !Divides(true, Xs[column + columns], Ys[row], Ys[row + 1])) columns++;
        while (row + rows < Ys.Count - 1 && !taken[row + rows, column] && !Divides(false, Ys[row + rows], Xs[column], Xs[column + 1])) rows++;
        return (rows, columns);
    }

    /// <summary>A border stands between two places of the grid.</summary>
    private bool Divides(bool vertical, double at, double from, double to)
    {
        var middle = (from + to) / 2;
        return rulings.Exists(r => r.IsVertical == vertical && Math.Abs(r.At - at) <= Near && r.From <= middle && r.To >= middle);
    }

    private string Text(List<PdfWord> words, int row, int column, int rowSpan, int columnSpan)
    {
        double left = Xs[column], right = Xs[column + columnSpan], top = Ys[row], bottom = Ys[row + rowSpan];
        var inside = words.Where(w => w.Middle >= top && w.Middle < bottom && (w.Left + w.Right) / 2 is var x && x >= left && x < right);
        return PdfLines.Join(PdfLines.Of(inside), right - left);
    }
}
