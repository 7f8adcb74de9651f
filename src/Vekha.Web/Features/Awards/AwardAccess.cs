using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Awards;

/// <summary>A list with what the person may do with it.</summary>
/// <param name="Keeps">Keeps the programme: agrees and declines; the unit that prepares the list does the rest.</param>
public sealed record ListOnDesk(AwardList List, Programme Programme, bool Keeps);

/// <summary>Who sees and changes lists of the awarded: those who keep the programme and the unit that prepares the list. Names are for nobody else.</summary>
public sealed class AwardAccess(VekhaDb db, PlanAccess plans, EventAccess events, Actor actor, TimeProvider time)
{
    public async Task<IQueryable<AwardList>> Seen()
    {
        Guid[] kept = [.. await plans.KeptProgrammes()];
        var own = await events.OwnUnits();
        return db.AwardLists.Where(l => kept.Contains(l.ProgrammeId) || own.Contains(l.UnitId));
    }

    /// <summary>A list the person may open; <c>null</c> is 404.</summary>
    public async Task<ListOnDesk?> Find(Guid id, bool tracked = false)
    {
        var seen = await Seen();
        if (await (tracked ? seen : seen.AsNoTracking()).SingleOrDefaultAsync(l => l.Id == id) is not { } list) return null;
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == list.ProgrammeId);
        return new(list, programme, await plans.MayKeep(programme));
    }

    /// <summary>The day acts of the programme are dated by.</summary>
    public DateOnly Today(Programme programme) => programme.Today(time.GetUtcNow());

    /// <summary>«А.П. Седова, управление культуры».</summary>
    public string Name => actor.UnitName is { Length: > 0 } unit ? $"{actor.Name}, {unit}" : actor.Name;
}
