using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Events;

/// <summary>A centre with two regional sites and an approved plan in which the sites hold seminars.</summary>
public sealed class EventProject
{
    public required VekhaApp App { get; init; }
    public required Organisation Centre { get; init; }
    public required Organisation Tomsk { get; init; }
    public required Organisation Kursk { get; init; }
    public required Programme Programme { get; init; }
    public required Plan Plan { get; init; }

    public Measure Seminars => Plan.Measures.Single();

    public static async Task<EventProject> Approve(VekhaApp app, DateTimeOffset? now = null)
    {
        if (now is { } moment) app.Clock.Set(moment);
        var centre = await app.Unit();
        var (tomsk, kursk) = (await app.Unit(under: centre), await app.Unit(under: centre));
        var programme = new Programme("Ресурсная среда", centre.Id, "Российская Федерация", DeadlinePolicy.Municipal) { IsPublic = true };
        var plan = new Plan(programme.Id, "План мероприятий", new DateRange(new(2020, 3, 1), new(2020, 12, 31)));
        plan.Row(null, "2", "Семинары по лучшим практикам", "с 01.03.2020 по 15.11.2020", new Deadline.During(new(2020, 3, 1), new(2020, 11, 15)), tomsk, kursk);
        await app.Approve(programme, plan, new(2020, 2, 25), "Курбатова Лариса Михайловна", "Директор");
        return new() { App = app, Centre = centre, Tomsk = tomsk, Kursk = kursk, Programme = programme, Plan = plan };
    }

    /// <summary>Fills the form of a new event as a person does.</summary>
    public async Task<Page> Prepare(Visitor who, string title, Organisation unit, string day, string from, string until, params (string Field, string Value)[] more)
    {
        var form = (await who.Open($"/desk/events/edit?programme={Programme.Id}&measure={Seminars.Id}")).Form("Завести событие")
            .Set("Title", title).Set("UnitId", unit.Id.ToString()).Set("Day", day).Set("From", from).Set("Until", until).Set("Venue", "Дом дружбы, большой зал");
        foreach (var (field, value) in more)
        {
            if (field == "Resource") form.Add(field, value);
            else form.Set(field, value);
        }
        return await form.Submit();
    }

    /// <summary>An event that stands in the calendar, without the forms.</summary>
    public async Task<Event> Appointed(string title, EventTime time, int? places = null, RegistrationMode mode = RegistrationMode.Ahead, Organisation? unit = null)
    {
        var made = new Event(Programme, new() { Kind = "семинар", Title = title, UnitId = (unit ?? Tomsk).Id, Time = time, Venue = "Дом дружбы", Places = places, Mode = mode, IsPublic = true, PlanId = Plan.Id, MeasureId = Seminars.Id });
        made.Appoint(new(time.Day.AddDays(-20), "Н.О. Пирогова", null, App.Clock.GetUtcNow(), null));
        await App.Keep(made);
        return made;
    }

    /// <summary>The programme asks for consents to registration and to photographs.</summary>
    public async Task<(Purpose Registration, Purpose Photo)> AskConsents()
    {
        Purpose Of(PurposeUse use, string title)
        {
            var purpose = new Purpose(Programme.Id, use);
            purpose.Describe(title, LegalGround.Consent, null, ["фамилия, имя, отчество", "почта"], 12, false);
            purpose.Write($"Согласен на обработку данных: {title}", App.Clock.GetUtcNow(), "Н.О. Пирогова");
            return purpose;
        }
        var (registration, photo) = (Of(PurposeUse.Registration, "участие в мероприятии"), Of(PurposeUse.Photo, "фотосъёмка"));
        await App.Keep(registration, photo);
        return (registration, photo);
    }

    /// <summary>A guest fills in the public form.</summary>
    public static async Task<Page> Register(Visitor guest, Event happening, string name, string? email, IEnumerable<Guid> agreed, params (string Field, string Value)[] more)
    {
        var form = (await guest.Open($"/events/{happening.Id}")).Form("form:has([name='Input.Name'])").Set("Input.Name", name).Set("Input.Email", email ?? "");
        foreach (var purpose in agreed) form.Add("agreed", purpose.ToString());
        foreach (var (field, value) in more) form.Set(field, value);
        return await form.Submit();
    }

    public static EventTime At(int day, int month, string from = "15:00", string until = "17:00") => EventTime.Of(new(2020, month, day), from, null, until, "Europe/Moscow");

    public Task<Event> Read(Guid id) => App.Read(db => db.Events.AsNoTracking().Include(e => e.Seats).Include(e => e.Changes.OrderBy(c => c.At)).AsSplitQuery().SingleAsync(e => e.Id == id));
}
