using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>
/// The signed-in person with unit and roles, read once a request. Pages ask it what they may show; whose thing it is
/// decides between the thing and 404. Where the person acts is a query over the lines of the tree, never a list in memory.
/// </summary>
public sealed class CurrentPerson(VekhaDb db, Actor actor, PageDay day)
{
    private Person? person;
    private IReadOnlyList<Person>? absent;

    /// <summary>The person; only pages behind sign-in may ask.</summary>
    public async Task<Person> Get() => person ??= await db.People.AsNoTracking().Include(p => p.Unit).Include(p => p.Roles)
        .SingleAsync(p => p.Id == actor.PersonId);

    public async Task<bool> Has(params Role[] roles) => (await Get()).Roles.Any(r => r.RevokedAt is null && roles.Contains(r.Role));

    /// <summary>Those who are away today and whom the person replaces.</summary>
    public async Task<IReadOnlyList<Person>> Absent()
    {
        if (absent is not null) return absent;
        var (me, today) = (actor.PersonId, day.Today());
        return absent = await db.Substitutions.AsNoTracking().Where(s => s.SubstituteId == me && s.From <= today && s.Until >= today)
            .Include(s => s.Person!.Roles).Select(s => s.Person!).ToListAsync();
    }

    /// <summary>Units in which the person acts: those of the roles held and everything below them in the tree.</summary>
    public async Task<IQueryable<Guid>> Reach()
    {
        var me = await Get();
        return db.UnitsUnder(me.Roles.Where(r => r.RevokedAt is null).Select(r => r.UnitId).Append(me.UnitId).Distinct().ToArray());
    }

    /// <summary>Units in which the person holds one of these roles, with everything below; to be put into a query.</summary>
    public async Task<IQueryable<Guid>> ReachAs(params Role[] roles) => db.UnitsUnder(await HeldAs(roles));

    /// <summary>Whether a unit lies within <see cref="ReachAs"/>.</summary>
    public async Task<bool> Reaches(Guid unit, params Role[] roles) => await (await ReachAs(roles)).AnyAsync(u => u == unit);

    /// <summary>Units in which the person holds one of these roles himself, without what is below.</summary>
    public async Task<Guid[]> HeldAs(params Role[] roles) => HeldBy(await Get(), roles);

    /// <inheritdoc cref="HeldAs"/>
    public static Guid[] HeldBy(Person person, params Role[] roles) =>
        [.. person.Roles.Where(r => r.RevokedAt is null && roles.Contains(r.Role)).Select(r => r.UnitId).Distinct()];
}
