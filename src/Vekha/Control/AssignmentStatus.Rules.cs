using Vekha.Calendars;
using Vekha.Resolving;
using Vekha.Wording;

namespace Vekha.Control;

public sealed partial record AssignmentStatus
{
    private AssignmentStatus Is(AssignmentState state, string line, int daysLate = 0) => this with { State = state, Line = line, DaysLate = daysLate };

    private static AssignmentStatus? Closed(AssignmentRecords records, AssignmentStatus s, bool isNotYetOnControl)
    {
        if (records.Cancelled <= s.Day) return s.Is(AssignmentState.Cancelled, Ru.DayNear(records.Cancelled.Value, s.Day));
        if (records.Released <= s.Day) return s.Is(AssignmentState.Released, Ru.DayNear(records.Released.Value, s.Day));
        if (isNotYetOnControl) return s.Is(AssignmentState.NotDue, "ещё не на контроле");
        return s.Accepted is not null ? s.AcceptedInTimeOrLate() : records.IsStanding ? s.Is(AssignmentState.Standing, "") : null;
    }

    /// <summary>Late is what was done late by its proof; a report that only came late is said beside.</summary>
    private AssignmentStatus AcceptedInTimeOrLate()
    {
        var fact = Fact!.Value;
        var day = Ru.DayNear(fact, Day);
        var late = Control is { } control ? Math.Max(0, fact.DayNumber - control.DayNumber) : 0;
        if (late > 0) return Is(AssignmentState.DoneLate, $"{day}, на {Ru.Days(late)} позже", late);
        return Is(AssignmentState.Done, IsSubmittedLate ? $"{day}, отчёт сдан {Ru.DayNear(Submitted!.Value, Day)}" : day);
    }

    private static AssignmentStatus? Reported(AssignmentStatus s, ReportRecord? last)
    {
        if (last is null) return null;
        var sent = Ru.DayNear(last.Submitted, s.Day) + (s.IsRepeated ? " повторно" : "");
        if (last.Return is not { } back || back.Day > s.Day)
            return s.Is(AssignmentState.Submitted, $"сдан {sent}", s.Control is { } control ? Math.Max(0, s.Fact!.Value.DayNumber - control.DayNumber) : 0);
        // Returned with time to mend: late only when that time, too, is over.
        var until = back.Until is { } till && !(till < s.Control) ? till : s.Control;
        if (until < s.Day) return s.Overdue("возвращено, исправленного отчёта нет");
        return s.Is(AssignmentState.Returned, until is { } limit ? $"доработать до {Ru.DayNear(limit, s.Day)}" : "");
    }

    private static AssignmentStatus Open(AssignmentRecords records, AssignmentStatus s, DateOnly? start, WorkCalendar calendar, DeadlinePolicy policy)
    {
        if (s.Control is not { } control) return s.Is(AssignmentState.Waiting, "");
        if (s.Day > control) return s.Overdue("отчёта нет");
        var left = LeftUntil(control, s.Day, calendar, policy.RiskDays);
        if (left <= policy.RiskDays) return s.Is(AssignmentState.Risk, left == 0 || s.Day == control ? "срок сегодня" : $"через {Ru.WorkingDays(left)}");
        if (records.RiskDeclared <= s.Day) return s.Is(AssignmentState.Risk, "исполнитель сообщил о риске");
        var begun = start <= s.Day || records.Started <= s.Day || records.Reports.Any(r => r.IsInterim && r.Submitted <= s.Day);
        return s.Is(begun ? AssignmentState.InProgress : AssignmentState.NotDue, "");
    }

    private AssignmentStatus Overdue(string why)
    {
        var late = Control is { } control ? Math.Max(0, Day.DayNumber - control.DayNumber) : 0;
        return Is(AssignmentState.Overdue, $"{Ru.Days(late)}, {why}", late);
    }

    /// <summary>Working days left, counted no further than one past the limit: a far deadline needs no exact number.</summary>
    private static int LeftUntil(DateOnly control, DateOnly today, WorkCalendar calendar, int limit)
    {
        var left = 0;
        for (var day = today; day < control && left <= limit;) if (calendar.IsWorking(day = day.AddDays(1))) left++;
        return left;
    }
}
