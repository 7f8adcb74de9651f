using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Plans;

/// <summary>One measure follows another: a day that comes too early is warned of.</summary>
public abstract class OrderPages(VekhaApp app)
{
    private async Task<(PlanPages.Project Project, Visitor Office, Guid Third)> WithThird()
    {
        var project = await PlanPages.Draft(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var asked = await (await office.Open($"/desk/plans/edit/{project.Plan.Id}?row={Guid.Empty}")).Form("Сохранить").Set("Input.StageId", project.Plan.Stages[0].Id.ToString())
            .Set("Input.Number", "3").Set("Input.Title", "Организация деятельности рабочих групп").Set("Input.Deadline", "октябрь 2020").Set("Input.Executors", project.Education.Name).Submit();
        (await asked.Form("Верно, сохранить").Submit()).Text.ShouldContain("П.3 сохранено");
        return (project, office, await app.Read(db => db.Measures.Where(m => m.PlanId == project.Plan.Id && m.Code == "П.3").Select(m => m.Id).SingleAsync()));
    }

    private static async Task<Page> Follow(Visitor office, PlanPages.Project project, Guid measure, Guid after) =>
        await (await office.Open($"/desk/plans/order/{project.Plan.Id}")).Form("Добавить").Set("measure", measure.ToString()).Set("after", after.ToString()).Submit();

    private static async Task<Page> Due(Visitor office, PlanPages.Project project, Guid measure, string words) =>
        await (await (await office.Open($"/desk/plans/edit/{project.Plan.Id}?row={measure}")).Form("Сохранить").Set("Input.Deadline", words).Submit()).Form("Верно, сохранить").Submit();

    [Fact, Trait("Acceptance", "S0.5")]
    public async Task P3_after_P2_is_warned_of_when_it_is_set_before_the_first_of_October()
    {
        var (project, office, third) = await WithThird();
        var second = project.Plan.Measures.Single(m => m.Code == "П.2").Id;
        var added = await Follow(office, project, third, second);
        added.Text.ShouldContain("П.3 идёт после П.2");
        added.Has("#order-warning").ShouldBeFalse("октябрь is after 1 October");

        var early = await Due(office, project, third, "до 25.09.2020");
        early.One("#order-warning").TextContent.Squeezed().ShouldContain("П.3 идёт после П.2, а срок у него раньше: 25 сентября 2020, пт, а у П.2 — 1 октября 2020, чт");
        (await office.Open(project.Page)).Has("#order-warning").ShouldBeTrue();
        (await office.Open($"/desk/plans/measure/{third}")).Text.ShouldContain("Идёт после: П.2");
        (await office.Open($"/desk/plans/measure/{second}")).Text.ShouldContain("После него: П.3");
        (await Due(office, project, third, "до 01.10.2020")).Has("#order-warning").ShouldBeFalse();
    }

    [Fact]
    public async Task A_circle_is_refused_and_a_dependency_is_taken_away()
    {
        var (project, office, third) = await WithThird();
        var second = project.Plan.Measures.Single(m => m.Code == "П.2").Id;
        await Follow(office, project, third, second);
        (await Follow(office, project, second, third)).Refusal.ShouldContain("получился бы круг");
        (await Follow(office, project, third, third)).Refusal.ShouldContain("после самого себя");
        (await Follow(office, project, third, second)).Refusal.ShouldContain("уже идёт после");
        var removed = await (await office.Open($"/desk/plans/order/{project.Plan.Id}")).Form("Убрать").Submit();
        removed.Text.ShouldContain("Зависимостей пока нет");
        (await (await app.SignedIn(Role.ProjectOffice)).Ask($"/desk/plans/order/{project.Plan.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        // A row that others follow can still be taken out of the draft.
        await Follow(office, project, third, second);
        (await (await office.Open($"/desk/plans/edit/{project.Plan.Id}")).Form($"form:has(input[value='{second}'])").Submit()).Refusal.ShouldBe("");
    }
}

public sealed class OrderPagesOnSqlite(SqliteApp app) : OrderPages(app), IClassFixture<SqliteApp>;

public sealed class OrderPagesOnPostgres(PostgresApp app) : OrderPages(app), IClassFixture<PostgresApp>;
