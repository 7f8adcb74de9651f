using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Features.Reminders;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Control;

/// <summary>A district became an okrug: what it had not done yet is owed by the okrug, under the old name in the old plan.</summary>
public abstract class SuccessorUnits(VekhaApp app)
{
    [Fact]
    public async Task What_a_district_left_undone_its_successor_reports_and_is_reminded_of()
    {
        app.At(2020, 10, 30);
        var region = await app.Unit();
        var (district, okrug) = (await app.Unit($"Лесной район {Guid.NewGuid():N}"[..20], region), await app.Unit($"Лесной округ {Guid.NewGuid():N}"[..20], region));
        var (_, assignments) = await app.Plan(region, "Программа края", ("Сдать отчёт", new(2020, 11, 12), district));
        var card = $"/desk/control/assignment/{assignments[0].Id}";
        var (executor, person) = await app.Mailed(Role.Executor, okrug);
        (await executor.Open(card)).Status.ShouldBe(HttpStatusCode.NotFound);

        var admin = await app.SignedIn(Role.Administrator, region);
        await (await admin.Open($"/desk/accounts/organisations/card/{district.Id}")).Form("Записать преемника").Set("Successor", okrug.Name).Set("On", "31.10.2020").Submit();
        (await executor.Open(card)).Status.ShouldBe(HttpStatusCode.NotFound, "the district still lives today");

        app.At(2020, 11, 11);
        await app.Remind();
        (await app.Told(person, new(2020, 11, 11))).Select(n => n.SubjectId).ShouldBe([assignments[0].Id]);
        executor = await app.Again(person);
        var my = await executor.Open($"/desk/my?job={assignments[0].Id}");
        (await executor.Open(card)).Text.ShouldContain(district.Name);
        var sent = await my.Form("Отправить на проверку").Set("Text", "Отчёт округа за район").Set("FactOn", "11.11.2020").Submit();
        sent.Text.ShouldContain("Отчёт округа за район");
        (await app.Read(db => db.Assignments.SingleAsync(a => a.Id == assignments[0].Id))).ExecutorName.ShouldBe(district.Name);
        // A neighbour is nobody's successor.
        (await (await app.SignedIn(Role.Executor, await app.Unit(under: region))).Open(card)).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class SuccessorUnitsOnSqlite(SqliteApp app) : SuccessorUnits(app), IClassFixture<SqliteApp>;

public sealed class SuccessorUnitsOnPostgres(PostgresApp app) : SuccessorUnits(app), IClassFixture<PostgresApp>;
