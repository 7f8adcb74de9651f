using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Plans;

/// <summary>A plan from its draft to the papers.</summary>
public abstract class PlanPages(VekhaApp app)
{
    internal sealed record Project(Organisation Town, Organisation Education, Programme Programme, Plan Plan)
    {
        public string Page => $"/desk/plans/plan/{Plan.Id}";
    }

    internal static async Task<Project> Draft(VekhaApp app, string title = "План организационных мероприятий (дорожная карта)")
    {
        var town = await app.Unit();
        var education = await app.Unit(under: town);
        var programme = new Programme("Краеведческий портал", town.Id, "городской округ Химки", DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, title, new DateRange(new(2020, 8, 1), new(2020, 12, 31)));
        var (first, second) = (plan.AddStage("Подготовительный этап", code: "П"), plan.AddStage("Основной этап", code: "О"));
        Row(first, "2", "Формирование состава рабочих групп", "до 01.10.2020", new Deadline.By(new(2020, 10, 1)));
        Row(first, "7", "Создание медиаплана", "октябрь 2020", new Deadline.During(new(2020, 10, 1), new(2020, 10, 31)));
        Row(second, "1", "Обеспечение деятельности рабочих групп", "постоянно", new Deadline.Ongoing());
        Row(second, "3", "Информационное освещение проекта", "по отдельному плану", new Deadline.Reference("отдельный план"));
        Row(second, "5", "Отчёт о завершении", "не позднее 30 дней со дня завершения проекта",
            new Deadline.Relative(30, OffsetUnit.CalendarDay, OffsetDirection.After, "завершения проекта", OffsetLimit.NotLater));
        await app.Keep(programme, plan);
        return new(town, education, programme, plan);

        void Row(Stage stage, string number, string name, string words, Deadline deadline)
        {
            var measure = plan.AddMeasure(stage, number, name);
            (measure.DeadlineText, measure.Deadlines) = (words, [deadline]);
            measure.AddExecutor(education.Name, ExecutorKind.Organisation);
        }
    }

    internal static async Task<Page> Approve(Visitor office, Project project) => await (await office.Open($"/desk/plans/approve/{project.Plan.Id}"))
        .Form("Утвердить").Set("Post", "Глава городского округа Химки").Set("Name", "С.П. Орлов").Set("On", "17.08.2020").Submit();

