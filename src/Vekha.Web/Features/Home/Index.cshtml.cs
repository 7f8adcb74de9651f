using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Control;
using Vekha.Web.Features.Import;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Home;

/// <summary>
/// The desk opens where the person's work is: an executor on own measures, a controller on control, others on plans. An
/// installation without programmes shows how to begin.
/// </summary>
public sealed class IndexModel(PlanAccess access, CurrentPerson me, BoardViews views, IWebHostEnvironment site, SampleCaptions captions) : PageModel
{
    public bool MayKeep { get; private set; }

    public IReadOnlyList<(Sample Sample, string Caption)> Samples { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        MayKeep = await me.Has(PlanAccess.Keepers);
        if (await (await access.Programmes()).AnyAsync()) return Redirect(await FirstPage());
        Samples = await Task.WhenAll(Sample.All.Where(s => s.Find(site) is not null).Select(async s => (s, await captions.Of(s))));
        return Page();
    }

    private async Task<string> FirstPage()
    {
        if (await views.First() is { } chosen) return chosen;
        if (MayKeep) return Url.Page("/Control/Index") ?? "/desk/plans";
        return await me.Has(Role.Executor) ? "/desk/my" : "/desk/plans";
    }
}
