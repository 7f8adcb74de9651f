using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

/// <summary>An object that owes a measure, with the unit that answers for it.</summary>
/// <param name="UnitId">Of the field «координирует отрасль», or of the territory.</param>
public sealed record OwingObject(Guid Id, int Number, string Name, string Territory, Guid UnitId, Guid TerritoryId);

/// <summary>«Поручения по объектам»: measures handed out to every object of a registry, a new one included, a closed one taken off.</summary>
public sealed class ObjectWork(VekhaDb db, Journal journal, Actor actor, TimeProvider time)
{
    /// <summary>Objects that count on a day.</summary>
    public async Task<IReadOnlyList<OwingObject>> Owing(Guid registry, DateOnly day) =>
        await db.RegistryObjects.AsNoTracking().Where(o => o.RegistryId == registry && o.ConfirmedOn != null).CountedOn(day).OrderBy(o => o.Territory).ThenBy(o => o.Name)
            .Select(o => new OwingObject(o.Id, o.Number, o.Name, o.Territory, o.UnitId ?? o.TerritoryId, o.TerritoryId)).ToListAsync();

    /// <summary>Open assignments of the measure that parts can come from, by occurrence; parts and objects' own are not among them.</summary>
    public async Task<IReadOnlyList<Assignment>> Wholes(Guid measure, bool tracked = false)
    {
        var roots = db.Assignments.Where(a => a.MeasureId == measure && a.ParentId == null && a.ObjectId == null && a.Answers);
        return [.. (await (tracked ? roots : roots.AsNoTracking()).OrderBy(a => a.Control).ToListAsync()).Where(a => !a.IsClosed)];
    }

    /// <summary>Makes the parts that are not there yet; the caller saves.</summary>
    public async Task<int> HandOut(ObjectCascade cascade, IReadOnlyList<OwingObject> objects, Programme programme, DateOnly on)
    {
        var wholes = await Wholes(cascade.MeasureId, tracked: true);
        var title = await db.Measures.Where(m => m.Id == cascade.MeasureId).Select(m => m.Title).SingleAsync();
        var ids = wholes.Select(w => (Guid?)w.Id).ToArray();
        var there = (await db.Assignments.Where(a => ids.Contains(a.ParentId) && a.ObjectId != null && a.Phase != AssignmentPhase.Cancelled).Select(a => new { a.ParentId, a.ObjectId }).ToListAsync()).Select(a => (a.ParentId, a.ObjectId)).ToHashSet();
        var unitIds = objects.SelectMany(o => new[] { o.UnitId, o.TerritoryId }).Distinct().ToArray();
        var units = await db.Organisations.AsNoTracking().Where(o => unitIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id);
        var above = (await db.UnitLines.Where(l => unitIds.Contains(l.UnitId)).Select(l => new { l.UnitId, l.AboveId }).ToListAsync()).ToLookup(l => l.UnitId, l => l.AboveId);
        var heads = (await db.HeadsOn(on).Where(h => unitIds.Contains(h.UnitId)).Select(h => new { h.UnitId, h.PersonId }).ToListAsync()).DistinctBy(h => h.UnitId).ToDictionary(h => h.UnitId, h => h.PersonId);
        var (calendar, made) = (programme.Policy.Calendar(), 0);
        foreach (var occasion in wholes.GroupBy(w => (w.Occurrence, w.Nominal)))
            foreach (var thing in objects)
            {
                // A district named in the plan answers for its own clubs; where none of them does, the common assignment does.
                var whole = occasion.FirstOrDefault(w => w.OrganisationId is { } unit && above[thing.TerritoryId].Contains(unit) && unit != programme.OrganisationId)
                    ?? occasion.FirstOrDefault(w => w.OrganisationId is null || w.OrganisationId == programme.OrganisationId || above[programme.OrganisationId].Contains(w.OrganisationId.Value))
                    ?? (occasion.Count() == 1 ? occasion.First() : null);
                if (whole is null || there.Contains((whole.Id, thing.Id))) continue;
                var part = whole.HandDown(new(thing.UnitId, units[thing.UnitId].ShortName, thing.Territory, heads.TryGetValue(thing.UnitId, out var head) ? head : null, cascade.BufferDays), title, calendar, on);
                part.BeAbout(thing.Id, thing.Name);
                db.Add(part);
                made++;
            }
        return made;
    }

