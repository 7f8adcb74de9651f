using System.Globalization;
using System.Text.RegularExpressions;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans.Territories;

/// <summary>Words that mean several territories at once: «в 15 районах», «во всех районах», «Руководители МОУО».</summary>
internal static partial class Collectives
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Noun = @"(?:\p{L}+\s+){0,2}?(?:район|округ|территори|муниципалитет|муниципальн\p{L}+\s+образовани|поселени|регион)";

    [GeneratedRegex(@"(?<!\p{L})(?<n>\d{1,3})[-–]?(?:ти|ми|и|х)?\s+" + Noun, Options)]
    private static partial Regex Numbered { get; }

    [GeneratedRegex(@"(?<!\p{L})(?:все|всех|всем|всеми|кажд(?:ом|ый|ого|ому|ая|ой))\s+" + Noun, Options)]
    private static partial Regex All { get; }

    [GeneratedRegex(@"^(?:главы|руководители|начальники|председатели|координаторы|органы|администрации|отделы|управления|комитеты)(?!\p{L})", Options)]
    private static partial Regex Heads { get; }

    /// <summary>«в 15 районах» → 15; <c>null</c> where no number is said.</summary>
    public static int? Count(string text) =>
        Numbered.Match(text) is { Success: true } match ? int.Parse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>The words that <see cref="Count"/> read.</summary>
    public static string Words(string text) => Numbered.Match(text) is { Success: true } match ? match.Value : text;

    public static bool MeansAll(string text) => All.IsMatch(text);

    /// <summary>«Руководители МОУО» where the plan says elsewhere of what territories they are, or «главы районов».</summary>
    public static bool IsHeads(ExecutorDraft executor, IReadOnlyList<MeasureDraft> measures) =>
        executor.Kind == ExecutorKind.Class && Heads.IsMatch(executor.Name)
        && (All.IsMatch(executor.Name) || TerritoryWord.IsMatch(executor.Name)
            || measures.Any(m => m.Executors.Any(e => e.Name.Length > executor.Name.Length && e.Name.StartsWith(executor.Name, StringComparison.OrdinalIgnoreCase) && TerritoryWord.IsMatch(e.Name))));

    [GeneratedRegex(@"(?:район|округ|территори|муниципалитет|поселени)", Options)]
    private static partial Regex TerritoryWord { get; }
}
