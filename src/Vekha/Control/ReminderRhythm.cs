using Vekha.Calendars;
using Vekha.Resolving;

namespace Vekha.Control;

/// <summary>
/// «Ритм напоминаний»: when a town or a programme reminds and when it goes up the chain. Working days throughout. There is no
/// common norm; the usual habit is <see cref="Usual"/>.
/// </summary>
public sealed record ReminderRhythm
{
    /// <summary>How many working days before the control day to remind the executor; 0 is the day itself.</summary>
    public IReadOnlyList<int> DaysBefore { get; init; } = [10, 5, 3, 1, 0];

    /// <summary>Whether an executor hears of what is overdue every working day, or only on <see cref="CuratorDay"/>.</summary>
    public bool OverdueDaily { get; init; } = true;

    /// <summary>
    /// After how many working days overdue it reaches the head of the unit, the supervising one above, the curator. Fewer
    /// numbers are fewer steps; none is no escalation.
    /// </summary>
    public IReadOnlyList<int> EscalateAfter { get; init; } = [1, 3, 5];

    /// <summary>The day of the week on which the curator gets the whole list of what is overdue; moved to the next working day.</summary>
    public DayOfWeek CuratorDay { get; init; } = DayOfWeek.Monday;

    /// <summary>10–5–3–1 working days, the day itself, then daily, weekly to the curator.</summary>
    public static ReminderRhythm Usual { get; } = new();

    /// <summary>The usual rhythm with the reminder days of the rules a programme counts by.</summary>
    public static ReminderRhythm Of(DeadlinePolicy policy) => new() { DaysBefore = policy?.ReminderDays ?? Usual.DaysBefore };

    /// <summary>Whether the weekly list falls on this working day: on <see cref="CuratorDay"/>, or on the first working day after it.</summary>
    public bool IsCuratorDay(DateOnly today, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var back = ((int)today.DayOfWeek - (int)CuratorDay + 7) % 7;
        return calendar.NextWorking(today.AddDays(-back)) == today;
    }

    /// <summary>How far up something overdue has come: 0 stays with the executor, 1 the head of the unit, 2 the supervising one, 3 the curator.</summary>
    /// <param name="workingDaysLate">Working days past the control day.</param>
    public int StepAt(int workingDaysLate) => EscalateAfter.Order().Count(after => workingDaysLate >= after);

    /// <inheritdoc/>
    public bool Equals(ReminderRhythm? other) => other is not null && OverdueDaily == other.OverdueDaily && CuratorDay == other.CuratorDay
        && DaysBefore.SequenceEqual(other.DaysBefore) && EscalateAfter.SequenceEqual(other.EscalateAfter);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(OverdueDaily, CuratorDay, DaysBefore.Count, EscalateAfter.Count);
}
