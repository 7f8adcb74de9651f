using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Cascade;

/// <summary>A unit's own approved plan as the proof of its assignment: its paper goes into the report by itself.</summary>
public sealed class SubPlans(VekhaDb db, PlanAccess access, Files files, Journal journal, CurrentPerson me, DelayReasons reasons, TimeProvider time)
{
    /// <summary>Plans that the person keeps and that may serve: approved ones of other programmes, the newest first.</summary>
    public async Task<IReadOnlyList<Plan>> Choices(Assignment part)
    {
        var kept = await access.KeptProgrammes();
        return await db.Plans.AsNoTracking().Include(p => p.Versions).Where(p => kept.Contains(p.ProgrammeId) && p.Id != part.PlanId).OrderByDescending(p => p.IsApproved).ThenBy(p => p.Title).Take(50).ToListAsync();
    }

    /// <summary>Attaches the plan and reports with its paper; the caller saves.</summary>
    public async Task Attach(Assignment part, Guid planId, string? lateReason, string? lateKind, DateOnly today, CancellationToken cancel)
    {
        var plan = (await Choices(part)).FirstOrDefault(p => p.Id == planId) ?? throw Refused("План не выбран", "Выберите его из списка");
        if (plan.InForce is not { } version) throw Refused($"План «{plan.Title}» не утверждён", "Утвердите его у себя: доказательством служит утверждённый план");
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId, cancel);
        var fact = version.ApprovedOn > today ? throw Refused($"План утверждён {Ru.Digits(version.ApprovedOn)}, этот день ещё не наступил", "Проверьте дату утверждения") : version.ApprovedOn;
        var text = $"Утверждён план подразделения: «{plan.Title}», версия {version.Number}, {Ru.Day(version.ApprovedOn)}{(version.Act is { } act ? $", {act}" : $", утвердил: {version.Post} {version.Name}")}.";
        part.MustTakeReport(text, fact, lateReason, today);
        var late = part.AsksWhyLate(today);
        if (late) await reasons.MustBeOffered(lateKind, "План не приложен", "LateKind");
        using var content = new MemoryStream();
        WordPaper.Write(PlanPapers.Plan(await PlanOnDay.Load(db, plan, programme, today), withControlDays: true), content);
        content.Position = 0;
        var kept = await files.Keep(content, $"План, {programme.Name}.docx", cancel);
        var author = await me.Get();
        var report = part.Submit(text, fact, lateReason, today, time.GetUtcNow(), author.Id, [new ReportFile(kept.Id, kept.Name, kept.Size)]);
        if (late) reasons.Record(part, report, lateKind!);
        report.Sign(author, await access.InsteadOf(part));
        db.Add(new SubPlan(part, plan, author.Id, time.GetUtcNow()));
        journal.Write("отчёт сдан планом подразделения", "assignment", part.Id, after: new { План = plan.Title, Версия = version.Number });
    }

    private static Refusal Refused(string why, string next) => new("План не приложен", why, next) { Field = "Plan" };
}
