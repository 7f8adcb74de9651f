namespace Vekha.Calendars;

public sealed partial class WorkCalendar
{
    /// <summary>The day itself when it works, otherwise the next one that does.</summary>
    public DateOnly NextWorking(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The day itself when it works, otherwise the last one before it that does.</summary>
    public DateOnly PreviousWorking(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>
    /// The n-th working day after the day, or before it when <paramref name="count"/> is negative. The day itself is not counted:
    /// the third working day before 30.10.2020 is 27.10.2020. Zero gives the day back, working or not.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorking(day)) left--;
        }
        return day;
    }

    /// <summary>
    /// How many working days lie from one day to the other, the first not counted, the last counted: Monday to Friday is 4.
    /// Negative when the second day is earlier. The inverse of <see cref="AddWorkingDays"/> for working days.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from; day < to;) if (IsWorking(day = day.AddDays(1))) count++;
        for (var day = from; day > to;) if (IsWorking(day = day.AddDays(-1))) count--;
        return count;
    }

    /// <summary>How many working days a range holds.</summary>
    public int WorkingDaysIn(DateRange days) => days.Days().Count(IsWorking);
}
