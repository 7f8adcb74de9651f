using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>Made-up events of three of the examples: filmings of one crew, club evenings, a series of seminars with people on the list.</summary>
internal sealed class ExampleEvents(VekhaDb db, EventFacts facts, Registrar registrar, ConsentBook consents, TimeProvider time)
{
    private readonly List<Event> made = [];

    public static Task Load(IServiceProvider services, CancellationToken cancel) => ActivatorUtilities.CreateInstance<ExampleEvents>(services).Load(cancel);

    private async Task Load(CancellationToken cancel)
    {
        var programmes = await db.Programmes.Where(p => p.ShownOn != null).ToListAsync(cancel);
        var units = (await db.Organisations.AsNoTracking().ToListAsync(cancel)).GroupBy(o => o.Name).ToDictionary(o => o.Key, o => o.First().Id);
        Film(programmes.Single(p => p.Name == "Краеведческий портал Химок"), units["Управление по образованию Администрации"]);
        Meet(programmes.Single(p => p.Name == "Равные возможности детям"), units[ExampleOrganisations.CommitteeOf("Тосненского района")]);
        var seminars = programmes.Single(p => p.Name == "Ресурсная среда");
        var coming = await Teach(seminars, units["региональные ресурсные центры"], cancel);
        foreach (var held in made.Where(e => e.State == EventState.Held)) await facts.Follow(held, null, despiteDouble: true);
        await db.SaveChangesAsync(cancel);
        await Register(seminars, coming, cancel);
        db.ChangeTracker.Clear();
    }

    private void Film(Programme programme, Guid unit)
    {
        var crew = new EventResource(programme, ResourceKind.Crew, "Съёмочная группа «Волна»");
        db.AddRange(crew, new EventResource(programme, ResourceKind.Hall, "Малый зал дома культуры"));
        foreach (var (day, hero, theme, isHeld) in new[]
        {
            (new DateOnly(2020, 10, 22), "Лыкова А.П., строитель завода", "Живые голоса: как строили завод", true), (new(2020, 10, 29), "Рогов О.И., учитель истории", "Живые голоса: школьный музей", true),
            (new(2020, 11, 6), "Панова В.Ю., врач", "Живые голоса: больница у вокзала", false), (new(2020, 11, 13), "Осокин Л.С., водитель автобуса", "Живые голоса: первый маршрут", false),
        })
        {
            var filming = Add(programme, unit, EventWords.Filming, theme, day, "11:00", "13:00", "Школьный музей, ул. Садовая, 4") with { Hero = hero, Questions = "Какой была ваша улица?\nС чего начинался рабочий день?\nЧто вы храните на память?" };
            var happening = Make(programme, filming);
            db.Add(new EventBooking(happening, crew.Id));
            if (isHeld) Hold(happening, null);
        }
        made.Add(new Event(programme, Add(programme, unit, "конференция", "Краеведческая конференция «Город и люди»", new(2021, 2, 19), "10:00", "16:00", null) with { Mode = RegistrationMode.Ahead, Places = 80, IsPublic = true }));
        db.Add(made[^1]);
    }

    private void Meet(Programme programme, Guid unit)
    {
        foreach (var (day, title, came) in new[] { (new DateOnly(2017, 10, 14), "Турнир по настольным играм", 17), (new(2017, 11, 4), "Вечер сказок народов России", 22), (new(2017, 11, 18), "Мастер-класс «Бумажный город»", 15) })
            Hold(Make(programme, Add(programme, unit, "мероприятие клуба", title, day, "16:00", "18:00", "Клуб «Маяк», пр. Ленина, 20") with { ObjectName = "клуб «Маяк»" }), came);
        Make(programme, Add(programme, unit, "семинар", "Семинар для руководителей клубов", new(2017, 11, 28), "14:00", "17:00", "Комитет образования, зал заседаний") with { Mode = RegistrationMode.Ahead, Places = 30, IsPublic = true });
    }

