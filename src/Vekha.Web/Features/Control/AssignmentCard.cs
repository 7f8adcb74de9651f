using Vekha.Control;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Control;

/// <summary>«Карточка поручения» on a day.</summary>
public sealed class AssignmentCard(Assignment assignment, Programme programme, Plan plan, Measure measure, Stage? stage, DateOnly day)
{
    public Assignment Assignment => assignment;
    public Programme Programme => programme;
    public Plan Plan => plan;
    public Measure Measure => measure;
    public Stage? Stage => stage;
    public DateOnly Day => day;
    public AssignmentStatus Status { get; } = assignment.StatusOn(day, programme.Policy.Calendar(), programme.Policy);

    /// <summary>The other assignments of the measure: co-executors, other occurrences.</summary>
    public required IReadOnlyList<AssignmentOnDay> Family { get; init; }

    /// <summary>Short names of those who acted.</summary>
    public required IReadOnlyDictionary<Guid, string> People { get; init; }
    /// <summary>When and from whom to whom the assignment passed.</summary>
    public required IReadOnlyList<HandOver> Passed { get; init; }
    public required IReadOnlyList<(string Title, string Who)> Roles { get; init; }

    /// <summary>The page speaks about the day on which one acts; a page about the past only shows.</summary>
    public required bool IsNow { get; init; }
    public required bool MayAnswer { get; init; }
    public required bool MayCheck { get; init; }
    public required bool MayDecide { get; init; }

    /// <summary>The last report known on the day.</summary>
    public Report? Report => assignment.Reports.Where(r => r.On <= day).MaxBy(r => r.Number);

    /// <summary>What was said to the last report, when it was returned by the day.</summary>
    public Return? Return => Report is { } report ? assignment.Returns.FirstOrDefault(r => r.ReportId == report.Id && r.On <= day) : null;

    public bool IsUnderCheck => IsNow && assignment.Phase == AssignmentPhase.Submitted;

    /// <summary>Parts of co-executors that fall away when this report is accepted.</summary>
    public IReadOnlyList<AssignmentOnDay> Parts => assignment.Answers
        ? [.. Family.Where(f => !f.Assignment.Answers && f.Assignment.Occurrence == assignment.Occurrence && f.Assignment.Nominal == assignment.Nominal)]
        : [];

    /// <summary>The other days on which the same executor owes the same measure.</summary>
    public IReadOnlyList<AssignmentOnDay> Occurrences => [.. Family.Where(f => f.Assignment.ExecutorId == assignment.ExecutorId)];

    /// <summary>Who answers for the measure, where this assignment is only a part of it.</summary>
    public AssignmentOnDay? Lead => assignment.Answers ? null
        : Family.FirstOrDefault(f => f.Assignment.Answers && f.Assignment.Occurrence == assignment.Occurrence && f.Assignment.Nominal == assignment.Nominal);

    /// <summary>«октябрь 2020», «1–31 октября», …: how the control day was found.</summary>
    public IReadOnlyList<string> Steps => assignment.Explanation.Split(" → ", StringSplitOptions.RemoveEmptyEntries);

    public string NameOf(Guid? person) => person is { } id && People.TryGetValue(id, out var name) ? name : "";

    /// <summary>«Журнал», the newest first.</summary>
    public IReadOnlyList<CardEvent> History => CardEvent.Of(this);

    /// <summary>What acceptance would make of the report under check: said before the button is pressed.</summary>
    public string IfAccepted()
    {
        var report = Report!;
        var (fact, control) = (Vekha.Wording.Ru.DayNear(report.FactOn, day), assignment.Control);
        var late = control is { } limit && report.FactOn > limit;
        var why = control is null ? "контрольного дня у поручения нет" : late ? $"сделано {fact}, позже контрольного дня" : report.FactOn == control ? $"сделано {fact}, в контрольный день" : $"сделано {fact}, раньше контрольного дня";
        var sent = report.On > control ? $" То, что отчёт сдан {Vekha.Wording.Ru.DayNear(report.On, day)}, останется в карточке." : "";
        return $"Если принять: состояние будет «{(late ? AssignmentState.DoneLate : AssignmentState.Done).Word()}», потому что {why}.{sent}";
    }
}
