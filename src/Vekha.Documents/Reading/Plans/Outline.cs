using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>A line of running text.</summary>
/// <param name="Raw">As it came, tabs and runs of spaces kept.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record TextLine(string Raw, SourcePlace Place)
{
    /// <summary>Automatic number of its paragraph, on the paragraph's first line only.</summary>
    public string? Number { get; init; }
    public bool Bold { get; init; }
    public int Heading { get; init; }
    public string? Sheet { get; init; }

    public string Text { get; } = Words.Lines(Raw);

    /// <summary>Nothing on it at all.</summary>
    public bool IsBlank => Text.Length == 0 && Number is null;

    /// <summary>The line with its automatic number printed in front.</summary>
    public string Numbered => Number is null ? Text : $"{Number} {Text}";
}

/// <summary>A line or a table, in the order of the document.</summary>
internal abstract record Piece
{
    internal sealed record Text(TextLine Line) : Piece;

    internal sealed record Table(Grid Grid) : Piece;
}

/// <summary>The document as lines and tables; tables drawn with tabs, spaces or frames are found and made grids.</summary>
internal sealed class Outline
{
    public required List<Piece> Pieces { get; init; }
    public required IReadOnlyDictionary<string, string> Footnotes { get; init; }

    public IEnumerable<TextLine> Lines => Pieces.OfType<Piece.Text>().Select(p => p.Line);
    public IEnumerable<Grid> Grids => Pieces.OfType<Piece.Table>().Select(p => p.Grid);

    /// <param name="fromText">The file is text, where merged cells came as empty ones.</param>
    public static Outline Of(SourceDocument source, bool fromText = false)
    {
        var pieces = new List<Piece>();
        var run = new List<TextLine>();
        for (var block = 0; block < source.Blocks.Count; block++)
            if (source.Blocks[block] is SourceTable table)
            {
                Flush();
                pieces.Add(new Piece.Table(Grid.Of(table, block, fromText)));
            }
            else if (source.Blocks[block] is SourceParagraph paragraph)
            {
                if (paragraph.AfterBlank) run.Add(new TextLine("", new SourcePlace(block)));
                run.AddRange(LinesOf(paragraph, block));
            }
        Flush();
        return new Outline { Pieces = pieces, Footnotes = source.Footnotes };

        void Flush()
        {
            pieces.AddRange(TextTables.Find(run));
            run = [];
        }
    }

    /// <summary>Tables that hold no plan, as lines: the words of a row one after the other, its number as that of a list.</summary>
    public Outline Flattened() => new()
    {
        Footnotes = Footnotes,
        Pieces = [.. Pieces.SelectMany(p => p is Piece.Table { Grid: var grid } ? grid.Rows.SelectMany(r => LinesOf(r, grid.Sheet)).Select(Piece (line) => new Piece.Text(line)) : [p])],
    };

    private static IEnumerable<TextLine> LinesOf(GridRow row, string? sheet)
    {
        var cells = row.Speaking.Select(c => row[c]).ToList();
        if (cells.Count == 0) yield break;
        var number = cells.Count > 1 && Numbering.IsNumber(cells[0].Text) ? Numbering.Clean(cells[0].Text) + "." : null;
        var first = true;
        foreach (var line in string.Join(' ', cells.Skip(number is null ? 0 : 1).Select(c => c.Text)).Split('\n'))
        {
            yield return new TextLine(line, row.Place) { Number = first ? number : null, Bold = cells.TrueForAll(c => c.Bold), Sheet = sheet };
            first = false;
        }
    }

    private static IEnumerable<TextLine> LinesOf(SourceParagraph paragraph, int block)
    {
        var raw = paragraph.Text.Replace("\r\n", "\n").Replace('\r', '\n').Replace('\v', '\n').Split('\n');
        for (var line = 0; line < raw.Length; line++)
            // A line that holds only a hard space stands for an empty cell.
            yield return new TextLine(raw[line].Length == 0 && paragraph.Number is null ? " " : raw[line], new SourcePlace(block, Line: raw.Length > 1 ? line : -1, Sheet: paragraph.Sheet))
            {
                Number = line == 0 ? paragraph.Number : null, Bold = paragraph.Bold, Heading = paragraph.HeadingLevel, Sheet = paragraph.Sheet,
            };
    }
}
