using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Changes;

/// <summary>Requests to change an approved plan and the agreement of a draft: who asks, who says what, who decides.</summary>
public static class ChangesFeature
{
    // The stamp of requests, agreements and versions.
    private const string Changed = "changes";

    public static readonly Feature Contents = new("Changes")
    {
        Tables = [ChangeRequest.Map, ChangeRule.Map],
        Alongside = db => Stamp.GrowWith(db, Changed, e => e is ChangeRequest or ChangeRule or AgreementRound or Agreement or Plan or PlanVersion),
        Services = services => services.AddScoped<ChangeDesk>().AddScoped<AgreementDesk>(),
        Menu = [new("Согласование", "/desk/changes") { Count = Waiting, Stamps = [RightsMemory.Stamp, ProgrammeMemory.Stamp, Changed] }],
    };

    /// <summary>What waits for this person's word: requests to decide, drafts to agree to.</summary>
    private static async Task<MenuCount?> Waiting(HttpContext http)
    {
        var services = http.RequestServices;
        if (!services.GetRequiredService<Actor>().IsKnown) return null;
        var decisions = (await services.GetRequiredService<ChangeDesk>().ToDecide()).Count;
        var words = await services.GetRequiredService<AgreementDesk>().CountOwed();
        return new(decisions + words, false, "ждут вашего слова");
    }
}
