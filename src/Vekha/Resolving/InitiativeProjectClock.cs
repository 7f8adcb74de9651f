using Vekha.Calendars;

namespace Vekha.Resolving;

/// <summary>
/// «Сроки рассмотрения инициативного проекта» (ст. 26.1 131-ФЗ): publication within 3 working days of submission,
/// remarks for at least 5 working days, a decision within 30 days, a report within 30 calendar days of completion.
/// </summary>
/// <param name="Submitted">The day the project was submitted.</param>
/// <param name="PublishBy">The last day to publish the notice.</param>
/// <param name="Decision">The day to decide by.</param>
public sealed record InitiativeProjectClock(DateOnly Submitted, DateOnly PublishBy, ControlDay Decision)
{
    /// <summary>Working days to publish in.</summary>
    public const int PublishWithin = 3;

    /// <summary>Working days for remarks, at least.</summary>
    public const int RemarksAtLeast = 5;

    /// <summary>Calendar days to decide in, and to report in after completion.</summary>
    public const int DecideWithin = 30;

    /// <summary>The clock of a project submitted on a day.</summary>
    public static InitiativeProjectClock Of(DateOnly submitted, WorkCalendar calendar, DeadlinePolicy policy) =>
        new(submitted, calendar.AddWorkingDays(submitted, PublishWithin), Days(submitted, "внесения инициативного проекта", calendar, policy));

    /// <summary>The first day on which the remarks may be closed.</summary>
    public static DateOnly RemarksOpenUntil(DateOnly noticePublished, WorkCalendar calendar) => calendar.AddWorkingDays(noticePublished, RemarksAtLeast);

    /// <summary>The day to publish the report of a completed project by.</summary>
    public static ControlDay ReportBy(DateOnly completed, WorkCalendar calendar, DeadlinePolicy policy) =>
        Days(completed, "завершения реализации проекта", calendar, policy);

    private static ControlDay Days(DateOnly from, string anchor, WorkCalendar calendar, DeadlinePolicy policy) =>
        Resolution.Of(
            new Deadlines.Deadline.Relative(DecideWithin, Deadlines.OffsetUnit.CalendarDay, Deadlines.OffsetDirection.After, anchor, Deadlines.OffsetLimit.NotLater),
            new(calendar, policy with { EventsCountFrom = CountFrom.NextDay })
            {
                Class = DeadlineClass.Statutory, Anchors = new Dictionary<string, DateOnly> { [anchor] = from },
            }).ControlDays[0];
}
