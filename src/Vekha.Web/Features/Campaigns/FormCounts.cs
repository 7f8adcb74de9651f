using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vekha.Campaigns;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Wording;

namespace Vekha.Web.Features.Campaigns;

/// <summary>Numbers that nobody should type: what has happened in the unit and what objects it has, as facts and registries know.</summary>
public sealed class FormCounts(VekhaDb db)
{
    /// <summary>By cell: the number and where it comes from. Facts of the unit and of all below it, up to the day.</summary>
    public async Task<IReadOnlyDictionary<string, Prefilled>> Of(FormOnDesk form, DateOnly day)
    {
        var known = new Dictionary<string, Prefilled>();
        var cells = form.Cells.Where(c => c.Field is { IsCounted: true, Counted: not null }).ToList();
        if (cells.Count == 0) return known;
        var (programme, below, keys) = (form.Programme.Id, db.UnitsUnder(form.Report.UnitId), cells.Select(c => CountedUnit.Key(c.Field.Counted!)).Distinct().ToArray());
        var since = form.Previous?.Due ?? DateOnly.MinValue;
        var facts = db.Facts.Where(f => f.ProgrammeId == programme && !f.IsWithdrawn && f.Day <= day && keys.Contains(f.KindKey)
            && ((f.TerritoryId != null && below.Contains(f.TerritoryId.Value)) || (f.TerritoryId == null && f.UnitId != null && below.Contains(f.UnitId.Value))));
        var all = await facts.GroupBy(f => f.KindKey).Select(g => new { g.Key, Sum = g.Sum(f => f.Quantity) }).ToDictionaryAsync(g => g.Key, g => g.Sum);
        var fresh = await facts.Where(f => f.Day > since).GroupBy(f => f.KindKey).Select(g => new { g.Key, Sum = g.Sum(f => f.Quantity) }).ToDictionaryAsync(g => g.Key, g => g.Sum);
        var objects = await db.FactObjects.Where(o => o.ProgrammeId == programme && keys.Contains(o.KindKey) && o.Opened <= day && (o.Closed == null || o.Closed > day) && o.TerritoryId != null && below.Contains(o.TerritoryId.Value))
            .GroupBy(o => o.KindKey).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => (long)g.Count);
        foreach (var cell in cells)
        {
            var (from, words) = cell.Field.Source switch
            {
                FormSource.Objects => (objects, $"из реестра: {cell.Field.Counted}, в счёте на {Ru.Digits(day)}"),
                FormSource.FactsSince when form.Previous is not null => (fresh, $"из фактов: {cell.Field.Counted}, после {Ru.Digits(since)}"),
                _ => (all, $"из фактов: {cell.Field.Counted}, по {Ru.Digits(day)}"),
            };
            known[cell.Key] = new(from.GetValueOrDefault(CountedUnit.Key(cell.Field.Counted!)).ToString(CultureInfo.InvariantCulture), words);
        }
        return known;
    }
}
