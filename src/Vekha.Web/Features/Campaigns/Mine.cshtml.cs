using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>«Мои формы»: what one's unit sends, the overdue first.</summary>
public sealed class MineModel(VekhaDb db, CampaignAccess access, PageDay day, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<MyForm> Forms { get; private set; } = [];
    public int Owed { get; private set; }
    public int Sent { get; private set; }
    public int Pages { get; private set; } = 1;

    public async Task OnGet()
    {
        var (mine, campaigns, programmes) = (await access.Mine(), db.Campaigns, db.Programmes);
        FormPhase[] owed = [FormPhase.Open, FormPhase.Returned];
        var open = mine.InOpenCampaigns(db);
        (Owed, Sent) = (await open.CountAsync(r => owed.Contains(r.Phase)), await mine.CountAsync(r => !owed.Contains(r.Phase)));
        var shown = State == "sent" ? mine.Where(r => !owed.Contains(r.Phase)) : open.Where(r => owed.Contains(r.Phase));
        Pages = Math.Max(1, ((State == "sent" ? Sent : Owed) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        var ordered = State == "sent" ? shown.OrderByDescending(r => r.Due) : shown.OrderBy(r => r.Due);
        var rows = await ordered.ThenBy(r => r.Id).Skip((Number - 1) * PageSize).Take(PageSize).AsNoTracking().Include(r => r.Acts).ToListAsync();
        var (ids, owners) = (rows.Select(r => r.CampaignId).Distinct().ToArray(), rows.Select(r => r.ProgrammeId).Distinct().ToArray());
        var titles = await campaigns.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Title }).ToDictionaryAsync(c => c.Id, c => c.Title);
        var units = await db.Set<CampaignUnit>().Where(u => ids.Contains(u.CampaignId)).Select(u => new { u.CampaignId, u.UnitId, u.Name }).ToDictionaryAsync(u => (u.CampaignId, u.UnitId), u => u.Name);
        var known = await programmes.AsNoTracking().Where(p => owners.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        // The page has one day when all its programmes do; otherwise it speaks about today and the rows say theirs.
        var days = known.Values.ToDictionary(p => p.Id, p => day.IsAsked ? day.Shown!.Value : p.Today(time.GetUtcNow(), day.ReadersZone));
        _ = days.Values.Distinct().ToList() is [var one] ? day.Of(one) : day.Of();
        Forms = [.. rows.Select(r => new MyForm(r, r.StatusOn(days[r.ProgrammeId]), titles[r.CampaignId], units[(r.CampaignId, r.UnitId)], known[r.ProgrammeId].Name))];
    }
}
