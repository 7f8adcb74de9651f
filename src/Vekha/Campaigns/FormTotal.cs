namespace Vekha.Campaigns;

/// <summary>
/// «Итог графы»: a column of the consolidated sheet over all units that owe. Who has not reported is not counted as 0:
/// the total says over how many units it is.
/// </summary>
/// <param name="Cell">The column.</param>
/// <param name="Sum">The sum of those that gave a number; <c>null</c> where numbers are not added up or nobody gave one.</param>
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
    public static IReadOnlyList<FormTotal> Of(IEnumerable<FormCell> cells, IReadOnlyCollection<IReadOnlyDictionary<string, string>?> units) => [.. cells.Select(cell =>
    {
        var given = units.Select(u => u?.GetValueOrDefault(cell.Key)).OfType<string>().ToList();
        decimal? sum = cell.IsNumber && cell.Field.Sums && given.Count > 0 ? given.Sum(v => FormCell.NumberOf(v) ?? 0) : null;
        return new FormTotal(cell, sum, cell.Field.Kind == FormFieldKind.YesNo ? given.Count(v => v == "да") : null, given.Count, units.Count);
    })];

    /// <summary>The change of a sum since another day, over the units that gave a number on both; <c>null</c> where there is none.</summary>
    /// <param name="cell">The column.</param>
    /// <param name="pairs">Values of each unit before and now.</param>
    public static (decimal Change, int Units)? Since(FormCell cell, IEnumerable<(IReadOnlyDictionary<string, string>? Before, IReadOnlyDictionary<string, string>? Now)> pairs)
    {
        var both = pairs.Select(p => (Before: FormCell.NumberOf(p.Before?.GetValueOrDefault(cell.Key)), Now: FormCell.NumberOf(p.Now?.GetValueOrDefault(cell.Key))))
            .Where(p => p is { Before: not null, Now: not null }).ToList();
        return both.Count > 0 && cell.Field.Sums ? (both.Sum(p => p.Now!.Value - p.Before!.Value), both.Count) : null;
    }
}
