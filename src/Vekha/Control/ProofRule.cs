using System.Text.RegularExpressions;
using Vekha.Wording;

namespace Vekha.Control;

/// <summary>«Требование к подтверждению»: without it a report is «неполный».</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Count">How many, 1 where the kind is not counted.</param>
public sealed partial record ProofRule(ProofKind Kind, int Count = 1)
{
    private static readonly string[] Pictures = [".jpg", ".jpeg", ".png", ".webp", ".heic", ".tif", ".tiff", ".bmp"];
    private static readonly string[] Scans = [".pdf", .. Pictures];

    /// <summary>What is asked, in the accusative: «акт с номером и датой», «не менее 3 фотографий».</summary>
    public string Words() => Kind switch
    {
        ProofKind.Act => "акт: номер и дата",
        ProofKind.SignedSheet => "скан подписанного листа",
        ProofKind.Photos => Count == 1 ? "фотография" : $"не менее {Ru.Count(Count, "фотографии", "фотографий", "фотографий")}",
        ProofKind.Link => Count == 1 ? "ссылка на публикацию" : $"не менее {Ru.Count(Count, "ссылки", "ссылок", "ссылок")}",
        ProofKind.Sums => "сумма по источникам",
        _ => Count == 1 ? "файл" : $"не менее {Ru.Count(Count, "файла", "файлов", "файлов")}",
    };

    /// <summary>What the report lacks, in Russian; <c>null</c> where the rule is met.</summary>
    /// <param name="given">What was written.</param>
    /// <param name="fileNames">Names of the attached files.</param>
    public string? Missing(ProofGiven given, IReadOnlyCollection<string> fileNames)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(fileNames);
        return Kind switch
        {
            ProofKind.Act => (given.ActNumber, given.ActOn) switch
            {
                ({ Length: > 0 }, not null) => null,
                (null or "", null) => "нет номера и даты акта",
                (null or "", _) => "нет номера акта",
                _ => "нет даты акта",
            },
            ProofKind.SignedSheet => fileNames.Any(f => Has(f, Scans)) ? null : "нет скана подписанного листа (PDF или снимок)",
            ProofKind.Photos => Lacking(fileNames.Count(f => Has(f, Pictures)), "фотографий"),
            ProofKind.Link => Lacking(given.Links.Count, "ссылок"),
            ProofKind.Sums => given.Sums.Any(s => s.Roubles > 0) ? null : "нет суммы по источнику финансирования",
            _ => Lacking(fileNames.Count, "файлов"),
        };
    }

    /// <summary>What all rules together lack; empty when the report is complete.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<ProofRule> rules, ProofGiven given, IReadOnlyCollection<string> fileNames) =>
        [.. rules.Select(r => r.Missing(given, fileNames)).OfType<string>()];

    /// <summary>Rules that the words of the document ask for: «вид подтверждающего документа», or the title of the measure.</summary>
    /// <param name="evidence">The cell, or <c>null</c>.</param>
    /// <param name="title">The title: «Предусмотрено финансирование» asks for an act and a sum.</param>
    public static IReadOnlyList<ProofRule> Propose(string? evidence, string? title)
    {
        var rules = new List<ProofRule>();
        var words = (evidence ?? "").ToLowerInvariant();
        if (Acts().IsMatch(words)) rules.Add(new(ProofKind.Act));
        if (Sheets().IsMatch(words)) rules.Add(new(ProofKind.SignedSheet));
        if (Photos().Match(words) is { Success: true } photos) rules.Add(new(ProofKind.Photos, int.TryParse(photos.Groups[1].Value, out var count) && count > 0 ? count : 1));
        if (Links().IsMatch(words)) rules.Add(new(ProofKind.Link));
        if (Money().IsMatch(words)) rules.Add(new(ProofKind.Sums));
        if (rules.Count == 0 && Funded().IsMatch((title ?? "").ToLowerInvariant())) rules.AddRange([new(ProofKind.Act), new(ProofKind.Sums)]);
        return rules;
    }

    private string? Lacking(int have, string what) => have >= Count ? null : have == 0 ? $"нет {what}" + (Count > 1 ? $", нужно {Count}" : "") : $"{what} {have} из {Count}";

    private static bool Has(string file, string[] endings) => endings.Any(e => file.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\b(?:распорядительн|правов\w+ акт|приказ|постановлен|распоряжен|протокол|решени[ея]|\bакт\b|положени[ея])")]
    private static partial Regex Acts();

    [GeneratedRegex(@"регистрационн\w+ лист|лист\w* регистрации|подписн\w+ лист|подписанн\w+ лист|ведомост")]
    private static partial Regex Sheets();

    [GeneratedRegex(@"(?:(\d{1,2})\s+)?фото")]
    private static partial Regex Photos();

    [GeneratedRegex(@"ссылк|публикаци|скриншот|размещен\w+ на сайт")]
    private static partial Regex Links();

    [GeneratedRegex(@"предусмотрен\w* финансирован|объ[её]м\w* финансирован|выделен\w* средств|смет[аы]\b")]
    private static partial Regex Money();

    [GeneratedRegex(@"предусмотрен\w* финансирован|выделен\w* (?:бюджетн\w+ )?средств")]
    private static partial Regex Funded();
}
