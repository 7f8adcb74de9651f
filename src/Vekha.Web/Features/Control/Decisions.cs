using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>
/// What people decide on an assignment: the verb, its entry in the journal and what follows from it, in one save.
/// Who comes second sees what the first has decided.
/// </summary>
public sealed class Decisions(VekhaDb db, Journal journal, TimeProvider time, CurrentPerson me, PlanAccess access, DelayReasons reasons)
{
    private const string Subject = "assignment";

    private static readonly string[] Records = ["reports", "returns", "acceptances", "releases", "extensions"];

    /// <summary>The executor's report; whether it may be sent was asked before its files were kept.</summary>
    public async Task Submit(Assignment assignment, int version, string text, DateOnly factOn, string? lateReason, DateOnly today, IEnumerable<ReportFile> proof, ProofGiven? given = null, string? lateKind = null)
    {
        var late = assignment.AsksWhyLate(today);
        var report = assignment.Submit(text, factOn, lateReason, today, time.GetUtcNow(), await Me(), proof, given);
        report.Sign(await me.Get(), await access.InsteadOf(assignment));
        if (late && lateKind is not null) reasons.Record(assignment, report, lateKind);
        journal.Write(report.Number > 1 ? "отчёт сдан повторно" : "отчёт сдан", Subject, assignment.Id, report.LateKind is { } kind ? $"{kind}: {report.LateReason}" : report.LateReason,
            after: new { Отчёт = report.Number, Факт = report.FactOn, Файлов = report.Files.Count, Замещает = report.InsteadOf });
        FailPoint.Pass("report.saving");
        await Save(assignment, version);
        FailPoint.Pass("report.saved");
    }

    /// <param name="version">What the controller was looking at.</param>
    public async Task SendBack(Assignment assignment, int version, string? reason, DateOnly today)
    {
        await MustBeAsSeen(assignment, version);
        var sentBack = assignment.SendBack(reason ?? "", today, time.GetUtcNow(), await Me());
        journal.Write("отчёт возвращён на доработку", Subject, assignment.Id, sentBack.Reason);
        await Save(assignment, version);
    }

    /// <summary>Accepts the report; the open parts of co-executors of the same measure and occurrence fall away with it (docs/decisions/0003).</summary>
    /// <returns>How many parts were taken off control.</returns>
    public async Task<int> Accept(Assignment assignment, int version, string? remark, DateOnly today)
    {
        await MustBeAsSeen(assignment, version);
        await RollUp.MustBeWhole(db, assignment);
        var now = time.GetUtcNow();
        var accepted = assignment.Accept(remark, today, now, await Me());
        journal.Write("отчёт принят", Subject, assignment.Id, accepted.Remark);
        var parts = await OpenPartsOf(assignment);
        var ground = $"Отчёт ответственного исполнителя принят {Ru.Digits(today)}: {assignment.ExecutorName}";
        foreach (var part in parts)
        {
            part.TakeOff(ground, asObsolete: false, today, now, by: null);
            journal.Write("снято с контроля", Subject, part.Id, ground);
        }
        await RollUp.After(db, assignment, today, now, await Me());
        await Save(assignment, version);
        return parts.Count;
    }

    public async Task Extend(Assignment assignment, int version, DateOnly until, string? ground, DateOnly today)
    {
        await MustBeAsSeen(assignment, version);
        var extension = assignment.Extend(until, ground ?? "", today, time.GetUtcNow(), await Me());
        journal.Write("срок продлён", Subject, assignment.Id, extension.Ground, before: new { Срок = extension.From }, after: new { Срок = extension.Until });
        await Save(assignment, version);
    }

    public async Task TakeOff(Assignment assignment, int version, string? ground, bool asObsolete, DateOnly today)
    {
        await MustBeAsSeen(assignment, version);
        var release = assignment.TakeOff(ground ?? "", asObsolete, today, time.GetUtcNow(), await Me());
        journal.Write(asObsolete ? "снято как неактуальное" : "снято с контроля", Subject, assignment.Id, release.Ground);
        await RollUp.After(db, assignment, today, time.GetUtcNow(), await Me());
        await Save(assignment, version);
    }

    private async Task<List<Assignment>> OpenPartsOf(Assignment lead)
    {
        if (!lead.Answers || lead.ParentId is not null) return [];
        return await db.Assignments.AsSplitQuery().Include(a => a.Reports).Include(a => a.Release)
            .Where(a => a.MeasureId == lead.MeasureId && !a.Answers && a.InnerUnitId == null && a.Occurrence == lead.Occurrence && a.Nominal == lead.Nominal
                && (a.Phase == AssignmentPhase.Open || a.Phase == AssignmentPhase.Submitted || a.Phase == AssignmentPhase.Returned))
            .ToListAsync();
    }

    /// <summary>Refuses when somebody has changed the assignment since the person opened the page.</summary>
    public async Task MustBeAsSeen(Assignment assignment, int version)
    {
        if (assignment.Version != version) throw await Forestalled(assignment.Id);
    }

    private async Task Save(Assignment assignment, int version)
    {
        db.Expect(assignment, version);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || Records.Any(e.IsDuplicate))
        {
            throw await Forestalled(assignment.Id);
        }
    }

    /// <summary>Somebody was faster: says who, when and what.</summary>
    private async Task<Refusal> Forestalled(Guid id)
    {
        db.ChangeTracker.Clear();
        var last = await db.Journal.Where(e => e.Subject == Subject && e.SubjectId == id).OrderByDescending(e => e.Id).FirstOrDefaultAsync();
        if (last is null) return new("Действие не записано", "Поручение изменилось, пока страница была открыта", "Посмотрите карточку и повторите, если нужно");
        var words = last.Ground is { } ground ? $": «{ground}»" : "";
        return new("Действие не записано", $"Пока страница была открыта, поручение изменилось: {last.PersonName}, {last.Verb}{words}", "Посмотрите карточку и повторите, если нужно");
    }

    private async Task<Guid> Me() => (await me.Get()).Id;
}
