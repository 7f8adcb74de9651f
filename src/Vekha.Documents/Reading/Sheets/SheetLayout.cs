using Vekha.Documents.Reading.Plain;

namespace Vekha.Documents.Reading.Sheets;

/// <summary>Finds the blocks of a sheet: the words above and below its tables, and the tables with their merged cells.</summary>
internal sealed class SheetLayout
{
    private readonly Sheet sheet;
    private readonly ReadingBudget budget;
    private readonly List<SheetRow> rows;
    private readonly Dictionary<(int Row, int Column), SheetRange> mergeAt = [];
    private readonly HashSet<(int Row, int Column)> covered = [];

    private SheetLayout(Sheet sheet, ReadingBudget budget)
    {
        this.sheet = sheet;
        this.budget = budget;
        var visible = sheet.Rows.Where(r => !r.Hidden).ToList();
        var byIndex = visible.ToDictionary(r => r.Index);
        var all = sheet.Rows.ToDictionary(r => r.Index);
        foreach (var merge in sheet.Merges) Place(merge, byIndex, all.GetValueOrDefault(merge.FirstRow)?.At(merge.FirstColumn));
        rows = [.. visible.Where(r => r.Cells.Count > 0)];
    }

    /// <summary>The blocks of a sheet from top to bottom.</summary>
    public static List<SourceBlock> Blocks(Sheet sheet, ReadingBudget budget)
    {
        NumberColumns.Repair(sheet);
        var layout = new SheetLayout(sheet, budget);
        var blocks = new List<SourceBlock>();
        foreach (var (first, last, isTable) in layout.Parts())
            if (isTable) blocks.Add(layout.Table(first, last) with { Sheet = sheet.Name });
            else blocks.AddRange(layout.Paragraphs(first, last));
        return blocks;
    }

    /// <summary>
    /// Moves a merged range to its first cell that can be seen: its words show there even when the first column is hidden.
    /// </summary>
    private void Place(SheetRange merge, Dictionary<int, SheetRow> visible, SheetCell? words)
    {
        var columns = Enumerable.Range(merge.FirstColumn, Math.Min(merge.LastColumn - merge.FirstColumn + 1, 1000)).Where(c => !sheet.HiddenColumns.Contains(c)).ToList();
        var inside = Enumerable.Range(merge.FirstRow, Math.Min(merge.LastRow - merge.FirstRow + 1, ReadingLimits.Rows)).Where(visible.ContainsKey).ToList();
        if (columns.Count == 0 || inside.Count == 0) return;
        foreach (var row in inside)
            foreach (var column in columns)
            {
                budget.Cell(sheet.Place(row));
                covered.Add((row, column));
                visible[row].Cells.RemoveAll(c => c.Column == column);
            }
        covered.Remove((inside[0], columns[0]));
        mergeAt[(inside[0], columns[0])] = new(inside[0], columns[0], inside[^1], columns[^1]);
        if (words is null) return;
        var cells = visible[inside[0]].Cells;
        var at = cells.FindIndex(c => c.Column > columns[0]);
        cells.Insert(at < 0 ? cells.Count : at, new SheetCell { Column = columns[0], Text = words.Text, Bold = words.Bold, Date = words.Date, ShowsDay = words.ShowsDay, Number = words.Number });
    }

    private IEnumerable<SheetCell> Seen(SheetRow row) => row.Cells.Where(c => !sheet.HiddenColumns.Contains(c.Column));

    private int Width(SheetRow row) => Seen(row).Count();

    /// <summary>Splits the rows into tables and the words between them; both ends of a part belong to it.</summary>
    private IEnumerable<(int First, int Last, bool IsTable)> Parts()
    {
        var usual = rows.Count == 0 ? 0 : rows.Max(Width);
        var enough = Math.Min(usual, 3);
        var start = 0;
        while (start < rows.Count)
        {
            var first = usual < 2 ? -1 : rows.FindIndex(start, r => Width(r) >= enough);
            if (first < 0) break;
            // A heading over merged columns has fewer cells than the row under it: «Этап | Срок» over «Подготовка | Утверждение».
            while (first > start && rows[first - 1].Index == rows[first].Index - 1 && Width(rows[first - 1]) >= 2) first--;
            if (first > start) yield return (start, first - 1, false);
            var end = End(first, enough);
            yield return (first, end, true);
            start = end + 1;
        }
        if (start < rows.Count) yield return (start, rows.Count - 1, false);
    }

