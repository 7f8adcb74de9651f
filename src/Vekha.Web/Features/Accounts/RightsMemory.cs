using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>What a person's rights follow from on a day: read together, never changed.</summary>
/// <param name="Absent">Those who are away and whom the person replaces.</param>
/// <param name="Headed">Units that the person and those he replaces head, and those whose successors he heads or acts in as executor.</param>
/// <param name="Zone">Of the unit where the person works: his day begins there; <c>null</c> where no unit up to the top says its own.</param>
public sealed record Rights(Person Person, IReadOnlyList<Person> Absent, IReadOnlyList<(Guid PersonId, Guid UnitId)> Headed, TimeZoneInfo? Zone);

/// <summary>
/// «Память о правах»: a process remembers who holds which roles, heads what and replaces whom. Every change of these grows a stamp
/// in the same transaction, and every request reads the stamp first: a right that was taken away is gone with the next
/// request, whichever instance answers it.
/// </summary>
public sealed class RightsMemory(TimeProvider time, Installation installation)
{
    /// <summary>The stamp of people, roles, heads, replacements and units.</summary>
    public const string Stamp = "rights";

    // More people than this at once are as many as forgetting and reading anew costs nothing beside their work.
    private const int Most = 5_000;

    private readonly StampedMemory<Guid, IReadOnlySet<Guid>> above = new(Stamp);
    private readonly ConcurrentDictionary<Guid, (long Stamp, DateOnly Day, Rights Rights)> known = new();

    /// <summary>The rights of a person on the day it is where he works.</summary>
    public async Task<Rights> Of(VekhaDb db, Guid person)
    {
        // A transaction that is going on sees numbers that may never come true.
        if (db.Database.CurrentTransaction is not null) return (await Read(db, person)).Rights;
        // The stamp is read before the rights: what changes in between is remembered under a number that is already old.
        var stamp = await db.StampOf([Stamp]);
        if (known.TryGetValue(person, out var found) && found.Stamp == stamp && found.Day == DayIn(found.Rights.Zone)) return found.Rights;
        var (day, rights) = await Read(db, person);
        if (known.Count >= Most) known.Clear();
        known[person] = (stamp, day, rights);
        return rights;
    }

    /// <summary>The unit and all above it.</summary>
    public Task<IReadOnlySet<Guid>> Above(VekhaDb db, Guid unit) => above.Of(db, unit, async () => (await db.UnitsAbove(unit).ToListAsync()).ToHashSet());

    /// <summary>Grows the stamp with every change of people, roles, heads and replacements.</summary>
    public static Func<CancellationToken, Task>? Alongside(VekhaDb db) =>
        Data.Stamp.GrowWith(db, Stamp, e => e is Person or RoleHolding or Headship or Substitution or Succession or Organisation);

    /// <summary>«Гатчинский район» went into «Гатчинский округ»: who answers for the second answers for what the first left undone.</summary>
    private static async Task<IReadOnlyList<(Guid PersonId, Guid UnitId)>> Inherited(VekhaDb db, List<(Guid PersonId, Guid UnitId)> held, DateOnly today)
    {
        var gone = await db.Successions.AsNoTracking().Where(s => s.On <= today).Select(s => new { s.PredecessorId, s.SuccessorId }).ToListAsync();
        if (gone.Count == 0 || held.Count == 0) return [];
        var (units, successors) = (held.Select(h => h.UnitId).Distinct().ToArray(), gone.Select(g => g.SuccessorId).Distinct().ToArray());
        var inside = (await db.UnitLines.AsNoTracking().Where(l => units.Contains(l.AboveId) && successors.Contains(l.UnitId)).Select(l => new { l.AboveId, l.UnitId }).ToListAsync()).ToLookup(l => l.AboveId, l => l.UnitId);
        var before = gone.ToLookup(g => g.SuccessorId, g => g.PredecessorId);
        return [.. held.SelectMany(h => Before([.. inside[h.UnitId]]), (h, unit) => (h.PersonId, unit)).Distinct()];

        List<Guid> Before(List<Guid> present)
        {
            List<Guid> found = [];
            HashSet<Guid> seen = [.. present];
            for (var asked = present; asked.Count > 0;)
            {
                asked = [.. asked.SelectMany(u => before[u]).Where(seen.Add)];
                found.AddRange(asked);
            }
            return found;
        }
    }

    private DateOnly DayIn(TimeZoneInfo? zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone ?? installation.Zone).DateTime);

    private async Task<(DateOnly Day, Rights Rights)> Read(VekhaDb db, Guid id)
    {
        var person = await db.People.AsNoTracking().Include(p => p.Unit).Include(p => p.Roles).SingleAsync(p => p.Id == id);
        var zone = await db.ZoneOf(person.UnitId) is { } own ? TimeZoneInfo.FindSystemTimeZoneById(own) : null;
        var today = DayIn(zone);
        var absent = await db.Substitutions.AsNoTracking().Where(s => s.SubstituteId == id && s.From <= today && s.Until >= today)
            .Include(s => s.Person!.Roles).Select(s => s.Person!).ToListAsync();
        Guid[] owing = [id, .. absent.Select(p => p.Id)];
        var headed = await db.HeadsOn(today).Where(h => owing.Contains(h.PersonId)).Select(h => new { h.PersonId, h.UnitId }).ToListAsync();
        var heading = headed.Select(h => (h.PersonId, h.UnitId)).ToList();
        var acting = absent.Prepend(person).SelectMany(p => CurrentPerson.HeldBy(p, Role.Executor), (p, unit) => (p.Id, unit));
        return (today, new(person, absent, [.. heading, .. await Inherited(db, [.. heading, .. acting], today)], zone));
    }
}
