using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Vekha.Deadlines;

namespace Vekha.Tests.Exam;

/// <summary>Compares what was read with a reading made by hand, as leniently as a careful person would: spaces, case and punctuation do not count.</summary>
internal static partial class Marks
{
    /// <summary>Every normal form right, in any order.</summary>
    public static bool SameDeadlines(IEnumerable<JsonNode?> expected, IReadOnlyList<Deadline> read, int toleranceDays = 0)
    {
        var left = read.Select(DeadlineJson.Write).ToList();
        foreach (var wanted in expected)
        {
            var found = left.FindIndex(answer => SameDeadline((JsonObject)wanted!, answer, toleranceDays));
            if (found < 0) return false;
            left.RemoveAt(found);
        }
        return left.Count == 0;
    }

    private static bool SameDeadline(JsonObject wanted, JsonObject read, int tolerance)
    {
        if (Text(wanted, "kind") != Text(read, "kind")) return false;
        bool Day(string key) => SameDay(Text(wanted, key), Text(read, key), tolerance);
        return Text(wanted, "kind") switch
        {
            "on" or "by" or "from" => Day("date"),
            "period" => Day("from") && Day("to"),
            "recurring" => Rule(wanted).SetEquals(Rule(read)) && Times(wanted) == Times(read) && Day("from") && Day("to"),
            "relative" => SameRelative(wanted, read),
            _ => true, // постоянно, по мере необходимости, по отдельному плану: the kind is the answer
        };
    }

    private static bool SameRelative(JsonObject wanted, JsonObject read)
    {
        if ((int?)wanted["offset"] != (int?)read["offset"]) return false;
        if (Text(wanted, "unit") != Text(read, "unit") || Text(wanted, "direction") != Text(read, "direction")) return false;
        if (Text(wanted, "limit") is { } limit && Text(read, "limit") is { } said && limit != said) return false;
        var anchor = AnchorWords(Text(wanted, "anchor"));
        return anchor.Count == 0 || anchor.Intersect(AnchorWords(Text(read, "anchor"))).Count() >= Math.Max(1, (anchor.Count + 1) / 2);
    }

    private static string? Text(JsonObject json, string key) => (string?)json[key];

    // In a recurring deadline «раз в год» and «ежегодно» are the same.
    private static int Times(JsonObject json) => (int?)json["times"] ?? 1;

    private static HashSet<string> Rule(JsonObject json) =>
        [.. (Text(json, "rule") ?? "").Split(';').Where(part => part != "INTERVAL=1").Select(part => part.Split('=') is [var key, var value]
            ? $"{key}={string.Join(',', value.Split(',').Order(StringComparer.Ordinal))}"
            : part)];

    private static bool SameDay(string? wanted, string? read, int tolerance)
    {
        if (wanted == read) return true;
        return tolerance > 0 && Day(wanted) is { } first && Day(read) is { } second && Math.Abs(first.DayNumber - second.DayNumber) <= tolerance;
    }

    // Year 0000 stands for a year that is not known; a leap one close to it serves to count days.
    private static DateOnly? Day(string? text) =>
        text is { Length: 10 } && DateOnly.TryParseExact((int.Parse(text[..4], CultureInfo.InvariantCulture) is < 1000 and var year ? $"{year + 2000}" : text[..4]) + text[4..], "yyyy-MM-dd", out var day) ? day : null;

    private static readonly HashSet<string> Fillers = ["дня", "день", "даты", "дата", "момента", "со", "с", "после", "до", "дней", "числа"];

    private static HashSet<string> AnchorWords(string? anchor) =>
        [.. Words().Matches(Lower(anchor)).Select(word => word.Value).Where(word => !Fillers.Contains(word)).Select(word => word[..Math.Min(5, word.Length)])];

    public static string Bare(string? text) => NotWords().Replace(Lower(text), "");

    public static bool SameTitle(string? wanted, string? read) => Bare(wanted) == Bare(read) || Likeness(Bare(wanted), Bare(read)) >= 0.93;

    public static bool SameExecutors(IReadOnlyList<string> wanted, IReadOnlyList<string> read) =>
        wanted.Count == read.Count && wanted.All(name => read.Any(other => Bare(name) == Bare(other) || Likeness(Bare(name), Bare(other)) > 0.85));

    private static string Lower(string? text) => (text ?? "").ToLowerInvariant().Replace('ё', 'е');

    /// <summary>Twice the letters in common runs over all letters (Ratcliff and Obershelp): 1 for equal texts, 0 for strangers.</summary>
    public static double Likeness(string first, string second) =>
        first.Length == 0 || second.Length == 0 ? 0 : 2.0 * InCommon(first, second) / (first.Length + second.Length);

    private static int InCommon(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (first.IsEmpty || second.IsEmpty) return 0;
        var (start, other, length) = LongestRun(first, second);
        return length == 0 ? 0 : length + InCommon(first[..start], second[..other]) + InCommon(first[(start + length)..], second[(other + length)..]);
    }

    private static (int Start, int Other, int Length) LongestRun(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        (int Start, int Other, int Length) best = default;
        var runs = new int[second.Length + 1];
        for (var i = 1; i <= first.Length; i++)
            for (var j = second.Length; j > 0; j--)
            {
                runs[j] = first[i - 1] == second[j - 1] ? runs[j - 1] + 1 : 0;
                if (runs[j] > best.Length) best = (i - runs[j], j - runs[j], runs[j]);
            }
        return best;
    }

    [GeneratedRegex("[а-яa-z0-9]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"[\s\W_]+")]
    private static partial Regex NotWords();
}
