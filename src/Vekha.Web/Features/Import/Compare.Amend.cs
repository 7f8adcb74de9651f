using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vekha.Plans;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

public sealed partial class CompareModel : IShowsAgain
{
    [BindProperty, Display(Name = "Должность"), Required, StringLength(300)]
    public string Post { get; set; } = "";

    [BindProperty, Display(Name = "Инициалы и фамилия"), Required, StringLength(100)]
    public string Name { get; set; } = "";

    [BindProperty, Display(Name = "Дата утверждения изменений"), Required]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "Акт"), StringLength(500)]
    public string? Act { get; set; }

    [BindProperty, Display(Name = "Основание"), StringLength(500)]
    public string? Ground { get; set; }

    /// <summary>Lines that are accepted.</summary>
    [BindProperty]
    public int[] Take { get; set; } = [];

    /// <summary>The running plan whose next version the accepted lines make; <c>null</c> where there is nothing to accept.</summary>
    public Plan? Running { get; private set; }

    public IReadOnlyList<ChangeLine> Lines { get; private set; } = [];

    /// <summary>«Внести принятое новой версией».</summary>
    public async Task<IActionResult> OnPostAmend(Guid id, Guid plan, int seen, [FromServices] Journal journal, [FromServices] Saying say, [FromServices] CurrentPerson me, [FromServices] TimeProvider time)
    {
        if (await OnGet(id, plan, null) is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult || Running is null) return NotFound();
        if (seen != Running.Version) throw new Refusal("Изменения не внесены", "План уже изменил другой человек", "Сравнение показано заново: отметьте изменения ещё раз");
        if (Lines.FirstOrDefault(l => Take.Contains(l.Index) && l.WhyNot is not null) is { } unsure)
            throw new Refusal("Изменения не внесены", $"Строка {unsure.Pair.After!.Code} не подтверждена", "Подтвердите её в разборе: в план идёт только то, что проверил человек");
        var programme = await db.Programmes.SingleAsync(p => p.Id == Running.ProgrammeId);
        var stored = await WholePlan(plan);
        var assignments = await db.Assignments.AsSplitQuery().Where(a => a.PlanId == plan).Include(a => a.TermChanges).Include(a => a.Release).Include(a => a.Extensions).ToListAsync();
        var review = Draft.Review;
        var changes = DocumentChanges.Accepted(Lines, Take.ToHashSet(), review, PlanCodes.Of(review), await ExecutorMatch.Load(db, programme));
        var approval = new Approval(On!.Value, Post.Trim(), Name.Trim(), string.IsNullOrWhiteSpace(Act) ? null : Act.Trim());
        var ground = Ground ?? Act ?? $"документ «{Draft.FileName}»";
        db.Expect(stored, seen);
        var added = stored.Amend(changes, approval, ground, assignments, programme.Policy.Calendar(), programme.Policy, time.GetUtcNow(), (await me.Get()).Id, await AnchorDays.Of(db, programme.Id));
        db.AddRange(added);
        // What was corrected in the review of the new document holds for its version too.
        stored.Explain((review.Abbreviations ?? []).Select(a => KeyValuePair.Create(a.Short, a.Full)));
        if (Draft.State == ImportState.Ready) Draft.Became(stored);
        journal.Write("план изменён", "plan", plan, ground, after: new { Версия = stored.InForce!.Number, Изменений = changes.Count, approval.On });
        await db.SaveChangesAsync();
        say.Done($"Утверждена версия {stored.InForce.Number}: {Wording.Ru.Count(changes.Count, "изменение", "изменения", "изменений")}.");
        return Redirect(PlanAddress.Of(plan));
    }

    public async Task ShowAgain()
    {
        var (id, plan) = (Guid.Parse(RouteData.Values["id"]!.ToString()!), Guid.TryParse(Request.Query["plan"], out var named) ? named : (Guid?)null);
        await OnGet(id, plan, null);
    }

    private Task<Plan> WholePlan(Guid plan) => db.Plans.Include(p => p.Stages).Include(p => p.Versions)
        .Include(p => p.Measures).ThenInclude(m => m.Executors).ThenInclude(e => e.Replies).AsSplitQuery().SingleAsync(p => p.Id == plan);

    private async Task ShowChanges(IReadOnlyList<ComparedRow> before, IReadOnlyList<ComparedRow> after, Plan? with)
    {
        if (with is not { InForce: { } version }) return;
        if (!await access.MayDecide(await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == with.ProgrammeId))) return;
        Running = with;
        Lines = DocumentChanges.Of(Comparison!, Draft.Review, after, with, before);
        if (HttpMethods.IsPost(Request.Method)) return;
        var written = Draft.Review.Head.Approval;
        (Post, Name, On, Act) = (written?.Position is { } post ? Wording.Ru.Capital(post) : version.Post, written?.Name ?? version.Name, written?.Date > version.ApprovedOn ? written.Date : null, written?.Act);
        Take = [.. Lines.Where(l => l.IsDifferent && l.WhyNot is null).Select(l => l.Index)];
    }
}
