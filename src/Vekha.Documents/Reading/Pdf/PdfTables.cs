namespace Vekha.Documents.Reading.Pdf;

/// <summary>Puts the pages of a file together: paragraphs between tables, tables that go on over pages.</summary>
internal sealed class PdfTables
{
    /// <summary>The table that may go on on the next page, with the borders of its columns.</summary>
    private (int Block, List<double> Xs)? open;

    public void Add(List<SourceBlock> blocks, PdfPage page, List<PdfGrid> grids, int number)
    {
        var words = page.Words.ToList();
        var parts = grids.Select(g => (Top: g.Ys[0], Grid: (PdfGrid?)g, Text: "")).ToList();
        parts.AddRange(Paragraphs(page, grids).Select(p => (p.Top, (PdfGrid?)null, p.Text)));
        foreach (var (_, grid, text) in parts.OrderBy(p => p.Top))
            if (grid is null)
            {
                // Footnotes stand between the parts of a table, not after it.
                if (text[0] is not ('¹' or '²' or '³' or >= '⁴' and <= '⁹')) open = null;
                blocks.Add(new SourceParagraph(text) { Page = number });
            }
            else AddTable(blocks, grid, grid.Rows(words), number);
    }

    private void AddTable(List<SourceBlock> blocks, PdfGrid grid, List<SourceRow> rows, int page)
    {
        if (open is { } before && Same(before.Xs, grid.Xs) && blocks[before.Block] is SourceTable table)
        {
            var repeated = rows.Zip(table.Rows).TakeWhile(pair => Words(pair.First) == Words(pair.Second)).Count();
            // Only whole heading rows repeat; all rows equal would be another table.
            if (repeated == rows.Count) repeated = 0;
            blocks[before.Block] = table with { Rows = PdfContinuation.Join([.. table.Rows], rows[repeated..], table.ColumnCount) };
            return;
        }
        blocks.Add(new SourceTable(rows, grid.Xs.Count - 1) { Page = page });
        open = (blocks.Count - 1, grid.Xs);
    }

    private static bool Same(List<double> a, List<double> b) => a.Count == b.Count && a.Zip(b).All(pair => Math.Abs(pair.First - pair.Second) < 4);

    private static string Words(SourceRow row) => string.Join('|', row.Cells.Select(c => c.Text));

    /// <summary>Words outside tables, block by block; page numbers are left out.</summary>
    public static IEnumerable<(double Top, string Text)> Paragraphs(PdfPage page, List<PdfGrid> grids)
    {
        foreach (var block in page.Blocks)
        {
            var lines = PdfLines.Of(block.Where(w => !grids.Exists(g => g.Holds(w))));
            if (lines.Count == 0 || IsPageNumber(lines, page)) continue;
            var width = lines.Max(l => l.Right) - lines.Min(l => l.Left) + 13;
            var start = 0;
            for (var i = 1; i <= lines.Count; i++)
            {
                if (i < lines.Count && !Ends(lines[i - 1], lines[i], width) && !(IsCentred(lines[i - 1], page) || IsCentred(lines[i], page))) continue;
                yield return (lines[start].Top, PdfLines.Join(lines[start..i], width));
                start = i;
            }
        }
    }

    /// <summary>A paragraph ends with a short line or before an item of a list.</summary>
    private static bool Ends(PdfLine line, PdfLine next, double width)
    {
        var first = next.Words[0];
        return line.Right - line.Left + (first.Right - first.Left) + 3 <= width - 13 || IsItem(first.Text);
    }

    /// <summary>A line set in the middle of the page («ПЛАН», «РАСПОРЯЖЕНИЕ») is a heading by itself.</summary>
    private static bool IsCentred(PdfLine line, PdfPage page) =>
        line.Left > page.Width * 0.18 && Math.Abs(line.Left + line.Right - page.Width) < page.Width * 0.08 && line.Right - line.Left < page.Width * 0.7;

    private static bool IsItem(string word) => word is "-" or "–" or "•" || (word.Length < 9 && char.IsDigit(word[0]) && word[^1] is '.' or ')' && word.All(c => char.IsDigit(c) || c is '.' or ')'));

    private static bool IsPageNumber(List<PdfLine> lines, PdfPage page) =>
        lines is [{ Words: [{ Text: var text }] } line] && text.All(char.IsDigit) && (line.Bottom < page.Height * 0.12 || line.Top > page.Height * 0.88);
}