    [Fact, Trait("Acceptance", "S0.6")]
    public async Task The_head_approves_and_version_1_is_locked_and_printed_with_its_stamp_and_stages()
    {
        var project = await Draft(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        (await office.Open(project.Page)).Text.ShouldContain("Черновик: не утверждён");
        var approved = await Approve(office, project);
        approved.Text.ShouldContain("Версия 1, утверждена 17 августа 2020, пн");
        approved.One(".v-stamp").TextContent.Squeezed().ShouldBe("УТВЕРЖДАЮ Глава городского округа Химки______________ С.П. Орлов 17 августа 2020 г.");
        approved.Has("a[href^='/desk/plans/approve']").ShouldBeFalse();

        var answer = await office.Ask($"/desk/plans/papers/{project.Plan.Id}?handler=Take&paper=plan&format=docx");
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("План, Краеведческий портал.docx");
        using var word = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
        var body = word.MainDocumentPart!.Document.Body!;
        body.InnerText.ShouldContain("УТВЕРЖДАЮ");
        var rows = body.Descendants<Table>().Last().Elements<TableRow>().ToList();
        rows.Where(r => r.Elements<TableCell>().Count() == 1).Select(r => r.InnerText).ShouldBe(["Подготовительный этап", "Основной этап"]);
        rows.Select(r => r.InnerText).ShouldContain(t => t.Contains("до 01.10.2020"));
        // The text stays as approved: a second approval leads back to the plan.
        (await office.Open($"/desk/plans/approve/{project.Plan.Id}")).Address.ShouldBe(project.Page);
    }

    [Fact]
    public async Task Two_people_who_approve_at_once_make_one_version_and_one_set_of_assignments()
    {
        var project = await Draft(app);
        var (one, two) = (await app.SignedIn(Role.ProjectOffice, project.Town), await app.SignedIn(Role.Curator, project.Town));
        var pages = await Task.WhenAll(Approve(one, project), Approve(two, project));
        pages.ShouldAllBe(p => p.Address == project.Page && p.Status == HttpStatusCode.OK);
        (await app.Read(db => db.Set<PlanVersion>().CountAsync(v => v.PlanId == project.Plan.Id))).ShouldBe(1);
        (await app.Read(db => db.Assignments.Where(a => a.PlanId == project.Plan.Id).ToListAsync())).GroupBy(a => (a.MeasureId, a.ExecutorId, a.Occurrence)).ShouldAllBe(g => g.Count() == 1);
    }

    [Fact, Trait("Acceptance", "S0.17")]
    public async Task What_is_done_constantly_gets_a_report_by_20_January_and_is_never_red()
    {
        var project = await Draft(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        await Approve(office, project);
        var row = (await office.Open(project.Page + "?on=2020-11-02")).All("tr").Single(r => r.StartsWith("О.1", StringComparison.Ordinal));
        row.ShouldContain("20.01.2021, ср");
        row.ShouldContain("постоянно");
        var later = await office.Open(project.Page + "?on=2022-06-01");
        later.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Squeezed().StartsWith("О.1", StringComparison.Ordinal)).QuerySelector(".v-state--over").ShouldBeNull();
    }

    [Fact, Trait("Acceptance", "S3.5")]
    public async Task The_media_plan_is_printed_in_four_columns_after_its_approval()
    {
        var project = await Draft(app, "МЕДИАПЛАН по информационному сопровождению");
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        await Approve(office, project);
        var content = await (await office.Ask($"/desk/plans/papers/{project.Plan.Id}?handler=Take&paper=plan&format=docx")).Content.ReadAsByteArrayAsync();
        using var word = WordprocessingDocument.Open(new MemoryStream(content), false);
        var table = word.MainDocumentPart!.Document.Body!.Descendants<Table>().Last();
        table.Elements<TableRow>().First().Elements<TableCell>().Count().ShouldBe(4);
        word.MainDocumentPart.Document.InnerText.ShouldContain("МЕДИАПЛАН по информационному сопровождению");
    }

    [Fact]
    public async Task Control_days_stand_with_their_reasons_and_filters_live_in_the_address()
    {
        var project = await Draft(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        await Approve(office, project);
        var all = await office.Open(project.Page + "?on=2020-11-02");
        var october = all.All("tr").Single(r => r.StartsWith("П.7", StringComparison.Ordinal));
        october.ShouldContain("30.10.2020, пт");
        october.ShouldContain("31-е — суббота");
        october.ShouldContain("просрочено");
        all.All("tr").Single(r => r.StartsWith("О.3", StringComparison.Ordinal)).ShouldContain("Связать с планом");
        all.All("tr").Single(r => r.StartsWith("О.5", StringComparison.Ordinal)).ShouldContain("завершения проекта");
        var late = await office.Open(project.Page + "?on=2020-11-02&state=over&sort=due&q=медиаплан");
        late.All("tbody tr .v-no").ShouldBe(["П.7"]);
        late.One(".v-day").TextContent.Squeezed().ShouldBe("на 2 ноября 2020, пн");
        (await office.Open(project.Page + "?q=такого+нет")).Text.ShouldContain("По этим условиям мероприятий нет");
    }

    [Fact]
    public async Task One_executor_written_with_a_small_and_a_capital_letter_is_one_in_the_filter()
    {
        var project = await Draft(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        await app.Do(async services =>
        {
            var db = services.GetRequiredService<VekhaDb>();
            var measures = await db.Measures.Include(m => m.Executors).Where(m => m.PlanId == project.Plan.Id).OrderBy(m => m.Position).ToListAsync();
            measures[0].AddExecutor("рабочие группы", ExecutorKind.Body);
            measures[2].AddExecutor("Рабочие группы", ExecutorKind.Body);
            await db.SaveChangesAsync();
        });

        var plan = await office.Open(project.Page);
        plan.All("#executor option").ShouldBe(["Все исполнители (2)", project.Education.Name, "Рабочие группы"], ignoreOrder: true);
        (await office.Open(project.Page + "?executor=" + Uri.EscapeDataString("Рабочие группы"))).All("tbody tr .v-no").ShouldBe(["П.2", "О.1"]);
    }

    [Fact]
    public async Task A_scheme_without_stages_stands_under_its_leaders_and_says_for_whom_each_row_is()
    {
        var project = await Draft(app);
        var plan = new Plan(project.Programme.Id, "Схема продвижения", project.Plan.Period);
        foreach (var (leader, audience) in new[] { ("БЕДАРЕВ Е.А.", "Руководители предприятий"), ("ВЕРЖИЦКИЙ Г.А.", "Учреждения культуры") })
            plan.AddMeasure(null, "1", "Встречи с коллективами", leader).Fields = new() { ["leader"] = leader, ["audience"] = audience };
        await app.Keep(plan);
        var page = await (await app.SignedIn(Role.ProjectOffice, project.Town)).Open($"/desk/plans/plan/{plan.Id}");
        page.All("tr.v-group th").ShouldBe(["БЕДАРЕВ Е.А. 1 мероприятие", "ВЕРЖИЦКИЙ Г.А. 1 мероприятие"]);
        page.All("tbody tr:not(.v-group) td:nth-child(2)").ShouldBe(["Встречи с коллективами Для кого: Руководители предприятий", "Встречи с коллективами Для кого: Учреждения культуры"]);
    }

    [Fact]
    public async Task The_calendar_is_narrowed_by_the_same_words_of_the_address_as_the_plan()
    {
        var project = await Draft(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var calendar = $"/desk/plans/calendar/{project.Plan.Id}?month=2020-10";
        (await office.Open(calendar)).All(".v-month-i").Count.ShouldBe(2);
        (await office.Open(calendar + "&q=медиаплан")).All(".v-month-i").ShouldHaveSingleItem().ShouldContain("П.7");
        (await office.Open(calendar + "&q=такого+нет")).Text.ShouldContain("По этим условиям в этом месяце контрольных дней нет");
    }

    [Fact]
    public async Task What_cannot_be_computed_stands_in_a_section_of_its_own_with_the_reason()
    {
        var project = await Draft(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var plan = await Approve(office, project);

        plan.One("#uncomputed h2").TextContent.Squeezed().ShouldBe("Нельзя вычислить: дня пока нет у 1 мероприятия");
        var line = plan.One("#uncomputed li").TextContent.Squeezed();
        line.ShouldStartWith("О.5. Отчёт о завершении «не позднее 30 дней со дня завершения проекта»");
        line.ShouldContain("завершения проекта");
        (await office.Open("/desk/control")).One("#uncomputed tbody").TextContent.Squeezed().ShouldContain("Отчёт о завершении");
    }

    [Fact]
    public async Task A_foreign_person_does_not_find_the_plan_and_an_executor_does_not_find_a_draft()
    {
        var project = await Draft(app);
        var (stranger, executor) = (await app.SignedIn(Role.ProjectOffice), await app.SignedIn(Role.Executor, project.Education));
        foreach (var address in new[] { project.Page, $"/desk/plans/papers/{project.Plan.Id}", $"/desk/plans/measure/{project.Plan.Measures[0].Id}", $"/desk/plans/approve/{project.Plan.Id}" })
            (await stranger.Ask(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        (await executor.Ask(project.Page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Approve(await app.SignedIn(Role.ProjectOffice, project.Town), project);
        (await executor.Open(project.Page)).Text.ShouldContain("Версия 1");
        (await executor.Ask($"/desk/plans/approve/{project.Plan.Id}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.Ask(project.Page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task All_papers_come_in_both_formats()
    {
        var project = await Draft(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        await Approve(office, project);
        foreach (var paper in new[] { "plan", "plan-days", "progress" })
        {
            var address = $"/desk/plans/papers/{project.Plan.Id}?on=2020-11-02&handler=Take&paper={paper}&format=";
            using var word = WordprocessingDocument.Open(new MemoryStream(await (await office.Ask(address + "docx")).Content.ReadAsByteArrayAsync()), false);
            word.MainDocumentPart!.Document.InnerText.ShouldContain("Создание медиаплана");
            using var excel = SpreadsheetDocument.Open(new MemoryStream(await (await office.Ask(address + "xlsx")).Content.ReadAsByteArrayAsync()), false);
            excel.WorkbookPart!.WorksheetParts.ShouldNotBeEmpty();
        }
        (await office.Ask($"/desk/plans/papers/{project.Plan.Id}?handler=Take&paper=plan&format=exe")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_programme_is_founded_with_its_rules_and_needs_a_name()
    {
        var town = await app.Unit();
        var office = await app.SignedIn(Role.ProjectOffice, town);
        var refused = await (await office.Open("/desk/plans/programme")).Form("Сохранить").Set("Input.OrganisationId", town.Id.ToString()).Submit();
        refused.Refusal.ShouldContain("Название");
        var made = await refused.Form("Сохранить").Set("Input.Name", "400 лет городу").Set("Input.TimeZoneId", "Asia/Novokuznetsk").Set("Input.Shift", "Forward").Submit();
        made.Address.ShouldStartWith("/desk/import?programme=");
        var programme = await app.Read(db => db.Programmes.SingleAsync(p => p.OrganisationId == town.Id));
        (programme.Policy.TimeZoneId, programme.Policy.Shifts.Plan).ShouldBe(("Asia/Novokuznetsk", ShiftRule.Forward));
        (await office.Open("/desk/plans?q=400 ЛЕТ")).Text.ShouldContain("400 лет городу");
    }
}

public sealed class PlanPagesOnSqlite(SqliteApp app) : PlanPages(app), IClassFixture<SqliteApp>;

public sealed class PlanPagesOnPostgres(PostgresApp app) : PlanPages(app), IClassFixture<PostgresApp>;
