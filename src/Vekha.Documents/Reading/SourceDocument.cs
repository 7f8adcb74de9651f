using System.Text.Json.Serialization;

namespace Vekha.Documents.Reading;

/// <summary>
/// A document as it is, without its format: paragraphs and tables in order. Hidden text, deleted revisions and
/// hidden sheets are left out.
/// </summary>
/// <param name="Blocks">Paragraphs and tables in the order of the document.</param>
/// <param name="Footnotes">Text of footnotes by mark; the mark «2» stands in the text as «[^2]».</param>
public sealed record SourceDocument(IReadOnlyList<SourceBlock> Blocks, IReadOnlyDictionary<string, string> Footnotes)
{
    /// <summary>What could not be read and where, in Russian; reading goes on.</summary>
    public IReadOnlyList<ReadingProblem> Problems { get; init; } = [];
}

/// <summary>A paragraph or a table.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(SourceParagraph), "paragraph")]
[JsonDerivedType(typeof(SourceTable), "table")]
public abstract record SourceBlock
{
    /// <summary>Name of the sheet the block stands on, or <c>null</c>.</summary>
    public string? Sheet { get; init; }

    /// <summary>Page the block starts on, from 1, where the format knows pages; otherwise 0.</summary>
    public int Page { get; init; }

    /// <summary>A blank line or an empty paragraph stands before it.</summary>
    public bool AfterBlank { get; init; }
}

/// <summary>A paragraph outside tables.</summary>
/// <param name="Text">Its words; line breaks are <c>\n</c>. Empty for a line of a text file that holds only a hard space (an empty cell).</param>
/// <param name="Number">Automatic number as the word processor shows it («1.», «а)»), or <c>null</c>.</param>
/// <param name="Bold">The whole paragraph is bold.</param>
/// <param name="HeadingLevel">1–9 for heading styles, 0 for text.</param>
public sealed record SourceParagraph(string Text, string? Number = null, bool Bold = false, int HeadingLevel = 0) : SourceBlock;

/// <summary>A table: cells on a grid, merged cells once with their spans.</summary>
/// <param name="Rows">Rows in order; a row lists only the cells that start in it.</param>
/// <param name="ColumnCount">Width of the grid.</param>
public sealed record SourceTable(IReadOnlyList<SourceRow> Rows, int ColumnCount) : SourceBlock;

/// <summary>A row.</summary>
/// <param name="Cells">Cells that start in this row, from left to right.</param>
/// <param name="IsRepeatedHeader">Marked as a heading that repeats on each page.</param>
public sealed record SourceRow(IReadOnlyList<SourceCell> Cells, bool IsRepeatedHeader = false);

/// <summary>A cell.</summary>
/// <param name="Text">Words; paragraphs and breaks inside it are <c>\n</c>.</param>
/// <param name="Column">Column of the grid where it starts, from 0.</param>
/// <param name="ColumnSpan">How many columns it covers.</param>
/// <param name="RowSpan">How many rows it covers.</param>
/// <param name="Date">The day where the cell is a true date of a spreadsheet.</param>
/// <param name="Bold">All of its text is bold.</param>
public sealed record SourceCell(string Text, int Column, int ColumnSpan = 1, int RowSpan = 1, DateOnly? Date = null, bool Bold = false);

/// <summary>Something that could not be read.</summary>
/// <param name="Text">What and what to do about it, in Russian.</param>
/// <param name="Place">Where, in Russian («лист «План», строка 14»), or <c>null</c>.</param>
/// <param name="IsFatal">Nothing could be read at all.</param>
public sealed record ReadingProblem(string Text, string? Place = null, bool IsFatal = false);
