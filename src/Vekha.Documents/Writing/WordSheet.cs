namespace Vekha.Documents.Writing;

/// <summary>An A4 sheet in twentieths of a point, with the margins of the field: left 20 mm, right 10 mm, top and bottom 20 mm.</summary>
/// <param name="Width">Width of the sheet.</param>
/// <param name="Height">Height of the sheet.</param>
internal sealed record WordSheet(int Width, int Height)
{
    /// <summary>20 mm.</summary>
    public const int Left = 1134;

    /// <summary>10 mm.</summary>
    public const int Right = 567;

    /// <summary>20 mm.</summary>
    public const int Top = 1134;

    /// <summary>20 mm.</summary>
    public const int Bottom = 1134;

    /// <summary>8 cm: the most a corner block may take (ГОСТ Р 7.0.97-2025).</summary>
    public const int CornerWidth = 4535;

    // A letter of the table's text and the margins of a cell.
    private const double Letter = 118;
    private const double Margins = 200;

    /// <summary>Width between the margins.</summary>
    public int TextWidth => Width - Left - Right;

    /// <summary>A sheet that stands or lies.</summary>
    public static WordSheet Of(PaperOrientation orientation) =>
        orientation is PaperOrientation.Landscape ? new(16838, 11906) : new(11906, 16838);

    /// <summary>Widths of the columns of a table; their sum is the width between the margins to the last twentieth.</summary>
    public int[] Widths(PaperTable table)
    {
        var least = table.Columns.Select((column, i) => Margins + Letter * table.Rows.OfType<PaperRow.Cells>()
            .Select(row => ColumnWidths.LongestWord(row.Items[i], withSecond: true))
            .Append(ColumnWidths.LongestWord(column.Heading))
            .Max()).ToList();
        var wished = ColumnWidths.Of([.. table.Columns.Select(c => Math.Max(c.Width, 0.1))], least, TextWidth);
        var widths = new int[wished.Length];
        var passed = 0.0;
        var given = 0;
        for (var i = 0; i < widths.Length; i++)
        {
            passed += wished[i];
            var edge = (int)Math.Round(passed);
            widths[i] = edge - given;
            given = edge;
        }

        return widths;
    }
}
