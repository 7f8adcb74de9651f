using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Wording;

namespace Vekha.Resolving;

internal sealed partial class Resolver
{
    /// <summary>No plan repeats more often; a longer list is a slip of the pen.</summary>
    private const int MostOccurrences = 2000;

    /// <summary>A single day up to this one is a report about the interval before: «ежемесячно до 5 числа».</summary>
    private const int LatestReportDay = 15;

    private Resolution Every(Deadline.Every every)
    {
        if (every.Rule.Interval is < 1 or > 1200) return new Resolution.Unreadable("срок не распознан: такой периодичности не бывает");
        if ((every.First is { } f && !IsPossible(f)) || (every.Last is { } l && !IsPossible(l)))
            return new Resolution.Unreadable("срок не распознан: такого дня нет в календаре");
        var spans = Spans(every);
        if (spans.Count == 0)
        {
            return context.Plan is null
                ? new Resolution.NeedsYear("нужен период плана: не сказано, с какого и по какой день повторять")
                : new Resolution.Unreadable("срок не распознан: повторение не попадает в период плана");
        }
        if (every.Rule.Frequency == Frequency.Daily) return new Resolution.Standing([.. spans.SelectMany(s => Stubs(s))]);
        var days = spans.SelectMany(s => Occurrences(every, s)).Take(MostOccurrences).OrderBy(d => d.Nominal).ToArray();
        return days.Length > 0 ? new Resolution.Days(days) : new Resolution.Unreadable("срок не распознан: повторение не попадает в период плана");
    }

    /// <summary>The days over which the rule runs: the plan, cut by the bounds of the text; a window without a year comes every year.</summary>
    private List<DateRange> Spans(Deadline.Every every)
    {
        var (first, last) = (every.First, every.Last);
        if (first is { HasYear: true } || last is { HasYear: true })
        {
            var from = first is { } f ? Day(f.In((last ?? f).Year)) : context.Plan?.First ?? new DateOnly(last!.Value.Year, 1, 1);
            var to = last is { } l ? Day(l.In(from.Year)) : context.Plan?.Last is { } end && end >= from ? end : new(from.Year, 12, 31);
            // «с сентября по 31 мая 2022»: the end that has a year draws the other one before it.
            if (from > to && first is { HasYear: false }) from = from.AddYears(-1);
            return from <= to ? [new(from, to)] : [];
        }
        if (context.Plan is not { } plan) return [];
        if (first is null && last is null) return [plan];
        var (a, z) = (first ?? new(0, 1, 1), last ?? new(0, 12, 31));
        return [.. Enumerable.Range(plan.First.Year - 1, plan.Last.Year - plan.First.Year + 2)
            .Select(y => (First: Day(a.In(y)), Last: Day((z.CompareTo(a) < 0 ? z with { Year = 1 } : z).In(y))))
            .Where(w => w.First <= w.Last)
            .Select(w => new DateRange(w.First, w.Last).Intersect(plan)).OfType<DateRange>()];
    }

    private IEnumerable<ControlDay> Occurrences(Deadline.Every every, DateRange span) => every.Rule.Frequency switch
    {
        Frequency.Weekly => Weekly(every, span),
        Frequency.Monthly => Monthly(every, span),
        _ => Yearly(every, span),
    };

    private IEnumerable<ControlDay> Weekly(Deadline.Every every, DateRange span)
    {
        for (var week = DateRange.Week(span.First); week.First <= span.Last; week = DateRange.Week(week.First.AddDays(7 * every.Rule.Interval)))
        {
            if (every.Rule.WeekDays.Count > 0)
            {
                foreach (var day in week.Days().Where(d => every.Rule.WeekDays.Contains(d.DayOfWeek) && span.Contains(d))) yield return Named(day);
                continue;
            }
            var interval = new DateRange(week.First, week.First.AddDays((7 * every.Rule.Interval) - 1));
            if (interval.Intersect(span) is { } window) yield return Quota(every, interval, window);
        }
    }

