using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Awards;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Registries;
using Vekha.Web.Tests.Features.Facts;
using Vekha.Web.Tests.Features.Registries;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Awards;

/// <summary>An opening, a press tour and awards of a town: events are bound to projects, editors are invited, entrepreneurs are thanked by an act.</summary>
public abstract class TourAndThanks(VekhaApp app)
{
    private sealed record Town(MediaPlanProject Plan, Visitor Office, Guid[] Projects);

    private async Task<Town> Ready()
    {
        var plan = await MediaPlanProject.Approve(app);
        var registry = new Registry(plan.Programme.Id, RegistryTemplate.Of("initiative-projects")!.Definition);
        await app.Keep(registry);
        var office = await app.SignedIn(Role.ProjectOffice, plan.Town);
        List<Guid> ids = [];
        foreach (var name in new[] { "Сквер на Садовой", "Детская площадка «Солнышко»", "Тротуар по Школьной" })
            ids.Add(ClubRegistry.IdOf(await (await office.Open($"/desk/registries/add/{registry.Id}")).Form("Завести карточку").Set("Input.Name", name).Set("Input.Territory", plan.Town.Id.ToString()).Set("Input.Day", "20.02.2023")
                .Set("v.received", "20.02.2023").Set("v.initiator", "инициативная группа").Set("p.0", "протокол от 15.02.2023").Submit()));
        return new(plan, office, [.. ids]);
    }

    private static async Task<Page> Event(Town town, string kind, string title, string day, params Guid[] projects)
    {
        var form = (await town.Office.Open($"/desk/events/edit?programme={town.Plan.Programme.Id}")).Form("Завести событие")
            .Set("Input.Kind", kind).Set("Title", title).Set("UnitId", town.Plan.Finance.Id.ToString()).Set("Day", day).Set("From", "10:00").Set("Until", "14:00").Set("Venue", "ул. Садовая, 1");
        foreach (var project in projects) form.Add("Card", project.ToString());
        var made = await form.Submit();
        made.Refusal.ShouldBe("");
        return made;
    }

    [Fact, Trait("Acceptance", "S3.17")]
    public async Task An_opening_is_bound_to_its_project_with_invitations_press_and_photographs_a_tour_joins_three_and_entrepreneurs_are_thanked_by_an_act()
    {
        var town = await Ready();
        // 5.2: the card is found by search in the form of the event; what was typed stays.
        var blank = await town.Office.Open($"/desk/events/edit?programme={town.Plan.Programme.Id}");
        var found = await blank.Form("Найти").Set("Title", "Открытие сквера").Set("Find", "садовой").Submit();
        found.One("[name='Input.Title']").GetAttribute("value").ShouldBe("Открытие сквера");
        found.All("#cards .form-check-label").ShouldHaveSingleItem().ShouldContain("Сквер на Садовой");
        var opening = await (await Event(town, "открытие", "Открытие сквера", "05.12.2023", town.Projects[0])).Form("Назначить событие").Submit();
        opening.Text.ShouldContain("Сквер на Садовой");
        var id = opening.Address[^36..];
        var letters = await Invite(await opening.Click("Приглашения и письма"), "органы власти", "Администрация округа; Главе округа Н.П. Луговому");
        letters = await Invite(letters, "пресса", "Газета «Степная новь»; Редактору В.С. Ольховой");
        var numbered = await letters.Document.QuerySelectorAll("[name=chosen]").Aggregate(letters.Form("Присвоить номера"), (f, box) => f.Add("chosen", box.GetAttribute("value")!)).Submit();
        numbered.Refusal.ShouldBe("");
        var kept = await app.Read(db => db.EventLetters.AsNoTracking().Where(l => l.EventId == Guid.Parse(id)).OrderBy(l => l.Number).ToListAsync());
        kept[0].Body!.ShouldNotContain("аккредитации");
        kept[1].Body!.ShouldContain("Для аккредитации просим до 01.12.2023");
        var sent = await numbered.Document.QuerySelectorAll("[name=chosen]").Aggregate(numbered.Form("Отправлены на бумаге"), (f, box) => f.Add("chosen", box.GetAttribute("value")!)).Submit();
        (await sent.Form("Записать ответ").Set("letter", kept[0].Id.ToString()).Set("reply", "Accredited").Set("on", "05.12.2023").Submit()).Refusal.ShouldContain("Аккредитуют только прессу");
        var answered = await sent.Form("Записать ответ").Set("letter", kept[1].Id.ToString()).Set("reply", "Accredited").Set("on", "05.12.2023").Set("coming", "2").Set("note", "камера").Submit();
        answered.Text.ShouldContain("аккредитованы");
        var invited = await Words(town.Office, $"/desk/events/paper/{id}?kind=invited");
        foreach (var part in new[] { "Органы власти", "Пресса", "Степная новь", "аккредитованы", "камера" }) invited.ShouldContain(part);
        var report = await (await town.Office.Open($"/desk/events/report/{id}")).Form("Приложить фотографию").Set("caption", "Разрезают ленту").Attach("file", "лента.png", Png).Submit();
        report.Refusal.ShouldContain("Не отмечено, кто на нём");
        report = await (await town.Office.Open($"/desk/events/report/{id}")).Form("Приложить фотографию").Set("caption", "Разрезают ленту").Set("consent", "Given").Attach("file", "лента.png", Png).Submit();
        report.Text.ShouldContain("согласия тех, кто крупно, есть");
        (await (await town.Office.Open(opening.Address)).Form("Отметить проведение").Set("present", "40").Submit()).Refusal.ShouldBe("");
        (await town.Office.Open($"/desk/registries/card/{town.Projects[0]}")).Text.ShouldContain("Открытие сквера");

        // 5.1: one tour, three projects, each of which sees it; it counts once itself.
        var tour = await Event(town, "пресс-тур", "Пресс-тур по проектам", "04.12.2023", town.Projects);
        var route = (await tour.Click("Маршрут по объектам")).Form("Сохранить маршрут");
        for (var i = 0; i < 3; i++) route = route.Set($"rows[{i}].At", $"{10 + i}:30").Set($"rows[{i}].Address", $"остановка {i + 1}");
        (await route.Set("rows[1].At", "09:00").Submit()).Refusal.ShouldContain("не входит во время события");
        tour = await route.Set("rows[1].At", "11:30").Submit();
        tour.All("#h-stops ~ table tbody tr").Count.ShouldBe(3);
        var programme = await Words(town.Office, $"/desk/events/paper/{tour.Address[^36..]}?kind=route");
        foreach (var part in new[] { "Пресс-тур по проектам", "Тротуар по Школьной", "12:30", "остановка 3" }) programme.ShouldContain(part);
        tour = await tour.Form("Назначить событие").Submit();
        (await tour.Form("Отметить проведение").Set("present", "9").Submit()).Refusal.ShouldBe("");
        foreach (var project in town.Projects)
        {
            var card = await town.Office.Open($"/desk/registries/card/{project}");
            card.Text.ShouldContain("Пресс-тур по проектам");
            card.Text.ShouldContain("событие на объекте");
        }
        var programmeId = town.Plan.Programme.Id;
        (await app.Read(db => db.Facts.Where(f => f.ProgrammeId == programmeId && f.Kind == "пресс-тур" && !f.IsWithdrawn).SumAsync(f => f.Quantity))).ShouldBe(1);

        await Thank(town, opening);
    }

