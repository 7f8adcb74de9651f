using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Events;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>«Серия»: made at once from days and sites, then shown and changed together; each event keeps a life of its own.</summary>
public sealed class SeriesModel(VekhaDb db, EventAccess access, PlanAccess plans, EventDesk desk, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? ProgrammeId { get; set; }

    [BindProperty]
    public SeriesInput Input { get; set; } = new();

    /// <summary>Sites that hold the events.</summary>
    [BindProperty]
    public List<Guid> Site { get; set; } = [];

    public EventSeries? Series { get; private set; }
    public Programme? Programme { get; private set; }
    public IReadOnlyList<Programme> Programmes { get; private set; } = [];
    public EventChoices Choices { get; private set; } = null!;
    public IReadOnlyList<EventLine> Lines { get; private set; } = [];
    public EventNorm? Norm { get; private set; }
    public IEnumerable<SelectListItem> Forms => Enum.GetValues<EventForm>().Select(f => new SelectListItem(f.Word(), f.ToString()));
    public IEnumerable<SelectListItem> Modes => Enum.GetValues<RegistrationMode>().Select(m => new SelectListItem(m.Word(), m.ToString()));

    public async Task<IActionResult> OnGet(Guid? measure)
    {
        if (!await Load()) return NotFound();
        Input.MeasureId = measure;
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        const string not = "Серия не создана";
        if (!await Load() || Programme is null || Series is not null) return NotFound();
        var read = SeriesDays.Read(Input.Days);
        if (read.Problems.Count > 0) throw new Refusal(not, $"Не понятно: «{string.Join("», «", read.Problems)}»", "Впишите дни через запятую или правило: «каждый четверг с 05.03.2020 по 28.05.2020»") { Field = "Input.Days" };
        if (read.Days.Count == 0) throw new Refusal(not, "Не указано ни одного дня", "Впишите дни через запятую или правило") { Field = "Input.Days" };
        if (Site.Count == 0) throw new Refusal(not, "Не выбрано ни одной площадки", "Отметьте, кто проводит события") { Field = "Site" };
        var pairs = Pairs(read.Days, Site.Distinct().ToList());
        if (pairs.Count > SeriesDays.Most) throw new Refusal(not, $"Получилось {Ru.Count(pairs.Count, "событие", "события", "событий")}", $"В одной серии до {SeriesDays.Most}: разделите её") { Field = "Input.Days" };
        var series = new EventSeries(Programme, Input.Title ?? "", Input.MeasureId);
        db.Add(series);
        var events = new List<Event>();
        var zones = await db.ZonesOf(Site);
        foreach (var (day, site) in pairs) events.Add(Make(day, site, zones.GetValueOrDefault(site) ?? Programme.Policy.TimeZoneId).In(series, events.Count + 1));
        db.AddRange(events);
        journal.Write("серия событий создана", "event-series", series.Id, after: new { series.Title, Событий = events.Count });
        await desk.Save(Programme.Id, events);
        say.Done($"Создано {Ru.Count(events.Count, "событие", "события", "событий")}. Впишите каждому место, потом назначьте.");
        return Redirect($"/desk/events/series/{series.Id}");
    }

    /// <summary>«Изменить вместе»: hours, places, registration of the chosen ones; an empty field leaves each as it is.</summary>
    public async Task<IActionResult> OnPostTogether(List<Guid> chosen, string? from, string? until, string? venue, RegistrationMode? mode, int? places, string? ground, [FromServices] Registrar registrar)
    {
        if (!await Load() || Series is null) return NotFound();
        var events = await Chosen(chosen);
        foreach (var happening in events)
        {
            var time = Hours(happening.Time, from, until);
            if (happening.State == EventState.Appointed && time != happening.Time)
            {
                happening.Move(time, access.Decision(Programme!, ground));
                db.Add(happening.Changes[^1]);
                await registrar.TellAll(happening, Telling.Moved, happening.Changes[^1].Id);
            }
            happening.Describe(EventInput.Of(happening).Terms(time, happening.PlanId, []) with { ObjectId = happening.ObjectId, ObjectName = happening.ObjectName, IsOnRoute = happening.IsOnRoute, Venue = string.IsNullOrWhiteSpace(venue) ? happening.Venue : venue, Mode = mode ?? happening.Mode });
            db.Entry(happening).Property(e => e.Title).IsModified = true;
        }
        journal.Write("события серии изменены вместе", "event-series", Series.Id, ground, after: new { Событий = events.Count, Начало = from, Окончание = until, Место = venue, Мест = places });
        await desk.Save(Programme!.Id, events, null, places is null ? null : async () => { foreach (var happening in events) await registrar.Resize(happening, places); });
        say.Done($"Изменено {Ru.Count(events.Count, "событие", "события", "событий")}.");
        return Redirect($"/desk/events/series/{Series.Id}");
    }

    public async Task<IActionResult> OnPostAppoint(List<Guid> chosen)
    {
        if (!await Load() || Series is null) return NotFound();
        var events = (await Chosen(chosen)).Where(e => e.State == EventState.Conceived).ToList();
        if (events.Count == 0) throw new Refusal("События не назначены", "Среди выбранных все уже назначены", "Отметьте задуманные");
        foreach (var happening in events)
        {
            happening.Appoint(access.Decision(Programme!, null));
            db.Add(happening.Changes[^1]);
            journal.Write("событие: назначено", "event", happening.Id);
        }
        await desk.Save(Programme!.Id, events);
        say.Done($"Назначено {Ru.Count(events.Count, "событие", "события", "событий")}.");
        return Redirect($"/desk/events/series/{Series.Id}");
    }

    public Task ShowAgain() => Load();

    private List<(DateOnly Day, Guid Site)> Pairs(IReadOnlyList<DateOnly> days, List<Guid> sites) => Input.EachOnEveryDay
        ? [.. sites.SelectMany(s => days.Select(d => (d, s)))] : [.. days.Select((d, i) => (d, sites[i % sites.Count]))];

    private Event Make(DateOnly day, Guid site, string zone)
    {
        var one = new EventInput { Kind = Input.Kind, Title = Input.Title, UnitId = site, MeasureId = Input.MeasureId, Form = Input.Form, Mode = Input.Mode, Places = Input.Places, About = Input.About, IsPublic = Input.IsPublic };
        Choices.MustHold(one);
        return new(Programme!, one.Terms(EventTime.Of(day, Input.From, null, Input.Until, zone), Choices.PlanOf(Input.MeasureId), []));
    }

    private static EventTime Hours(EventTime time, string? from, string? until) => string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(until) ? time
        : EventTime.Of(time.Day, string.IsNullOrWhiteSpace(from) ? EventTime.Clock(time.From) : from, time.LastDay, string.IsNullOrWhiteSpace(until) ? EventTime.Clock(time.Until) : until, time.ZoneId);

    private async Task<List<Event>> Chosen(List<Guid> chosen)
    {
        if (chosen.Count == 0) throw new Refusal("События не изменены", "Ни одно не отмечено", "Отметьте события в списке");
        var (own, all) = (await access.OwnUnits(), await access.MayKeep(Programme!.Id));
        var events = await db.Events.Include(e => e.Seats).Include(e => e.Changes).Where(e => e.SeriesId == Id && chosen.Contains(e.Id) && (all || own.Contains(e.UnitId))).OrderBy(e => e.SeriesNumber).AsSplitQuery().ToListAsync();
        return events.Count == chosen.Distinct().Count() ? events : throw new Refusal("События не изменены", "Часть отмеченных готовит другое подразделение", "Оставьте отмеченными только свои");
    }

    private async Task<bool> Load()
    {
        if (Id is { } id)
        {
            var seen = await access.Seen();
            if (await db.EventSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && seen.Any(e => e.SeriesId == id)) is not { } series) return false;
            (Series, ProgrammeId) = (series, series.ProgrammeId);
            Programme = await access.ProgrammeOf(series.ProgrammeId);
            Lines = await EventLine.Load(seen.Where(e => e.SeriesId == id).OrderBy(e => e.StartsAt).ThenBy(e => e.SeriesNumber), db);
            if (Lines.Count > 0) Norm = await EventNorm.Of(db, series.ProgrammeId, series.MeasureId, Lines[0].Kind);
            return true;
        }
        Programmes = await access.Programmes();
        Programme = Programmes.FirstOrDefault(p => p.Id == ProgrammeId) ?? (ProgrammeId is null && Programmes.Count == 1 ? Programmes[0] : null);
        if (Programme is null) return ProgrammeId is null;
        Choices = await EventChoices.Load(db, access, plans, Programme);
        return Choices.Units.Count > 0;
    }
}
