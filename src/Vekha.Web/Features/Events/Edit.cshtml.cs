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
public sealed class EditModel(VekhaDb db, EventAccess access, PlanAccess plans, EventDesk desk, Registrar registrar, EventCards cards, Journal journal, Saying say) : PageModel, IShowsAgain
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

    /// <summary>Cards of registries that the event is about, in the order chosen.</summary>
    [BindProperty]
    public List<Guid> Card { get; set; } = [];

    /// <summary>What card is looked for.</summary>
    [BindProperty]
    public string? Find { get; set; }

    private bool isMoved;

    public IReadOnlyList<CardChoice> Chosen { get; private set; } = [];
    public IReadOnlyList<CardChoice> Found { get; private set; } = [];
    public bool IsSearched { get; private set; }

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
            Card = [.. (await cards.Of(Happening.Id)).Select(o => o.ObjectId)];
        }
        else (Input.MeasureId, Input.ObjectName, Input.Day, Card) = (measure, @object is null ? name : null, day, @object is { } one ? [one] : []);
        await Choose();
        if (Input.UnitId is null && Programme is not null && Choices.Units.Count == 1) Input.UnitId = Guid.Parse(Choices.Units[0].Value);
        return Page();
    }

    /// <summary>«Найти»: what is typed stays, cards that fit are offered.</summary>
    public async Task<IActionResult> OnPostFind()
    {
        if (!await Load() || Programme is null) return NotFound();
        await Choose();
        (IsSearched, Found) = (true, [.. (await cards.Find(Programme.Id, Find)).Where(c => !Card.Contains(c.Id))]);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load() || Programme is null) return NotFound();
        Choices.MustHold(Input);
        var time = EventTime.Of(Input.Day, Input.From, Input.LastDay, Input.Until, Happening?.ZoneId ?? await ZoneOf());
        await Choose();
        var terms = Input.Terms(time, Choices.PlanOf(Input.MeasureId), Chosen);
        var happening = Happening is null ? new Event(Programme, terms) : Change(Happening, time, terms);
        if (Happening is null) db.Add(happening);
        await cards.Bind(happening, Card);
        journal.Write(Happening is null ? "событие заведено" : "событие изменено", "event", happening.Id, Input.Ground, after: new { happening.Title, Когда = happening.Time.Digits, Где = happening.Place });
        if (isMoved) await registrar.TellAll(happening, Telling.Moved, happening.Changes[^1].Id);
        await desk.Save(Programme.Id, [happening], Resource, Happening is null ? null : () => registrar.Resize(happening, Input.Places));
        say.Done(Happening is null ? "Событие заведено. Пока оно задумано, его видят только те, кто его готовит." : "Событие сохранено.");
        return Redirect($"/desk/events/event/{happening.Id}");
    }

    public async Task ShowAgain()
    {
        if (await Load()) await Choose();
    }

    private async Task Choose()
    {
        if (Programme is not null) Chosen = await cards.Named(Programme.Id, Card);
    }

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
