using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Reading;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Campaigns;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Features.Sites;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Sites;

/// <summary>Ten regional centres of a public organisation: added at once, invited, handed their steps, each seeing only its own.</summary>
public abstract class SiteAcceptance(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S4.5")]
    public async Task Ten_centres_with_own_coordinators_get_their_steps_and_none_sees_a_sister()
    {
        using var sink = new SmtpSink();
        await app.MailTo(sink);
        var project = await SiteProject.Approve(app);
        (await project.Office.Open(project.Address)).Text.ShouldContain("Площадок ещё нет");
        (await project.AddTen()).Text.ShouldContain("Заведено: 10 площадок, приглашено: 10 координаторов");

        var sites = await project.Sites();
        sites.Select(s => s.Unit!.Kind).Distinct().ShouldBe([OrganisationKind.Site]);
        sites.ShouldAllBe(s => s.Unit!.ParentId == project.Centre.Id);
        sites[0].Unit!.Territory.ShouldBe("Волжский край");
        var cards = await app.Read(db => db.RegistryObjects.AsNoTracking().Where(o => o.ProgrammeId == project.Programme.Id).OrderBy(o => o.Number).ToListAsync());
        cards.Count.ShouldBe(10);
        cards.ShouldAllBe(c => c.ConfirmedOn != null);
        cards[0].Values["organisation"].ShouldBe("Дом дружбы «Волжский»");
        cards[0].Address.ShouldBe("г. Волжский, ул. Мира, 1");

        Dictionary<int, Visitor> coordinators = [];
        for (var i = 0; i < 3; i++) coordinators[i] = await project.Agree(i);
        var declined = await (await app.Guest().Open(await project.Link("site9@example.org"))).Form("form:has([name='Reason'])").Set("Reason", "Ушла в отпуск до осени").Submit();
        declined.Text.ShouldContain("Вы отказались");
        (await project.Office.Open($"/desk/sites/site/{sites[9].Id}")).Text.ShouldContain("Ушла в отпуск до осени");

        var preview = await project.HandOut(3, [1, 2, 4, 5, 6], [sites[9]]);
        var done = await preview.Form("Раздать 300 поручений").Submit();
        done.Refusal.ShouldBe("");
        var parts = await project.PartsOf(sites[0]);
        parts.Count.ShouldBe(30);
        var row = project.Plan.Measures.Single(m => m.Code == "2.1");
        // 30.06.2020 is a Tuesday: three working days before it is Thursday 25.06; the day off by decree of 24.06 moves nothing.
        parts.Single(p => p.MeasureId == row.Id).Control.ShouldBe(new DateOnly(2020, 6, 25));
        (await app.Read(db => db.Assignments.Where(a => a.MeasureId == row.Id && a.ParentId == null).Select(a => a.Control).SingleAsync())).ShouldBe(new DateOnly(2020, 6, 30));
        parts.ShouldAllBe(p => p.PersonId == sites[0].Invitation!.PersonId);

        await SeesOnlyItsOwn(project, coordinators[0], coordinators[1], sites, cards);
        await WhoIsBehindStandsFirst(project, coordinators[1], sites);
    }

    private async Task SeesOnlyItsOwn(SiteProject project, Visitor own, Visitor sister, List<Site> sites, List<RegistryObject> cards)
    {
        var (mine, foreign) = (await project.PartsOf(sites[0]), await project.PartsOf(sites[1]));
        (await own.Open($"/desk/control/assignment/{mine[0].Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await own.Open($"/desk/control/assignment/{foreign[0].Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await own.Open($"/desk/cascade/child/{foreign[0].Id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await own.Open("/desk/sites")).Text.ShouldNotContain("Заречный");
        (await own.Open($"/desk/sites/site/{sites[0].Id}")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var address in new[] { $"/desk/sites/site/{sites[1].Id}", project.Address, $"/desk/sites/add/{project.Programme.Id}", $"/desk/sites/hand-out/{project.Programme.Id}" })
            (await own.Open(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);

        (await own.Open($"/desk/registries/card/{cards[0].Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await own.Open($"/desk/registries/card/{cards[1].Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var registry = await own.Open($"/desk/registries/registry/{cards[0].RegistryId}");
        registry.Text.ShouldContain("Центр «Волжский»");
        registry.Text.ShouldNotContain("Заречный");

        var (seminar, theirs) = (await Seminar(project, sites[0], "Семинар волжан"), await Seminar(project, sites[1], "Семинар заречных"));
        (await own.Open($"/desk/events/event/{seminar.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var page in new[] { "event", "participants", "programme", "report", "edit" })
            (await own.Open($"/desk/events/{page}/{theirs.Id}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
        (await own.Open("/desk/events?from=01.03.2020&view=list")).Text.ShouldNotContain("Семинар заречных");
        (await sister.Open($"/desk/events/event/{theirs.Id}")).Status.ShouldBe(HttpStatusCode.OK);

        var campaign = new Campaign("Отчёт о семинарах", project.Plan, [project.Plan.Measures.First(m => m.Code == "2.1").Id]);
        campaign.FallOn("30.06.2020", [new CampaignDate(campaign.Id, new(2020, 6, 30), new(2020, 6, 30), new(2020, 6, 23), "")]);
        campaign.Put(new("f1", "Участников", Vekha.Campaigns.FormFieldKind.Number) { Sums = true });
        foreach (var site in sites) campaign.AddUnit(site.UnitId, site.Name, site.Unit!.Territory, DateOnly.MinValue);
        var forms = campaign.Start(new(2020, 3, 2), new FormAuthor(null, "Л.М. Курбатова"));
        await app.Keep([campaign, .. forms]);
        (await own.Open($"/desk/campaigns/fill/{forms[0].Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await own.Open($"/desk/campaigns/form/{forms[1].Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await own.Open($"/desk/campaigns/consolidated/{campaign.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        // Pages of the common plan say nothing of a sister either.
        foreach (var address in new[] { $"/desk/plans/plan/{project.Plan.Id}", $"/desk/plans/measure/{project.Plan.Measures.First(m => m.Code == "1.1").Id}", "/desk/my", "/desk/control", "/desk/facts", "/desk/plans", "/desk/registries", $"/desk/control/{project.Programme.Id}", $"/desk/control/territories/{project.Programme.Id}" })
        {
            var page = await own.Open(address);
            (page.Status == HttpStatusCode.OK ? page.Document.Body!.TextContent : "").ShouldNotContain("Заречный", Case.Sensitive, address);
            (page.Status == HttpStatusCode.OK ? page.Document.Body!.TextContent : "").ShouldNotContain("Координатов1", Case.Sensitive, address);
        }
    }

    private async Task WhoIsBehindStandsFirst(SiteProject project, Visitor second, List<Site> sites)
    {
        app.Clock.Set(new(2020, 6, 1, 12, 0, 0, TimeSpan.FromHours(3)));
        second = await app.Again((await project.Sites())[1].Invitation!.Person!);
        foreach (var part in (await project.PartsOf(sites[1])).Where(p => p.Control < new DateOnly(2020, 6, 1)).Take(4))
        {
            var sent = await (await second.Open($"/desk/my?job={part.Id}")).Form("Отправить на проверку").Set("Text", "Сделано, письма направлены").Set("FactOn", "20.05.2020").Set("LateReason", "Согласовывали").Set("LateKind", "ждали согласования или ответа").Submit();
            sent.Refusal.ShouldBe("");
        }
        var office = await app.SignedIn(Role.ProjectOffice, project.Centre);
        var page = await office.Open(project.Address);
        page.Text.ShouldContain("отстают 10 из 10");
        page.All("tbody tr a.v-row")[^1].ShouldBe("Центр «Заречный»");
        page.All("thead th abbr").ShouldBe(["Шаг 1", "Шаг 2", "Шаг 4", "Шаг 5", "Шаг 6"]);
        var drill = await office.Open(page.Document.QuerySelector($"a[href*='{sites[1].Id}?step=']")!.GetAttribute("href")!);
        drill.All("details[open] tbody tr").Count.ShouldBe(10);
        drill.Text.ShouldContain("на проверке");

        await ThePaperHasAllOfIt(office, project);
        await ALaterSiteGetsItsCopy(office, project);
    }

    private async Task ThePaperHasAllOfIt(Visitor office, SiteProject project)
    {
        var word = await (await office.Ask(project.Address + "?handler=word")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(new MemoryStream(word));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var xml = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        xml.ShouldContain("landscape");
        xml.ShouldContain("w:tblHeader");
        xml.ShouldContain("УТВЕРЖДАЮ");
        var text = TextOf(word, "план-график.docx");
        foreach (var words in new[] { "Шаг 1", "Шаг 6", "Работа 8 шага 6", "25.06.2020", "Центр «Южный»", "Координатов0 Пётр Ильич", "г. Речной, ул. Мира, 8", "Заречный край", "отказался" }) text.ShouldContain(words);
        var excel = TextOf(await (await office.Ask(project.Address + "?handler=excel")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), "план-график.xlsx");
        foreach (var words in new[] { "Работа 1 шага 1", "Центр «Волжский»", "Координатов2" }) excel.ShouldContain(words);
    }

    private async Task ALaterSiteGetsItsCopy(Visitor office, SiteProject project)
    {
        var page = await (await office.Open($"/desk/sites/add/{project.Programme.Id}")).Form("Завести площадку").Set("Name", "Центр «Степной»").Set("Region", "Степной край").Submit();
        page.Text.ShouldContain("Заведено: 1 площадка");
        page.Text.ShouldContain("Роздано 30 поручений, как остальным");
        (await project.PartsOf((await project.Sites()).Single(s => s.Name == "Центр «Степной»"))).Count.ShouldBe(30);

        page = await (await office.Open($"/desk/sites/add/{project.Programme.Id}")).Form("Завести площадки").Set("Joins", "false").Set("List", SiteProject.LineOf("Горный", 12)).Submit();
        var last = (await project.Sites()).Single(s => s.Name == "Центр «Горный»");
        (await project.PartsOf(last)).ShouldBeEmpty();
        page = await page.Form("Раздать недостающее").Submit();
        page.Text.ShouldContain("Роздано: 30 поручений");
        (await project.PartsOf(last)).Count.ShouldBe(30);
        page.Text.ShouldNotContain("Раздать недостающее");
    }

    private async Task<Event> Seminar(SiteProject project, Site site, string title)
    {
        var made = new Event(project.Programme, new() { Kind = "семинар", Title = title, UnitId = site.UnitId, Time = EventTime.Of(new(2020, 4, 15), "15:00", null, "17:00", "Europe/Moscow"), Venue = "Дом дружбы", PlanId = project.Plan.Id, MeasureId = project.Plan.Measures.First(m => m.Code == "2.1").Id });
        made.Appoint(new(new(2020, 3, 20), "Л.М. Курбатова", null, app.Clock.GetUtcNow(), null));
        await app.Keep(made);
        return made;
    }

    private static string TextOf(byte[] file, string name)
    {
        using var content = new MemoryStream(file);
        var source = DocumentReader.Read(content, name).Source!;
        return string.Join('\n', source.Blocks.SelectMany(b => b switch
        {
            SourceParagraph paragraph => [paragraph.Text],
            SourceTable table => table.Rows.SelectMany(r => r.Cells).Select(c => c.Date is { } day ? $"{day:dd.MM.yyyy}" : c.Text),
            _ => Enumerable.Empty<string>(),
        }));
    }
}

public sealed class SiteAcceptanceOnSqlite(SqliteApp app) : SiteAcceptance(app), IClassFixture<SqliteApp>;

public sealed class SiteAcceptanceOnPostgres(PostgresApp app) : SiteAcceptance(app), IClassFixture<PostgresApp>;
