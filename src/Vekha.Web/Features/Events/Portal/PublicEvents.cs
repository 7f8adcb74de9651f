using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Events.Portal;

/// <summary>What a guest may see: published events of published programmes, never those that are only being prepared.</summary>
public sealed class PublicEvents(VekhaDb db, TimeProvider time)
{
    public IQueryable<Event> Open()
    {
        var programmes = db.Programmes;
        return db.Events.Where(e => e.IsPublic && e.State != EventState.Conceived && programmes.Any(p => p.Id == e.ProgrammeId && p.IsPublic));
    }

    /// <summary>Those of one programme whose day has not passed, by its own calendar.</summary>
    public async Task<IReadOnlyList<Programme>> Programmes() =>
        await db.Programmes.AsNoTracking().Where(p => p.IsPublic && Open().Any(e => e.ProgrammeId == p.Id)).OrderBy(p => p.Name).ToListAsync();

    public async Task<(Event Happening, Programme Programme)?> Find(Guid id) =>
        await Open().AsNoTracking().Include(e => e.Seats).Include(e => e.Changes.OrderBy(c => c.At)).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id) is { } found
            ? (found, await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == found.ProgrammeId)) : null;

    public DateOnly Today(Programme programme) => programme.Today(time.GetUtcNow());

    /// <summary>Whether one can still register: appointed, by registration ahead, and not begun.</summary>
    public bool TakesPeople(Event e, Programme programme) => e is { State: EventState.Appointed, Mode: RegistrationMode.Ahead }
        && (programme.ShownOn is { } shown ? e.Day >= shown : e.StartsAt > time.GetUtcNow());
}
