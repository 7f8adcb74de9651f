using Vekha.Deadlines;

namespace Vekha.Plans;

/// <summary>A row as it is compared: of a draft, of a review or of a running plan.</summary>
/// <param name="Code">What people call it: «П.3».</param>
/// <param name="Stage">Title of its stage, or <c>null</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Executors">Names, the lead first.</param>
/// <param name="DeadlineText">Words of the deadline, or <c>null</c>.</param>
/// <param name="Deadlines">What they mean.</param>
public sealed record ComparedRow(
    string Code, string? Stage, string Title, IReadOnlyList<string> Executors, string? DeadlineText, IReadOnlyList<Deadline> Deadlines);

/// <summary>What happened to a row between two readings.</summary>
public enum RowChange
{
    /// <summary>«без изменений».</summary>
    Same,
    /// <summary>«изменено».</summary>
    Changed,
    /// <summary>«перемещено»: the same words in another place.</summary>
    Moved,
    /// <summary>«добавлено».</summary>
    Added,
    /// <summary>«убрано».</summary>
    Removed,
}

/// <summary>One changed field.</summary>
/// <param name="Name">Russian name: «срок».</param>
/// <param name="Before">How it was.</param>
/// <param name="After">How it is.</param>
public sealed record FieldChange(string Name, string Before, string After);

/// <summary>A line of a comparison.</summary>
/// <param name="Change">What happened.</param>
/// <param name="Before">The earlier row; <c>null</c> when it was added.</param>
/// <param name="After">The later row; <c>null</c> when it was removed.</param>
/// <param name="Fields">What is different.</param>
public sealed record ComparedPair(RowChange Change, ComparedRow? Before, ComparedRow? After, IReadOnlyList<FieldChange> Fields);

/// <summary>
/// «Сравнение»: the same or a changed document against an earlier draft or a running plan, row by row. Case, spaces and
/// line breaks make no difference: documents lose and double them.
/// </summary>
public sealed record ReviewComparison
{
    /// <summary>Lines in the order of the later reading; removed rows stand where they were.</summary>
    public IReadOnlyList<ComparedPair> Lines { get; private init; } = [];

    /// <summary>Whether nothing is different.</summary>
    public bool IsSame() => Lines.All(l => l.Change == RowChange.Same);

    /// <summary>How many rows had this happen to them.</summary>
    public int Count(RowChange change) => Lines.Count(l => l.Change == change);

    /// <summary>Compares two readings.</summary>
    public static ReviewComparison Of(IReadOnlyList<ComparedRow> before, IReadOnlyList<ComparedRow> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var match = RowMatching.Of(before, after);
        var inOrder = RowMatching.InOrder(match);
        var lines = new List<ComparedPair>();
        var removed = new Queue<int>(Enumerable.Range(0, before.Count).Where(b => !match.Contains(b)));
        for (var a = 0; a < after.Count; a++)
        {
            // A removed row stands after the row it followed.
            while (match[a] is { } at && inOrder.Contains(a) && removed.TryPeek(out var gone) && gone < at) lines.Add(Gone(before[removed.Dequeue()]));
            lines.Add(match[a] is { } b ? Pair(before[b], after[a], inOrder.Contains(a)) : new(RowChange.Added, null, after[a], []));
        }
        while (removed.TryDequeue(out var gone)) lines.Add(Gone(before[gone]));
        return new() { Lines = lines };
    }

    private static ComparedPair Gone(ComparedRow row) => new(RowChange.Removed, row, null, []);

    private static ComparedPair Pair(ComparedRow before, ComparedRow after, bool inOrder)
    {
        var fields = Fields(before, after).ToList();
        var moved = !inOrder || !RowMatching.Alike(before.Stage ?? "", after.Stage ?? "");
        return new(fields.Count > 0 ? RowChange.Changed : moved ? RowChange.Moved : RowChange.Same, before, after, fields);
    }

    private static IEnumerable<FieldChange> Fields(ComparedRow before, ComparedRow after)
    {
        if (!RowMatching.Alike(before.Title, after.Title)) yield return new("название", before.Title, after.Title);
        var (was, now) = (string.Join("; ", before.Executors), string.Join("; ", after.Executors));
        if (!RowMatching.Alike(was, now)) yield return new("исполнители", was, now);
        if (!RowMatching.Alike(before.DeadlineText ?? "", after.DeadlineText ?? "") || !SameDays(before, after))
            yield return new("срок", before.DeadlineText ?? "не указан", after.DeadlineText ?? "не указан");
    }

    private static bool SameDays(ComparedRow before, ComparedRow after) =>
        RowMatching.Alike(before.DeadlineText ?? "", after.DeadlineText ?? "") || before.Deadlines.SequenceEqual(after.Deadlines);
}
