using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>
/// The signed-in person with unit and roles, known once a request. Pages ask it what they may show; whose thing it is
/// decides between the thing and 404. Where the person acts is a query over the lines of the tree, never a list in memory.
/// </summary>
public sealed class CurrentPerson(VekhaDb db, Actor actor, RightsMemory memory)
{
    private Rights? rights;
    private Guid? named;

    /// <summary>Somebody else, whom an address known to nobody but him stands for: his calendar is read without signing in.</summary>
    public CurrentPerson As(Guid person) => new(db, actor, memory) { named = person };

    /// <summary>The person; only pages behind sign-in may ask.</summary>
    public async Task<Person> Get() => (await Known()).Person;

    /// <summary>The zone of the unit the person works in; <c>null</c> where nobody has said it.</summary>
    public async Task<TimeZoneInfo?> Zone() => (await Known()).Zone;

    public async Task<bool> Has(params Role[] roles) => (await Get()).Roles.Any(r => r.RevokedAt is null && roles.Contains(r.Role));

    /// <summary>Those who are away today and whom the person replaces.</summary>
    public async Task<IReadOnlyList<Person>> Absent() => (await Known()).Absent;

    /// <summary>Units that somebody heads today: the person himself, or one of those he replaces.</summary>
    public async Task<Guid[]> HeadedBy(IReadOnlyCollection<Guid> people) => [.. (await Known()).Headed.Where(h => people.Contains(h.PersonId)).Select(h => h.UnitId)];

    /// <summary>Units in which the person acts: those of the roles held and everything below them in the tree.</summary>
    public async Task<IQueryable<Guid>> Reach()
    {
        var me = await Get();
        return db.UnitsUnder(me.Roles.Where(r => r.RevokedAt is null).Select(r => r.UnitId).Append(me.UnitId).Distinct().ToArray());
    }

    /// <summary>Units in which the person holds one of these roles, with everything below; to be put into a query.</summary>
    public async Task<IQueryable<Guid>> ReachAs(params Role[] roles) => db.UnitsUnder(await HeldAs(roles));

    /// <summary>Whether a unit lies within <see cref="ReachAs"/>.</summary>
    public async Task<bool> Reaches(Guid unit, params Role[] roles)
    {
        var held = await HeldAs(roles);
        if (held.Length == 0 || held.Contains(unit)) return held.Length > 0;
        return held.Any((await memory.Above(db, unit)).Contains);
    }

    /// <summary>Units in which the person holds one of these roles himself, without what is below.</summary>
    public async Task<Guid[]> HeldAs(params Role[] roles) => HeldBy(await Get(), roles);

    /// <inheritdoc cref="HeldAs"/>
    public static Guid[] HeldBy(Person person, params Role[] roles) =>
        [.. person.Roles.Where(r => r.RevokedAt is null && roles.Contains(r.Role)).Select(r => r.UnitId).Distinct()];

    private async Task<Rights> Known() => rights ??= await memory.Of(db, named ?? actor.PersonId ?? throw new InvalidOperationException("Nobody is signed in."));
}