    private IEnumerable<ControlDay> Monthly(Deadline.Every every, DateRange span)
    {
        var rule = every.Rule;
        foreach (var interval in Intervals(span, rule.Interval))
        {
            if (interval.Intersect(span) is not { } window) continue;
            if (rule.WeekDays.Count > 0)
            {
                foreach (var day in WeekDaysOf(rule, interval.First).Where(d => span.Contains(d) && (rule.Months.Count == 0 || rule.Months.Contains(d.Month)))) yield return Named(day);
            }
            else if (rule.Months.Count > 0 || rule.MonthDays.Count > 1 || (rule.MonthDays is [var only] && rule.Interval == 1 && only is > LatestReportDay or < 0))
            {
                foreach (var day in MonthsOf(interval).SelectMany(m => DaysOf(rule, m)).Where(span.Contains)) yield return Named(day);
            }
            else if (every.Times > 1) yield return Quota(every, interval, window);
            else yield return Report(interval, window, rule.MonthDays is [var day, ..] && day > 0 ? day : null);
        }
    }

    private IEnumerable<ControlDay> Yearly(Deadline.Every every, DateRange span)
    {
        var rule = every.Rule;
        // «до 10 апреля, 10 июля, 10 октября, 10 января»: a report about the quarter before, so the last one comes after the year.
        if (rule is { Months: [1, 4, 7, 10] or [1, 7], MonthDays: [> 0 and <= LatestReportDay and var reportDay] })
        {
            foreach (var interval in Intervals(span, 12 / rule.Months.Count))
                if (interval.Intersect(span) is { } window) yield return Report(interval, window, reportDay);
            yield break;
        }
        var inside = every is { First.HasYear: false } or { Last.HasYear: false } && rule.Months.Count == 0;
        for (var year = span.First.Year; year <= span.Last.Year; year += rule.Interval)
        {
            var interval = new DateRange(new(year, 1, 1), new(Math.Min(year + rule.Interval - 1, LastYear + 100), 12, 31));
            if (rule.Months.Count > 0)
            {
                foreach (var month in rule.Months.Where(m => m is >= 1 and <= 12).Select(m => DateRange.Month(year, m)))
                {
                    if (rule.MonthDays.Count == 0 && month.Intersect(span) is { } part) yield return Quota(every, month, part);
                    foreach (var day in DaysOf(rule, month).Where(span.Contains)) yield return Named(day);
                }
            }
            else if (interval.Intersect(span) is not { } window) continue;
            else if (inside) yield return Quota(every, window, window);
            else if (every.Times > 1) yield return Quota(every, interval, window);
            else yield return AnnualReport(interval, window);
        }
    }

    /// <summary>Intervals of so many months that meet the span: of the calendar where they divide a year, otherwise from its first month.</summary>
    private static IEnumerable<DateRange> Intervals(DateRange span, int months)
    {
        var shift = 12 % months == 0 ? (span.First.Month - 1) % months : 0;
        for (var first = new DateOnly(span.First.Year, span.First.Month, 1).AddMonths(-shift); first <= span.Last; first = first.AddMonths(months))
            yield return new(first, first.AddMonths(months).AddDays(-1));
    }

    private static IEnumerable<DateRange> MonthsOf(DateRange interval)
    {
        for (var first = interval.First; first <= interval.Last; first = first.AddMonths(1)) yield return DateRange.Month(first.Year, first.Month);
    }

    private static IEnumerable<DateOnly> DaysOf(Recurrence rule, DateRange month) =>
        rule.Months.Count > 0 && !rule.Months.Contains(month.First.Month) ? []
        : rule.MonthDays.Select(d => d < 0 ? month.Last : month.First.AddDays(Math.Min(d, month.Length) - 1)).Distinct();

    /// <summary>«первая среда месяца», «каждая пятница».</summary>
    private static IEnumerable<DateOnly> WeekDaysOf(Recurrence rule, DateOnly first)
    {
        var all = DateRange.Month(first.Year, first.Month).Days().Where(d => rule.WeekDays.Contains(d.DayOfWeek)).ToArray();
        return rule.Positions.Count == 0 ? all
            : rule.Positions.SelectMany(n => n >= 0 ? all.Skip(n - 1).Take(1) : all.SkipLast(-n - 1).TakeLast(1)).Order();
    }

    private ControlDay Named(DateOnly day) => Finish(null, day, [words], "") with { Occurrence = Ru.DayMonthYear(day) };
}
