using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>«Новый сбор»: a plan, its measures and a title; days and units come from the plan.</summary>
public sealed class CreateModel(VekhaDb db, PlanAccess access, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? PlanId { get; set; }

    [BindProperty, Display(Name = "Название"), StringLength(300)]
    public string? Title { get; set; }

    [BindProperty]
    public List<Guid> Measure { get; set; } = [];

    public IReadOnlyList<SelectListItem> Plans { get; private set; } = [];
    public IReadOnlyList<Measure> Rows { get; private set; } = [];
    public Plan? Plan { get; private set; }

    /// <param name="measure">Ticked beforehand.</param>
    public async Task<IActionResult> OnGet(Guid? measure)
    {
        if (measure is { } one) Measure.Add(one);
        await ShowAgain();
        return PlanId is not null && Plan is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await ShowAgain();
        if (Plan is null) return NotFound();
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == Plan.ProgrammeId);
        var about = Rows.Where(m => Measure.Contains(m.Id)).ToList();
        var campaign = new Campaign(string.IsNullOrWhiteSpace(Title) && about is [var first, ..] ? Shortened(first.Title) : Title ?? "", Plan, about.Select(m => m.Id));
        campaign.FallOn(null, CampaignPlan.DaysOf(campaign.Id, about, Plan, programme));
        foreach (var unit in await db.UnitsOwing(about.Select(m => m.Id), programme)) campaign.AddUnit(unit.Id, unit.ShortName, unit.Territory, DateOnly.MinValue);
        await db.SetTree(campaign);
        db.Add(campaign);
        journal.Write("сбор отчётности создан", "campaign", campaign.Id, after: new { campaign.Title, Дней = campaign.Dates.Count, Подразделений = campaign.Units.Count });
        await db.SaveChangesAsync();
        say.Done("Сбор создан. Составьте форму и проверьте дни и подразделения.");
        return Redirect($"/desk/campaigns/edit/{campaign.Id}");
    }

    public async Task ShowAgain()
    {
        var (kept, programmes) = ((await access.KeptProgrammes()).ToArray(), db.Programmes);
        var plans = await db.Plans.AsNoTracking().Where(p => p.IsApproved && kept.Contains(p.ProgrammeId)).ToListAsync();
        var names = await programmes.Where(p => kept.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        Plans = [.. plans.OrderBy(p => names[p.ProgrammeId]).Select(p => new SelectListItem($"{names[p.ProgrammeId]}: {Vekha.Wording.Ru.Period(p.Period)}", p.Id.ToString(), p.Id == PlanId))];
        Plan = plans.Find(p => p.Id == PlanId);
        if (Plan is not null) Rows = await db.Measures.AsNoTracking().Where(m => m.PlanId == PlanId && m.RemovedOn == null).OrderBy(m => m.Position).ToListAsync();
    }

    private static string Shortened(string title) => title.Length <= 300 ? title : title[..299] + "…";
}
