using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>«Повторить план»: a draft for another year.</summary>
public sealed class RepeatModel(VekhaDb db, PlanAccess access, Journal journal, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "Первый год нового плана"), Range(2000, 2100)]
    public int Year { get; set; }

    public Plan Plan { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return await access.Denied(Id);
        Year = Math.Max(Plan.First.Year + 1, time.GetUtcNow().Year);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return await access.Denied(Id);
        var repeated = Plan.Repeat(Year - Plan.First.Year);
        db.Add(repeated);
        db.AddRange(Plan.RepeatDependencies(repeated, await db.Dependencies.AsNoTracking().Where(d => d.PlanId == Plan.Id).ToListAsync()));
        journal.Write("план повторён на новый период", "plan", repeated.Id, before: new { Plan.Id }, after: new { repeated.First, repeated.Last });
        await db.SaveChangesAsync();
        say.Done("Новый план готов. Это черновик: проверьте сроки и утвердите его.");
        return Redirect($"/desk/plans/plan/{repeated.Id}");
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Load()
    {
        var plans = await access.Plans();
        if (await plans.AsNoTracking().AsSplitQuery().Include(p => p.Stages).Include(p => p.Versions)
            .Include(p => p.Measures).ThenInclude(m => m.Executors).Include(p => p.Measures).ThenInclude(m => m.Deliverables).SingleOrDefaultAsync(p => p.Id == Id) is not { } plan) return false;
        Plan = plan;
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        return await access.MayKeep(Programme);
    }
}
