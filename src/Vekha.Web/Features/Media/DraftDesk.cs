using Microsoft.EntityFrameworkCore;
using Vekha.Registries;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.Registries;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Media;

/// <summary>A text drawn from what is recorded already; a person reads and mends it before it is sent on.</summary>
/// <param name="Silent">Objects of which nothing was told in the period.</param>
public sealed record PublicationDraft(string Headline, string Body, IReadOnlyList<string> Silent);

/// <summary>What a draft may be drawn from: <c>progress:id</c>, <c>move:id:key</c>, <c>event</c>.</summary>
public sealed record DraftSource(string Key, string Name);

/// <summary>«Собрать черновик»: from the cards of a registry, from decisions recorded in it, from an event.</summary>
public sealed class DraftDesk(RegistryAccess registries, ProgressText progress, EventAccess events)
{
    /// <summary>What there is to draw from for this publication.</summary>
    public async Task<IReadOnlyList<DraftSource>> Sources(Publication publication)
    {
        var found = new List<DraftSource>();
        if (publication.EventId is not null) found.Add(new("event", "Из события"));
        foreach (var registry in await (await registries.Registries()).AsNoTracking().Where(r => r.ProgrammeId == publication.ProgrammeId).ToListAsync())
        {
            found.Add(new($"progress:{registry.Id}", $"Ход по карточкам: {registry.Title}"));
            found.AddRange(registry.Definition.Moves.Where(m => !m.IsFirst).Select(m => new DraftSource($"move:{registry.Id}:{m.Key}", $"Решения «{m.Title}»: {registry.Title}")));
        }
        return found;
    }

    /// <summary>The period a quarterly or monthly text of this day is about: the quarter that was whole a month before it.</summary>
    public static (DateOnly From, DateOnly Until) PeriodOf(DateOnly day)
    {
        var inside = day.AddDays(-30);
        var first = new DateOnly(inside.Year, ((inside.Month - 1) / 3 * 3) + 1, 1);
        return (first, first.AddMonths(3).AddDays(-1));
    }

    /// <summary>The draft, or <c>null</c> for a source that the person does not see.</summary>
    public async Task<PublicationDraft?> Draw(Publication publication, string source, DateOnly from, DateOnly until, string? hashtag)
    {
        if (from > until) (from, until) = (until, from);
        var draft = source.Split(':') switch
        {
            ["event"] => await OfEvent(publication),
            ["progress", var id] when Guid.TryParse(id, out var registry) => await OfProgress(registry, from, until),
            ["move", var id, var move] when Guid.TryParse(id, out var registry) => await OfDecisions(registry, move, from, until),
            _ => null,
        };
        return draft is null || hashtag is null ? draft : draft with { Body = $"{draft.Body}\n\n{hashtag}" };
    }

    private async Task<PublicationDraft?> OfProgress(Guid id, DateOnly from, DateOnly until)
    {
        if (await registries.Find(id) is not { } desk) return null;
        var all = await progress.Of(registries.Cards(desk), from, until);
        var (told, silent) = (all.Where(p => !p.IsSilent).ToList(), all.Where(p => p.IsSilent).ToList());
        if (told.Count == 0) throw new Refusal("Черновик не собран", $"За {Ru.RangeDigits(new(from, until))} ни по одному объекту ничего не написали{(silent.Count > 0 ? $": {string.Join(", ", silent.Select(s => s.Name))}" : "")}", "Попросите ответственных написать о ходе в карточках или выберите другой период");
        var lines = told.Select(t => $"{t.Name}{(t.Territory.Length > 0 ? $" ({t.Territory})" : "")}. {t.Heading} {t.Text}".Replace("  ", " ", StringComparison.Ordinal).Trim());
        var body = string.Join("\n\n", lines) + (silent.Count == 0 ? "" : $"\n\nНовых сведений за этот период нет: {string.Join("; ", silent.Select(s => s.Name))}.");
        return new($"{desk.Registry.Title}: ход за {Ru.RangeDigits(new(from, until))}", body, [.. silent.Select(s => s.Name)]);
    }

