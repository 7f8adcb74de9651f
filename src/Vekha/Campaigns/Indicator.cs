namespace Vekha.Campaigns;

/// <summary>«Показатель мониторинга»: from what it started, to what it must come, what was reached in the period and since the beginning.</summary>
/// <param name="Baseline">«Базовое значение», or <c>null</c> where nobody named it.</param>
/// <param name="Target">«Целевое значение», or <c>null</c>.</param>
/// <param name="Actual">«Факт» of the period; <c>null</c> where nothing was reported, which is not 0.</param>
/// <param name="Cumulative">«Нарастающим итогом» over all periods up to this one; <c>null</c> where periods are not added up.</param>
public sealed record Indicator(decimal? Baseline, decimal? Target, decimal? Actual, decimal? Cumulative)
{
    /// <summary>What is held against the target: the sum of the periods, or the last value of what is not added up.</summary>
    public decimal? Reached => Cumulative ?? Actual;

    /// <summary>
    /// «Исполнение, %», rounded down so that 99.6 is not done; over 100 stays over 100. Of a number that has to fall the
    /// share of the way down. <c>null</c> without a target or a report.
    /// </summary>
    public int? Percent => (Target, Reached) switch
    {
        ({ } target, { } reached) when Baseline is { } from && target < from => (int)Math.Floor((from - reached) / (from - target) * 100),
        ({ } target and > 0, { } reached) => (int)Math.Floor(reached / target * 100),
        _ => null,
    };

    /// <summary>Whether the target is reached; <c>null</c> where that cannot be said.</summary>
    public bool? IsReached => (Target, Reached) switch
    {
        ({ } target, { } reached) when Baseline is { } from && target < from => reached <= target,
        ({ } target, { } reached) => reached >= target,
        _ => null,
    };

    /// <summary>The indicator of one who reports, from the numbers of all periods so far.</summary>
    /// <param name="field">The question; <see cref="FormField.Accumulates"/> says whether periods are added up.</param>
    /// <param name="baseline">From what it started, or <c>null</c>.</param>
    /// <param name="target">To what it must come, or <c>null</c>.</param>
    /// <param name="periods">The numbers in the order of the periods, the last one being the present; <c>null</c> for «не представлено».</param>
    public static Indicator Of(FormField field, decimal? baseline, decimal? target, IReadOnlyList<decimal?> periods)
    {
        var actual = periods.Count > 0 ? periods[^1] : null;
        return new(baseline, target, actual, field.Accumulates && periods.Any(p => p is not null) ? periods.Sum(p => p ?? 0) : null);
    }

    /// <summary>The indicator of all together: numbers that are added up are; of a share or a year only what is named for the whole stays.</summary>
    /// <param name="field">The question.</param>
    /// <param name="baseline">Named for the whole, or <c>null</c> for the sum of the parts.</param>
    /// <param name="target">Named for the whole, or <c>null</c> for the sum of the parts.</param>
    /// <param name="parts">Indicators of those who report.</param>
    public static Indicator Whole(FormField field, decimal? baseline, decimal? target, IReadOnlyCollection<Indicator> parts)
    {
        if (!field.Sums) return new(baseline, target, null, null);
        return new(baseline ?? SumOf(parts.Select(p => p.Baseline)), target ?? SumOf(parts.Select(p => p.Target)), SumOf(parts.Select(p => p.Actual)), SumOf(parts.Select(p => p.Cumulative)));
    }

    /// <summary>The number a report gives to a field: its value, or the sum of a table; <c>null</c> where there is none.</summary>
    /// <param name="field">A number or a table.</param>
    /// <param name="values">Kept values by cell, or <c>null</c> for «не представлено».</param>
    public static decimal? NumberOf(FormField field, IReadOnlyDictionary<string, string>? values) =>
        values is null ? null : SumOf(field.Cells(1).Where(c => c.IsNumber).Select(c => FormCell.NumberOf(values.GetValueOrDefault(c.Key))));

    private static decimal? SumOf(IEnumerable<decimal?> numbers)
    {
        decimal? sum = null;
        foreach (var number in numbers)
            if (number is { } one) sum = (sum ?? 0) + one;
        return sum;
    }
}
