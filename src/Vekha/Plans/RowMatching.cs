namespace Vekha.Plans;

/// <summary>Finds which row of an earlier reading is which row of a later one.</summary>
internal static class RowMatching
{
    /// <summary>Beyond this many unmatched pairs, likeness is not looked for: such documents have nothing in common.</summary>
    private const int MostPairs = 1_000_000;
    private const double AlikeEnough = 0.6;
    private const double AlikeEnoughWithCode = 0.35;

    /// <summary>For each later row the position of the earlier one, or <c>null</c>.</summary>
    public static int?[] Of(IReadOnlyList<ComparedRow> before, IReadOnlyList<ComparedRow> after)
    {
        var match = new int?[after.Count];
        var free = Enumerable.Range(0, before.Count).ToHashSet();
        Exactly(before, after, match, free, r => Plain($"{r.Stage}|{r.Code}|{r.Title}"));
        Exactly(before, after, match, free, r => Plain($"{r.Stage}|{r.Title}"));
        Exactly(before, after, match, free, r => Plain(r.Title));
        ByLikeness(before, after, match, free);
        return match;
    }

    /// <summary>The later rows that kept their order: the longest run of growing positions; the others were moved.</summary>
    public static HashSet<int> InOrder(int?[] match)
    {
        var rows = Enumerable.Range(0, match.Length).Where(a => match[a] is not null).ToArray();
        var previous = new int[rows.Length];
        var ends = new List<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            var at = ends.Count;
            while (at > 0 && match[rows[ends[at - 1]]] > match[rows[i]]) at--;
            previous[i] = at > 0 ? ends[at - 1] : -1;
            if (at == ends.Count) ends.Add(i);
            else ends[at] = i;
        }
        var kept = new HashSet<int>();
        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = previous[i]) kept.Add(rows[i]);
        return kept;
    }

    /// <summary>Equal without regard to case, spaces and line breaks.</summary>
    public static bool Alike(string a, string b) => a == b || Plain(a) == Plain(b);

    private static void Exactly(
        IReadOnlyList<ComparedRow> before, IReadOnlyList<ComparedRow> after, int?[] match, HashSet<int> free, Func<ComparedRow, string> key)
    {
        var known = free.Order().GroupBy(b => key(before[b])).ToDictionary(g => g.Key, g => new Queue<int>(g));
        for (var a = 0; a < after.Count; a++)
        {
            if (match[a] is not null || !known.TryGetValue(key(after[a]), out var same) || !same.TryDequeue(out var b)) continue;
            match[a] = b;
            free.Remove(b);
        }
    }

    private static void ByLikeness(IReadOnlyList<ComparedRow> before, IReadOnlyList<ComparedRow> after, int?[] match, HashSet<int> free)
    {
        var open = Enumerable.Range(0, after.Count).Where(a => match[a] is null).ToList();
        if ((long)open.Count * free.Count > MostPairs) return;
        var words = free.ToDictionary(b => b, b => Words(before[b].Title));
        var pairs = from a in open
                    let mine = Words(after[a].Title)
                    from b in free.ToList()
                    let likeness = Likeness(mine, words[b])
                    let sameCode = before[b].Code == after[a].Code
                    where likeness >= (sameCode ? AlikeEnoughWithCode : AlikeEnough)
                    orderby likeness + (sameCode ? 0.3 : 0) descending
                    select (a, b);
        foreach (var (a, b) in pairs.ToList())
        {
            if (match[a] is not null || !free.Remove(b)) continue;
            match[a] = b;
        }
    }

    /// <summary>Share of common words, 0–1 (Dice).</summary>
    private static double Likeness(HashSet<string> a, HashSet<string> b) =>
        a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Replace('ё', 'е').Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries)];

    private static string Plain(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant().Replace('ё', 'е');
}
