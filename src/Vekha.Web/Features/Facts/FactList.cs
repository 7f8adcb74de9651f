using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>What the list of facts is narrowed to, as its address says.</summary>
public sealed record FactFilter(Guid? Programme, Guid? Plan, Guid? Measure, string? Kind, Guid? Territory, Guid? Object, DateOnly? From, DateOnly? Until, string? Search, bool Withdrawn)
{
    public bool IsEmpty => this with { Programme = null, Withdrawn = false } == new FactFilter(null, null, null, null, null, null, null, null, null, false);
}

/// <summary>A fact of the list with the names of what it belongs to.</summary>
public sealed record FactRow(Fact Fact, string Programme, string? Code, string? Measure, string? Territory, string? Unit);

/// <summary>«Итого» of one kind.</summary>
public sealed record KindSum(string Kind, int Records, long Quantity);

/// <summary>The list of facts: filters, one page, sums, the file to take away.</summary>
public sealed class FactList(VekhaDb db, FactDesk desk)
{
    public const int PageSize = 50, FileSize = 20_000;

    /// <summary>More than these are not summed up on a page: the norms have their own tallies.</summary>
    public const int MostSummed = 10_000;

    public async Task<IQueryable<Fact>> Found(FactFilter filter)
    {
        var found = (await desk.Seen()).AsNoTracking().Where(f => f.IsWithdrawn == filter.Withdrawn);
        if (filter.Programme is { } programme) found = found.Where(f => f.ProgrammeId == programme);
        if (filter.Plan is { } plan) found = found.Where(f => f.PlanId == plan);
        if (filter.Measure is { } measure) found = found.Where(f => f.MeasureId == measure);
        if (!string.IsNullOrWhiteSpace(filter.Kind) && CountedUnit.Key(filter.Kind) is var key)
        {
            var (head, longer) = (CountedUnit.Head(key), key + " ");
            found = found.Where(f => f.KindHead == head && (f.KindKey == key || f.KindKey.StartsWith(longer) || longer.StartsWith(f.KindKey + " ")));
        }
        if (filter.Object is { } thing) found = found.Where(f => f.ObjectId == thing);
        if (filter.From is { } from) found = found.Where(f => f.Day >= from);
        if (filter.Until is { } until) found = found.Where(f => f.Day <= until);
        if (filter.Territory is { } place)
        {
            var under = db.UnitsUnder(place).Select(u => (Guid?)u);
            found = found.Where(f => under.Contains(f.TerritoryId) || under.Contains(f.UnitId));
        }
        if (!string.IsNullOrWhiteSpace(filter.Search) && Fact.KeyOf(filter.Search) is { Length: > 0 } words) found = found.Where(f => f.TitleKey.Contains(words));
        return found;
    }

    /// <summary>How many are found, at most one more than <see cref="MostSummed"/>, with their sums where they are fewer.</summary>
    public static async Task<(int Count, IReadOnlyList<KindSum> Sums)> Sum(IQueryable<Fact> found)
    {
        // One look over no more rows than are summed: a million facts cost as much as ten thousand.
        var sums = await found.OrderByDescending(f => f.Day).Take(MostSummed + 1).Select(f => new { f.KindKey, f.Kind, f.Quantity })
            .GroupBy(f => f.KindKey).Select(g => new { Kind = g.Min(f => f.Kind)!, Records = g.Count(), Quantity = g.Sum(f => f.Quantity) }).ToListAsync();
        var count = sums.Sum(s => s.Records);
        return count > MostSummed ? (count, []) : (count, [.. sums.OrderByDescending(s => s.Records).Select(s => new KindSum(s.Kind, s.Records, s.Quantity))]);
    }

    public async Task<IReadOnlyList<FactRow>> Rows(IQueryable<Fact> found, int skip, int take)
    {
        var facts = await found.Include(f => f.Files).AsSplitQuery().OrderByDescending(f => f.Day).ThenByDescending(f => f.Id).Skip(skip).Take(take).ToListAsync();
        var (programmes, measures, units) = (facts.Select(f => f.ProgrammeId).Distinct().ToArray(), facts.Select(f => f.MeasureId).OfType<Guid>().Distinct().ToArray(), facts.SelectMany(f => new[] { f.TerritoryId, f.UnitId }).OfType<Guid>().Distinct().ToArray());
        var names = await db.Programmes.Where(p => programmes.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var rows = await db.Measures.Where(m => measures.Contains(m.Id)).Select(m => new { m.Id, m.Code, m.Title }).ToDictionaryAsync(m => m.Id);
        var places = await db.Organisations.Where(o => units.Contains(o.Id)).Select(o => new { o.Id, o.ShortName, o.Territory }).ToDictionaryAsync(o => o.Id);
        return [.. facts.Select(f => new FactRow(f, names[f.ProgrammeId], f.MeasureId is { } m ? rows[m].Code : null, f.MeasureId is { } t ? rows[t].Title : null,
            f.TerritoryId is { } place ? places[place].Territory ?? places[place].ShortName : null, f.UnitId is { } unit ? places[unit].ShortName : null))];
    }

    /// <summary>The list as a table to take away.</summary>
    public static Paper File(IEnumerable<FactRow> rows, IReadOnlyList<KindSum> sums, DateOnly on) => new()
    {
        Title = "Факты",
        Orientation = PaperOrientation.Landscape,
        Lead = ["на\u00A0" + Ru.PaperDay(on), .. sums.Count > 0 ? [string.Join("; ", sums.Select(s => $"{s.Kind}: {Ru.Number(s.Quantity)}"))] : Array.Empty<string>()],
        Body = [new PaperTable("Факты",
            [new("День", 2.4, PaperAlignment.Center), new("Что", 3), new("Количество", 2.2, PaperAlignment.Center), new("Название", 6), new("Мероприятие", 6), new("Территория", 4), new("Кто", 4), new("Объект", 4), new("Подтверждение", 4), new("Записал", 3)],
            [.. rows.Select(r => new PaperRow.Cells([r.Fact.Day, r.Fact.Kind, new PaperCell(new PaperValue.Number(r.Fact.Quantity)), r.Fact.Title, r.Code is null ? "" : $"{r.Code}. {r.Measure}", r.Territory ?? "", r.Unit ?? "",
                r.Fact.ObjectName ?? "", string.Join("; ", r.Fact.ProofWords()), r.Fact.ByName]))]) { Description = "Факты" }],
        Made = on,
    };
}
