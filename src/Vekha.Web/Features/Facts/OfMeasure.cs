using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Facts;

/// <summary>What the card of a measure shows of this feature: how its norms stand and its last facts.</summary>
public sealed record OfMeasure(Guid MeasureId, Guid PlanId, IReadOnlyList<NormSheet> Norms, IReadOnlyList<FoundNorm> Found, IReadOnlyList<FactRow> Facts, bool HasMore, bool MayRecord, bool MayKeep)
{
    private const int Shown = 5;

    internal static async Task<object?> Load(HttpContext http, Guid id)
    {
        var services = http.RequestServices;
        var (db, access, desk) = (services.GetRequiredService<VekhaDb>(), services.GetRequiredService<PlanAccess>(), services.GetRequiredService<FactDesk>());
        var (plans, measures) = (db.Plans, db.Measures);
        if (await plans.AsNoTracking().SingleOrDefaultAsync(p => p.IsApproved && measures.Any(m => m.Id == id && m.PlanId == p.Id)) is not { } plan) return null;
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        var today = programme.Today(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var norms = await db.Norms.AsNoTracking().Where(n => n.MeasureId == id && n.Phase == NormPhase.Confirmed).ToListAsync();
        var sheets = await services.GetRequiredService<NormSheets>().Of(programme, norms, services.GetRequiredService<PageDay>().Shown ?? today, today);
        var found = (await desk.Seen()).AsNoTracking().Where(f => f.MeasureId == id && !f.IsWithdrawn);
        var rows = await services.GetRequiredService<FactList>().Rows(found, 0, Shown + 1);
        var keeps = await access.MayKeep(programme);
        var proposed = keeps ? await services.GetRequiredService<NormDesk>().Found(plan, programme, id) : [];
        return new OfMeasure(id, plan.Id, sheets, proposed, [.. rows.Take(Shown)], rows.Count > Shown, keeps || await desk.MayRecord(programme, id), keeps);
    }
}
