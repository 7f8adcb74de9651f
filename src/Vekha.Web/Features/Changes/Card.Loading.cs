using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Changes;

public sealed partial class CardModel
{
    // Two people, two clicks: the second learns what the first has decided.
    private async Task Save()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException clash) when (clash is DbUpdateConcurrencyException || clash.IsDuplicate("plan_versions"))
        {
            throw await desk.Forestalled(Id);
        }
    }

    private async Task<bool> Load()
    {
        if (await (await desk.Seen()).AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id) is not { } request) return false;
        Asked = request;
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == request.ProgrammeId);
        Plan = await db.Plans.AsNoTracking().Include(p => p.Versions).SingleAsync(p => p.Id == request.PlanId);
        Measure = await db.Measures.AsNoTracking().Include(m => m.Executors).SingleAsync(m => m.Id == request.MeasureId);
        Rule = (await desk.Rules(Programme.Id))[request.Kind];
        MayDecide = await desk.MayDecide(Programme, Rule);
        MayKeep = await access.MayKeep(Programme);
        Round = await db.LastRound(Plan.Id) is { ForVersion: not null } round && round.GoesOn(Plan) ? round : null;
        if (MayDecide && request.State == ChangeState.Asked) Others = await desk.Together(request);
        return true;
    }
}
