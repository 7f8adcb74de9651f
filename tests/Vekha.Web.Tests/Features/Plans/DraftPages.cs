using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Deadlines;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Plans;

/// <summary>A draft is edited, a plan is repeated, its days stand on a calendar.</summary>
public abstract class DraftPages(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S0.4")]
    public async Task A_measure_is_split_into_three_deliverables_and_keeps_its_number()
    {
        var project = await PlanPages.Draft(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var row = project.Plan.Measures[0];
        var saved = await (await office.Open($"/desk/plans/edit/{project.Plan.Id}?row={row.Id}")).Form("Сохранить")
            .Set("Input.Parts", "составы рабочих групп\nответственные за направления\nпул экспертов").Submit();
        saved.Text.ShouldContain("П.2 сохранено");
        var shown = (await office.Open(project.Page)).All("tr").Single(r => r.StartsWith("П.2", StringComparison.Ordinal));
        shown.ShouldContain("3 результата: составы рабочих групп, ответственные за направления и пул экспертов");
        (await app.Read(db => db.Measures.Where(m => m.PlanId == project.Plan.Id).Select(m => m.Code).ToListAsync())).ShouldBe(["П.2", "П.7", "О.1", "О.3", "О.5"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_typed_deadline_is_shown_as_understood_before_it_is_taken()
    {
        var project = await PlanPages.Draft(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var row = project.Plan.Measures[1];
        var asked = await (await office.Open($"/desk/plans/edit/{project.Plan.Id}?row={row.Id}")).Form("Сохранить").Set("Input.Deadline", "до 15 ноября").Submit();
        asked.Text.ShouldContain("Понято так");
        asked.Text.ShouldContain("13 ноября 2020, пт");
        (await app.Read(db => db.Measures.SingleAsync(m => m.Id == row.Id))).DeadlineText.ShouldBe("октябрь 2020");
        await asked.Form("Верно, сохранить").Submit();
        var stored = await app.Read(db => db.Measures.SingleAsync(m => m.Id == row.Id));
        (stored.DeadlineText, stored.Deadlines.Single()).ShouldBe(("до 15 ноября", new Deadline.By(new(2020, 11, 15))));
    }

    [Fact]
    public async Task Rows_are_added_renamed_and_removed_and_the_words_of_the_document_stay()
    {
        var project = await PlanPages.Draft(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var added = await (await office.Open($"/desk/plans/edit/{project.Plan.Id}?row={Guid.Empty}")).Form("Сохранить")
            .Set("Input.Title", "Итоговый отчёт").Set("Input.Number", "9").Set("Input.Executors", "Проектный офис\nУправление культуры").Submit();
        added.Text.ShouldContain("Итоговый отчёт");
        var row = project.Plan.Measures[0];
        var renamed = await (await office.Open($"/desk/plans/edit/{project.Plan.Id}?row={row.Id}")).Form("Сохранить").Set("Input.Title", "Состав групп").Submit();
        renamed.Text.ShouldContain("в документе: Формирование состава рабочих групп");
        var removed = await renamed.Form($"form:has(input[value='{row.Id}'])").Submit();
        removed.Refusal.ShouldBe("");
        removed.All("tbody .v-no").ShouldBe(["П.7", "О.1", "О.3", "О.5", "9"]);
    }

    [Fact]
    public async Task Two_people_on_one_draft_do_not_overwrite_each_other()
    {
        var project = await PlanPages.Draft(app);
        var (one, two) = (await app.SignedIn(Role.ProjectOffice, project.Town), await app.SignedIn(Role.Curator, project.Town));
        var address = $"/desk/plans/edit/{project.Plan.Id}?row={project.Plan.Measures[0].Id}";
        var (first, second) = ((await one.Open(address)).Form("Сохранить"), (await two.Open(address)).Form("Сохранить"));
        await first.Set("Input.Title", "Первый вариант").Submit();
        var refused = await second.Set("Input.Title", "Второй вариант").Submit();
        refused.Refusal.ShouldContain("изменил другой человек");
        (await app.Read(db => db.Measures.SingleAsync(m => m.Id == project.Plan.Measures[0].Id))).Title.ShouldBe("Первый вариант");
    }

    [Fact]
    public async Task A_plan_is_repeated_for_a_new_year_as_a_draft()
    {
        var project = await PlanPages.Draft(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        await PlanPages.Approve(office, project);
        var draft = await (await office.Open($"/desk/plans/repeat/{project.Plan.Id}")).Form("Повторить").Set("Year", "2026").Submit();
        draft.Text.ShouldContain("Черновик: не утверждён");
        var october = draft.All("tr").Single(r => r.StartsWith("П.7", StringComparison.Ordinal));
        october.ShouldContain("октябрь 2026");
        october.ShouldContain("30.10.2026, пт");
    }

    [Fact]
    public async Task The_calendar_shows_the_control_day_and_leads_to_the_nearest_one()
    {
        var project = await PlanPages.Draft(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var october = await office.Open($"/desk/plans/calendar/{project.Plan.Id}?month=2020-10");
        october.Title.ShouldBe("Октябрь 2020");
        october.All(".v-month td:not(.is-out)").Single(d => d.StartsWith("30", StringComparison.Ordinal)).ShouldContain("П.7");
        (await office.Open($"/desk/plans/calendar/{project.Plan.Id}?month=2020-11")).Text.ShouldContain("Ближайший срок: 20 января 2021");
        (await (await app.SignedIn(Role.ProjectOffice)).Ask($"/desk/plans/calendar/{project.Plan.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class DraftPagesOnSqlite(SqliteApp app) : DraftPages(app), IClassFixture<SqliteApp>;

public sealed class DraftPagesOnPostgres(PostgresApp app) : DraftPages(app), IClassFixture<PostgresApp>;
