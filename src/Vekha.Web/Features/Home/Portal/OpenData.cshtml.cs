using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Vekha.Web.Features.Home.Portal;

/// <summary>The plan of a public programme as a file of open data.</summary>
public sealed class OpenDataModel(PublicPlans plans) : PageModel
{
    public async Task<IActionResult> OnGet(Guid id, Guid? plan) =>
        await plans.Open(id, plan) is { } found ? File(OpenDataFile.Of(found), "text/csv; charset=utf-8", $"vekha-plan-{found.Shown.Day:yyyy-MM-dd}.csv") : NotFound();
}
