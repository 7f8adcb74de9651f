using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Media;

/// <summary>A media plan in the list.</summary>
public sealed record MediaPlanLine(MediaPlan Plan, string Programme, string Unit, int Planned, int Out, int Over, int Submitted);

/// <summary>«Медиаплан»: those a person may open, with how far each has come.</summary>
public sealed class IndexModel(VekhaDb db, MediaAccess access, PlanAccess plans, TimeProvider time) : PageModel
{
    public IReadOnlyList<MediaPlanLine> Lines { get; private set; } = [];
    public bool MayMake { get; private set; }

    public async Task OnGet()
    {
        MayMake = (await plans.KeptProgrammes()).Count > 0;
        var (programmes, units) = (db.Programmes, db.Set<Accounts.Organisation>());
        var found = await (await access.Plans()).AsNoTracking().OrderByDescending(p => p.Last).Select(p => new
        {
            Plan = p,
            Programme = programmes.Single(g => g.Id == p.ProgrammeId),
            Unit = units.Where(u => u.Id == p.UnitId).Select(u => u.ShortName).Single(),
        }).ToListAsync();
        var (now, ids) = (time.GetUtcNow(), found.Select(f => f.Plan.Id).ToArray());
        // Programmes of the examples stand on days of their own: the days are few, the publications many.
        var counts = await (await access.Publications()).Where(p => ids.Contains(p.MediaPlanId))
            .GroupBy(p => new { p.MediaPlanId, p.State, p.Due }).Select(g => new { g.Key.MediaPlanId, g.Key.State, g.Key.Due, Number = g.Count() }).ToListAsync();
        Lines = [.. found.Select(f =>
        {
            var (own, today) = (counts.Where(c => c.MediaPlanId == f.Plan.Id).ToList(), f.Programme.Today(now));
            int Of(Func<PublicationState, bool> state) => own.Where(c => state(c.State)).Sum(c => c.Number);
            return new MediaPlanLine(f.Plan, f.Programme.Name, f.Unit, Of(s => s != PublicationState.Dropped), Of(s => s == PublicationState.Out),
                own.Where(c => MediaList.OpenStates.Contains(c.State) && c.Due < today).Sum(c => c.Number), Of(s => s == PublicationState.Submitted));
        })];
    }
}
