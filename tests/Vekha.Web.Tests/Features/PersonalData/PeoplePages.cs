using System.IO.Compression;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.PersonalData;

/// <summary>Lists of people: names for the unit that keeps them, numbers for everybody else, an act at the end.</summary>
public abstract class PeoplePages(VekhaApp app)
{
    private sealed record Town(Programme Programme, Organisation Unit, Visitor Office, Visitor Social, Visitor Other);

    /// <summary>A programme whose unit of social communications keeps the lists, and another unit of the same programme.</summary>
    private async Task<Town> Settle()
    {
        app.Clock.Set(new DateTimeOffset(2020, 11, 2, 12, 0, 0, TimeSpan.FromHours(3)));
        var town = await app.Unit();
        var (social, other) = (await app.Unit("Управление социальных коммуникаций " + Guid.NewGuid().ToString("N")[..6], town), await app.Unit(under: town));
        var programme = new Programme("Живые голоса", town.Id, "городской округ Химки", DeadlinePolicy.Municipal);
        await app.Keep(programme);
        var plan = new Plan(programme.Id, "План", new(new(2020, 8, 1), new(2021, 7, 31)));
        var measure = plan.AddMeasure(null, "1", "Найти ветеранов");
        (measure.DeadlineText, measure.Deadlines) = ("до 30.12.2020", [new Vekha.Deadlines.Deadline.By(new(2020, 12, 30))]);
        foreach (var unit in new[] { social, other }) measure.AddExecutor(unit.Name, ExecutorKind.Organisation, false, unit.Id, null);
        await app.Keep(plan);
        var office = await app.SignedIn(Role.ProjectOffice, town);
        (await (await office.Open($"/desk/plans/approve/{plan.Id}")).Form("Утвердить").Set("Post", "Глава").Set("Name", "С.П. Орлов").Set("On", "17.08.2020").Set("Overrule", "Срочно").Submit()).Refusal.ShouldBe("");
        return new(programme, social, office, await app.SignedIn(Role.Executor, social), await app.SignedIn(Role.Executor, other));
    }

    private static async Task Standard(Town town) => (await (await town.Office.Open($"/desk/personal-data/programme/{town.Programme.Id}")).Form("Завести обычные цели").Submit()).Text.ShouldContain("Ведение списка волонтёров");

    private static async Task<Page> Enter(Town town, string kind, string name, string contact, string? scan = null)
    {
        var form = (await town.Social.Open($"/desk/personal-data/people/{town.Programme.Id}")).Form("Внести в список").Set("Kind", kind).Set("Name", name).Set("Contact", contact).Set("AgreedOn", "01.11.2020");
        return await (scan is null ? form.Set("PaperPlace", "папка 04-12") : form.Attach("Input.Scan", scan, System.Text.Encoding.UTF8.GetBytes("%PDF-1.4 " + Guid.NewGuid()))).Submit();
    }

    private async Task<string> CardOf(string name) => $"/desk/personal-data/person/{await app.Read(db => db.DataSubjects.Where(s => s.Name == name).OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync())}";

