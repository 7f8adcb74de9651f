using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>The card of a measure: its words, what they mean, who owes what.</summary>
public sealed partial class MeasureModel(VekhaDb db, PlanAccess access, PageDay day, Journal journal, Saying say, CurrentPerson me, Actor actor, TimeProvider time, IEnumerable<LinkedProgressSource> linked) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PlanOnDay Shown { get; private set; } = null!;

    public MeasureOnDay Row { get; private set; } = null!;

    public bool MayKeep { get; private set; }

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> OtherPlans { get; private set; } = [];

    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    /// <summary>What this measure follows and what follows it.</summary>
    public IReadOnlyList<DependencyLine> Order { get; private set; } = [];

    /// <summary>What later features show on the card.</summary>
    public IReadOnlyList<(string View, object Model)> Sections { get; private set; } = [];

    public Measure Measure => Row.Measure;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        Entries = await db.Journal.Where(e => e.Subject == "measure" && e.SubjectId == Id).OrderByDescending(e => e.Id).Take(50).ToListAsync();
        Order = [.. (await DependencySets.Of(db, Shown)).Where(l => l.Later.Measure.Id == Id || l.Before.Measure.Id == Id)];
        Sections = await HttpContext.RequestServices.GetRequiredService<Sections>().Of("measure", HttpContext, Id);
        Shown.Linked = await LinkedProgressSource.Of(linked, db, Id);
        if (!MayKeep) return Page();
        Units = [.. (await OrganisationTree.Load(db)).Choices()];
        var plans = db.Plans;
        OtherPlans = [.. (await plans.AsNoTracking().Where(p => p.ProgrammeId == Shown.Plan.ProgrammeId && p.Id != Shown.Plan.Id).ToListAsync())
            .Select(p => new SelectListItem(p.Title, p.Id.ToString(), p.Id == Measure.LinkedPlanId))];
        return Page();
    }

    /// <summary>«Передать»: says which unit stands behind a name of the document.</summary>
    public async Task<IActionResult> OnPostHand(Guid executor, Guid unit)
    {
        if (!await Load() || !MayKeep || Measure.Executors.All(e => e.Id != executor)) return NotFound();
        if (await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == unit) is not { } organisation)
            throw new Refusal("Поручение не передано", "Не выбрана организация", "Выберите её из списка");
        var stored = await db.Measures.Include(m => m.Executors).SingleAsync(m => m.Id == Id);
        stored.Executors.Single(e => e.Id == executor).OrganisationId = organisation.Id;
        foreach (var assignment in await db.Assignments.Where(a => a.ExecutorId == executor).ToListAsync()) assignment.HandTo(organisation.Id, null);
        var name = Measure.Executors.Single(e => e.Id == executor).Name;
        await Remembered.Keep(db, new(Shown.Programme.OrganisationId, RememberedKind.Match, Ru.Key(name), name, organisation.Id.ToString(), organisation.Name, Shown.Plan.Title, time.GetUtcNow(), actor));
        journal.Write($"исполнитель закреплён: {organisation.ShortName}", "measure", Id);
        await db.SaveChangesAsync();
        say.Done($"Поручения закреплены: {organisation.ShortName}.");
        return Redirect($"/desk/plans/measure/{Id}");
    }

    /// <summary>«Связать с планом»: which plan «по отдельному плану» means.</summary>
    public async Task<IActionResult> OnPostLink(Guid? plan)
    {
        if (!await Load() || !MayKeep) return NotFound();
        var plans = db.Plans;
        if (plan is not null && !await plans.AnyAsync(p => p.Id == plan && p.ProgrammeId == Shown.Plan.ProgrammeId)) return NotFound();
        (await db.Measures.SingleAsync(m => m.Id == Id)).LinkedPlanId = plan;
        journal.Write(plan is null ? "связь с планом снята" : "связано с планом", "measure", Id, after: new { Plan = plan });
        await db.SaveChangesAsync();
        say.Done(plan is null ? "Связь снята: дня у мероприятия снова нет." : "Связано: сроки смотрите в связанном плане.");
        return Redirect($"/desk/plans/measure/{Id}");
    }

    /// <summary>«Что считается подтверждением».</summary>
    public async Task<IActionResult> OnPostProof(ProofKind[] kind)
    {
        if (!await Load() || !MayKeep) return NotFound();
        var rules = kind.Distinct().Order().Select(k => new ProofRule(k, int.TryParse(Request.Form[$"count-{k}"], out var count) ? Math.Clamp(count, 1, 10) : 1)).ToList();
        var stored = await db.Measures.SingleAsync(m => m.Id == Id);
        var before = string.Join("; ", stored.Proof.Select(r => r.Words()));
        stored.AskProof(rules);
        journal.Write("изменено подтверждение", "measure", Id, before: before, after: string.Join("; ", rules.Select(r => r.Words())));
        await db.SaveChangesAsync();
        say.Done(rules.Count == 0 ? "Отчёт примут с любым подтверждением." : "Сохранено: без этого отчёт не отправить.");
        return Redirect($"/desk/plans/measure/{Id}#proof");
    }

    private async Task<bool> Load()
    {
        var plans = await access.Plans();
        var measures = db.Measures;
        if (await plans.AsNoTracking().SingleOrDefaultAsync(p => measures.Any(m => m.Id == Id && m.PlanId == p.Id)) is not { } plan) return false;
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        MayKeep = await access.MayKeep(programme);
        Shown = await PlanOnDay.Load(db, plan, programme, day.Of(programme.ShownOn, programme.Policy.TimeZoneId), await access.InPlans(programme));
        // A row that a later version took out, or brought in, is not in the plan of that day.
        if (Shown.Measures.SingleOrDefault(m => m.Measure.Id == Id) is not { } row) return false;
        Row = row;
        var invited = Row.Measure.Executors.Where(e => e.ByConsent).Select(e => e.OrganisationId).OfType<Guid>().ToList();
        if (invited.Count > 0) mine = (await (await me.ReachAs(Role.Executor)).Where(u => invited.Contains(u)).ToListAsync()).ToHashSet();
        return true;
    }
}
