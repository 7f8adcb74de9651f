using Microsoft.EntityFrameworkCore;
using Vekha.Registries;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>What the lines of a table are compared with: read once a load, whatever the number of portions.</summary>
public sealed class CardLines
{
    private CardLines() { }

    public required IReadOnlyDictionary<string, Organisation> Territories { get; init; }
    public required IReadOnlyDictionary<string, Organisation> Units { get; init; }

    /// <summary>Cards that are there, by what tells one from another.</summary>
    public required LikenessIndex Known { get; init; }

    /// <summary>Numbers that stand in lines already looked at.</summary>
    public HashSet<int> Met { get; } = [];

    public RegistryReading UnitOf(string? text) => text is null ? new(null, null)
        : Units.TryGetValue(Ru.Key(text), out var unit) ? new(RegistryField.Named(unit.Id, unit.ShortName), null) : new(null, $"подразделения «{text}» нет");

    public static async Task<CardLines> Load(VekhaDb db, RegistryOnDesk desk, CancellationToken cancel)
    {
        var id = desk.Registry.Id;
        var below = db.UnitsUnder(desk.Programme.OrganisationId);
        var own = desk.Own.ToArray();
        var units = await db.Organisations.AsNoTracking().Where(o => below.Contains(o.Id) || own.Contains(o.Id)).OrderBy(o => o.Lines.Count).ToListAsync(cancel);
        var territories = new Dictionary<string, Organisation>();
        // The place means the uppermost unit of that name: the committee of the district and not its school.
        foreach (var unit in units.Where(u => desk.Keeps || desk.Own.Contains(u.Id)))
            foreach (var name in new[] { unit.Place(), unit.ShortName, unit.Name }) territories.TryAdd(Ru.Key(name), unit);
        var byName = new Dictionary<string, Organisation>();
        foreach (var unit in units) foreach (var name in new[] { unit.ShortName, unit.Name }) byName.TryAdd(Ru.Key(name), unit);
        var faces = await db.RegistryObjects.Where(o => o.RegistryId == id && o.MergedIntoId == null).Select(o => new CardFace(o.Id, o.Name, o.Address, o.TerritoryId)).ToListAsync(cancel);
        return new() { Territories = territories, Units = byName, Known = desk.Registry.Likeness().Index(faces) };
    }
}
