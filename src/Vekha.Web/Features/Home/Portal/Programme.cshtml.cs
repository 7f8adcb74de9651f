using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Vekha.Web.Features.Home.Portal;

/// <summary>How a programme goes, for everybody.</summary>
public sealed class ProgrammeModel(PublicPlans plans) : PageModel
{
    public PublicPlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await plans.Open(id) is not { } plan) return NotFound();
        Plan = plan;
        return Page();
    }
}
