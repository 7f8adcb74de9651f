using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Wording;

namespace Vekha.Resolving;

/// <summary>One resolution at work: the kinds with days of their own; repetition and counting are in the other parts.</summary>
internal sealed partial class Resolver
{
    /// <summary>Outside these years a date is a slip of the pen, not a deadline.</summary>
    private const int FirstYear = 1900, LastYear = 2200;

    private readonly ResolutionContext context;
    private readonly Deadline deadline;
    private readonly WorkCalendar calendar;
    private readonly string words;

    internal Resolver(ResolutionContext context, Deadline deadline)
    {
        this.context = context;
        this.deadline = deadline;
        calendar = context.Calendar.WithDecreeDaysOff(context.Calendar.DecreeDaysAreOff || Policy.DecreeDaysMove);
        words = DeadlineWords.Shorten(context.Text) ?? DeadlineWords.Of(deadline);
    }

    private DeadlinePolicy Policy => context.Policy;

    internal Resolution Resolve() => deadline.Match(
        on => WithYears(on.Date, on.Date, days => One(Finish(null, days.Last, Opening(on.Date), ""))),
        by => WithYears(by.NotBefore ?? by.Date, by.Date, days => One(By(by, days))),
        from => WithYears(from.Date, from.Date, days => new Resolution.Standing(Stubs(Until(days.First)))),
        during => WithYears(during.First, during.Last, days => One(During(during, days))),
        _ => new Resolution.Standing(Stubs(context.Plan)),
        Every,
        Relative,
        _ => new Resolution.Waits("по мере необходимости: день появится вместе с событием"),
        reference => new Resolution.Link(reference.To),
        _ => WithoutTerm());

    private static Resolution.Days One(ControlDay day) => new([day]);

    /// <summary>Gives both dates their year and goes on, or says which year is wanting.</summary>
    private Resolution WithYears(WrittenDate first, WrittenDate last, Func<DateRange, Resolution> next)
    {
        if (!IsPossible(first) || !IsPossible(last)) return new Resolution.Unreadable("срок не распознан: такого дня нет в календаре");
        if (YearOf(first, last) is not { } year)
        {
            return new Resolution.NeedsYear(context.Plan is { } plan
                ? $"в сроке нет года, а план идёт с {Ru.DayMonthYear(plan.First)} по {Ru.DayMonthYear(plan.Last)}"
                : "в сроке нет года");
        }
        var (from, to) = (Day(first.In(year)), Day(last.In(year)));
        // «сентябрь – 31 мая 2024»: the end that has a year draws the other one before it.
        if (from > to && !first.HasYear) from = Day(first.In(year - 1));
        return from <= to ? next(new(from, to)) : new Resolution.Unreadable("срок не распознан: конец раньше начала");
    }

    /// <summary>Whether the date can be found in a calendar once its year is known.</summary>
    internal static bool IsPossible(WrittenDate date) =>
        date.Month is >= 1 and <= 12 && date.Day is >= 1 and <= 31 && (date.HasYear ? date.Year is >= FirstYear and <= LastYear : date.Year is 0 or 1);

    private static DateOnly Day(WrittenDate date) => WrittenDate.Of(date.Year, date.Month, date.Day).ToDay();

    /// <summary>The year that a date without one counts from: of the other end, or the only one that fits the plan.</summary>
    private int? YearOf(WrittenDate first, WrittenDate last)
    {
        if (last.HasYear) return last.Year;
        if (first.HasYear) return first.Year;
        if (context.Plan is not { } plan) return null;
        if (plan.First.Year == plan.Last.Year) return plan.First.Year;
        var fitting = Enumerable.Range(plan.First.Year - 1, plan.Last.Year - plan.First.Year + 2)
            .Where(y => Day(first.In(y)) >= plan.First && Day(last.In(y)) <= plan.Last).Take(2).ToArray();
        return fitting is [var only] ? only : null;
    }

    private List<string> Opening(WrittenDate date) => date.HasYear ? [words] : [words, "год — по периоду плана"];

    private ControlDay By(Deadline.By by, DateRange days)
    {
        var steps = Opening(by.Date);
        var start = by.NotBefore is null ? (DateOnly?)null : days.First;
        if (start is { } earliest) steps.Add($"не ранее {Ru.DayMonth(earliest)}");
        // «не позднее 1 октября» is inclusive everywhere; only «до 1 октября» is disputed.
        if (Policy.BeforeIsInclusive || SaysInclusive(context.Text))
        {
            steps.Add($"{Ru.DayMonth(days.Last)} включительно");
            return Finish(start, days.Last, steps, "включительно");
        }
        steps.Add($"«до» не включает {Ru.DayMonth(days.Last)}");
        return Finish(start, days.Last.AddDays(-1), steps, $"{Ru.DayMonth(days.Last)} не входит");
    }

    private static bool SaysInclusive(string? text) => text is not null
        && (text.Contains("не позднее", StringComparison.OrdinalIgnoreCase) || text.Contains("включительно", StringComparison.OrdinalIgnoreCase));

    private ControlDay During(Deadline.During during, DateRange days)
    {
        var steps = Opening(during.Last);
        if (days.Length > 1) steps.Add(Ru.RangeShort(days));
        return Finish(days.First, days.Last, steps, "", days.Length > 1 ? "срок — последний день, " : "");
    }

    /// <summary>«с 25 августа»: from that day to the end of the plan, or of its year where the plan is not known.</summary>
    private DateRange Until(DateOnly first)
    {
        var last = context.Plan?.Last ?? new(first.Year, 12, 31);
        return new(first, last < first ? first : last);
    }
}
