using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>What stands around the measures and is meant for all of them: aims above, requirements below.</summary>
internal static partial class AroundPlan
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int Longest = 600;

    [GeneratedRegex(@"^\W*(?:основн\w+\s+)?цел[ьи](?:\s+(?:и\s+задачи\s+)?(?:проекта|плана|программы|работы|мероприятия))?\s*[:–—-]\s*(?<goal>\S.*)$", Options | RegexOptions.Singleline)]
    private static partial Regex Goal { get; }

    [GeneratedRegex(@"(?<!\p{L})(?:должн[аоы]?|обязан[аоы]?|обязательн\w+|необходимо|следует|не\s+допускается|запрещается)(?!\p{L})", Options)]
    private static partial Regex Demand { get; }

    /// <summary>«Цель проекта: организация летнего досуга».</summary>
    public static IEnumerable<string> Goals(RawPlan raw) =>
        raw.Goals.Concat(raw.Before.Select(l => Goal.Match(Words.Line(l.Text))).Where(m => m.Success && m.Length < Longest).Select(m => m.Groups["goal"].Value.TrimEnd('.', ' '))).Distinct();

    /// <summary>«Отчёты должны содержать ссылки на публикации.» under the table; contacts and footnotes demand nothing.</summary>
    public static IEnumerable<string> Requirements(RawPlan raw) =>
        raw.After.Select(l => Words.Line(Footnotes.Unmark(l.Text))).Where(t => t.Length is > 25 and < Longest && Demand.IsMatch(t) && char.IsLetter(t[0]) && !t.Contains('@')).Distinct();
}
