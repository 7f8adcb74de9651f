using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Cascade;

/// <summary>«Раздать»: which measures go down, and how much earlier the units are due.</summary>
public sealed class ChooseModel(VekhaDb db, CascadeDesk desk, PlanAccess access, CurrentPerson me, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid> Measures { get; set; } = [];

    [BindProperty, Display(Name = "Запас, рабочих дней"), Range(0, 60)]
    public int Buffer { get; set; }

    public Plan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public Proposals Proposals { get; private set; } = null!;

    /// <summary>How many units already have each measure.</summary>
    public IReadOnlyDictionary<Guid, int> Given { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return await access.Denied(Id);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return await access.Denied(Id);
        var chosen = Plan.Measures.Where(m => Measures.Contains(m.Id)).OrderBy(m => m.Position).Select(m => m.Id).ToList();
        if (chosen.Count == 0) throw new Refusal("Мероприятия не выбраны", "Не отмечено ни одного", "Отметьте те, что исполняют подразделения") { Field = "Measures" };
        var cascade = new Cascade(Plan, Buffer, Proposals.Groups(chosen), (await me.Get()).Id, time.GetUtcNow());
        db.Add(cascade);
        await db.SaveChangesAsync();
        return Redirect($"/desk/cascade/preview/{cascade.Id}");
    }

    public Task ShowAgain() => Plan is null ? Load() : Task.CompletedTask;

    private async Task<bool> Load()
    {
        if (await desk.Plan(Id) is not { } found) return false;
        (Plan, Programme) = found;
        Proposals = await Proposals.Of(db, Plan, Programme, Programme.Today(time.GetUtcNow()));
        Given = await db.Assignments.Where(a => a.PlanId == Id && a.ParentId != null && a.InnerUnitId == null).GroupBy(a => a.MeasureId)
            .Select(g => new { g.Key, Count = g.Select(a => a.OrganisationId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        return true;
    }
}
