using System.IO.Compression;
using System.Net;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Cascade;

/// <summary>The matrix of territories and measures over a plan handed down to districts.</summary>
public abstract class TerritoryPages(VekhaApp app)
{
    private async Task<(RegionProject Project, Visitor Office)> Lived()
    {
        var project = await RegionProject.Approve(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Region);
        await (await project.HandDown(office, 0, "20")).Form("Раздать 15 поручений").Submit();
        var district = project.District("Кингисеппский");
        var part = await project.Part("20", district);
        app.Clock.Set(new(2017, 11, 14, 12, 0, 0, TimeSpan.FromHours(3)));
        var head = await app.SignedInAs(project.HeadOf(district), Role.Executor);
        await (await head.Open($"/desk/my?job={part.Id}")).Form("Отправить на проверку").Set("Text", "План утверждён").Set("FactOn", "14.11.2017").Submit();
        office = await app.SignedIn(Role.ProjectOffice, project.Region);
        await (await office.Open($"/desk/control/assignment/{part.Id}")).Form("Принять").Submit();
        app.Clock.Set(new(2017, 11, 20, 12, 0, 0, TimeSpan.FromHours(3)));
        return (project, await app.SignedIn(Role.ProjectOffice, project.Region));
    }

    [Fact]
    public async Task Every_district_stands_beside_every_measure_and_a_cell_leads_to_its_list()
    {
        var (project, office) = await Lived();

        var page = await office.Open($"/desk/control/territories/{project.Programme.Id}?across=territories");

        // 18 districts and the rows that nobody has handed down yet.
        page.Title.ShouldBe("Территории: 19, мероприятия: 14");
        var row = page.Document.QuerySelectorAll(".v-matrix tbody tr").Single(r => r.QuerySelector("th")!.TextContent.StartsWith("20."));
        row.QuerySelectorAll(".v-cell").Length.ShouldBe(15);
        row.QuerySelectorAll(".v-cell--over").Length.ShouldBe(14);
        var done = row.QuerySelector(".v-cell--done")!;
        done.TextContent.Squeezed().ShouldContain("исп. 14.11");
        done.QuerySelector("svg").ShouldNotBeNull("a state is an icon, a word and a colour together");
        // Worst first: a measure with 14 overdue before those with 3.
        var counts = page.All(".v-matrix tbody td.v-num").Select(c => c == "—" ? 0 : int.Parse(c)).ToList();
        counts.ShouldBe(counts.OrderDescending());
        var list = await office.Open(done.GetAttribute("href")!);
        list.All("#list tbody td.v-no").ShouldBe(["20"]);
        list.One("#list tbody td:nth-child(3)").TextContent.ShouldContain("Кингисеппский");
        var whole = await office.Open(row.QuerySelector("th a")!.GetAttribute("href")!);
        whole.One("#list-h").TextContent.Squeezed().ShouldContain("Отобрано 16 поручений", customMessage: "fifteen parts and the whole they belong to");
    }

    [Fact]
    public async Task Any_day_has_its_own_matrix_in_the_order_asked_for()
    {
        var (project, office) = await Lived();
        var past = await office.Open($"/desk/control/territories/{project.Programme.Id}?on=10.11.2017&sort=plan&across=territories");
        past.All(".v-matrix tbody th").Select(t => t.Split('.')[0]).ShouldBe(["5", "6", "7", "8", "9", "13", "14", "20", "21", "22", "23", "24", "25", "26"]);
        var row = past.Document.QuerySelectorAll(".v-matrix tbody tr").Single(r => r.QuerySelector("th")!.TextContent.StartsWith("20."));
        row.QuerySelectorAll(".v-cell--over, .v-cell--done").Length.ShouldBe(0, "on the tenth nothing of row 20 was late or done");
        row.QuerySelectorAll(".v-cell--risk").Length.ShouldBe(15);
        var turned = await office.Open($"/desk/control/territories/{project.Programme.Id}?across=measures");
        turned.All(".v-matrix tbody th").Count.ShouldBe(19);
        turned.All(".v-matrix thead th").Count.ShouldBe(16);
    }

    [Fact]
    public async Task The_matrix_is_taken_away_as_Word_and_Excel_and_is_nobody_elses()
    {
        var (project, office) = await Lived();
        foreach (var (handler, part) in new[] { ("word", "word/document.xml"), ("excel", "xl/worksheets/sheet1.xml") })
        {
            var answer = await office.Ask($"/desk/control/territories/{project.Programme.Id}?handler={handler}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var package = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            using var reader = new StreamReader((package.GetEntry(part) ?? package.Entries.First(e => e.FullName.EndsWith("sharedStrings.xml"))).Open());
            var words = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Replace('\u00A0', ' ');
            words.ShouldContain("проср. 5");
            words.ShouldContain("исп. 14.11");
        }
        (await (await app.SignedIn(Role.ProjectOffice)).Open($"/desk/control/territories/{project.Programme.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class TerritoryPagesOnSqlite(SqliteApp app) : TerritoryPages(app), IClassFixture<SqliteApp>;

public sealed class TerritoryPagesOnPostgres(PostgresApp app) : TerritoryPages(app), IClassFixture<PostgresApp>;
