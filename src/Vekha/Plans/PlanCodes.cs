using System.Globalization;
using System.Text.RegularExpressions;

namespace Vekha.Plans;

/// <summary>
/// «Код мероприятия»: unique within a plan, for papers and talk. A numbering that starts again in every stage gets the
/// letter or the number of the stage before it: П.1 … З.3, 2.4; a continuous numbering stays as printed.
/// </summary>
public static partial class PlanCodes
{
    /// <summary>The code of each row by <see cref="ReviewRow.Id"/>.</summary>
    public static IReadOnlyDictionary<int, string> Of(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var stages = OfStages(review);
        var codes = new Dictionary<int, string>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in review.Rows.GroupBy(r => GroupOf(r, review)))
        {
            var place = 0;
            foreach (var row in group)
            {
                place++;
                var own = row.Number ?? place.ToString(CultureInfo.InvariantCulture);
                var code = group.Key is { } key && stages.TryGetValue(key, out var letter) ? $"{letter}.{own}" : own;
                // Two rows printed with one number still need two codes.
                for (var n = 2; !taken.Add(code); n++) code = $"{code.Split('/')[0]}/{n.ToString(CultureInfo.InvariantCulture)}";
                codes[row.Id] = code;
            }
        }
        return codes;
    }

    /// <summary>The letter or number of each stage that its rows' codes open with; empty where the numbering is continuous.</summary>
    public static IReadOnlyDictionary<string, string> OfStages(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var groups = review.Rows.Select(r => GroupOf(r, review)).Where(g => g is not null).Select(g => g!).Distinct().ToList();
        if (groups.Count == 0 || !Restarts(review)) return new Dictionary<string, string>();
        var letters = groups.Select(g => g[..1].ToUpperInvariant()).ToList();
        var numbers = groups.Select((g, i) => NumberOf(g, review) ?? (i + 1).ToString(CultureInfo.InvariantCulture)).ToList();
        var named = groups.All(g => NumberOf(g, review) is null) && letters.Distinct().Count() == groups.Count && letters.All(l => char.IsLetter(l[0]));
        var codes = named ? letters : numbers.Distinct().Count() == groups.Count ? numbers : [.. groups.Select((_, i) => (i + 1).ToString(CultureInfo.InvariantCulture))];
        return groups.Zip(codes).ToDictionary(p => p.First, p => p.Second);
    }

    /// <summary>The key of a stage in <see cref="OfStages"/>.</summary>
    public static string StageKey(StageDraft stage) => stage.Title.Trim();

    // A scheme without stages numbers its rows anew for each leader.
    private static string? GroupOf(ReviewRow row, Review review) =>
        row.Stage is { } stage && stage < review.Stages.Count ? StageKey(review.Stages[stage])
        : row.Fields.TryGetValue("leader", out var leader) && leader.Trim().Length > 0 ? leader.Trim() : null;

    private static bool Restarts(Review review)
    {
        var numbers = review.Rows.Where(r => r.Number is not null).Select(r => r.Number!).ToList();
        return numbers.Count < review.Rows.Count || numbers.Distinct(StringComparer.OrdinalIgnoreCase).Count() < numbers.Count;
    }

    private static string? NumberOf(string group, Review review)
    {
        var printed = review.Stages.FirstOrDefault(s => StageKey(s) == group)?.Number?.TrimEnd('.');
        if (!string.IsNullOrEmpty(printed)) return printed;
        var match = EndsWithNumber().Match(group);
        return match.Success ? match.Groups[1].Value : null;
    }

    // «Шаг 4», «Раздел II»
    [GeneratedRegex(@"^\p{L}+\s+(\d{1,2}|[IVX]{1,4})\.?$")]
    private static partial Regex EndsWithNumber();
}
