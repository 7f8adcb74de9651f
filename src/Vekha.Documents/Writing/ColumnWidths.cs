namespace Vekha.Documents.Writing;

/// <summary>Divides the width of a page among columns so that no ordinary word is torn.</summary>
internal static class ColumnWidths
{
    // A longer one (an address of a page) may be torn rather than squeeze the other columns.
    private const int LongestKept = 22;

    private static readonly char[] Gaps = [' ', '\n', '-', '–'];

    /// <summary>Widths in relation to the wishes, none under its least; the sum is <paramref name="whole"/>.</summary>
    /// <param name="wishes">Width in relation to the others, above zero.</param>
    /// <param name="least">The least width, in the unit of <paramref name="whole"/>.</param>
    /// <param name="whole">The width to divide.</param>
    public static double[] Of(IReadOnlyList<double> wishes, IReadOnlyList<double> least, double whole)
    {
        if (least.Sum() >= whole)
            return [.. least.Select(width => width * whole / least.Sum())];
        var held = new bool[wishes.Count];
        while (true)
        {
            var room = whole - held.Select((isHeld, i) => isHeld ? least[i] : 0).Sum();
            var share = room / held.Select((isHeld, i) => isHeld ? 0 : wishes[i]).Sum();
            var tight = Enumerable.Range(0, held.Length).Where(i => !held[i] && wishes[i] * share < least[i]).ToList();
            if (tight.Count == 0)
                return [.. held.Select((isHeld, i) => isHeld ? least[i] : wishes[i] * share)];
            foreach (var i in tight)
                held[i] = true;
        }
    }

    /// <summary>Letters of the longest word that should not be torn; a no-break space holds words together.</summary>
    public static int LongestWord(string text)
    {
        var longest = 0;
        foreach (var range in text.AsSpan().SplitAny(Gaps))
            longest = Math.Max(longest, range.End.Value - range.Start.Value);
        return Math.Min(longest, LongestKept);
    }

    /// <summary>The same of a cell; its second line is set smaller.</summary>
    public static double LongestWord(PaperCell cell, bool withSecond) =>
        Math.Max(
            LongestWord(cell.Value.ToString()!),
            withSecond && cell.SecondWords() is { } second ? LongestWord(second) * 0.85 : 0);
}
