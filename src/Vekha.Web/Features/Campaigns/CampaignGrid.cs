using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Campaigns;

/// <summary>A form as a cell of the grid.</summary>
public sealed record GridCell(Guid FormId, FormStatus Status);

/// <summary>«Кто сдал»: units by dates with the state of each form on a day.</summary>
public sealed class CampaignGrid
{
    public const int PageSize = 50;

    private readonly Dictionary<(Guid Date, Guid Unit), GridCell> cells;

    private CampaignGrid(Campaign campaign, DateOnly day, Dictionary<(Guid Date, Guid Unit), GridCell> cells) => (Campaign, Day, this.cells) = (campaign, day, cells);

    public Campaign Campaign { get; }
    public DateOnly Day { get; }

    public GridCell? At(CampaignDate date, CampaignUnit unit) => cells.GetValueOrDefault((date.Id, unit.UnitId));

    public IEnumerable<FormStatus> Of(CampaignDate date) => Campaign.Units.Select(u => At(date, u)?.Status).OfType<FormStatus>();

    public int Count(params FormState[] states) => cells.Values.Count(c => states.Contains(c.Status.State));

    /// <summary>Not presented in time, or returned and not mended.</summary>
    public int Overdue => cells.Values.Count(c => c.Status.IsOverdue);

    public int All => cells.Count;

    /// <summary>Units by a search and a filter; those who owe most stand first.</summary>
    public IReadOnlyList<CampaignUnit> Units(string? search, bool owingOnly) => [.. Campaign.Units
        .Where(u => string.IsNullOrWhiteSpace(search) || $"{u.Name} {u.District}".Contains(search.Trim(), StringComparison.CurrentCultureIgnoreCase))
        .Select(u => (Unit: u, Owes: Campaign.Dates.Count(d => At(d, u)?.Status.IsOverdue == true)))
        .Where(u => !owingOnly || u.Owes > 0).OrderByDescending(u => u.Owes).ThenBy(u => u.Unit.Position).Select(u => u.Unit)];

    /// <summary>Reads what happened and not what was written: a region's campaign has thousands of forms.</summary>
    public static async Task<CampaignGrid> Load(VekhaDb db, Campaign campaign, DateOnly day)
    {
        var forms = db.FormReports;
        var rows = await forms.Where(r => r.CampaignId == campaign.Id).Select(r => new { r.Id, r.DateId, r.UnitId, r.Due, r.Opens }).ToListAsync();
        var acts = (await db.Set<FormAct>().Where(a => forms.Any(r => r.Id == a.ReportId && r.CampaignId == campaign.Id))
            .OrderBy(a => a.Number).Select(a => new { a.ReportId, a.Kind, a.On }).ToListAsync()).ToLookup(a => a.ReportId);
        return new(campaign, day, rows.ToDictionary(r => (r.DateId, r.UnitId),
            r => new GridCell(r.Id, FormStatus.Of(r.Due, r.Opens, acts[r.Id].Select(a => new FormEvent(a.Kind, a.On)), day))));
    }
}