    [Fact, Trait("Acceptance", "S0.8")]
    public async Task Volunteers_and_veterans_are_listed_by_one_unit_and_other_units_see_the_count_only()
    {
        var town = await Settle();
        (await town.Social.Open($"/desk/personal-data/people/{town.Programme.Id}")).Text.ShouldContain("без неё собирать имена нельзя");
        await Standard(town);
        await Enter(town, "Volunteer", "Волков Илья Петрович", "+7 900 000-00-01");
        await Enter(town, "Psychologist", "Светлова Анна Юрьевна", "+7 900 000-00-02");
        var list = await Enter(town, "Veteran", "Гордеев Семён Фомич", "+7 900 000-00-03", "Согласие Гордеева.pdf");
        list.Refusal.ShouldBe("");
        list.Text.ShouldContain("Психолог: Светлова Анна Юрьевна, +7 900 000-00-02");
        list.Text.ShouldContain("Гордеев Семён Фомич");

        // Health: only after its own consent, and never in the list.
        var card = await list.Click("Гордеев Семён Фомич");
        card.Text.ShouldContain("после отдельного письменного согласия");
        var health = await app.Read(db => db.Purposes.Where(p => p.ProgrammeId == town.Programme.Id && p.Use == PurposeUse.Health).Select(p => p.Id).SingleAsync());
        card = await card.Form("Записать").Set("Agree.Purpose", health.ToString()).Set("Agree.On", "01.11.2020").Set("Agree.PaperPlace", "папка 04-13").Submit();
        card.Refusal.ShouldBe("");
        (await card.Form("Показать").Submit()).Refusal.ShouldContain("Не названа причина");
        var open = await card.Form("Показать").Set("why", "готовим съёмку 12 ноября").Submit();
        var kept = await open.Form("form[action*='handler=Health']").Set("health", "Слабое сердце, рядом нужен врач").Submit();
        kept.Text.ShouldNotContain("Слабое сердце", customMessage: "closed again");
        (await kept.Form("Показать").Set("why", "едем на съёмку").Submit()).Document.QuerySelector("#health")!.TextContent.ShouldContain("Слабое сердце");
        (await town.Social.Open($"/desk/personal-data/people/{town.Programme.Id}")).Text.ShouldNotContain("сердце");

        foreach (var (who, words) in new[] { (town.Other, "another unit"), (town.Office, "the project office") })
        {
            var counts = await who.Open($"/desk/personal-data/people/{town.Programme.Id}");
            counts.All("table tbody tr").Count.ShouldBe(3, words);
            counts.All("table tbody tr").ShouldContain(r => r.Contains(town.Unit.Name) && r.Contains("ветераны") && r.EndsWith('1'));
            foreach (var secret in new[] { "Гордеев", "Волков", "+7 900", "сердце" }) counts.Document.Body!.TextContent.ShouldNotContain(secret, customMessage: words);
            (await who.Ask(await CardOf("Гордеев Семён Фомич"))).StatusCode.ShouldBe(HttpStatusCode.NotFound, words);
        }
        (await (await app.SignedIn(Role.ProjectOffice)).Ask($"/desk/personal-data/people/{town.Programme.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await town.Other.Ask($"/desk/personal-data/log/{town.Programme.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var log = await town.Office.Open($"/desk/personal-data/log/{town.Programme.Id}");
        log.Text.ShouldContain("открыты сведения о здоровье");
        log.Text.ShouldContain("готовим съёмку 12 ноября");
        log.Text.ShouldContain(town.Unit.Name);
        log.Text.ShouldNotContain("Гордеев");
        (await town.Office.Open($"/desk/personal-data/log/{town.Programme.Id}?from=03.11.2020")).Text.ShouldContain("По этим условиям обращений нет");
    }

    [Fact]
    public async Task All_that_is_held_of_a_person_is_given_out_and_destroyed_by_an_act()
    {
        var town = await Settle();
        await Standard(town);
        await Enter(town, "Volunteer", "Волков Илья Петрович", "volkov@town.example", "Согласие Волкова.pdf");
        await Enter(town, "Volunteer", "Волкова Дарья Олеговна", "+7 900 000-00-05");
        var scan = await app.Read(db => db.Files.SingleAsync(f => f.Name == "Согласие Волкова.pdf"));
        var address = $"/desk/personal-data/find/{town.Programme.Id}";
        (await town.Office.Open(address + "?q=волков")).Text.ShouldContain("без причины имена не показываются");
        var found = await town.Office.Open(address + "?q=VOLKOV@&why=заявление вх. № 14");
        found.Text.ShouldContain("Найдено: 1");
        var row = found.One("input[name=subject]").GetAttribute("value")!;

        var answer = await found.Form("Выгрузить сведения (ZIP)").Set("subject", row).SubmitOnce();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        using (var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync())))
        {
            zip.Entries.Select(e => e.FullName).ShouldBe(["Сведения.xlsx", "Согласия/1 Согласие Волкова.pdf"]);
            using var content = new MemoryStream();
            await zip.GetEntry("Сведения.xlsx")!.Open().CopyToAsync(content);
            using var book = SpreadsheetDocument.Open(content, false);
            var text = string.Concat(book.WorkbookPart!.WorksheetParts.Select(s => s.Worksheet!.InnerText)) + book.WorkbookPart.SharedStringTablePart?.SharedStringTable?.InnerText;
            text.ShouldContain("volkov@town.example");
            text.ShouldContain("ведение списка волонтёров");
            text.ShouldNotContain("Дарья");
        }

        found = await town.Office.Open(address + "?q=VOLKOV@&why=заявление вх. № 14");
        (await found.Form("Уничтожить отмеченное и составить акт").Set("subject", row).Submit()).Refusal.ShouldContain("не отмечено", Case.Insensitive);
        var act = await found.Form("Уничтожить отмеченное и составить акт").Set("subject", row).Set("sure", "true").Set("commission", "начальник отдела, Н.Л. Громова").Submit();
        act.Title.ShouldBe("Акт № 1 об уничтожении персональных данных");
        using (var word = WordprocessingDocument.Open(new MemoryStream(await (await town.Office.Ask(act.Address + "?handler=Paper")).Content.ReadAsByteArrayAsync()), false))
        {
            var text = word.MainDocumentPart!.Document!.Body!.InnerText;
            foreach (var part in new[] { "АКТ № 1", "Оператор", "списки людей программы", "Способ уничтожения", "Причина уничтожения: требование субъекта: заявление вх. № 14", "2 ноября 2020", "1 скан согласия", "Громова", "2 ноября 2023" })
                text.Replace('\u00A0', ' ').ShouldContain(part);
            text.ShouldNotContain("Волков");
        }
        var journal = await (await town.Office.Ask(act.Address + "?handler=Journal")).Content.ReadAsByteArrayAsync();
        using (var book = SpreadsheetDocument.Open(new MemoryStream(journal), false))
            (string.Concat(book.WorkbookPart!.WorksheetParts.Select(s => s.Worksheet!.InnerText)) + book.WorkbookPart.SharedStringTablePart?.SharedStringTable?.InnerText).ShouldContain("персональные данные уничтожены");

        var list = await town.Social.Open($"/desk/personal-data/people/{town.Programme.Id}");
        list.Text.ShouldNotContain("Илья");
        list.Text.ShouldContain("Волкова Дарья Олеговна");
        list.All("table tbody tr")[0].ShouldEndWith("2", customMessage: "the count stays");
        (await app.Read(db => db.Files.AnyAsync(f => f.Id == scan.Id))).ShouldBeFalse();
        Directory.GetFiles(Path.Combine(app.Database.Folder, "files"), scan.Sha256, SearchOption.AllDirectories).ShouldBeEmpty("the bytes are gone too");
        (await (await app.SignedIn(Role.ProjectOffice)).Ask(act.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_due_waits_for_a_person_with_its_reason_and_its_last_day()
    {
        var town = await Settle();
        await Standard(town);
        await Enter(town, "Volunteer", "Волков Илья Петрович", "+7 900 000-00-01");
        var card = await town.Social.Open(await CardOf("Волков Илья Петрович"));
        (await card.Form("Записать отзыв").Set("on", "31.10.2020").Submit()).Refusal.ShouldContain("раньше дня согласия");
        (await card.Form("Записать отзыв").Set("on", "02.11.2020").Set("how", "заявление вх. № 15").Submit()).Text.ShouldContain("отозвано 02.11.2020");

        (await town.Office.Open("/desk/personal-data")).All("tbody tr").Single(r => r.Contains("Живые голоса")).ShouldContain("1 запись");
        var due = await town.Office.Open($"/desk/personal-data/due/{town.Programme.Id}");
        due.One("#h-due").ParentElement!.TextContent.Squeezed().ShouldContain("согласие отозвано 02.11.2020 02.12.2020, ср");
        due.Text.ShouldNotContain("Волков");
        var act = await due.Form("Уничтожить отмеченное и составить акт").Set("sure", "true").Submit();
        act.Text.ShouldContain("отзыв согласия");
        (await town.Office.Open($"/desk/personal-data/due/{town.Programme.Id}")).Text.ShouldContain("Уничтожать нечего");
    }

    [Fact]
    public async Task A_person_takes_the_consent_back_by_the_link_and_only_by_pressing()
    {
        var town = await Settle();
        await Standard(town);
        await Enter(town, "Expert", "Умнов Пётр Львович", "umnov@town.example");
        var consent = await app.Read(db => db.Consents.SingleAsync(c => c.ProgrammeId == town.Programme.Id));
        var link = await app.Do(s => Task.FromResult(((ConsentBook)s.GetService(typeof(ConsentBook))!).WithdrawalAddress(consent)));

        var guest = app.Guest();
        (await guest.Ask("/personal-data/withdraw/wrong")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await guest.Open(link);
        (await app.Read(db => db.Consents.SingleAsync(c => c.Id == consent.Id))).Holds.ShouldBeTrue("opening is not enough");
        (await page.Form("Отозвать согласие").Submit()).Document.Body!.TextContent.ShouldContain("Вы отозвали его");
        (await app.Read(db => db.Consents.SingleAsync(c => c.Id == consent.Id))).WithdrawnHow.ShouldBe("по ссылке, самим человеком");
        (await guest.Open($"/personal-data/text/{consent.TextId}")).Document.Body!.TextContent.ShouldContain(consent.TextSha256);
    }

    [Fact]
    public async Task Publication_is_agreed_to_field_by_field()
    {
        var town = await Settle();
        await Standard(town);
        await Enter(town, "Veteran", "Гордеева Клавдия Ивановна", "+7 900 000-00-07");
        var card = await town.Social.Open(await CardOf("Гордеева Клавдия Ивановна"));
        var purpose = await app.Read(db => db.Purposes.Where(p => p.ProgrammeId == town.Programme.Id && p.Use == PurposeUse.Publication).Select(p => p.Id).SingleAsync());
        Form Sign(string terms) => card.Form("Записать").Set("Agree.Purpose", purpose.ToString()).Set("Agree.On", "01.11.2020").Set("Agree.PaperPlace", "папка 5").Set("Agree.Terms", terms);
        (await Sign("паспорт: да").Submit()).Refusal.ShouldContain("Данных «паспорт» в этой цели нет");
        (await Sign("фотография: да\nфамилия, имя, отчество: без фамилии\nвидеозапись: нет").Submit()).Text.ShouldContain("без фамилии");

        var subject = await app.Read(db => db.DataSubjects.Where(s => s.Name == "Гордеева Клавдия Ивановна").Select(s => s.Id).SingleAsync());
        var may = await app.Do(s => ((ConsentBook)s.GetService(typeof(ConsentBook))!).MayPublish(subject));
        may.Select(t => (t.Field, t.Rule)).ShouldBe([("фотография", PublicationRule.Allowed), ("фамилия, имя, отчество", PublicationRule.Conditional)]);
        (await town.Social.Ask($"/desk/personal-data/programme/{town.Programme.Id}?handler=Blank&purpose={purpose}")).Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }
}

public sealed class PeoplePagesOnSqlite(SqliteApp app) : PeoplePages(app), IClassFixture<SqliteApp>;

public sealed class PeoplePagesOnPostgres(PostgresApp app) : PeoplePages(app), IClassFixture<PostgresApp>;