    private async Task<Event> Teach(Programme programme, Guid unit, CancellationToken cancel)
    {
        var plans = db.Plans;
        var measure = await db.Measures.AsNoTracking().Where(m => m.Title.Contains("еминар") && plans.Any(p => p.Id == m.PlanId && p.ProgrammeId == programme.Id)).OrderBy(m => m.Position).FirstOrDefaultAsync(cancel);
        var series = new EventSeries(programme, "Семинары по лучшим практикам", measure?.Id);
        db.Add(series);
        await db.SaveChangesAsync(cancel);
        var (number, coming) = (0, (Event?)null);
        foreach (var (day, title, came) in new (DateOnly, string, int?)[]
        {
            (new(2020, 3, 12), "Практика «Школа мигранта»", 31), (new(2020, 3, 19), "Практика «Мосты дружбы»", 24), (new(2020, 4, 16), "Практика «Соседи»", 42), (new(2020, 9, 10), "Практика «Языковая гостиная»", 14),
            (new(2020, 10, 22), "Практика «Дворовый этноспорт»", null), (new(2020, 11, 5), "Практика «Музей одной улицы»", null),
        })
        {
            var seminar = Make(programme, Add(programme, unit, "семинар", title, day, "15:00", "17:00", "Дом дружбы, большой зал") with { Mode = RegistrationMode.Ahead, Places = came is null ? 4 : 50, PlanId = measure?.PlanId, MeasureId = measure?.Id, IsPublic = true, About = "Опыт, который можно повторить у себя: с чего начать, что понадобится, чего избегать." }).In(series, ++number);
            if (day == new DateOnly(2020, 4, 16))
                seminar.ChangeForm(EventForm.Online, null, "https://video.example/sosedi", new(new(2020, 3, 30), "Директор Л.М. Курбатова", "Ограничения с 30.03.2020", time.GetUtcNow(), null));
            if (came is { } present) Hold(seminar, present);
            else coming ??= seminar;
        }
        return coming!;
    }

    private async Task Register(Programme programme, Event seminar, CancellationToken cancel)
    {
        var owner = await db.Organisations.Where(o => o.Id == programme.OrganisationId).Select(o => o.Name).SingleAsync(cancel);
        var known = (await db.Purposes.Where(p => p.ProgrammeId == programme.Id).Select(p => p.Use).ToListAsync(cancel)).ToHashSet();
        db.AddRange(StandardPurposes.For(programme.Id, programme.Name, owner, known, time.GetUtcNow(), "Веха"));
        await db.SaveChangesAsync(cancel);
        var asked = await consents.Asked(programme.Id, PurposeUse.Registration);
        foreach (var (name, from) in new[] { ("Берёзова Ирина Олеговна", "школа № 4"), ("Сомов Павел Ильич", "дом культуры"), ("Мельник Анна Юрьевна", "администрация района"), ("Котов Денис Петрович", "молодёжный центр"), ("Жарова Ольга Львовна", "библиотека") })
            await registrar.Register(seminar, new(name, Organisation: from), RegistrationSource.Self, asked, [.. asked.Select(p => p.Id)], new(ConsentChannel.Page, new(2020, 10, 12)));
    }

    private static EventTerms Add(Programme programme, Guid unit, string kind, string title, DateOnly day, string from, string until, string? venue) =>
        new() { Kind = kind, Title = title, UnitId = unit, Time = EventTime.Of(day, from, null, until, programme.Policy.TimeZoneId), Venue = venue };

    private Event Make(Programme programme, EventTerms terms)
    {
        var happening = new Event(programme, terms);
        happening.Appoint(new(terms.Time.Day.AddDays(-14), "М.А. Зотова, проектный офис", null, time.GetUtcNow(), null));
        db.Add(happening);
        made.Add(happening);
        return happening;
    }

    private void Hold(Event happening, int? came) => happening.Hold(came, came is null ? null : "регистрационный лист", new(happening.Day, "М.А. Зотова, проектный офис", null, time.GetUtcNow(), null));
}
