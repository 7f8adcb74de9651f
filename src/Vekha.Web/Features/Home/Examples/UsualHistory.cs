using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>
/// How things usually go: most is done in time, some late, some is moved, a report comes back once and is sent again, and on
/// the day shown one waits for the controller and one is overdue. The same at every loading.
/// </summary>
internal static class UsualHistory
{
    /// <param name="day">The day of the example; nothing happens after it.</param>
    public static void Tell(ExampleHistory history, DateOnly day)
    {
        var due = history.Assignments.Where(a => a is { Answers: true, Kind: AssignmentKind.Dated, IsClosed: false } && a.Control < day).OrderBy(a => a.Control).ToList();
        for (var i = 0; i < due.Count; i++)
        {
            // The three that fell due last are what the desk has to do today.
            var left = due.Count - 1 - i;
            if (left == 0) continue;
            if (left == 1) Reported(history, due[i], day);
            else if (left == 2) CameBack(history, due[i], day);
            else Tell(history, due[i], i, day);
        }
        if (history.Assignments.FirstOrDefault(a => a is { Answers: true, Kind: AssignmentKind.Dated, IsClosed: false, Reports.Count: 0 } && a.Control > day) is { } coming && coming.Control < day.AddDays(60))
            history.Extend(coming, history.Calendar.PreviousWorking(day.AddDays(-1)), history.Calendar.NextWorking(coming.Control!.Value.AddDays(14)), "Решение проектного офиса: согласование с участниками заняло больше времени, чем предполагалось.");
    }

    private static void Tell(ExampleHistory history, Assignment assignment, int i, DateOnly day)
    {
        var control = assignment.Control!.Value;
        switch (i % 9)
        {
            case 4 when Later(history, control, 3) <= history.Calendar.AddWorkingDays(day, -1):
                Done(history, assignment, Later(history, control, 3), day, "Не хватало согласования с участниками, оно получено на день позже срока.");
                break;
            case 7 when Earlier(history, control, 6) > assignment.PutOnControlOn && Later(history, control, 8) < day:
                history.Extend(assignment, Earlier(history, control, 4), Later(history, control, 8), "Решение проектного офиса: исполнителю нужно время на согласование с участниками.");
                Done(history, assignment, Later(history, control, 6), day);
                break;
            default:
                Done(history, assignment, Earlier(history, control, i % 3), day);
                break;
        }
    }

    private static void Done(ExampleHistory history, Assignment assignment, DateOnly on, DateOnly day, string? lateReason = null)
    {
        on = on < assignment.PutOnControlOn ? assignment.PutOnControlOn : on;
        history.Report(assignment, on, Text(history, assignment), lateReason: lateReason);
        var accepted = history.Calendar.AddWorkingDays(on, 1);
        if (accepted <= day) history.Accept(assignment, accepted);
    }

    private static void Reported(ExampleHistory history, Assignment assignment, DateOnly day) =>
        history.Report(assignment, Last(assignment, day), Text(history, assignment));

    private static void CameBack(ExampleHistory history, Assignment assignment, DateOnly day)
    {
        var on = Last(assignment, day);
        history.Report(assignment, on, Text(history, assignment), withProof: false);
        history.SendBack(assignment, on, "Приложите подтверждение: по отчёту не видно, что сделано и кем.");
        var again = history.Calendar.PreviousWorking(day);
        history.Report(assignment, again < on ? on : again, $"{Text(history, assignment)} Подтверждение приложено к исправленному отчёту.", fact: on);
    }

    private static DateOnly Last(Assignment assignment, DateOnly day) => assignment.Control < day ? assignment.Control!.Value : day;

    private static string Text(ExampleHistory history, Assignment assignment) => $"{history.TitleOf(assignment)}: выполнено, материалы переданы в проектный офис.";

    private static DateOnly Earlier(ExampleHistory history, DateOnly day, int count) => history.Calendar.AddWorkingDays(day, -count);

    private static DateOnly Later(ExampleHistory history, DateOnly day, int count) => history.Calendar.AddWorkingDays(day, count);
}
