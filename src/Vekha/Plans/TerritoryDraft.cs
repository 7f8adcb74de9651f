namespace Vekha.Plans;

/// <summary>«Территория»: a district, a town or a settlement that the document names, in all its spellings.</summary>
public sealed record TerritoryDraft
{
    /// <summary>Name in the nominative: «Всеволожский район», «Сосновоборский городской округ».</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public TerritoryKind Kind { get; init; }

    /// <summary>Where and how the document names it, in order; the same spelling of a row stands once.</summary>
    public IReadOnlyList<TerritoryMention> Mentions { get; init; } = [];

    /// <summary>Executors that stand for it, by name: «Федоренко И.П.» where the rows bind that person to the district.</summary>
    public IReadOnlyList<string> Executors { get; init; } = [];

    /// <summary>Different spellings in the order of the document.</summary>
    public IEnumerable<string> Spellings() => Mentions.Select(m => m.Spelling).Distinct(StringComparer.Ordinal);
}

/// <summary>«Вид территории».</summary>
public enum TerritoryKind
{
    /// <summary>«Район».</summary>
    District,
    /// <summary>«Округ»: a municipal or town district.</summary>
    Okrug,
    /// <summary>«Город».</summary>
    Town,
    /// <summary>«Поселение», «посёлок», «село».</summary>
    Settlement,
    /// <summary>«Область», «край», «республика».</summary>
    Region,
}

/// <summary>One place where a document names a territory.</summary>
/// <param name="Spelling">The words of the document: «Бокситогорском районе», «г. Сосновый Бор».</param>
/// <param name="Measure">Position in <see cref="PlanDraft.Measures"/>, or <c>null</c> for the head of the plan.</param>
/// <param name="Place">Where it stands.</param>
public sealed record TerritoryMention(string Spelling, int? Measure, SourcePlace Place);

/// <summary>«Одно и то же в двух написаниях»: executors that are proposed as one.</summary>
/// <param name="Name">The spelling proposed for all.</param>
/// <param name="Spellings">The spellings met, the proposed one first.</param>
/// <param name="Reason">Why they are held for one, in Russian: «разные заглавные буквы».</param>
/// <param name="IsLikely">Likely the same; otherwise they only look alike.</param>
public sealed record SameExecutor(string Name, IReadOnlyList<ExecutorSpelling> Spellings, string Reason, bool IsLikely);

/// <summary>One spelling of an executor.</summary>
/// <param name="Text">The name as it was read.</param>
/// <param name="Measures">Positions in <see cref="PlanDraft.Measures"/>.</param>
/// <param name="Place">Where it stands first.</param>
public sealed record ExecutorSpelling(string Text, IReadOnlyList<int> Measures, SourcePlace Place);
