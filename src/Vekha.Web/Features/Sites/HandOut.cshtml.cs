using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Cascade;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Sites;

/// <summary>«Раздать шаги»: which steps go to which sites, and how much earlier they report. The cascade itself is shown and confirmed on its own page.</summary>
[RequestFormLimits(ValueCountLimit = 50_000)]
public sealed class HandOutModel(VekhaDb db, SiteAccess access, CurrentPerson me, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid> Measures { get; set; } = [];

    /// <summary>Steps taken with all of their rows.</summary>
    [BindProperty]
    public List<string> Whole { get; set; } = [];

    [BindProperty]
    public List<Guid> Taking { get; set; } = [];

    [BindProperty, Display(Name = "Запас, рабочих дней"), Range(0, 60)]
    public int Buffer { get; set; }

    public Programme Programme { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<SiteStep> Steps { get; private set; } = [];
    public IReadOnlyList<Site> Sites { get; private set; } = [];

    /// <summary>How many sites have each measure already.</summary>
    public IReadOnlyDictionary<Guid, int> Given { get; private set; } = new Dictionary<Guid, int>();

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        Taking = [.. Sites.Where(s => s.StateAt(time.GetUtcNow()) != SiteState.Declined).Select(s => s.UnitId)];
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return NotFound();
        const string not = "Раздавать нечего";
        var measures = Steps.SelectMany(s => s.Measures.Where(m => Whole.Contains(s.Key) || Measures.Contains(m.Id))).Select(m => m.Id).ToList();
        var units = Sites.Where(s => Taking.Contains(s.UnitId)).Select(s => s.UnitId).ToList();
        if (measures.Count == 0) throw new Refusal(not, "Не отмечен ни один шаг", "Отметьте шаги, которые исполняют площадки") { Field = "Measures" };
        if (units.Count == 0) throw new Refusal(not, "Не отмечена ни одна площадка", "Отметьте тех, кто исполняет") { Field = "Taking" };
        var cascade = new Cascade.Cascade(Plan, Buffer, [new CascadeGroup("Площадки программы", measures, units, [.. Sites.Select(s => s.UnitId)])], (await me.Get()).Id, time.GetUtcNow());
        db.Add(cascade);
        await db.SaveChangesAsync();
        return Redirect($"/desk/cascade/preview/{cascade.Id}");
    }

    public async Task ShowAgain()
    {
        if (Programme is null) await Load();
    }

    private async Task<bool> Load()
    {
        if (await access.Kept(Id) is not { } programme || await access.PlanOf(Id) is not { } plan) return false;
        (Programme, Plan, Steps, Sites) = (programme, plan, SiteStep.Of(plan), await access.Of(Id));
        access.Shown(programme);
        var units = Sites.Select(s => (Guid?)s.UnitId).ToArray();
        Given = await db.Assignments.Where(a => a.PlanId == plan.Id && a.ParentId != null && a.InnerUnitId == null && units.Contains(a.OrganisationId)).GroupBy(a => a.MeasureId)
            .Select(g => new { g.Key, Count = g.Select(a => a.OrganisationId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        return true;
    }
}
