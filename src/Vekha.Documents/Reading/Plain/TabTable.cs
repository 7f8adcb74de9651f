namespace Vekha.Documents.Reading.Plain;

/// <summary>A table whose cells are separated by tabs; a cell may go on in the lines below.</summary>
internal static class TabTable
{
    /// <summary>How many lines without tabs may stand between two rows.</summary>
    private const int Gap = 12;

    /// <summary>The table that starts on a line, and the line after it; <c>null</c> where none starts.</summary>
    public static (SourceTable Table, int End)? At(List<TextLine> lines, int start)
    {
        if (!lines[start].HasInnerTab) return null;
        var end = Reach(lines, start);
        if (Width(lines, start, end) is not { } width) return null;
        var rows = Rows(lines, start, end, width);
        return rows.Count > 1 ? (new SourceTable(rows, width), end) : null;
    }

    /// <summary>The line after the last row: rows stand near each other.</summary>
    private static int Reach(List<TextLine> lines, int start)
    {
        var end = start + 1;
        for (var i = end; i < lines.Count && i - end < Gap; i++)
            if (lines[i].Tabs > 1 || lines[i].HasInnerTab) end = i + 1;
        while (end < lines.Count && lines[end].Continues) end++;
        return end;
    }

    /// <summary>The number of columns most rows agree on; two aligned lines of signatures are not a table.</summary>
    private static int? Width(List<TextLine> lines, int start, int end)
    {
        var counts = new Dictionary<int, int>();
        var full = 0;
        for (var i = start; i < end; i++)
        {
            if (lines[i].Tabs == 0) continue;
            counts[lines[i].Tabs] = counts.GetValueOrDefault(lines[i].Tabs) + 1;
            if (Cells(lines[i].Text).Count(c => c.Length > 0) > 2) full++;
        }
        var (tabs, rows) = counts.MaxBy(c => (c.Value, c.Key));
        return rows > 2 || (rows == 2 && full > 0) || (full > 0 && end - start > 2) ? tabs + 1 : null;
    }

    private static List<SourceRow> Rows(List<TextLine> lines, int start, int end, int width)
    {
        var rows = new List<SourceRow>();
        var afterBlank = false;
        for (var i = start; i < end; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
            {
                afterBlank = true;
                continue;
            }
            if (line.IsRule) continue;
            if (line.Tabs == 0) AddUntabbed(rows, line, width, afterBlank);
            else
            {
                var last = LastLine(lines, i, end, width);
                rows.Add(Row(string.Join('\n', lines[i..(last + 1)].Select(l => l.Text)), width, line.Bold));
                i = last;
            }
            afterBlank = false;
        }
        return rows;
    }

    /// <summary>The line on which the row that starts here has all its cells, or this line where no sum of lines fits.</summary>
    private static int LastLine(List<TextLine> lines, int start, int end, int width)
    {
        var tabs = lines[start].Tabs;
        for (var i = start + 1; i < end && tabs < width - 1; i++)
        {
            if (lines[i].StartsNumbered || lines[i].IsBlank) break;
            tabs += lines[i].Tabs;
            if (tabs == width - 1) return i;
        }
        return start;
    }

    /// <summary>A line without tabs between rows: the heading of a part, or more of the last cell.</summary>
    private static void AddUntabbed(List<SourceRow> rows, TextLine line, int width, bool afterBlank)
    {
        if (line.Continues || (!afterBlank && !line.IsPartHeading))
        {
            var cells = rows[^1].Cells.ToList();
            cells[^1] = cells[^1] with { Text = TextFormat.Tidy($"{cells[^1].Text}\n{line.Text}") };
            rows[^1] = rows[^1] with { Cells = cells };
        }
        else rows.Add(new([new SourceCell(line.Words, 0, width, Bold: line.Bold)]));
    }

    private static SourceRow Row(string text, int width, bool bold)
    {
        var parts = Cells(text);
        var cells = new List<SourceCell>(width);
        for (var column = 0; column < width; column++)
            cells.Add(new(column < parts.Count ? parts[column] : "", column, Bold: bold));
        // Tabs beyond the last column belong to its words.
        if (parts.Count > width)
            cells[^1] = cells[^1] with { Text = string.Join(' ', parts.Skip(width - 1).Where(p => p.Length > 0)) };
        return new(cells);
    }

    private static List<string> Cells(string text) => [.. text.Split('\t').Select(TextFormat.Tidy)];
}
