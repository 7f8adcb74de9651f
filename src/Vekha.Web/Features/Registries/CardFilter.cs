using Microsoft.EntityFrameworkCore;
using Vekha.Registries;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Registries;

/// <summary>What of a registry is shown: every choice is a word of the address.</summary>
public sealed class CardFilter
{
    public string? Search { get; init; }

    /// <summary>Key of a state, «draft» for cards that wait to be confirmed, «counted» for those in the count.</summary>
    public string? State { get; init; }

    /// <summary>«Тосненский район».</summary>
    public string? Territory { get; init; }

    /// <summary>«Без обновления с …»: no word about progress on this day or after it.</summary>
    public DateOnly? SilentSince { get; init; }

    public string? Sort { get; init; }

    /// <summary>By the registry's own fields: «стоимость от 2 000 000».</summary>
    public IReadOnlyList<FieldFilter> Fields { get; init; } = [];

    public bool IsAny => Fields.Any(f => f.IsAny) || !string.IsNullOrWhiteSpace(Search) || State is not null || Territory is not null || SilentSince is not null;

    /// <summary>Cards that were there on the day and fit.</summary>
    /// <param name="isNow">The day is the present of the programme: the kept state is that of the day.</param>
    public IQueryable<RegistryObject> Of(IQueryable<RegistryObject> cards, DateOnly day, bool isNow)
    {
        cards = cards.Where(o => o.Events.Any(e => e.Day <= day));
        if (!string.IsNullOrWhiteSpace(Search))
            foreach (var word in RegistryObject.Plain(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
                cards = int.TryParse(word.TrimStart('№'), out var number) ? cards.Where(o => o.Number == number || o.Words.Contains(word)) : cards.Where(o => o.Words.Contains(word));
        if (Territory is { } territory) cards = cards.Where(o => o.Territory == territory);
        if (SilentSince is { } since) cards = cards.Where(o => !o.Updates.Any(u => u.Day >= since && u.Day <= day));
        return State switch
        {
            null => cards,
            "draft" => cards.Where(o => o.ConfirmedOn == null),
            "counted" => cards.CountedOn(day),
            var state when isNow => cards.Where(o => o.State == state),
            var state => cards.Where(o => o.Events.Where(e => e.TakenBackWhy == null && e.Day <= day).OrderByDescending(e => e.Day).ThenByDescending(e => e.Number).Select(e => e.ToState).FirstOrDefault() == state),
        };
    }

    /// <summary>
    /// Those of them whose values fit. What a field is, its registry says as data, so the database cannot compare it: the values are
    /// read without the rest of the cards and compared here.
    /// </summary>
    public async Task<IQueryable<RegistryObject>> Fitting(IQueryable<RegistryObject> cards, DateOnly day, bool isNow)
    {
        var asked = Fields.Where(f => f.IsAny).ToList();
        if (asked.Count == 0) return cards;
        Guid[] fit = isNow
            ? [.. (await cards.Select(o => new { o.Id, o.Values }).ToListAsync()).Where(o => asked.TrueForAll(f => f.Fits(o.Values))).Select(o => o.Id)]
            : [.. (await cards.Include(o => o.Changes.Where(c => c.On > day)).ToListAsync()).Where(o => asked.TrueForAll(f => f.Fits(o.ValuesOn(day)))).Select(o => o.Id)];
        return cards.Where(o => fit.Contains(o.Id));
    }

    public IQueryable<RegistryObject> Ordered(IQueryable<RegistryObject> cards) => Sort switch
    {
        "number" => cards.OrderBy(o => o.Number),
        "territory" => cards.OrderBy(o => o.Territory).ThenBy(o => o.Name).ThenBy(o => o.Number),
        "opened" => cards.OrderByDescending(o => o.Opened).ThenBy(o => o.Number),
        "updated" => cards.OrderBy(o => o.UpdatedOn != null).ThenBy(o => o.UpdatedOn).ThenBy(o => o.Number),
        _ => cards.OrderBy(o => o.Name).ThenBy(o => o.Number),
    };
}

/// <summary>«В территории»: how many objects count there and how many are needed.</summary>
public sealed record TerritoryCount(string Name, int Counted, int? Least)
{
    public bool IsShort => Counted < Least;

    /// <summary>Counts of a registry on a day: the worst on top, then by name. Territories without a goal come after those with one.</summary>
    public static async Task<IReadOnlyList<TerritoryCount>> Of(VekhaDb db, Registry registry, DateOnly day)
    {
        var id = registry.Id;
        var counted = await db.RegistryObjects.Where(o => o.RegistryId == id).CountedOn(day).GroupBy(o => o.Territory).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var goals = registry.Goals.GroupBy(g => g.Name).ToDictionary(g => g.Key, g => g.Sum(x => x.Least));
        return [.. goals.Keys.Union(counted.Keys).Select(n => new TerritoryCount(n, counted.GetValueOrDefault(n), goals.TryGetValue(n, out var least) ? least : null))
            .OrderBy(t => t.Least is null).ThenBy(t => !t.IsShort).ThenByDescending(t => t.Least - t.Counted).ThenBy(t => t.Name, StringComparer.Create(new("ru-RU"), false))];
    }
}
