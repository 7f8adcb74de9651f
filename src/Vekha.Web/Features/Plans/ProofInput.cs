using System.ComponentModel.DataAnnotations;
using Vekha.Control;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>«Реквизиты подтверждения» as the form holds them.</summary>
public sealed class ProofInput
{
    [Display(Name = "Номер акта"), StringLength(100)]
    public string? ActNumber { get; set; }

    [Display(Name = "Дата акта")]
    public DateOnly? ActOn { get; set; }

    [Display(Name = "Ссылки"), StringLength(4_000)]
    public string? Links { get; set; }

    [Display(Name = "Сумма")]
    public Dictionary<FundingSource, decimal?> Sums { get; set; } = [];

    /// <summary>What is written, or a refusal where an address or a sum cannot be.</summary>
    public ProofGiven Given()
    {
        var links = (Links ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var link in links)
            if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                throw new Refusal("Подтверждение не принято", $"«{link}» — не адрес страницы", "Скопируйте адрес целиком, он начинается с https://") { Field = "Given.Links" };
        if (Sums.Values.Any(s => s < 0)) throw new Refusal("Подтверждение не принято", "Сумма меньше нуля", "Впишите её без минуса") { Field = "Given.Sums" };
        return new()
        {
            ActNumber = string.IsNullOrWhiteSpace(ActNumber) ? null : ActNumber.Trim(), ActOn = ActOn, Links = links,
            Sums = [.. Sums.Where(s => s.Value > 0).OrderBy(s => s.Key).Select(s => new FundingSum(s.Key, s.Value!.Value))],
        };
    }

    public static ProofInput Of(ProofGiven? given) => given is null ? new() : new()
    {
        ActNumber = given.ActNumber, ActOn = given.ActOn, Links = string.Join('\n', given.Links), Sums = given.Sums.ToDictionary(s => s.Source, s => (decimal?)s.Roubles),
    };
}

/// <summary>Russian names of the sources of money.</summary>
public static class FundingWords
{
    public static string Word(this FundingSource source) => source switch
    {
        FundingSource.Federal => "федеральный бюджет",
        FundingSource.Regional => "бюджет субъекта",
        FundingSource.Local => "местный бюджет",
        FundingSource.OffBudget => "внебюджетные средства",
        FundingSource.Grant => "грант",
        _ => "инициативные платежи",
    };
}
