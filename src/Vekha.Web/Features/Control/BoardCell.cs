using Vekha.Calendars;
using Vekha.Control;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>A cell of the matrix: the worst state of its assignments, shortened, with the full words for a reader.</summary>
public sealed class BoardCell
{
    private readonly WorkCalendar calendar;

    internal BoardCell(IEnumerable<BoardRow> rows, WorkCalendar calendar)
    {
        this.calendar = calendar;
        Rows = [.. rows.OrderBy(r => MeasureOnDay.Severity(r.State)).ThenBy(r => r.Status.Control ?? DateOnly.MaxValue)];
        Worst = Rows[0].State;
        Done = Rows.Count(r => r.State is AssignmentState.Done or AssignmentState.DoneLate);
        Short = Worst switch
        {
            AssignmentState.Overdue => "−" + Rows.Where(r => r.State == Worst).Max(r => r.Status.DaysLate),
            AssignmentState.Returned => "возвр.",
            AssignmentState.Submitted => "пров.",
            AssignmentState.Risk => DaysLeft(),
            _ => Calm(),
        };
    }

    /// <summary>The worst first.</summary>
    public IReadOnlyList<BoardRow> Rows { get; }

    public AssignmentState Worst { get; }

    /// <summary>«−12», «3 дн.», «2/6», «30.10».</summary>
    public string Short { get; }

    public int Done { get; }

    /// <summary>Nothing here needs a person: left out of the list on a phone.</summary>
    public bool IsCalm => Worst is not (AssignmentState.Overdue or AssignmentState.Returned or AssignmentState.Risk or AssignmentState.Submitted);

    /// <summary>«просрочено, 12 дней; исполнено 2 из 6».</summary>
    public string Words => Rows.Count == 1 ? Rows[0].StateWords : $"{Rows[0].StateWords}; исполнено {Ru.OutOf(Done, Rows.Count)}";

    /// <summary>A word and a number for a narrow place and for paper without colours: «проср. 12», «исп. 30.10», «до 15.11».</summary>
    public string Brief => Worst switch
    {
        AssignmentState.Overdue => $"проср. {Rows.Where(r => r.State == Worst).Max(r => r.Status.DaysLate)}",
        AssignmentState.Risk => $"срок {DaysLeft()}",
        AssignmentState.InProgress or AssignmentState.NotDue when Done == 0 && Rows[0].Status.Control is { } control => $"до {Ru.Brief(control)}",
        AssignmentState.Done when Rows.Count == 1 => $"исп. {Short}",
        AssignmentState.DoneLate when Rows.Count == 1 => $"поздно {Short}",
        AssignmentState.Returned or AssignmentState.Submitted or AssignmentState.Standing or AssignmentState.Waiting or AssignmentState.Released or AssignmentState.Cancelled => Short,
        _ => $"исп. {Short}",
    };

    private string DaysLeft()
    {
        var next = Rows.First(r => r.State == Worst).Status;
        if (next.Control is not { } control) return "риск";
        var left = calendar.WorkingDaysBetween(next.Day, control);
        return left <= 0 ? "сегодня" : $"{left}{Ru.Nbsp}дн.";
    }

    private string Calm()
    {
        if (Rows.Count > 1 && (Done > 0 || Worst is AssignmentState.InProgress)) return $"{Done}/{Rows.Count}";
        var first = Rows.FirstOrDefault(r => r.State == Worst)!.Status;
        return Worst switch
        {
            AssignmentState.Done or AssignmentState.DoneLate => Ru.Brief(first.Fact!.Value),
            AssignmentState.Standing => "пост.",
            AssignmentState.Waiting => "нет дня",
            AssignmentState.Released or AssignmentState.Cancelled => "снято",
            _ => first.Control is { } control ? Ru.Brief(control) : "",
        };
    }
}
