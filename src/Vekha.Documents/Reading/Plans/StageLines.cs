namespace Vekha.Documents.Reading.Plans;

/// <summary>
/// A stage that stood on a line of its own between rows of a text table and slid into the last cell of the row above
/// («Классные руководители / Октябрь») is made a row again.
/// </summary>
internal static class StageLines
{
    public static void Release(Grid grid, TableHeader header)
    {
        var last = grid.Width - 1;
        if (header.Columns[last].Meaning is Meaning.Deadline or Meaning.Start or Meaning.End or Meaning.Title or Meaning.Mark) return;
        for (var r = Math.Max(0, header.Last); r < grid.Rows.Count; r++)
        {
            var cell = grid.Rows[r][last];
            var cut = cell.Text.LastIndexOf('\n');
            if (!cell.Speaks || cell.Span > 1 || cut < 0 || !IsStage(cell.Text[(cut + 1)..])) continue;
            grid.Rows[r].Cells[last] = cell with { Text = cell.Text[..cut] };
            var row = new GridCell[grid.Width];
            for (var c = 0; c < row.Length; c++) row[c] = new GridCell(c == 0 ? cell.Text[(cut + 1)..].Trim() : "", cell.Place);
            grid.Rows.Insert(r + 1, new GridRow(row));
            if (r == header.Last) header.Columns[last] = new Column(Words.Line(cell.Text[..cut]), header.Columns[last].Meaning) { Group = header.Columns[last].Group };
        }
    }

    private static bool IsStage(string text) =>
        ColumnMeaning.IsPeriod(text) || Numbering.Section(text) is not null || Numbering.IsRoman(Numbering.Split(text).Number);
}
