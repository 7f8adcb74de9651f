using System.Text.Json.Serialization;

namespace Vekha.Control;

/// <summary>«Вид подтверждающего документа»: what counts as proof that a measure is done.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProofKind>))]
public enum ProofKind
{
    /// <summary>«акт»: an order, a decree, minutes, with number and date.</summary>
    Act,
    /// <summary>«подписанный лист»: a scan of a signed sheet.</summary>
    SignedSheet,
    /// <summary>«фотографии».</summary>
    Photos,
    /// <summary>«ссылка» to a publication.</summary>
    Link,
    /// <summary>«сумма по источникам финансирования».</summary>
    Sums,
    /// <summary>«файл» of any kind.</summary>
    File,
}

/// <summary>«Источник финансирования», in the order of the forms.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FundingSource>))]
public enum FundingSource
{
    /// <summary>«федеральный бюджет».</summary>
    Federal,
    /// <summary>«бюджет субъекта»: областной, краевой, республиканский.</summary>
    Regional,
    /// <summary>«местный бюджет».</summary>
    Local,
    /// <summary>«внебюджетные средства».</summary>
    OffBudget,
    /// <summary>«грант».</summary>
    Grant,
    /// <summary>«инициативные платежи».</summary>
    Initiative,
}

/// <summary>A sum of one source.</summary>
/// <param name="Source">Whose money.</param>
/// <param name="Roubles">Roubles, above zero.</param>
public sealed record FundingSum(FundingSource Source, decimal Roubles);

/// <summary>«Реквизиты подтверждения»: what a report brings beside its text.</summary>
public sealed record ProofGiven
{
    /// <summary>Number of the act, «№ 118-р».</summary>
    public string? ActNumber { get; init; }

    /// <summary>Date of the act.</summary>
    public DateOnly? ActOn { get; init; }

    /// <summary>Addresses of publications.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Money by source.</summary>
    public IReadOnlyList<FundingSum> Sums { get; init; } = [];

    /// <summary>Whether nothing is given.</summary>
    [JsonIgnore]
    public bool IsEmpty => ActNumber is null && ActOn is null && Links.Count == 0 && Sums.Count == 0;
}
