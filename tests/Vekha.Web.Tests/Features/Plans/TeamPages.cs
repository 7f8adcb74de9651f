using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Features.Control;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Plans;

/// <summary>Curator, lead and controllers of one programme, by name.</summary>
public abstract class TeamPages(VekhaApp app)
{
    private void Now(int year, int month, int day) => app.Clock.Set(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.FromHours(3)));

    private static string Team(PortalProject project) => $"/desk/plans/team/{project.Programme.Id}";

    private static async Task<Page> Appoint(Visitor by, PortalProject project, ProgrammeRole role, Person person, string since) =>
        await (await by.Open(Team(project))).Form("Назначить").Set("Role", role.ToString()).Set("Person", person.Id.ToString()).Set("Since", since).Set("Ground", "распоряжение № 92").Submit();

    [Fact]
    public async Task Who_is_named_is_seen_on_the_team_page_the_board_and_the_card()
    {
        var project = await PortalProject.Approve(app);
        Now(2020, 10, 20);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var (_, curator) = await app.Hired(Role.Guest, project.Office);

        var team = await Appoint(office, project, ProgrammeRole.Curator, curator, "01.10.2020");
        team.Text.ShouldContain("Куратор назначен с 1 октября 2020");
        team.All("tbody tr").ShouldHaveSingleItem().ShouldContain(curator.FullName);
        (await office.Open($"/desk/control/{project.Programme.Id}")).Text.ShouldContain($"Куратор {curator.ShortName}");
        (await office.Open(await project.CardOf("П.7", project.Media))).One("#who ~ dl").TextContent.ShouldContain(curator.ShortName);
        // Before the appointment somebody else decided: the past is not rewritten.
        (await office.Open($"/desk/control/{project.Programme.Id}?on=2020-09-15")).Text.ShouldNotContain($"Куратор {curator.ShortName}");
    }

    [Fact]
    public async Task The_named_controller_checks_and_the_named_curator_extends_in_this_programme_only()
    {
        var (project, other) = (await PortalProject.Approve(app), await PortalProject.Approve(app));
        Now(2020, 10, 20);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var (checks, controller) = await app.Hired(Role.Guest, project.Office);
        var (decides, curator) = await app.Hired(Role.Guest, project.Office);
        await project.Report(await app.SignedIn(Role.Executor, project.Media), "П.7", project.Media, "Готово", "19.10.2020");
        var card = await project.CardOf("П.7", project.Media);
        (await checks.Ask(card)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await Appoint(office, project, ProgrammeRole.Controller, controller, "20.10.2020");
        await Appoint(office, project, ProgrammeRole.Curator, curator, "20.10.2020");

        var seen = await checks.Open(card);
        seen.Text.ShouldNotContain("Продлить срок");
        (await seen.Form("Принять").Submit()).Text.ShouldContain("Отчёт принят");
        var extended = await (await decides.Open(await project.CardOf("О.6", project.Education))).Form("Продлить срок").Set("Until", "31.03.2021").Set("Ground", "Перенос").Submit();
        extended.Text.ShouldContain("Срок продлён до 31 марта 2021");
        (await checks.Ask(await other.CardOf("П.7", other.Media))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await decides.Ask($"/desk/plans/approve/{other.Plan.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_new_curator_ends_the_old_one_and_the_history_stays()
    {
        var project = await PortalProject.Approve(app);
        Now(2020, 10, 20);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var (former, first) = await app.Hired(Role.Guest, project.Office);
        var (_, second) = await app.Hired(Role.Guest, project.Office);
        await Appoint(office, project, ProgrammeRole.Curator, first, "01.09.2020");
        (await Appoint(office, project, ProgrammeRole.Curator, first, "10.10.2020")).Refusal!.ShouldContain("уже куратор");
        var team = await Appoint(office, project, ProgrammeRole.Curator, second, "15.10.2020");

        team.All("tbody tr").ShouldHaveSingleItem().ShouldContain(second.FullName);
        team.One("#h-before ~ ul").TextContent.Squeezed().ShouldContain($"{first.ShortName}01.09.2020 – 14.10.2020");
        (await former.Ask(await project.CardOf("П.7", project.Media))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "the right ends with the appointment");
        (await app.Read(db => db.Journal.CountAsync(e => e.SubjectId == project.Programme.Id && e.Verb.StartsWith("назначен куратор")))).ShouldBe(2);
    }

    [Fact]
    public async Task An_appointment_is_ended_by_its_last_day_and_only_by_who_keeps_the_programme()
    {
        var project = await PortalProject.Approve(app);
        Now(2020, 10, 20);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var (_, controller) = await app.Hired(Role.Guest, project.Office);
        var team = await Appoint(office, project, ProgrammeRole.Controller, controller, "01.10.2020");

        var executor = await app.SignedIn(Role.Executor, project.Media);
        (await executor.Open(Team(project))).Has("form[method=post] button.btn-primary").ShouldBeFalse();
        (await team.Form("Завершить назначение").Set("last", "01.09.2020").Submit()).Text.ShouldContain("раньше первого");
        (await (await office.Open(Team(project))).Form("Завершить назначение").Set("last", "19.10.2020").Submit()).Text.ShouldContain("Назначение завершено");
        (await (await app.SignedIn(Role.ProjectOffice)).Ask(Team(project))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class TeamPagesOnSqlite(SqliteApp app) : TeamPages(app), IClassFixture<SqliteApp>;

public sealed class TeamPagesOnPostgres(PostgresApp app) : TeamPages(app), IClassFixture<PostgresApp>;
