using System.Globalization;
using System.Text;

namespace Vekha.Maps;

/// <summary>«Контур территории»: closed rings of points, outer ones and holes alike; drawn by the even-odd rule.</summary>
public sealed class Outline
{
    private const double Step = 100_000;

    /// <param name="rings">Each of at least three points; the last one need not repeat the first.</param>
    public Outline(IReadOnlyList<IReadOnlyList<GeoPoint>> rings)
    {
        ArgumentNullException.ThrowIfNull(rings);
        if (rings.Count == 0 || rings.Any(r => r.Count < 3)) throw new ArgumentException("A ring has at least three points", nameof(rings));
        Rings = rings;
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<IReadOnlyList<GeoPoint>> Rings { get; }

    /// <summary>How many points it is drawn by.</summary>
    public int Points => Rings.Sum(r => r.Count);

    /// <summary>As it is kept: «30.12345 59.5,30.2 59.6;…» to five decimals, about a metre.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var ring in Rings)
        {
            if (text.Length > 0) text.Append(';');
            for (var i = 0; i < ring.Count; i++)
                text.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{Rounded(ring[i].Longitude)} {Rounded(ring[i].Latitude)}");
        }
        return text.ToString();
    }

    /// <summary>Reads what <see cref="ToString"/> has written.</summary>
    /// <exception cref="FormatException">The text was not written by it.</exception>
    public static Outline Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new([.. text.Split(';').Select(r => (IReadOnlyList<GeoPoint>)[.. r.Split(',').Select(PointOf)])]);
    }

    private static GeoPoint PointOf(string pair)
    {
        var space = pair.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) throw new FormatException("A point is two numbers");
        return new(double.Parse(pair.AsSpan(0, space), CultureInfo.InvariantCulture), double.Parse(pair.AsSpan(space + 1), CultureInfo.InvariantCulture));
    }

    private static double Rounded(double degrees) => Math.Round(degrees * Step) / Step;

    /// <summary>The same outline with fewer points: those are left out that move the line by less than a five-hundredth of its width (Ramer–Douglas–Peucker), more of them until it fits.</summary>
    /// <param name="most">How many points may be left.</param>
    public Outline Simplified(int most)
    {
        var (west, east, south, north) = (Rings.Min(r => r.Min(p => p.Longitude)), Rings.Max(r => r.Max(p => p.Longitude)), Rings.Min(r => r.Min(p => p.Latitude)), Rings.Max(r => r.Max(p => p.Latitude)));
        var squeeze = Math.Cos((south + north) / 2 * Math.PI / 180);
        var size = Math.Max((east - west) * squeeze, north - south);
        for (var tolerance = size / 500; ; tolerance *= 1.6)
        {
            // What has shrunk to nothing is an islet; the largest ring always stays.
            var rings = Rings.Select(r => RingSimplification.Of(r, squeeze, tolerance)).Where(r => r.Count >= 3).OrderByDescending(r => r.Count).ToList();
            if (rings.Count == 0) rings = [RingSimplification.Of(Rings.MaxBy(r => r.Count)!, squeeze, 0)];
            while (rings.Count > 1 && rings.Sum(r => r.Count) > most && rings[^1].Count <= 4) rings.RemoveAt(rings.Count - 1);
            if (rings.Sum(r => r.Count) <= most || tolerance > size) return new(rings);
        }
    }
}
