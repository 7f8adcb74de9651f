using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>A cell of the grid. A merged cell stands in every field it covers and says where it came from.</summary>
/// <param name="Text">Its words, lines kept.</param>
/// <param name="Place">Where it starts.</param>
internal sealed record GridCell(string Text, SourcePlace Place)
{
    public static readonly GridCell None = new("", SourcePlace.Nowhere);

    public DateOnly? Date { get; init; }
    public bool Bold { get; init; }
    public int Span { get; init; } = 1;

    /// <summary>Covered by a cell that starts in a row above.</summary>
    public bool FromAbove { get; init; }

    /// <summary>Covered by a cell that starts to the left.</summary>
    public bool FromLeft { get; init; }

    public bool SaysNothing => Words.SaysNothing(Text);

    /// <summary>Says something of its own: not empty, not the shadow of a merged cell.</summary>
    public bool Speaks => !FromAbove && !FromLeft && !SaysNothing;
}

/// <summary>A row of the grid, as wide as the table.</summary>
internal sealed record GridRow(GridCell[] Cells)
{
    /// <summary>Marked by the word processor as a heading that repeats on each page.</summary>
    public bool IsHeading { get; init; }

    public GridCell this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : GridCell.None;

    public IEnumerable<int> Speaking => Enumerable.Range(0, Cells.Length).Where(c => Cells[c].Speaks);

    public SourcePlace Place => Cells.FirstOrDefault(c => c.Speaks)?.Place ?? (Cells.Length > 0 ? Cells[0].Place : SourcePlace.Nowhere);
}

/// <summary>A table with every merged cell spread out, from Word, Excel or text.</summary>
internal sealed class Grid(List<GridRow> rows, int width)
{
    public List<GridRow> Rows { get; } = rows;
    public int Width { get; } = width;

    /// <summary>Made of lines of text, so that merged cells came as empty ones.</summary>
    public bool FromText { get; init; }

    /// <summary>Name of the sheet, or <c>null</c>.</summary>
    public string? Sheet { get; init; }

    public static Grid Of(SourceTable table, int block, bool fromText = false)
    {
        var width = Math.Max(table.ColumnCount, table.Rows.SelectMany(r => r.Cells).Select(c => c.Column + c.ColumnSpan).DefaultIfEmpty(0).Max());
        var rows = table.Rows.Select(r => new GridRow(new GridCell[width]) { IsHeading = r.IsRepeatedHeader }).ToList();
        for (var r = 0; r < rows.Count; r++)
            foreach (var cell in table.Rows[r].Cells)
                Spread(rows, r, cell, new SourcePlace(block, r, cell.Column, Sheet: table.Sheet), width);
        for (var r = 0; r < rows.Count; r++)
            for (var c = 0; c < width; c++)
                rows[r].Cells[c] ??= new GridCell("", new SourcePlace(block, r, c, Sheet: table.Sheet));
        Ditto.Resolve(rows);
        return new Grid(rows, width) { Sheet = table.Sheet, FromText = fromText };
    }

    private static void Spread(List<GridRow> rows, int row, SourceCell cell, SourcePlace place, int width)
    {
        var text = Words.Lines(cell.Text);
        for (var r = row; r < Math.Min(rows.Count, row + Math.Max(1, cell.RowSpan)); r++)
            for (var c = cell.Column; c < Math.Min(width, cell.Column + Math.Max(1, cell.ColumnSpan)); c++)
                rows[r].Cells[c] ??= new GridCell(text, place)
                {
                    Date = cell.Date, Bold = cell.Bold, Span = Math.Max(1, cell.ColumnSpan), FromAbove = r > row, FromLeft = c > cell.Column,
                };
    }

    /// <summary>A grid made of text: short rows are filled with empty cells on the right.</summary>
    public static Grid OfText(IEnumerable<IReadOnlyList<GridCell>> rows, int width)
    {
        var filled = rows.Select(cells =>
        {
            var row = new GridCell[width];
            for (var c = 0; c < width; c++)
                row[c] = c < cells.Count ? cells[c] : new GridCell("", cells.Count > 0 ? cells[0].Place : SourcePlace.Nowhere);
            // More cells than columns: the rest belongs to the last one.
            if (cells.Count > width)
                row[^1] = row[^1] with { Text = string.Join("\n", cells.Skip(width - 1).Select(c => c.Text).Where(t => t.Length > 0)) };
            return new GridRow(row);
        });
        List<GridRow> complete = [.. filled];
        Ditto.Resolve(complete);
        return new Grid(complete, width) { FromText = true };
    }
}
