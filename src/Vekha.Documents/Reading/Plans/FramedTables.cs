namespace Vekha.Documents.Reading.Plans;

/// <summary>Tables drawn with «|» and lines of dashes or with box characters.</summary>
internal static class FramedTables
{
    public static TextTables.Found? At(IReadOnlyList<TextLine> lines, int first)
    {
        if (!IsFramed(lines[first])) return null;
        var end = first;
        var blanks = 0;
        for (var i = first; i < lines.Count && blanks < 3; i++)
            if (lines[i].IsBlank) blanks++;
            else if (IsFramed(lines[i]) || IsRule(lines[i].Text)) (end, blanks) = (i + 1, 0);
            else break;
        var body = lines.Skip(first).Take(end - first).ToList();
        if (body.Count(IsFramed) < 2) return null;
        // Rules or blank lines between rows mean that a row may take several lines; without them each line is a row.
        var ruled = body.Count(l => l.IsBlank || IsRule(l.Text)) > 1;
        List<List<GridCell>> rows = [];
        var open = false;
        foreach (var line in body)
        {
            if (line.IsBlank || IsRule(line.Text))
            {
                open = false;
                continue;
            }
            var cells = Cells(line);
            if (open && (ruled || cells[0].Text.Length == 0 && cells.Any(c => char.IsLower(Words.FirstLetter(c.Text))))) Join(rows[^1], cells);
            else rows.Add(cells);
            open = true;
        }
        var width = rows.Count == 0 ? 0 : rows.GroupBy(r => r.Count).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First().Key;
        return width < 2 ? null : new TextTables.Found(Grid.OfText(rows, width), first, end - first);
    }

    private static bool IsBar(char c) => c is '|' or '│' or '┃' or '║' or '¦';

    private static bool IsFramed(TextLine line) => line.Raw.Count(IsBar) >= 2 && !IsRule(line.Text);

    private static bool IsRule(string text) =>
        text.Length > 3 && text.All(c => c is '-' or '+' or '|' or ':' or '=' or '_' or ' ' or '—' or '–' || c is >= '\u2500' and <= '\u257F');

    private static List<GridCell> Cells(TextLine line)
    {
        var raw = line.Raw.Trim();
        if (raw.Length > 0 && IsBar(raw[0])) raw = raw[1..];
        if (raw.Length > 0 && IsBar(raw[^1])) raw = raw[..^1];
        return [.. raw.Split(['|', '│', '┃', '║', '¦']).Select(c => new GridCell(Words.Lines(c), line.Place))];
    }

    private static void Join(List<GridCell> row, List<GridCell> more)
    {
        for (var c = 0; c < more.Count; c++)
            if (c >= row.Count) row.Add(more[c]);
            else if (more[c].Text.Length > 0) row[c] = row[c] with { Text = row[c].Text.Length == 0 ? more[c].Text : $"{row[c].Text}\n{more[c].Text}" };
    }
}
