namespace Vekha.Documents.Reading.Plans;

/// <summary>Tables whose columns are held by runs of spaces: the columns are where no line has letters.</summary>
internal static class AlignedTables
{
    private const int MostHeadingLines = 4;

    /// <summary>Words that stand together on a line, two spaces or more from others.</summary>
    private readonly record struct Segment(string Text, int Start, int End);

    public static TextTables.Found? At(IReadOnlyList<TextLine> lines, int first)
    {
        var opening = Segments(lines[first].Raw);
        if (opening.Count < 2 || opening.Count(s => ColumnMeaning.Of(s.Text) != Meaning.Unknown) < 2) return null;
        var (headings, next) = Headings(lines, first, opening);
        if (TableHeader.At(Grid.OfText([headings.Select(h => new GridCell(h.Text, lines[first].Place)).ToList()], headings.Count), 0) is null) return null;
        var (body, end) = Body(lines, next, headings);
        if (body.Count < 2) return null;
        var edges = Edges(headings, body.Select(i => lines[i].Raw).ToList());
        var meanings = headings.Select(h => ColumnMeaning.Of(h.Text)).ToArray();
        List<List<GridCell>> rows = [[.. headings.Select(h => new GridCell(h.Text, lines[first].Place))]];
        var blank = true;
        for (var i = next; i < end; i++)
        {
            if (lines[i].IsBlank || Words.SaysNothing(lines[i].Text))
            {
                blank = true;
                continue;
            }
            AddLine(rows, lines[i], edges, meanings, blank);
            blank = false;
        }
        return rows.Count < 2 ? null : new TextTables.Found(Grid.OfText(rows, headings.Count), first, end - first);
    }

    private static List<Segment> Segments(string raw)
    {
        List<Segment> segments = [];
        var text = raw.Replace('\u00A0', ' ').Replace('\t', ' ').TrimEnd();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == ' ')
            {
                i++;
                continue;
            }
            var end = text.IndexOf("  ", i, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            segments.Add(new Segment(text[i..end], i, end));
            i = end;
        }
        return segments;
    }

    /// <summary>The heading may take several lines; words under a heading belong to it.</summary>
    private static (List<Segment> Headings, int Next) Headings(IReadOnlyList<TextLine> lines, int first, List<Segment> opening)
    {
        var headings = opening.ToList();
        var i = first + 1;
        for (; i < Math.Min(lines.Count, first + MostHeadingLines); i++)
        {
            if (lines[i].IsBlank || Words.SaysNothing(lines[i].Text)) break;
            var more = Segments(lines[i].Raw);
            if (Numbering.IsNumber(more[0].Text) || Numbering.Split(more[0].Text, bare: true).Number is not null || more.Any(s => DeadlineWords.Looks(s.Text) || s.Text.Length > 30)) break;
            if (more.Any(s => char.IsUpper(s.Text[0])) && more.Count >= headings.Count) break;
            foreach (var segment in more)
            {
                var at = headings.FindIndex(h => segment.Start < h.End && segment.End > h.Start);
                if (at >= 0) headings[at] = new Segment($"{headings[at].Text} {segment.Text}", Math.Min(headings[at].Start, segment.Start), Math.Max(headings[at].End, segment.End));
                else headings.Insert(headings.FindLastIndex(h => h.Start < segment.Start) + 1, segment);
            }
        }
        return (headings, i);
    }

    /// <summary>The lines of the table: those that keep to the columns, and single lines between them.</summary>
    private static (List<int> Body, int End) Body(IReadOnlyList<TextLine> lines, int next, List<Segment> headings)
    {
        List<int> body = [];
        var (end, loose) = (next, 0);
        for (var i = next; i < lines.Count; i++)
        {
            if (lines[i].IsBlank || Words.SaysNothing(lines[i].Text)) continue;
            var segments = Segments(lines[i].Raw);
            var keeps = segments.Count > 1 || segments[0].Start >= headings[1].Start - 2;
            if (!keeps && ++loose > 2) break;
            if (keeps && segments.Count == 2 && segments[1].Start - segments[0].End > 20 && Executors.Person.IsMatch(segments[1].Text) && !DeadlineWords.Looks(segments[0].Text) && i > 0 && lines[i - 1].IsBlank && headings.Count > 2 && !Numbering.IsNumber(segments[0].Text)) break;
            if (keeps) (end, loose) = (i + 1, 0);
            body.Add(i);
        }
        return ([.. body.Where(i => i < end)], end);
    }

    /// <summary>Where columns part: the place between two headings that the fewest lines cross.</summary>
    private static int[] Edges(List<Segment> headings, List<string> lines)
    {
        var edges = new int[headings.Count];
        for (var c = 1; c < headings.Count; c++)
        {
            int best = headings[c].Start, crossed = int.MaxValue, width = 0;
            var run = 0;
            for (var p = Math.Max(headings[c - 1].Start + 1, edges[c - 1] + 1); p <= headings[c].Start + 1; p++)
            {
                var here = lines.Count(l => p < l.Length && l[p] != ' ' && p > 0 && l[p - 1] != ' ');
                var letters = lines.Count(l => p < l.Length && l[p] != ' ') ;
                run = letters == 0 ? run + 1 : 0;
                if (here < crossed || here == crossed && run >= width) (best, crossed, width) = (p, here, run);
            }
            edges[c] = best;
        }
        return edges;
    }

    private static void AddLine(List<List<GridCell>> rows, TextLine line, int[] edges, Meaning[] meanings, bool blank)
    {
        var raw = line.Raw.Replace('\u00A0', ' ');
        var cells = new string[edges.Length];
        for (var c = 0; c < edges.Length; c++)
        {
            var start = Math.Min(raw.Length, c == 0 ? 0 : edges[c]);
            var stop = c + 1 < edges.Length ? Math.Min(raw.Length, edges[c + 1]) : raw.Length;
            cells[c] = start < stop ? raw[start..stop].Trim() : "";
        }
        var crosses = edges.Skip(1).Any(e => e < raw.Length && e > 0 && raw[e] != ' ' && raw[e - 1] != ' ');
        if (crosses && Segments(raw).Count == 1 || Segments(raw).Count == 1 && (Numbering.Section(line.Text) is not null || Numbering.IsRoman(Numbering.Split(line.Text).Number) || Words.IsCapital(line.Text)))
        {
            rows.Add([new GridCell(line.Text, line.Place)]);
            return;
        }
        if (rows.Count == 1 || StartsRow(cells, meanings, blank, rows[^1]))
            rows.Add([.. cells.Select(c => new GridCell(Words.Lines(c), line.Place))]);
        else
            for (var c = 0; c < cells.Length && c < rows[^1].Count; c++)
                if (cells[c].Length > 0) rows[^1][c] = rows[^1][c] with { Text = rows[^1][c].Text.Length == 0 ? cells[c] : rows[^1][c].Text + "\n" + cells[c] };
    }

    private static bool StartsRow(string[] cells, Meaning[] meanings, bool blank, List<GridCell> above)
    {
        if (above.Count < cells.Length) return true;
        var number = Array.IndexOf(meanings, Meaning.Number);
        if (number >= 0) return cells[number].Length > 0;
        if (blank) return true;
        var time = Array.IndexOf(meanings, Meaning.Deadline);
        var title = Array.IndexOf(meanings, Meaning.Title);
        return cells[0].Length > 0 && title >= 0 && cells[title].Length > 0 && char.IsUpper(Words.FirstLetter(cells[title])) && (time < 0 || cells[time].Length > 0);
    }
}
