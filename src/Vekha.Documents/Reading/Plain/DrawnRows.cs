namespace Vekha.Documents.Reading.Plain;

/// <summary>The rows of a drawn table whose upright borders stand one under another.</summary>
internal sealed class DrawnRows(List<string> body, List<int> borders)
{
    private sealed class Cell(int column, int span)
    {
        public int Column => column;
        public int Span => span;
        public int RowSpan = 1;
        public List<string> Lines { get; } = [];
    }

    private readonly int columns = borders.Count - 1;
    private readonly List<List<Cell>> rows = [];
    private readonly Cell?[] open = new Cell?[borders.Count - 1];

    public SourceTable? Table()
    {
        var ruled = IsRuled();
        var starts = true;
        foreach (var line in body)
        {
            if (CloseRuled(line)) starts = true;
            if (DrawnTable.IsRule(line)) continue;
            if (starts || (!ruled && StartsRow(line))) StartRow(closeAll: !ruled);
            starts = false;
            AddLine(line);
        }
        if (rows.Count < 2) return null;
        var inner = Enumerable.Range(0, columns).Select(Inner).ToArray();
        return new([.. rows.Select(row => new SourceRow([.. row.Select(cell => new SourceCell(
            WrappedText.Join(cell.Lines, cell.Span == 1 ? inner[cell.Column] : borders[cell.Column + cell.Span] - borders[cell.Column] - 3),
            cell.Column, cell.Span, cell.RowSpan))]))], columns);
    }

    /// <summary>How long a line of a column may be: its width without the spaces that stand beside every line.</summary>
    private int Inner(int column)
    {
        var pieces = body.Where(l => !DrawnTable.IsRule(l)).Select(l => Piece(l, column, column + 1)).Where(p => p.Trim().Length > 0).ToList();
        var padded = pieces.Count > 0 && pieces.TrueForAll(p => p[0] == ' ');
        return borders[column + 1] - borders[column] - 1 - (padded ? 2 : 0);
    }

    /// <summary>Rules part the rows; with only one of them, under the heading, the first column shows where rows start.</summary>
    private bool IsRuled()
    {
        var content = body.Count(l => !DrawnTable.IsRule(l));
        var first = body.FindIndex(l => !DrawnTable.IsRule(l));
        var last = body.FindLastIndex(l => !DrawnTable.IsRule(l));
        var between = body.Take(last).Skip(first).Count(DrawnTable.IsRule);
        return between > 1 && between >= content / 10;
    }

    private string Piece(string line, int from, int to)
    {
        var start = Math.Clamp(borders[from] + 1, 0, line.Length);
        return line[start..Math.Clamp(borders[to], start, line.Length)];
    }

    private bool StartsRow(string line) => Piece(line, 0, 1).Trim().Length > 0 && Enumerable.Range(1, columns - 1).Any(c => Piece(line, c, c + 1).Trim().Length > 0);

    /// <summary>Ends the cells over which a rule is drawn; others reach further down.</summary>
    private bool CloseRuled(string line)
    {
        var closed = false;
        for (var c = 0; c < columns; c++)
        {
            var piece = Piece(line, c, c + 1);
            if (piece.Count(DrawnTable.IsDash) < Math.Max(1, piece.Length - 2) || piece.Any(char.IsLetterOrDigit)) continue;
            open[c] = null;
            closed = true;
        }
        return closed;
    }

    private void StartRow(bool closeAll)
    {
        if (closeAll) Array.Clear(open);
        rows.Add([]);
        foreach (var cell in open.OfType<Cell>().Distinct()) cell.RowSpan++;
    }

    private void AddLine(string line)
    {
        for (var c = 0; c < columns;)
        {
            var end = c + 1;
            while (end < columns && !HasBorder(line, end)) end++;
            var words = Piece(line, c, end).Trim();
            if (words.Length == 0 || !words.All(DrawnTable.IsDash))
            {
                if (open[c] is not { } cell || cell.Column != c)
                {
                    cell = new Cell(c, end - c);
                    rows[^1].Add(cell);
                    for (var i = c; i < end; i++) open[i] = cell;
                }
                cell.Lines.Add(words);
            }
            c = end;
        }
    }

    /// <summary>A line shorter than the frame has lost its border with its spaces.</summary>
    private bool HasBorder(string line, int border)
    {
        var at = borders[border];
        if (at >= line.Length) return true;
        for (var i = Math.Max(0, at - 1); i <= Math.Min(line.Length - 1, at + 1); i++)
            if (!char.IsLetterOrDigit(line[i]) && line[i] != ' ' && (DrawnTable.IsBar(line[i]) || line[i] is '+' or >= '\u2500' and <= '\u257F')) return true;
        return false;
    }
}
