namespace Vekha.Campaigns;

/// <summary>«Ответ подразделения»: what a unit gave and when.</summary>
/// <param name="Values">By cell, as kept.</param>
/// <param name="On">The day it was given: «последнее по дате» is chosen by it.</param>
public sealed record FormAnswer(IReadOnlyDictionary<string, string> Values, DateOnly On);

/// <summary>
/// «Итог графы»: a column of the consolidated sheet over all units that owe. Who has not reported is not counted as 0:
/// the total says over how many units it is.
/// </summary>
/// <param name="Cell">The column.</param>
/// <param name="Sum">The number of the whole by the rule of the field, over those that gave one; <c>null</c> where numbers are not put together or nobody gave one.</param>
/// <param name="Yes">How many answered «да»; <c>null</c> for other kinds.</param>
/// <param name="Given">How many units gave a value.</param>
/// <param name="Units">How many owe.</param>
public sealed record FormTotal(FormCell Cell, decimal? Sum, int? Yes, int Given, int Units)
{
    /// <summary>Some of those who owe gave nothing: the sum is said to be over a part.</summary>
    public bool IsPartial => Given < Units;

    /// <summary>Totals of all columns.</summary>
    /// <param name="cells">Columns in order.</param>
    /// <param name="units">Values of every unit that owes; <c>null</c> for «не представлено».</param>
    public static IReadOnlyList<FormTotal> Of(IEnumerable<FormCell> cells, IReadOnlyCollection<IReadOnlyDictionary<string, string>?> units) =>
        OfAnswers(cells, [.. units.Select(u => u is null ? null : new FormAnswer(u, DateOnly.MinValue))]);

    /// <summary>Totals of all columns.</summary>
    /// <param name="cells">Columns in order.</param>
    /// <param name="units">The answer of every unit that owes; <c>null</c> for «не представлено».</param>
    public static IReadOnlyList<FormTotal> OfAnswers(IEnumerable<FormCell> cells, IReadOnlyCollection<FormAnswer?> units) => [.. cells.Select(cell =>
    {
        var given = units.OfType<FormAnswer>().Where(u => u.Values.ContainsKey(cell.Key)).ToList();
        return new FormTotal(cell, cell.IsNumber ? Fold(cell, given) : null, cell.Field.Kind == FormFieldKind.YesNo ? given.Count(u => u.Values[cell.Key] == "да") : null, given.Count, units.Count);
    })];

    /// <summary>Numbers of the whole as a form keeps them, by cell: what a unit above finds in its own form.</summary>
    /// <param name="cells">Columns in order.</param>
    /// <param name="units">The answer of every unit below; <c>null</c> for «не представлено».</param>
    public static IReadOnlyDictionary<string, string> Together(IEnumerable<FormCell> cells, IReadOnlyCollection<FormAnswer?> units) =>
        OfAnswers(cells, units).Where(t => t.Sum is not null).ToDictionary(t => t.Cell.Key, t => t.Sum!.Value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture));

    private static decimal? Fold(FormCell cell, List<FormAnswer> given)
    {
        var numbers = given.Select(u => (Number: FormCell.NumberOf(u.Values[cell.Key]), Answer: u)).Where(n => n.Number is not null).Select(n => (Number: n.Number!.Value, n.Answer)).ToList();
        if (numbers.Count == 0) return null;
        return cell.Field.Folding switch
        {
            FormFolding.Sum => numbers.Sum(n => n.Number),
            FormFolding.Most => numbers.Max(n => n.Number),
            FormFolding.Mean => Mean(cell.Field.Weight, numbers),
            FormFolding.Last => numbers.MaxBy(n => n.Answer.On).Number,
            _ => null,
        };
    }

    // A unit that gave no weight cannot be weighed: it is left out, like one that gave no number.
    private static decimal? Mean(string? weight, List<(decimal Number, FormAnswer Answer)> numbers)
    {
        var weighed = numbers.Select(n => (n.Number, Weight: weight is null ? 1 : FormCell.NumberOf(n.Answer.Values.GetValueOrDefault(weight)))).Where(n => n.Weight is > 0).ToList();
        return weighed.Count == 0 ? null : Math.Round(weighed.Sum(n => n.Number * n.Weight!.Value) / weighed.Sum(n => n.Weight!.Value), 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>The change of a sum since another day, over the units that gave a number on both; <c>null</c> where there is none.</summary>
    /// <param name="cell">The column.</param>
    /// <param name="pairs">Values of each unit before and now.</param>
    public static (decimal Change, int Units)? Since(FormCell cell, IEnumerable<(IReadOnlyDictionary<string, string>? Before, IReadOnlyDictionary<string, string>? Now)> pairs)
    {
        var both = pairs.Select(p => (Before: FormCell.NumberOf(p.Before?.GetValueOrDefault(cell.Key)), Now: FormCell.NumberOf(p.Now?.GetValueOrDefault(cell.Key))))
            .Where(p => p is { Before: not null, Now: not null }).ToList();
        return both.Count > 0 && cell.Field.Folding == FormFolding.Sum ? (both.Sum(p => p.Now!.Value - p.Before!.Value), both.Count) : null;
    }
}
