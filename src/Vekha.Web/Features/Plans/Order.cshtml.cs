using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>«Зависимости»: which measure of a plan follows which; a day before the one it follows is warned of.</summary>
[Authorize(Policy = PlansFeature.Keep)]
public sealed class OrderModel(VekhaDb db, PlanAccess access, PageDay day, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The measure chosen in the form.</summary>
    [BindProperty(SupportsGet = true, Name = "measure")]
    public Guid? Chosen { get; set; }

    public PlanOnDay Shown { get; private set; } = null!;
    public IReadOnlyList<DependencyLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAdd(Guid? measure, Guid? after)
    {
        if (!await Load()) return NotFound();
        var (later, before) = (Row(measure), Row(after));
        if (later is null || before is null) throw new Refusal("Зависимость не записана", "Выбраны не оба мероприятия", "Выберите, что после чего идёт");
        db.Add(Dependency.Of(later, before, await db.Dependencies.AsNoTracking().Where(d => d.PlanId == Id).ToListAsync()));
        journal.Write($"{later.Code} идёт после {before.Code}", "plan", Id);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException clash) when (clash.IsDuplicate("dependencies")) { }
        say.Done($"{later.Code} идёт после {before.Code}.");
        return Redirect($"/desk/plans/order/{Id}");
    }

    public async Task<IActionResult> OnPostRemove(Guid measure, Guid after)
    {
        if (!await Load()) return NotFound();
        if (await db.Dependencies.SingleOrDefaultAsync(d => d.PlanId == Id && d.MeasureId == measure && d.AfterId == after) is { } found)
        {
            db.Remove(found);
            journal.Write($"зависимость убрана: {Row(measure)?.Code} после {Row(after)?.Code}", "plan", Id);
            await db.SaveChangesAsync();
        }
        say.Done("Зависимость убрана.");
        return Redirect($"/desk/plans/order/{Id}");
    }

    public Task ShowAgain() => Load();

    private Measure? Row(Guid? id) => Shown.Measures.FirstOrDefault(m => m.Measure.Id == id)?.Measure;

    private async Task<bool> Load()
    {
        if (await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } plan) return false;
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        if (!await access.MayKeep(programme)) return false;
        Shown = await PlanOnDay.Load(db, plan, programme, day.Of(programme.ShownOn, programme.Policy.TimeZoneId), await access.InPlans(programme));
        Lines = await DependencySets.Of(db, Shown);
        return true;
    }
}
