using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Wording;

namespace Vekha.Resolving;

internal sealed partial class Resolver
{
    /// <summary>«не менее 2 раз в месяц»: so often before the interval ends.</summary>
    private ControlDay Quota(Deadline.Every every, DateRange interval, DateRange window)
    {
        var name = every.Rule.Frequency == Frequency.Weekly ? Ru.Range(interval) : Ru.Period(interval);
        List<string> steps = [words, name];
        if (window != interval) steps.Add($"в плане только {Ru.RangeShort(window)}");
        return Finish(window.First, window.Last, steps, "", "срок — последний день, ") with
        {
            Occurrence = name, Times = every.Times, IsPartial = window != interval,
        };
    }

    /// <summary>«ежеквартально»: a report about the interval by a day of the month after it, of the text or of the policy.</summary>
    private ControlDay Report(DateRange interval, DateRange window, int? day)
    {
        var number = day ?? Policy.ReportDay;
        var next = interval.Last.AddDays(1);
        var nominal = new DateOnly(next.Year, next.Month, Math.Min(number, DateTime.DaysInMonth(next.Year, next.Month)));
        var name = Ru.Period(interval);
        List<string> steps = [words, $"отчёт за {name}"];
        steps.Add(day is null ? $"день не назван, правило — {number}-е число следующего месяца" : $"{number}-е число следующего месяца");
        return Finish(window.First, nominal, steps, $"отчёт за {name}") with { Occurrence = $"за {name}" };
    }

    private ControlDay AnnualReport(DateRange interval, DateRange window)
    {
        var nominal = Policy.AnnualReport.In(interval.Last.Year + 1);
        var name = Ru.Period(interval);
        List<string> steps = [words, $"отчёт за {name}", $"правило — до {Ru.DayMonth(nominal)} следующего года"];
        return Finish(window.First, nominal, steps, "отчёт за год") with { Occurrence = $"за {name}" };
    }

    /// <summary>«постоянно»: nothing falls due but the reports of the policy.</summary>
    private List<ControlDay> Stubs(DateRange? period)
    {
        var stubs = new List<ControlDay>();
        if (period is not { } span) return stubs;
        for (var year = span.First.Year; year <= Math.Min(span.Last.Year, span.First.Year + 50); year++)
        {
            if (Policy.StandingReport == StandingReport.Quarterly)
            {
                stubs.AddRange(Enumerable.Range(1, 3).Select(q => DateRange.Quarter(year, q))
                    .Where(span.Overlaps).Select(q => Report(q, q.Intersect(span)!.Value, null)));
            }
            if (DateRange.Year(year).Intersect(span) is { } window) stubs.Add(AnnualReport(DateRange.Year(year), window));
        }
        return stubs;
    }
}
