using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>
/// Who sees and runs which events. Those who keep a programme run all of its events, an executor runs those of his units;
/// others who see the programme see what is appointed, without names, of its sites nothing. What a person may not see does not exist for him.
/// </summary>
public sealed class EventAccess(VekhaDb db, PlanAccess plans, CurrentPerson me, Actor actor, PageDay day, TimeProvider time)
{
    private Guid[]? held;

    /// <summary>Units for which the person, or who is away and is replaced, acts as executor or head.</summary>
    public async Task<IQueryable<Guid>> OwnUnits()
    {
        if (held is null)
        {
            List<Person> people = [.. await me.Absent(), await me.Get()];
            Guid[] ids = [.. people.Select(p => p.Id)];
            var headed = await db.HeadsOn(day.Today()).Where(h => ids.Contains(h.PersonId)).Select(h => h.UnitId).ToListAsync();
            held = [.. people.SelectMany(p => CurrentPerson.HeldBy(p, Role.Executor)).Concat(headed).Distinct()];
        }
        return db.UnitsUnder(held);
    }

    /// <summary>Events the person may open.</summary>
    public async Task<IQueryable<Event>> Seen()
    {
        Guid[] kept = [.. await plans.KeptProgrammes()];
        var (own, seen, sites) = (await OwnUnits(), await plans.Programmes(), db.UnitsOfSites());
        return db.Events.Where(e => kept.Contains(e.ProgrammeId) || own.Contains(e.UnitId)
            || (e.State != EventState.Conceived && !sites.Contains(e.UnitId) && seen.Any(p => p.Id == e.ProgrammeId)));
    }

    /// <summary>Whether the person prepares the event, decides on it and sees who comes.</summary>
    public async Task<bool> MayRun(Event happening) =>
        await MayKeep(happening.ProgrammeId) || await (await OwnUnits()).AnyAsync(u => u == happening.UnitId);

    /// <summary>Whether the person decides for the whole programme: resources, approval of another form.</summary>
    public async Task<bool> MayKeep(Guid programme) =>
        await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == programme) is { } found && await plans.MayKeep(found);

    /// <summary>An event that the person may open, with its places and history.</summary>
    public async Task<Event?> Find(Guid id, bool tracked = false)
    {
        var seen = (await Seen()).Include(e => e.Seats).Include(e => e.Changes.OrderBy(c => c.At)).AsSplitQuery();
        return await (tracked ? seen : seen.AsNoTracking()).SingleOrDefaultAsync(e => e.Id == id);
    }

    /// <summary>An event that the person may run, tracked; <c>null</c> is 404.</summary>
    public async Task<Event?> FindOwn(Guid id, bool tracked = true) =>
        await Find(id, tracked) is { } found && await MayRun(found) ? found : null;

    /// <summary>Programmes in which the person may prepare events.</summary>
    public async Task<IReadOnlyList<Programme>> Programmes() =>
        [.. (await (await plans.Programmes()).AsNoTracking().ToListAsync()).OrderBy(p => p.Name, StringComparer.Create(new("ru-RU"), true))];

    public Task<Programme> ProgrammeOf(Guid id) => db.Programmes.AsNoTracking().SingleAsync(p => p.Id == id);

    /// <summary>The day acts of the programme are dated by.</summary>
    public DateOnly Today(Programme programme) => programme.Today(time.GetUtcNow());

    /// <summary>A decision of the signed-in person today.</summary>
    public EventDecision Decision(Programme programme, string? ground) =>
        new(Today(programme), actor.UnitName is { Length: > 0 } unit ? $"{actor.Name}, {unit}" : actor.Name, ground, time.GetUtcNow(), actor.PersonId);
}
