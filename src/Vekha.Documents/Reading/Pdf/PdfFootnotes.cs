namespace Vekha.Documents.Reading.Pdf;

/// <summary>Small raised figures are marks of footnotes: «ЛОИРО 1» becomes «ЛОИРО¹».</summary>
internal static class PdfFootnotes
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Joins the marks of a page to the words they belong to.</summary>
    public static void Raise(PdfPage page)
    {
        var heights = page.Words.Select(w => w.Height).Order().ToList();
        if (heights.Count == 0) return;
        var usual = heights[heights.Count / 2];
        var marks = page.Words.Where(w => w.Text.Length < 3 && w.Text.All(char.IsAsciiDigit) && w.Height < usual * 0.8).ToList();
        foreach (var mark in marks)
        {
            var sign = string.Concat(mark.Text.Select(c => Raised[c - '0']));
            var owner = Nearest(page, w => w.Right <= mark.Left + 1 && mark.Left - w.Right < 4 && Beside(w, mark))
                ?? Nearest(page, w => w.Left >= mark.Right - 1 && w.Left - mark.Right < 8 && Beside(w, mark));
            if (owner is not { } place) continue;
            var word = page.Blocks[place.Block][place.Word];
            page.Blocks[place.Block][place.Word] = word.Left < mark.Left
                ? word with { Text = word.Text + sign, Right = mark.Right }
                : word with { Text = $"{sign} {word.Text}", Left = mark.Left };
            foreach (var block in page.Blocks) block.Remove(mark);
        }
        page.Blocks.RemoveAll(b => b.Count == 0);
    }

    /// <summary>Higher than the middle of the word, but on its line, and smaller.</summary>
    private static bool Beside(PdfWord word, PdfWord mark) =>
        mark.Height < word.Height && mark.Middle < word.Middle && mark.Bottom > word.Top + word.Height * 0.2;

    private static (int Block, int Word)? Nearest(PdfPage page, Func<PdfWord, bool> fits)
    {
        for (var block = 0; block < page.Blocks.Count; block++)
            for (var word = 0; word < page.Blocks[block].Count; word++)
                if (fits(page.Blocks[block][word])) return (block, word);
        return null;
    }
}
