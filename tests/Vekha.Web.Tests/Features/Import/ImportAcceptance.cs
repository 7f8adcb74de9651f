using Vekha.Plans;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Import;

/// <summary>Steps of the acceptance scripts that happen at the desk where documents are read.</summary>
public abstract partial class ImportAcceptance(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S0.1")]
    public async Task The_torn_table_of_Khimki_gives_sixteen_measures_with_codes_of_their_stage()
    {
        var page = await (await app.SignedIn(Role.ProjectOffice)).Import("khimki-portal.docx", "Краеведческий портал");
        page.Codes.ShouldBe(["П.1", "П.2", "П.3", "П.4", "П.5", "П.6", "П.7", "О.1", "О.2", "О.3", "О.4", "О.5", "О.6", "З.1", "З.2", "З.3"]);
        page.All("#got-h, h3").ShouldContain("Подготовительный этап");
        page.One("#got-h").TextContent.Squeezed().ShouldBe("Что прочитано 3 этапа, 16 мероприятий, 9 исполнителей");
        page.Codes.Select(c => page.Row(c)).ShouldNotContain(r => r.Contains("---"));
    }

    [Fact, Trait("Acceptance", "S0.2")]
    public async Task Deadlines_of_Khimki_become_control_days_with_their_reason()
    {
        var page = await (await app.SignedIn(Role.ProjectOffice)).Import("khimki-portal.docx", "Краеведческий портал");
        page.When("П.1").ShouldBe("31 августа 2020, пн");
        page.When("П.2").ShouldBe("1 октября 2020, чт");
        foreach (var october in new[] { "П.3", "П.4", "П.5", "П.6", "П.7" })
        {
            page.When(october).ShouldBe("30 октября 2020, пт");
            page.Row(october).ShouldContain("31-е — суббота");
        }
        page.When("О.6").ShouldBe("26 февраля 2021, пт");
        page.Row("О.6").ShouldContain("28-е — воскресенье");
        page.When("О.5").ShouldBe("1 октября 2020 — 30 июня 2021, ср");
        page.When("З.1").ShouldBe("24 июня 2021, чт");
        page.When("З.2").ShouldBe("1 июня — 30 июля 2021, пт");
        page.Codes.Count(c => page.Row(c).Contains("исполняется постоянно")).ShouldBe(4);
        page.When("О.3").ShouldBe("Открытая ссылка");
        page.Row("О.3").ShouldContain("срок в другом документе");
        page.Questions.Count(q => q.Contains("входит ли сам этот день в срок")).ShouldBe(1);

        var answered = await page.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        answered.Questions.ShouldHaveSingleItem().ShouldContain("рабочие группы");
        (await app.Draft(answered)).Review.Head.BeforeIsInclusive.ShouldBe(true);
    }

    [Fact, Trait("Acceptance", "S0.3")]
    public async Task Executors_of_Khimki_are_nine_the_first_leads_and_councils_are_bodies()
    {
        var page = await (await app.SignedIn(Role.ProjectOffice)).Import("khimki-portal.docx", "Краеведческий портал");
        var rows = (await app.Draft(page)).Review.Rows;
        var all = rows.SelectMany(r => r.Executors).ToList();
        all.Select(e => e.Name.ToLowerInvariant()).Distinct().Count().ShouldBe(9);
        all.Where(e => e.Name is "Координационный совет" || e.Name.Equals("рабочие группы", StringComparison.OrdinalIgnoreCase)).ShouldAllBe(e => e.Kind == ExecutorKind.Body);
        all.Single(e => e.Name.StartsWith("Территориальные управления", StringComparison.Ordinal)).Kind.ShouldBe(ExecutorKind.Class);
        all.ShouldAllBe(e => !e.Name.Contains(" ,"));
        rows[1].Executors[0].Name.ShouldBe("Координационный совет");
    }

    [Fact, Trait("Acceptance", "S0.4")]
    public async Task One_measure_is_split_into_three_deliverables_and_keeps_its_number()
    {
        var page = await (await app.SignedIn(Role.ProjectOffice)).Import("khimki-portal.docx", "Краеведческий портал");
        var before = page.Codes;
        page.Row("П.2").ShouldContain("В тексте 3 части");
        page = await page.Form($"#m-{page.Id("П.2")} form[action*=Split]").Submit();
        var parts = page.All($"#m-{page.Id("П.2")} .v-parts li");
        parts.Count.ShouldBe(3);
        parts[0].ShouldStartWith("Формирование состава рабочих групп");
        parts[1].ShouldStartWith("Определение ответственных");
        parts[2].ShouldStartWith("Формирование пула экспертов");
        page.Codes.ShouldBe(before);
    }

    [Fact, Trait("Acceptance", "S1.3")]
    public async Task Deadlines_of_the_clubs_are_shifted_from_days_off_and_keep_the_order_of_the_document()
    {
        var page = await (await app.SignedIn(Role.ProjectOffice)).Import("equal-opportunities.docx", "Равные возможности");
        page.Codes.ShouldBe(Enumerable.Range(1, 34).Select(n => $"{n}"));
        foreach (var row in Enumerable.Range(1, 7)) page.When($"{row}").ShouldBe("29 сентября 2017, пт");
        page.Row("1").ShouldContain("30-е — суббота");
        page.When("14").ShouldBe("10 октября — 25 декабря 2017, пн");
        var rows = (await app.Draft(page)).Review.Rows;
        rows[15].Deadlines.Count.ShouldBe(5);
        rows[29].Deadlines.Count.ShouldBe(5);
        page.Row("29").ShouldContain("23 марта 2018, пт");
        page.When("19").ShouldBe("15 января 2018, пн");
        page.Codes.Count(c => page.When(c) == "29 декабря 2017, пт").ShouldBeGreaterThan(0);
        page.Codes.Count(c => page.When(c) == "31 августа 2018, пт").ShouldBeGreaterThan(0);
    }

    [Fact, Trait("Acceptance", "S2.2")]
    public async Task The_scheme_of_Novokuznetsk_gives_twenty_three_lines_and_asks_about_the_orphan_unit()
    {
        var page = await (await app.SignedIn(Role.ProjectOffice)).Import("novokuznetsk-400.docx", "Новокузнецк-400");
        var review = (await app.Draft(page)).Review;
        review.Rows.Count.ShouldBe(23);
        review.Rows.Select(r => r.Fields.GetValueOrDefault("leader")).Distinct().Count().ShouldBe(10);
        review.Rows.GroupBy(r => r.Fields["leader"]).Select(g => g.Count()).ShouldBe([3, 8, 1, 3, 2, 1, 2, 1, 1, 1]);
        page.Questions.ShouldContain(q => q.Contains("Управление экономического развития"));
        review.Rows.Count(r => r.Title.Contains("высказанные предложения по включению", StringComparison.Ordinal)).ShouldBeGreaterThan(3);
    }

    [Fact, Trait("Acceptance", "S3.2")]
    public async Task Lost_deadlines_of_the_media_plan_are_marked_and_never_guessed()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await office.Import("petrovsky-mediaplan.docx", "Медиаплан");
        var press = page.Codes.First(c => page.Row(c).Contains("пресс-релиз"));
        var results = page.Codes.First(c => page.Row(c).Contains("об итогах проведения"));
        page.When(press).ShouldBe("Срок не распознан");
        page.Row(press).ShouldContain("потеряно число дней");
        page.When(results).ShouldStartWith("Срок не");
        page.Codes.Count(c => page.When(c).StartsWith("Срок не", StringComparison.Ordinal)).ShouldBe(2);
        page.Questions.ShouldContain(q => q.Contains("Число дней"));

        var asked = (await app.Draft(page)).Review.Questions.First(q => q.Text.Contains("Число дней", StringComparison.Ordinal)).Id;
        page = await office.Open($"{page.Address}?q={asked}");
        var now = await page.Form("#questions .is-now form").Set("answer.Days", "10").Set("answer.Unit", "WorkingDay").Submit();
        now.When(press).ShouldBe("Ждёт заключения муниципального контракта");
        now.Row(press).ShouldContain("10 рабочих дней");
    }

    [Fact, Trait("Acceptance", "S4.2")]
    public async Task Steps_of_the_resource_environment_keep_their_sundays_overlaps_and_decree_days()
    {
        var page = await (await app.SignedIn(Role.ProjectOffice)).Import("resource-environment.docx", "Ресурсная среда");
        var review = (await app.Draft(page)).Review;
        page.Row("1.1").ShouldContain("31-е — воскресенье");
        page.When("1.1").ShouldContain("29 мая 2020, пт");
        review.Rows.Where(r => r.Stage is not null).ShouldAllBe(r => r.Deadlines.Count > 0);
        page.Codes.Count(c => page.Row(c).Contains("по указу")).ShouldBe(0, "decree days do not move deadlines");
    }
}

public sealed class ImportAcceptanceOnSqlite(SqliteApp app) : ImportAcceptance(app), IClassFixture<SqliteApp>;

public sealed class ImportAcceptanceOnPostgres(PostgresApp app) : ImportAcceptance(app), IClassFixture<PostgresApp>;
