namespace Vekha.Documents.Reading.Plans;

/// <summary>Finds tables that came as text and were left as lines: framed, aligned by spaces, one cell a line, columns one after the other.</summary>
internal static class TextTables
{
    /// <summary>A table found in lines: where it starts, how many lines it takes.</summary>
    internal sealed record Found(Grid Grid, int First, int Count);

    /// <summary>Turns a run of lines into lines and tables, in order.</summary>
    public static List<Piece> Find(IReadOnlyList<TextLine> lines)
    {
        List<Piece> pieces = [];
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].IsBlank && At(lines, i) is { } found && found.Count > 0)
            {
                for (; i < found.First; i++) pieces.Add(new Piece.Text(lines[i]));
                pieces.Add(new Piece.Table(found.Grid));
                i = found.First + found.Count - 1;
                continue;
            }
            pieces.Add(new Piece.Text(lines[i]));
        }
        return pieces;
    }

    private static Found? At(IReadOnlyList<TextLine> lines, int i) =>
        FramedTables.At(lines, i) ?? ColumnBlocks.At(lines, i) ?? CellPerLine.At(lines, i)
        ?? AlignedTables.At(lines, i) ?? SpacedRows.At(lines, i);
}
