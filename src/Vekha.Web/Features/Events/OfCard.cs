using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Registries;

namespace Vekha.Web.Features.Events;

/// <summary>An event as the card of an object shows it.</summary>
/// <param name="Stop">«10:30, ул. Мира, 5» of a route; empty for the rest.</param>
public sealed record CardEventLine(Guid Id, string Kind, string Title, EventTime Time, EventState State, string Place, int? Present, string Stop);

/// <summary>What the card of a registry shows of this feature: its events, those of cards merged into it as well.</summary>
public sealed record OfCard(Guid ObjectId, Guid ProgrammeId, string ObjectName, IReadOnlyList<CardEventLine> Events, bool MayPrepare)
{
    private const int Shown = 30;

    internal static async Task<object?> Load(HttpContext http, Guid id)
    {
        var services = http.RequestServices;
        var (db, access) = (services.GetRequiredService<VekhaDb>(), services.GetRequiredService<EventAccess>());
        if (await db.RegistryObjects.AsNoTracking().Where(o => o.Id == id).Select(o => new { o.ProgrammeId, o.Name, o.ConfirmedOn, o.MergedIntoId }).SingleOrDefaultAsync() is not { } card) return null;
        var events = await Lines(db, await access.Seen(), id);
        var may = card is { ConfirmedOn: not null, MergedIntoId: null } && (await access.MayKeep(card.ProgrammeId) || await (await access.OwnUnits()).AnyAsync());
        return events.Count == 0 && !may ? null : new OfCard(id, card.ProgrammeId, card.Name, events, may);
    }

    /// <summary>For guests: only published events, never those that are only being prepared.</summary>
    internal static async Task<object?> LoadPublic(HttpContext http, Guid id)
    {
        var services = http.RequestServices;
        var events = await Lines(services.GetRequiredService<VekhaDb>(), services.GetRequiredService<Portal.PublicEvents>().Open(), id);
        return events.Count == 0 ? null : events;
    }

    private static async Task<IReadOnlyList<CardEventLine>> Lines(VekhaDb db, IQueryable<Event> seen, Guid id)
    {
        var (abouts, cards) = (db.EventObjects, db.RegistryObjects);
        var rows = await abouts.AsNoTracking().Where(o => o.ObjectId == id || cards.Any(c => c.Id == o.ObjectId && c.MergedIntoId == id))
            .Join(seen.AsNoTracking(), o => o.EventId, e => e.Id, (o, e) => new { About = o, Event = e }).OrderByDescending(x => x.Event.StartsAt).Take(Shown).ToListAsync();
        return [.. rows.DistinctBy(r => r.Event.Id).Select(r => new CardEventLine(r.Event.Id, r.Event.Kind, r.Event.Title, r.Event.Time, r.Event.State, r.Event.Place, r.Event.Present,
            r.Event.IsOnRoute ? string.Join(", ", new[] { r.About.Clock, r.About.Address }.OfType<string>()) : ""))];
    }
}
