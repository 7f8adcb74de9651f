using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Events;

/// <summary>People register on the portal, get a place or stand in line, give it back; staff checks them in at the door.</summary>
public abstract class RegistrationPages(VekhaApp app)
{
    private static readonly DateTimeOffset March = new(2020, 3, 10, 12, 0, 0, TimeSpan.FromHours(3));

    private async Task<(EventProject Project, Event Seminar, Guid Registration, Guid Photo)> Open(int? places = 2, RegistrationMode mode = RegistrationMode.Ahead)
    {
        var project = await EventProject.Approve(app, March);
        var (registration, photo) = await project.AskConsents();
        return (project, await project.Appointed("Практики народов России", EventProject.At(26, 3), places, mode), registration.Id, photo.Id);
    }

    [Fact]
    public async Task A_guest_registers_with_a_consent_for_each_purpose_and_holds_a_code_for_the_door()
    {
        var (_, seminar, registration, photo) = await Open();
        var guest = app.Guest();
        var page = await guest.Open($"/events/{seminar.Id}");
        page.Text.ShouldContain("Свободно 2 места из 2");
        page.Document.QuerySelectorAll("[name=agreed][checked]").Length.ShouldBe(0);
        (await EventProject.Register(guest, seminar, "Лыкова Анна Петровна", "Lykova@town.example", [photo])).Refusal.ShouldContain("Нет согласия: «участие в мероприятии»");
        var mine = await EventProject.Register(guest, seminar, "Лыкова Анна Петровна", "Lykova@town.example", [registration]);
        mine.Title.ShouldBe("Моя запись");
        mine.Text.ShouldContain("место за вами");
        mine.Has("svg.v-qr path").ShouldBeTrue();
        mine.Text.ShouldContain("участие в мероприятии");
        mine.Text.ShouldNotContain("фотосъёмка");
        var row = await app.Read(db => db.Registrations.SingleAsync(r => r.EventId == seminar.Id));
        var consent = await app.Read(db => db.Consents.SingleAsync(c => c.SubjectId == row.Id));
        consent.PurposeId.ShouldBe(registration);
        consent.Channel.ShouldBe(ConsentChannel.Page);
        mine.Text.ShouldContain($"{row.Code[..4]} {row.Code[4..]}");
        (await EventProject.Register(app.Guest(), seminar, "Лыкова А.", "lykova@town.example", [registration])).Refusal.ShouldContain("уже записались");
        (await guest.Ask("/events/mine/AAAA")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task When_a_place_is_given_back_the_first_in_line_gets_it_and_is_told()
    {
        using var sink = new SmtpSink();
        await app.MailTo(sink);
        var (_, seminar, agreed, _) = await Open(places: 1);
        var first = await EventProject.Register(app.Guest(), seminar, "Первый Иван", "one@town.example", [agreed]);
        var second = await EventProject.Register(app.Guest(), seminar, "Вторая Ольга", "in-line@town.example", [agreed]);
        second.Text.ShouldContain("в листе ожидания, вы 1-й");
        var third = await EventProject.Register(app.Guest(), seminar, "Третий Пётр", "three@town.example", [agreed]);
        third.Text.ShouldContain("вы 2-й");
        (await first.Form("Отказаться от участия").Submit()).Text.ShouldContain("запись отменена");
        (await app.Guest().Open(second.Address)).Text.ShouldContain("место за вами");
        (await app.Guest().Open(third.Address)).Text.ShouldContain("вы 1-й");
        var letters = await app.Read(db => db.Letters.Where(l => l.Address == "in-line@town.example").OrderBy(l => l.Id).ToListAsync());
        letters.Select(l => l.Subject).ShouldBe(["Вы в листе ожидания: Практики народов России", "Для вас есть место: Практики народов России"]);
        letters[1].Text.ShouldContain("https://vekha.town.example/events/mine/");
        // The place may be taken anew by the one who gave it back: at the end of the line.
        (await EventProject.Register(app.Guest(), seminar, "Первый Иван", "one@town.example", [agreed])).Text.ShouldContain("вы 2-й");
    }

    [Fact]
    public async Task The_family_that_waits_first_is_not_overtaken_by_one_who_needs_a_single_place()
    {
        var (_, seminar, agreed, _) = await Open(places: 3);
        await EventProject.Register(app.Guest(), seminar, "Первый Иван", "one@town.example", [agreed], ("Input.Children", "1"));
        (await EventProject.Register(app.Guest(), seminar, "Вторая Ольга", "two@town.example", [agreed], ("Input.Children", "1"))).Text.ShouldContain("вы 1-й");
        (await EventProject.Register(app.Guest(), seminar, "Третий Пётр", "three@town.example", [agreed])).Text.ShouldContain("вы 2-й");
        (await app.Read(db => db.EventSeats.SingleAsync(s => s.EventId == seminar.Id))).Taken.ShouldBe(2);
    }

    [Fact]
    public async Task A_child_under_fourteen_is_not_asked_for_data_and_a_teenager_needs_a_parent()
    {
        var (_, seminar, agreed, _) = await Open();
        (await EventProject.Register(app.Guest(), seminar, "Иванова Маша", null, [agreed], ("Input.Age", "Child"))).Refusal.ShouldContain("Данные детей до 14 лет мы не собираем");
        (await EventProject.Register(app.Guest(), seminar, "Иванова Маша", null, [agreed], ("Input.Age", "Teen"))).Refusal.ShouldContain("родитель");
        (await EventProject.Register(app.Guest(), seminar, "Иванова Маша", null, [agreed], ("Input.Age", "Teen"), ("Input.ParentName", "Иванова Ольга Петровна"))).Text.ShouldContain("место за вами");
        (await app.Read(db => db.Consents.Where(c => c.ParentName != null).CountAsync(c => c.PurposeId == agreed))).ShouldBe(1);
    }

    [Fact]
    public async Task A_robot_and_a_flood_from_one_address_are_stopped()
    {
        var (project, _, agreed, _) = await Open();
        var office = await app.SignedIn(Role.ProjectOffice, project.Centre);
        var card = await (await project.Prepare(office, "Открытый урок", project.Tomsk, "27.03.2020", "10:00", "11:00", ("Mode", "Ahead"), ("PerAddress", "2"), ("IsPublic", "true"))).Form("Назначить событие").Submit();
        var id = Guid.Parse(card.Address[^36..]);
        var seminar = await project.Read(id);
        (await EventProject.Register(app.Guest(), seminar, "Робот", null, [agreed], ("Input.Site", "реклама"))).Refusal.ShouldContain("должно остаться пустым");
        foreach (var name in new[] { "Один Иван", "Два Иван" }) (await EventProject.Register(app.Guest(), seminar, name, null, [agreed])).Title.ShouldBe("Моя запись");
        (await EventProject.Register(app.Guest(), seminar, "Три Иван", null, [agreed])).Refusal.ShouldContain("за час уже записалось 2 человека");
        app.Clock.Advance(TimeSpan.FromHours(2));
        (await EventProject.Register(app.Guest(), seminar, "Три Иван", null, [agreed])).Title.ShouldBe("Моя запись");
    }

    [Fact, Trait("Acceptance", "S4.12")]
    public async Task The_administration_uploads_its_list_by_a_secret_link_and_doubles_and_bad_rows_are_named()
    {
        var (project, seminar, _, _) = await Open(places: 3, RegistrationMode.ByHost);
        var site = await app.SignedIn(Role.Executor, project.Tomsk);
        var list = await site.Open($"/desk/events/participants/{seminar.Id}");
        var shown = await list.Form("Создать ссылку").Set("host", "Администрация Томска").Submit();
        var link = System.Text.RegularExpressions.Regex.Match(shown.Document.Body!.TextContent, "/events/host/[A-Za-z0-9_-]+").Value;
        var host = app.Guest();
        var page = await host.Open(link);
        page.Text.ShouldContain("Администрация Томска");
        var sheet = Sheet(["Лыкова Анна Петровна", "a@town.example", "Дом дружбы"], ["Рогов Олег", "b@town.example", ""], ["Лыкова А.", "A@town.example", ""], ["", "c@town.example", ""], ["Седов Артём", "не почта", ""], ["Панова Вера", "", ""], ["Осокин Лев", "", ""]);
        (await page.Form("Отправить список").Attach("sheet", "список.xlsx", sheet).Submit()).Refusal.ShouldContain("письменные согласия");
        var done = await page.Form("Отправить список").Add("agreed", "true").Attach("sheet", "список.xlsx", sheet).Submit();
        done.Text.ShouldContain("Записано: 3, в лист ожидания: 1.");
        done.Text.ShouldContain("Не принято строк: 3.");
        done.All("tbody tr").ShouldContain(r => r.Contains("адрес a@town.example уже стоит в строке"));
        done.All("tbody tr").ShouldContain(r => r.Contains("нет фамилии и имени"));
        done.All("tbody tr").ShouldContain(r => r.Contains("«не почта» не похоже на адрес почты"));
        var again = await (await host.Open(link)).Form("Отправить список").Add("agreed", "true").Attach("sheet", "список.xlsx", sheet).Submit();
        again.Text.ShouldContain("Записано: 0.");
        again.Text.ShouldContain("Уже были в списке: 4.");
        var names = await site.Open($"/desk/events/participants/{seminar.Id}");
        names.Text.ShouldContain("Лыкова Анна Петровна");
        (await app.Read(db => db.Registrations.CountAsync(r => r.EventId == seminar.Id))).ShouldBe(4);
        (await app.Read(db => db.DataReadings.CountAsync(r => r.What == "открыт список участников события"))).ShouldBeGreaterThan(0);
        await names.Form("Отозвать ссылку").Submit();
        (await host.Ask(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(Role.Executor, project.Kursk)).Ask($"/desk/events/participants/{seminar.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task At_the_door_a_code_a_surname_and_a_walk_in_are_checked_in_and_a_mistake_is_undone()
    {
        var (project, seminar, agreed, _) = await Open(places: 5);
        await EventProject.Register(app.Guest(), seminar, "Лыкова Анна Петровна", "a@town.example", [agreed]);
        await EventProject.Register(app.Guest(), seminar, "Рогов Олег Ильич", "b@town.example", [agreed]);
        var code = await app.Read(db => db.Registrations.Where(r => r.Email == "a@town.example" && r.EventId == seminar.Id).Select(r => r.Code).SingleAsync());
        var desk = await (await app.SignedIn(Role.Executor, project.Tomsk)).Open($"/desk/events/desk/{seminar.Id}");
        var came = await desk.Form("Найти и отметить").Set("entry", $"{code[..4]} {code[4..]}").Submit();
        came.Text.ShouldContain("Пришло 1, записано 2");
        (await came.Form("Найти и отметить").Set("entry", code).Submit()).Refusal.ShouldContain("уже отмечен");
        (await came.Form("Найти и отметить").Set("entry", code == "00000000" ? "00000001" : "00000000").Submit()).Refusal.ShouldContain("на этом событии нет");
        var found = await came.Form("Найти и отметить").Set("entry", "рогов").Submit();
        var both = await found.Form("Пришёл: Рогов Олег Ильич").Submit();
        both.Text.ShouldContain("Пришло 2");
        (await both.Form("Снять отметку: Рогов Олег Ильич").Submit()).Text.ShouldContain("Пришло 1");
        (await both.Form("Записать и отметить").Set("name", "Панова Вера").Submit()).Refusal.ShouldContain("Нет подписанного согласия");
        (await both.Form("Записать и отметить").Set("name", "Панова Вера").Add("agreed", "true").Submit()).Text.ShouldContain("Пришло 2");
    }

    [Fact]
    public async Task Participants_are_reminded_once_on_the_day_before()
    {
        using var sink = new SmtpSink();
        await app.MailTo(sink);
        var (_, seminar, agreed, _) = await Open();
        await EventProject.Register(app.Guest(), seminar, "Лыкова Анна Петровна", "remind@town.example", [agreed]);
        await app.Run("event-reminders");
        (await Reminders()).ShouldBe(0);
        app.Clock.Set(new(2020, 3, 25, 16, 0, 0, TimeSpan.FromHours(3)));
        await app.Run("event-reminders");
        await app.Run("event-reminders");
        (await Reminders()).ShouldBe(1);

        Task<int> Reminders() => app.Read(db => db.Letters.CountAsync(l => l.Address == "remind@town.example" && l.Subject.StartsWith("Напоминание")));
    }

    private static byte[] Sheet(params string[][] rows)
    {
        var paper = new Paper { Title = "Список участников", Body = [new PaperTable("Участники", [new("ФИО", 4), new("Электронная почта", 4), new("Организация", 4)], [.. rows.Select(r => PaperRow.Of(r[0], r[1], r[2]))])] };
        var content = new MemoryStream();
        ExcelPaper.Write(paper, content);
        return content.ToArray();
    }
}

public sealed class RegistrationPagesOnSqlite(SqliteApp app) : RegistrationPages(app), IClassFixture<SqliteApp>;

public sealed class RegistrationPagesOnPostgres(PostgresApp app) : RegistrationPages(app), IClassFixture<PostgresApp>;
