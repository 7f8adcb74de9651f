using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>The card of an event: when, where, who; what was decided; and where its papers and lists are.</summary>
public sealed class EventModel(VekhaDb db, EventAccess access, EventActs acts, EventCards cards, EventFacts facts, Sections sections, Saying say, PageDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Event Happening { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public string UnitName { get; private set; } = "";
    public string TerritoryName { get; private set; } = "";
    public Measure? Measure { get; private set; }
    public EventSeries? Series { get; private set; }
    public bool MayRun { get; private set; }
    public IReadOnlyList<EventResource> Resources { get; private set; } = [];
    public IReadOnlyList<EventItem> Items { get; private set; } = [];
    /// <summary>People and the children with them whose coming was marked at the door.</summary>
    public int CheckedIn { get; private set; }
    public EventNorm? Norm { get; private set; }
    /// <summary>Cards it is about, in the order of the route.</summary>
    public IReadOnlyList<EventObject> Stops { get; private set; } = [];

    /// <summary>Something alike that is recorded already, while this one waits to be marked as held.</summary>
    public Fact? Alike { get; private set; }

    /// <summary>What later features show here.</summary>
    public IReadOnlyList<(string View, object Model)> Sections { get; private set; } = [];
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (await access.Find(Id) is not { } found) return NotFound();
        Happening = found;
        MayRun = await access.MayRun(found);
        Programme = await access.ProgrammeOf(found.ProgrammeId);
        day.Of(Programme.ShownOn, found.ZoneId);
        var names = await db.Organisations.AsNoTracking().Where(o => o.Id == found.UnitId || o.Id == found.TerritoryId).ToDictionaryAsync(o => o.Id);
        (UnitName, TerritoryName) = (names[found.UnitId].ShortName, names[found.TerritoryId].Territory ?? names[found.TerritoryId].ShortName);
        if (found.MeasureId is { } measure) Measure = await db.Measures.AsNoTracking().SingleAsync(m => m.Id == measure);
        if (found.SeriesId is { } series) Series = await db.EventSeries.AsNoTracking().SingleAsync(s => s.Id == series);
        var booked = db.EventBookings.Where(b => b.EventId == Id);
        Resources = await db.EventResources.AsNoTracking().Where(r => booked.Any(b => b.ResourceId == r.Id)).OrderBy(r => r.Kind).ThenBy(r => r.Name).ToListAsync();
        Norm = await EventNorm.Of(db, found.ProgrammeId, found.MeasureId, found.Kind);
        Items = await db.EventItems.AsNoTracking().Where(i => i.EventId == Id).OrderBy(i => i.Position).ToListAsync();
        Stops = await cards.Of(Id);
        Sections = await sections.Of("event", HttpContext, Id);
        if (MayRun && found.State == EventState.Appointed) Alike = await facts.Alike(found);
        if (MayRun) CheckedIn = await db.Registrations.Where(r => r.EventId == Id && r.CheckedInAt != null).SumAsync(r => r.Seats);
        if (MayRun) Entries = await db.Journal.Where(e => e.Subject == "event" && e.SubjectId == Id).OrderByDescending(e => e.Id).Take(30).ToListAsync();
        return Page();
    }

    public Task<IActionResult> OnPostAppoint(int version) => Decide(version, null, "Событие назначено.", (e, d) => e.Appoint(d));

    public Task<IActionResult> OnPostCancel(int version, string? ground) => Decide(version, ground, "Событие отменено.", (e, d) => e.Cancel(d));

    /// <param name="despite">Something alike is recorded already and this is another event.</param>
    public Task<IActionResult> OnPostHold(int version, int? present, string? from, bool despite) =>
        Decide(version, null, "Событие проведено и засчитано.", (e, d) => e.Hold(present, from, d), despite);

    public Task<IActionResult> OnPostRecount(int version, int? present, string? from, string? ground) =>
        Decide(version, ground, "Число участников уточнено.", (e, d) => e.Recount(present, from, d));

    public Task<IActionResult> OnPostReopen(int version, string? ground) => Decide(version, ground, "Отметка о проведении снята.", (e, d) => e.Reopen(d));

    private async Task<IActionResult> Decide(int version, string? ground, string said, Action<Event, EventDecision> verb, bool despite = false)
    {
        if (await access.FindOwn(Id) is not { } found) return NotFound();
        db.Expect(found, version);
        var programme = await access.ProgrammeOf(found.ProgrammeId);
        await acts.Do(found, e => verb(e, access.Decision(programme, ground)), despite);
        say.Done(said);
        return Redirect($"/desk/events/event/{Id}");
    }
}
