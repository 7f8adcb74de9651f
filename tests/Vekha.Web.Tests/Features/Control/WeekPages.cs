using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Control;

/// <summary>The week beside the one before, the weeks of a plan, the reasons of delay, views with a name.</summary>
public abstract class WeekPages(VekhaApp app)
{
    private const string Waited = "ждали согласования или ответа";

    private void Now(int month, int day) => app.Clock.Set(new DateTimeOffset(2020, month, day, 12, 0, 0, TimeSpan.FromHours(3)));

    /// <summary>П.2 done late with a reason, П.5 accepted in the last week, П.7 overdue since, О.6 moved by two weeks on Monday.</summary>
    private async Task<(PortalProject Project, Visitor Office)> Lived()
    {
        var project = await PortalProject.Approve(app);
        Now(10, 5);
        await project.Report(await app.SignedIn(Role.Executor, project.Education), "П.2", project.Education, "Группы созданы", "05.10.2020", "Совет ветеранов ответил 2 октября");
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        await (await office.Open(await project.CardOf("П.2", project.Education))).Form("Принять").Submit();
        Now(10, 29);
        await project.Report(await app.SignedIn(Role.Executor, project.Education), "П.5", project.Education, "График готов", "28.10.2020");
        office = await app.SignedIn(Role.ProjectOffice, project.Town);
        await (await office.Open(await project.CardOf("П.5", project.Education))).Form("Принять").Submit();
        Now(11, 2);
        office = await app.SignedIn(Role.ProjectOffice, project.Town);
        await (await office.Open(await project.CardOf("О.6", project.Education))).Form("Продлить срок").Set("Until", "12.03.2021").Set("Ground", "Докладчики заняты до марта").Submit();
        return (project, office);
    }

    [Fact, Trait("Acceptance", "S0.12")]
    public async Task The_week_tells_what_became_overdue_what_was_closed_what_moved_and_who_slid()
    {
        var (project, office) = await Lived();

        var week = await office.Open($"/desk/control/week/{project.Programme.Id}");

        week.Title.ShouldBe("За неделю: с 26 октября по 2 ноября");
        week.Text.ShouldContain("Просрочено 1, неделю назад 0.");
        week.One("#over-h").TextContent.ShouldBe("Стало просроченным: 1");
        week.All("section[aria-labelledby=over-h] td.v-no").ShouldBe(["П.7"]);
        week.All("section[aria-labelledby=closed-h] td.v-no").ShouldContain("П.5");
        week.One("section[aria-labelledby=moved-h] tbody").TextContent.Squeezed().ShouldContain("был 26.02.2021, пт, стал 12.03.2021, пт: Докладчики заняты до марта");
        week.All(".v-worst li").ShouldHaveSingleItem().ShouldContain("просрочено 0 → 1");
        // The same Monday a month before knows nothing of it.
        var before = await office.Open($"/desk/control/week/{project.Programme.Id}?on=05.10.2020");
        before.All("section[aria-labelledby=closed-h] td.v-no").ShouldBe(["П.2"]);
        before.Has("#moved-h").ShouldBeFalse();
    }

