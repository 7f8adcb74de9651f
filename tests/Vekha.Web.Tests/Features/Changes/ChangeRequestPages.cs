using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Changes;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Features.Control;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Changes;

/// <summary>An approved plan is changed on request: asked with reasons, decided by whom the programme says, as a new version.</summary>
public abstract class ChangeRequestPages(VekhaApp app)
{
    private const string Minutes = "решением координационного совета, протокол от 19.02.2021 № 3";

    private static readonly string[] ByOffice = ["Office", "Office", "Office", "Office"];

    /// <summary>The town, its office and the lead of the conference, on a day; who decides is set through the page.</summary>
    private async Task<(PortalProject Project, Visitor Office, Visitor Lead)> On(DateOnly day, params string[] deciders)
    {
        app.Clock.Set(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.FromHours(3)));
        var project = await PortalProject.Approve(app);
        var (office, lead) = (await app.SignedIn(Role.ProjectOffice, project.Town), await app.SignedIn(Role.Executor, project.Education));
        var rules = (await office.Open($"/desk/changes/rules/{project.Programme.Id}")).Form("Сохранить").Set("decider", null);
        foreach (var decider in deciders) rules = rules.Add("decider", decider);
        if (deciders.Length > 0) (await rules.Submit()).Text.ShouldContain("Порядок сохранён");
        return (project, office, lead);
    }

    private static async Task<Page> AskForMarch(PortalProject project, Visitor lead, string words = "март 2021")
    {
        var form = await (await lead.Open(await project.CardOf("О.6", project.Education))).Click("Попросить изменить");
        var understood = await form.Form("Подать запрос").Set("Input.After", words).Set("Input.Reason", "Докладчики заняты до марта").Set("Input.ReasonKind", "зависит от другого исполнителя").Set("Input.Impact", "Показатели не меняются, сборник выйдет позже").Submit();
        understood.Text.ShouldContain("Понято так");
        return await understood.Form("Верно, подать запрос").Submit();
    }

    private static async Task<Page> Ask(Visitor who, string address, string after)
    {
        var form = (await who.Open(address)).Form("Подать запрос").Set("Input.Reason", "Решено на совещании").Set("Input.ReasonKind", "другая причина").Set("Input.Impact", "Не влияет");
        return await (after.Length > 0 ? form.Set("Input.After", after) : form).Submit();
    }

    private Task<Plan> PlanOf(PortalProject project) => app.Read(db => db.Plans.AsNoTracking().Include(p => p.Versions).Include(p => p.Measures).ThenInclude(m => m.Executors).AsSplitQuery().SingleAsync(p => p.Id == project.Plan.Id));

    [Fact, Trait("Acceptance", "S0.15")]
    public async Task The_conference_is_moved_from_February_to_March_by_the_council_as_version_two_and_both_dates_stay()
    {
        var (project, office, lead) = await On(new(2021, 2, 19), "Body", "Head", "Curator", "Head");
        var filed = await AskForMarch(project, lead);
        filed.Text.ShouldContain("31 марта 2021, ср");
        filed.Text.ShouldContain("запрос подан в срок, до 20 февраля 2021, сб включительно");
        filed.Text.ShouldNotContain("с нарушением срока");
        filed.Has("#h-decide").ShouldBeFalse("who asks does not decide");

        var list = await office.Open("/desk/changes?state=mine");
        list.One(".v-nav a[aria-current=page] .v-count").TextContent.ShouldStartWith("1");
        var card = await list.Click("О.6. Проведение краеведческой конференции");
        (await card.Form("Одобрить").Set("Post", "Председатель").Set("Name", "С.П. Орлов").Submit()).Refusal.ShouldContain("Не указан протокол");
        var version = await card.Form("Одобрить").Set("Post", "Председатель").Set("Name", "С.П. Орлов").Set("Act", Minutes).Submit();
        version.Refusal.ShouldBe("");
        version.Title.ShouldBe("Версия 2");
        var row = version.All("tbody tr").ShouldHaveSingleItem();
        row.ShouldContain("февраль 2021");
        row.ShouldContain("март 2021");
        row.ShouldContain("позже на 33 дня");

        var shown = await lead.Open(await project.CardOf("О.6", project.Education));
        shown.Text.ShouldContain("срок продлён");
        shown.Text.ShouldContain("продлён, сначала был 26 февраля 2021, пт");
        shown.Text.ShouldContain("срок изменён версией 2 плана: был 26 февраля 2021, пт, стал 31 марта 2021, ср");
        shown.Text.ShouldContain("протокол от 19.02.2021 № 3");
        (await office.Open($"/desk/plans/plan/{project.Plan.Id}")).All("tr").Single(r => r.StartsWith("О.6", StringComparison.Ordinal)).ShouldContain("продлён");

        // On a day before the decision the old day holds; the list of a past day says what was known then.
        app.Clock.Set(new DateTimeOffset(2021, 3, 5, 12, 0, 0, TimeSpan.FromHours(3)));
        office = await app.SignedIn(Role.ProjectOffice, project.Town);
        (await office.Open($"/desk/control/overdue?on=2021-03-04&programme={project.Programme.Id}")).Text.ShouldNotContain("краеведческой конференции");
        (await office.Open($"/desk/control/overdue?on=2021-04-01&programme={project.Programme.Id}")).Text.ShouldContain("краеведческой конференции");

        var answer = await office.Ask($"/desk/changes/version/{project.Plan.Id}?handler=Paper&v=2&format=docx");
        using var word = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
        var text = word.MainDocumentPart!.Document!.Body!.InnerText;
        text.ShouldContain("Текущая редакция");
        text.ShouldContain("Новая редакция");
        text.ShouldContain("Докладчики заняты до марта");
        (await office.Ask($"/desk/changes/version/{project.Plan.Id}?handler=Paper&v=2&format=xlsx")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Trait("Acceptance", "S0.15")]
    public async Task The_same_request_filed_on_24_February_is_taken_with_the_mark()
    {
        var (project, office, lead) = await On(new(2021, 2, 24));
        var form = await (await lead.Open(await project.CardOf("О.6", project.Education))).Click("Попросить изменить");
        form.Text.ShouldContain("Этот день прошёл: запрос примут с пометкой «подан с нарушением срока»");
        (await AskForMarch(project, lead)).Text.ShouldContain("подан с нарушением срока");
        (await office.Open("/desk/changes?state=late")).All("tbody tr").ShouldHaveSingleItem().ShouldContain("подан с нарушением срока");
    }

    [Fact, Trait("Acceptance", "S0.15")]
    public async Task The_working_Saturday_is_the_last_day_in_time()
    {
        var (project, _, lead) = await On(new(2021, 2, 20));
        (await AskForMarch(project, lead)).Text.ShouldNotContain("подан с нарушением срока");
    }

    [Fact]
    public async Task Several_requests_become_one_version_and_a_second_click_makes_no_other()
    {
        var (project, office, lead) = await On(new(2021, 1, 20), ByOffice);
        await AskForMarch(project, lead);
        var assignment = (await project.Of("О.6", project.Education)).Id;
        var title = await Ask(lead, $"/desk/changes/new?assignment={assignment}&kind=Title", "Проведение краеведческой конференции школьников");
        title.Title.ShouldBe("Запрос № 2");
        var measure = project.Plan.Measures.Single(m => m.Code == "О.7").Id;
        (await Ask(office, $"/desk/changes/new?measure={measure}&kind=Cancel", "")).Title.ShouldBe("Запрос № 3");
        var card = await office.Open(title.Address);
        var boxes = card.Document.QuerySelectorAll("input[type=checkbox][name=seen]").Select(b => b.GetAttribute("value")!).ToList();
        boxes.Count.ShouldBe(2);
        var form = card.Form("Одобрить").Add("seen", boxes[0]).Add("seen", boxes[1]).Set("Post", "Глава").Set("Name", "С.П. Орлов");
        var pages = await Task.WhenAll(form.Submit(), form.Submit());
        pages.ShouldAllBe(p => p.Refusal == "" && p.Title == "Версия 2");
        var plan = await PlanOf(project);
        plan.Versions.Count.ShouldBe(2);
        plan.Rows.Single(m => m.Code == "О.6").Title.ShouldBe("Проведение краеведческой конференции школьников");
        plan.Rows.ShouldNotContain(m => m.Code == "О.7");
        (await app.Read(db => db.ChangeRequests.Where(r => r.PlanId == project.Plan.Id).Select(r => r.PlanVersion).ToListAsync())).ShouldBe([2, 2, 2]);
    }

    [Fact]
    public async Task Two_who_decide_differently_leave_one_decision()
    {
        var (project, office, lead) = await On(new(2021, 1, 20), ByOffice);
        var address = (await AskForMarch(project, lead)).Address;
        var other = await app.SignedIn(Role.Curator, project.Town);
        var (approve, refuse) = ((await office.Open(address)).Form("Одобрить").Set("Post", "Глава").Set("Name", "С.П. Орлов"), (await other.Open(address)).Form("Отказать").Set("Why", "Поздно"));
        (await refuse.Submit()).Text.ShouldContain("По запросу № 1 отказано");
        (await approve.Submit()).Refusal.ShouldContain("отказано");
        (await PlanOf(project)).Versions.Count.ShouldBe(1);
        (await project.Of("О.6", project.Education)).Control.ShouldBe(new DateOnly(2021, 2, 26));
    }

    [Fact]
    public async Task What_the_programme_gives_to_the_curator_the_office_does_not_decide()
    {
        var (project, office, lead) = await On(new(2021, 1, 20));
        var asked = await AskForMarch(project, lead);
        var card = await office.Open(asked.Address);
        card.Has("#h-decide").ShouldBeFalse();
        card.Text.ShouldContain("Решает: куратор");
        var curator = await app.SignedIn(Role.Curator, project.Town);
        (await curator.Open(asked.Address)).Has("#h-decide").ShouldBeTrue();
        var form = (await curator.Open(asked.Address)).Form("Отказать");
        (await form.Set("Why", "").Submit()).Refusal.ShouldContain("Не названа причина");
    }

    [Fact]
    public async Task A_stranger_sees_no_request_and_a_request_needs_reasons_and_a_difference()
    {
        var (project, _, lead) = await On(new(2021, 1, 20));
        var assignment = (await project.Of("О.6", project.Education)).Id;
        (await Ask(lead, $"/desk/changes/new?assignment={assignment}", "февраль 2021")).Refusal.ShouldContain("совпадает с действующей");
        (await Ask(lead, $"/desk/changes/new?assignment={assignment}", "когда получится")).Refusal.ShouldContain("Срок не понят");
        var bare = (await lead.Open($"/desk/changes/new?assignment={assignment}")).Form("Подать запрос").Set("Input.After", "март 2021");
        (await bare.Submit()).Refusal.ShouldContain("Не указаны причины");
        var card = (await AskForMarch(project, lead)).Address;
        foreach (var stranger in new[] { await app.SignedIn(Role.Executor, project.Media), await app.SignedIn(Role.ProjectOffice) })
        {
            (await stranger.Ask(card)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.Ask($"/desk/changes/new?assignment={assignment}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.Ask($"/desk/changes/rules/{project.Programme.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_request_about_words_that_have_changed_meanwhile_is_not_approved_and_a_second_extension_is_shown()
    {
        var (project, office, lead) = await On(new(2021, 1, 20), ByOffice);
        var (first, second) = (await AskForMarch(project, lead), await AskForMarch(project, lead, "апрель 2021"));
        await (await office.Open(first.Address)).Form("Одобрить").Set("Post", "Глава").Set("Name", "С.П. Орлов").Submit();
        var stale = await office.Open(second.Address);
        stale.Text.ShouldContain("С подачи запроса текст изменился");
        (await stale.Form("Одобрить").Set("Post", "Глава").Set("Name", "С.П. Орлов").Submit()).Refusal.ShouldContain("уже не «февраль 2021»");
        (await AskForMarch(project, lead, "май 2021")).Text.ShouldContain("повторное продление, 2 раза");
    }
}

public sealed class ChangeRequestPagesOnSqlite(SqliteApp app) : ChangeRequestPages(app), IClassFixture<SqliteApp>;

public sealed class ChangeRequestPagesOnPostgres(PostgresApp app) : ChangeRequestPages(app), IClassFixture<PostgresApp>;
