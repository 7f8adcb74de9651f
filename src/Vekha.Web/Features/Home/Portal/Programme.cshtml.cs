using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Vekha.Web.Features.Home.Portal;

/// <summary>How a programme goes, for everybody.</summary>
public sealed class ProgrammeModel(PublicPlans plans) : PageModel
{
    public PublicPlan Plan { get; private set; } = null!;

    /// <param name="plan">One of several plans; the one that runs when absent.</param>
    public async Task<IActionResult> OnGet(Guid id, Guid? plan)
    {
        if (await plans.Open(id, plan) is not { } found) return NotFound();
        Plan = found;
        return Page();
    }
}
