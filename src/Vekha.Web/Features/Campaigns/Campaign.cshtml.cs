using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>A campaign that goes on: who has sent what, by units and dates, on any day.</summary>
public sealed partial class CampaignModel(VekhaDb db, CampaignAccess access, Journal journal, Saying say, Actor actor, PageDay day) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "owing")]
    public bool OwingOnly { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public Campaign Campaign => Grid.Campaign;
    public CampaignGrid Grid { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;

    /// <summary>A named controller checks the forms and does not change the campaign.</summary>
    public bool MayKeep { get; private set; }
    public IReadOnlyList<CampaignUnit> Units { get; private set; } = [];
    public int Found { get; private set; }
    public int Owing { get; private set; }
    public int Pages { get; private set; } = 1;
    public IReadOnlyList<Measure> Measures { get; private set; } = [];
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await access.Find(id) is not { } campaign) return NotFound();
        if (!campaign.IsStarted) return Redirect($"/desk/campaigns/edit/{id}");
        await Show(campaign);
        return Page();
    }

    public async Task ShowAgain() => await Show((await access.Find(Guid.Parse(RouteData.Values["id"]!.ToString()!)))!);

    private async Task Show(Campaign campaign)
    {
        var id = campaign.Id;
        Programme = await access.ProgrammeOf(campaign.ProgrammeId);
        MayKeep = await access.MayKeep(Programme);
        Grid = await CampaignGrid.Load(db, campaign, day.Of(Programme.ShownOn, Programme.Policy.TimeZoneId));
        var found = Grid.Units(Search, OwingOnly);
        (Found, Owing) = (found.Count, Grid.Units(null, owingOnly: true).Count);
        Pages = Math.Max(1, (found.Count + CampaignGrid.PageSize - 1) / CampaignGrid.PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Units = [.. found.Skip((Number - 1) * CampaignGrid.PageSize).Take(CampaignGrid.PageSize)];
        var about = campaign.Measures.Select(m => m.MeasureId).ToArray();
        Measures = await db.Measures.AsNoTracking().Where(m => about.Contains(m.Id)).OrderBy(m => m.Position).ToListAsync();
        Entries = await db.Journal.Where(e => e.Subject == "campaign" && e.SubjectId == id).OrderByDescending(e => e.Id).Take(30).ToListAsync();
    }
}
