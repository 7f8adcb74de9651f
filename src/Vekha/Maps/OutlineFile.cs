using System.Text.Json;
using Vekha.Wording;

namespace Vekha.Maps;

/// <summary>«Контур из файла»: a territory of a GeoJSON file.</summary>
/// <param name="Names">Words of its properties that may be its name, the likeliest first; empty where it has none.</param>
/// <param name="Outline">As it is drawn, simplified.</param>
public sealed record NamedOutline(IReadOnlyList<string> Names, Outline Outline);

/// <summary>«Файл контуров»: reads GeoJSON (RFC 7946) that nobody vouches for. Only polygons are taken, everything else is left behind.</summary>
/// <param name="Outlines">What was read; empty when <paramref name="Problem"/> says why.</param>
/// <param name="Problem">What is wrong, in Russian; <c>null</c> when nothing is.</param>
/// <param name="Left">How many features are no polygons.</param>
public sealed record OutlineFile(IReadOnlyList<NamedOutline> Outlines, string? Problem, int Left)
{
    /// <summary>Bytes of a file.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Territories of a file.</summary>
    public const int MostOutlines = 400;

    /// <summary>Points a territory is kept by.</summary>
    public const int MostPoints = 400;

    private const int MostWords = 120, MostNames = 8;

    private static readonly string[] NameKeys = ["name", "name:ru", "название", "наименование", "имя", "район", "территория", "title", "label", "shapename", "name_ru", "nl_name_2", "name_2"];

    /// <param name="json">UTF-8, with a byte order mark or without.</param>
    public static OutlineFile Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MostBytes) return Refused($"файл больше {MostBytes / 1024 / 1024} МБ: упростите контуры или оставьте в нём только свои территории");
        if (json.Span.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF })) json = json[3..];
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 32 });
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return Refused("это не GeoJSON: файл не читается как JSON");
        }
    }

    private static OutlineFile Of(JsonElement root)
    {
        if (KindOf(root) is not { } kind) return Refused("это не GeoJSON: в нём нет слова type");
        if (CoordinatesOf(root) is { } system) return Refused($"координаты в системе «{Short(system)}», а нужны широта и долгота (WGS 84)");
        var features = kind == "FeatureCollection" ? root.TryGetProperty("features", out var all) && all.ValueKind == JsonValueKind.Array ? [.. all.EnumerateArray()] : [] : new List<JsonElement> { root };
        if (features.Count > MostOutlines) return Refused($"в файле {Ru.Number(features.Count)} объектов, а больше {Ru.Number(MostOutlines)} не берётся: оставьте только свои территории");
        var (outlines, left) = (new List<NamedOutline>(), 0);
        foreach (var feature in features)
        {
            var geometry = KindOf(feature) == "Feature" ? feature.TryGetProperty("geometry", out var inner) ? inner : default : feature;
            if (KindOf(geometry) is not ("Polygon" or "MultiPolygon"))
            {
                left++;
                continue;
            }
            if (RingsOf(geometry, out var problem) is not { } rings) return Refused($"объект {outlines.Count + left + 1}: {problem}");
            outlines.Add(new(NamesOf(feature), new Outline(rings).Simplified(MostPoints)));
        }
        return outlines.Count == 0 ? Refused("в файле нет ни одного контура: нужны объекты вида Polygon или MultiPolygon") : new(outlines, null, left);
    }

    private static IReadOnlyList<IReadOnlyList<GeoPoint>>? RingsOf(JsonElement geometry, out string problem)
    {
        problem = "контур без координат";
        if (!geometry.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array) return null;
        IEnumerable<JsonElement> polygons = KindOf(geometry) == "Polygon" ? [coordinates] : coordinates.EnumerateArray();
        List<IReadOnlyList<GeoPoint>> rings = [];
        foreach (var polygon in polygons)
        {
            if (polygon.ValueKind != JsonValueKind.Array) return null;
            foreach (var ring in polygon.EnumerateArray())
            {
                if (RingOf(ring, ref problem) is not { } points) return null;
                if (points.Count >= 3) rings.Add(points);
            }
        }
        return rings.Count == 0 ? null : rings;
    }

    private static List<GeoPoint>? RingOf(JsonElement ring, ref string problem)
    {
        if (ring.ValueKind != JsonValueKind.Array) return null;
        List<GeoPoint> points = new(ring.GetArrayLength());
        foreach (var pair in ring.EnumerateArray())
        {
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() < 2 || pair[0].ValueKind != JsonValueKind.Number || pair[1].ValueKind != JsonValueKind.Number
                || !pair[0].TryGetDouble(out var longitude) || !pair[1].TryGetDouble(out var latitude))
            {
                problem = "точка контура — не пара чисел";
                return null;
            }
            if (!(Math.Abs(longitude) <= 180) || !(Math.Abs(latitude) <= 85))
            {
                problem = "точка контура вне карты: нужны долгота до 180° и широта до 85°, в этом порядке";
                return null;
            }
            if (points.Count == 0 || points[^1] != new GeoPoint(longitude, latitude)) points.Add(new(longitude, latitude));
        }
        return points;
    }

    private static IReadOnlyList<string> NamesOf(JsonElement feature)
    {
        if (KindOf(feature) != "Feature" || !feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object) return [];
        return [.. properties.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).Select((p, i) => (Rank: Array.IndexOf(NameKeys, p.Name.ToLowerInvariant()), i, Text: Plain(p.Value.GetString() ?? "")))
            .Where(p => p.Text.Length is > 1 and <= MostWords && p.Text.Any(char.IsLetter)).OrderBy(p => p.Rank < 0 ? NameKeys.Length : p.Rank).ThenBy(p => p.i).Select(p => p.Text).Distinct().Take(MostNames)];
    }

    /// <summary>Letters, digits and common signs only: what stands in a file of others is not trusted to be a name.</summary>
    private static string Plain(string text) => string.Join(' ', new string([.. text.Where(c => !char.IsControl(c) && c is not ('<' or '>'))]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? KindOf(JsonElement element) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    // The old standard let a file name its own system; the new one knows only WGS 84.
    private static string? CoordinatesOf(JsonElement root) => root.TryGetProperty("crs", out var crs) && crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties", out var named) && named.ValueKind == JsonValueKind.Object
        && named.TryGetProperty("name", out var name) && name.GetString() is { } text && !text.Contains("CRS84", StringComparison.OrdinalIgnoreCase) && !text.EndsWith(":4326", StringComparison.Ordinal) ? text : null;

    private static string Short(string text) => Plain(text) is { Length: > 60 } plain ? plain[..60] + "…" : Plain(text);

    private static OutlineFile Refused(string problem) => new([], problem, 0);
}
