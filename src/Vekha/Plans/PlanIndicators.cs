using System.Globalization;
using System.Text.RegularExpressions;

namespace Vekha.Plans;

/// <summary>«Показатель плана»: how many of what the plan promises and where the number comes from.</summary>
/// <param name="Scope">Title of the stage or measure that promises it.</param>
/// <param name="Unit">What is counted, nominative singular.</param>
/// <param name="Quantity">How many in all.</param>
/// <param name="AtLeast">«не менее».</param>
/// <param name="How">Where the number comes from, in Russian: «10 × 2», the words of the document, the decision.</param>
/// <param name="Or">The other reading while nobody has decided, or <c>null</c>.</param>
/// <param name="Per">For each what, where how many of those there are is not known; <c>null</c> for a total.</param>
public sealed record PlanIndicator(string Scope, string Unit, decimal Quantity, bool AtLeast, string How, decimal? Or = null, string? Per = null);

/// <summary>«Показатели плана»: quantities of stages and measures multiplied out: 20 seminars by at least 15 make 300.</summary>
public static partial class PlanIndicators
{
    /// <summary>The indicators in the order of the plan. Answers about contradicting numbers are taken into account.</summary>
    public static IReadOnlyList<PlanIndicator> Of(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var everywhere = review.Stages.SelectMany(s => s.Norms).Concat(review.Rows.SelectMany(r => r.Norms)).Where(n => n.Per is null).ToList();
        return
        [
            .. review.Stages.SelectMany((s, i) => InOrder(s.Title, s.Norms, s.Place, s.Outcome, i)),
            .. review.Rows.Where(r => r.Norms.Count > 0).SelectMany(r => Scope(r.Title, r.Norms, r.Place, null)),
        ];

        IEnumerable<PlanIndicator> InOrder(string title, IReadOnlyList<NormDraft> norms, SourcePlace place, string? outcome, int stage) =>
            Scope(title, norms, place, outcome ?? (review.Rows.FirstOrDefault(r => r.Stage == stage) is { Number: null } sole ? sole.Title : null));

        IEnumerable<PlanIndicator> Scope(string title, IReadOnlyList<NormDraft> norms, SourcePlace place, string? outcome)
        {
            var asked = review.Questions.Where(q => q.Kind == "norm" && q.Place == place).ToList();
            var found = Found(title, norms, everywhere).Select(i => Decided(i, asked)).ToList();
            foreach (var indicator in found) yield return Rebased(indicator, norms, found);
            if (!found.Any(i => i.Per is null && !i.AtLeast) && outcome is not null && Single().Match(outcome) is { Success: true } one)
                yield return new(title, one.Groups["what"].Value.ToLowerInvariant(), 1, false, $"«{one.Value}»");
        }
    }

    private static IEnumerable<PlanIndicator> Found(string title, IReadOnlyList<NormDraft> norms, IReadOnlyList<NormDraft> everywhere)
    {
        NormDraft? CountOf(string unit) => norms.FirstOrDefault(n => n.Per is null && Same(n.Unit, unit)) ?? everywhere.FirstOrDefault(n => Same(n.Unit, unit));
        var bases = norms.Where(n => n.Per is not null).Select(n => n.Per!).ToList();
        foreach (var norm in norms.Where(n => n.Per is null))
        {
            var each = norms.FirstOrDefault(n => n.Per is not null && Same(n.Unit, norm.Unit) && CountOf(n.Per) is not null);
            var count = each is null ? null : CountOf(each.Per!);
            // «10 пилотных площадок» is what the others are multiplied by, nobody promises places.
            if (each is null && bases.Any(b => Same(b, norm.Unit)) && !norms.Any(n => n.Per is null && n != norm && bases.Any(b => Same(b, n.Unit))) && norms.Any(n => n.Per is null && n != norm)) continue;
            if (each is null && IsPlace(norm.Unit)) continue;
            var product = each is null ? (decimal?)null : each.Quantity * count!.Quantity;
            yield return new(title, norm.Unit, norm.Quantity, norm.AtLeast, product == norm.Quantity ? $"{Figure(count!.Quantity)} × {Figure(each!.Quantity)}" : $"«{norm.Text}»",
                product is { } other && other != norm.Quantity ? other : null);
        }
        foreach (var each in norms.Where(n => n.Per is not null && !norms.Any(t => t.Per is null && Same(t.Unit, n.Unit))))
            yield return CountOf(each.Per!) is { } count
                ? new(title, each.Unit, each.Quantity * count.Quantity, each.AtLeast || count.AtLeast, $"{Figure(count.Quantity)} × {Figure(each.Quantity)}")
                : new(title, each.Unit, each.Quantity, each.AtLeast, $"«{each.Text}»", Per: each.Per);
    }

    private static PlanIndicator Decided(PlanIndicator indicator, IReadOnlyList<ReviewQuestion> asked)
    {
        foreach (var question in asked)
        {
            var values = question.Options.Select(o => decimal.TryParse(o.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var v) ? v : (decimal?)null).OfType<decimal>().ToList();
            if (!values.Contains(indicator.Quantity) || indicator.Per is not null) continue;
            if (question.Answer is { } answer && decimal.TryParse(answer.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var decided))
                return indicator with { Quantity = decided, Or = null, How = $"решено: {answer.Label}" };
            if (question.IsOpen() && values.FirstOrDefault(v => v != indicator.Quantity) is > 0 and var other) return indicator with { Or = other };
        }
        return indicator;
    }

    // «не менее 15 участников на каждом семинаре» follows what was decided about the seminars.
    private static PlanIndicator Rebased(PlanIndicator indicator, IReadOnlyList<NormDraft> norms, IReadOnlyList<PlanIndicator> found) =>
        norms.FirstOrDefault(n => n.Per is not null && n.Unit == indicator.Unit) is { } each && !norms.Any(n => n.Per is null && Same(n.Unit, each.Unit))
            && found.FirstOrDefault(f => Same(f.Unit, each.Per!) && f != indicator) is { Per: null } total
            ? indicator with { Quantity = total.Quantity * each.Quantity, How = $"{Figure(total.Quantity)} × {Figure(each.Quantity)}", Or = total.Or is { } or ? or * each.Quantity : null }
            : indicator;

    private static bool IsPlace(string unit) => unit.Contains("площадк", StringComparison.Ordinal) || unit.Contains("район", StringComparison.Ordinal) || unit.Contains("регион", StringComparison.Ordinal);

    // «видеосюжет» and «сюжет», «семинар» and «однодневный семинар» are one unit.
    private static bool Same(string a, string b) => a.EndsWith(b, StringComparison.OrdinalIgnoreCase) || b.EndsWith(a, StringComparison.OrdinalIgnoreCase);

    private static string Figure(decimal value) => value.ToString("0.##", CultureInfo.GetCultureInfo("ru-RU"));

    // «Проведен итоговый видеомост»: one event, though no number is written.
    [GeneratedRegex(@"^\s*Провед[её]н[ао]?\s+(?:[IVXLC\d]+\s+)?(?:\p{L}+(?:ый|ий|ой|ая|яя|ое|ее)\s+)*(?<what>\p{L}+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Single();
}
