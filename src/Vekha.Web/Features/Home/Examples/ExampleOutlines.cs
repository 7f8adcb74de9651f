using Vekha.Maps;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Maps;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>Outlines of the pilot districts, drawn by hand and only roughly like them: maps of the example need no file to be loaded.</summary>
internal static class ExampleOutlines
{
    private static readonly (string District, (double, double)[] Shore)[] Drawn =
    [
        ("Всеволожского района", [(29.95, 60.30), (30.35, 60.46), (30.62, 60.38), (30.86, 60.28), (31.08, 60.12), (31.09, 59.93), (30.86, 59.83), (30.62, 59.80), (30.46, 59.84), (30.52, 59.95), (30.42, 60.03), (30.18, 60.08), (30.02, 60.16)]),
        ("Тосненского района", [(30.52, 59.72), (30.82, 59.74), (31.12, 59.63), (31.32, 59.44), (31.45, 59.20), (31.20, 59.10), (30.88, 59.16), (30.62, 59.28), (30.58, 59.48)]),
        ("города Сосновый Бор", [(28.96, 59.94), (29.10, 59.96), (29.20, 59.92), (29.19, 59.85), (29.06, 59.84), (28.97, 59.88)]),
    ];

    public static void Draw(VekhaDb db, Actor by, Programme programme, IReadOnlyDictionary<string, Organisation> units, DateTimeOffset at)
    {
        foreach (var (district, shore) in Drawn)
            if (units.GetValueOrDefault(ExampleOrganisations.CommitteeOf(district)) is { } unit)
                db.Add(new TerritoryOutline(programme.Id, unit.Territory ?? unit.ShortName, new Outline([[.. shore.Select(p => new GeoPoint(p.Item1, p.Item2))]]), unit.Id, at, by));
    }
}