    /// <summary>The last row of a table: before the words under it, or before its heading comes again under a title of its own.</summary>
    private int End(int first, int enough)
    {
        var heading = Words(rows[first]);
        var last = first;
        for (var i = first + 1; i < rows.Count; i++)
        {
            if (Width(rows[i]) >= enough || (Width(rows[i]) > 0 && rows[i].Index == rows[last].Index + 1)) last = Continues(i) ? i : last;
            if (Width(rows[i]) < enough || Words(rows[i]) != heading) continue;
            var title = i;
            while (title > first + 1 && Width(rows[title - 1]) == 1 && rows[title - 1].Index == rows[title].Index - 1) title--;
            if (title < i && rows[title].Index > rows[title - 1].Index + 1) return title - 1;
        }
        return last;

        // A note right under the table that spans it is not a row: «* на 2026 год».
        bool Continues(int i) => Width(rows[i]) > 1 || !Seen(rows[i]).All(c => c.Text.StartsWith('*') || c.Text.StartsWith("Примечани", StringComparison.OrdinalIgnoreCase));
    }

    private string Words(SheetRow row) => string.Join('|', Seen(row).Select(c => c.Text));

    private IEnumerable<SourceBlock> Paragraphs(int first, int last)
    {
        for (var i = first; i <= last; i++)
            foreach (var cell in Seen(rows[i]))
                yield return new SourceParagraph(TextFormat.Tidy(cell.Text), Bold: cell.Bold)
                {
                    Sheet = sheet.Name,
                    AfterBlank = i > 0 && rows[i].Index > rows[i - 1].Index + 1,
                };
    }

    private SourceTable Table(int first, int last)
    {
        var columns = Columns(first, last);
        var table = new List<SourceRow>(last - first + 1);
        // The rows were counted when they were read; counted again, a sheet would be refused at half the limit.
        for (var i = first; i <= last; i++) table.Add(new(Cells(rows[i], columns, rows[last].Index)));
        return new(table, columns.Count);
    }

    /// <summary>How many rows with words stand not lower than a row of the sheet.</summary>
    private int RowsUpTo(int index)
    {
        int low = 0, high = rows.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rows[middle].Index <= index) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Columns that hold words somewhere in the table.</summary>
    private List<int> Columns(int first, int last) =>
        [.. rows.GetRange(first, last - first + 1).SelectMany(Seen).Select(c => c.Column).Distinct().Order()];

    private List<SourceCell> Cells(SheetRow row, List<int> columns, int lastRow)
    {
        var cells = new List<SourceCell>(columns.Count);
        var next = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            if (covered.Contains((row.Index, columns[i]))) continue;
            budget.Cell(sheet.Place(row.Index));
            while (next < row.Cells.Count && row.Cells[next].Column < columns[i]) next++;
            var cell = next < row.Cells.Count && row.Cells[next].Column == columns[i] ? row.Cells[next] : null;
            var (columnSpan, rowSpan) = (1, 1);
            if (mergeAt.TryGetValue((row.Index, columns[i]), out var merge))
            {
                columnSpan = Math.Max(1, columns.Count(c => c >= merge.FirstColumn && c <= merge.LastColumn));
                rowSpan = Math.Max(1, RowsUpTo(Math.Min(merge.LastRow, lastRow)) - RowsUpTo(merge.FirstRow - 1));
            }
            cells.Add(new(cell is null ? "" : TextFormat.Tidy(cell.Text), i, columnSpan, rowSpan,
                cell is { Date: { } date, ShowsDay: true } ? DateOnly.FromDateTime(date) : null, cell?.Bold ?? false));
        }
        return cells;
    }
}
