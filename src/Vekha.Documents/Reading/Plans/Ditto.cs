using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>«То же» and its marks («-//-», «— " —»): the cell says what the cell above it says.</summary>
internal static partial class Ditto
{
    [GeneratedRegex(@"^\s*(?:[-–—−]?\s*(?:[""″〃'`]{1,2}|//|\\\\|[«»“”„]{1,2})\s*[-–—−]?|(?:то|та|те)\s+же|тоже)\s*[.,]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark { get; }

    /// <summary>Longer words say something of their own.</summary>
    private const int Longest = 12;

    /// <summary>Whether a cell is nothing but the mark.</summary>
    public static bool Is(string text) => text.Length is > 0 and <= Longest && Mark.IsMatch(text);

    public static void Resolve(List<GridRow> rows)
    {
        for (var r = 1; r < rows.Count; r++)
            for (var c = 0; c < rows[r].Cells.Length; c++)
                if (rows[r].Cells[c] is { FromAbove: false, FromLeft: false, } cell && Is(cell.Text) && rows[r - 1].Cells[c] is { FromLeft: false } above && !above.SaysNothing)
                    rows[r].Cells[c] = cell with { Text = above.Text, Date = above.Date };
    }
}
