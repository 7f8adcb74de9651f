using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Cuts a row that came as one line into cells: the deadline by its look, the rest on its two sides.</summary>
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
        var (before, time, after) = deadline < 0 ? (rest, "", "") : Around(rest, deadline > title, executor > deadline);
        if (deadline >= 0) cells[deadline] = cells[deadline] with { Text = time };
        Fill(cells, before, title, executor, c => deadline < 0 || c < deadline || time.Length == 0);
        if (after.Length > 0) Fill(cells, after, title, executor, c => c > deadline);
        return cells;
    }

    /// <summary>The deadline of the row and what stands before and after it.</summary>
    private static (string Before, string Time, string After) Around(string text, bool titleFirst, bool executorAfter)
    {
        var matches = DeadlineWords.Matches(text).Where(m => DeadlineWords.Looks(text.Substring(m.Start, m.Length))).ToList();
        if (matches.Count == 0) return (text, "", "");
        // The title may speak of days as well: the deadline is the last one that leaves room for the executor.
        var found = !titleFirst ? matches[0]
            : executorAfter && matches.LastOrDefault(m => Executors.Looks(text[(m.Start + m.Length)..])) is { Length: > 0 } fits ? fits : matches[^1];
        return (text[..found.Start].Trim(), text.Substring(found.Start, found.Length).Trim(' ', ',', ';'), text[(found.Start + found.Length)..].Trim(' ', ',', ';'));
    }

    private static void Fill(List<GridCell> cells, string text, int title, int executor, Func<int, bool> here)
    {
        var holdsTitle = title >= 0 && here(title) && cells[title].Text.Length == 0;
        var holdsExecutor = executor >= 0 && here(executor);
        if (holdsTitle && holdsExecutor)
        {
            var at = Executors.StartIn(text);
            if (at > 0)
            {
                cells[title] = cells[title] with { Text = text[..at].Trim() };
                cells[executor] = cells[executor] with { Text = text[at..].Trim() };
                return;
            }
        }
        var to = holdsTitle ? title : holdsExecutor ? executor : -1;
        if (to >= 0) cells[to] = cells[to] with { Text = text };
    }
}
