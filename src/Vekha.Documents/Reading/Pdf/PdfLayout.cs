using System.Text;

namespace Vekha.Documents.Reading.Pdf;

/// <summary>
/// The pages of a file without borders as text whose columns are held by runs of spaces. Every place is where the word stands on
/// the page, and a letter takes less than its width: so the narrow strip between two full columns never closes to one space.
/// </summary>
internal static class PdfLayout
{
    /// <summary>Words farther apart than this share of their height belong to two columns; the space of a justified line is narrower.</summary>
    private const double ColumnGap = 0.62;

    /// <summary>Lines farther apart than so many heights have an empty line between them.</summary>
    private const double BlankLine = 1.9;

    /// <summary>The narrowest a letter is taken for, in points: tiny print must not make lines of a thousand columns.</summary>
    private const double NarrowestLetter = 2;

    private readonly record struct Segment(double Left, double Right, string Text);

    /// <summary>The text of the pages; pages are parted by form feeds.</summary>
    public static string Of(List<PdfPage> pages)
    {
        var lines = pages.ConvertAll(p => PdfLines.Of(p.Words).ConvertAll(l => (l.Top, l.Bottom, Segments: Segments(l))));
        var letter = Math.Max(NarrowestLetter, lines.SelectMany(p => p).SelectMany(l => l.Segments).Where(s => s.Text.Length > 7)
            .Select(s => (s.Right - s.Left) / s.Text.Length).DefaultIfEmpty(5).Min());
        var text = new StringBuilder();
        foreach (var page in lines)
        {
            var above = double.NaN;
            foreach (var (top, bottom, segments) in page)
            {
                if (top - above > (bottom - top) * BlankLine) text.Append('\n');
                above = top;
                var start = text.Length;
                foreach (var segment in segments)
                {
                    var column = (int)Math.Round(segment.Left / letter);
                    var at = text.Length - start;
                    text.Append(' ', at == 0 ? column : Math.Max(2, column - at)).Append(segment.Text);
                }
                text.Append('\n');
            }
            text.Append('\f');
        }
        return text.ToString();
    }

    private static List<Segment> Segments(PdfLine line)
    {
        var segments = new List<Segment>();
        foreach (var word in line.Words)
            if (segments.Count > 0 && word.Left - segments[^1].Right <= word.Height * ColumnGap)
                segments[^1] = new(segments[^1].Left, word.Right, $"{segments[^1].Text} {word.Text}");
            else segments.Add(new(word.Left, word.Right, word.Text));
        return segments;
    }
}
