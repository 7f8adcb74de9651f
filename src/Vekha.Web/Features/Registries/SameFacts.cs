using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>What one person wrote down about an event: the event itself, its participants.</summary>
/// <param name="Key">Of the record among those of its event.</param>
public sealed record FactRecord(string Key, string ByName, Guid? TerritoryId, string? Place, IReadOnlyList<Fact> Facts)
{
    /// <summary>«1 мероприятие, 17 участник»: what it counts.</summary>
    public string Words => string.Join(", ", Facts.Select(f => $"{f.Kind}: {Ru.Number(f.Quantity)}"));
}

/// <summary>«Одно событие дважды»: records of one day, title and object whose places lie one above the other.</summary>
public sealed record SameEvent(DateOnly Day, string Title, string? ObjectName, IReadOnlyList<FactRecord> Records)
{
    /// <summary>Stands in the form: which event it is about.</summary>
    public string Key => $"{Day:yyyyMMdd}-{Records[0].Facts[0].Id:N}";
}

/// <summary>Finds one event that was written down twice and makes it count once: the district and its school both entered it.</summary>
public sealed class SameFacts(VekhaDb db, FactBook facts)
{
    public const int Most = 100;

    /// <param name="from">The first day looked at.</param>
    public async Task<IReadOnlyList<SameEvent>> Of(Guid programme, DateOnly from, DateOnly until, bool tracked = false)
    {
        var all = db.Facts.Where(f => f.ProgrammeId == programme && !f.IsWithdrawn && f.Quantity > 0 && f.Day >= from && f.Day <= until);
        var days = (await all.GroupBy(f => new { f.Day, f.TitleKey, f.KindKey }).Where(g => g.Count() > 1).Select(g => new { g.Key.Day, g.Key.TitleKey }).ToListAsync()).Distinct().OrderByDescending(d => d.Day).Take(Most).ToList();
        if (days.Count == 0) return [];
        var (on, titles) = (days.Select(d => d.Day).Distinct().ToArray(), days.Select(d => d.TitleKey).Distinct().ToArray());
        var found = all.Where(f => on.Contains(f.Day) && titles.Contains(f.TitleKey));
        var list = await (tracked ? found : found.AsNoTracking()).OrderBy(f => f.Id).ToListAsync();
        var places = list.Select(f => f.TerritoryId).OfType<Guid>().Distinct().ToArray();
        var names = await db.Organisations.Where(o => places.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName);
        var lines = (await db.UnitLines.Where(l => places.Contains(l.UnitId) && places.Contains(l.AboveId)).Select(l => new { l.UnitId, l.AboveId }).ToListAsync()).Select(l => (l.UnitId, l.AboveId)).ToHashSet();
        return [.. list.GroupBy(f => (f.Day, f.TitleKey)).SelectMany(g => Events([.. g], names, lines)).OrderByDescending(e => e.Day)];
    }

    /// <summary>Keeps one record; facts of the others that it holds too are withdrawn with a word that leads to it. The caller saves.</summary>
    public async Task<int> Merge(SameEvent same, string keep, string? ground)
    {
        var kept = same.Records.FirstOrDefault(r => r.Key == keep) ?? throw new Platform.Refusal("Записи не объединены", "Не выбрано, какая остаётся", "Отметьте запись, в которой сведения полнее");
        var withdrawn = 0;
        foreach (var fact in same.Records.Where(r => r != kept).SelectMany(r => r.Facts))
        {
            if (kept.Facts.FirstOrDefault(f => f.KindKey == fact.KindKey) is not { } stays) continue;
            await facts.Withdraw(fact, $"двойник факта «{stays.Title}» ({stays.Kind}: {Ru.Number(stays.Quantity)}), записал(а) {stays.ByName}{(string.IsNullOrWhiteSpace(ground) ? "" : $": {ground.Trim()}")}. Остался факт /desk/facts/card/{stays.Id}");
            withdrawn++;
        }
        return withdrawn;
    }

    // Records of one place in line; a club of the next district may hold a day of the same name.
    private static IEnumerable<SameEvent> Events(IReadOnlyList<Fact> same, Dictionary<Guid, string> names, HashSet<(Guid, Guid)> lines)
    {
        var records = same.GroupBy(f => (f.SourceKind, Id: f.SourceKind == FactSource.Hand.Kind ? f.ById : f.SourceId, f.TerritoryId))
            .Select(g => new FactRecord(g.First().Id.ToString("N"), g.First().ByName, g.Key.TerritoryId, g.Key.TerritoryId is { } t ? names.GetValueOrDefault(t) : null, [.. g])).ToList();
        while (records.Count > 1)
        {
            var first = records[0];
            bool Near(FactRecord other) => first.TerritoryId is not { } a || other.TerritoryId is not { } b || lines.Contains((a, b)) || lines.Contains((b, a));
            bool About(FactRecord other) => first.Facts[0].ObjectId is not { } a || other.Facts[0].ObjectId is not { } b || a == b;
            List<FactRecord> group = [first, .. records.Skip(1).Where(r => Near(r) && About(r) && r.Facts.Any(f => first.Facts.Any(o => o.KindKey == f.KindKey)))];
            if (group.Count > 1) yield return new(first.Facts[0].Day, first.Facts[0].Title, group.Select(r => r.Facts[0].ObjectName).FirstOrDefault(n => n is not null), group);
            records.RemoveAll(group.Contains);
        }
    }
}
