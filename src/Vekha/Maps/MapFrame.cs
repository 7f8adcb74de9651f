namespace Vekha.Maps;

/// <summary>«Лист карты»: puts degrees onto a drawing 100 wide, north above, by the projection that tiles are cut by (Web Mercator).</summary>
public sealed class MapFrame
{
    /// <summary>Width of the drawing.</summary>
    public const double Width = 100;

    /// <summary>A town of one house is shown as a kilometre or so of land, not as a point.</summary>
    private const double LeastSpan = 0.00005;

    private readonly double left, top, scale;

    private MapFrame(double left, double top, double scale, double height) => (this.left, this.top, this.scale, Height) = (left, top, scale, height);

    /// <summary>Height of the drawing, from a third of the width to the width and a quarter.</summary>
    public double Height { get; }

    /// <summary>The frame that holds all points with a little air around; <c>null</c> where there is none.</summary>
    public static MapFrame? Around(IEnumerable<GeoPoint> points)
    {
        var (west, east, north, south) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        foreach (var point in points)
        {
            var (x, y) = OnEarth(point);
            (west, east, north, south) = (Math.Min(west, x), Math.Max(east, x), Math.Min(north, y), Math.Max(south, y));
        }
        if (west > east) return null;
        var (width, height) = (Math.Max(east - west, LeastSpan) * 1.1, Math.Max(south - north, LeastSpan) * 1.1);
        var (sheet, tall) = (Math.Max(width, height / 1.25), Math.Max(height, width / 3));
        tall = Math.Max(tall, sheet / 3);
        return new(((west + east) / 2) - (sheet / 2), ((north + south) / 2) - (tall / 2), Width / sheet, tall * Width / sheet);
    }

    /// <summary>From the left edge.</summary>
    public double X(GeoPoint point) => (OnEarth(point).X - left) * scale;

    /// <summary>From the upper edge.</summary>
    public double Y(GeoPoint point) => (OnEarth(point).Y - top) * scale;

    /// <summary>Tiles that cover the drawing: a few, of the largest scale that needs no more than <paramref name="most"/>.</summary>
    public IReadOnlyList<MapTile> Tiles(int most)
    {
        for (var zoom = 18; ; zoom--)
        {
            var count = 1L << zoom;
            var (x0, x1, y0, y1) = (Cell(left, count), Cell(left + (Width / scale), count), Cell(top, count), Cell(top + (Height / scale), count));
            if (zoom > 0 && (x1 - x0 + 1) * (y1 - y0 + 1) > most) continue;
            var size = scale / count;
            List<MapTile> tiles = [];
            for (var y = y0; y <= y1; y++)
                for (var x = x0; x <= x1; x++) tiles.Add(new(zoom, (int)x, (int)y, (x * size) - (left * scale), (y * size) - (top * scale), size));
            return tiles;
        }
    }

    /// <summary>Lines of whole degrees or their parts, up to eight of each kind.</summary>
    public (IReadOnlyList<(double At, double Degrees)> Meridians, IReadOnlyList<(double At, double Degrees)> Parallels) Net()
    {
        var (west, east) = ((left * 360) - 180, ((left + (Width / scale)) * 360) - 180);
        var (north, south) = (LatitudeOf(top), LatitudeOf(top + (Height / scale)));
        var steps = new[] { 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20 };
        var step = Array.Find(steps, s => (east - west) / s <= 8 && (north - south) / s <= 8) is > 0 and var found ? found : 20;
        return ([.. Lines(west, east, step).Select(d => (X(new(d, 0)), d))], [.. Lines(south, north, step).Select(d => (Y(new(0, d)), d))]);
    }

    private static IEnumerable<double> Lines(double from, double to, double step)
    {
        for (var i = Math.Ceiling(from / step); i * step <= to; i++) yield return Math.Round(i * step, 6);
    }

    private static long Cell(double at, long count) => Math.Clamp((long)Math.Floor(at * count), 0, count - 1);

    /// <summary>Part of the way from the date line eastwards and from the north edge of the projection southwards.</summary>
    private static (double X, double Y) OnEarth(GeoPoint point)
    {
        var sine = Math.Sin(Math.Clamp(point.Latitude, -85, 85) * Math.PI / 180);
        return ((point.Longitude + 180) / 360, 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI)));
    }

    private static double LatitudeOf(double y) => Math.Atan(Math.Sinh(Math.PI * (1 - (2 * y)))) * 180 / Math.PI;
}

/// <summary>«Плитка карты»: a square picture of the tile server and where it lies on the drawing.</summary>
/// <param name="Zoom">0 is the whole earth in one.</param>
/// <param name="Column">From the date line eastwards.</param>
/// <param name="Row">From the north southwards.</param>
/// <param name="X">Left edge on the drawing.</param>
/// <param name="Y">Upper edge on the drawing.</param>
/// <param name="Size">Side on the drawing.</param>
public sealed record MapTile(int Zoom, int Column, int Row, double X, double Y, double Size);
