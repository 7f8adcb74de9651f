using System.Text.RegularExpressions;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>A grid of months or quarters whose cells carry «+» or «х».</summary>
internal static partial class MonthGrid
{
    /// <summary>Takes the marked columns of the row as its deadline; neighbouring marks make one period.</summary>
    public static void Read(GridRow row, TableHeader header, RawMeasure measure)
    {
        var columns = header.All(Meaning.Mark).ToList();
        if (columns.Count == 0) return;
        var several = columns.Select(c => header.Columns[c].Group).Distinct().Count() > 1;
        List<List<int>> runs = [];
        for (var i = 0; i < columns.Count; i++)
        {
            if (row[columns[i]].SaysNothing) continue;
            if (runs.Count > 0 && runs[^1][^1] == i - 1) runs[^1].Add(i);
            else runs.Add([i]);
        }
        if (runs.Count == 0) return;
        measure.Places["deadline"] = row[columns[runs[0][0]]].Place;
        measure.DeadlineJoint = ", ";
        foreach (var run in runs)
        {
            foreach (var i in run) measure.Deadlines.Add(Name(header.Columns[columns[i]], several));
            measure.Runs.Add(Span(header, columns, run, several));
        }
        AddWords(row, columns, runs, measure);
    }

    private static string Name(Column column, bool withGroup) =>
        withGroup && column.Group.Length > 0 ? $"{column.Heading} {YearOf(column.Group) ?? column.Group}" : column.Heading;

    private static string? YearOf(string group) =>
        Year.Match(group) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"(?:19|20)\d\d(?:\s*(?:год\w*|г\.?))?")]
    private static partial Regex Year { get; }

    /// <summary>«январь 2024 – март 2024»: the words from which the period is read.</summary>
    private static string Span(TableHeader header, List<int> columns, List<int> run, bool several)
    {
        string At(int i)
        {
            var column = header.Columns[columns[i]];
            if (column.Heading.Trim() is { Length: 4 } year && year.All(char.IsAsciiDigit)) return year + " год";
            return YearOf(column.Group) is { } of && !column.Heading.Contains("20") ? $"{column.Heading} {of}" : Name(column, several);
        }
        return run.Count == 1 ? At(run[0]) : $"{At(run[0])} – {At(run[^1])}";
    }

    /// <summary>A cell of the grid may hold a day or an executor instead of a mark: kept as a note.</summary>
    private static void AddWords(GridRow row, List<int> columns, List<List<int>> runs, RawMeasure measure)
    {
        var words = runs.SelectMany(r => r).Select(i => row[columns[i]]).Where(c => c.Speaks && !TableColumns.IsMark(c.Text)).Select(c => Words.Line(c.Text)).ToList();
        if (words.Count == 0) return;
        measure.Fields["marks"] = string.Join("; ", words);
        measure.Doubts.Add(("deadline", $"В сетке месяцев вместо отметок стоит: «{string.Join("», «", words)}». Это уточнение срока?"));
    }
}
