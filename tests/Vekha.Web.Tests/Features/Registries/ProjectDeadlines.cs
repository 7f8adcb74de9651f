using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Tests.Features.Facts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>Deadlines of the media plan that wait for what happens to a project on its card.</summary>
public abstract class ProjectDeadlines(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S3.16")]
    public async Task A_project_completed_on_its_card_gives_three_tasks_by_day_thirty_and_a_mistake_takes_them_back()
    {
        var plan = await MediaPlanProject.Approve(app);
        var registry = new Registry(plan.Programme.Id, RegistryTemplate.Of("initiative-projects")!.Definition);
        await app.Keep(registry);
        var keeper = await app.SignedIn(Role.ProjectOffice, plan.Town);
        var card = await (await keeper.Open($"/desk/registries/add/{registry.Id}")).Form("Завести карточку").Set("Input.Name", "Сквер на Садовой").Set("Input.Territory", plan.Town.Id.ToString()).Set("Input.Day", "20.02.2023")
            .Set("v.received", "20.02.2023").Set("v.initiator", "инициативная группа").Set("v.branch", plan.Press.Id.ToString()).Set("p.0", "протокол от 15.02.2023").Submit();
        card.Refusal.ShouldBe("");
        var id = ClubRegistry.IdOf(card);
        async Task<Page> Happen(string move, string day, params (string Name, string Value)[] values)
        {
            var form = (await keeper.Open($"/desk/registries/move/{id}?move={move}")).Form("Записать событие").Set("Day", day);
            foreach (var (name, value) in values) form = form.Set(name, value);
            return await form.Submit();
        }
        (await Happen("support", "15.05.2023", ("v.decided", "15.05.2023"), ("v.ground", "решение № 2"), ("p.0", "решение от 15.05.2023"))).Refusal.ShouldBe("");
        (await Happen("contract", "05.06.2023", ("v.contract", "№ 12"), ("v.contractor", "ООО «Зелёный двор»"), ("v.price", "2490000"))).Refusal.ShouldBe("");

        var done = await Happen("finish", "04.12.2023", ("p.0", "акт приёмки от 04.12.2023"));

        done.Refusal.ShouldBe("");
        foreach (var code in new[] { "2.5", "3.3", "4.3" })
        {
            var task = (await plan.Of(code)).Single(a => a.ObjectId == id);
            (task.Nominal, task.Control, task.ByOppositeRule, task.ObjectName).ShouldBe((new(2024, 1, 3), new(2023, 12, 29), new DateOnly(2024, 1, 9), "Сквер на Садовой"));
        }
        // The card shows what the project owes now; an event written by mistake takes it off again.
        done.All("#h-work ~ table tbody tr").Count.ShouldBe(3);
        var back = await (await keeper.Open($"/desk/registries/card/{id}")).Form("Отменить событие").Set("Ground", "Акт не подписан").Submit();
        back.Refusal.ShouldBe("");
        foreach (var code in new[] { "2.5", "3.3", "4.3" }) (await plan.Of(code)).Single(a => a.ObjectId == id).Phase.ShouldBe(AssignmentPhase.Cancelled);
        (await Happen("finish", "06.12.2023", ("p.0", "акт приёмки от 06.12.2023"))).Refusal.ShouldContain("ещё не наступил");
    }
}

public sealed class ProjectDeadlinesOnSqlite(SqliteApp app) : ProjectDeadlines(app), IClassFixture<SqliteApp>;

public sealed class ProjectDeadlinesOnPostgres(PostgresApp app) : ProjectDeadlines(app), IClassFixture<PostgresApp>;
