using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>A plan: table with the timeline in its rows.</summary>
public sealed class PlanModel(VekhaDb db, PlanAccess access, PageDay day, IEnumerable<LinkedProgressSource> linked, IEnumerable<MeasureIndicatorSource> indicators, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "executor")]
    public string? Executor { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = Shared.PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public PlanTable Table { get; private set; } = null!;

    public Timeline Timeline { get; private set; } = null!;

    public bool MayKeep { get; private set; }

    /// <summary>Which measure follows which.</summary>
    public IReadOnlyList<DependencyLine> Order { get; private set; } = [];

    public PlanOnDay Shown => Table.Plan;

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { } plan) return NotFound();
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        MayKeep = await access.MayKeep(programme);
        var shown = await PlanOnDay.Load(db, plan, programme, day.Of(programme.ShownOn, programme.Policy.TimeZoneId), await access.InPlans(programme), words: false);
        Table = new(shown, new(State, Executor, Search, Sort, Number));
        Timeline = new(shown);
        Order = await DependencySets.Of(db, shown);
        shown.Linked = await LinkedProgressSource.Of(linked, db, shown.LinkedRows);
        shown.Indicators = await MeasureIndicatorSource.Of(indicators, db, shown, programme.Today(time.GetUtcNow()));
        return Page();
    }
}
