using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Changes;

/// <summary>A draft goes round all units of its executors before the head approves it.</summary>
public abstract class AgreementPages(VekhaApp app)
{
    private async Task<(Organisation Town, List<Organisation> Units, Plan Plan, Visitor Office)> Draft(int units)
    {
        app.Clock.Set(new DateTimeOffset(2020, 8, 10, 12, 0, 0, TimeSpan.FromHours(3)));
        var town = await app.Unit();
        List<Organisation> all = [];
        for (var i = 0; i < units; i++) all.Add(await app.Unit(under: town));
        var programme = new Programme("Краеведческий портал", town.Id, "городской округ Химки", DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, "План организационных мероприятий (дорожная карта)", new DateRange(new(2020, 8, 1), new(2021, 7, 31)));
        var stage = plan.AddStage("Подготовительный этап", code: "П");
        foreach (var (unit, i) in all.Select((u, i) => (u, i + 1)))
        {
            var measure = plan.AddMeasure(stage, $"{i}", $"Мероприятие {i}");
            (measure.DeadlineText, measure.Deadlines) = ("до 01.10.2020", [new Deadline.By(new(2020, 10, 1))]);
            measure.AddExecutor(unit.Name, ExecutorKind.Organisation);
        }
        await app.Keep(programme, plan);
        return (town, all, plan, await app.SignedIn(Role.ProjectOffice, town));
    }

    private static async Task<Page> Send(Visitor office, Plan plan) => await (await office.Open($"/desk/changes/agreement/{plan.Id}")).Form("Отправить").Set("By", "14.08.2020").Submit();

    private static async Task<Page> Say(Visitor unit, Plan plan, string word, string? remarks = null)
    {
        var form = (await unit.Open($"/desk/changes/agreement/{plan.Id}")).Form("Записать ответ").Set("word", word);
        return await (remarks is null ? form : form.Set("remarks", remarks)).Submit();
    }

    private static async Task<Page> Approve(Visitor office, Plan plan, string? overrule = null)
    {
        var form = (await office.Open($"/desk/plans/approve/{plan.Id}")).Form("Утвердить").Set("Post", "Глава городского округа").Set("Name", "С.П. Орлов").Set("On", "17.08.2020");
        return await (overrule is null ? form : form.Set("Overrule", overrule)).Submit();
    }

    [Fact, Trait("Acceptance", "S0.6")]
    public async Task All_nine_units_agree_or_remark_and_then_the_head_approves()
    {
        var (_, units, plan, office) = await Draft(9);
        (await (await office.Open($"/desk/plans/plan/{plan.Id}")).Click("На согласование")).Text.ShouldContain("На согласование ещё не отправляли");
        (await Send(office, plan)).Text.ShouldContain("Отправлено: 9 исполнителей");
        for (var i = 0; i < units.Count; i++)
        {
            var unit = await app.SignedIn(Role.Executor, units[i]);
            if (i == 0)
            {
                var desk = await unit.Open("/desk/changes");
                desk.One(".v-nav a[aria-current=page] .v-count").TextContent.ShouldStartWith("1");
                desk.Text.ShouldContain("ждёт вашего ответа");
                (await Approve(office, plan)).Refusal.ShouldContain("не согласован до конца");
            }
            var said = await Say(unit, plan, i == 8 ? "Remarks" : "Agrees", i == 8 ? "П.9: просим срок до 15 октября" : null);
            said.Refusal.ShouldBe("");
            said.Text.ShouldContain($"Ответили {i + 1} из 9");
        }
        (await Approve(office, plan)).Refusal.ShouldContain(units[8].Name);
        var answered = await (await office.Open($"/desk/changes/agreement/{plan.Id}")).Form("Ответить").Set("taken", "false").Set("answer", "").Submit();
        answered.Refusal.ShouldContain("почему замечания отклонены");
        await (await office.Open($"/desk/changes/agreement/{plan.Id}")).Form("Ответить").Set("taken", "false").Set("answer", "Срок задан губернатором").Submit();

        var answer = await office.Ask($"/desk/changes/agreement/{plan.Id}?handler=Sheet&format=docx");
        using var word = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
        var sheet = word.MainDocumentPart!.Document!.Body!.InnerText;
        sheet.ShouldContain("Лист согласования");
        foreach (var unit in units) sheet.ShouldContain(unit.Name);
        sheet.ShouldContain("П.9: просим срок до 15 октября");
        sheet.ShouldContain("Отклонено. Срок задан губернатором");
        sheet.ShouldContain("10.08.2020");

        var approved = await Approve(office, plan);
        approved.Text.ShouldContain("Версия 1, утверждена 17 августа 2020, пн");
    }

    [Fact]
    public async Task Without_all_words_the_head_approves_only_with_a_reason_that_stays_in_the_journal()
    {
        var (_, _, plan, office) = await Draft(2);
        await Send(office, plan);
        (await Approve(office, plan, "Срок представления губернатору — сегодня")).Text.ShouldContain("Версия 1");
        (await app.Read(db => db.Set<Vekha.Web.Platform.JournalEntry>().Where(e => e.SubjectId == plan.Id && e.Verb == "план утверждён").Select(e => e.After).SingleAsync()))!.ShouldContain("губернатору");
    }

