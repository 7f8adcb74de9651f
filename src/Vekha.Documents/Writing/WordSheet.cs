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

    /// <summary>Width between the margins.</summary>
    public int TextWidth => Width - Left - Right;

    /// <summary>A sheet that stands or lies.</summary>
    public static WordSheet Of(PaperOrientation orientation) =>
        orientation is PaperOrientation.Landscape ? new(16838, 11906) : new(11906, 16838);

    /// <summary>Divides the width between the margins among columns so that not a twentieth is lost.</summary>
    public int[] Widths(IReadOnlyList<PaperColumn> columns)
    {
        var whole = columns.Sum(c => Math.Max(c.Width, 0.1));
        var widths = new int[columns.Count];
        var passed = 0.0;
        var given = 0;
        for (var i = 0; i < widths.Length; i++)
        {
            passed += Math.Max(columns[i].Width, 0.1);
            var edge = (int)Math.Round(TextWidth * passed / whole);
            widths[i] = edge - given;
            given = edge;
        }

        return widths;
    }
}
