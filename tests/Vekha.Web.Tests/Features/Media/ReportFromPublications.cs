using Vekha.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Tests.Features.Media;

/// <summary>Who owes a row of the media plan finds the report begun: how many came out, where, whom they reached.</summary>
public abstract class ReportFromPublications(VekhaApp app)
{
    [Fact]
    public async Task A_report_begins_with_the_publications_of_its_row_their_links_and_reach()
    {
        var room = await Newsroom.Open(app);
        await room.Begin(needsApproval: false);
        var row = room.RowOf("2.1");
        var ours = await room.PlanTheme("Открыт приём заявок", "30.04.2023", row, "site", "vk");
        (await room.ComeOut(ours["site"], "18.04.2023", "https://okrug.example.ru/news/1", "400")).Refusal.ShouldBe("");
        (await room.ComeOut(ours["vk"], "19.04.2023", "https://vk.com/okrug_example?w=wall_1")).Refusal.ShouldBe("");
        var other = await room.PlanTheme("О другом", "30.04.2023", room.RowOf("3.1"), "ok");
        (await room.ComeOut(other["ok"], "19.04.2023", "https://ok.ru/okrug-example/topic/1", "50")).Refusal.ShouldBe("");
        var measure = row.Id;
        var owed = await app.Read(db => db.Assignments.Where(a => a.MeasureId == measure).Select(a => a.Id).SingleAsync());

        var page = await (await app.SignedIn(Role.Executor, room.Finance)).Open($"/desk/my?job={owed}");

        page.Text.ShouldContain("Отчёт начат за вас из медиаплана");
        var text = page.Form("Отправить на проверку").Value("Text")!.Replace('\u00a0', ' ');
        text.ShouldStartWith("Вышло 2 публикации");
        text.ShouldContain("Охват 400, не посчитан у 1.");
        text.ShouldContain("https://okrug.example.ru/news/1");
        text.ShouldNotContain("О другом");
        page.Form("Отправить на проверку").Value("FactOn").ShouldBe("19.04.2023");
    }
}

public sealed class ReportFromPublicationsOnSqlite(SqliteApp app) : ReportFromPublications(app), IClassFixture<SqliteApp>;

public sealed class ReportFromPublicationsOnPostgres(PostgresApp app) : ReportFromPublications(app), IClassFixture<PostgresApp>;
