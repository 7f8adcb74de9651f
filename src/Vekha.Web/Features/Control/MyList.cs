using Vekha.Control;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>One group of «Мои мероприятия».</summary>
/// <param name="Name">As in the address: <c>over</c>.</param>
/// <param name="Title">«Просрочено».</param>
/// <param name="Note">«27 ноября, пн», or empty.</param>
/// <param name="Rows">In the order of their days.</param>
/// <param name="Hidden">How many more the group holds than the page shows.</param>
public sealed record MyGroup(string Name, string Title, string Note, IReadOnlyList<Owed> Rows, int Hidden)
{
    public int Count => Rows.Count + Hidden;
}

/// <summary>«Мои мероприятия»: what the person or the unit owes, the most urgent first.</summary>
public sealed class MyList
{
    /// <summary>How many rows of a group stand on the page before one asks for the rest.</summary>
    private const int Shown = 25;

    public required DateOnly Day { get; init; }
    public required IReadOnlyList<MyGroup> Groups { get; init; }
    public required IReadOnlyList<Programme> Programmes { get; init; }
    public required int Closed { get; init; }

    /// <summary>Assignments with a draft of a report.</summary>
    public required IReadOnlySet<Guid> Begun { get; init; }

    /// <summary>Programmes of the list that live on days of their own, other than <see cref="Day"/>.</summary>
    public IEnumerable<Programme> OnOwnDays => Rows.Where(r => r.Status.Day != Day).Select(r => r.Programme).DistinctBy(p => p.Id);

    public IEnumerable<Owed> Rows => Groups.SelectMany(g => g.Rows);

    /// <summary>What waits for the person now.</summary>
    public int Waiting => Groups.Where(g => g.Name is "over" or "report" or "today" or "week").Sum(g => g.Count);

    public int Open => Groups.Where(g => g.Name != "closed").Sum(g => g.Count);

    internal static IReadOnlyList<MyGroup> GroupsOf(IEnumerable<Owed> all, DateOnly day, string? whole)
    {
        var sunday = day.AddDays((7 - (int)day.DayOfWeek) % 7);
        (string Name, string Title, string Note)[] heads =
        [
            ("over", "Просрочено", ""),
            ("report", "Постоянные: пора отчитаться", ""),
            ("today", "Сегодня", $"{Ru.DayMonth(day)},{Ru.Nbsp}{Ru.WeekdayShort(day.DayOfWeek)}"),
            ("week", "На этой неделе", $"до {Ru.DayMonth(sunday)},{Ru.Nbsp}вс"),
            ("later", "Позже", ""),
            ("wait", "Ждут события", "дата не вычислена"),
            ("sent", "На проверке", ""),
            ("closed", "Закрыто", ""),
        ];
        var rows = OnlyNextReports(all).OrderBy(r => r.Status.Control ?? DateOnly.MaxValue).ThenByDescending(r => r.Assignment.Answers).ThenBy(r => r.Measure.Position).ToLookup(GroupOf);
        return [.. heads.Where(h => rows[h.Name].Any()).Select(h => Cut(h.Name, h.Title, h.Note, [.. rows[h.Name]], whole))];
    }

    private static MyGroup Cut(string name, string title, string note, IReadOnlyList<Owed> rows, string? whole) =>
        rows.Count <= Shown || name == whole ? new(name, title, note, rows, 0) : new(name, title, note, [.. rows.Take(Shown)], rows.Count - Shown);

    /// <summary>Of the periodic reports of «постоянно» only the next one: the rest would bury the list.</summary>
    private static IEnumerable<Owed> OnlyNextReports(IEnumerable<Owed> all)
    {
        var rows = all.ToList();
        var next = rows.Where(IsUnreported).GroupBy(r => (r.Assignment.MeasureId, r.Assignment.ExecutorId, r.Assignment.OrganisationId)).Select(g => g.MinBy(r => r.Status.Control)!.Assignment.Id).ToHashSet();
        return rows.Where(r => !IsUnreported(r) || next.Contains(r.Assignment.Id) || r.Status.Control <= r.Status.Day);
    }

    private static bool IsUnreported(Owed row) => row.Status.State == AssignmentState.Standing && !row.IsUnderCheck;

    private static string GroupOf(Owed row)
    {
        var (status, day) = (row.Status, row.Status.Day);
        if (status.State.IsClosed()) return "closed";
        if (row.IsUnderCheck) return "sent";
        if (status.State == AssignmentState.Overdue) return "over";
        if (status.Control is not { } control) return "wait";
        if (control < day) return "report";
        return control == day ? "today" : control <= day.AddDays((7 - (int)day.DayOfWeek) % 7) ? "week" : "later";
    }
}
