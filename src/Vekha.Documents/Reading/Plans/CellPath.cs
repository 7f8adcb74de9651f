namespace Vekha.Documents.Reading.Plans;

/// <summary>
/// Lays cells that came one after the other into rows: the likeliest path through the columns, where a cell may be
/// missing, go on over several lines, or be a stage between the rows.
/// </summary>
internal static partial class CellPath
{
    private const double Missing = -1.6;
    private const double Impossible = -1e9;

    /// <summary>The rows; <paramref name="used"/> cells belong to the table, the rest stands after it.</summary>
    public static List<List<GridCell>> Rows(List<CellPerLine.Token> tokens, Column[] columns, out int used)
    {
        var width = columns.Length;
        int stage = width, after = width + 1, states = width + 2;
        var score = new double[states];
        var back = new int[tokens.Count, states];
        var whole = columns.Any(c => c.Meaning == Meaning.Number);
        Array.Fill(score, Impossible);
        for (var t = 0; t < tokens.Count; t++)
        {
            var next = new double[states];
            Array.Fill(next, Impossible);
            var mustEnd = t > 0 && EndsTable(tokens[t].Text);
            for (var to = 0; to < states; to++)
            {
                var emitted = to == after ? 0 : mustEnd ? Impossible : to == stage ? StageScore(tokens[t], whole) : Score(columns[to].Meaning, tokens[t].Text);
                if (t == 0)
                {
                    if (to != after) next[to] = emitted + (to == stage ? 0 : to * Missing);
                    continue;
                }
                for (var from = 0; from < states; from++)
                {
                    if (score[from] <= Impossible) continue;
                    var value = score[from] + Move(tokens, t, from, to, width, columns) + (from == to && to < width ? Continued(columns[to].Meaning, emitted) : emitted);
                    if (value > next[to]) (next[to], back[t, to]) = (value, from);
                }
            }
            score = next;
        }
        return Trace(tokens, columns, score, back, out used);
    }

    /// <summary>The rest of a title earns less than its start, so that a new row is not swallowed.</summary>
    private static double Continued(Meaning meaning, double emitted) => meaning is Meaning.Deadline or Meaning.Executor ? emitted : Math.Min(emitted, 0.4);

    private static double Move(List<CellPerLine.Token> tokens, int t, int from, int to, int width, Column[] columns)
    {
        int stage = width, after = width + 1;
        var token = tokens[t];
        if (from == after) return to == after ? 0 : Impossible;
        if (to == after) return -1 + (from < width ? (width - 1 - from) * Missing : 0);
        if (token.GoesOn) return to == from ? 0.5 : Impossible;
        if (from == stage)
            return to == stage ? -1 : to * Missing;
        if (to == stage) return (width - 1 - from) * Missing;
        if (to == from && !token.StartsRow)
        {
            if (token.StartsCell) return Impossible;
            var torn = token.Text[0] is '«' or '(' || char.IsLower(Words.FirstLetter(token.Text)) && char.IsLetter(token.Text[0]) || TableRows.IsOpen(tokens[t - 1].Text) || columns[to].Meaning is Meaning.Executor or Meaning.Deadline;
            return torn ? -0.3 : -1.4;
        }
        if (to > from && !token.StartsRow) return (to - from - 1) * Missing;
        // A new row: what is left of the old one and what is missed at the start of the new.
        return (token.StartsRow ? 1 : 0) + (width - 1 - from) * (token.StartsRow ? Missing / 2 : Missing) + to * Missing;
    }

    private static double Score(Meaning meaning, string text)
    {
        var number = Numbering.IsNumber(text);
        var time = !number && DeadlineWords.Looks(text);
        if (Ditto.Is(text)) return meaning is Meaning.Deadline or Meaning.Executor or Meaning.CoExecutor ? 2 : -3;
        if (meaning == Meaning.Number && Code.IsMatch(text)) return 2.5;
        return meaning switch
        {
            Meaning.Number => number ? 3 : -5,
            Meaning.Deadline or Meaning.Start or Meaning.End => time ? 2.5 : -2.5,
            Meaning.Mark => TableColumns.IsMark(text) ? 3 : -3,
            Meaning.Executor or Meaning.CoExecutor or Meaning.Leader => number || time || !text.Any(char.IsLetter) ? -3 : Executors.Looks(text) ? 2 : -0.3, // «2-33-40» is nobody
            Meaning.Title => number ? -3 : time ? -2 : (Executors.Looks(text) && text.Length < 60 ? -0.5 : 1) + Math.Min(text.Length, 80) / 80.0 - (char.IsLower(text[0]) ? 0.5 : 0),
            _ => number || time ? -1 : 0.3,
        };
    }

    private static double StageScore(CellPerLine.Token token, bool numbered)
    {
        var text = token.Text;
        if (text.Length > 200 || Numbering.IsNumber(text)) return -4;
        // «2. Культурные мероприятия» between two tables with the same headings.
        if (NamesSection.IsMatch(text) || token.AboveHeadings && Numbering.Split(text).Number is not null) return 3;
        if (Numbering.Section(text) is not null || Numbering.IsRoman(Numbering.Split(text).Number)) return 3;
        if (token.Line.Bold || token.Line.Heading > 0) return 2;
        if (DeadlineWords.Looks(text)) return -2;
        return Words.IsCapital(text) && Words.Count(text) > 1 ? 2 : numbered && char.IsUpper(Words.FirstLetter(text)) ? 0 : -2;
    }

    /// <summary>«КТ-1», «М 2.3»: a number with letters before it.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"^[А-ЯЁA-Z]{1,4}\s?[-–.]?\s?\d{1,3}(?:\.\d{1,3})*$", System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Code { get; }

    /// <summary>«Модуль «Работа с родителями»», «Направление: …», «Блок 2».</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"^(?:модуль|направление|блок|подпрограмма|задача)\s*(?:[«""№:]|\d|[IVX]+\b)", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex NamesSection { get; }

    private static bool EndsTable(string text) =>
        text[0] is '*' or '¹' or '²' || text.StartsWith("<*", StringComparison.Ordinal) || text.StartsWith("Примечани", StringComparison.OrdinalIgnoreCase);

    private static List<List<GridCell>> Trace(List<CellPerLine.Token> tokens, Column[] columns, double[] score, int[,] back, out int used)
    {
        var width = columns.Length;
        var states = new int[tokens.Count];
        var state = 0;
        for (var s = 1; s < score.Length; s++) if (score[s] + Rest(s) > score[state] + Rest(state)) state = s;
        for (var t = tokens.Count - 1; t >= 0; t--)
        {
            states[t] = state;
            state = back[t, state];
        }
        used = states.TakeWhile(s => s != width + 1).Count();
        List<List<GridCell>> rows = [];
        var before = -2;
        for (var t = 0; t < used; t++)
        {
            var cell = new GridCell(tokens[t].Text, tokens[t].Line.Place) { Bold = tokens[t].Line.Bold };
            if (states[t] == width) rows.Add([cell]);
            else if (states[t] == before && !tokens[t].StartsRow) rows[^1][before] = rows[^1][before] with { Text = rows[^1][before].Text + "\n" + cell.Text };
            else
            {
                if (before < 0 || before == width || states[t] <= before || tokens[t].StartsRow)
                    rows.Add([.. Enumerable.Range(0, width).Select(_ => new GridCell("", cell.Place))]);
                rows[^1][states[t]] = cell;
            }
            before = states[t];
        }
        return rows;

        double Rest(int s) => s < width ? (width - 1 - s) * Missing : 0;
    }
}
