using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Plans;

/// <summary>A plan that has no document yet.</summary>
public abstract class ManualPlanPages(VekhaApp app)
{
    [Fact]
    public async Task A_plan_is_typed_from_its_title_to_its_first_row()
    {
        var town = await app.Unit();
        var office = await app.SignedIn(Role.ProjectOffice, town);
        var programme = new Programme("Благоустройство", town.Id, "Городской округ", Vekha.Resolving.DeadlinePolicy.Municipal);
        await app.Keep(programme);
        var form = await (await office.Open("/desk/plans")).Click("завести план вручную");
        var editor = await form.Form("Завести план").Set("Programme", programme.Id.ToString()).Set("Title", "План мероприятий по благоустройству").Set("First", "01.01.2021").Set("Last", "31.12.2021").Set("Stages", "Подготовка\nРаботы").Submit();
        editor.Text.ShouldContain("Добавьте первое мероприятие");
        var asked = await editor.Form("Сохранить").Set("Input.Title", "Обход дворов").Set("Input.Number", "1").Set("Input.Deadline", "до 1 апреля").Set("Input.Executors", "Управление ЖКХ").Submit();
        asked.Text.ShouldContain("Понято так");
        var saved = await asked.Form("Верно, сохранить").Submit();
        saved.Text.ShouldContain("Обход дворов");
        var plan = await app.Read(db => db.Plans.AsSplitQuery().Include(p => p.Measures).Include(p => p.Stages).SingleAsync(p => p.ProgrammeId == programme.Id));
        (plan.IsApproved, plan.Title, plan.First, plan.Stages.Count, plan.Measures.Single().Title).ShouldBe((false, "План мероприятий по благоустройству", new DateOnly(2021, 1, 1), 2, "Обход дворов"));
    }

    [Fact]
    public async Task A_plan_that_ends_before_it_begins_or_lies_in_a_foreign_programme_is_refused()
    {
        var town = await app.Unit();
        var programme = new Programme("Спорт", town.Id, "Городской округ", Vekha.Resolving.DeadlinePolicy.Municipal);
        await app.Keep(programme);
        var office = await app.SignedIn(Role.ProjectOffice, town);
        var form = (await office.Open($"/desk/plans/new?programme={programme.Id}")).Form("Завести план").Set("Title", "План").Set("First", "31.12.2021").Set("Last", "01.01.2021");
        (await form.Submit()).Refusal.ShouldContain("Последний день раньше первого");
        var stranger = await app.SignedIn(Role.ProjectOffice);
        var foreign = new Programme("Чужая", (await app.Unit()).Id, "Округ", Vekha.Resolving.DeadlinePolicy.Municipal);
        await app.Keep(foreign);
        (await form.Set("Programme", foreign.Id.ToString()).Submit()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Open("/desk/plans/new")).Text.ShouldContain("программы пока нет");
    }
}

public sealed class ManualPlanPagesOnSqlite(SqliteApp app) : ManualPlanPages(app), IClassFixture<SqliteApp>;

public sealed class ManualPlanPagesOnPostgres(PostgresApp app) : ManualPlanPages(app), IClassFixture<PostgresApp>;
