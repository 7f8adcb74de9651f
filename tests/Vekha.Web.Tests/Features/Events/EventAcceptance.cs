using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Events;

/// <summary>Steps of the acceptance scripts that events answer for.</summary>
public abstract class EventAcceptance(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S0.9")]
    public async Task The_timetable_of_filmings_lists_questions_veteran_day_crew_and_state_and_one_crew_is_not_in_two_places()
    {
        var project = await EventProject.Approve(app, new(2020, 10, 12, 12, 0, 0, TimeSpan.FromHours(3)));
        var office = await app.SignedIn(Role.ProjectOffice, project.Centre);
        await (await office.Open($"/desk/events/resources/{project.Programme.Id}")).Form("Добавить").Set("Kind", "Crew").Set("Name", "Группа «Волна»").Submit();
        var crew = (await app.Read(db => db.EventResources.SingleAsync(r => r.ProgrammeId == project.Programme.Id))).Id.ToString();
        var education = await app.SignedIn(Role.Executor, project.Tomsk);
        (await project.Prepare(education, "Живые голоса", project.Tomsk, "22.10.2020", "10:00", "12:00", ("Kind", "съёмка"), ("Hero", "Лыкова А.П., ветеран труда"), ("Questions", "Какой была ваша улица?\nКто строил завод?"), ("Resource", crew))).Refusal.ShouldBe("");
        (await project.Prepare(education, "Живые голоса", project.Tomsk, "22.10.2020", "11:00", "13:00", ("Kind", "съёмка"), ("Hero", "Рогов О.И."), ("Resource", crew))).Refusal
            .ShouldContain("«Группа «Волна»» в это время на другом событии: «Живые голоса», 22.10.2020, 10:00–12:00");
        var answer = await education.Ask($"/desk/events/filmings/{project.Programme.Id}");
        answer.Content.Headers.ContentType!.MediaType!.ShouldContain("spreadsheet");
        var text = Sheet(await answer.Content.ReadAsByteArrayAsync());
        foreach (var part in new[] { "Кого снимают", "Лыкова А.П., ветеран труда", "Какой была ваша улица?", "Группа «Волна»", "задумано" }) text.ShouldContain(part);
        text.ShouldNotContain("Рогов");
        // Another unit does not learn who is filmed.
        Sheet(await (await (await app.SignedIn(Role.Executor, project.Kursk)).Ask($"/desk/events/filmings/{project.Programme.Id}")).Content.ReadAsByteArrayAsync()).ShouldNotContain("Лыкова");
    }

    [Fact, Trait("Acceptance", "S4.13")]
    public async Task The_seminar_goes_online_by_a_request_of_30_March_2020_and_still_counts_with_people_from_the_log()
    {
        var project = await EventProject.Approve(app, new(2020, 3, 30, 10, 0, 0, TimeSpan.FromHours(3)));
        using var sink = new SmtpSink();
        await app.MailTo(sink);
        var (purpose, _) = await project.AskConsents();
        var (site, office) = (await app.SignedIn(Role.Executor, project.Tomsk), await app.SignedIn(Role.ProjectOffice, project.Centre));
        var card = await (await project.Prepare(site, "Практики Томска", project.Tomsk, "16.04.2020", "15:00", "17:00", ("Mode", "Ahead"), ("IsPublic", "true"))).Form("Назначить событие").Submit();
        var seminar = await project.Read(Guid.Parse(card.Address[^36..]));
        (await EventProject.Register(app.Guest(), seminar, "Панова Вера Юрьевна", "panova@town.example", [purpose.Id])).Title.ShouldBe("Моя запись");

        var ask = await card.Click("Изменить форму проведения");
        (await ask.Form("Подать запрос").Set("Form", "Online").Set("Ground", "Ограничения с 30.03.2020").Submit()).Refusal.ShouldContain("Не названа ссылка");
        var asked = await ask.Form("Подать запрос").Set("Form", "Online").Set("Link", "https://video.example/tomsk").Set("Ground", "Ограничения с 30.03.2020").Submit();
        asked.Text.ShouldContain("просит 30.03.2020");
        (await site.Open(card.Address)).Text.ShouldContain("Дом дружбы, большой зал");
        var changed = await (await office.Open($"/desk/events/form/{seminar.Id}")).Form("Изменить форму").Set("On", "30.03.2020").Set("By", "Директор Л.М. Курбатова").Submit();
        changed.Refusal.ShouldBe("");
        changed.Text.ShouldContain("очно, Дом дружбы, большой зал");
        changed.Text.ShouldContain("онлайн, https://video.example/tomsk");
        changed.Text.ShouldContain("Директор Л.М. Курбатова");
        (await app.Guest().Open($"/events/{seminar.Id}")).Text.ShouldNotContain("video.example");
        (await app.Read(db => db.Letters.SingleAsync(l => l.Address == "panova@town.example" && l.Subject.StartsWith("Изменена форма")))).Text.ShouldContain("https://video.example/tomsk");

        app.Clock.Set(new(2020, 4, 17, 10, 0, 0, TimeSpan.FromHours(3)));
        site = await app.SignedIn(Role.Executor, project.Tomsk);
        var held = await (await site.Open(card.Address)).Form("Отметить проведение").Set("present", "21").Set("from", "журнал подключений").Submit();
        held.Text.ShouldContain("21 участник, журнал подключений");
        var facts = await app.Read(db => db.Facts.Where(f => f.SourceId == seminar.Id && !f.IsWithdrawn && f.MeasureId == project.Seminars.Id).ToListAsync());
        facts.Single(f => f.Kind == "семинар").Quantity.ShouldBe(1);
        facts.Single(f => f.Kind == "участник").Quantity.ShouldBe(21);
    }

    [Fact]
    public async Task Twenty_seminars_are_made_from_days_and_sites_changed_together_and_one_by_one()
    {
        var project = await EventProject.Approve(app, new(2020, 3, 10, 12, 0, 0, TimeSpan.FromHours(3)));
        var office = await app.SignedIn(Role.ProjectOffice, project.Centre);
        Form Filled(Page page) => page.Form("Создать серию").Set("Input.Title", "Лучшие практики").Set("Input.Days", "каждый четверг с 12.03.2020, 10 раз").Add("Site", project.Tomsk.Id.ToString()).Add("Site", project.Kursk.Id.ToString());
        var form = await office.Open($"/desk/events/series?programme={project.Programme.Id}&measure={project.Seminars.Id}");
        (await Filled(form).Set("Input.Days", "каждый праздник").Submit()).Refusal.ShouldContain("Не понятно: «каждый», «праздник»");
        var series = await Filled(form).Submit();
        series.Refusal.ShouldBe("");
        series.All("tbody tr").Count.ShouldBe(20);
        series.Document.QuerySelectorAll("[name=chosen]").Length.ShouldBe(20);
        var all = series.Document.QuerySelectorAll("[name=chosen]").Select(b => b.GetAttribute("value")!).ToList();
        Form Ticked(Page page, string button, IEnumerable<string> ids) => ids.Aggregate(page.Form(button), (f, id) => f.Add("chosen", id));
        (await Ticked(series, "Назначить", all).Submit()).Refusal.ShouldContain("Не названо место");
        var placed = await Ticked(series, "Изменить вместе", all).Set("venue", "Дом дружбы").Set("places", "40").Set("from", "16:00").Set("until", "18:00").Submit();
        placed.All("tbody tr").ShouldAllBe(r => r.Contains("16:00–18:00") && r.Contains("0 из 40") && r.Contains("Дом дружбы"));
        var appointed = await Ticked(placed, "Назначить", all.Take(2)).Submit();
        appointed.All("tbody tr").Count(r => r.Contains("назначено")).ShouldBe(2);
        // An appointed one is moved with a ground even when it is changed together with others.
        (await Ticked(appointed, "Изменить вместе", all.Take(3)).Set("from", "15:00").Submit()).Refusal.ShouldContain("Не названо основание");
        var edit = await (await appointed.Click("Лучшие практики")).Click("Изменить");
        (await edit.Form("Сохранить").Set("Title", "Практики: открытие").Submit()).Title.ShouldBe("Практики: открытие");
        // A site changes its own and is not let at the others.
        var site = await (await app.SignedIn(Role.Executor, project.Kursk)).Open(appointed.Address);
        site.All("tbody tr").Count.ShouldBe(11);
        (await Ticked(site, "Изменить вместе", all.Take(1)).Set("venue", "Чужой зал").Submit()).Refusal.ShouldContain("другое подразделение");
    }

    [Fact, Trait("Acceptance", "S0.14")]
    public async Task The_conference_is_called_registers_people_and_gives_its_programme_and_list()
    {
        var project = await EventProject.Approve(app, new(2020, 3, 10, 12, 0, 0, TimeSpan.FromHours(3)));
        var (purpose, _) = await project.AskConsents();
        var secretary = await app.SignedIn(Role.Executor, project.Tomsk);
        var card = await project.Prepare(secretary, "Краеведческая конференция", project.Tomsk, "26.03.2020", "10:00", "16:00", ("Kind", "конференция"), ("Mode", "Ahead"), ("IsPublic", "true"), ("Places", "80"));
        card = await (await card.Click("Составить")).Form("Сохранить программу").Set("lines", "10:00 Регистрация\n10:30 Пленарное заседание — А.П. Лыкова\nСекция 1. Улицы и люди").Submit();
        card = await card.Form("Назначить событие").Submit();
        var id = Guid.Parse(card.Address[^36..]);
        var guest = app.Guest();
        (await guest.Open("/events")).Text.ShouldContain("Краеведческая конференция");
        (await guest.Open($"/events/{id}")).Text.ShouldContain("Пленарное заседание");
        (await EventProject.Register(guest, await project.Read(id), "Седов Артём Игоревич", "sedov@town.example", [purpose.Id], ("Input.Tag", "наука и образование"))).Title.ShouldBe("Моя запись");
        using (var word = WordprocessingDocument.Open(new MemoryStream(await (await secretary.Ask($"/desk/events/paper/{id}?kind=programme")).Content.ReadAsByteArrayAsync()), false))
            word.MainDocumentPart!.Document!.Body!.InnerText.ShouldContain("Секция 1. Улицы и люди");
        Sheet(await (await secretary.Ask($"/desk/events/paper/{id}?kind=people&format=xlsx")).Content.ReadAsByteArrayAsync()).ShouldContain("Седов Артём Игоревич");
        (await (await app.SignedIn(Role.Executor, project.Kursk)).Ask($"/desk/events/paper/{id}?kind=people")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Trait("Acceptance", "S4.14")]
    public async Task Fourteen_where_fifteen_are_asked_of_each_seminar_is_red_though_all_together_are_enough()
    {
        var project = await EventProject.Approve(app, new(2020, 3, 10, 12, 0, 0, TimeSpan.FromHours(3)));
        await app.Keep(new Norm(project.Plan, project.Seminars.Id, new() { Text = "не менее 15 участников на каждом семинаре", Quantity = 15, Unit = "участник", Per = NormPer.Event, PerKind = "семинар", Span = new(new(2020, 3, 1), new(2020, 12, 31)) }),
            new Norm(project.Plan, project.Seminars.Id, new() { Text = "не менее 30 участников", Quantity = 30, Unit = "участник", Span = new(new(2020, 3, 1), new(2020, 12, 31)) }));
        var (purpose, _) = await project.AskConsents();
        var (few, many) = (await project.Appointed("Семинар, где мало людей", EventProject.At(26, 3)), await project.Appointed("Людный семинар", EventProject.At(27, 3)));
        for (var i = 1; i <= 14; i++) await EventProject.Register(app.Guest(), few, $"Участник {i}", null, [purpose.Id]);
        app.Clock.Set(new(2020, 3, 27, 18, 0, 0, TimeSpan.FromHours(3)));
        var site = await app.SignedIn(Role.Executor, project.Tomsk);
        // The codes come one by one from the scanner.
        foreach (var code in await app.Read(db => db.Registrations.Where(r => r.EventId == few.Id).Select(r => r.Code).ToListAsync()))
            await (await site.Open($"/desk/events/desk/{few.Id}")).Form("Найти и отметить").Set("entry", code).Submit();
        var card = await site.Open($"/desk/events/event/{few.Id}");
        card.Form("Отметить проведение").Value("present").ShouldBe("14");
        var red = await card.Form("Отметить проведение").Submit();
        red.Text.ShouldContain("14 участников, отметки на входе");
        red.One(".v-state--over").TextContent.Squeezed().ShouldBe("не выполнена: не хватает 1 участника");
        var green = await (await site.Open($"/desk/events/event/{many.Id}")).Form("Отметить проведение").Set("present", "40").Submit();
        green.Has(".v-state--over").ShouldBeFalse();
        var all = await app.Read(db => { var norms = db.Norms; return db.NormTallies.Where(t => norms.Any(n => n.Id == t.NormId && n.Per == NormPer.Whole && n.ProgrammeId == project.Programme.Id)).Select(t => t.Done).SingleAsync(); });
        all.ShouldBe(54);
    }

    [Fact, Trait("Acceptance", "S3.6")]
    public async Task Training_in_villages_stands_in_a_calendar_that_knows_the_days_off_of_the_region_and_in_a_schedule_on_paper()
    {
        var project = await EventProject.Approve(app, new(2023, 4, 3, 12, 0, 0, TimeSpan.FromHours(3)));
        await app.Do(async s =>
        {
            var db = s.GetRequiredService<VekhaDb>();
            (await db.Programmes.SingleAsync(p => p.Id == project.Programme.Id)).CountBy(DeadlinePolicy.Stavropol);
            await db.SaveChangesAsync();
        });
        var office = await app.SignedIn(Role.ProjectOffice, project.Centre);
        (await project.Prepare(office, "Обучение: инициативные проекты", project.Tomsk, "26.04.2023", "10:00", "12:00", ("Kind", "обучение"), ("Venue", "Село Шведино, дом культуры"))).Refusal.ShouldBe("");
        (await project.Prepare(office, "Обучение: заявка шаг за шагом", project.Kursk, "17.05.2023", "10:00", "12:00", ("Kind", "обучение"), ("Venue", "Село Благодатное, школа"))).Refusal.ShouldBe("");
        var april = await office.Open($"/desk/events?programme={project.Programme.Id}&from=2023-04-01");
        april.Text.ShouldContain("Обучение: инициативные проекты");
        april.One("time[datetime='2023-04-25']").GetAttribute("title")!.ShouldContain("выходной");
        april.Text.ShouldNotContain("заявка шаг за шагом");
        var link = (await office.Open($"/desk/events?view=list&programme={project.Programme.Id}")).Document.QuerySelectorAll("a").Single(a => a.TextContent.Contains("График в Word")).GetAttribute("href")!;
        using var word = WordprocessingDocument.Open(new MemoryStream(await (await office.Ask(link)).Content.ReadAsByteArrayAsync()), false);
        var text = word.MainDocumentPart!.Document!.Body!.InnerText;
        text.ShouldContain("Село Шведино, дом культуры");
        text.ShouldContain("Обучение: заявка шаг за шагом");
    }

    private static string Sheet(byte[] xlsx)
    {
        using var sheet = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        var strings = sheet.WorkbookPart!.SharedStringTablePart?.SharedStringTable?.InnerText ?? "";
        return strings + string.Concat(sheet.WorkbookPart.WorksheetParts.Select(p => p.Worksheet!.InnerText));
    }
}

public sealed class EventAcceptanceOnSqlite(SqliteApp app) : EventAcceptance(app), IClassFixture<SqliteApp>;

public sealed class EventAcceptanceOnPostgres(PostgresApp app) : EventAcceptance(app), IClassFixture<PostgresApp>;
