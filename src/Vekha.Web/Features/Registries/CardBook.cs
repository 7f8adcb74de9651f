using Microsoft.EntityFrameworkCore;
using Vekha.Registries;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

/// <summary>Verbs of cards with all that follows from them in other parts of the system; the caller saves once.</summary>
public sealed class CardBook(VekhaDb db, Journal journal)
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

    /// <summary>Records an event of the life of a card.</summary>
    public Task<ObjectEvent> Happen(RegistryOnDesk desk, RegistryObject card, RegistryMove move, DateOnly day, IReadOnlyDictionary<string, string?> values, IReadOnlyList<GivenPaper> papers, string? note, Author by)
    {
        var happened = card.Happen(desk.Registry.Definition, move, day, values, papers, note, by);
        journal.Write($"событие объекта: {move.Title}", "registry-object", card.Id, note, new { Состояние = happened.FromState is { } from ? desk.Registry.Definition.State(from).Title : null }, new { Состояние = desk.Registry.Definition.State(card.State).Title, День = day });
        return Task.FromResult(happened);
    }

    /// <summary>«Подтвердить карточку»: from now on it counts and others see it.</summary>
    public Task Confirm(RegistryOnDesk desk, RegistryObject card, Author by)
    {
        card.Confirm(by.On, by.Name);
        journal.Write("карточка подтверждена", "registry-object", card.Id, after: new { card.Number, card.Name });
        return Task.CompletedTask;
    }

    /// <summary>«Отменить событие», recorded by mistake.</summary>
    public Task TakeBack(RegistryOnDesk desk, RegistryObject card, Guid id, string? ground, Author by)
    {
        var gone = card.TakeBack(desk.Registry.Definition, id, ground, by);
        journal.Write($"событие отменено: {gone.Title}", "registry-object", card.Id, ground, new { gone.Day }, new { Состояние = desk.Registry.Definition.State(card.State).Title });
        return Task.CompletedTask;
    }
}
