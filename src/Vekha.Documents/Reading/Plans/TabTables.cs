namespace Vekha.Documents.Reading.Plans;

/// <summary>Tables whose cells are separated by tabs; a cell may go on over several lines.</summary>
internal static class TabTables
{
    public static TextTables.Found? At(IReadOnlyList<TextLine> lines, int first)
    {
        var width = Width(lines, first);
        if (width < 2) return null;
        List<List<GridCell>> rows = [];
        int end = first, blanks = 0;
        for (var i = first; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
            {
                blanks++;
                if (lines[i].Raw.Contains('\t')) end = i + 1;
                continue;
            }
            var cells = Cells(lines[i]);
            if (cells.Count < 2 && !Belongs(lines, i, rows[^1], width, blanks)) break;
            if (rows.Count > 0 && GoesOn(rows[^1], cells, width, lines, i)) Join(rows[^1], cells);
            else rows.Add(cells);
            (end, blanks) = (i + 1, 0);
        }
        if (rows.Count < 2) return null;
        return new TextTables.Found(Grid.OfText(rows, Math.Max(width, Widest(rows, width))), first, end - first);
    }

    private static int Widest(List<List<GridCell>> rows, int width)
    {
        var common = rows.Skip(1).GroupBy(r => r.Count).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key ?? width;
        return common > width && common <= width + 3 ? common : width;
    }

    private static List<GridCell> Cells(TextLine line)
    {
        var parts = line.Raw.Split('\t');
        return [.. parts.Select((p, c) => new GridCell(Words.Lines(p), line.Place with { Cell = -1 }) { Bold = line.Bold })];
    }

    /// <summary>How many columns a table that starts here has; 0 where none starts.</summary>
    private static int Width(IReadOnlyList<TextLine> lines, int first)
    {
        var cells = Cells(lines[first]);
        if (cells.Count < 2 || cells.Count(c => c.Text.Length > 0) < 2) return 0;
        var width = cells.Count;
        while (width > 2 && cells[width - 1].Text.Length == 0 && Tabbed(lines, first, width) == 0) width--;
        var mini = Grid.OfText([cells], width);
        if (TableHeader.At(mini, 0) is not null) return width;
        // A heading whose cells are broken over lines: «№\tНаименование\nмероприятия\tСрок».
        List<GridCell> joined = [.. cells];
        for (var i = first + 1; i < Math.Min(lines.Count, first + 6); i++)
        {
            if (lines[i].IsBlank) break;
            Join(joined, Cells(lines[i]));
            if (joined.Count > 2 && TableHeader.At(Grid.OfText([joined], joined.Count), 0) is not null) return joined.Count;
        }
        // No heading: several lines of one shape.
        var same = Tabbed(lines, first, cells.Count);
        return cells.Count >= 3 && same >= 3 && cells.Any(c => Numbering.IsNumber(c.Text) || DeadlineWords.Looks(c.Text)) ? cells.Count : 0;
    }

    private static int Tabbed(IReadOnlyList<TextLine> lines, int first, int width)
    {
        var same = 0;
        for (var i = first; i < Math.Min(lines.Count, first + 60); i++)
            if (lines[i].Raw.Count(c => c == '\t') + 1 == width) same++;
        return same;
    }

    /// <summary>The row above waits for more cells, and this line brings no more than it lacks.</summary>
    private static bool GoesOn(List<GridCell> row, List<GridCell> cells, int width, IReadOnlyList<TextLine> lines, int i)
    {
        if (cells[0].Text.Length > 0 && Numbering.IsNumber(cells[0].Text) || cells.Count >= width) return false;
        if (row.Count >= width) return cells.Count == 1 && (char.IsLower(Words.FirstLetter(cells[0].Text)) || TableRows.IsOpen(row[^1].Text) || i > 0 && !lines[i - 1].IsBlank && Executors.Looks(cells[0].Text)) && Numbering.Section(cells[0].Text) is null;
        if (row.Count + cells.Count - 1 > width) return false;
        if (cells[0].Text.Length == 0) return false;
        return Numbering.Section(cells[0].Text) is null && !(cells.Count == 1 && Words.IsCapital(cells[0].Text));
    }

    private static void Join(List<GridCell> row, List<GridCell> cells)
    {
        row[^1] = row[^1] with { Text = Words.Lines(row[^1].Text + "\n" + cells[0].Text) };
        row.AddRange(cells.Skip(1));
    }

    /// <summary>Whether a line without tabs is still inside the table: a stage, or the rest of a cell.</summary>
    private static bool Belongs(IReadOnlyList<TextLine> lines, int i, List<GridCell> row, int width, int blanks)
    {
        if (Words.SaysNothing(lines[i].Text)) return false;
        var ahead = 0;
        for (var j = i + 1; j < Math.Min(lines.Count, i + 8) && ahead == 0; j++)
            if (lines[j].Raw.TrimEnd().Contains('\t') && Cells(lines[j]).Count is var count && count > 1 && count <= width) ahead = j;
        if (row.Count < width && blanks == 0) return true;
        if (ahead > 0) return true;
        var text = lines[i].Text;
        return blanks == 0 && (char.IsLower(Words.FirstLetter(text)) && !text.StartsWith('*') || TableRows.IsOpen(row[^1].Text) || Executors.Looks(text) && text.Length < 80);
    }
}
