using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Accounts;

/// <summary>A part of the tree as choices of a list. Only for what a person can read through; the rest is found by its name.</summary>
public sealed class OrganisationTree
{
    /// <summary>More than this nobody looks through in a list.</summary>
    public const int Most = 500;

    private readonly ILookup<Guid?, Organisation> children;
    private readonly Dictionary<Guid, Organisation> byId;

    private OrganisationTree(List<Organisation> all)
    {
        byId = all.ToDictionary(o => o.Id);
        // The topmost ones of a part hang under something that is not in it.
        children = all.OrderBy(o => o.Name, StringComparer.Create(new("ru-RU"), false)).ToLookup(o => o.ParentId is { } parent && byId.ContainsKey(parent) ? o.ParentId : null);
    }

    /// <param name="reach">Only these units; all where absent. Of more than <see cref="Most"/> the upper ones.</param>
    /// <param name="keep">Units that must be among the choices however deep they lie.</param>
    public static async Task<OrganisationTree> Load(VekhaDb db, IQueryable<Guid>? reach = null, params Guid?[] keep)
    {
        var seen = (reach is null ? db.Organisations : db.Organisations.Where(o => reach.Contains(o.Id))).AsNoTracking();
        var upper = await seen.OrderBy(o => o.Lines.Count).ThenBy(o => o.Name).Take(Most).ToListAsync();
        var missing = keep.OfType<Guid>().Except(upper.Select(o => o.Id)).ToArray();
        return new(missing.Length == 0 ? upper : [.. upper, .. await seen.Where(o => missing.Contains(o.Id)).ToListAsync()]);
    }

    public Organisation? Find(Guid? id) => id is { } known ? byId.GetValueOrDefault(known) : null;

    /// <summary>From the top down, each with how deep it lies.</summary>
    public IEnumerable<(Organisation Organisation, int Depth)> InOrder() => Below(null, 0);

    /// <summary>Choices of a list, set in by depth.</summary>
    public IEnumerable<SelectListItem> Choices(Guid? without = null) => InOrder().Where(o => o.Organisation.Id != without)
        .Select(o => new SelectListItem(new string('\u2003', o.Depth) + o.Organisation.ShortName, o.Organisation.Id.ToString()));

    private IEnumerable<(Organisation Organisation, int Depth)> Below(Guid? parent, int depth) =>
        children[parent].SelectMany(o => Below(o.Id, depth + 1).Prepend((o, depth)));
}
