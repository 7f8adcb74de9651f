using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Control;

/// <summary>«Динамика и причины»: what fell due week by week, and why it was late.</summary>
public sealed class TrendModel(Boards boards, DelayCounts delays, PlanAccess access) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? Plan { get; set; }

    public BoardScene Scene { get; private set; } = null!;
    public WeeklyTrend Trend { get; private set; } = null!;

    /// <summary>Named from the beginning of the plan to the page's day.</summary>
    public IReadOnlyList<CountedDelay> Reasons { get; private set; } = [];
    public bool MayKeep { get; private set; }

    public async Task<IActionResult> OnGet(Guid programmeId)
    {
        if (await boards.Open(programmeId, Plan) is not { } scene) return NotFound();
        (Scene, Trend) = (scene, new(scene));
        if (scene.Plan is { } plan) Reasons = await delays.Of(plan.Id, DateOnly.MinValue, scene.Day);
        MayKeep = await access.MayKeep(scene.Programme);
        return Page();
    }
}
