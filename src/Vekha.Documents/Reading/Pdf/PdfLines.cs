using System.Text;
using Vekha.Documents.Reading.Plain;

namespace Vekha.Documents.Reading.Pdf;

/// <summary>Puts words into lines, and lines into the words of a cell or a paragraph.</summary>
internal static class PdfLines
{
    /// <summary>Words that stand at the same height, from left to right.</summary>
    public static List<PdfLine> Of(IEnumerable<PdfWord> words)
    {
        var lines = new List<PdfLine>();
        foreach (var word in words.OrderBy(w => w.Middle))
        {
            if (lines.Count == 0 || word.Middle - lines[^1].Words[0].Middle > Math.Max(2, word.Height / 2)) lines.Add(new());
            lines[^1].Words.Add(word);
        }
        foreach (var line in lines) line.Words.Sort((a, b) => a.Left.CompareTo(b.Left));
        return lines;
    }

    /// <summary>
    /// A line that ends where the next word would not have fitted goes on in the next one; a shorter line was ended by its author.
    /// </summary>
    public static string Join(List<PdfLine> lines, double width)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                var next = lines[i].Words[0];
                // Borders keep about six points of space on each side.
                var wraps = !WrappedText.IsWhole(lines[i - 1].Text, next.Text) && lines[i - 1].Right - lines[i - 1].Left + (next.Right - next.Left) + 3 > width - 13;
                if (!wraps) text.Append('\n');
                else if (!WrappedText.IsTorn(text, next.Text[0])) text.Append(' ');
            }
            text.Append(lines[i].Text);
        }
        return text.ToString();
    }
}
