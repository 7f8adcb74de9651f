using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Home;

/// <summary>What a person finds after the first start, and what a guest may and may not see of it.</summary>
public abstract class ExampleProgrammes(VekhaApp app)
{
    private static readonly string[] Five = ["400-летие Новокузнецка", "Краеведческий портал Химок", "Медиаплан инициативных проектов", "Равные возможности детям", "Ресурсная среда"];

    [Fact]
    public async Task Five_programmes_open_on_their_day_and_one_lives_this_year()
    {
        var programmes = await Loaded();
        programmes.Where(p => p.ShownOn is not null).Select(p => p.Name).Order().ShouldBe(Five);
        programmes.Single(p => p.ShownOn is null).Name.ShouldStartWith("Краеведческий портал Химок, 20");
        var ids = programmes.Select(p => p.Id).ToList();
        (await app.Read(db => db.Plans.CountAsync(p => p.IsApproved && ids.Contains(p.ProgrammeId)))).ShouldBe(6);
    }

    [Fact]
    public async Task Every_example_answers_on_the_desk_and_on_the_portal()
    {
        var office = await SignedIn("zotova");
        var programmes = (await Loaded()).Select(p => p.Id).ToList();
        foreach (var plan in await app.Read(db => db.Plans.Where(p => programmes.Contains(p.ProgrammeId)).Select(p => new { p.Id, p.ProgrammeId }).ToListAsync()))
        {
            (await office.Open($"/desk/control/{plan.ProgrammeId}")).Status.ShouldBe(HttpStatusCode.OK);
            (await office.Open($"/desk/plans/plan/{plan.Id}")).Status.ShouldBe(HttpStatusCode.OK);
            (await office.Open($"/programme/{plan.ProgrammeId}")).Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Khimki_on_2_November_2020_is_as_in_the_picture()
    {
        var page = await (await SignedIn("zotova")).Open($"/desk/plans/plan/{await PlanOf("Краеведческий портал Химок")}");
        var chips = page.All(".v-chips li");
        foreach (var chip in new[] { "Все 16", "Просрочено 1", "На проверке 2", "С нарушением срока 1", "Исполнено 3", "Постоянно 4", "Даты нет 1" }) chips.ShouldContain(chip);
    }

    [Fact]
    public async Task Reports_of_the_examples_come_with_proof_that_opens_and_every_executor_has_a_name_of_the_document()
    {
        var names = await app.Read(db => db.Set<MeasureExecutor>().Select(e => e.Name).Distinct().ToListAsync());
        names.ShouldAllBe(n => n.Any(c => c >= 'А' && c <= 'я'));
        var (assignment, file) = await app.Read(async db => await db.Assignments.SelectMany(a => a.Reports).SelectMany(r => r.Files, (r, f) => new { r.AssignmentId, f.FileId }).FirstAsync() is var first ? (first.AssignmentId, first.FileId) : default);
        var answer = await (await SignedIn("zotova")).Ask($"/desk/control/assignment/{assignment}?handler=file&file={file}");
        using var paper = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), false);
        paper.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("Справка об исполнении мероприятия");
    }

