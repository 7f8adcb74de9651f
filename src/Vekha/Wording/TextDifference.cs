namespace Vekha.Wording;

/// <summary>What became of a piece of text.</summary>
public enum TextPartKind
{
    /// <summary>Stayed as it was.</summary>
    Same,
    /// <summary>Stands only before.</summary>
    Removed,
    /// <summary>Stands only after.</summary>
    Added,
    /// <summary>Stayed, and is left out as too far from any change.</summary>
    Skipped,
}

/// <summary>A piece of two texts compared.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">Its words; «…» where left out.</param>
public sealed record TextPart(TextPartKind Kind, string Text);

/// <summary>«Было — стало»: two texts compared word by word, so that a reader sees the change and not the whole.</summary>
public static class TextDifference
{
    /// <summary>More words than this are compared as a whole: nobody reads such a difference.</summary>
    private const int MostWords = 600;

    /// <summary>The pieces in reading order.</summary>
    /// <param name="before">The old text.</param>
    /// <param name="after">The new text.</param>
    /// <param name="around">How many unchanged words to keep on each side of a change; <c>null</c> keeps all.</param>
    public static IReadOnlyList<TextPart> Of(string before, string after, int? around = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, fresh) = (Words(before), Words(after));
        if (old.Length > MostWords || fresh.Length > MostWords)
            return before == after ? [new(TextPartKind.Same, before)] : [new(TextPartKind.Removed, before), new(TextPartKind.Added, after)];
        var parts = Joined(Compare(old, fresh));
        return around is { } kept ? [.. parts.SelectMany((p, i) => Shortened(p, kept, isFirst: i == 0, isLast: i == parts.Count - 1))] : parts;
    }

    // The longest common run of words in order; the table is small, a title has some forty words.
    private static IEnumerable<(TextPartKind Kind, string Word)> Compare(string[] old, string[] fresh)
    {
        var common = new int[old.Length + 1, fresh.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = fresh.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == fresh[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return Walk(old, fresh, common);
    }

    private static IEnumerable<(TextPartKind Kind, string Word)> Walk(string[] old, string[] fresh, int[,] common)
    {
        int i = 0, j = 0;
        while (i < old.Length || j < fresh.Length)
            if (i < old.Length && j < fresh.Length && old[i] == fresh[j]) { yield return (TextPartKind.Same, old[i++]); j++; }
            else if (i < old.Length && (j == fresh.Length || common[i + 1, j] >= common[i, j + 1])) yield return (TextPartKind.Removed, old[i++]);
            else yield return (TextPartKind.Added, fresh[j++]);
    }

    // Words of one change come together: first what went, then what came.
    private static List<TextPart> Joined(IEnumerable<(TextPartKind Kind, string Word)> words)
    {
        var parts = new List<TextPart>();
        List<string> same = [], gone = [], came = [];
        foreach (var (kind, word) in words)
        {
            if (kind == TextPartKind.Same) Close(gone, came);
            else Close(same);
            (kind == TextPartKind.Same ? same : kind == TextPartKind.Removed ? gone : came).Add(word);
        }
        Close(same, gone, came);
        return parts;

        void Close(params List<string>[] lists)
        {
            foreach (var list in lists.Where(l => l.Count > 0))
            {
                parts.Add(new(list == same ? TextPartKind.Same : list == gone ? TextPartKind.Removed : TextPartKind.Added, string.Join(' ', list)));
                list.Clear();
            }
        }
    }

    private static IEnumerable<TextPart> Shortened(TextPart part, int around, bool isFirst, bool isLast)
    {
        var words = Words(part.Text);
        var (head, tail) = (isFirst ? 0 : around, isLast ? 0 : around);
        if (part.Kind != TextPartKind.Same || words.Length <= head + tail + 1)
        {
            yield return part;
            yield break;
        }
        if (head > 0) yield return new(TextPartKind.Same, string.Join(' ', words[..head]));
        yield return new(TextPartKind.Skipped, "…");
        if (tail > 0) yield return new(TextPartKind.Same, string.Join(' ', words[^tail..]));
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
