using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Accounts;

/// <summary>All organisations as a tree: a few hundred rows, read whole.</summary>
public sealed class OrganisationTree
{
    private readonly ILookup<Guid?, Organisation> children;
    private readonly Dictionary<Guid, Organisation> byId;

    private OrganisationTree(List<Organisation> all)
    {
        byId = all.ToDictionary(o => o.Id);
        children = all.OrderBy(o => o.Name, StringComparer.Create(new("ru-RU"), false)).ToLookup(o => o.ParentId);
    }

    public static async Task<OrganisationTree> Load(VekhaDb db) => new(await db.Organisations.AsNoTracking().ToListAsync());

    public Organisation? Find(Guid? id) => id is { } known ? byId.GetValueOrDefault(known) : null;

    /// <summary>From the top down, each with how deep it lies.</summary>
    public IEnumerable<(Organisation Organisation, int Depth)> InOrder() => Below(null, 0);

    public IEnumerable<Guid> WithAllBelow(Guid id) => Below(id, 0).Select(o => o.Organisation.Id).Prepend(id);

    /// <summary>The parent, its parent and so on.</summary>
    public IEnumerable<Guid> Above(Guid id)
    {
        for (var up = Find(id)?.ParentId; up is { } parent; up = Find(parent)?.ParentId) yield return parent;
    }

    /// <summary>Choices of a list, set in by depth.</summary>
    public IEnumerable<SelectListItem> Choices(Guid? without = null) => InOrder().Where(o => o.Organisation.Id != without)
        .Select(o => new SelectListItem(new string('\u2003', o.Depth) + o.Organisation.ShortName, o.Organisation.Id.ToString()));

    private IEnumerable<(Organisation Organisation, int Depth)> Below(Guid? parent, int depth) =>
        children[parent].SelectMany(o => Below(o.Id, depth + 1).Prepend((o, depth)));
}
