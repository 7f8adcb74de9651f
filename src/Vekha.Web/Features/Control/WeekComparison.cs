using Vekha.Calendars;
using Vekha.Control;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>An assignment that stands otherwise than a week ago.</summary>
/// <param name="Words">«был 15.11.2017, стал 29.11.2017».</param>
public sealed record WeekChange(BoardRow Row, string Words)
{
    /// <summary>«Комитет образования, Тосненский район»: who, and where when the name does not say it.</summary>
    public string Who => Row.Executor.Title + (Row.Item.Territory is { } where && !Says(Row.Executor.Title, where) ? $", {where}" : "");

    // «Комитет образования Тихвинского района» says «Тихвинский район» already: words agree by all but their endings.
    private static bool Says(string name, string where)
    {
        const int ending = 3, shortest = 3;
        var words = name.Split(' ');
        return where.Split(' ').All(w => Array.Exists(words, n => n.StartsWith(w[..Math.Max(Math.Min(shortest, w.Length), w.Length - ending)], StringComparison.OrdinalIgnoreCase)));
    }
}

/// <summary>A measure with everything of it in one list: its words stand once, the districts under them.</summary>
public sealed record WeekGroup(MeasureLine Measure, IReadOnlyList<WeekChange> Rows)
{
    /// <summary>«П.5. Отчёт о проведённых мероприятиях».</summary>
    public string Title => Measure.Code.Length > 0 ? $"{Measure.Code}. {Measure.Title}" : Measure.Title;

    /// <summary>Why the day is this one, where all rows have the same reason.</summary>
    public string? Why => Rows.Select(r => r.Row.Item.Why).Distinct().ToList() is [{ Length: > 0 } one] ? one : null;

    /// <summary>The measures in the order of their first rows; <c>null</c> where none comes twice and a plain list says it all.</summary>
    public static IReadOnlyList<WeekGroup>? Of(IReadOnlyList<WeekChange> changes)
    {
        var groups = changes.GroupBy(c => c.Row.Measure.Id).Select(g => new WeekGroup(g.First().Row.Measure, [.. g])).ToList();
        return groups.Count == changes.Count ? null : groups;
    }
}

/// <summary>An executor whose work got worse in the week.</summary>
/// <param name="Before">Overdue a week ago.</param>
/// <param name="Now">Overdue on the day.</param>
public sealed record SlidExecutor(BoardKey Executor, int Before, int Now, int? PercentBefore, int? PercentNow);

/// <summary>Figures of a day.</summary>
public sealed record WeekFigures(int OnControl, int Overdue, int Closed, int UnderCheck, Discipline Discipline)
{
    internal static WeekFigures Of(IReadOnlyList<AssignmentStatus> statuses) => new(
        statuses.Count(s => !s.State.IsClosed()), statuses.Count(s => s.State == AssignmentState.Overdue), statuses.Count(s => s.State is AssignmentState.Done or AssignmentState.DoneLate),
        statuses.Count(s => s.State == AssignmentState.Submitted), Discipline.Of(statuses, new(DateOnly.MinValue, DateOnly.MaxValue)));
}

/// <summary>
/// «За неделю»: the board of a day beside the board of the same weekday before, both worked out from the records: what became
/// overdue, what was closed, what was moved or sent back, who slid.
/// </summary>
public sealed class WeekComparison
{
    private const int MostSlid = 10;

