namespace Vekha.Documents.Reading.Plain;

/// <summary>A table whose columns are held by runs of spaces, as printers and PDF readers make it.</summary>
internal sealed class AlignedTable(List<TextLine> lines)
{
    /// <summary>A text may try the eye with spaces so often before nobody looks for columns any more.</summary>
    private const int MostAttempts = 40;

    /// <summary>How many lines without columns may stand between two rows.</summary>
    private const int Gap = 10;

    private const int LongestTable = 3_000;

    private int attempts;

    /// <summary>Words between two runs of spaces.</summary>
    internal readonly record struct Piece(string Text, int Start)
    {
        public int End => Start + Text.Length;
    }

    /// <summary>The table that starts on a line, and the line after it; <c>null</c> where none starts.</summary>
    public (SourceTable Table, int End)? At(int start)
    {
        if (attempts > MostAttempts || Pieces(lines[start].Text).Count < 2 || !Enumerable.Range(start, Math.Min(3, lines.Count - start)).Any(i => Pieces(lines[i].Text).Count > 2)) return null;
        attempts++;
        var end = Reach(start);
        var pieces = lines[start..end].Select(l => Pieces(l.Text)).ToList();
        var columns = Columns(pieces);
        if (columns.Count < 3 || pieces.Count(p => p.Count > 1) < 3) return null;
        var rows = AlignedRows.Of(pieces, columns);
        return rows.Count > 2 ? (new SourceTable(rows, columns.Count), end) : null;
    }

    /// <summary>The line after the last one that has columns.</summary>
    private int Reach(int start)
    {
        int end = start + 1, blanks = 0;
        for (var i = end; i < lines.Count && i - end < Gap && i - start < LongestTable; i++)
        {
            blanks = lines[i].IsBlank ? blanks + 1 : 0;
            if (blanks > 3) break;
            if (Pieces(lines[i].Text).Count > 1 || (!lines[i].IsBlank && Indent(lines[i].Text) > 12)) end = i + 1;
        }
        return end;
    }

    private static int Indent(string text) => text.Length - text.TrimStart().Length;

    internal static List<Piece> Pieces(string text)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var end = i + 1;
            while (end < text.Length && !(IsSpace(text, end) && IsSpace(text, end + 1))) end++;
            pieces.Add(new(text[i..end].TrimEnd(), i));
            i = end;
        }
        return pieces;
    }

    private static bool IsSpace(string text, int i) => i >= text.Length || text[i] is ' ' or '\u00A0';

    /// <summary>Where columns start: many lines start words there, and few lines write over the space before it.</summary>
    private static List<int> Columns(List<List<Piece>> lines)
    {
        var counts = new Dictionary<int, int>();
        var parted = lines.Count(l => l.Count > 1);
        foreach (var piece in lines.SelectMany(l => l)) counts[piece.Start] = counts.GetValueOrDefault(piece.Start) + 1;
        var columns = new List<int>();
        foreach (var (start, count) in counts.OrderBy(c => c.Key))
        {
            var near = count + counts.GetValueOrDefault(start - 1) + counts.GetValueOrDefault(start + 1);
            if (near < Math.Max(2, parted * 0.3)) continue;
            // «Раздел II. Основная часть» alone on its line writes over columns and parts none.
            var crossed = lines.Where(l => l.Exists(p => p.Start < start - 1 && p.End > start)).ToList();
            if (crossed.Count(l => l.Count > 1) * 4 > parted || crossed.Count * 2 > parted) continue;
            if (columns.Count == 0 || start - columns[^1] > 2) columns.Add(start);
            else if (count > counts[columns[^1]]) columns[^1] = start;
        }
        return columns;
    }
}
