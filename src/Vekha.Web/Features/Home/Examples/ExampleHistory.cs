using Vekha.Calendars;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>
/// What happened with the assignments of an example up to its day, told through their own verbs: nobody writes a state.
/// Every act knows its day and hour in the zone of the programme.
/// </summary>
/// <param name="author">The person who reports for a unit.</param>
/// <param name="controller">The person who checks reports.</param>
/// <param name="proofs">The kept proof of a measure, by its id.</param>
internal sealed class ExampleHistory(Programme programme, Plan plan, IReadOnlyList<Assignment> assignments, Func<Guid?, Guid> author, Guid controller, IReadOnlyDictionary<Guid, StoredFile> proofs)
{
    private static readonly TimeOnly Morning = new(10, 40);
    private static readonly TimeOnly Afternoon = new(15, 20);

    private readonly Dictionary<Guid, Measure> measures = plan.Measures.ToDictionary(m => m.Id);
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(programme.Policy.TimeZoneId);

    public WorkCalendar Calendar { get; } = programme.Policy.Calendar();

    public IReadOnlyList<Assignment> Assignments => assignments;

    /// <summary>The same story about other assignments.</summary>
    public ExampleHistory Of(IReadOnlyList<Assignment> others) => new(programme, plan, others, author, controller, proofs);

    public string TitleOf(Assignment assignment) => measures[assignment.MeasureId].Title.Trim().TrimEnd('.', ';');

    /// <summary>The assignment of the lead of a measure.</summary>
    public Assignment Lead(string code) => assignments.First(a => a.Answers && measures[a.MeasureId].Code == code);

    /// <summary>The part of a co-executor.</summary>
    public Assignment Part(string code, string executor) => assignments.First(a => measures[a.MeasureId].Code == code && a.ExecutorName == executor);

    public void Report(Assignment assignment, DateOnly on, string text, DateOnly? fact = null, string? lateReason = null, bool withProof = true, string lateKind = "ждали согласования или ответа")
    {
        var report = assignment.Submit(text, fact ?? on, lateReason, on, At(on, Morning), author(assignment.OrganisationId), withProof ? Proof(assignment) : []);
        if (lateReason is null) return;
        report.BeLateBecause(lateKind);
        Delays.Add(new(assignment.PlanId, assignment.MeasureId, assignment.Id, lateKind, lateReason, DelaySource.Report, report.Id, on));
    }

    /// <summary>Reasons named in late reports.</summary>
    public List<Delay> Delays { get; } = [];

    private IEnumerable<ReportFile> Proof(Assignment assignment) =>
        proofs.TryGetValue(assignment.MeasureId, out var file) ? [new ReportFile(file.Id, file.Name, file.Size)] : [];

    public void SendBack(Assignment assignment, DateOnly on, string reason) => assignment.SendBack(reason, on, At(on, Afternoon), controller);

    /// <summary>Accepts the report; the open parts of co-executors fall away with it (docs/decisions/0003).</summary>
    public void Accept(Assignment assignment, DateOnly on, string? remark = null)
    {
        assignment.Accept(remark, on, At(on, Afternoon), controller);
        if (!assignment.Answers) return;
        foreach (var part in assignments.Where(a => !a.Answers && !a.IsClosed && a.MeasureId == assignment.MeasureId && a.Occurrence == assignment.Occurrence && a.Nominal == assignment.Nominal))
            part.TakeOff($"Отчёт ответственного исполнителя принят {Ru.Digits(on)}: {assignment.ExecutorName}", asObsolete: false, on, At(on, Afternoon), by: null);
    }

    public void Extend(Assignment assignment, DateOnly on, DateOnly until, string ground) => assignment.Extend(until, ground, on, At(on, Afternoon), controller);

    public DateTimeOffset At(DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
