using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Accounts;

/// <summary>What a person's rights follow from on a day: read together, never changed.</summary>
/// <param name="Absent">Those who are away and whom the person replaces.</param>
/// <param name="Headed">Units that the person and those he replaces head.</param>
public sealed record Rights(Person Person, IReadOnlyList<Person> Absent, IReadOnlyList<(Guid PersonId, Guid UnitId)> Headed);

/// <summary>
/// «Память о правах»: a process remembers who holds which roles, heads what and replaces whom. Every change of these grows a stamp
/// in the same transaction, and every request reads the stamp first: a right that was taken away is gone with the next
/// request, whichever instance answers it.
/// </summary>
public sealed class RightsMemory
{
    private const string Name = "rights";

    // More people than this at once are as many as forgetting and reading anew costs nothing beside their work.
    private const int Most = 5_000;

    // Not static: a compiled query belongs to the model of one application.
    private readonly Func<VekhaDb, Task<long>> readStamp = EF.CompileAsyncQuery((VekhaDb db) => db.Set<Stamp>().Where(s => s.Name == Name).Select(s => s.Value).FirstOrDefault());

    private readonly ConcurrentDictionary<(Guid Person, DateOnly Day), (long Stamp, Rights Rights)> known = new();

    public async Task<Rights> Of(VekhaDb db, Guid person, DateOnly today)
    {
        // The stamp is read before the rights: what changes in between is remembered under a number that is already old.
        var stamp = await readStamp(db);
        if (known.TryGetValue((person, today), out var found) && found.Stamp == stamp) return found.Rights;
        var rights = await Read(db, person, today);
        if (known.Count >= Most) known.Clear();
        known[(person, today)] = (stamp, rights);
        return rights;
    }

    /// <summary>Grows the stamp with every change of people, roles, heads and replacements.</summary>
    public static Func<CancellationToken, Task>? Alongside(VekhaDb db) =>
        db.Alongside(db.ChangeTracker.Entries().Any(e => e is { Entity: Person or RoleHolding or Headship or Substitution or Organisation, State: EntityState.Added or EntityState.Modified or EntityState.Deleted }) ? [Stamp.Grow(Name)] : []);

    private static async Task<Rights> Read(VekhaDb db, Guid id, DateOnly today)
    {
        var person = await db.People.AsNoTracking().Include(p => p.Unit).Include(p => p.Roles).SingleAsync(p => p.Id == id);
        var absent = await db.Substitutions.AsNoTracking().Where(s => s.SubstituteId == id && s.From <= today && s.Until >= today)
            .Include(s => s.Person!.Roles).Select(s => s.Person!).ToListAsync();
        Guid[] owing = [id, .. absent.Select(p => p.Id)];
        var headed = await db.HeadsOn(today).Where(h => owing.Contains(h.PersonId)).Select(h => new { h.PersonId, h.UnitId }).ToListAsync();
        return new(person, absent, [.. headed.Select(h => (h.PersonId, h.UnitId))]);
    }
}
