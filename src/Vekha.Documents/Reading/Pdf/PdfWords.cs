using System.Globalization;
using System.Xml;

namespace Vekha.Documents.Reading.Pdf;

/// <summary>A word on a page, in points from its upper left corner.</summary>
internal readonly record struct PdfWord(string Text, double Left, double Top, double Right, double Bottom)
{
    public double Middle => (Top + Bottom) / 2;
    public double Height => Bottom - Top;
}

/// <summary>A line of words as the eye sees it.</summary>
internal sealed class PdfLine
{
    public List<PdfWord> Words { get; } = [];
    public double Left => Words[0].Left;
    public double Right => Words[^1].Right;
    public double Top => Words.Min(w => w.Top);
    public double Bottom => Words.Max(w => w.Bottom);
    public string Text => string.Join(' ', Words.Select(w => w.Text));
}

/// <summary>A page: its words in the order of reading, and the lines drawn on it.</summary>
internal sealed class PdfPage(double width, double height)
{
    public double Width => width;
    public double Height => height;

    /// <summary>Words by the blocks of text that the page falls into.</summary>
    public List<List<PdfWord>> Blocks { get; } = [];

    public IEnumerable<PdfWord> Words => Blocks.SelectMany(b => b);

    /// <summary>The pages that <c>pdftotext -bbox-layout</c> describes.</summary>
    public static List<PdfPage> Read(byte[] description, ReadingBudget budget)
    {
        // The program starts its answer with a type declaration; nothing is fetched for it.
        using var xml = XmlReader.Create(new MemoryStream(description), new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false });
        var pages = new List<PdfPage>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "page") pages.Add(new(Number(xml, "width"), Number(xml, "height")));
            else if (xml.LocalName == "block" && pages.Count > 0) pages[^1].Blocks.Add([]);
            else if (xml.LocalName == "word" && pages.Count > 0 && pages[^1].Blocks.Count > 0)
            {
                var (left, top, right, bottom) = (Number(xml, "xMin"), Number(xml, "yMin"), Number(xml, "xMax"), Number(xml, "yMax"));
                var text = xml.ReadElementContentAsString().Replace("\u00AD", "", StringComparison.Ordinal);
                budget.Text(text.Length);
                if (text.Length > 0) pages[^1].Blocks[^1].Add(new(text, left, top, right, bottom));
            }
        }
        foreach (var page in pages) PdfFootnotes.Raise(page);
        return pages;
    }

    private static double Number(XmlReader xml, string name) =>
        double.TryParse(xml.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
