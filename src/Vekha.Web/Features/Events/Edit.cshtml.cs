using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>«Новое событие» and its editing: what, when, where, who and what is held for it.</summary>
public sealed class EditModel(VekhaDb db, EventAccess access, PlanAccess plans, EventDesk desk, Registrar registrar, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? ProgrammeId { get; set; }

    [BindProperty]
    public EventInput Input { get; set; } = new();

    /// <summary>Crews, halls, collectives, people that the event needs.</summary>
    [BindProperty]
    public List<Guid> Resource { get; set; } = [];

    private bool isMoved;

    public Event? Happening { get; private set; }
    public Programme? Programme { get; private set; }
    public IReadOnlyList<Programme> Programmes { get; private set; } = [];
    public EventChoices Choices { get; private set; } = null!;

    public IEnumerable<SelectListItem> Forms => Enum.GetValues<EventForm>().Select(f => new SelectListItem(f.Word(), f.ToString()));
    public IEnumerable<SelectListItem> Modes => Enum.GetValues<RegistrationMode>().Select(m => new SelectListItem(m.Word(), m.ToString()));

    /// <param name="measure">From the card of a measure.</param>
    /// <param name="object">From a card of a registry, with its name.</param>
    /// <param name="day">From the calendar.</param>
    public async Task<IActionResult> OnGet(Guid? measure, Guid? @object, string? name, DateOnly? day)
    {
        if (!await Load()) return NotFound();
        if (Happening is not null)
        {
            Input = EventInput.Of(Happening);
            Resource = await db.EventBookings.Where(b => b.EventId == Id).Select(b => b.ResourceId).ToListAsync();
        }
        else (Input.MeasureId, Input.ObjectId, Input.ObjectName, Input.Day) = (measure, @object, name, day);
        if (Input.UnitId is null && Programme is not null && Choices.Units.Count == 1) Input.UnitId = Guid.Parse(Choices.Units[0].Value);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load() || Programme is null) return NotFound();
        Choices.MustHold(Input);
        var time = EventTime.Of(Input.Day, Input.From, Input.LastDay, Input.Until, Happening?.ZoneId ?? await ZoneOf());
        var terms = Input.Terms(time, Choices.PlanOf(Input.MeasureId));
        var happening = Happening is null ? new Event(Programme, terms) : Change(Happening, time, terms);
        if (Happening is null) db.Add(happening);
        journal.Write(Happening is null ? "событие заведено" : "событие изменено", "event", happening.Id, Input.Ground, after: new { happening.Title, Когда = happening.Time.Digits, Где = happening.Place });
        if (isMoved) await registrar.TellAll(happening, Telling.Moved, happening.Changes[^1].Id);
        await desk.Save(Programme.Id, [happening], Resource, Happening is null ? null : () => registrar.Resize(happening, Input.Places));
        say.Done(Happening is null ? "Событие заведено. Пока оно задумано, его видят только те, кто его готовит." : "Событие сохранено.");
        return Redirect($"/desk/events/event/{happening.Id}");
    }

    public Task ShowAgain() => Load();

    private Event Change(Event happening, EventTime time, EventTerms terms)
    {
        db.Expect(happening, Input.Version);
        if (happening.State == EventState.Appointed && time != happening.Time)
        {
            happening.Move(time, access.Decision(Programme!, Input.Ground));
            db.Add(happening.Changes[^1]);
            isMoved = true;
        }
        happening.Describe(terms);
        // What is booked lies in a table of its own, yet two people must not change one event unseen.
        db.Entry(happening).Property(e => e.Title).IsModified = true;
        return happening;
    }

    private async Task<string> ZoneOf() => await db.ZoneOf(Input.TerritoryId ?? Input.UnitId!.Value) ?? Programme!.Policy.TimeZoneId;

    private async Task<bool> Load()
    {
        if (Id is { } id)
        {
            if (await access.FindOwn(id) is not { IsAhead: true } found) return false;
            (Happening, ProgrammeId) = (found, found.ProgrammeId);
        }
        Programmes = await access.Programmes();
        Programme = Programmes.FirstOrDefault(p => p.Id == ProgrammeId) ?? (ProgrammeId is null && Programmes.Count == 1 ? Programmes[0] : null);
        if (Programme is null) return ProgrammeId is null;
        Choices = await EventChoices.Load(db, access, plans, Programme, Happening?.UnitId, Happening?.TerritoryId);
        return Choices.Units.Count > 0;
    }
}
