using Microsoft.EntityFrameworkCore;
using Vekha.Registries;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>Verbs of cards with all that follows from them in other parts of the system: facts, days of events, assignments. The caller saves once.</summary>
public sealed class CardBook(VekhaDb db, CardFacts facts, ObjectWork work, Journal journal)
{
    /// <summary>A form over fields of a card; units to choose from are loaded only where a field asks for one.</summary>
    public async Task<CardForm> FormOf(RegistryOnDesk desk, RegistryObject? card, IEnumerable<RegistryField> fields, IReadOnlyCollection<string> needed)
    {
        List<RegistryField> asked = [.. fields];
        if (!asked.Exists(f => f.Kind == RegistryFieldKind.Unit)) return new(asked, card) { Needed = needed };
        var chosen = asked.Where(f => f.Kind == RegistryFieldKind.Unit).Select(f => RegistryField.IdIn(card?.Values.GetValueOrDefault(f.Key))).ToArray();
        var tree = await OrganisationTree.Load(db, db.UnitsUnder(await db.UnitsAbove(desk.Programme.OrganisationId).LastAsync()), chosen);
        return new(asked, card) { Needed = needed, Units = [.. tree.Choices()] };
    }

    /// <summary>The number of the next card of a registry.</summary>
    public async Task<int> NextNumber(Guid registry) => 1 + (await db.RegistryObjects.Where(o => o.RegistryId == registry).MaxAsync(o => (int?)o.Number) ?? 0);

    /// <summary>Saves a new card; when two people make one at a moment, the second gets the next number.</summary>
    public async Task SaveNew(RegistryObject card)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateException e) when (attempt < 20 && e.IsDuplicate("registry_objects"))
            {
                card.Renumber(await NextNumber(card.RegistryId));
            }
        }
    }

    /// <summary>Records an event of the life of a card; what it means for facts, deadlines and assignments goes into the same save.</summary>
    /// <param name="despiteDouble">The likely double of its fact was looked at.</param>
    public async Task<ObjectEvent> Happen(RegistryOnDesk desk, RegistryObject card, RegistryMove move, DateOnly day, IReadOnlyDictionary<string, string?> values, IReadOnlyList<GivenPaper> papers, string? note, Author by, bool despiteDouble = false)
    {
        var definition = desk.Registry.Definition;
        var counted = card.IsOpen;
        var happened = card.Happen(definition, move, day, values, papers, note, by);
        journal.Write($"событие объекта: {move.Title}", "registry-object", card.Id, note, new { Состояние = happened.FromState is { } from ? definition.State(from).Title : null }, new { Состояние = definition.State(card.State).Title, День = day });
        await facts.Tell(definition, card, happened, despiteDouble);
        await FollowCount(desk, card, counted, by, $"{Ru.Capital(definition.One)} «{card.Name}»: {move.Title.ToLowerInvariant()} {Ru.Digits(day)}");
        return happened;
    }

    /// <summary>«Подтвердить карточку»: from now on it counts and others see it; what has happened to it becomes facts.</summary>
    public async Task Confirm(RegistryOnDesk desk, RegistryObject card, Author by)
    {
        card.Confirm(by.On, by.Name);
        journal.Write("карточка подтверждена", "registry-object", card.Id, after: new { card.Number, card.Name });
        foreach (var happened in card.Events.Where(e => !e.IsTakenBack).OrderBy(e => e.Number)) await facts.Tell(desk.Registry.Definition, card, happened, despiteDouble: true);
        await FollowCount(desk, card, before: false, by, "");
    }

    /// <summary>«Отменить событие», recorded by mistake: its fact is withdrawn, the day it gave is recalled.</summary>
    public async Task TakeBack(RegistryOnDesk desk, RegistryObject card, Guid id, string? ground, Author by)
    {
        var counted = card.IsOpen;
        var gone = card.TakeBack(desk.Registry.Definition, id, ground, by);
        journal.Write($"событие отменено: {gone.Title}", "registry-object", card.Id, ground, new { gone.Day }, new { Состояние = desk.Registry.Definition.State(card.State).Title });
        await facts.Recall(desk.Registry.Definition, card, gone, ground!);
        await FollowCount(desk, card, counted, by, $"Отменено событие «{gone.Title}»: {ground}");
    }

    /// <summary>Name, place or fields have changed: norms call the object by its new name.</summary>
    public Task Changed(RegistryOnDesk desk, RegistryObject card) => card.IsConfirmed ? facts.Count(desk.Registry.Definition, card) : Task.CompletedTask;

    /// <summary>«Объединить»: one card stays, the other leads to it; facts and assignments count once.</summary>
    /// <param name="merged">Becomes the trace.</param>
    /// <param name="survivor">Stays; takes what it lacked.</param>
    public async Task<(int Moved, int Doubles)> Merge(RegistryOnDesk desk, RegistryObject merged, RegistryObject survivor, string? ground, Author by)
    {
        if (string.IsNullOrWhiteSpace(ground)) throw new Refusal("Карточки не объединены", "Не названо основание", "Напишите, почему это один объект: запись останется в обеих карточках") { Field = "Ground" };
        if (merged.IsConfirmed && !survivor.IsConfirmed) throw new Refusal("Карточки не объединены", $"Карточка № {survivor.Number} не подтверждена", "Оставьте подтверждённую или сначала подтвердите эту");
        var definition = desk.Registry.Definition;
        var lacked = merged.Values.Where(v => !survivor.Values.ContainsKey(v.Key) && definition.Field(v.Key) is { IsFile: false }).ToDictionary(v => v.Key, v => (string?)v.Value);
        merged.MergeInto(survivor, by.On);
        survivor.Write(definition, lacked, by.On, by);
        var done = merged.IsConfirmed ? await facts.Merge(definition, merged, survivor, ground) : (0, 0);
        await work.Merge(merged, survivor, $"Карточка объединена с № {survivor.Number}: {ground}", by.On);
        journal.Write("карточка объединена с другой", "registry-object", merged.Id, ground, after: new { Осталась = survivor.Number, survivor.Name });
        journal.Write("к карточке присоединена другая", "registry-object", survivor.Id, ground, after: new { Присоединена = merged.Number, merged.Name, ФактовПерешло = done.Item1, Двойников = done.Item2 });
        return done;
    }

    private async Task FollowCount(RegistryOnDesk desk, RegistryObject card, bool before, Author by, string ground)
    {
        // An object closed today counts to the end of the day, yet owes nothing more.
        if (card.IsOpen && !before) await work.Opened(card, desk.Programme, by.On);
        else if (!card.IsOpen && before) await work.Closed(card, ground, by.On);
    }
}
