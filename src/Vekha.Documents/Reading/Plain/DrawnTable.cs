namespace Vekha.Documents.Reading.Plain;

/// <summary>A table drawn with «│ ┌ ─» or «| + -»: borders stand one under another, or, as in a wiki, only part the cells of a line.</summary>
internal static class DrawnTable
{
    /// <summary>The table that starts on a line, and the line after it; <c>null</c> where none starts.</summary>
    public static (SourceTable Table, int End)? At(List<TextLine> lines, int start)
    {
        if (!IsDrawn(lines[start].Text)) return null;
        int end = start, blanks = 0;
        for (var i = start; i < lines.Count && blanks < 3; i++)
            if (lines[i].IsBlank) blanks++;
            else if (IsDrawn(lines[i].Text)) (end, blanks) = (i + 1, 0);
            else break;
        var body = lines[start..end].Where(l => !l.IsBlank).Select(l => l.Text).ToList();
        var content = body.Where(l => !IsRule(l)).ToList();
        if (content.Count < 2 || content.Count(l => l.Any(IsBar)) < 2) return null;
        var borders = Borders(content);
        var table = borders.Count > 2 && Stand(content, borders) ? new DrawnRows(body, borders).Table() : Parted(content);
        return table is null ? null : (table, end);
    }

    public static bool IsBar(char c) => c is '|' or '│' or '┃' or '║' or '¦' or '╎' or '┆';

    public static bool IsDash(char c) => c is '-' or '─' or '━' or '═' or '=' or '_' or '—' or '–';

    private static bool IsCorner(char c) => c is '+' or >= '\u250C' and <= '\u254B' or >= '\u2552' and <= '\u256C';

    private static bool IsDrawn(string line) => IsRule(line) ? line.Any(c => IsCorner(c) || IsBar(c)) || line.Count(IsDash) > 20 : line.Count(IsBar) > 1;

    /// <summary>Only borders: «├────┼────┤», «|---|---|».</summary>
    public static bool IsRule(string line)
    {
        var dashes = 0;
        foreach (var c in line)
            if (IsDash(c)) dashes++;
            else if (!IsBar(c) && !IsCorner(c) && c is not (' ' or ':' or '\t' or '\u00A0')) return false;
        return dashes > 2;
    }

    /// <summary>Where upright borders stand, by most of the lines.</summary>
    private static List<int> Borders(List<string> content)
    {
        var counts = new Dictionary<int, int>();
        foreach (var line in content)
            for (var i = 0; i < line.Length; i++)
                if (IsBar(line[i])) counts[i] = counts.GetValueOrDefault(i) + 1;
        var borders = new List<int>();
        foreach (var (position, count) in counts.Where(c => c.Value > 1).OrderBy(c => c.Key))
            if (borders.Count == 0 || position - borders[^1] > 1) borders.Add(position);
            else if (count > counts[borders[^1]]) borders[^1] = position;
        if (borders.Count == 0) return borders;
        // A frame may be open at its sides.
        if (content.Exists(l => l.Length > 0 && l[..Math.Min(l.Length, borders[0])].Any(c => c != ' '))) borders.Insert(0, -1);
        if (content.Exists(l => l.Length > borders[^1] + 1 && l[(borders[^1] + 1)..].Any(c => c != ' '))) borders.Add(content.Max(l => l.Length));
        return borders;
    }

    private static bool Stand(List<string> content, List<int> borders) =>
        content.Count(l => Enumerable.Range(0, l.Length).All(i => !IsBar(l[i]) || borders.Exists(b => Math.Abs(b - i) < 2))) * 10 >= content.Count * 8;

    /// <summary>Borders that do not stand under one another: each line is a row.</summary>
    private static SourceTable? Parted(List<string> content)
    {
        var rows = content.Where(l => l.Any(IsBar)).Select(Cells).ToList();
        var width = rows.GroupBy(r => r.Count).MaxBy(g => (g.Count(), g.Key))!.Key;
        if (width < 2 || rows.Count(r => r.Count == width) < 2 || width > ReadingLimits.Columns) return null;
        return new([.. rows.Select(r => new SourceRow([.. Enumerable.Range(0, width).Select(c => new SourceCell(c < r.Count ? r[c] : "", c))]))], width);
    }

    private static List<string> Cells(string line)
    {
        line = line.Trim();
        var cells = new List<string>();
        var start = IsBar(line[0]) ? 1 : 0;
        for (var i = start; i <= line.Length; i++)
        {
            if (i < line.Length && !IsBar(line[i])) continue;
            if (i < line.Length || start < line.Length) cells.Add(TextFormat.Tidy(line[start..i]));
            start = i + 1;
        }
        return cells;
    }
}
