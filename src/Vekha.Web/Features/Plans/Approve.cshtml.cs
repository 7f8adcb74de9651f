using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>«Утвердить»: the head's approval, written down with its act; it puts every row on control.</summary>
public sealed class ApproveModel(VekhaDb db, PlanAccess access, CurrentPerson me, Journal journal, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "Должность"), Required, StringLength(300)]
    public string Post { get; set; } = "";

    [BindProperty, Display(Name = "Инициалы и фамилия"), Required, StringLength(100)]
    public string Name { get; set; } = "";

    [BindProperty, Display(Name = "Дата утверждения"), Required]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "Акт"), StringLength(500)]
    public string? Act { get; set; }

    /// <summary>Why it is approved before all units have agreed.</summary>
    [BindProperty, Display(Name = "Почему утверждается без этого"), StringLength(1000)]
    public string? Overrule { get; set; }

    public PlanOnDay Shown { get; private set; } = null!;

    /// <summary>The last round of agreement; <c>null</c> for a draft that was never sent.</summary>
    public AgreementRound? Round { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Find() is not { } plan) return await access.Denied(Id);
        if (plan.IsApproved) return Redirect($"/desk/plans/plan/{Id}");
        await Show(plan);
        // A post opens with a capital on a paper: «глава Петровского городского округа» stands in the middle of a line only in a document.
        (Post, Name, On, Act) = (Wording.Ru.Capital(plan.ApproverPost ?? ""), plan.ApproverName ?? "", plan.ApprovalWritten, plan.ApprovalAct);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Find() is not { } seen) return await access.Denied(Id);
        if (seen.IsApproved) return Second();
        if (await db.LastRound(Id) is { Open: { Count: > 0 } open } && string.IsNullOrWhiteSpace(Overrule))
            throw new Refusal("План не утверждён", $"Он не согласован до конца: {Vekha.Wording.Ru.List(open.Select(u => u.Name))}", "Дождитесь ответов и ответьте на замечания или напишите, почему план утверждается без этого") { Field = "Overrule" };
        var plan = await db.Plans.AsSplitQuery().Include(p => p.Versions).Include(p => p.Stages)
            .Include(p => p.Measures).ThenInclude(m => m.Executors).Include(p => p.Measures).ThenInclude(m => m.Deliverables).SingleAsync(p => p.Id == seen.Id);
        // The other press may have come between the two looks at the plan.
        if (plan.IsApproved) return Second();
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        var matches = await ExecutorMatch.Load(db, programme);
        foreach (var executor in plan.Measures.SelectMany(m => m.Executors)) matches.Match(executor);
        var approval = new Approval(On!.Value, Post.Trim(), Name.Trim(), string.IsNullOrWhiteSpace(Act) ? null : Act.Trim());
        var assignments = plan.Approve(approval, programme.Policy.Calendar(), programme.Policy, time.GetUtcNow(), (await me.Get()).Id, await AnchorDays.Of(db, programme.Id));
        db.AddRange(assignments);
        journal.Write("план утверждён", "plan", plan.Id, ground: approval.Act, after: new { plan.InForce!.Number, approval.On, Assignments = assignments.Count, БезСогласования = Overrule });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException clash) when (clash is DbUpdateConcurrencyException || clash.IsDuplicate("plan_versions"))
        {
            return Second();
        }
        say.Done($"План утверждён, версия {plan.InForce.Number}. На контроле {Vekha.Wording.Ru.Count(assignments.Count, Vekha.Wording.Noun.Assignment)}.");
        return Redirect($"/desk/plans/plan/{Id}");
    }

    // Two people pressed at once: the plan is approved once, the second is led to what the first approved.
    private RedirectResult Second()
    {
        say.Done("План уже утверждён: другой человек сделал это раньше.");
        return Redirect($"/desk/plans/plan/{Id}");
    }

    public async Task ShowAgain()
    {
        if (await Find() is { } plan) await Show(plan);
    }

    private async Task Show(Plan plan)
    {
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        Shown = await PlanOnDay.Load(db, plan, programme, programme.Today(time.GetUtcNow()));
        Round = await db.LastRound(Id);
    }

    private async Task<Plan?> Find() =>
        await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is { } plan
            && await access.MayDecide(await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId)) ? plan : null;
}
