namespace Vekha.Documents.Reading.Word;

/// <summary>A table of a Word file on its way to a grid of whole cells.</summary>
internal sealed class WordTable
{
    /// <summary>Borders nearer than three millimetres (in twentieths of a point) are one border drawn twice by hand.</summary>
    private const int OneBorder = 170;

    public List<int> Widths { get; } = [];

    public List<Row> Rows { get; } = [];

    internal sealed class Row
    {
        public int Before;
        public int End;
        public bool IsHeader;
        public List<Cell> Cells { get; } = [];
    }

    internal sealed class Cell
    {
        public int Column;
        public int Span = 1;
        public int RowSpan = 1;
        public bool StartsDown;
        public bool JoinsUp;
        public bool JoinsLeft;
        public bool Deleted;
        public WordStory Story { get; } = new();
    }

    /// <summary>The table; or, where it only arranges the page around a larger table, what it holds.</summary>
    public IEnumerable<SourceBlock> Blocks()
    {
        if (Rows.Count == 0) return [];
        if (ArrangesPage()) return Rows.SelectMany(r => r.Cells).SelectMany(c => c.Story.Blocks);
        var columns = Snap();
        Merge();
        var rows = Rows.Select(row => new SourceRow(
            [.. row.Cells.Select(cell => new SourceCell(cell.Story.Text(), cell.Column, cell.Span, cell.RowSpan, Bold: cell.Story.Bold))], row.IsHeader));
        return [new SourceTable([.. rows], columns)];
    }

    /// <summary>A frame of a few cells around a table with more rows than itself.</summary>
    private bool ArrangesPage() =>
        Rows.Count <= 3 && Rows.TrueForAll(r => r.Cells.Count <= 2)
        && Rows.Exists(r => r.Cells.Exists(c => c.Story.Blocks.Exists(b => b is SourceTable { Rows.Count: > 2, ColumnCount: > 2 })));

    /// <summary>Renumbers the columns to those in which cells really start; gives their count.</summary>
    private int Snap()
    {
        var end = Rows.Max(r => r.End);
        var starts = new bool[end + 1];
        foreach (var cell in Rows.SelectMany(r => r.Cells)) starts[cell.Column] = true;
        var column = new int[end + 1];
        var next = -1;
        var lastStart = 0;
        for (var i = 0; i <= end; i++)
        {
            if (i == 0 || (i < end && starts[i] && Distance(lastStart, i) > OneBorder))
            {
                next++;
                lastStart = i;
            }
            column[i] = i == end ? next + 1 : next;
        }
        foreach (var row in Rows)
        {
            var free = 0;
            foreach (var cell in row.Cells)
            {
                var from = Math.Max(free, column[cell.Column]);
                var to = Math.Max(from + 1, column[Math.Min(end, cell.Column + cell.Span)]);
                (cell.Column, cell.Span) = (from, to - from);
                free = to;
            }
        }
        return Math.Max(next + 1, Rows.Max(r => r.Cells[^1].Column + r.Cells[^1].Span));
    }

    /// <summary>Distance between two borders of the grid; columns without a width count as wide.</summary>
    private int Distance(int from, int to)
    {
        var distance = 0;
        for (var i = from; i < to; i++)
        {
            if (i >= Widths.Count || Widths[i] <= 0) return int.MaxValue;
            distance += Widths[i];
        }
        return distance;
    }

    /// <summary>Cells that join the one above disappear into it; Word does not show their words.</summary>
    private void Merge()
    {
        var open = new Dictionary<int, Cell>();
        foreach (var row in Rows)
        {
            var still = new Dictionary<int, Cell>();
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var cell = row.Cells[i];
                if (cell.JoinsUp && open.TryGetValue(cell.Column, out var above))
                {
                    above.RowSpan++;
                    still[cell.Column] = above;
                    row.Cells.RemoveAt(i--);
                }
                else if (cell.StartsDown) still[cell.Column] = cell;
            }
            open = still;
        }
    }
}