    [Fact]
    public async Task The_portal_shows_every_plan_of_a_programme_and_opens_the_one_that_runs()
    {
        var unit = await Elsewhere();
        var programme = new Programme("Двухлетняя программа", unit.Id, "город", DeadlinePolicy.Municipal) { IsPublic = true, ShownOn = new(2020, 6, 1) };
        await app.Keep(programme);
        foreach (var year in new[] { 2020, 2021 })
        {
            var plan = new Plan(programme.Id, $"План на {year} год", DateRange.Year(year));
            plan.AddMeasure(null, "1", $"Мероприятие {year} года");
            var assignments = plan.Approve(new Approval(new(2020, 1, 9), "Глава", "И.И. Выдумкин", null), programme.Policy.Calendar(), programme.Policy, app.Clock.GetUtcNow(), Guid.NewGuid());
            await app.Keep([plan, .. assignments]);
        }
        var page = await app.Guest().Open($"/programme/{programme.Id}");
        page.All(".v-chips a").ShouldBe(["План: 2020 год", "План: 2021 год"]);
        page.Text.ShouldContain("Мероприятие 2020 года");
        var next = await page.Click("План: 2021 год");
        next.Text.ShouldContain("Мероприятие 2021 года");
        next.Text.ShouldNotContain("Мероприятие 2020 года");
        (await app.Guest().Open($"/programme/{programme.Id}?plan={Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Guest_reads_in_plain_words_what_is_done_and_what_lags()
    {
        var page = await app.Guest().Open($"/programme/{await Khimki()}");
        page.Text.ShouldContain("Из 16 мероприятий исполнено 4, из них позже срока 1. Просрочено 1.");
        page.Text.ShouldContain("Что сделано на 2 ноября 2020");
        page.Text.ShouldContain("Просрочено: Составление сметных расчетов");
        page.Text.ShouldContain("прошло 3 дня");
    }

    [Fact]
    public async Task Guest_sees_no_report_no_remark_no_executor_by_name()
    {
        var texts = await app.Read(db => db.Assignments.SelectMany(a => a.Reports).Select(r => r.Text).ToListAsync());
        var remarks = await app.Read(db => db.Assignments.SelectMany(a => a.Returns).Select(r => r.Reason).ToListAsync());
        var people = await app.Read(db => db.People.Select(p => p.FullName).ToListAsync());
        texts.ShouldNotBeEmpty();
        remarks.ShouldNotBeEmpty();
        foreach (var programme in await app.Read(db => db.Programmes.Select(p => p.Id).ToListAsync()))
        {
            var text = (await app.Guest().Open($"/programme/{programme}")).Text;
            texts.Concat(remarks).Where(text.Contains).ShouldBeEmpty();
            people.Select(n => n.Split(' ')[0]).Append("Федоренко").Append("Адамовский").Where(n => text.Contains($"{n} ") || text.Contains($" {n}")).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Programme_that_is_not_opened_or_not_approved_does_not_exist_for_a_guest()
    {
        var unit = await Elsewhere();
        var closed = new Programme("Закрытая программа", unit.Id, "город", DeadlinePolicy.Municipal);
        var draft = new Programme("Черновая программа", unit.Id, "город", DeadlinePolicy.Municipal) { IsPublic = true };
        await app.Keep(closed, draft);
        var guest = app.Guest();
        foreach (var id in new[] { closed.Id, draft.Id, Guid.NewGuid() })
        {
            (await guest.Open($"/programme/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await guest.Open($"/programme/{id}/open-data.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        var list = (await guest.Open("/")).Text;
        list.ShouldNotContain("Закрытая программа");
        list.ShouldNotContain("Черновая программа");
    }

    [Fact]
    public async Task Search_on_the_portal_finds_by_name_and_territory_whatever_the_case()
    {
        var page = await app.Guest().Open("/?q=НОВОКУЗНЕЦК");
        page.All("h2").ShouldBe(["400-летие Новокузнецка"]);
        (await app.Guest().Open("/?q=Атлантида")).Text.ShouldContain("ничего не нашлось");
    }

    [Fact]
    public async Task Open_data_is_a_table_that_excel_opens_and_cannot_be_tricked_by()
    {
        var bytes = await app.CreateClient().GetByteArrayAsync(new Uri($"/programme/{await Khimki()}/open-data.csv", UriKind.Relative));
        bytes.Take(3).ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(17);
        lines.ShouldContain(l => l.Contains("\"П.6\"") && l.Contains("\"октябрь 2020\";\"30.10.2020\";\"просрочено\";\"02.11.2020\""));
    }

    [Fact]
    public async Task Title_that_looks_like_a_formula_stays_words_in_open_data()
    {
        var unit = await Elsewhere();
        var programme = new Programme("Открытая программа", unit.Id, "город", DeadlinePolicy.Municipal) { IsPublic = true };
        var plan = new Plan(programme.Id, "План", new DateRange(new(2020, 1, 1), new(2020, 12, 31)));
        plan.AddMeasure(null, "1", "=HYPERLINK(\"http://example.ru\";\"Нажми\")");
        var assignments = plan.Approve(new Approval(new(2020, 1, 9), "Глава", "И.И. Выдумкин", null), programme.Policy.Calendar(), programme.Policy, app.Clock.GetUtcNow(), Guid.NewGuid());
        await app.Keep([programme, plan, .. assignments]);
        var text = await app.CreateClient().GetStringAsync(new Uri($"/programme/{programme.Id}/open-data.csv", UriKind.Relative));
        text.ShouldContain("\"'=HYPERLINK(\"\"http");
    }

    [Fact]
    public async Task Each_comes_to_the_desk_where_the_work_is()
    {
        (await (await SignedIn("gromova")).Open("/desk")).Address.ShouldStartWith("/desk/my");
        (await (await SignedIn("guest")).Open("/desk")).Address.ShouldStartWith("/desk/plans");
    }

    [Fact]
    public async Task An_office_without_programmes_drops_its_first_document_on_the_first_page()
    {
        var page = await (await app.SignedIn(Role.ProjectOffice, await Elsewhere())).Open("/desk");
        page.Title.ShouldBe("Планов пока нет");
        var reading = await page.Form("Прочитать документ").Attach("file", "План.txt", Encoding.UTF8.GetBytes("План мероприятий\n1. Создать рабочую группу. Срок: до 01.10.2020. Исполнитель: отдел культуры")).Submit();
        reading.Address.ShouldStartWith("/desk/import/");
        reading.Text.ShouldContain("План.txt");
    }

    [Fact]
    public async Task District_executor_finds_the_assignments_of_the_district_only()
    {
        var page = await (await SignedIn("malysheva")).Open("/desk/plans");
        page.Text.ShouldContain("Равные возможности детям");
        page.Text.ShouldNotContain("Краеведческий портал Химок");
    }

    // Other tests of the class add programmes of their own, in units without a territory.
    private Task<List<Programme>> Loaded() => app.Read(db =>
    {
        var owners = db.Organisations;
        return db.Programmes.AsNoTracking().Where(p => owners.Any(o => o.Id == p.OrganisationId && o.ParentId == null)).ToListAsync();
    });

    // Under another unit, as no example is: the tests of one class share their installation.
    private async Task<Organisation> Elsewhere() => await app.Unit(under: await app.Unit());

    private async Task<Guid> Khimki() => await app.Read(db => db.Programmes.Where(p => p.Name == "Краеведческий портал Химок").Select(p => p.Id).SingleAsync());

    private async Task<Guid> PlanOf(string name)
    {
        var programme = await app.Read(db => db.Programmes.Where(p => p.Name == name).Select(p => p.Id).SingleAsync());
        return await app.Read(db => db.Plans.Where(p => p.ProgrammeId == programme).Select(p => p.Id).SingleAsync());
    }

    private Task<Visitor> SignedIn(string login) => app.Guest().SignIn(login, ExamplePeople.Password);
}

public sealed class ExampleProgrammesOnSqlite(SqliteExamplesApp app) : ExampleProgrammes(app), IClassFixture<SqliteExamplesApp>;

public sealed class ExampleProgrammesOnPostgres(PostgresExamplesApp app) : ExampleProgrammes(app), IClassFixture<PostgresExamplesApp>;
