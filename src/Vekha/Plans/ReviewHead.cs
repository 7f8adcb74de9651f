using Vekha.Calendars;
using Vekha.Deadlines;

namespace Vekha.Plans;

/// <summary>«Шапка плана» as a person confirms it: what is said once for all rows.</summary>
public sealed record ReviewHead
{
    /// <summary>Title in the words of the document.</summary>
    public required string Title { get; init; }

    /// <summary>A repair of the title that was proposed («МЕДИАСПЛАН» → «МЕДИАПЛАН»), or <c>null</c>.</summary>
    public string? ProposedTitle { get; init; }

    /// <summary>See <see cref="PlanDraft.Kind"/>.</summary>
    public string Kind { get; init; } = "roadmap";

    /// <summary>Who approved, or <c>null</c>.</summary>
    public ApprovalDraft? Approval { get; init; }

    /// <summary>The year of the plan, or <c>null</c>.</summary>
    public int? Year { get; init; }

    /// <summary>First day of the plan; <c>null</c> until it is known.</summary>
    public DateOnly? First { get; init; }

    /// <summary>Last day of the plan; <c>null</c> until it is known.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>Whether «до» includes the day named; <c>null</c> leaves it to the rules of the programme.</summary>
    public bool? BeforeIsInclusive { get; init; }

    /// <summary>Where a day off moves a deadline, the name of a shift rule; <c>null</c> leaves it to the programme.</summary>
    public string? Shift { get; init; }

    /// <summary>The days of the plan, or <c>null</c> while nobody knows its year.</summary>
    public DateRange? Period() => First is { } first && Last is { } last && first <= last ? new DateRange(first, last) : null;

    internal static ReviewHead Of(PlanDraft draft)
    {
        var period = PeriodOf(draft);
        return new() { Title = draft.Title, Kind = draft.Kind, Approval = draft.Approval, Year = draft.Year, First = period?.First, Last = period?.Last };
    }

    /// <summary>The span of the dated deadlines; a plan «на 2023 год» covers its year.</summary>
    private static DateRange? PeriodOf(PlanDraft draft)
    {
        var days = draft.Measures.SelectMany(m => m.Deadlines).Concat(draft.Stages.SelectMany(s => s.Deadlines)).SelectMany(Ends)
            .Select(d => draft.Year is { } year ? d.In(year) : d).Where(d => d.HasYear).Select(d => d.ToDay()).ToList();
        if (days.Count == 0) return draft.Year is { } alone ? DateRange.Year(alone) : null;
        // A plan of one year covers all of it; one that runs over new year says itself where it starts and ends.
        return draft.Year is { } named && days.Min().Year == named && days.Max().Year == named ? DateRange.Year(named) : new(FirstOfMonth(days.Min()), days.Max());
    }

    // «до 20.03.2023» says nothing about when the plan starts, its month does.
    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static IEnumerable<WrittenDate> Ends(Deadline deadline) => deadline switch
    {
        Deadline.On on => [on.Date],
        Deadline.By by => [by.Date],
        Deadline.From from => [from.Date],
        Deadline.During during => [during.First, during.Last],
        Deadline.Every { First: { } first, Last: { } last } => [first, last],
        _ => [],
    };
}
