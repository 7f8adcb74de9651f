using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Facts;

/// <summary>The keeper names the day of an event, supplies a number the document has lost, and work falls due at once.</summary>
public abstract class AnchorPages(VekhaApp app)
{
    [Fact]
    [Trait("Acceptance", "S3.13")]
    public async Task A_number_lost_in_the_document_is_supplied_by_a_person_and_a_signed_contract_makes_the_task_at_once()
    {
        var project = await MediaPlanProject.Approve(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var plan = await office.Open($"/desk/plans/plan/{project.Plan.Id}");
        plan.One("#uncomputed").TextContent.Squeezed().ShouldContain("потеряно число дней");
        var ask = await plan.Click("Уточнить срок");
        var understood = await ask.Form("Подать запрос").Set("Input.After", "в течение 5 рабочих дней с даты заключения контракта").Set("Input.Reason", "Число дней потеряно при печати, названо отделом").Set("Input.ReasonKind", "другая причина").Set("Input.Impact", "Не влияет").Submit();
        understood.Text.ShouldContain("нельзя вычислить: нет дня заключения контракта");
        var card = await understood.Form("Верно, подать запрос").Submit();
        card = await (await app.SignedIn(Role.Curator, project.Town)).Open(card.Address);
        (await card.Form("Одобрить").Set("Post", "Глава округа").Set("Name", "Н.В. Выдумкина").Set("Act", "постановлением от 05.12.2023 № 7").Submit()).Title.ShouldBe("Версия 2");

        var events = await (await office.Open($"/desk/plans/plan/{project.Plan.Id}")).Click("Записать день события");
        (await events.Form("Записать").Set("Day", "06.12.2023").Set("Ground", "контракт № 12").Submit()).Text.ShouldContain("ещё не наступило");
        var done = await events.Form("Записать").Set("Event", "заключение контракта").Set("Day", "04.12.2023").Set("Ground", "контракт от 04.12.2023 № 12").Submit();
        done.Text.ShouldContain("Вычислен 1 срок");
        (await project.Of("2.3")).ShouldHaveSingleItem().Control.ShouldBe(new DateOnly(2023, 12, 11), "the fifth working day after 04.12.2023");
        var assignment = await office.Open($"/desk/control/assignment/{(await project.Of("2.3"))[0].Id}");
        assignment.Text.ShouldContain("срок вычислен заново: был не вычислен, стал 11 декабря 2023, пн");
        assignment.Text.ShouldContain("контракт от 04.12.2023 № 12");
    }

    [Fact]
    [Trait("Acceptance", "S3.16")]
    public async Task A_fact_about_one_project_gives_its_three_tasks_both_dates_are_shown()
    {
        var project = await MediaPlanProject.Approve(app);
        var square = new ObjectCard(Guid.CreateVersion7(), project.Programme.Id, "инициативный проект", "Сквер на Садовой", new(2023, 7, 1));
        await app.Do(async s =>
        {
            await s.GetRequiredService<FactBook>().ObjectOpened(square);
            await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
        });
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var form = (await office.Open($"/desk/facts/record?programme={project.Programme.Id}")).Form("Записать");
        var fact = await form.Set("Input.Title", "Сквер принят").Set("Input.Kind", "завершённый проект").Set("Input.Day", "04.12.2023").Set("Input.ObjectId", square.Id.ToString())
            .Set("Input.Reaches", "завершение реализации проекта").Set("Given.ActNumber", "3").Set("Given.ActOn", "04.12.2023").Submit();
        fact.Text.ShouldContain("Завершение реализации проекта («Сквер на Садовой»)");
        foreach (var code in new[] { "2.5", "3.3", "4.3" })
        {
            var task = (await project.Of(code)).Single(a => a.ObjectId == square.Id);
            var card = await office.Open($"/desk/control/assignment/{task.Id}");
            card.Text.ShouldContain("29 декабря 2023");
            card.Text.ShouldContain("9 января 2024");
            card.Text.ShouldContain("срок по закону");
        }
        (await office.Open($"/desk/plans/measure/{project.Row("2.5").Id}")).Text.ShouldContain("Сквер на Садовой");
        var events = await office.Open($"/desk/plans/anchors/{project.Programme.Id}");
        var recalled = await events.Form("Отозвать день").Set("ground", "акт отменён").Submit();
        recalled.Text.ShouldContain("отозван");
        (await project.Of("2.5")).Count(a => !a.IsClosed).ShouldBe(1, "the task of the project is off, the row waits for the next one");
    }
}

public sealed class AnchorPagesOnSqlite(SqliteApp app) : AnchorPages(app), IClassFixture<SqliteApp>;

public sealed class AnchorPagesOnPostgres(PostgresApp app) : AnchorPages(app), IClassFixture<PostgresApp>;
