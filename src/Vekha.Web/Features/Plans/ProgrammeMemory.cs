using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;

namespace Vekha.Web.Features.Plans;

/// <summary>
/// «Память о программах»: a process remembers the programmes of the installation and who is named for them or reaches them by a role, as
/// <see cref="RightsMemory"/> remembers rights. What it gives is read together and never changed or saved.
/// </summary>
public sealed class ProgrammeMemory
{
    /// <summary>The stamp of programmes and of roles in them.</summary>
    public const string Stamp = "programmes";

    private readonly StampedMemory<int, IReadOnlyDictionary<Guid, Programme>> all = new(Stamp);
    private readonly StampedMemory<(Guid Person, DateOnly Day), ILookup<Guid, ProgrammeRole>> named = new(Stamp);
    private readonly StampedMemory<(Guid Person, bool AsGuest), IReadOnlySet<Guid>> reached = new(Stamp, RightsMemory.Stamp);

    /// <summary>All programmes, by their identity.</summary>
    public Task<IReadOnlyDictionary<Guid, Programme>> All(VekhaDb db) => all.Of(db, 0, async () => await db.Programmes.AsNoTracking().ToDictionaryAsync(p => p.Id));

    /// <summary>Roles in programmes that a person is named for and that hold on a day.</summary>
    public Task<ILookup<Guid, ProgrammeRole>> NamedFor(VekhaDb db, Guid person, DateOnly day) => named.Of(db, (person, day), async () =>
        (await db.Appointments.Where(a => a.PersonId == person && a.Since <= day && (a.Until == null || a.Until >= day)).Select(a => new { a.ProgrammeId, a.Role }).ToListAsync()).ToLookup(a => a.ProgrammeId, a => a.Role));

    /// <summary>Programmes of units that lie within some of the person's own.</summary>
    /// <param name="asGuest">Whether the units are those of the guest's role as well; the person's roles decide which they are.</param>
    public Task<IReadOnlySet<Guid>> Reached(VekhaDb db, Guid person, bool asGuest, Guid[] units) => reached.Of(db, (person, asGuest), async () =>
    {
        var lines = db.UnitLines;
        return (await db.Programmes.Where(p => lines.Any(l => l.UnitId == p.OrganisationId && units.Contains(l.AboveId))).Select(p => p.Id).ToListAsync()).ToHashSet();
    });
}
