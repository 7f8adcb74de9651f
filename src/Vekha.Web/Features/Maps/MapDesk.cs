using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Maps;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Maps;

/// <summary>A point to be drawn.</summary>
/// <param name="Look"><c>ok</c>, <c>warn</c>, <c>over</c> or <c>off</c>.</param>
/// <param name="Words">Read aloud and shown as a hint.</param>
public sealed record MapPin(GeoPoint At, string Look, string Words, string Address);

/// <summary>How a territory is filled.</summary>
/// <param name="Look"><c>ok</c>, <c>warn</c>, <c>over</c>, or empty for plain.</param>
public sealed record MapShade(string Look, string Words, string? Address);

/// <summary>Puts outlines, points and, where the town has its own server, tiles together for a page.</summary>
public sealed class MapDesk(VekhaDb db)
{
    private const int MostTiles = 24;

    /// <summary>The map of a programme; <c>null</c> where there is nothing to draw.</summary>
    /// <param name="http">Its content policy will allow the host of the tiles, if there is one.</param>
    /// <param name="shades">By unit of the tree.</param>
    public async Task<MapView?> Draw(HttpContext http, Guid programme, IReadOnlyList<MapPin> pins, IReadOnlyDictionary<Guid, MapShade>? shades = null)
    {
        var outlines = (await db.TerritoryOutlines.AsNoTracking().Where(o => o.ProgrammeId == programme).OrderBy(o => o.Name).Select(o => new { o.Name, o.TerritoryId, o.Shape }).ToListAsync())
            .Select(o => (o.Name, o.TerritoryId, Outline: Outline.Parse(o.Shape))).ToList();
        if (MapFrame.Around([.. pins.Select(p => p.At), .. outlines.SelectMany(o => o.Outline.Rings.SelectMany(r => r))]) is not { } frame) return null;
        var server = await db.TileServers.AsNoTracking().SingleOrDefaultAsync();
        var host = server is { Address.Length: > 0 } ? TileAddress.HostOf(server.Address) : null;
        if (host is not null) http.AllowImagesFrom(host);
        return new(frame, host is not null)
        {
            Tiles = host is null ? [] : [.. frame.Tiles(MostTiles).Select(t => (TileAddress.Of(server!.Address, t), t))],
            Credit = host is null ? "" : server!.Credit,
            Areas = [.. outlines.Select(o => AreaOf(frame, o.Name, o.Outline, o.TerritoryId is { } unit ? shades?.GetValueOrDefault(unit) : null))],
            // What is missing lies on top of what is there.
            Pins = [.. pins.OrderBy(p => p.Look switch { "over" => 3, "warn" => 2, "ok" => 1, _ => 0 }).Select(p => new MapMark(frame.X(p.At), frame.Y(p.At), p.Look, p.Words, p.Address))],
        };
    }

    private static MapArea AreaOf(MapFrame frame, string name, Outline outline, MapShade? shade)
    {
        var path = new StringBuilder();
        foreach (var ring in outline.Rings)
        {
            for (var i = 0; i < ring.Count; i++) path.Append(i == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{frame.X(ring[i]):0.##} {frame.Y(ring[i]):0.##}");
            path.Append('Z');
        }
        var largest = outline.Rings.MaxBy(r => r.Count)!;
        return new(name, path.ToString(), (largest.Min(frame.X) + largest.Max(frame.X)) / 2, Math.Max(3.5, largest.Min(frame.Y) - 1), largest.Max(frame.X) - largest.Min(frame.X), shade);
    }
}

/// <summary>A territory on a drawing.</summary>
/// <param name="Path">Commands of an SVG path.</param>
/// <param name="X">The middle; the name stands above the upper edge, where no point covers it.</param>
/// <param name="Width">How wide it is drawn.</param>
public sealed record MapArea(string Name, string Path, double X, double Y, double Width, MapShade? Shade);

/// <summary>A point on a drawing.</summary>
public sealed record MapMark(double X, double Y, string Look, string Words, string Address);

/// <summary>What the partial <c>_Map</c> draws.</summary>
public sealed class MapView(MapFrame frame, bool hasTiles)
{
    public double Height => frame.Height;
    public bool HasTiles => hasTiles;
    public required IReadOnlyList<(string Address, MapTile Tile)> Tiles { get; init; }
    public required string Credit { get; init; }
    public required IReadOnlyList<MapArea> Areas { get; init; }
    public required IReadOnlyList<MapMark> Pins { get; init; }

    /// <summary>Degrees are drawn where neither outlines nor tiles tell where one is.</summary>
    public (IReadOnlyList<(double At, double Degrees)> Meridians, IReadOnlyList<(double At, double Degrees)> Parallels) Net => Areas.Count > 0 || hasTiles ? ([], []) : frame.Net();

    /// <summary>What the picture is called for a reader.</summary>
    public string Words { get; set; } = "Карта; те же данные в таблице";

    /// <summary>It stands beside a table and not for itself: larger points and letters.</summary>
    public bool IsSmall { get; set; }

    public static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Degrees(double degrees, string side) => degrees.ToString("0.###", CultureInfo.GetCultureInfo("ru-RU")) + "° " + side;
}
