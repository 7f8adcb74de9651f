using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;

namespace Vekha.Web.Features.Events;

/// <summary>What a person chose to see; lives in the address.</summary>
public sealed class EventFilter
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [FromQuery(Name = "state")]
    public EventState? State { get; set; }

    [FromQuery(Name = "series")]
    public Guid? Series { get; set; }

    /// <summary>A crew, a hall: whose timetable is shown.</summary>
    [FromQuery(Name = "resource")]
    public Guid? Resource { get; set; }

    /// <summary>Only events of one's own units.</summary>
    [FromQuery(Name = "mine")]
    public bool Mine { get; set; }

    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    public bool IsSet => Programme is not null || !string.IsNullOrEmpty(Kind) || State is not null || Series is not null || Resource is not null || Mine || !string.IsNullOrWhiteSpace(Words);

    public async Task<IQueryable<Event>> Of(IQueryable<Event> seen, EventAccess access, VekhaDb db)
    {
        if (Programme is { } programme) seen = seen.Where(e => e.ProgrammeId == programme);
        if (!string.IsNullOrEmpty(Kind)) seen = seen.Where(e => e.Kind == Kind);
        if (State is { } state) seen = seen.Where(e => e.State == state);
        if (Series is { } series) seen = seen.Where(e => e.SeriesId == series);
        var bookings = db.EventBookings;
        if (Resource is { } resource) seen = seen.Where(e => bookings.Any(b => b.ResourceId == resource && b.EventId == e.Id));
        if (Mine)
        {
            var own = await access.OwnUnits();
            seen = seen.Where(e => own.Contains(e.UnitId));
        }
        foreach (var word in (Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // SQLite compares only Latin letters without case.
            var (small, capital) = (word.ToLowerInvariant(), Vekha.Wording.Ru.Capital(word.ToLowerInvariant()));
            seen = seen.Where(e => e.Title.Contains(word) || e.Title.Contains(small) || e.Title.Contains(capital) || (e.Venue != null && (e.Venue.Contains(word) || e.Venue.Contains(capital))) || (e.ObjectName != null && (e.ObjectName.Contains(word) || e.ObjectName.Contains(capital))));
        }
        return seen;
    }
}

/// <summary>One event in a list or a calendar.</summary>
public sealed record EventLine(Guid Id, string Kind, string Title, string UnitName, EventTime Time, EventState State, EventForm Form, string Place, int? Places, int Taken, int Waiting, int? Present, bool WasMoved)
{
    public static async Task<List<EventLine>> Load(IQueryable<Event> events, VekhaDb db)
    {
        var units = db.Organisations;
        var rows = await events.AsNoTracking().Include(e => e.Seats).Select(e => new
        {
            Event = e, e.Seats, Unit = units.Where(u => u.Id == e.UnitId).Select(u => u.ShortName).First(),
            Moved = e.Changes.Any(c => c.Kind == EventChangeKind.Moved),
        }).ToListAsync();
        return [.. rows.Select(r => new EventLine(r.Event.Id, r.Event.Kind, r.Event.Title, r.Unit, r.Event.Time, r.Event.State, r.Event.Form, r.Event.Place, r.Seats.Places, r.Seats.Taken, r.Seats.Waiting, r.Event.Present, r.Moved))];
    }
}