    internal WeekComparison(BoardScene scene)
    {
        (Scene, Since) = (scene, scene.Day.AddDays(-7));
        var pairs = scene.Answering.Select(r => (Row: r, Was: scene.StatusOn(r, Since), IsNew: r.Item.PutOnControlOn > Since)).ToList();
        Now = WeekFigures.Of([.. pairs.Select(p => p.Row.Status)]);
        Before = WeekFigures.Of([.. pairs.Where(p => !p.IsNew).Select(p => p.Was)]);
        NewCount = pairs.Count(p => p.IsNew);
        BecameOverdue = [.. pairs.Where(p => p.Row.State == AssignmentState.Overdue && p.Was.State != AssignmentState.Overdue).OrderByDescending(p => p.Row.Status.DaysLate).ThenBy(p => p.Row.Measure.Position)
            .Select(p => new WeekChange(p.Row, p.IsNew ? "новое" : $"было: {Owed.WordsOf(p.Was)}"))];
        Closed = [.. pairs.Where(p => p.Row.State.IsClosed() && !p.Was.State.IsClosed()).OrderBy(p => p.Row.Status.Control ?? DateOnly.MaxValue).Select(p => new WeekChange(p.Row, $"было: {Owed.WordsOf(p.Was)}"))];
        Moved = [.. pairs.Where(p => !p.IsNew && p.Was.Control is not null && p.Row.Status.Control > p.Was.Control).OrderByDescending(p => p.Row.Status.Control!.Value.DayNumber - p.Was.Control!.Value.DayNumber)
            .Select(p => new WeekChange(p.Row, $"был {Ru.ShortDay(p.Was.Control!.Value)}, стал {Ru.ShortDay(p.Row.Status.Control!.Value)}{GroundOf(p.Row, scene.Day)}"))];
        SentBack = [.. pairs.Where(p => p.Row.State == AssignmentState.Returned && p.Was.State != AssignmentState.Returned).Select(p => new WeekChange(p.Row, p.Row.Status.Line))];
        Slid = [.. pairs.GroupBy(p => p.Row.Executor.Key).Select(g => Slide(g.First().Row.Executor, [.. g.Select(p => p.Row.Status)], [.. g.Where(p => !p.IsNew).Select(p => p.Was)]))
            .Where(s => s.Now > s.Before || s.PercentNow < s.PercentBefore).OrderByDescending(s => s.Now - s.Before).ThenBy(s => (s.PercentNow ?? 0) - (s.PercentBefore ?? 0)).ThenBy(s => s.Executor.Order).Take(MostSlid)];
    }

    public BoardScene Scene { get; }

    /// <summary>The day a week before.</summary>
    public DateOnly Since { get; }
    public WeekFigures Now { get; }
    public WeekFigures Before { get; }

    /// <summary>How many were put on control in the week.</summary>
    public int NewCount { get; }
    public IReadOnlyList<WeekChange> BecameOverdue { get; }
    public IReadOnlyList<WeekChange> Closed { get; }

    /// <summary>Extended in the week, by the author of the day or by a new version of the plan.</summary>
    public IReadOnlyList<WeekChange> Moved { get; }
    public IReadOnlyList<WeekChange> SentBack { get; }

    /// <summary>«Кто сдал»: more overdue than a week ago, or a lower share in time.</summary>
    public IReadOnlyList<SlidExecutor> Slid { get; }

    /// <summary>«Срок до воскресенья»: open work of the days ahead; on a Friday the meeting looks at the next week.</summary>
    public IReadOnlyList<BoardRow> Coming => [.. Scene.Answering.Where(r => r.State is AssignmentState.InProgress or AssignmentState.Risk or AssignmentState.NotDue or AssignmentState.Returned
        && r.Status.Control >= Scene.Day && r.Status.Control <= Until).OrderBy(r => r.Status.Control).ThenBy(r => r.Measure.Position)];

    public DateOnly Until
    {
        get
        {
            var sunday = Scene.Day.AddDays((7 - (int)Scene.Day.DayOfWeek) % 7);
            return sunday.DayNumber - Scene.Day.DayNumber < 3 ? sunday.AddDays(7) : sunday;
        }
    }

    private static SlidExecutor Slide(BoardKey executor, IReadOnlyList<AssignmentStatus> now, IReadOnlyList<AssignmentStatus> before)
    {
        var (a, b) = (WeekFigures.Of(before), WeekFigures.Of(now));
        return new(executor, a.Overdue, b.Overdue, a.Discipline.Percent, b.Discipline.Percent);
    }

    /// <summary>Why the day was moved, in the words of who moved it.</summary>
    private static string GroundOf(BoardRow row, DateOnly day)
    {
        var last = row.Item.Extensions.Where(e => e.On <= day).Select(e => (e.On, e.At, e.Ground)).Concat(row.Item.Terms.Where(t => t.On <= day).Select(t => (t.On, t.At, t.Ground))).OrderBy(e => e.On).ThenBy(e => e.At).LastOrDefault();
        return string.IsNullOrEmpty(last.Ground) ? "" : $": {last.Ground}";
    }
}
