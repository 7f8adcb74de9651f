using System.Globalization;
using Vekha.Calendars;
using Vekha.Control;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>«График» beside the rows of a plan: days as shares of the width, so that SVG needs numbers only.</summary>
public sealed class Timeline
{
    private readonly DateRange span;

    /// <param name="plan">The plan; its period and all known days are on the scale, whole months.</param>
    public Timeline(PlanOnDay plan)
    {
        var days = plan.Assignments.SelectMany(a => new[] { a.Assignment.Start, a.Assignment.Nominal, a.Status.Control }).OfType<DateOnly>();
        // A stub of «постоянно» in the next January must not stretch a scale of a year: the period of the plan and a month around it bound it.
        var inside = days.Where(d => d >= plan.Plan.First.AddMonths(-1) && d <= plan.Plan.Last.AddMonths(1)).Append(plan.Plan.First).Append(plan.Plan.Last).ToList();
        var (first, last) = (inside.Min(), inside.Max());
        span = new(new(first.Year, first.Month, 1), new DateOnly(last.Year, last.Month, 1).AddMonths(1).AddDays(-1));
        Now = span.Contains(plan.Day) ? X(plan.Day) : null;
        Step = MonthsOf(span) switch { <= 14 => 1, <= 28 => 2, <= 48 => 3, _ => 12 };
        Months = [.. Enumerable.Range(0, MonthsOf(span)).Where(i => i % Step == 0).Select(i => Tick(span.First.AddMonths(i)))];
        Day = plan.Day;
    }

    public DateOnly Day { get; }

    /// <summary>Where the page's day stands, or <c>null</c> outside the scale.</summary>
    public string? Now { get; }

    /// <summary>How the words of the day stand to its line: inside the scale at both its ends.</summary>
    public string NowAnchor => ((Day.DayNumber - span.First.DayNumber) * 100.0 / span.Length) switch { < 10 => "start", > 90 => "end", _ => "middle" };

    /// <summary>Every how many months a line is drawn.</summary>
    public int Step { get; }

    public IReadOnlyList<MonthTick> Months { get; }

    public string Words => $"Шкала: {Ru.Period(span)}" + (Now is null ? "" : $", на {Ru.DayMonth(Day)}");

    /// <summary>The bar and the mark of a row.</summary>
    public Bar? BarOf(MeasureOnDay row)
    {
        if (row.Worst is not { } worst) return null;
        var assignment = worst.Assignment;
        var kind = worst.Status.State switch
        {
            AssignmentState.Done or AssignmentState.DoneLate => "done",
            AssignmentState.Overdue => "over",
            AssignmentState.Standing => "stand",
            _ => "",
        };
        if (assignment.Kind == AssignmentKind.Standing) return Of(span, "stand", null, "");
        if (worst.Status.Control is not { } control || worst.Status.Nominal is not { } nominal) return Of(new(Clip(Day), span.Last), "wait", null, "");
        var start = assignment.Start is { } from && from <= nominal ? from : nominal;
        var mark = worst.Status.State switch { AssignmentState.DoneLate => "late", AssignmentState.Done => "done", AssignmentState.Overdue => "over", _ => "" };
        return Of(new(Clip(start), Clip(control < start ? start : control)), kind, span.Contains(control) ? control : null, mark, assignment.Start is null);
    }

    /// <summary>The share of the width at which a day ends: «24.32%».</summary>
    public string X(DateOnly day) => Share(day.DayNumber - span.First.DayNumber + 1);

    private Bar Of(DateRange days, string kind, DateOnly? mark, string markKind, bool markOnly = false) => new(
        markOnly ? null : Share(days.First.DayNumber - span.First.DayNumber), markOnly ? null : Share(days.Length), kind,
        mark is { } day ? X(day) : null, markKind);

    private DateOnly Clip(DateOnly day) => day < span.First ? span.First : day > span.Last ? span.Last : day;

    private MonthTick Tick(DateOnly month) => new(Share(month.DayNumber - span.First.DayNumber), Share(month.DayNumber - span.First.DayNumber + (month.AddMonths(Step).DayNumber - month.DayNumber) / 2.0),
        Step == 12 ? "" : Ru.Month(month.Month)[..3], month.Month == 1 || month == span.First || Step == 12 ? month.Year : null, month.Month == 1);

    private string Share(double days) => Math.Round(days * 100 / span.Length, 2).ToString(CultureInfo.InvariantCulture) + "%";

    private static int MonthsOf(DateRange days) => ((days.Last.Year - days.First.Year) * 12) + days.Last.Month - days.First.Month + 1;
}

/// <summary>A month on the scale.</summary>
/// <param name="X">Its first day.</param>
/// <param name="Middle">Where its name stands.</param>
/// <param name="Name">«авг».</param>
/// <param name="Year">The year where it is to be written.</param>
public sealed record MonthTick(string X, string Middle, string Name, int? Year, bool IsJanuary);

/// <summary>The bar of a row.</summary>
/// <param name="X">Where it begins; <c>null</c> where only a day is known.</param>
/// <param name="Kind">Ending of the class: done, over, stand, wait or none.</param>
/// <param name="Mark">Where the control day stands.</param>
public sealed record Bar(string? X, string? Width, string Kind, string? Mark, string MarkKind);
