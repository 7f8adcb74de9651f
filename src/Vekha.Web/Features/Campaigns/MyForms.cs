using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>A form in the list of those a unit owes.</summary>
public sealed record MyForm(FormReport Report, FormStatus Status, string Title, string UnitName, string ProgrammeName);

/// <summary>The number beside «Отчётность»: forms of one's own that it is time to send or too late to.</summary>
internal static class MyForms
{
    private static readonly FormPhase[] Owed = [FormPhase.Open, FormPhase.Returned];

    public static async Task<MenuCount?> Count(HttpContext http)
    {
        var services = http.RequestServices;
        if (!services.GetRequiredService<Actor>().IsKnown) return null;
        // Who reports for no unit owes no form: nothing to ask.
        var me = services.GetRequiredService<CurrentPerson>();
        if ((await me.HeldAs(Role.Executor)).Length == 0 && (await me.Absent()).Count == 0) return null;
        var db = services.GetRequiredService<VekhaDb>();
        var (now, zone) = (services.GetRequiredService<TimeProvider>().GetUtcNow(), services.GetRequiredService<PageDay>().ReadersZone);
        var mine = (await services.GetRequiredService<CampaignAccess>().Mine()).InOpenCampaigns(db);
        var owed = await mine.Where(r => Owed.Contains(r.Phase)).GroupBy(r => new { r.ProgrammeId, r.Phase, r.Due, r.Opens })
            .Select(g => new { g.Key.ProgrammeId, g.Key.Phase, g.Key.Due, g.Key.Opens, Count = g.Count() }).ToListAsync();
        if (owed.Count == 0) return null;
        var programmes = await services.GetRequiredService<ProgrammeMemory>().All(db);
        var days = owed.Select(o => o.ProgrammeId).Distinct().ToDictionary(id => id, id => programmes[id].Today(now, zone));
        var over = owed.Where(o => o.Due < days[o.ProgrammeId]).Sum(o => o.Count);
        var time = owed.Where(o => o.Due >= days[o.ProgrammeId] && (o.Opens <= days[o.ProgrammeId] || o.Phase == FormPhase.Returned)).Sum(o => o.Count);
        return new(over + time, over > 0, over > 0 ? "ждут вас, есть не представленные в срок" : "пора сдавать");
    }
}
