namespace Vekha.Documents.Reading.Pdf;

/// <summary>Joins the rows of a table over the break of a page: a row torn in two, a cell that reaches down further.</summary>
internal static class PdfContinuation
{
    public static List<SourceRow> Join(List<SourceRow> above, List<SourceRow> below, int columns)
    {
        if (below.Count == 0) return above;
        var last = LastCells(above, columns);
        if (IsRest(below[0], above[^1]))
        {
            foreach (var cell in below[0].Cells.Where(c => c.Text.Length > 0)) Extend(above, last, cell, rows: 0);
            return [.. above, .. below.Skip(1)];
        }
        // A cell merged over rows goes on without its words, or with the rest of them.
        var kept = below[0].Cells.ToList();
        foreach (var cell in below[0].Cells)
        {
            if (!last.TryGetValue(cell.Column, out var start) || start.Cell.ColumnSpan != cell.ColumnSpan) continue;
            var reachesDown = start.Cell.RowSpan > 1 || cell.RowSpan > 1;
            if (!reachesDown || (cell.Text.Length > 0 && !GoesOn(start.Cell.Text, cell.Text))) continue;
            Extend(above, last, cell, cell.RowSpan);
            kept.Remove(cell);
        }
        return [.. above, below[0] with { Cells = kept }, .. below.Skip(1)];
    }

    /// <summary>Every cell of the row that has words goes on with the words above it, and some cell is over already.</summary>
    private static bool IsRest(SourceRow row, SourceRow above) =>
        row.Cells.Any(c => c.Text.Length > 0)
        && row.Cells.Any(c => c.Text.Length == 0 && above.Cells.Any(a => a.Column == c.Column && a is { RowSpan: 1, Text.Length: > 0 }))
        && row.Cells.Where(c => c.Text.Length > 0).All(c => c.RowSpan == 1 && above.Cells.FirstOrDefault(a => a.Column == c.Column) is { } over && GoesOn(over.Text, c.Text));

    private static bool GoesOn(string above, string text) =>
        above.Length > 0 && !(above[^1] is '.' or ';' or '!' or '?') && (char.IsLower(text[0]) || text[0] is ')' or ',' or '»');

    /// <summary>The cells that reach the end of the page, by column.</summary>
    private static Dictionary<int, (int Row, SourceCell Cell)> LastCells(List<SourceRow> rows, int columns)
    {
        var last = new Dictionary<int, (int, SourceCell)>();
        for (var row = rows.Count - 1; row >= 0 && last.Count < columns; row--)
            foreach (var cell in rows[row].Cells)
                if (row + cell.RowSpan >= rows.Count) last.TryAdd(cell.Column, (row, cell));
        return last;
    }

    private static void Extend(List<SourceRow> above, Dictionary<int, (int Row, SourceCell Cell)> last, SourceCell cell, int rows)
    {
        if (!last.TryGetValue(cell.Column, out var start)) return;
        var text = cell.Text.Length == 0 ? start.Cell.Text : $"{start.Cell.Text} {cell.Text}";
        var longer = start.Cell with { Text = text, RowSpan = start.Cell.RowSpan + rows };
        above[start.Row] = above[start.Row] with { Cells = [.. above[start.Row].Cells.Select(c => c == start.Cell ? longer : c)] };
        last[cell.Column] = (start.Row, longer);
    }
}
