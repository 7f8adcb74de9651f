namespace Vekha.Maps;

/// <summary>Leaves out points of a closed line that the eye would not miss.</summary>
internal static class RingSimplification
{
    /// <param name="squeeze">How much shorter a degree of longitude is than one of latitude there.</param>
    /// <param name="tolerance">In degrees of latitude.</param>
    public static IReadOnlyList<GeoPoint> Of(IReadOnlyList<GeoPoint> ring, double squeeze, double tolerance)
    {
        var points = ring[0] == ring[^1] ? [.. ring.Take(ring.Count - 1)] : ring;
        if (points.Count < 3) return [];
        if (points.Count == 3) return points;
        // A ring has no ends: it is cut at its first point and at the one farthest from it.
        var far = Enumerable.Range(1, points.Count - 1).MaxBy(i => Apart(points[0], points[i], squeeze));
        var kept = new bool[points.Count + 1];
        (kept[0], kept[far]) = (true, true);
        // Not by recursion: a shore of a hundred thousand points would be as deep.
        Stack<(int First, int Last)> parts = new([(0, far), (far, points.Count)]);
        while (parts.TryPop(out var part))
        {
            var (worst, distance) = (-1, tolerance * tolerance);
            for (var i = part.First + 1; i < part.Last; i++)
                if (FromLine(points[i], points[part.First], points[part.Last % points.Count], squeeze) is var off && off > distance) (worst, distance) = (i, off);
            if (worst < 0) continue;
            kept[worst] = true;
            parts.Push((part.First, worst));
            parts.Push((worst, part.Last));
        }
        return [.. points.Where((_, i) => kept[i])];
    }

    private static double Apart(GeoPoint a, GeoPoint b, double squeeze)
    {
        var (x, y) = ((a.Longitude - b.Longitude) * squeeze, a.Latitude - b.Latitude);
        return (x * x) + (y * y);
    }

    /// <summary>Square of the distance of a point from a piece of line.</summary>
    private static double FromLine(GeoPoint point, GeoPoint a, GeoPoint b, double squeeze)
    {
        var (dx, dy) = ((b.Longitude - a.Longitude) * squeeze, b.Latitude - a.Latitude);
        var length = (dx * dx) + (dy * dy);
        if (length == 0) return Apart(point, a, squeeze);
        var (px, py) = ((point.Longitude - a.Longitude) * squeeze, point.Latitude - a.Latitude);
        var along = Math.Clamp(((px * dx) + (py * dy)) / length, 0, 1);
        var (x, y) = (px - (along * dx), py - (along * dy));
        return (x * x) + (y * y);
    }
}
