using Microsoft.EntityFrameworkCore;
using Vekha.Campaigns;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>A number of a whole with those who have not given theirs.</summary>
public sealed record WholeFigure(FormTotal Total, IReadOnlyList<string> Missing);

/// <summary>«Показатели подразделений» on the card of an assignment that was handed down: what its parts have reported together by the last day.</summary>
/// <param name="Address">Where each number opens to the forms behind it.</param>
public sealed record WholeFigures(Campaign Campaign, CampaignDate Date, IReadOnlyList<WholeFigure> Figures, int Given, int Units, string Address)
{
    /// <summary>In four questions, however many parts there are; one where nothing is collected.</summary>
    public static async Task<object?> Load(HttpContext http, Guid assignment)
    {
        var services = http.RequestServices;
        var (db, day) = (services.GetRequiredService<VekhaDb>(), services.GetRequiredService<PageDay>());
        var assignments = db.Assignments;
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Dates).Include(c => c.Units).AsSplitQuery()
            .Where(c => c.StartedOn != null && assignments.Any(a => a.Id == assignment && c.Measures.Any(m => m.MeasureId == a.MeasureId)) && assignments.Any(p => p.ParentId == assignment))
            .OrderByDescending(c => c.StartedOn).FirstOrDefaultAsync();
        var on = day.Shown ?? day.Today();
        if (campaign?.Dates.Where(d => d.Opens <= on).MaxBy(d => d.Due) is not { } date) return null;
        var parts = (await assignments.Where(a => a.ParentId == assignment && a.OrganisationId != null).Select(a => a.OrganisationId!.Value).ToListAsync()).ToHashSet();
        var cells = FormField.CellsOf(campaign.Fields);
        var below = await FormParts.Of(db, cells, date.Id, [.. campaign.Units.Where(u => parts.Contains(u.UnitId))]);
        if (below.All.Count == 0) return null;
        var whole = await assignments.Where(a => a.Id == assignment).Select(a => a.OrganisationId).SingleAsync();
        var own = await db.FormReports.Where(r => r.DateId == date.Id && r.UnitId == whole).Select(r => (Guid?)r.Id).FirstOrDefaultAsync();
        List<WholeFigure> figures = [.. FormTotal.OfAnswers(cells.Where(c => c.IsNumber && c.Field.Folding != FormFolding.None), below.Accepted)
            .Select(t => new WholeFigure(t, [.. below.All.Where((_, i) => below.Accepted[i]?.Values.ContainsKey(t.Cell.Key) != true).Select(p => p.Unit.Name)]))];
        return figures.Count == 0 ? null : new WholeFigures(campaign, date, figures, below.Given, below.All.Count, own is null ? $"/desk/campaigns/consolidated/{campaign.Id}?date={date.Id}" : $"/desk/campaigns/behind/{own}");
    }
}
