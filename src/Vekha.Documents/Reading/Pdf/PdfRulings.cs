using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Vekha.Documents.Reading.Pdf;

/// <summary>A straight line drawn on a page: at <paramref name="At"/>, from one end to the other.</summary>
internal readonly record struct Ruling(bool IsVertical, double At, double From, double To);

/// <summary>Finds the borders of tables in the drawing of a page that <c>pdftocairo -svg</c> makes.</summary>
internal static partial class PdfRulings
{
    /// <summary>A rectangle thinner than this is a line.</summary>
    private const double Thin = 2.5;

    /// <summary>Shorter lines belong to letters and pictures.</summary>
    private const double Shortest = 5;

    public static List<Ruling> Read(byte[] svg)
    {
        var rulings = new List<Ruling>();
        using var xml = XmlReader.Create(new MemoryStream(svg), new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        while (xml.Read())
        {
            while (xml.NodeType == XmlNodeType.Element && xml.LocalName is "defs" or "clipPath" or "mask" && !xml.IsEmptyElement) xml.Skip();
            if (xml.NodeType != XmlNodeType.Element || rulings.Count > 50_000) continue;
            var matrix = Matrix(xml.GetAttribute("transform"));
            if (xml.LocalName == "path" && xml.GetAttribute("d") is { } path) Add(rulings, path, matrix);
            else if (xml.LocalName == "rect") AddBox(rulings, Number(xml, "x"), Number(xml, "y"), Number(xml, "width"), Number(xml, "height"), matrix);
        }
        return rulings;
    }

    private static double Number(XmlReader xml, string name) =>
        double.TryParse(xml.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static double[] Matrix(string? transform)
    {
        double[] same = [1, 0, 0, 1, 0, 0];
        if (transform is null || !transform.StartsWith("matrix(", StringComparison.Ordinal)) return same;
        var numbers = Numbers().Matches(transform).Select(m => double.Parse(m.ValueSpan, CultureInfo.InvariantCulture)).ToArray();
        return numbers.Length == 6 ? numbers : same;
    }

    /// <summary>Straight pieces of a path; curves belong to pictures.</summary>
    private static void Add(List<Ruling> rulings, string path, double[] matrix)
    {
        if (path.Length > 4000 || path.AsSpan().IndexOfAny("CcQqSsTtAa") >= 0) return;
        var points = new List<(double X, double Y)>();
        foreach (Match step in Steps().Matches(path))
        {
            if (step.Groups[1].ValueSpan is "M") points.Clear();
            if (step.Groups[1].ValueSpan is "Z" or "z" && points.Count > 0) points.Add(points[0]);
            else if (step.Groups[2].Success)
            {
                var x = double.Parse(step.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
                var y = double.Parse(step.Groups[3].ValueSpan, CultureInfo.InvariantCulture);
                points.Add((matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]));
            }
            if (points.Count >= 5 && AddThin(rulings, points)) points.Clear();
            else if (points.Count is > 1 and < 5 && step.Groups[1].ValueSpan is "L") AddLine(rulings, points[^2], points[^1]);
        }
    }

    private static void AddBox(List<Ruling> rulings, double x, double y, double width, double height, double[] matrix)
    {
        (double X, double Y) Point(double a, double b) => (matrix[0] * a + matrix[2] * b + matrix[4], matrix[1] * a + matrix[3] * b + matrix[5]);
        AddThin(rulings, [Point(x, y), Point(x + width, y), Point(x + width, y + height), Point(x, y + height), Point(x, y)]);
    }

    /// <summary>A border drawn as a long thin box.</summary>
    private static bool AddThin(List<Ruling> rulings, List<(double X, double Y)> box)
    {
        var (left, right) = (box.Min(p => p.X), box.Max(p => p.X));
        var (top, bottom) = (box.Min(p => p.Y), box.Max(p => p.Y));
        if (right - left <= Thin && bottom - top > Shortest) rulings.Add(new(true, (left + right) / 2, top, bottom));
        else if (bottom - top <= Thin && right - left > Shortest) rulings.Add(new(false, (top + bottom) / 2, left, right));
        else return false;
        return true;
    }

    private static void AddLine(List<Ruling> rulings, (double X, double Y) from, (double X, double Y) to)
    {
        if (Math.Abs(from.X - to.X) < 0.5 && Math.Abs(from.Y - to.Y) > Shortest) rulings.Add(new(true, from.X, Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y)));
        else if (Math.Abs(from.Y - to.Y) < 0.5 && Math.Abs(from.X - to.X) > Shortest) rulings.Add(new(false, from.Y, Math.Min(from.X, to.X), Math.Max(from.X, to.X)));
    }

    [GeneratedRegex(@"-?\d+(?:\.\d+)?(?:e-?\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"([MLZz])\s*(?:(-?\d+(?:\.\d+)?)[ ,]+(-?\d+(?:\.\d+)?))?")]
    private static partial Regex Steps();
}
