using System.Globalization;
using System.Text.RegularExpressions;
using Vekha.Calendars;

namespace Vekha.Events;

/// <summary>«Дни серии»: the days of a series as a person writes them, a list or a rule.</summary>
/// <param name="Days">In order, each once.</param>
/// <param name="Problems">Parts that are no day, each in the person's own words.</param>
public sealed partial record SeriesDays(IReadOnlyList<DateOnly> Days, IReadOnlyList<string> Problems)
{
    /// <summary>More events than this are not one series.</summary>
    public const int Most = 200;

    private static readonly string[] Weekdays = ["воскресень", "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот"];

    /// <summary>
    /// Reads «12.03.2020, 26.03.2020», «каждый четверг с 05.03.2020 по 28.05.2020», «каждые 2 недели с 05.03.2020, 6 раз»,
    /// «каждые 10 дней с 05.03.2020 по 30.04.2020»; parts are divided by a semicolon or a line, days of a list by a comma too.
    /// </summary>
    public static SeriesDays Read(string? words)
    {
        var (days, problems) = (new SortedSet<DateOnly>(), new List<string>());
        foreach (var part in (words ?? "").Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Rule().Match(part) is { Success: true } rule)
            {
                if (OfRule(rule) is { Count: > 0 } found) days.UnionWith(found);
                else problems.Add(part);
                continue;
            }
            foreach (var item in part.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (Day(item) is { } day) days.Add(day);
                else problems.Add(item);
            }
        }
        return new([.. days.Take(Most)], days.Count > Most ? [.. problems, $"дней больше {Most}"] : problems);
    }

    private static List<DateOnly>? OfRule(Match rule)
    {
        if (Day(rule.Groups["first"].Value) is not { } first) return null;
        var last = rule.Groups["last"].Success ? Day(rule.Groups["last"].Value) : null;
        var times = rule.Groups["times"].Success ? int.Parse(rule.Groups["times"].Value, CultureInfo.InvariantCulture) : (int?)null;
        if (last is null && times is null) return null;
        var step = 7;
        if (rule.Groups["weekday"].Success)
        {
            var wanted = Array.FindIndex(Weekdays, w => rule.Groups["weekday"].Value.StartsWith(w, StringComparison.OrdinalIgnoreCase));
            if (wanted < 0) return null;
            first = first.AddDays((wanted - (int)first.DayOfWeek + 7) % 7);
        }
        else
        {
            var count = rule.Groups["count"].Success ? int.Parse(rule.Groups["count"].Value, CultureInfo.InvariantCulture) : 1;
            step = rule.Groups["unit"].Value.StartsWith("нед", StringComparison.OrdinalIgnoreCase) ? 7 * count : count;
        }
        if (step < 1) return null;
        List<DateOnly> days = [];
        for (var day = first; days.Count <= Most && (times is null || days.Count < times) && !(day > last); day = day.AddDays(step)) days.Add(day);
        return days;
    }

    private static DateOnly? Day(string words) =>
        DateOnly.TryParseExact(words.Trim('.', ' '), ["d.M.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // «каждый четверг с 05.03.2020 по 28.05.2020» · «каждые 2 недели с 05.03.2020, 6 раз»
    [GeneratedRegex(@"^кажд\w+\s+(?:(?<count>\d{1,2})\s+)?(?:(?<unit>недел\w+|дн\w+|день)|(?<weekday>[а-яё]+))\s+с\s+(?<first>[\d.\-]+)(?:\s*(?:по|до)\s+(?<last>[\d.\-]+))?(?:\s*,?\s*(?<times>\d{1,3})\s+раза?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Rule();
}
