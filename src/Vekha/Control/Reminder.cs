using Vekha.Calendars;
using Vekha.Resolving;

namespace Vekha.Control;

/// <summary>«Напоминание» that falls on a day.</summary>
/// <param name="Day">When to remind.</param>
/// <param name="WorkingDaysLeft">Working days to the control day; 0 is the day itself.</param>
public sealed record Reminder(DateOnly Day, int WorkingDaysLeft)
{
    /// <summary>The days to remind of a control day, earliest first: «за 3 рабочих дня до 30.10.2020» is 27.10.2020.</summary>
    public static IReadOnlyList<Reminder> Of(DateOnly controlDay, WorkCalendar calendar, DeadlinePolicy policy) =>
        [.. policy.ReminderDays.Where(n => n >= 0).Distinct().OrderDescending().Select(n => new Reminder(calendar.AddWorkingDays(controlDay, -n), n))];

    /// <summary>The reminder that falls on a day, or <c>null</c>. Ask on working days.</summary>
    public static Reminder? On(DateOnly day, DateOnly controlDay, WorkCalendar calendar, DeadlinePolicy policy) =>
        Of(controlDay, calendar, policy).FirstOrDefault(r => r.Day == day);
}
