using Vekha.Deadlines;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>A row of a table as a measure: which cell becomes which field.</summary>
internal static partial class RowReading
{
    /// <summary>Columns kept under a name of their own.</summary>
    public static IEnumerable<(int Column, string Key)> OtherFields(TableHeader header)
    {
        for (var c = 0; c < header.Columns.Length; c++)
            if (Key(header.Columns[c].Meaning) is { } key) yield return (c, key);
    }

    private static string? Key(Meaning meaning) => meaning switch
    {
        Meaning.Result => "result",
        Meaning.Evidence => "evidence",
        Meaning.Funding => "funding",
        Meaning.Place => "place",
        Meaning.Audience => "audience",
        Meaning.Method => "method",
        Meaning.Leader => "leader",
        Meaning.Note => "note",
        Meaning.Control => "control",
        Meaning.Indicator => "indicator",
        Meaning.Time => "time",
        _ => null,
    };

    public static RawMeasure? Of(GridRow row, TableHeader header, Grid grid)
    {
        var titleColumn = header.Find(Meaning.Title);
        var title = row[titleColumn];
        var measure = new RawMeasure { Place = row.Place, FromText = grid.FromText };
        ReadNumber(row, header, measure);
        measure.Title = Words.Line(title.FromLeft ? "" : title.Text);
        if (measure.Number is null && Numbering.Split(measure.Title) is { Number: { } own } split)
            (measure.Number, measure.Title) = (own, split.Text);
        else if (measure.Number is null && Numbering.SplitItem(measure.Title) is { Mark: { } mark } item)
            (measure.Number, measure.Title) = (mark.EndsWith(')') ? mark.TrimEnd(')') : null, item.Text);
        if (measure.Title.Length == 0 || Words.SaysNothing(measure.Title)) return null;
        measure.Places["title"] = title.Place;
        ReadExecutors(row, header, measure);
        ReadDeadlines(row, header, grid, measure);
        foreach (var (c, key) in OtherFields(header))
            if (!row[c].SaysNothing && !row[c].FromLeft)
                measure.Fields[key] = measure.Fields.TryGetValue(key, out var before) ? $"{before}; {Words.Line(row[c].Text)}" : Words.Line(row[c].Text);
        return measure;
    }

    private static void ReadNumber(GridRow row, TableHeader header, RawMeasure measure)
    {
        var column = header.Find(Meaning.Number);
        if (column < 0 || row[column] is not { Speaks: true } cell) return;
        // A spreadsheet made «1.3» the first of March.
        measure.Number = cell.Date is { } date ? $"{date.Day}.{date.Month}" : Numbering.IsNumber(cell.Text) ? Numbering.Clean(cell.Text) : Words.Line(cell.Text).TrimEnd('.', ')');
        measure.Places["number"] = cell.Place;
    }

    private static void ReadExecutors(GridRow row, TableHeader header, RawMeasure measure)
    {
        foreach (var c in header.All(Meaning.Executor).Concat(header.All(Meaning.CoExecutor)))
        {
            var cell = row[c];
            if (cell.FromLeft || cell.SaysNothing) continue;
            measure.ExecutorText = measure.ExecutorText.Length == 0 ? cell.Text : $"{measure.ExecutorText}\n{cell.Text}";
            measure.ExecutorsInherited |= cell.FromAbove;
            measure.Places.TryAdd("executors", cell.Place);
        }
    }