    private List<RegistryObject>? together;

    /// <summary>Objects that open from now on are handed their parts all at once, by <see cref="OpenTogether"/>.</summary>
    public void Together() => together = [];

    /// <summary>Hands out to the objects that have opened meanwhile; the caller saves.</summary>
    public async Task OpenTogether(Programme programme, DateOnly on)
    {
        var (cards, made) = (together ?? [], 0);
        together = null;
        if (cards.Count == 0) return;
        var registry = cards[0].RegistryId;
        foreach (var cascade in await db.ObjectCascades.Where(c => c.RegistryId == registry).ToListAsync())
            made += await HandOut(cascade, [.. cards.Select(c => new OwingObject(c.Id, c.Number, c.Name, c.Territory, c.UnitId ?? c.TerritoryId, c.TerritoryId))], programme, on);
        if (made > 0)
            foreach (var card in cards) journal.Write("объект получил поручения", "registry-object", card.Id);
    }

    /// <summary>An object that has begun to count gets its part of every measure handed out by objects.</summary>
    public async Task<int> Opened(RegistryObject card, Programme programme, DateOnly on)
    {
        if (together is not null)
        {
            together.Add(card);
            return 0;
        }
        var cascades = await db.ObjectCascades.Where(c => c.RegistryId == card.RegistryId).ToListAsync();
        var made = 0;
        foreach (var cascade in cascades) made += await HandOut(cascade, [new(card.Id, card.Number, card.Name, card.Territory, card.UnitId ?? card.TerritoryId, card.TerritoryId)], programme, on);
        if (made > 0) journal.Write("объект получил поручения", "registry-object", card.Id, after: made);
        return made;
    }

    /// <summary>An object that counts no more: what it still owes is taken off control with the reason.</summary>
    public async Task<int> Closed(RegistryObject card, string ground, DateOnly on)
    {
        var id = card.Id;
        var open = (await db.Assignments.Include(a => a.Reports).Where(a => a.ObjectId == id && a.Acceptance == null && a.Release == null).ToListAsync()).Where(a => !a.IsClosed).ToList();
        foreach (var assignment in open)
        {
            assignment.TakeOff(ground, asObsolete: true, on, time.GetUtcNow(), actor.PersonId);
            journal.Write("поручение снято: объект вышел из счёта", "assignment", assignment.Id, ground);
            if (actor.PersonId is { } me) await RollUp.After(db, assignment, on, time.GetUtcNow(), me);
        }
        return open.Count;
    }

    /// <summary>Open assignments of a merged card go over to the survivor; those it has already are taken off.</summary>
    public async Task Merge(RegistryObject merged, RegistryObject survivor, string ground, DateOnly on)
    {
        var (from, to) = (merged.Id, survivor.Id);
        var kept = (await db.Assignments.Where(a => a.ObjectId == to).Select(a => new { a.MeasureId, a.Occurrence, a.ExecutorId }).ToListAsync()).ToHashSet();
        foreach (var assignment in (await db.Assignments.Include(a => a.Reports).Where(a => a.ObjectId == from).ToListAsync()).Where(a => !a.IsClosed))
        {
            if (kept.Contains(new { assignment.MeasureId, assignment.Occurrence, assignment.ExecutorId })) assignment.TakeOff(ground, asObsolete: true, on, time.GetUtcNow(), actor.PersonId);
            else assignment.BeAbout(to, survivor.Name);
        }
    }
}
