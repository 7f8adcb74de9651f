using Microsoft.EntityFrameworkCore;
using Vekha.Maps;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Maps;

/// <summary>Finds the unit of the tree that a file means: «Тосненский муниципальный район» is «Тосненский район».</summary>
internal sealed class TerritoryNames
{
    private readonly Dictionary<string, (Guid Unit, string Name)> byKey = [];

    public static async Task<TerritoryNames> Load(VekhaDb db, Programme programme, CancellationToken cancel)
    {
        var (names, below) = (new TerritoryNames(), db.UnitsUnder(programme.OrganisationId));
        // The uppermost unit of a place is meant: the committee of the district and not its school.
        foreach (var unit in await db.Organisations.AsNoTracking().Where(o => below.Contains(o.Id)).OrderBy(o => o.Lines.Count).ThenBy(o => o.Name).ToListAsync(cancel))
            foreach (var name in new[] { unit.Territory, unit.ShortName, unit.Name }.OfType<string>())
                if (TerritoryName.Key(name) is { Length: > 0 } key) names.byKey.TryAdd(key, (unit.Id, unit.Territory ?? unit.ShortName));
        return names;
    }

    /// <param name="names">The likeliest first.</param>
    public (Guid Unit, string Name)? Find(IReadOnlyList<string> names)
    {
        foreach (var name in names)
            if (TerritoryName.Key(name) is { Length: > 0 } key && byKey.TryGetValue(key, out var found)) return found;
        return null;
    }
}
