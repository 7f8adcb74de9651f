using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Control;
using Vekha.Web.Features.Import;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Data;

/// <summary>A town that used the previous release starts the present one over its data.</summary>
public sealed class UpgradeTests
{
    private const string Release = "0060";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Every_row_of_the_previous_release_is_there_after_the_upgrade(Engine engine)
    {
        await using var database = await TestDatabase.Make(engine, isMigrated: false);
        await ReleasedRows.Fill(database, Release);
        var before = await ReleasedRows.Of(database);
        before.Sum(t => t.Value.Rows.Count).ShouldBeGreaterThan(300);

        await using var app = new UpgradedApp(database);
        await app.InitializeAsync();

        var after = await ReleasedRows.Of(database, before.ToDictionary(t => t.Key, t => t.Value.Columns));
        foreach (var (table, (_, rows)) in before)
            rows.Except(after[table].Rows).ShouldBeEmpty($"rows of {table} are gone or changed");
        // What came to be by starting is the schema's own; nobody's work grew by itself.
        foreach (var table in new[] { "plans", "measures", "assignments", "reports", "people", "journal" })
            after[table].Rows.Count.ShouldBe(before[table].Rows.Count, table);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Pages_of_the_previous_release_open_and_work_goes_on(Engine engine)
    {
        await using var database = await TestDatabase.Make(engine, isMigrated: false);
        await ReleasedRows.Fill(database, Release);
        await using var app = new UpgradedApp(database);
        await app.InitializeAsync();
        var (plan, programme, conference) = await app.Read(async db => (await db.Plans.SingleAsync(Cancel), await db.Programmes.SingleAsync(Cancel),
            await db.Assignments.SingleAsync(a => a.FirstControl == new DateOnly(2021, 2, 26), Cancel)));
        var import = await app.Read(db => db.Imports.Select(i => i.Id).SingleAsync(Cancel));

        var office = await app.Guest().SignIn("zotova", ExamplePeople.Password);
        foreach (var address in new[]
        {
            "/desk", "/desk/plans", $"/desk/plans/plan/{plan.Id}", $"/desk/plans/calendar/{plan.Id}", $"/desk/plans/papers/{plan.Id}", $"/desk/plans/programme/{programme.Id}",
            $"/desk/plans/team/{programme.Id}", $"/desk/control/{programme.Id}", $"/desk/control/assignment/{conference.Id}", $"/desk/plans/measure/{conference.MeasureId}",
            "/desk/control/overdue", "/desk/import", $"/desk/import/review/{import}", "/desk/import/remembered", "/desk/reminders",
        })
            (await office.Open(address)).Status.ShouldBe(HttpStatusCode.OK, address);
        var admin = await app.Guest().SignIn("admin", ExamplePeople.Password);
        foreach (var address in new[] { "/desk/accounts/organisations", "/desk/accounts/people", "/desk/operations", "/desk/operations/mail", "/desk/operations/letters" })
            (await admin.Open(address)).Status.ShouldBe(HttpStatusCode.OK, address);
        var card = await office.Open($"/desk/control/assignment/{conference.Id}");
        card.Text.ShouldContain("распоряжение администрации от 01.11.2020 № 77");
        (await app.Guest().Open("/")).Text.ShouldContain(programme.Name);

        // A draft that was begun before the upgrade is sent after it.
        var education = await app.Guest().SignIn("gromova", ExamplePeople.Password);
        var begun = await app.Read(db => db.ReportDrafts.SingleAsync(Cancel));
        var work = await education.Open($"/desk/my?job={begun.AssignmentId}");
        work.Text.ShouldContain("Список школ согласован, ждём подписи.");
        var sent = await work.Form("Отправить на проверку").Set("FactOn", "30.10.2020").Set("LateReason", "Болезнь исполнителя").Set("LateKind", "ждали согласования или ответа").Attach("Proof", "Перечень школ.docx", "proof"u8.ToArray()).Submit();
        sent.Refusal.ShouldBeEmpty();
        (await app.Read(db => db.Reports.CountAsync(Cancel))).ShouldBe(11);
    }

    private sealed class UpgradedApp(TestDatabase database) : VekhaApp(database.Engine, database);
}