    private static void ReadDeadlines(GridRow row, TableHeader header, Grid grid, RawMeasure measure)
    {
        var (start, end) = (header.Find(Meaning.Start), header.Find(Meaning.End));
        List<GridCell> cells = [];
        if (start >= 0 || end >= 0)
        {
            cells.AddRange(new[] { start, end }.Where(c => c >= 0).Select(c => row[c]));
            measure.DeadlineJoint = " – ";
        }
        var columns = header.All(Meaning.Deadline).ToList();
        if (cells.All(c => c.SaysNothing))
        {
            cells = [.. columns.Select(c => row[c])];
            measure.DeadlineJoint = "; ";
        }
        // A cell merged sideways counts once, and only where it starts in a column about time.
        cells = [.. cells.Where(c => !c.SaysNothing && !(c.FromLeft && (cells.Any(o => !ReferenceEquals(o, c) && !o.FromLeft && o.Place == c.Place) || !IsAboutTime(header, c.Place.Cell))))];
        if (cells.Count > 0) measure.Places["deadline"] = cells[0].Place;
        foreach (var cell in cells) measure.Deadlines.Add(cell.Text);
        measure.EveryYear = columns.Exists(c => header.Columns[c].Heading.Contains("ежегодн", StringComparison.OrdinalIgnoreCase));
        if (cells.Count > 0 && cells.All(c => c.Date is not null)) measure.Known = Dated(cells, measure.DeadlineJoint);
        if (header.BothInOne is >= 0 and var both && !row[both].SaysNothing && !row[both].FromLeft) SplitDeadline(row[both], measure);
        if (measure.Deadlines.Count == 0) MonthGrid.Read(row, header, measure);
        if (measure.Deadlines.Count == 0 && columns.Count == 0 && start < 0 && end < 0 && !header.Has(Meaning.Mark)) FromSentence(measure);
        if (measure.Deadlines.Count == 0 && columns.Count == 1 && !row[columns[0]].FromLeft && measure.ExecutorText.Length > 0)
            measure.Doubts.Add(("deadline-lost", $"У мероприятия «{measure.Title}» ячейка срока пуста. Каким он должен быть?"));
    }

    /// <summary>«Срок, ответственный» in one column: lines about time are the deadline, the others name the executor.</summary>
    private static void SplitDeadline(GridCell cell, RawMeasure measure)
    {
        var lines = cell.Text.Split('\n');
        var times = lines.Where(DeadlineWords.Looks).ToList();
        var who = string.Join('\n', lines.Where(l => !times.Contains(l)));
        if (times.Count == 0 && DeadlineWords.Matches(lines[0]) is [{ Start: 0 } time, ..])
            (times, who) = ([lines[0][..time.Length].Trim(' ', ',', ';')], string.Join('\n', lines.Skip(1).Prepend(lines[0][time.Length..].Trim(' ', ',', ';'))));
        if (times.Count == 0 || who.Trim().Length == 0) return;
        measure.Deadlines.Clear();
        measure.Deadlines.Add(string.Join('\n', times));
        measure.ExecutorText = who.Trim();
        measure.Places.TryAdd("executors", cell.Place);
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"^(?:до|к|не\s+поз|не\s+реже|в\s+срок|в\s+течени|еже|с\s+\d|раз\s)", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex OpensTerm { get; }

    /// <summary>A table without a column for it: «Подготовить заявку … до 1 февраля 2024 г.» says its deadline itself.</summary>
    private static void FromSentence(RawMeasure measure)
    {
        if (SentenceDeadline.Take(measure.Title) is not { } found || !OpensTerm.IsMatch(found.When)) return;
        measure.Deadlines.Add(Words.Line(found.When));
        measure.Places["deadline"] = measure.Places.GetValueOrDefault("title", measure.Place);
        measure.Confidence = Math.Min(measure.Confidence, 0.65);
    }

    private static bool IsAboutTime(TableHeader header, int column) =>
        column >= 0 && column < header.Columns.Length && header.Columns[column].Meaning is Meaning.Deadline or Meaning.Start or Meaning.End or Meaning.Mark;

    private static IReadOnlyList<Deadline> Dated(List<GridCell> cells, string joint)
    {
        var days = cells.Select(c => WrittenDate.Of(c.Date!.Value)).ToList();
        return joint == " – " && days.Count == 2 ? [new Deadline.During(days[0], days[1])] : [.. days.Select(d => new Deadline.On(d))];
    }
}
