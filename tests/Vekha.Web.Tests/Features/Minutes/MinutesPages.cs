using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Minutes;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Minutes;

/// <summary>What a meeting decided with a name and a term is on control the moment the minutes are signed.</summary>
public abstract class MinutesPages(VekhaApp app)
{
    private sealed record Council(Organisation Town, Organisation Education, Organisation Culture, Programme Programme, Visitor Office);

    private async Task<Council> Settle()
    {
        app.Clock.Set(new DateTimeOffset(2020, 11, 3, 12, 0, 0, TimeSpan.FromHours(3)));
        var town = await app.Unit();
        var (education, culture) = (await app.Unit("Управление по образованию " + Guid.NewGuid().ToString("N")[..5], town), await app.Unit("Управление культуры " + Guid.NewGuid().ToString("N")[..5], town));
        var programme = new Programme("Живые голоса " + Guid.NewGuid().ToString("N")[..5], town.Id, "городской округ Химки", DeadlinePolicy.Municipal);
        await app.Keep(programme);
        return new(town, education, culture, programme, await app.SignedIn(Role.ProjectOffice, town));
    }

    private static async Task<Page> Begin(Council council, string kind, string body, string present) =>
        await (await council.Office.Open("/desk/minutes/new")).Form("Создать").Set("Programme", council.Programme.Id.ToString()).Set("Input.Kind", kind).Set("Input.Body", body).Set("Input.Subject", "О подготовке")
            .Set("Input.Day", "02.11.2020").Set("Input.ChairPost", "Заместитель главы").Set("Input.ChairName", "И.С. Белов").Set("Input.Secretary", "М.А. Зотова").Set("Input.Present", present).Submit();

    private static async Task<string> Word(Visitor who, string address)
    {
        var answer = await who.Ask(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        using var word = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
        return string.Join('\n', word.MainDocumentPart!.Document!.Body!.ChildElements.Select(e => e.InnerText)).Replace('\u00A0', ' ');
    }

    [Fact, Trait("Acceptance", "S0.7")]
    public async Task Each_decision_with_a_name_and_a_date_is_an_assignment_on_control()
    {
        var council = await Settle();
        var draft = await Begin(council, "Meeting", "Координационный совет", "Яковлева А.А.\nАндреев Б.Б.");
        draft.Refusal.ShouldBe("");
        draft = await draft.Form("Добавить вопрос").Set("title", "О рабочих группах").Set("heard", "Белов И.С. о составе групп").Set("spoke", "Громова Н.Л.\nСедов А.И.")
            .Set("decided", $"1.1. Утвердить состав рабочих групп.\n1.2. Подготовить список экспертов. Ответственный: {council.Education.Name}. Срок: до 25.11.2020.\n1.3. Собрать согласия экспертов. Ответственный: {council.Culture.Name}. Срок: когда-нибудь").Submit();
        draft.All("tbody tr").Select(r => r.Contains("встанет на контроль")).ShouldBe([false, true, false]);
        draft.Text.ShouldContain("ответственный не назван");
        draft.Text.ShouldContain("не понят");
        draft = await draft.Form("Добавить вопрос").Set("title", "О съёмках").Set("decided", $"Составить график съёмок ({council.Culture.Name}, до 30.11.2020)").Submit();

        var card = await draft.Click("Проверить и подписать");
        card.Text.ShouldContain("Встанет на контроль: 2 решения из 4");
        (await card.Form("Подписан, поставить на контроль").Set("on", "01.11.2020").Submit()).Refusal.ShouldContain("раньше заседания");
        var signed = await card.Form("Подписан, поставить на контроль").Set("on", "03.11.2020").Submit();
        signed.Refusal.ShouldBe("");
        signed.Title.ShouldBe("Протокол № 1 от 02.11.2020");
        signed.Text.ShouldContain("На контроле 2 поручения");

        var educator = await app.SignedIn(Role.Executor, council.Education);
        var mine = await educator.Open("/desk/my");
        mine.Text.ShouldContain("Подготовить список экспертов");
        mine.Text.ShouldNotContain("Составить график съёмок");
        var given = await app.Read(db => db.Assignments.Where(a => a.ProgrammeId == council.Programme.Id).OrderBy(a => a.Control).Select(a => new { a.Control, a.OrganisationId, a.PutOnControlOn }).ToListAsync());
        given.Select(a => (a.Control, a.OrganisationId)).ShouldBe([(new DateOnly(2020, 11, 25), council.Education.Id), (new DateOnly(2020, 11, 30), (Guid?)council.Culture.Id)]);
        given.ShouldAllBe(a => a.PutOnControlOn == new DateOnly(2020, 11, 3));

        var paper = await Word(council.Office, signed.Address + "?handler=Paper");
        foreach (var part in new[] { "ПРОТОКОЛ", "2 ноября 2020 г.", "№ 1", "Присутствовали: Андреев Б.Б.; Яковлева А.А.", "ПОВЕСТКА ДНЯ", "1. О рабочих группах", "СЛУШАЛИ: Белов И.С. о составе групп", "ВЫСТУПИЛИ:", "РЕШИЛИ:", "1.2. Подготовить список экспертов.", "Срок: до 25.11.2020", "2.1. Составить график съёмок", "И.С. Белов", "М.А. Зотова" })
            paper.ShouldContain(part);
        (await council.Office.Open($"/desk/minutes/edit/{signed.Address.Split('/')[^1]}")).Title.ShouldBe("Протокол № 1 от 02.11.2020", "signed minutes are not edited");
    }

    [Fact]
    public async Task The_unit_that_got_an_assignment_sees_its_extract_and_nobody_else_sees_anything()
    {
        var council = await Settle();
        var draft = await (await Begin(council, "Meeting", "Координационный совет", "Андреев Б.Б.")).Form("Добавить вопрос").Set("title", "О разном")
            .Set("decided", $"Одно. Ответственный: {council.Education.Name}. Срок: до 25.11.2020.\nДругое. Ответственный: {council.Culture.Name}. Срок: до 26.11.2020.").Submit();
        var card = (await draft.Click("Проверить и подписать")).Address;
        var educator = await app.SignedIn(Role.Executor, council.Education);
        (await educator.Ask(card)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a draft");
        await (await council.Office.Open(card)).Form("Подписан, поставить на контроль").Submit();

        var seen = await educator.Open(card);
        seen.All("tbody tr").ShouldHaveSingleItem().ShouldContain("Одно");
        seen.Text.ShouldNotContain("Андреев");
        var extract = await Word(educator, card + "?handler=Extract");
        extract.ShouldContain("ВЫПИСКА ИЗ ПРОТОКОЛА");
        extract.ShouldContain("1.1. Одно.");
        extract.ShouldNotContain("Другое");
        (await educator.Ask(card + "?handler=Paper")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await educator.Ask(card + "?handler=Extract&codes=1.2")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(Role.Executor, await app.Unit(under: council.Town))).Ask(card)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(Role.ProjectOffice)).Ask(card)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Word(council.Office, card + "?handler=Extract&codes=1.2")).ShouldContain("1.2. Другое.");
    }

