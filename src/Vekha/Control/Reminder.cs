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

    /// <summary>The control day has passed: <see cref="WorkingDaysLeft"/> counts the working days since, below zero.</summary>
    public bool IsOverdue => WorkingDaysLeft < 0;

    /// <summary>What an executor is to hear on a working day, or <c>null</c>.</summary>
    /// <param name="today">A working day.</param>
    /// <param name="lastRound">The day reminded last; what fell between, while nobody reminded, is made up for. <c>null</c> for the first time.</param>
    /// <param name="controlDay">The control day in force.</param>
    /// <param name="calendar">The calendar of the programme.</param>
    /// <param name="rhythm">The rhythm of the programme.</param>
    public static Reminder? Due(DateOnly today, DateOnly? lastRound, DateOnly controlDay, WorkCalendar calendar, ReminderRhythm rhythm)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(rhythm);
        if (today > controlDay)
        {
            var late = Math.Max(1, calendar.WorkingDaysBetween(controlDay, today));
            return rhythm.OverdueDaily || late == 1 || rhythm.IsCuratorDay(today, calendar) ? new(today, -late) : null;
        }
        var since = lastRound ?? calendar.AddWorkingDays(today, -1);
        var falls = rhythm.DaysBefore.Where(n => n >= 0).Select(n => calendar.AddWorkingDays(controlDay, -n)).Any(day => day > since && day <= today);
        return falls ? new(today, calendar.WorkingDaysBetween(today, controlDay)) : null;
    }
}