    [Fact]
    public async Task A_changed_draft_is_told_and_a_new_round_begins_while_the_first_stays()
    {
        var (_, units, plan, office) = await Draft(2);
        await Send(office, plan);
        var unit = await app.SignedIn(Role.Executor, units[0]);
        (await Say(unit, plan, "Declines")).Refusal.ShouldContain("Не названа причина");
        await Say(unit, plan, "Declines", "П.1 не наше");
        await (await office.Open($"/desk/plans/edit/{plan.Id}?row={plan.Measures[0].Id}")).Form("Сохранить").Set("Input.Title", "Мероприятие 1, уточнённое").Submit();
        (await office.Open($"/desk/changes/agreement/{plan.Id}")).Text.ShouldContain("Черновик изменён после отправки");
        var again = await (await office.Open($"/desk/changes/agreement/{plan.Id}")).Form("Начать новый круг").Set("By", "20.08.2020").Submit();
        again.Text.ShouldContain("Круг 2");
        again.Text.ShouldContain("Ответили 0 из 2");
        (await office.Open($"/desk/changes/agreement/{plan.Id}?round=1")).Text.ShouldContain("П.1 не наше");
    }

    [Fact]
    public async Task Who_was_not_asked_does_not_see_the_draft_and_nobody_speaks_for_another_unit()
    {
        var (town, units, plan, office) = await Draft(2);
        var (first, stranger) = (await app.SignedIn(Role.Executor, units[0]), await app.SignedIn(Role.Executor, await app.Unit(under: town)));
        (await first.Ask($"/desk/changes/agreement/{plan.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "not sent yet");
        await Send(office, plan);
        (await stranger.Ask($"/desk/changes/agreement/{plan.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var foreign = await app.Read(db => db.Set<Agreement>().Where(a => a.OrganisationId == units[1].Id).Select(a => a.Id).SingleAsync());
        (await (await first.Open($"/desk/changes/agreement/{plan.Id}")).Form("Записать ответ").Set("unit", foreign.ToString()).Submit()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await first.Open($"/desk/changes/agreement/{plan.Id}")).Form("Записать ответ").Set("unit", foreign.ToString()).To($"/desk/changes/agreement/{plan.Id}?handler=Reply").Submit()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Read(db => db.Set<Agreement>().CountAsync(a => a.OrganisationId == units[1].Id && a.Word == AgreementWord.Waiting))).ShouldBe(1);
    }

    [Fact]
    public async Task Changes_of_an_approved_plan_go_round_those_whose_rows_change_before_they_become_a_version()
    {
        var (town, units, plan, office) = await Draft(3);
        await Approve(office, plan);
        app.Clock.Set(new DateTimeOffset(2020, 9, 1, 12, 0, 0, TimeSpan.FromHours(3)));
        office = await app.SignedIn(Role.ProjectOffice, town);
        var row = plan.Measures[1];
        (await office.Open($"/desk/changes/agreement/{plan.Id}")).All("button").ShouldNotContain("Отправить");
        var ask = (await office.Open($"/desk/changes/new?measure={row.Id}&kind=Executors")).Form("Подать запрос");
        var filed = await ask.Set("After", $"{units[1].Name}\n{units[2].Name}").Set("Reason", "Нужен соисполнитель").Set("Impact", "Показатели не меняются").Submit();
        filed.Refusal.ShouldBe("");

        var page = await filed.Click("Согласовать с исполнителями");
        page.Title.ShouldBe("Согласование изменений");
        var sent = await page.Form("Отправить").Set("By", "04.09.2020").Submit();
        sent.Text.ShouldContain("Отправлено: 2 исполнителя");
        sent.Text.ShouldContain("Согласуются изменения для версии 2 плана");
        // The unit of another row is not asked; the one that is to be named anew is.
        (await (await app.SignedIn(Role.Executor, units[0])).Open($"/desk/changes/agreement/{plan.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var fresh = await app.SignedIn(Role.Executor, units[2]);
        (await fresh.Open("/desk/changes")).Text.ShouldContain("ждёт вашего ответа");
        await Say(fresh, plan, "Agrees");

        async Task<Page> Decide(string? overrule)
        {
            var curator = await app.SignedIn(Role.Curator, town);
            var form = (await curator.Open(filed.Address)).Form("Одобрить").Set("Post", "Заместитель главы").Set("Name", "И.С. Белов").Set("On", "01.09.2020");
            return await (overrule is null ? form : form.Set("Overrule", overrule)).Submit();
        }
        (await Decide(null)).Refusal.ShouldContain($"не согласованы до конца: {units[1].Name}");
        (await Decide("Срочно, устно согласовано")).Text.ShouldContain("версия 2");
        (await office.Open($"/desk/changes/agreement/{plan.Id}")).Text.ShouldContain("она утверждена, круг закончен");
        (await fresh.Open("/desk/changes")).Text.ShouldNotContain("ждёт вашего ответа");

        var paper = await office.Ask($"/desk/plans/papers/{plan.Id}?handler=Take&paper=plan&format=docx");
        using var word = WordprocessingDocument.Open(new MemoryStream(await paper.Content.ReadAsByteArrayAsync()), false);
        word.MainDocumentPart!.Document!.Body!.InnerText.Replace('\u00a0', ' ').ShouldContain("(в редакции от 1 сентября 2020 г.");
    }
}

public sealed class AgreementPagesOnSqlite(SqliteApp app) : AgreementPages(app), IClassFixture<SqliteApp>;

public sealed class AgreementPagesOnPostgres(PostgresApp app) : AgreementPages(app), IClassFixture<PostgresApp>;
