using System.IO.Compression;
using System.Net;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Documents.Writing;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Control;

/// <summary>The board of a programme and the overdue list over all of them.</summary>
public abstract class BoardPages(VekhaApp app)
{
    private void Now(int year, int month, int day) => app.Clock.Set(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.FromHours(3)));

    /// <summary>П.2 done late, П.5 under check, П.7 returned; by 2 November П.7 is overdue and the part of П.5 too.</summary>
    private async Task<PortalProject> Lived()
    {
        var project = await PortalProject.Approve(app);
        Now(2020, 10, 5);
        var education = await app.SignedIn(Role.Executor, project.Education);
        await project.Report(education, "П.2", project.Education, "Группы созданы", "05.10.2020", "Долго согласовывали");
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        await (await office.Open(await project.CardOf("П.2", project.Education))).Form("Принять").Submit();
        Now(2020, 10, 28);
        await project.Report(await app.SignedIn(Role.Executor, project.Education), "П.5", project.Education, "График готов", "27.10.2020");
        await project.Report(await app.SignedIn(Role.Executor, project.Media), "П.7", project.Media, "Медиаплан", "28.10.2020");
        office = await app.SignedIn(Role.ProjectOffice, project.Town);
        await (await office.Open(await project.CardOf("П.7", project.Media))).Form("Вернуть").Set("Remark", "Нет приказа").Submit();
        Now(2020, 11, 2);
        return project;
    }

    private static string BoardOf(PortalProject project) => $"/desk/control/{project.Programme.Id}";

    [Fact, Trait("Acceptance", "S0.17")]
    public async Task Standing_items_have_report_stubs_and_are_never_red_for_lacking_an_end()
    {
        var project = await PortalProject.Approve(app);
        Now(2021, 6, 1);
        var curator = await app.SignedIn(Role.Curator, project.Town);

        var board = await curator.Open(BoardOf(project) + "?state=stand");
        board.All("#list tbody td:nth-child(2)").ShouldAllBe(t => t.StartsWith("Обеспечение деятельности рабочих групп"));
        board.All("#list tbody td:nth-child(4) b").ShouldBe(["09.10.2020, пт", "20.01.2021, ср", "09.04.2021, пт", "09.07.2021, пт", "08.10.2021, пт", "20.01.2022, чт"]);
        board.All("#list tbody .v-state").ShouldAllBe(s => s == "исполняется постоянно");
        var over = await curator.Open(BoardOf(project) + "?state=over");
        over.All("#list tbody td.v-no").ShouldNotContain("О.1");

        var my = await (await app.SignedIn(Role.Executor, project.Education)).Open("/desk/my");
        my.Text.ShouldContain("Постоянные: пора отчитаться 3");
        my.One(".v-due.is-over").TextContent.ShouldNotContain("Обеспечение деятельности");
    }

    [Fact]
    public async Task A_report_on_a_standing_item_keeps_it_standing_and_acceptance_shows_the_next_one()
    {
        var project = await PortalProject.Approve(app);
        Now(2020, 10, 8);
        var education = await app.SignedIn(Role.Executor, project.Education);

        var sent = await project.Report(education, "О.1", project.Education, "Три заседания", "08.10.2020");
        sent.One(".v-state").TextContent.Squeezed().ShouldBe("исполняется постоянно");
        var my = await education.Open("/desk/my?state=sent");
        my.All(".v-job-t").ShouldHaveSingleItem().ShouldContain("Обеспечение деятельности");
        await (await (await app.SignedIn(Role.ProjectOffice, project.Town)).Open(sent.Address)).Form("Принять").Submit();

        var next = (await education.Open("/desk/my")).All(".v-job").Single(j => j.Contains("Обеспечение деятельности"));
        next.ShouldContain("20.01.2021, ср");
        next.ShouldContain("исполняется постоянно");
    }

    [Fact]
    public async Task The_board_tells_discipline_and_every_count_is_the_length_of_its_list()
    {
        var project = await Lived();
        var curator = await app.SignedIn(Role.Curator, project.Town);

        var board = await curator.Open(BoardOf(project));

        board.Title.ShouldBe("Контроль: 2 исполнителя, 7 мероприятий");
        board.One(".v-figs").TextContent.Squeezed().ShouldContain("в срок 0 из 2 наступивших");
        var links = board.Document.QuerySelectorAll(".v-legend a").Select(a => (Words: a.TextContent.Squeezed(), Address: a.GetAttribute("href")!)).ToList();
        links.Select(l => l.Words).ShouldBe(["исполнено с нарушением срока 1", "отчёт на проверке 1", "просрочено 1", "срок не наступил 1", "исполняется постоянно 6", "дата не вычислена 2"]);
        var sum = 0;
        foreach (var (words, address) in links)
        {
            var count = int.Parse(words.Split(' ')[^1]);
            (await curator.Open(address)).All("#list tbody tr").Count.ShouldBe(count, words);
            sum += count;
        }
        board.All("#list tbody tr").Count.ShouldBe(sum);
        board.All(".v-matrix tfoot tr:last-child td").Take(2).ShouldBe(["1", "—"]);
    }

    [Fact]
    public async Task The_part_of_a_co_executor_is_seen_apart_and_changes_no_figure()
    {
        var project = await Lived();
        var curator = await app.SignedIn(Role.Curator, project.Town);

        var board = await curator.Open(BoardOf(project));
        board.All("#list td.v-no").ShouldNotContain("соисполнитель");
        board.Text.ShouldContain("Части соисполнителей (1) показаны отдельно и не считаются.");
        // On a phone the quiet cells are left out and this one stays.
        board.One(".v-cell--over").ParentElement!.ClassList.ShouldNotContain("v-calm");
        board.Has("td.v-calm").ShouldBeTrue();
        var parts = await board.Click("Части соисполнителей 1");
        parts.All("#list td.v-no").ShouldBe(["П.5"]);
        parts.One("#list td[data-l=Исполнитель]").TextContent.ShouldContain("соисполнитель");
        parts.One(".v-figs").TextContent.ShouldBe(board.One(".v-figs").TextContent);

        var overdue = await curator.Open("/desk/control/overdue");
        overdue.Title.ShouldBe("Просрочено 1 поручение");
        overdue.All("td.v-no").ShouldBe(["П.7"]);
        (await overdue.Click("Части соисполнителей 1")).All("td.v-no").ShouldBe(["П.5"]);
        (await curator.Open("/desk/control")).Text.ShouldContain("просрочено 1");
    }

    [Fact]
    public async Task The_worst_come_first_with_the_reason_and_lead_to_their_list()
    {
        var project = await Lived();
        var curator = await app.SignedIn(Role.Curator, project.Town);

        var board = await curator.Open(BoardOf(project));
        board.All(".v-worst li").ShouldBe(["МКУ «Управление информационной политики»просрочено 1", "Управление по образованиюс опозданием 1"]);

        var list = await board.Click("МКУ «Управление информационной политики»");
        list.All("#list tbody td[data-l=Исполнитель]").Distinct().Count().ShouldBeLessThanOrEqualTo(2);
        list.All("#list tbody td.v-no").ShouldContain("П.7");
    }

    [Fact]
    public async Task A_cell_opens_as_a_row_with_three_facts_and_leads_to_the_card()
    {
        var project = await Lived();
        var curator = await app.SignedIn(Role.Curator, project.Town);
        var board = await curator.Open(BoardOf(project));

        var opened = await curator.Open(board.One(".v-cell--over").GetAttribute("href")!);

        opened.Address.ShouldContain("cell=");
        opened.All(".v-drill h4").Take(3).ShouldBe(["Срок", "Кто", "Отчёт"]);
        opened.One(".v-drill").TextContent.Squeezed().ShouldContain("октябрь 2020 → 30 октября 2020, пт");
        (await opened.Click("Открыть карточку")).Address.ShouldStartWith("/desk/control/assignment/");
        (await opened.Click("Свернуть")).Has(".v-drill").ShouldBeFalse();
    }

    [Fact]
    public async Task Any_past_day_is_told_from_the_records()
    {
        var project = await Lived();
        var curator = await app.SignedIn(Role.Curator, project.Town);

        (await curator.Open(BoardOf(project) + "?on=2020-10-29")).One(".v-legend").TextContent.Squeezed().ShouldContain("возвращено на доработку 1");
        (await curator.Open(BoardOf(project) + "?on=03.10.2020")).One(".v-legend").TextContent.Squeezed().ShouldContain("просрочено 1");
        var before = await curator.Open(BoardOf(project) + "?on=2020-08-01");
        before.Text.ShouldContain("На этот день на контроле ничего нет");
        before.One(".v-day").TextContent.Squeezed().ShouldBe("на 1 августа 2020, сб");
    }

    [Fact]
    public async Task The_overdue_list_says_the_same_as_the_board_on_every_day()
    {
        var project = await Lived();
        var curator = await app.SignedIn(Role.Curator, project.Town);
        await (await curator.Open(await project.CardOf("О.6", project.Education))).Form("Продлить срок").Set("Until", "31.03.2021").Set("Ground", "Перенос").Submit();
        foreach (var day in new[] { "2020-10-01", "2020-10-02", "2020-10-05", "2020-10-30", "2020-10-31", "2020-11-02", "2021-03-01", "2021-04-01", "2021-07-31" })
        {
            var board = await curator.Open($"{BoardOf(project)}?state=over&on={day}");
            var list = await curator.Open($"/desk/control/overdue?on={day}");
            list.All("td[data-l=Срок] b").Order().ShouldBe(board.All("#list td[data-l=Срок] b").Order(), day);
        }
        (await curator.Open("/desk/control/overdue")).All("td.v-no").Order().ShouldBe(["П.7"]);
        (await curator.Open("/desk/control/overdue?parts=true")).All("td.v-no").ShouldBe(["П.5"]);
    }

    [Fact]
    public async Task The_overdue_list_is_cut_into_pages_of_fifty_the_longest_overdue_first()
    {
        var town = await app.Unit();
        var programme = new Programme("Большая программа", town.Id, "", DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, "План", new DateRange(new(2020, 1, 1), new(2020, 12, 31)));
        for (var i = 0; i < 60; i++)
        {
            var measure = plan.AddMeasure(null, $"{i + 1}", $"Мероприятие {i + 1}");
            measure.Deadlines = [new Deadline.By(new(2020, 2 + (i % 7), 3 + (i % 11)))];
            measure.AddExecutor("Первый отдел", ExecutorKind.Organisation);
            measure.AddExecutor("Второй отдел", ExecutorKind.Organisation);
            measure.EveryExecutorAnswers = true;
        }
        var approved = plan.Approve(new(new(2020, 1, 15), "Глава", "С.П. Орлов", null), programme.Policy.Calendar(), programme.Policy, default, Guid.CreateVersion7());
        await app.Keep([programme, plan, .. approved]);
        Now(2020, 11, 2);
        var office = await app.SignedIn(Role.ProjectOffice, town);

        var first = await office.Open("/desk/control/overdue");
        first.Title.ShouldBe("Просрочено 120 поручений");
        var pages = new List<Page> { first };
        for (var page = 2; page <= 3; page++) pages.Add(await office.Open(pages[^1].Document.QuerySelectorAll(".v-pager a").Single(a => a.TextContent == page.ToString()).GetAttribute("href")!));

        pages.Select(p => p.All("tbody tr").Count).ShouldBe([50, 50, 20]);
        var links = pages.SelectMany(p => p.Document.QuerySelectorAll("a.v-row").Select(a => a.GetAttribute("href"))).ToList();
        links.Distinct().Count().ShouldBe(120);
        var days = pages.SelectMany(p => p.All("td[data-l=Срок] b")).Select(t => DateOnly.ParseExact(t[..10], "dd.MM.yyyy")).ToList();
        days.ShouldBe(days.Order());
        (await office.Open("/desk/control/overdue?p=9")).Text.ShouldContain("К первой странице");
    }

    [Fact]
    public async Task The_note_for_the_meeting_is_given_as_Word_and_Excel()
    {
        var project = await Lived();
        var curator = await app.SignedIn(Role.Curator, project.Town);
        var board = await curator.Open(BoardOf(project));

        foreach (var (words, type) in new[] { ("Word", WordPaper.ContentType), ("Excel", ExcelPaper.ContentType) })
        {
            var link = board.Document.QuerySelectorAll("a.btn").Single(a => a.TextContent.Squeezed() == words).GetAttribute("href")!;
            var answer = await curator.Ask(link);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            using var package = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            var text = string.Concat(package.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(e => { using var r = new StreamReader(e.Open()); return r.ReadToEnd(); }));
            text.ShouldContain("Создание медиаплана");
        }
    }

    [Fact]
    public async Task The_overdue_list_and_my_list_are_taken_away_as_Excel()
    {
        var project = await Lived();
        var curator = await app.SignedIn(Role.Curator, project.Town);
        var overdue = await Sheet(curator, (await curator.Open("/desk/control/overdue")).Document.QuerySelectorAll("a.btn").Single(a => a.TextContent.Squeezed() == "Excel").GetAttribute("href")!);
        overdue.ShouldContain("Создание медиаплана");
        overdue.ShouldContain("возвращено, исправленного отчёта нет");
        var media = await app.SignedIn(Role.Executor, project.Media);
        (await Sheet(media, "/desk/my?handler=Excel")).ShouldContain("Информационное освещение проекта");
        (await (await app.SignedIn(Role.Curator)).Ask($"/desk/control/overdue?handler=Excel&programme={project.Programme.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> Sheet(Visitor who, string address)
    {
        var answer = await who.Ask(address);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(ExcelPaper.ContentType);
        using var package = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        return string.Concat(package.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(e => { using var r = new StreamReader(e.Open()); return r.ReadToEnd(); }));
    }

    [Fact]
    public async Task A_programme_of_another_town_is_not_there_and_a_guest_of_this_one_sees_the_board_without_cards()
    {
        var project = await Lived();
        (await app.Guest().Open(BoardOf(project))).Address.ShouldStartWith("/sign-in");
        (await (await app.SignedIn(Role.Curator)).Open(BoardOf(project))).Status.ShouldBe(HttpStatusCode.NotFound);

        var guest = await app.SignedIn(Role.Guest, project.Town);
        var board = await guest.Open(BoardOf(project));
        board.Status.ShouldBe(HttpStatusCode.OK);
        board.Has("#list a.v-row").ShouldBeFalse();
        (await guest.Open(await project.CardOf("П.7", project.Media))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_executor_opens_from_the_board_only_what_is_his()
    {
        var project = await Lived();
        var board = await (await app.SignedIn(Role.Executor, project.Education)).Open(BoardOf(project));

        board.All("#list a.v-row").Select(t => t.Split(',')[0]).Distinct().Order()
            .ShouldBe(["Обеспечение деятельности рабочих групп", "Подготовка графика съёмок", "Проведение краеведческой конференции", "Формирование состава рабочих групп"]);
    }
}

public sealed class BoardPagesOnSqlite(SqliteApp app) : BoardPages(app), IClassFixture<SqliteApp>;

public sealed class BoardPagesOnPostgres(PostgresApp app) : BoardPages(app), IClassFixture<PostgresApp>;
