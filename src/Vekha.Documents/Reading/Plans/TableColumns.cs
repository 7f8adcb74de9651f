using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Where headings are missing, say too little or lie: the sense of a column from what its cells look like.</summary>
internal static partial class TableColumns
{
    private const int Sample = 60;

    [GeneratedRegex(@"^\s*20\d\d\s*(?:год|г\.?)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Year { get; }

    /// <summary>What the cells of a column look like, as shares of its filled cells.</summary>
    internal sealed record Look(int Filled, int Rows, double Time, double People, double Numbers, double Length, double Marks)
    {
        public bool IsSparse => Rows > 3 && Filled * 3 < Rows * 2;
    }

    public static Look Of(Grid grid, int first, int column)
    {
        int filled = 0, rows = 0;
        double time = 0, people = 0, numbers = 0, length = 0, marks = 0;
        for (var r = first; r < Math.Min(grid.Rows.Count, first + Sample); r++)
        {
            var row = grid.Rows[r];
            if (row.Speaking.Take(2).Count() < 2 && !row.Cells.Any(c => c.FromAbove)) continue;
            rows++;
            if (!row[column].Speaks) continue;
            var text = row[column].Text;
            filled++;
            length += text.Length;
            if (Numbering.IsNumber(text)) numbers++;
            else if (IsMark(text)) marks++;
            else if (row[column].Date is not null || DeadlineWords.Looks(text)) time++;
            else if (Executors.Looks(text)) people++;
        }
        var n = Math.Max(1, filled);
        return new Look(filled, rows, time / n, people / n, numbers / n, length / n, marks / n);
    }

    /// <summary>«+», «х», «V», a filled square: a mark of a month grid.</summary>
    public static bool IsMark(string text) => text.Trim() is "+" or "х" or "Х" or "x" or "X" or "*" or "v" or "V" or "√" or "✓" or "✔" or "•" or "●" or "■" or "++" or "да" or "Да" or "1";

    /// <summary>Mends the columns that the headings left unclear.</summary>
    public static TableHeader Mend(TableHeader header, Grid grid)
    {
        var columns = (Column[])header.Columns.Clone();
        var looks = new Look?[columns.Length];
        Look At(int c) => looks[c] ??= Of(grid, header.Last + 1, c);

        // «2024 | 2025 | 2026» over marks: a grid of years.
        for (var c = 0; c < columns.Length; c++)
            if (Year.IsMatch(columns[c].Heading) && columns[c].Meaning is Meaning.Unknown or Meaning.Deadline && At(c).Filled > 0 && At(c).Marks > 0.5)
                columns[c] = columns[c] with { Meaning = Meaning.Mark };
        Duplicates(columns, At);
        if (!columns.Any(c => c.Meaning is Meaning.Deadline or Meaning.Start or Meaning.End or Meaning.Mark or Meaning.Time))
            Choose(columns, At, Meaning.Deadline, l => l.Time, 0.6);
        OtherDeadlines(columns, At);
        if (columns.All(c => c.Meaning is not (Meaning.Executor or Meaning.CoExecutor)))
            Choose(columns, At, Meaning.Executor, l => l.People, 0.5);
        if (columns.All(c => c.Meaning is not (Meaning.Executor or Meaning.CoExecutor)) && Array.FindIndex(columns, c => c.Meaning is Meaning.Leader or Meaning.Control) is >= 0 and var leader)
            columns[leader] = columns[leader] with { Meaning = Meaning.Executor };
        var standsIn = columns.All(c => c.Meaning != Meaning.Title) && columns.Any(c => c.Meaning == Meaning.Leader);
        SectionAndTitle(columns, At);
        if (columns.All(c => c.Meaning != Meaning.Number) && columns.Length > 1 && columns[0].Meaning == Meaning.Unknown && At(0).Numbers > 0.5)
            columns[0] = columns[0] with { Meaning = Meaning.Number };
        return header with { Columns = columns, TitleStandsIn = standsIn };
    }

    private static void Choose(Column[] columns, Func<int, Look> at, Meaning meaning, Func<Look, double> share, double least)
    {
        // A column whose heading says nothing comes before one whose heading says something else.
        var free = Enumerable.Range(0, columns.Length).Where(c => columns[c].Meaning is Meaning.Unknown or Meaning.Place or Meaning.Audience or Meaning.Section)
            .Where(c => at(c).Filled > 0 && share(at(c)) >= least);
        var best = free.OrderByDescending(c => columns[c].Meaning == Meaning.Unknown).ThenByDescending(c => share(at(c))).FirstOrDefault(-1);
        if (best >= 0) columns[best] = columns[best] with { Meaning = meaning };
    }

    /// <summary>Two columns of one name: the one whose cells look right keeps it.</summary>
    private static void Duplicates(Column[] columns, Func<int, Look> at)
    {
        var deadlines = Enumerable.Range(0, columns.Length).Where(c => columns[c].Meaning == Meaning.Deadline).ToList();
        foreach (var c in deadlines)
            if (at(c).Filled > 1 && at(c).Time < 0.2 && deadlines.Count > 1)
                columns[c] = columns[c] with { Meaning = at(c).People > 0.5 ? Meaning.Executor : Meaning.Note };
        // «Дата» and «Время»: the hour is not a second deadline.
        deadlines = [.. Enumerable.Range(0, columns.Length).Where(c => columns[c].Meaning == Meaning.Deadline)];
        foreach (var c in deadlines)
            if (deadlines.Count > 1 && columns[c].Heading.StartsWith("врем", StringComparison.OrdinalIgnoreCase)) columns[c] = columns[c] with { Meaning = Meaning.Time };
        // Headings that lie: «Срок» over people and «Исполнитель» over dates.
        var time = Array.FindIndex(columns, c => c.Meaning == Meaning.Deadline);
        var who = Array.FindIndex(columns, c => c.Meaning == Meaning.Executor);
        if (time >= 0 && who >= 0 && at(time).Time < 0.2 && at(who).Time > 0.7 && at(time).Filled > 1)
            (columns[time], columns[who]) = (columns[time] with { Meaning = Meaning.Executor }, columns[who] with { Meaning = Meaning.Deadline });
    }

    /// <summary>A column without a known name beside a deadline column, full of dates, is a second deadline («Подготовка», «Утверждение»).</summary>
    private static void OtherDeadlines(Column[] columns, Func<int, Look> at)
    {
        for (var c = 0; c < columns.Length; c++)
            if (columns[c].Meaning == Meaning.Unknown && columns[c].Heading.Length > 0 && at(c) is { Filled: > 1, Time: >= 0.7 })
                columns[c] = columns[c] with { Meaning = Meaning.Deadline };
    }

    private static void SectionAndTitle(Column[] columns, Func<int, Look> at)
    {
        var titles = Enumerable.Range(0, columns.Length).Where(c => columns[c].Meaning == Meaning.Title).ToList();
        // Several columns called «мероприятие», «содержание», «этап»: the fullest and longest is the title, a sparse one before it the section.
        if (titles.Count > 1)
        {
            var title = titles.OrderByDescending(c => Math.Min(1.0, at(c).Filled / Math.Max(1.0, at(c).Rows)) >= 0.7 ? 1 : 0).ThenByDescending(c => Strength(columns[c].Heading)).ThenByDescending(c => at(c).Length).First();
            foreach (var c in titles)
                if (c != title) columns[c] = columns[c] with { Meaning = c < title && at(c).IsSparse ? Meaning.Section : c < title ? Meaning.Section : Meaning.Method };
        }
        else if (titles.Count == 1 && columns.Length > 2 && at(titles[0]) is var look)
        {
            // «Наименование мероприятий» merged over several «Формы сопровождения»: the forms are the measures.
            var detail = Enumerable.Range(0, columns.Length).FirstOrDefault(c => c > titles[0] && columns[c].Meaning is Meaning.Method or Meaning.Unknown && at(c).Filled > look.Filled * 1.4 && at(c).Length > 15 && at(c).Time < 0.3 && at(c).People < 0.5, -1);
            if (detail >= 0 && look.IsSparse)
            {
                columns[detail] = columns[detail] with { Meaning = Meaning.Title };
                columns[titles[0]] = columns[titles[0]] with { Meaning = Meaning.Section };
            }
        }
        if (columns.Any(c => c.Meaning == Meaning.Title)) return;
        // No column names the measure: a method or a result stands for it, else the longest text.
        foreach (var meaning in (ReadOnlySpan<Meaning>)[Meaning.Method, Meaning.Result, Meaning.Evidence, Meaning.Unknown, Meaning.Section])
        {
            var c = Enumerable.Range(0, columns.Length).Where(c => columns[c].Meaning == meaning && at(c).Filled > 0 && at(c).Time < 0.5).OrderByDescending(c => at(c).Length).FirstOrDefault(-1);
            if (c < 0) continue;
            columns[c] = columns[c] with { Meaning = Meaning.Title };
            return;
        }
    }

    private static int Strength(string heading) =>
        heading.Contains("мероприят", StringComparison.OrdinalIgnoreCase) ? 3
        : heading.Contains("содержан", StringComparison.OrdinalIgnoreCase) || heading.Contains("наименован", StringComparison.OrdinalIgnoreCase) ? 2 : 1;

    /// <summary>A table without a heading: the columns by their look, or <c>null</c> where it is no plan.</summary>
    public static TableHeader? Guess(Grid grid)
    {
        if (grid.Rows.Count < 2 || grid.Width < 2) return null;
        var columns = new Column[grid.Width];
        Look At(int c) => Of(grid, 0, c);
        for (var c = 0; c < grid.Width; c++)
        {
            var look = At(c);
            columns[c] = new Column("", look.Filled == 0 ? Meaning.Unknown
                : c == 0 && look.Numbers > 0.6 ? Meaning.Number
                : look.Time > 0.6 ? Meaning.Deadline
                : Meaning.Unknown);
        }
        if (columns.All(c => c.Meaning != Meaning.Deadline)) return null;
        var title = Enumerable.Range(0, grid.Width).Where(c => columns[c].Meaning == Meaning.Unknown && At(c).People < 0.6).OrderByDescending(c => At(c).Length).FirstOrDefault(-1);
        if (title < 0 || At(title).Length < 12) return null;
        columns[title] = columns[title] with { Meaning = Meaning.Title };
        Choose(columns, At, Meaning.Executor, l => l.People, 0.4);
        return new TableHeader(-1, -1, columns);
    }
}
