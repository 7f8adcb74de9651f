namespace Vekha.Documents.Reading.Plans;

/// <summary>Tables whose columns came one after the other: a heading with all its cells, then the next.</summary>
internal static class ColumnBlocks
{
    public static TextTables.Found? At(IReadOnlyList<TextLine> lines, int first) => null;
}
