using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plain;

/// <summary>Puts the lines of an aligned table into rows.</summary>
internal static partial class AlignedRows
{
    /// <summary>A line cut into its cells; <paramref name="Wide"/> writes over the borders of columns.</summary>
    private readonly record struct Line(string[] Cells, string? Wide, bool IsBlank)
    {
        public int Filled => Cells.Count(c => c.Length > 0);
    }

    public static List<SourceRow> Of(List<List<AlignedTable.Piece>> pieces, List<int> columns)
    {
        var lines = pieces.Select(p => Cut(p, columns)).ToList();
        // Numbers of pages stand alone between blank lines.
        lines.RemoveAll(l => !l.IsBlank && l.Wide is null && l.Filled == 1 && l.Cells.Skip(1).Any(c => PageNumber().IsMatch(c)));
        var widths = Enumerable.Range(0, columns.Count).Select(c => lines.Select(l => l.Cells[c].Length).Max()).ToArray();
        var rows = new List<SourceRow>();
        foreach (var group in Groups(lines))
            if (group[0].Wide is { } wide) rows.Add(new([new SourceCell(wide, 0, columns.Count)]));
            else rows.Add(new([.. Enumerable.Range(0, columns.Count).Select(c => new SourceCell(WrappedText.Join([.. group.Select(l => l.Cells[c]).Where(t => t.Length > 0)], widths[c]), c))]));
        return rows;
    }

    private static Line Cut(List<AlignedTable.Piece> pieces, List<int> columns)
    {
        var cells = new string[columns.Count];
        Array.Fill(cells, "");
        if (pieces.Count == 0) return new(cells, null, IsBlank: true);
        foreach (var piece in pieces)
        {
            var first = Column(piece.Start, columns);
            var last = Column(piece.End - 1, columns);
            // A heading in the middle of the page, or words that run over: «Основной этап».
            if (pieces.Count == 1 && last > first && piece.End - columns[last] > 2) return new(cells, piece.Text, false);
            // Headings are often centred: they belong where most of them stands.
            var best = Enumerable.Range(first, last - first + 1).MaxBy(c => Overlap(piece, columns, c));
            cells[best] = cells[best].Length == 0 ? piece.Text : $"{cells[best]} {piece.Text}";
        }
        return new(cells, null, false);
    }

    private static int Column(int position, List<int> columns)
    {
        var column = columns.FindLastIndex(c => c <= position + 1);
        return Math.Max(0, column);
    }

    private static int Overlap(AlignedTable.Piece piece, List<int> columns, int column) =>
        Math.Min(piece.End, column + 1 < columns.Count ? columns[column + 1] : int.MaxValue) - Math.Max(piece.Start, columns[column]);

    private static IEnumerable<List<Line>> Groups(List<Line> lines)
    {
        var numbered = lines.Count(l => Number().IsMatch(l.Cells[0]));
        var firsts = lines.Count(l => l.Cells[0].Length > 0);
        var blocks = Blocks(lines);
        // Blank lines between rows are the surest border; a number may then stand in the middle of its row.
        if (blocks.Count > 2 && blocks.Count(b => b.Count(l => Number().IsMatch(l.Cells[0])) > 1) * 5 <= blocks.Count && blocks.Count >= numbered)
            return blocks;
        return Split([.. lines.Where(l => !l.IsBlank)], byNumber: numbered > 1 && numbered * 2 >= firsts - 3);
    }

    private static List<List<Line>> Blocks(List<Line> lines)
    {
        var blocks = new List<List<Line>>();
        var open = false;
        foreach (var line in lines)
        {
            if (line.IsBlank)
            {
                open = false;
                continue;
            }
            if (!open || line.Wide is not null || blocks[^1][0].Wide is not null) blocks.Add([]);
            blocks[^1].Add(line);
            open = true;
        }
        return blocks;
    }

    private static List<List<Line>> Split(List<Line> lines, bool byNumber)
    {
        var groups = new List<List<Line>>();
        var seen = false;
        foreach (var line in lines)
        {
            var starts = byNumber ? Number().IsMatch(line.Cells[0]) : StartsUnnumbered(line, groups);
            // The heading is everything above the first number.
            if (groups.Count == 0 || line.Wide is not null || groups[^1][0].Wide is not null || (starts && (seen || groups.Count > 0))) groups.Add([]);
            groups[^1].Add(line);
            seen |= starts;
        }
        return groups;
    }

    /// <summary>Without numbers a row starts where its first column does, with a capital, a figure or a date, and others with it.</summary>
    private static bool StartsUnnumbered(Line line, List<List<Line>> groups) =>
        line.Cells[0].Length > 0 && line.Filled > 1 && (char.IsUpper(line.Cells[0][0]) || char.IsDigit(line.Cells[0][0]))
        && !(groups is [[_] only] && only[0].Filled < line.Cells.Length && line.Filled < line.Cells.Length);

    [GeneratedRegex(@"^(?:№\s*)?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?(?:\s|$)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^-?\s*\d{1,3}\s*-?$")]
    private static partial Regex PageNumber();
}
