using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

/// <summary>Heads of clubs, spokesmen of initiators, contacts of practices: people whom cards name.</summary>
internal static class PeopleOfCards
{
    public static readonly DataPlace Place = new("registry-cards", "карточки реестров", "фамилия, имя, отчество, телефон, электронная почта")
    {
        Held = db => db.RegistryObjects.AsNoTracking().Where(o => o.PersonName != null)
            .Select(o => new DataHeld { SubjectId = o.Id, ProgrammeId = o.ProgrammeId, Name = o.PersonName!, Contact = o.PersonContact ?? "" }),
        Export = Export,
        Erase = Erase,
    };

    private static async Task<IReadOnlyList<DataLine>> Export(VekhaDb db, Guid id, CancellationToken cancel)
    {
        if (await db.RegistryObjects.AsNoTracking().Include(o => o.Changes).SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } card) return [];
        var registry = await db.Registries.AsNoTracking().SingleAsync(r => r.Id == card.RegistryId, cancel);
        var lines = new List<DataLine> { new("Где записано", $"{registry.Title}, карточка № {card.Number} «{card.Name}»") };
        foreach (var field in RegistryObject.PeopleIn(registry.Definition))
        {
            if (card.Values.GetValueOrDefault(field.Key) is { } value) lines.Add(new(field.Title, field.Show(value)));
            lines.AddRange(card.Changes.Where(c => c.Key == field.Key && c.Before is not null).OrderBy(c => c.At).Select(c => new DataLine($"{field.Title}, прежде", field.Show(c.Before))));
        }
        return lines;
    }

    private static async Task<IReadOnlyList<StoredFile>> Erase(VekhaDb db, IReadOnlyCollection<Guid> ids, DateOnly day, CancellationToken cancel)
    {
        var cards = await db.RegistryObjects.Include(o => o.Changes).Include(o => o.Files).Where(o => ids.Contains(o.Id)).AsSplitQuery().ToListAsync(cancel);
        var registryIds = cards.Select(c => c.RegistryId).Distinct().ToArray();
        var registries = await db.Registries.AsNoTracking().Where(r => registryIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var gone = cards.SelectMany(c => c.Forget(registries[c.RegistryId].Definition)).ToList();
        db.RemoveRange(gone);
        var files = gone.Select(g => g.FileId).ToArray();
        return await db.Files.Where(f => files.Contains(f.Id)).ToListAsync(cancel);
    }
}
