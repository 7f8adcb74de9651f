using Vekha.Calendars;
using Vekha.Deadlines;

namespace Vekha.Media;

/// <summary>«Неполный период»: how many are owed in a month or quarter of which the plan covers only a part.</summary>
public enum PartialPeriod
{
    /// <summary>As many as in a whole one.</summary>
    Whole,
    /// <summary>In proportion to the days covered, rounded up.</summary>
    Share,
    /// <summary>None.</summary>
    None,
}

/// <summary>«Периодичность публикаций»: «не менее 2 раз в месяц», «ежедневно», made into days.</summary>
/// <param name="Rule">Which interval.</param>
/// <param name="Times">How many in one interval, one or more.</param>
public sealed record PublicationPace(Recurrence Rule, int Times = 1)
{
    /// <summary>A window of the pace.</summary>
    /// <param name="Days">The days of it that the plan covers.</param>
    /// <param name="Owed">How many are owed in it.</param>
    /// <param name="IsPartial">The plan covers only a part of it.</param>
    public sealed record Window(DateRange Days, int Owed, bool IsPartial);

    /// <summary>The pace a deadline means, or <c>null</c> for a deadline that does not repeat.</summary>
    public static PublicationPace? Of(Deadline deadline) => deadline is Deadline.Every every ? new(every.Rule, Math.Max(1, every.Times ?? 1)) : null;

    /// <summary>Whether every working day is its own window.</summary>
    public bool IsDaily => Rule.Frequency == Frequency.Daily;

    /// <summary>Windows of the span in order; for a daily pace the working days.</summary>
    /// <param name="span">Days of the plan.</param>
    /// <param name="partial">What a window that lies partly outside owes.</param>
    /// <param name="calendar">Which days are worked.</param>
    public IReadOnlyList<Window> Windows(DateRange span, PartialPeriod partial, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (IsDaily) return [.. span.Days().Where(calendar.IsWorking).Select(d => new Window(new(d, d), Times, false))];
        var windows = new List<Window>();
        for (var whole = Around(span.First); whole.First <= span.Last; whole = Around(whole.Last.AddDays(1)))
        {
            var inside = new DateRange(whole.First < span.First ? span.First : whole.First, whole.Last > span.Last ? span.Last : whole.Last);
            windows.Add(new(inside, OwedIn(inside, whole, partial), inside != whole));
        }
        return windows;
    }

    /// <summary>Days by which each is owed: a window is cut into equal parts, each ends on its last working day.</summary>
    public static IReadOnlyList<DateOnly> DaysOf(Window window, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(calendar);
        var days = new List<DateOnly>();
        for (var i = 1; i <= window.Owed; i++)
        {
            var last = window.Days.First.AddDays((int)((long)window.Days.Length * i / window.Owed) - 1);
            var worked = calendar.PreviousWorking(last < window.Days.First ? window.Days.First : last);
            days.Add(worked < window.Days.First ? window.Days.First : worked);
        }
        return days;
    }

    /// <summary>Working days of the span on which nothing came out: gaps of a daily log.</summary>
    public static IReadOnlyList<DateOnly> Gaps(DateRange span, IReadOnlySet<DateOnly> published, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(calendar);
        return [.. span.Days().Where(d => calendar.IsWorking(d) && !published.Contains(d))];
    }

    private DateRange Around(DateOnly day) => Rule.Frequency switch
    {
        Frequency.Weekly => DateRange.Week(day),
        Frequency.Yearly => DateRange.Year(day.Year),
        _ => Months(day, Math.Max(1, Rule.Interval)),
    };

    // «раз в квартал» is every three months counted from January.
    private static DateRange Months(DateOnly day, int length)
    {
        var first = new DateOnly(day.Year, (day.Month - 1) / length * length + 1, 1);
        var last = first.AddMonths(length).AddDays(-1);
        return new(first, last.Year == day.Year ? last : new(day.Year, 12, 31));
    }

    private int OwedIn(DateRange inside, DateRange whole, PartialPeriod partial) =>
        inside == whole || partial == PartialPeriod.Whole ? Times
        : partial == PartialPeriod.None ? 0
        : (Times * inside.Length + whole.Length - 1) / whole.Length;
}
