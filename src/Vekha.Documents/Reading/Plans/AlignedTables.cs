namespace Vekha.Documents.Reading.Plans;

/// <summary>Tables whose columns are held by runs of spaces.</summary>
internal static class AlignedTables
{
    public static TextTables.Found? At(IReadOnlyList<TextLine> lines, int first) => null;
}
