using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>Saves events with what they hold: a crew, a hall, a collective, a person is never at two events at once.</summary>
public sealed class EventDesk(VekhaDb db)
{
    /// <summary>
    /// Books what the events need and saves everything in one transaction. The lock on the row of the programme makes the
    /// second of two simultaneous saves wait and see the booking of the first.
    /// </summary>
    /// <param name="events">New or changed, tracked.</param>
    /// <param name="resources">What each of them needs; <c>null</c> leaves what is booked.</param>
    /// <param name="along">What else belongs to the same transaction.</param>
    /// <exception cref="Refusal">Something is taken: says what, by whom and when.</exception>
    public async Task Save(Guid programme, IReadOnlyCollection<Event> events, IReadOnlyCollection<Guid>? resources = null, Func<Task>? along = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Programmes.Where(p => p.Id == programme).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsPublic, x => x.IsPublic));
        await Book(programme, events, resources);
        if (along is not null) await along();
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private async Task Book(Guid programme, IReadOnlyCollection<Event> events, IReadOnlyCollection<Guid>? resources)
    {
        Guid[] ids = [.. events.Select(e => e.Id)];
        var booked = (await db.EventBookings.Where(b => ids.Contains(b.EventId)).ToListAsync()).ToLookup(b => b.EventId);
        var known = resources is null ? null : (await db.EventResources.AsNoTracking().Where(r => r.ProgrammeId == programme && resources.Contains(r.Id)).Select(r => r.Id).ToListAsync()).ToHashSet();
        List<EventBooking> wanted = [];
        foreach (var happening in events)
        {
            var kept = booked[happening.Id].Where(b => known is null || known.Contains(b.ResourceId)).ToList();
            db.RemoveRange(booked[happening.Id].Except(kept));
            foreach (var booking in kept) booking.Follow(happening);
            var added = (known ?? []).Except(kept.Select(b => b.ResourceId)).Select(r => new EventBooking(happening, r)).ToList();
            db.AddRange(added);
            wanted.AddRange([.. kept, .. added]);
        }
        await MustBeFree(events, wanted.Where(b => b.IsHeld).ToList());
    }

    private async Task MustBeFree(IReadOnlyCollection<Event> events, List<EventBooking> wanted)
    {
        if (wanted.Count == 0) return;
        Guid[] ids = [.. events.Select(e => e.Id)], resources = [.. wanted.Select(w => w.ResourceId).Distinct()];
        var (first, last) = (wanted.Min(w => w.StartsAt), wanted.Max(w => w.EndsAt));
        var taken = await db.EventBookings.AsNoTracking().Where(b => resources.Contains(b.ResourceId) && b.IsHeld && b.StartsAt < last && b.EndsAt > first && !ids.Contains(b.EventId)).ToListAsync();
        var busy = taken.Concat(wanted).ToLookup(b => b.ResourceId);
        var clashes = wanted.SelectMany(w => busy[w.ResourceId].Where(b => b.EventId != w.EventId && b.StartsAt < w.EndsAt && w.StartsAt < b.EndsAt), (w, b) => (Wanted: w, Busy: b)).Take(5).ToList();
        if (clashes.Count == 0) return;
        Guid[] others = [.. clashes.Select(c => c.Busy.EventId)], held = [.. clashes.Select(c => c.Wanted.ResourceId)];
        var names = await db.EventResources.AsNoTracking().Where(r => held.Contains(r.Id)).ToDictionaryAsync(r => r.Id);
        var stored = await db.Events.AsNoTracking().Where(e => others.Contains(e.Id)).ToListAsync();
        var with = events.Concat(stored).DistinctBy(e => e.Id).ToDictionary(e => e.Id);
        throw new Refusal("Событие не сохранено", string.Join("; ", clashes.Select(c => Words(names[c.Wanted.ResourceId], with[c.Busy.EventId])).Distinct()),
            "Выберите другое время, другую группу или зал") { Field = "Resource" };
    }

    // «Съёмочная группа № 1» занята: «Съёмка интервью», 22.10.2020, 10:00–12:00
    private static string Words(EventResource resource, Event other) =>
        $"{Ru.Capital(EventResource.Word(resource.Kind))} «{resource.Name}» в это время на другом событии: «{other.Title}», {other.Time.Digits}";
}