    private async Task<PublicationDraft?> OfDecisions(Guid id, string key, DateOnly from, DateOnly until)
    {
        if (await registries.Find(id) is not { } desk || desk.Registry.Definition.Move(key) is not { } move) return null;
        var cards = await registries.Cards(desk).AsNoTracking().Where(o => o.ConfirmedOn != null && o.Events.Any(e => e.MoveKey == key && e.Day >= from && e.Day <= until && e.TakenBackWhy == null))
            .Include(o => o.Events).Include(o => o.Changes).AsSplitQuery().OrderBy(o => o.Number).ToListAsync();
        return OfDecisions(desk.Registry.Definition, cards, key, from, until) ?? throw new Refusal("Черновик не собран", $"За {Ru.RangeDigits(new(from, until))} решений «{move.Title}» в реестре нет", "Выберите период, в который решение принято");
    }

    /// <summary>The text of decisions of a period, or <c>null</c> where there are none.</summary>
    internal static PublicationDraft? OfDecisions(RegistryDefinition definition, IReadOnlyList<RegistryObject> cards, string key, DateOnly from, DateOnly until)
    {
        var move = definition.Move(key);
        var decided = cards.Select(c => (Card: c, Event: c.Events.LastOrDefault(e => e.MoveKey == key && e.Day >= from && e.Day <= until && e.TakenBackWhy == null))).Where(d => d.Event is not null).Select(d => (d.Card, Event: d.Event!)).ToList();
        if (move is null || decided.Count == 0) return null;
        var grounds = decided.SelectMany(d => d.Event.Papers).Select(p => p.Requisites is { Length: > 0 } with ? $"{p.Paper} {with}" : p.Paper).Distinct().ToList();
        var lines = decided.Select((d, i) => $"{i + 1}. {d.Card.Name}{(d.Card.Territory.Length > 0 ? $", {d.Card.Territory}" : "")}{ValuesOf(definition, d.Card, d.Event)}");
        var days = decided.Select(d => d.Event.Day).Distinct().Order().ToList();
        return new($"{definition.Title}: {move.Title.ToLowerInvariant()}",
            $"{Ru.DayMonthYear(days[0])}{(days.Count > 1 ? $" – {Ru.DayMonthYear(days[^1])}" : "")} {Ru.Plural(decided.Count, "принято решение", "приняты решения", "приняты решения")} «{move.Title.ToLowerInvariant()}» по {Ru.Count(decided.Count, "объекту", "объектам", "объектам")}.\n\n"
            + string.Join("\n", lines) + (grounds.Count == 0 ? "" : $"\n\nОснование: {string.Join("; ", grounds)}."), []);
    }

    /// <summary>What the decision wrote into the card, without anything personal.</summary>
    private static string ValuesOf(RegistryDefinition definition, RegistryObject card, ObjectEvent decision)
    {
        var said = card.Changes.Where(c => c.EventId == decision.Id && c.After is { Length: > 0 }).Select(c => (Field: definition.Field(c.Key), c.After))
            .Where(c => c.Field is { IsPersonal: false, IsFile: false })
            .OrderBy(c => definition.Fields.ToList().IndexOf(c.Field!)).Select(c => $"{c.Field!.Title.ToLowerInvariant()}: {c.Field.Show(c.After)}").ToList();
        return said.Count == 0 ? "" : $" ({string.Join("; ", said)})";
    }

    private async Task<PublicationDraft?> OfEvent(Publication publication)
    {
        if (publication.EventId is not { } id || await events.Find(id) is not { } happening) return null;
        var came = happening.Present is { } present ? $" Участвовали {Ru.Count(present, "человек", "человека", "человек")}." : "";
        var about = happening.About is { Length: > 0 } words ? $"\n\n{words}" : "";
        var kind = Ru.Capital(happening.Kind);
        return happening.State == EventState.Held
            ? new($"{happening.Title}: как это было", $"{Ru.DayMonthYear(happening.Day)} ({happening.Place}) прошло событие: {happening.Kind} «{happening.Title}».{came}{about}", [])
            : new($"{kind} «{happening.Title}»", $"{Ru.Capital(Ru.Day(happening.Day))}, {TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(happening.StartsAt, TimeZoneInfo.FindSystemTimeZoneById(happening.ZoneId)).DateTime):HH\\:mm}, {happening.Place}.{about}", []);
    }
}
