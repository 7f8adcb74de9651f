using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Registries;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>«Объект события»: a card of a registry that an event is about; of a press tour a stop of its route.</summary>
public sealed class EventObject
{
    private EventObject() { }

    internal EventObject(Guid happening, RegistryObject card, int position) =>
        (EventId, ObjectId, Name, Address, Position) = (happening, card.Id, card.Name, card.Address, position);

    public Guid EventId { get; private set; }
    public Guid ObjectId { get; private set; }

    /// <summary>«Сквер на ул. Садовой», as the card was called then.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Order in the route, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>When they come there; <c>null</c> where no hour is named.</summary>
    public TimeOnly? At { get; private set; }

    /// <summary>Where it is: that of the card until another is written.</summary>
    public string? Address { get; private set; }

    /// <summary>«Что показывают и кто встречает».</summary>
    public string? Note { get; private set; }

    public string? Clock => At?.ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture);

    internal void Stand(int position) => Position = position;

    /// <summary>Says when and where they stop.</summary>
    /// <param name="time">That of the event: a stop lies within it.</param>
    public void Stop(string? at, string? address, string? note, EventTime time)
    {
        const string not = "Маршрут не сохранён";
        var clock = EventTime.Read(at);
        if (clock is null && !string.IsNullOrWhiteSpace(at)) throw new Refusal(not, $"«{Name}»: «{at}» не похоже на время", "Впишите часы и минуты: «10:30»") { Field = "at" };
        if (clock is { } hour && time.Day == time.LastDay && (hour < TimeOnly.FromDateTime(time.From) || hour > TimeOnly.FromDateTime(time.Until)))
            throw new Refusal(not, $"«{Name}»: {at} не входит во время события, {time.Hours}", "Исправьте час остановки или время события") { Field = "at" };
        (At, Address, Note) = (clock, Clean(address), Clean(note));
    }

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    internal static void Map(ModelBuilder model) => model.Entity<EventObject>(about =>
    {
        about.ToTable("event_objects").HasKey(o => new { o.EventId, o.ObjectId });
        about.Ignore(o => o.Clock);
        about.Property(o => o.At).HasColumnName("at_time");
        about.HasOne<Event>().WithMany().HasForeignKey(o => o.EventId).OnDelete(DeleteBehavior.Restrict);
        about.HasOne<RegistryObject>().WithMany().HasForeignKey(o => o.ObjectId).OnDelete(DeleteBehavior.Restrict);
        about.HasIndex(o => o.ObjectId);
    });
}

public static class EventObjectSets
{
    extension(VekhaDb db)
    {
        public DbSet<EventObject> EventObjects => db.Set<EventObject>();
    }
}

/// <summary>A card that an event may be about.</summary>
/// <param name="About">«инициативный проект № 2, г. Светлоград».</param>
public sealed record CardChoice(Guid Id, string Name, string About);

/// <summary>«О каких объектах»: finds cards for an event and keeps those that were chosen.</summary>
public sealed class EventCards(VekhaDb db)
{
    /// <summary>More cards than this nobody visits on one day.</summary>
    public const int Most = 30;

    private const int Shown = 20;

    /// <summary>What an event is about, in the order of the route.</summary>
    public Task<List<EventObject>> Of(Guid happening) => db.EventObjects.AsNoTracking().Where(o => o.EventId == happening).OrderBy(o => o.Position).ToListAsync();

    /// <summary>Confirmed cards of the programme whose name, territory or address hold the words; a number finds its card.</summary>
    public Task<IReadOnlyList<CardChoice>> Find(Guid programme, string? words)
    {
        var cards = db.RegistryObjects.AsNoTracking().Standing().Where(o => o.ProgrammeId == programme);
        foreach (var word in RegistryObject.Plain(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
            cards = int.TryParse(word.TrimStart('№'), out var number) ? cards.Where(o => o.Number == number || o.Words.Contains(word)) : cards.Where(o => o.Words.Contains(word));
        return Choices(cards.OrderBy(o => o.Name).Take(Shown));
    }

    /// <summary>The cards with these keys, in their order; what is not of the programme is not among them.</summary>
    public async Task<IReadOnlyList<CardChoice>> Named(Guid programme, IReadOnlyList<Guid> ids)
    {
        if (ids.Count == 0) return [];
        var found = (await Choices(db.RegistryObjects.AsNoTracking().Where(o => o.ProgrammeId == programme && o.ConfirmedOn != null && ids.Contains(o.Id)))).ToDictionary(c => c.Id);
        return [.. ids.Distinct().Where(found.ContainsKey).Select(i => found[i])];
    }

    /// <summary>Binds the event to cards; those that stay keep their hour. The caller saves.</summary>
    public async Task Bind(Event happening, IReadOnlyList<Guid> ids)
    {
        const string not = "Событие не сохранено";
        if (ids.Count > Most) throw new Refusal(not, $"Объектов больше {Most}", "Разделите событие на несколько") { Field = "Card" };
        var cards = await db.RegistryObjects.AsNoTracking().Where(o => o.ProgrammeId == happening.ProgrammeId && o.ConfirmedOn != null && ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id);
        if (ids.FirstOrDefault(i => !cards.ContainsKey(i)) is var strange && strange != Guid.Empty) throw new Refusal(not, "Такой карточки в программе нет", "Выберите объект из найденных") { Field = "Card" };
        var known = await db.EventObjects.Where(o => o.EventId == happening.Id).OrderBy(o => o.Position).ToListAsync();
        db.RemoveRange(known.Where(k => !ids.Contains(k.ObjectId)));
        var kept = known.Where(k => ids.Contains(k.ObjectId)).ToList();
        foreach (var (about, i) in kept.Select((k, i) => (k, i + 1))) about.Stand(i);
        var position = kept.Count;
        foreach (var id in ids.Distinct().Where(i => kept.TrueForAll(k => k.ObjectId != i))) db.Add(new EventObject(happening.Id, cards[id], ++position));
    }

    private async Task<IReadOnlyList<CardChoice>> Choices(IQueryable<RegistryObject> cards)
    {
        var registries = db.Registries;
        var rows = await cards.Select(o => new { o.Id, o.Name, o.Number, o.Territory, Registry = registries.Where(r => r.Id == o.RegistryId).Select(r => r.Title).First() }).ToListAsync();
        return [.. rows.Select(r => new CardChoice(r.Id, r.Name, $"{r.Registry}, № {r.Number}, {r.Territory}"))];
    }
}
