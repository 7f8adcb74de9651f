using System.Net;
using Vekha.Control;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Features.Control;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Facts;

/// <summary>A person records what happened once, with its proof, and mends it with the reason.</summary>
public abstract class FactPages(VekhaApp app)
{
    private async Task<(PortalProject Project, Visitor Office, Visitor Unit)> Town()
    {
        app.Clock.Set(new(2020, 11, 2, 12, 0, 0, TimeSpan.FromHours(3)));
        var project = await PortalProject.Approve(app);
        return (project, await app.SignedIn(Role.ProjectOffice, project.Town), await app.SignedIn(Role.Executor, project.Media));
    }

    private static Guid Row(PortalProject project, string code) => project.Plan.Measures.Single(m => m.Code == code).Id;

    private static async Task<Page> Record(Visitor who, PortalProject project, string code, string title, string day, Action<Form>? also = null)
    {
        var form = (await who.Open($"/desk/facts/record?measure={Row(project, code)}")).Form("Записать").Set("Input.Title", title).Set("Input.Kind", "публикация").Set("Input.Day", day);
        also?.Invoke(form);
        return await form.Submit();
    }

    [Fact]
    public async Task An_executor_records_a_fact_of_his_measure_with_proof_and_it_stands_on_the_card_of_the_measure_and_in_the_list()
    {
        var (project, office, unit) = await Town();
        var card = await Record(unit, project, "П.7", "Статья о портале", "30.10.2020", f => f.Set("Given.Links", "https://khimki.example/news/1").Attach("Files", "справка.txt", "итог"u8.ToArray()));
        card.Refusal.ShouldBe("");
        card.Title.ShouldBe("Статья о портале");
        card.Text.ShouldContain("https://khimki.example/news/1");
        card.Text.ShouldContain("справка.txt");
        (await (await unit.Ask(card.Document.QuerySelector("a[href*='handler=File']")!.GetAttribute("href")!)).Content.ReadAsByteArrayAsync()).ShouldBe("итог"u8.ToArray());
        (await office.Open($"/desk/plans/measure/{Row(project, "П.7")}")).One("#facts").TextContent.ShouldContain("Статья о портале");
        await Record(unit, project, "П.7", "Вторая статья", "31.10.2020");
        var list = await office.Open($"/desk/facts?programme={project.Programme.Id}&from=31.10.2020");
        list.All("tbody tr").ShouldHaveSingleItem().ShouldContain("Вторая статья");
        (await office.Open($"/desk/facts?programme={project.Programme.Id}&kind=публикации&q=СТАТЬЯ")).One(".v-figs").TextContent.ShouldContain("2");
        (await office.Ask($"/desk/facts?handler=Excel&programme={project.Programme.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_likely_double_is_asked_about_and_a_fact_of_tomorrow_is_refused_in_the_form()
    {
        var (project, _, unit) = await Town();
        await Record(unit, project, "П.7", "Статья о портале", "30.10.2020");
        var again = await Record(unit, project, "П.7", "Статья о портале.", "30.10.2020");
        again.Text.ShouldContain("Похоже на двойник: «Статья о портале»");
        again.Form("Записать").Value("Input.Title").ShouldBe("Статья о портале.");
        (await again.Form("Записать").Set("Input.DespiteDouble", "true").Submit()).Title.ShouldBe("Статья о портале.");
        (await Record(unit, project, "П.7", "Завтрашнее", "03.11.2020")).Text.ShouldContain("ещё не наступило, сегодня 02.11.2020");
    }

    [Fact]
    public async Task A_measure_that_asks_a_link_refuses_a_fact_without_it()
    {
        var (project, office, unit) = await Town();
        await (await office.Open($"/desk/plans/measure/{Row(project, "П.7")}")).Form("Сохранить").Add("kind", nameof(ProofKind.Link)).Submit();
        (await Record(unit, project, "П.7", "Без ссылки", "30.10.2020")).Text.ShouldContain("Нет ссылок");
        (await Record(unit, project, "П.7", "Со ссылкой", "30.10.2020", f => f.Set("Given.Links", "https://khimki.example/2"))).Title.ShouldBe("Со ссылкой");
    }

    [Fact]
    public async Task A_fact_is_corrected_and_withdrawn_with_a_ground_and_the_second_editor_is_told()
    {
        var (project, office, unit) = await Town();
        var card = await Record(unit, project, "П.7", "Статья", "30.10.2020", f => f.Set("Input.Quantity", "71"));
        var seen = await office.Open(card.Address);
        (await card.Form("Исправить").Set("fix.Quantity", "17").Submit()).Refusal.ShouldContain("Не указано основание");
        var fixedCard = await card.Form("Исправить").Set("fix.Quantity", "17").Set("fix.Ground", "опечатка").Submit();
        fixedCard.Text.ShouldContain("30.10.2020, Статья, 71");
        fixedCard.Text.ShouldContain("опечатка");
        (await seen.Form("Отозвать").Set("withdrawGround", "не наше").Submit()).Refusal.ShouldNotBe("", "the office has not seen the correction");
        var gone = await (await office.Open(card.Address)).Form("Отозвать").Set("withdrawGround", "записано по ошибке").Submit();
        gone.Text.ShouldContain("Факт отозван и не считается: записано по ошибке");
        gone.Has("form[action*=Correct]").ShouldBeFalse();
        (await office.Open($"/desk/facts?programme={project.Programme.Id}")).Text.ShouldNotContain("Статья");
        (await office.Open($"/desk/facts?programme={project.Programme.Id}&withdrawn=true")).Text.ShouldContain("Статья");
    }

    [Fact]
    public async Task A_stranger_finds_nothing_and_another_unit_cannot_record_for_a_measure_or_a_place_that_is_not_its_own()
    {
        var (project, _, unit) = await Town();
        var card = await Record(unit, project, "П.7", "Статья", "30.10.2020");
        var stranger = await app.SignedIn(Role.ProjectOffice);
        (await stranger.Ask(card.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Ask($"/desk/facts?programme={project.Programme.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Ask($"/desk/facts/record?measure={Row(project, "П.7")}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Ask($"/desk/norms/{project.Plan.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Ask($"/desk/plans/anchors/{project.Programme.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var education = await app.SignedIn(Role.Executor, project.Education);
        (await education.Ask(card.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "the measure of another unit");
        (await education.Ask($"/desk/facts/record?measure={Row(project, "П.7")}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Record(education, project, "П.5", "Съёмка", "30.10.2020", f => f.Set("Input.TerritoryId", null).Set("Input.UnitId", null).Add("Input.TerritoryId", project.Media.Id.ToString()))).Text.ShouldContain("Это другой район");
    }
}

public sealed class FactPagesOnSqlite(SqliteApp app) : FactPages(app), IClassFixture<SqliteApp>;

public sealed class FactPagesOnPostgres(PostgresApp app) : FactPages(app), IClassFixture<PostgresApp>;
