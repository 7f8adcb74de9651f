using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>
/// The signed-in person with unit and roles, read once a request. Pages ask it what they may show; whose thing it is
/// decides between the thing and 404.
/// </summary>
public sealed class CurrentPerson(VekhaDb db, Actor actor)
{
    private Person? person;
    private HashSet<Guid>? reach;
    private OrganisationTree? tree;

    /// <summary>The person; only pages behind sign-in may ask.</summary>
    public async Task<Person> Get() => person ??= await db.People.AsNoTracking().Include(p => p.Unit).Include(p => p.Roles)
        .SingleAsync(p => p.Id == actor.PersonId);

    public async Task<bool> Has(params Role[] roles) => (await Get()).Roles.Any(r => r.RevokedAt is null && roles.Contains(r.Role));

    /// <summary>Units in which the person acts: those of the roles held and everything below them in the tree.</summary>
    public async Task<IReadOnlySet<Guid>> Reach()
    {
        if (reach is not null) return reach;
        var me = await Get();
        tree ??= await OrganisationTree.Load(db);
        return reach = [.. me.Roles.Where(r => r.RevokedAt is null).Select(r => r.UnitId).Append(me.UnitId).Distinct().SelectMany(tree.WithAllBelow)];
    }

    /// <summary>Units in which the person holds one of these roles, with everything below.</summary>
    public async Task<IReadOnlySet<Guid>> ReachAs(params Role[] roles)
    {
        var me = await Get();
        tree ??= await OrganisationTree.Load(db);
        return me.Roles.Where(r => r.RevokedAt is null && roles.Contains(r.Role)).SelectMany(r => tree.WithAllBelow(r.UnitId)).ToHashSet();
    }
}