    // 5.3: from a proposal to the act and the diplomas.
    private async Task Thank(Town town, Page opening)
    {
        var purpose = new Purpose(town.Plan.Programme.Id, PurposeUse.Award);
        purpose.Describe("награждение", LegalGround.Consent, null, ["фамилия, имя, отчество"], 12, false);
        purpose.Write("Согласен на обработку данных для награждения", app.Clock.GetUtcNow(), "Н.О. Пирогова");
        await app.Keep(purpose);
        var row = town.Plan.Row("2.3");
        var list = await (await town.Office.Open($"/desk/awards/edit?programme={town.Plan.Programme.Id}")).Form("Завести список").Set("Input.Title", "Предприниматели округа").Set("Input.UnitId", town.Plan.Finance.Id.ToString())
            .Set("Input.MeasureId", row.Id.ToString()).Set("Input.EventId", opening.Address[^36..]).Set("Input.Subject", "О награждении предпринимателей").Set("Input.Ground", "Положением о наградах").Set("Input.SignPost", "Глава округа").Set("Input.SignName", "Н.П. Луговой").Submit();
        list.Refusal.ShouldBe("");
        async Task<Page> Propose(string name, string organisation, string kind, string? consent) => await Filled((await list.Click("Добавить")).Form("Записать"), name, organisation, kind, consent).Set("Input.ObjectId", town.Projects[0].ToString()).Submit();
        Form Filled(Form form, string name, string organisation, string kind, string? consent) => form.Set("Input.Name", name).Set("Input.IsOrganisation", organisation).Set("Input.Kind", kind)
            .Set("Input.Merit", "помощь в благоустройстве").Set("Input.Nominator", "инициативная группа").Set("Input.AgreedOn", consent ?? "").Set("Input.Place", consent is null ? "" : "папка 12-04");
        (await Propose("Берёзов Илья Олегович", "False", "Letter", null)).Refusal.ShouldBe("");
        (await Propose("ООО «Зелёный двор»", "True", "Diploma", null)).Refusal.ShouldBe("");
        // «Берёзов И.О.» is asked about before he is written down twice.
        var again = await Propose("Березов И.О.", "False", "Gratitude", "01.12.2023");
        again.Refusal.ShouldContain("Похоже, он уже есть: Берёзов Илья Олегович, благодарственное письмо, предложен");
        list = await Filled(again.Form("Записать"), "Березов И.О.", "False", "Gratitude", "01.12.2023").Set("despite", "true").Submit();
        list.All("table tbody tr").Count.ShouldBe(3);
        list.Text.ShouldContain("нет согласия");

        list = await Chosen(list, "Согласовать").Submit();
        list.Refusal.ShouldBe("");
        var draft = await Words(town.Office, $"/desk/awards/paper/{list.Address[^36..]}?kind=act");
        foreach (var part in new[] { "ПРОЕКТ", "РАСПОРЯЖЕНИЕ", "О награждении предпринимателей", "В соответствии с Положением о наградах", "1. Объявить благодарность согласно приложению.", "Контроль за выполнением настоящего распоряжения оставляю за собой.", "Глава округа", "Н.П.\u00A0Луговой", "Приложение", "СПИСОК", "ООО «Зелёный двор»", "Сквер на Садовой" })
            draft.ShouldContain(part);
        (await Chosen(list, "Включить в распоряжение").Set("number", "118-р").Set("on", "05.12.2023").Submit()).Refusal.ShouldContain("Берёзов Илья Олегович: нет согласия");
        var person = await app.Read(db => db.Awards.Where(a => a.ProgrammeId == town.Plan.Programme.Id && a.Name == "Берёзов Илья Олегович").Select(a => a.Id).SingleAsync());
        list = await (await town.Office.Open($"/desk/awards/person/{list.Address[^36..]}/{person}")).Form("Сохранить").Set("Input.AgreedOn", "02.12.2023").Set("Input.Place", "папка 12-04").Submit();
        list = await Chosen(list, "Включить в распоряжение").Set("number", "118-р").Set("on", "05.12.2023").Submit();
        list.Refusal.ShouldBe("");
        list.Text.ShouldContain("№ 118-р от 05.12.2023");
        // The act proves the measure of the plan: a fact with its number, and the report begins with it.
        var measure = row.Id;
        var fact = await app.Read(db => db.Facts.SingleAsync(f => f.MeasureId == measure && f.Kind == "награждение" && !f.IsWithdrawn));
        (fact.Quantity, fact.Proof!.ActNumber, fact.Proof.ActOn).ShouldBe((3, "118-р", new DateOnly(2023, 12, 5)));

        var diplomas = await Words(town.Office, $"/desk/awards/paper/{list.Address[^36..]}?kind=diplomas");
        foreach (var part in new[] { "БЛАГОДАРНОСТЬ", "ПОЧЁТНАЯ ГРАМОТА", "БЛАГОДАРСТВЕННОЕ ПИСЬМО", "Распоряжение от 05.12.2023 № 118-р" }) diplomas.ShouldContain(part);
        (await town.Office.Ask($"/desk/awards/paper/{list.Address[^36..]}?kind=list&format=xlsx")).Content.Headers.ContentType!.MediaType!.ShouldContain("spreadsheet");
        list = await Chosen(list, "Отметить вручение").Set("handed", "05.12.2023").Set("happening", opening.Address[^36..]).Submit();
        list.Refusal.ShouldBe("");
        (await town.Office.Open(opening.Address)).Text.ShouldContain("3 награды, вручено 3");
        (await (await app.SignedIn(Role.Executor, town.Plan.Press)).Ask(list.Address)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_act_recorded_by_mistake_is_taken_back_with_its_fact()
    {
        var town = await Ready();
        var list = await (await town.Office.Open($"/desk/awards/edit?programme={town.Plan.Programme.Id}")).Form("Завести список").Set("Input.Title", "Организации округа").Set("Input.UnitId", town.Plan.Finance.Id.ToString()).Set("Input.MeasureId", town.Plan.Row("2.3").Id.ToString()).Submit();
        list = await (await list.Click("Добавить")).Form("Записать").Set("Input.Name", "ООО «Нива»").Set("Input.IsOrganisation", "True").Set("Input.Merit", "помощь").Set("Input.Nominator", "жители").Submit();
        list = await Chosen(await Chosen(list, "Согласовать").Submit(), "Включить в распоряжение").Set("number", "7-р").Set("on", "04.12.2023").Submit();
        (await Chosen(list, "Вернуть на шаг назад").Submit()).Refusal.ShouldContain("Не названо основание");
        list = await Chosen(list, "Вернуть на шаг назад").Set("ground", "Акт не подписан").Submit();
        list.Text.ShouldContain("согласован");
        var programme = town.Plan.Programme.Id;
        (await app.Read(db => db.Facts.CountAsync(f => f.ProgrammeId == programme && f.Kind == "награждение" && !f.IsWithdrawn))).ShouldBe(0);
    }

    private static Form Chosen(Page list, string button) => list.Document.QuerySelectorAll("[name=chosen]").Aggregate(list.Form(button), (f, box) => f.Add("chosen", box.GetAttribute("value")!));

    private static async Task<Page> Invite(Page letters, string group, string line)
    {
        var added = await letters.Form("Добавить адресатов").Set("group", group).Set("addressees", line).Submit();
        added.Refusal.ShouldBe("");
        return added;
    }

    private static async Task<string> Words(Visitor who, string address)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(await (await who.Ask(address)).Content.ReadAsByteArrayAsync()), false);
        return string.Join("\n", file.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText));
    }

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
}

public sealed class TourAndThanksOnSqlite(SqliteApp app) : TourAndThanks(app), IClassFixture<SqliteApp>;

public sealed class TourAndThanksOnPostgres(PostgresApp app) : TourAndThanks(app), IClassFixture<PostgresApp>;
