using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>«Завести план вручную»: for a plan that has no document yet; its rows are typed in the editor of drafts.</summary>
[Authorize(Policy = PlansFeature.Keep)]
public sealed class NewModel(VekhaDb db, PlanAccess access, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true), Display(Name = "Программа"), Required]
    public Guid? Programme { get; set; }

    [BindProperty, Display(Name = "Название плана"), Required, StringLength(1000)]
    public string Title { get; set; } = "";

    [BindProperty, Display(Name = "Первый день"), Required]
    public DateOnly? First { get; set; }

    [BindProperty, Display(Name = "Последний день"), Required]
    public DateOnly? Last { get; set; }

    [BindProperty, Display(Name = "Этапы")]
    public string? Stages { get; set; }

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    public Task OnGet() => ShowAgain();

    public async Task<IActionResult> OnPost()
    {
        if (await db.Programmes.SingleOrDefaultAsync(p => p.Id == Programme) is not { } programme || !await access.MayKeep(programme)) return NotFound();
        if (First > Last) throw new Refusal("План не заведён", "Последний день раньше первого", "Проверьте обе даты") { Field = nameof(Last) };
        var plan = new Plan(programme.Id, Title, new DateRange(First!.Value, Last!.Value));
        foreach (var stage in (Stages ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()) plan.AddStage(stage);
        db.Add(plan);
        journal.Write("план заведён вручную", "plan", plan.Id, after: new { plan.Title, plan.First, plan.Last });
        await db.SaveChangesAsync();
        say.Done("План заведён. Добавьте первое мероприятие.");
        return Redirect($"/desk/plans/edit/{plan.Id}?row={Guid.Empty}#row");
    }

    public async Task ShowAgain()
    {
        var kept = await access.KeptProgrammes();
        Programmes = [.. (await db.Programmes.AsNoTracking().Where(p => kept.Contains(p.Id)).OrderBy(p => p.Name).ToListAsync()).Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == Programme))];
    }
}