    [Fact, Trait("Acceptance", "S4.18")]
    public async Task A_resolution_notes_resolves_and_recommends_to_each_addressee_and_letters_are_requests()
    {
        var council = await Settle();
        var draft = await Begin(council, "RoundTable", "Круглый стол", string.Join('\n', Enumerable.Range(1, 12).Select(i => $"Участник{i} А.А.")));
        (await draft.Form("Сохранить").Set("people", "10").Set("yes", "30").Submit()).Refusal.ShouldContain("Голосов больше, чем участников");
        draft = await draft.Form("Сохранить").Set("people", "34").Set("noted", "Практики востребованы.\nНе хватает методик.").Set("resolved", $"Создать рабочую группу. Ответственный: {council.Culture.Name}. Срок: до 25.11.2020").Set("yes", "30").Set("no", "1").Set("abstained", "3").Submit();
        draft.Refusal.ShouldBe("");
        draft = await draft.Form("Добавить адресата").Set("addressee", "Министерству природных ресурсов").Set("points", "Поддержать практики\nИздать сборник").Submit();
        draft = await draft.Form("Добавить адресата").Set("addressee", "Администрациям муниципальных районов").Set("points", "Назначить ответственных").Submit();
        var card = await (await draft.Click("Проверить и подписать")).Form("Подписан, поставить на контроль").Submit();
        card.Title.ShouldBe("Резолюция № 1 от 02.11.2020");

        var paper = await Word(council.Office, card.Address + "?handler=Paper");
        var order = new[] { "РЕЗОЛЮЦИЯ", "Участников: 34 (список прилагается)", "Участники отметили:", "Практики востребованы.", "РЕШИЛИ:", "1. Создать рабочую группу.", "РЕКОМЕНДОВАТЬ:", "1. Министерству природных ресурсов:", "1.2. Издать сборник", "2. Администрациям муниципальных районов:", "Голосование: за — 30, против — 1, воздержались — 3.", "Список участников" };
        order.Select(p => paper.IndexOf(p, StringComparison.Ordinal)).ShouldBeInOrder(SortDirection.Ascending);
        paper.IndexOf(order[0], StringComparison.Ordinal).ShouldBeGreaterThanOrEqualTo(0);

        (await app.Read(db => db.Assignments.CountAsync(a => a.ProgrammeId == council.Programme.Id))).ShouldBe(1, "a recommendation is no assignment");
        var letter = await Word(council.Office, card.Document.QuerySelectorAll("a").First(a => a.GetAttribute("href")!.Contains("handler=Letter")).GetAttribute("href")!);
        letter.ShouldContain("Министерству природных ресурсов");
        letter.ShouldContain("Просим рассмотреть рекомендации");
        letter.ShouldNotContain("Назначить ответственных");
        (await card.Form("Записать").Set("on", "03.11.2020").Set("number", "01-17/204").Submit()).Text.ShouldContain("отправлено 03.11.2020 № 01-17/204");
    }

    [Fact]
    public async Task Many_who_sign_at_one_moment_get_as_many_numbers()
    {
        var council = await Settle();
        List<Guid> ids = [];
        for (var i = 0; i < 6; i++)
        {
            var minutes = new MeetingMinutes(council.Programme.Id, null, new() { Body = $"Совет {i}", Day = new(2020, 11, 2), ChairPost = "Глава", ChairName = "С.П. Орлов" });
            minutes.Put(null, "О разном", null, null, "Принять к сведению.");
            await app.Keep(minutes);
            ids.Add(minutes.Id);
        }
        var pages = await Task.WhenAll(ids.Select(id => council.Office.Open($"/desk/minutes/card/{id}")));
        var answers = await Task.WhenAll(pages.Select(p => p.Form("Подписан, поставить на контроль").SubmitOnce()));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Redirect || a.StatusCode == HttpStatusCode.Found);
        (await app.Read(db => db.Minutes.Where(m => ids.Contains(m.Id)).Select(m => m.Number).OrderBy(n => n).ToListAsync())).ShouldBe([1, 2, 3, 4, 5, 6]);
    }
}

public sealed class MinutesPagesOnSqlite(SqliteApp app) : MinutesPages(app), IClassFixture<SqliteApp>;

public sealed class MinutesPagesOnPostgres(PostgresApp app) : MinutesPages(app), IClassFixture<PostgresApp>;
