using System.Globalization;
using System.Text.RegularExpressions;
using Vekha.Plans;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Cascade;

/// <summary>
/// «Класс исполнителей»: words that name many at once. They give a kind of organisation and, where written, how many there
/// should be; which units these are a person confirms.
/// </summary>
/// <param name="Name">The words without footnote marks.</param>
/// <param name="Kind">What kind of units it means, or <c>null</c> where the words do not tell.</param>
/// <param name="Count">«в 15 районах»: 15; <c>null</c> where no number stands.</param>
public sealed partial record ExecutorClass(string Name, OrganisationKind? Kind, int? Count)
{
    /// <summary>Kinds by the words that name them, the more telling first.</summary>
    private static readonly (Regex Words, OrganisationKind Kind)[] Kinds =
    [
        (Territorial(), OrganisationKind.TerritorialOffice),
        (Education(), OrganisationKind.EducationAuthority),
        (School(), OrganisationKind.School),
        (Culture(), OrganisationKind.CulturalInstitution),
        (Administration(), OrganisationKind.Administration),
        (Municipality(), OrganisationKind.Municipality),
        (Institution(), OrganisationKind.Subordinate),
    ];

    /// <summary>What the name means; <c>null</c> for one that names one unit or person.</summary>
    /// <param name="abbreviations">«МОУО» → «органы местного самоуправления, осуществляющие управление в сфере образования».</param>
    public static ExecutorClass? Of(MeasureExecutor executor, IReadOnlyDictionary<string, string> abbreviations)
    {
        var name = Footnote().Replace(executor.Name, " ").Trim();
        if (executor.Kind != ExecutorKind.Class && !Plural().IsMatch(name)) return null;
        var told = name + " " + string.Join(' ', abbreviations.Where(a => name.Contains(a.Key, StringComparison.OrdinalIgnoreCase)).Select(a => a.Value));
        var kind = Kinds.FirstOrDefault(k => k.Words.IsMatch(told));
        return new(Space().Replace(name, " "), kind.Words is null ? null : kind.Kind,
            Number().Match(name) is { Success: true } n && int.TryParse(n.Value, CultureInfo.InvariantCulture, out var count) ? count : null);
    }

    [GeneratedRegex(@"\[\^\d+\]")]
    private static partial Regex Footnote();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"(?<!\d)\d{1,4}(?!\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:руководители|главы|начальники|директора|заведующие|территориальные управления|администрации\s+(?:муниципальных|районов|округов|поселений|городов)|муниципальные образования|образовательные (?:организации|учреждения)|школы|органы управления образованием)", RegexOptions.IgnoreCase)]
    private static partial Regex Plural();

    [GeneratedRegex(@"территориальн\w+ управлени", RegexOptions.IgnoreCase)]
    private static partial Regex Territorial();

    [GeneratedRegex(@"\bМОУО|управлени\w* (?:в сфере )?образовани|орган\w* управления образованием|комитет\w* образования|отдел\w* образования", RegexOptions.IgnoreCase)]
    private static partial Regex Education();

    [GeneratedRegex(@"школ|образовательн\w+ (?:организаци|учреждени)", RegexOptions.IgnoreCase)]
    private static partial Regex School();

    [GeneratedRegex(@"учреждени\w* культуры|дом\w* культуры|библиотек|музе[ийяе]|клуб", RegexOptions.IgnoreCase)]
    private static partial Regex Culture();

    [GeneratedRegex(@"администраци", RegexOptions.IgnoreCase)]
    private static partial Regex Administration();

    [GeneratedRegex(@"муниципальн\w+ (?:образовани|район|округ)|поселени", RegexOptions.IgnoreCase)]
    private static partial Regex Municipality();

    [GeneratedRegex(@"учреждени", RegexOptions.IgnoreCase)]
    private static partial Regex Institution();
}