    [Fact]
    public async Task The_paper_of_the_meeting_says_what_the_page_says()
    {
        var (project, office) = await Lived();
        foreach (var (handler, part) in new[] { ("word", "word/document.xml"), ("excel", "xl/worksheets/sheet2.xml") })
        {
            var answer = await office.Ask($"/desk/control/week/{project.Programme.Id}?handler={handler}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var package = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            using var reader = new StreamReader(package.GetEntry(part)!.Open());
            var words = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            words.ShouldContain("Создание медиаплана");
        }
        var stranger = await app.SignedIn(Role.ProjectOffice);
        (await stranger.Open($"/desk/control/week/{project.Programme.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_words_of_a_measure_stand_once_with_its_districts_under_them()
    {
        var town = await app.Unit();
        var districts = new List<Organisation>();
        foreach (var name in new[] { "Первый", "Второй", "Третий" }) districts.Add(await app.Unit($"{name} комитет {Guid.NewGuid():N}"[..24], under: town));
        var programme = new Programme("Каждому району", town.Id, "область", Vekha.Resolving.DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, "План", new(new(2020, 8, 1), new(2020, 12, 31)));
        var measure = plan.AddMeasure(null, "7", "Представить отчёт о проведённых мероприятиях");
        measure.Deadlines = [new Vekha.Deadlines.Deadline.By(new(2020, 10, 30))];
        measure.EveryExecutorAnswers = true;
        foreach (var unit in districts) measure.AddExecutor(unit.Name, Vekha.Plans.ExecutorKind.Organisation, organisationId: unit.Id);
        // «Кому поручено» stands in the dative; lists call the unit by its name, the card of the measure keeps the words.
        var other = plan.AddMeasure(null, "8", "Свести отчёты");
        other.Deadlines = [new Vekha.Deadlines.Deadline.By(new(2020, 10, 30))];
        other.AddExecutor("Комитету общего образования", Vekha.Plans.ExecutorKind.Organisation);
        await app.Keep([programme, plan, .. plan.Approve(new(new(2020, 8, 17), "Глава", "И.И. Выдумкин", null), programme.Policy.Calendar(), programme.Policy, new(2020, 8, 17, 9, 0, 0, TimeSpan.Zero), Guid.NewGuid())]);
        Now(11, 2);
        var office = await app.SignedIn(Role.ProjectOffice, town);

        var week = await office.Open($"/desk/control/week/{programme.Id}");

        var over = week.One("section[aria-labelledby=over-h] table");
        over.TextContent.Squeezed().Split("Представить отчёт о проведённых мероприятиях").Length.ShouldBe(2);
        over.QuerySelectorAll("tr.v-group").Select(g => g.TextContent.Squeezed()).ShouldBe(["7. Представить отчёт о проведённых мероприятиях 3 поручения; срок: включительно", "8. Свести отчёты 1 поручение; срок: включительно"]);
        over.QuerySelectorAll("tbody:first-of-type td:first-child").Select(c => c.TextContent.Trim()).ShouldBe(districts.Select(d => d.Name), ignoreOrder: true);
        over.QuerySelectorAll("tbody:last-of-type td:first-child").Single().TextContent.Trim().ShouldBe("Комитет общего образования");
        (await office.Open($"/desk/control/{programme.Id}")).All("#list td[data-l=Исполнитель]").ShouldContain("Комитет общего образования");
        (await office.Open($"/desk/plans/measure/{other.Id}")).Text.ShouldContain("Комитету общего образования");
        var file = await office.Ask($"/desk/control/week/{programme.Id}?handler=word");
        using var package = new System.IO.Compression.ZipArchive(await file.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var reader = new StreamReader(package.GetEntry("word/document.xml")!.Open());
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("Представить отчёт").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Each_week_counts_what_fell_due_in_it_and_reasons_are_counted_by_their_day()
    {
        var (project, office) = await Lived();
        var lead = await app.SignedIn(Role.Executor, project.Education);
        var form = await (await lead.Open(await project.CardOf("О.6", project.Education))).Click("Попросить изменить");
        (await form.Form("Подать запрос").Set("Input.After", "апрель 2021").Set("Input.Reason", "Нет зала").Set("Input.Impact", "Нет").Submit()).Refusal.ShouldContain("Причина задержки не выбрана");
        var understood = await form.Form("Подать запрос").Set("Input.After", "апрель 2021").Set("Input.ReasonKind", Waited).Set("Input.Reason", "Нет зала").Set("Input.Impact", "Нет").Submit();
        await understood.Form("Верно, подать запрос").Submit();

        var trend = await office.Open($"/desk/control/trend/{project.Programme.Id}");

        trend.Text.ShouldContain("Дисциплина 33 %: в срок 1 из 3 наступивших.");
        var weeks = trend.Document.QuerySelectorAll("section[aria-labelledby=weeks-h] tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Squeezed()).ToArray()).ToList();
        weeks.Single(w => w[0] == "26 октября – 1 ноября")[1..].ShouldBe(["2", "1", "0", "1", "0", "50 %"]);
        weeks.Single(w => w[0] == "28 сентября – 4 октября")[1..].ShouldBe(["1", "0", "1", "0", "0", "0 %"]);
        trend.Document.QuerySelectorAll(".v-trend rect.v-f-over").Length.ShouldBe(1);
        var reason = trend.One("section[aria-labelledby=why-h] tbody tr").TextContent.Squeezed();
        reason.ShouldContain("Ждали согласования или ответа");
        reason.ShouldContain("в отчётах 1, в запросах 1");
        reason.ShouldContain("Совет ветеранов ответил 2 октября");
        (await office.Open($"/desk/control/trend/{project.Programme.Id}?on=04.10.2020")).Text.ShouldContain("До этого дня причин не называли");
    }

    [Fact]
    public async Task A_late_report_names_a_reason_of_the_list_which_the_office_keeps()
    {
        var project = await PortalProject.Approve(app);
        Now(11, 2);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        (await (await office.Open("/desk/control/reasons")).Form("Добавить").Set("name", "задержка субсидии").Submit()).All("tbody td:first-child").ShouldContain("Задержка субсидии");
        var media = await app.SignedIn(Role.Executor, project.Media);
        var my = await media.Open($"/desk/my?job={(await project.Of("П.7", project.Media)).Id}");
        my.All("#LateKind option").ShouldContain("задержка субсидии");

        var refused = await my.Form("Отправить на проверку").Set("Text", "Готово").Set("FactOn", "02.11.2020").Set("LateReason", "Деньги пришли 30 октября").Submit();
        refused.Refusal.ShouldContain("Причина задержки не выбрана");
        var sent = await refused.Form("Отправить на проверку").Set("LateKind", "задержка субсидии").Submit();

        sent.Text.ShouldContain("Задержка субсидии. Деньги пришли 30 октября");
        (await office.Open($"/desk/control/trend/{project.Programme.Id}")).Text.ShouldContain("Задержка субсидии");
    }

    [Fact]
    public async Task Counts_by_day_stay_in_step_with_every_change_of_an_assignment()
    {
        var (project, office) = await Lived();
        await (await office.Open(await project.CardOf("П.7", project.Media))).Form("Снять с контроля").Set("OffGround", "Решение совета").Submit();

        var kept = await app.Read(db => db.DueTallies.Where(t => t.ProgrammeId == project.Programme.Id && t.Count != 0).Select(t => new { t.Kind, t.Day, t.Count }).ToListAsync());
        var all = await app.Read(db => db.Assignments.AsNoTracking().Where(a => a.ProgrammeId == project.Programme.Id).ToListAsync());
        var counted = all.Where(a => a.Control is not null && (a.Phase == AssignmentPhase.Submitted || (a.Phase is AssignmentPhase.Open or AssignmentPhase.Returned && a.Kind == AssignmentKind.Dated)))
            .GroupBy(a => (Kind: a.Phase == AssignmentPhase.Submitted ? "sent" : a.Answers ? "due" : "part", Day: a.Control!.Value)).Select(g => new { g.Key.Kind, g.Key.Day, Count = g.Count() });
        kept.OrderBy(t => t.Kind).ThenBy(t => t.Day).ShouldBe(counted.OrderBy(t => t.Kind).ThenBy(t => t.Day));
        kept.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_view_keeps_its_filters_under_a_name_and_colleagues_of_the_unit_see_it()
    {
        var (project, _) = await Lived();
        var (office, person) = await app.Hired(Role.ProjectOffice, project.Town);
        var board = await office.Open($"/desk/control/{project.Programme.Id}?state=over");

        var saved = await board.Form("Сохранить вид").Set("name", "Просроченное портала").Set("shared", "true").Set("first", "true").Submit();

        saved.Address.ShouldEndWith("?state=over");
        saved.Text.ShouldContain("Вид «Просроченное портала» сохранён");
        (await office.Open("/desk")).Address.ShouldEndWith($"/desk/control/{project.Programme.Id}?state=over");
        var colleague = await app.SignedIn(Role.ProjectOffice, await app.Read(db => db.Organisations.SingleAsync(o => o.Id == person.UnitId)));
        (await colleague.Open("/desk/control")).All(".v-chips a").ShouldContain("Просроченное портала");
        (await colleague.Open("/desk/control/views")).Has("form[action*=Change]").ShouldBeFalse("only who saved it changes it");
        (await (await app.SignedIn(Role.ProjectOffice)).Open("/desk/control/views")).Text.ShouldContain("Пока ничего не сохранено");
        foreach (var foreign in new[] { "https://example.org/desk/control", "//example.org", "/desk/plans" })
            (await (await office.Open(board.Address)).Form("Сохранить вид").Set("name", "Чужое").Set("address", foreign).Submit()).Refusal.ShouldContain("Это не адрес доски");
        await (await office.Open("/desk/control/views")).Form("Убрать").Submit();
        (await office.Open("/desk")).Address.ShouldBe("/desk/control");
    }
}

public sealed class WeekPagesOnSqlite(SqliteApp app) : WeekPages(app), IClassFixture<SqliteApp>;

public sealed class WeekPagesOnPostgres(PostgresApp app) : WeekPages(app), IClassFixture<PostgresApp>;
