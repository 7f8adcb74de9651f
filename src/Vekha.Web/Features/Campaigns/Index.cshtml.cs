using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;

namespace Vekha.Web.Features.Campaigns;

/// <summary>A campaign in the list.</summary>
public sealed record CampaignLine(Guid Id, Guid ProgrammeId, string Title, DateOnly? StartedOn, int Units, int Dates, int Submitted, int Accepted);

/// <summary>«Сбор отчётности»: campaigns of the programmes a person keeps. Whoever only owes forms is led to them.</summary>
public sealed class IndexModel(VekhaDb db, CampaignAccess access, PlanAccess plans) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<CampaignLine> Lines { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Programmes { get; private set; } = new Dictionary<Guid, string>();
    public bool OwesForms { get; private set; }
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Programme is not null || State is not null;
    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGet()
    {
        OwesForms = await (await access.Mine()).AnyAsync();
        var kept = (await plans.KeptProgrammes()).ToArray();
        if (kept.Length == 0) return Redirect("/desk/campaigns/mine");
        var programmes = db.Programmes;
        Programmes = (await programmes.Where(p => kept.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync()).OrderBy(p => p.Name).ToDictionary(p => p.Id, p => p.Name);
        var (campaigns, forms) = (await access.Kept(), db.FormReports);
        if (Programme is { } one) campaigns = campaigns.Where(c => c.ProgrammeId == one);
        campaigns = State switch { "draft" => campaigns.Where(c => c.StartedOn == null), "going" => campaigns.Where(c => c.StartedOn != null), _ => campaigns };
        // A few hundred campaigns: SQLite's LIKE does not know that «К» and «к» are one letter, so titles are compared here.
        var titles = await campaigns.OrderByDescending(c => c.Id).Select(c => new { c.Id, c.Title }).ToListAsync();
        var found = titles.Where(t => string.IsNullOrWhiteSpace(Search) || t.Title.Contains(Search.Trim(), StringComparison.CurrentCultureIgnoreCase)).Select(t => t.Id).ToList();
        Pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        var shown = found.Skip((Number - 1) * PageSize).Take(PageSize).ToArray();
        var lines = await db.Campaigns.Where(c => shown.Contains(c.Id)).Select(c => new CampaignLine(c.Id, c.ProgrammeId, c.Title, c.StartedOn, c.Units.Count, c.Dates.Count,
            forms.Count(f => f.CampaignId == c.Id && f.Phase == FormPhase.Submitted), forms.Count(f => f.CampaignId == c.Id && f.Phase == FormPhase.Accepted))).ToListAsync();
        Lines = [.. lines.OrderByDescending(l => l.Id)];
        return Page();
    }
}
