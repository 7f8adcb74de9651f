using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>
/// Cuts a row that came as lines with single spaces into cells: the deadline by its look, the rest on its two sides.
/// Where the row takes several lines, each of them holds a piece of the title and a piece of the executor.
/// </summary>
internal static class RowCells
{
    public static List<GridCell> Cut(string text, SourcePlace place, Column[] columns)
    {
        var cells = columns.Select(_ => new GridCell("", place)).ToList();
        var rest = text;
        var number = Array.FindIndex(columns, c => c.Meaning == Meaning.Number);
        if (number >= 0 && Numbering.Split(rest, bare: true) is { Number: { } own } split)
            (cells[number], rest) = (cells[number] with { Text = own }, split.Text);
        var deadline = Array.FindIndex(columns, c => c.Meaning == Meaning.Deadline);
        var title = Array.FindIndex(columns, c => c.Meaning == Meaning.Title);
        var executor = Array.FindIndex(columns, c => c.Meaning is Meaning.Executor or Meaning.CoExecutor);
        var lines = rest.Split('\n');
        var timed = deadline < 0 ? -1 : Array.FindIndex(lines, l => Time(l, deadline > title, executor > deadline) is not null);
        if (timed >= 0 && lines.Length > 1 && title >= 0 && title < deadline && executor > deadline)
        {
            CutLines(cells, lines, timed, title, deadline, executor);
            return cells;
        }
        rest = string.Join(' ', lines);
        var (before, time, after) = deadline < 0 ? (rest, "", "") : Around(rest, deadline > title, executor > deadline);
        if (deadline >= 0) cells[deadline] = cells[deadline] with { Text = time };
        Fill(cells, before, title, executor, c => deadline < 0 || c < deadline || time.Length == 0);
        if (after.Length > 0) Fill(cells, after, title, executor, c => c > deadline);
        return cells;
    }

    /// <summary>Title and executor go on side by side in the lines under the first one.</summary>
    private static void CutLines(List<GridCell> cells, string[] lines, int timed, int title, int deadline, int executor)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (i < timed) Add(cells, title, lines[i]);
            else if (i == timed)
            {
                var (start, length) = Time(lines[i], true, true)!.Value;
                Add(cells, title, lines[i][..start].Trim());
                Add(cells, deadline, lines[i].Substring(start, length).Trim(' ', ',', ';'));
                Add(cells, executor, lines[i][(start + length)..].Trim(' ', ',', ';'));
            }
            else if (TitleGoesOn(cells[title].Text, cells[executor].Text, lines[i]) is var at && at >= 0)
            {
                Add(cells, title, lines[i][..at].Trim());
                Add(cells, executor, lines[i][at..].Trim());
            }
            else Add(cells, executor, lines[i]);
        }
    }

    /// <summary>Where in a line under the first one the executor's words start; its length when all is title, −1 when all is executor.</summary>
    private static int TitleGoesOn(string title, string executor, string line)
    {
        if (executor.Length > 0 && TableRows.IsOpen(executor) && !TableRows.IsOpen(title)) return -1;
        var people = Executors.Person.Matches(line);
        if (people.Count > 0 && people[^1] is { Index: > 0 } last && last.Index + last.Length >= line.TrimEnd(' ', '.', ',').Length - 1
            && Executors.StartIn(line) is var first && (first < 0 || people.Count > 1 || first == last.Index)) return last.Index;
        if (Executors.StartsExecutor(line) && char.IsUpper(line[0])) return TableRows.IsOpen(title) ? line.Length : -1;
        return Executors.StartIn(line) is > 0 and var at ? at : line.Length;
    }

    private static void Add(List<GridCell> cells, int column, string text)
    {
        if (text.Length > 0) cells[column] = cells[column] with { Text = cells[column].Text.Length == 0 ? text : cells[column].Text + "\n" + text };
    }

    private static (int Start, int Length)? Time(string text, bool titleFirst, bool executorAfter)
    {
        var matches = DeadlineWords.Matches(text).Where(m => DeadlineWords.Looks(text.Substring(m.Start, m.Length))).ToList();
        if (matches.Count == 0) return null;
        // The title may speak of days as well: the deadline is the last one that leaves room for the executor.
        return !titleFirst ? matches[0]
            : executorAfter && matches.LastOrDefault(m => Executors.Looks(text[(m.Start + m.Length)..])) is { Length: > 0 } fits ? fits : matches[^1];
    }

    /// <summary>The deadline of the row and what stands before and after it.</summary>
    private static (string Before, string Time, string After) Around(string text, bool titleFirst, bool executorAfter) =>
        Time(text, titleFirst, executorAfter) is not var (start, length) ? (text, "", "")
        : (text[..start].Trim(), text.Substring(start, length).Trim(' ', ',', ';'), text[(start + length)..].Trim(' ', ',', ';'));

    private static void Fill(List<GridCell> cells, string text, int title, int executor, Func<int, bool> here)
    {
        var holdsTitle = title >= 0 && here(title) && cells[title].Text.Length == 0;
        var holdsExecutor = executor >= 0 && here(executor);
        if (holdsTitle && holdsExecutor && Executors.StartIn(text) is > 0 and var at)
        {
            Add(cells, title, text[..at].Trim());
            Add(cells, executor, text[at..].Trim());
            return;
        }
        var to = holdsTitle ? title : holdsExecutor ? executor : -1;
        if (to >= 0) cells[to] = cells[to] with { Text = text };
    }
}
