using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Vekha.Web.Features.Import;

/// <summary>While a document is read the page asks again by itself, without script; then it leads on or says what is wrong.</summary>
[Authorize(Policy = ImportFeature.Confirm)]
public sealed class ProgressModel(ImportDesk desk) : PageModel
{
    public ImportDraft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await desk.Open(id) is not { } open) return NotFound();
        Draft = open.Draft;
        if (Draft.State == ImportState.Ready) return Redirect($"/desk/import/review/{id}");
        if (Draft.State == ImportState.Assembled) return Redirect(PlanAddress.Of(Draft.PlanId!.Value));
        if (Draft.State == ImportState.Reading) Response.Headers["Refresh"] = "1";
        return Page();
    }
}
