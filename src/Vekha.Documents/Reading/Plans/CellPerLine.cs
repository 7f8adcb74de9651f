namespace Vekha.Documents.Reading.Plans;

/// <summary>Tables that came one cell a line: the headings stand one under the other, then the cells row by row.</summary>
internal static class CellPerLine
{
    /// <summary>A cell as it came, and what is known about its place.</summary>
    /// <param name="StartsCell">A tab in front: surely a new cell.</param>
    /// <param name="GoesOn">Surely the rest of the cell above.</param>
    /// <param name="StartsRow">A mark between rows stood above it.</param>
    internal sealed record Token(string Text, TextLine Line, bool StartsCell, bool GoesOn, bool StartsRow, int End)
    {
        /// <summary>The headings of the table come again right under it.</summary>
        public bool AboveHeadings { get; init; }
    }

    public static TextTables.Found? At(IReadOnlyList<TextLine> lines, int first)
    {
        var (headings, next) = Headings(lines, first);
        if (headings.Count < 2) return null;
        var columns = headings.Select(h => new Column(h.Text, ColumnMeaning.Of(h.Text))).ToArray();
        var header = new TableHeader(0, 0, columns);
        if (TableHeader.At(Grid.OfText([headings], headings.Count), 0) is null) return null;
        if (!columns.Any(c => c.Meaning == Meaning.Title) && !columns.Any(c => c.Meaning == Meaning.Number)) return null;
        var tabbed = lines[first].Raw.StartsWith('\t') && lines[next - 1].Raw.StartsWith('\t');
        var spaced = Enumerable.Range(first, next - first).Count(i => lines[i].IsBlank) >= headings.Count - 1;
        var tokens = Tokens(lines, next, headings, tabbed, spaced);
        if (tokens.Count < headings.Count) return null;
        MendMeanings(columns, tokens);
        var rows = CellPath.Rows(tokens, columns, out var used);
        if (rows.Count == 0) return null;
        var end = used > 0 ? tokens[used - 1].End : next;
        rows.Insert(0, headings);
        return new TextTables.Found(Grid.OfText(rows, headings.Count), first, end - first);
    }

    private static (List<GridCell> Headings, int Next) Headings(IReadOnlyList<TextLine> lines, int first)
    {
        List<GridCell> headings = [];
        HashSet<string> seen = [];
        var next = first;
        int i;
        for (i = first; i < lines.Count && i < first + 40; i++)
        {
            var line = lines[i];
            if (line.IsBlank || Words.SaysNothing(line.Text)) continue;
            if (line.Raw.Trim().Contains('\t') || line.Text.Length > 90 || !IsHeading(line, headings, lines, i)) break;
            // «Наименование / мероприятия»: a heading broken over lines.
            if (headings.Count > 0 && !line.Raw.StartsWith('\t') && i > 0 && !lines[i - 1].IsBlank && char.IsLower(Words.FirstLetter(line.Text)) && ColumnMeaning.Of(line.Text) is not (Meaning.Start or Meaning.End))
                headings[^1] = headings[^1] with { Text = headings[^1].Text + " " + line.Text };
            else
            {
                if (!seen.Add(Words.Key(line.Text) is { Length: > 0 } key ? key : line.Text)) break;
                headings.Add(new GridCell(line.Text, line.Place));
            }
            next = i + 1;
        }
        return (headings, next);
    }

    private static bool IsHeading(TextLine line, List<GridCell> before, IReadOnlyList<TextLine> lines, int i)
    {
        var text = line.Text;
        if (char.IsLower(text[0]) && (before.Count == 0 || text.Any(char.IsDigit)) || text.Any(char.IsDigit) && ColumnMeaning.Of(text) is not (Meaning.Number or Meaning.Mark)) return false;
        // «I. Организационные мероприятия» under the headings is the first section.
        if (before.Count > 0 && Numbering.Split(text).Number is not null) return false;
        // «План мероприятий по улучшению дорог» above «№ п/п» is the name of the plan.
        if (before.Count == 0 && Words.Count(text) > 3 && Titles.OpensName(text)) return false;
        if (text.Contains(':') || Words.Count(text) > 8 || text.EndsWith('.') && Words.Count(text) > 2 || DeadlineWords.Looks(text) && !ColumnMeaning.IsPeriod(text)) return false;
        if (ColumnMeaning.Of(text) != Meaning.Unknown)
            return !(before.Count > 0 && ColumnMeaning.Of(text) == Meaning.Title && before.Any(b => ColumnMeaning.Of(b.Text) == Meaning.Title) && Words.Count(text) > 3);
        // An unknown heading between known ones («Подготовка» among «Этап», «Срок предоставления»).
        if (before.Count == 0 || Words.Count(text) > 3 || Numbering.IsNumber(text)) return false;
        for (var j = i + 1; j < Math.Min(lines.Count, i + 5); j++)
        {
            if (lines[j].IsBlank) continue;
            return Words.Count(lines[j].Text) <= 5 && ColumnMeaning.Of(lines[j].Text) is not (Meaning.Unknown or Meaning.Title) && !DeadlineWords.Looks(lines[j].Text)
                || DeadlineWords.Looks(lines[j].Text) is false && Words.Count(lines[j].Text) > 4 && before.Count >= 2;
        }
        return false;
    }

