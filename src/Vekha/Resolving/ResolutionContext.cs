using Vekha.Calendars;

namespace Vekha.Resolving;

/// <summary>What a deadline needs to become days.</summary>
/// <param name="Calendar">Which days are off.</param>
/// <param name="Policy">How this town counts.</param>
/// <param name="Plan">The first and the last day of the plan; repeated and standing deadlines need it.</param>
public sealed record ResolutionContext(WorkCalendar Calendar, DeadlinePolicy Policy, DateRange? Plan = null)
{
    /// <summary>By which rule a day off moves the deadline.</summary>
    public DeadlineClass Class { get; init; } = DeadlineClass.Plan;

    /// <summary>Events that have happened, by the words of the deadline («завершения реализации проекта») or close to them.</summary>
    public IReadOnlyDictionary<string, DateOnly> Anchors { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>The day the paper was signed: where «в течение 7 дней» names no event.</summary>
    public DateOnly? Signed { get; init; }

    /// <summary>The words of the document, to open the explanation with; without them the value speaks for itself.</summary>
    public string? Text { get; init; }
}
