using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Web.Features.Registries.Portal;

namespace Vekha.Web.Features.Home.Portal;

/// <summary>How a programme goes, for everybody.</summary>
public sealed class ProgrammeModel(PublicPlans plans, PublicCards cards) : PageModel
{
    public PublicPlan Plan { get; private set; } = null!;

    /// <summary>Projects and objects of the programme that are published.</summary>
    public int Cards { get; private set; }

    /// <param name="plan">One of several plans; the one that runs when absent.</param>
    public async Task<IActionResult> OnGet(Guid id, Guid? plan)
    {
        if (await plans.Open(id, plan) is not { } found) return NotFound();
        Plan = found;
        Cards = await cards.Count(id);
        return Page();
    }
}
