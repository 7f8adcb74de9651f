namespace Vekha.Plans;

/// <summary>«Сокращение» of a review: a short name and what it stands for.</summary>
/// <param name="Short">As the rows write it: «ЛОИРО».</param>
/// <param name="Full">What it stands for.</param>
/// <param name="From">The document in whose review it was explained, where it was remembered; otherwise <c>null</c>.</param>
public sealed record ReviewAbbreviation(string Short, string Full, string? From = null)
{
    /// <summary>Those that the document explains itself.</summary>
    public static IReadOnlyList<ReviewAbbreviation> Of(PlanDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return [.. draft.Abbreviations.Select(a => new ReviewAbbreviation(a.Key, a.Value))];
    }
}

public sealed partial record Review
{
    /// <summary>«Записать сокращение»: adds one, or puts it in the place of an earlier one. Undone like any step.</summary>
    /// <param name="was">The short name that is changed, or <c>null</c> for a new one.</param>
    /// <param name="name">The short name.</param>
    /// <param name="full">What it stands for.</param>
    public Review Abbreviate(string? was, string name, string full)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(full);
        var taken = new ReviewAbbreviation(name.Trim(), full.Trim());
        var before = Abbreviations ?? [];
        if (before.Any(a => a.Short == taken.Short && a.Full == taken.Full && (was is null || was == a.Short))) return this;
        var place = before.TakeWhile(a => a.Short != (was ?? taken.Short)).Count();
        // A new one may repeat a short name that is there: the later word holds.
        var after = before.Where(a => a.Short != was && a.Short != taken.Short).ToList();
        after.Insert(Math.Min(place, after.Count), taken);
        return Done($"записано сокращение «{taken.Short}»", this with { Abbreviations = after });
    }

    /// <summary>«Убрать сокращение»; a name that is not there changes nothing.</summary>
    public Review RemoveAbbreviation(string name) => Abbreviations is { } before && before.Any(a => a.Short == name)
        ? Done($"убрано сокращение «{name}»", this with { Abbreviations = [.. before.Where(a => a.Short != name)] })
        : this;

    /// <summary>Adds those remembered from earlier documents that the rows use and nothing here explains.</summary>
    public Review RecallAbbreviations(IEnumerable<ReviewAbbreviation> remembered)
    {
        var before = Abbreviations ?? [];
        var recalled = remembered.Where(r => !before.Any(a => string.Equals(a.Short, r.Short, StringComparison.OrdinalIgnoreCase)) && Rows.Any(row => Uses(row, r.Short))).ToList();
        return recalled.Count == 0 ? this : this with { Abbreviations = [.. before, .. recalled] };
    }

    private static bool Uses(ReviewRow row, string name) => Holds(row.Title, name) || row.Executors.Any(e => Holds(e.Name, name));

    // «ГИБДД» does not use «ГИБ».
    private static bool Holds(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length]))) return true;
        return false;
    }
}