    private static List<Token> Tokens(IReadOnlyList<TextLine> lines, int next, List<GridCell> headings, bool tabbed, bool spaced)
    {
        List<Token> tokens = [];
        bool blank = true, rowMark = false;
        for (var i = next; i < lines.Count && tokens.Count < 20000; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
            {
                // A line with a single space between rows, others empty: the mark of an empty cell at a row's end.
                if (spaced && line.Raw.Length > 0) rowMark = true;
                blank = true;
                continue;
            }
            if (Words.SaysNothing(line.Text) && line.Text.Length > 3) break;
            if (Repeated(lines, i, headings) is var after && after > i)
            {
                if (after > i + 1 && line.Text != "1" && tokens.Count > 0) tokens[^1] = tokens[^1] with { AboveHeadings = true };
                (i, rowMark) = (after - 1, true);
                continue;
            }
            if (spaced && !blank && tokens.Count > 0)
                tokens[^1] = tokens[^1] with { Text = tokens[^1].Text + "\n" + line.Text, End = i + 1 };
            else
                tokens.Add(new Token(line.Text, line, tabbed && line.Raw.StartsWith('\t'), tabbed && !line.Raw.StartsWith('\t') || tokens.Count > 0 && tokens[^1].Text.EndsWith('-') && char.IsLower(line.Text[0]), rowMark, i + 1));
            blank = rowMark = false;
        }
        return tokens;
    }

    /// <summary>Behind the numbers of the columns, the headings again after a page or «Продолжение таблицы»; the same line when it is none of them.</summary>
    private static int Repeated(IReadOnlyList<TextLine> lines, int i, List<GridCell> headings)
    {
        if (lines[i].Text.StartsWith("Продолжение таблицы", StringComparison.OrdinalIgnoreCase) || lines[i].Text.StartsWith("Окончание таблицы", StringComparison.OrdinalIgnoreCase)) return i + 1;
        var first = lines[i].Text;
        var numbers = first is "1";
        if (!numbers && Words.Key(first) != Words.Key(headings[0].Text) || headings.Count < 3) return i;
        var at = i;
        var count = 0;
        for (; at < lines.Count && count < headings.Count; at++)
        {
            if (lines[at].IsBlank) continue;
            if (lines[at].Text.TrimEnd('.') != (numbers ? $"{count + 1}" : headings[count].Text) && (numbers || Words.Key(lines[at].Text) != Words.Key(headings[count].Text))) return i;
            count++;
        }
        return count == headings.Count ? at : i;
    }

    /// <summary>A heading that says nothing («Утверждение») over dates is a deadline.</summary>
    private static void MendMeanings(Column[] columns, List<Token> tokens)
    {
        var title = Array.FindIndex(columns, c => c.Meaning == Meaning.Title);
        for (var c = 0; c < columns.Length; c++)
        {
            if (columns[c].Meaning != Meaning.Unknown || c < title) continue;
            int fits = 0, rows = 0;
            for (var t = c; t < tokens.Count && rows < 6; t += columns.Length, rows++)
                if (DeadlineWords.Looks(tokens[t].Text)) fits++;
            var beside = c > 0 && columns[c - 1].Meaning == Meaning.Deadline || c + 1 < columns.Length && columns[c + 1].Meaning == Meaning.Deadline;
            if (fits > 0 && beside) columns[c] = columns[c] with { Meaning = Meaning.Deadline };
        }
    }
}
