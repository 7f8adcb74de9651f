namespace Vekha.Documents.Reading.Web;

/// <summary>A table of a web page on its way to a grid: cells that reach down take their place in the rows below.</summary>
internal sealed class HtmlTable(ReadingBudget budget)
{
    private readonly List<List<SourceCell>> rows = [];
    private readonly List<string> lines = [];

    /// <summary>For each column: how many rows below it is still taken from above.</summary>
    private readonly List<int> taken = [];
    private int column;
    private (int Columns, int Rows, bool Bold)? open;

    public void StartRow()
    {
        budget.Row("таблица");
        if (rows.Count > 0)
            for (var i = 0; i < taken.Count; i++) taken[i] = Math.Max(0, taken[i] - 1);
        rows.Add([]);
        column = 0;
    }

    public void StartCell(int columns, int rowCount, bool bold)
    {
        if (rows.Count == 0) StartRow();
        open = (columns, rowCount, bold);
        lines.Clear();
    }

    public void AddLine(string line)
    {
        if (line.Length > 0) lines.Add(line);
    }

    /// <summary>Ends the cell that is open, if one is; the text is what came last in it.</summary>
    public void EndCell(string text)
    {
        AddLine(text);
        if (open is not { } cell) return;
        open = null;
        budget.Cell("таблица");
        while (column < taken.Count && taken[column] > 0) column++;
        if (column + cell.Columns > ReadingLimits.Columns) throw new UnreadableException($"В таблице больше {ReadingLimits.Columns} столбцов.", "таблица");
        rows[^1].Add(new(string.Join('\n', lines), column, cell.Columns, cell.Rows, Bold: cell.Bold));
        while (taken.Count < column + cell.Columns) taken.Add(0);
        for (var i = column; i < column + cell.Columns; i++) taken[i] = cell.Rows;
        column += cell.Columns;
        lines.Clear();
    }

    /// <summary>The table, or <c>null</c> where it has no cells.</summary>
    public SourceTable? Table()
    {
        var kept = rows.Where(r => r.Count > 0).ToList();
        if (kept.Count == 0) return null;
        var result = kept.Select((row, i) => new SourceRow([.. row.Select(c => c with { RowSpan = Math.Min(c.RowSpan, kept.Count - i) })]));
        return new([.. result], taken.Count);
    }

    /// <summary>The rows as lines of the cell around the table.</summary>
    public string Lines() => string.Join('\n', rows.Select(r => string.Join(' ', r.Select(c => c.Text).Where(t => t.Length > 0))).Where(l => l.Length > 0));
}
