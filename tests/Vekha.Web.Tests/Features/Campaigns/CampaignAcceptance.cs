using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Campaigns;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Campaigns;

/// <summary>Reports of the clubs on five days, as the acceptance scripts ask.</summary>
public abstract class CampaignAcceptance(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S1.13")]
    public async Task Three_pilots_report_on_five_days_prefilled_and_the_sheet_has_the_same_columns_and_sums()
    {
        var clubs = await ClubReports.Begin(app);

        var campaign = Guid.Parse(clubs.Campaign);
        (await app.Read(db => db.FormReports.CountAsync(r => r.CampaignId == campaign))).ShouldBe(15);
        var grid = await clubs.Keeper.Open($"/desk/campaigns/campaign/{clubs.Campaign}");
        grid.Text.ShouldContain("5 дней × 3 подразделения = 15 форм");
        grid.All("thead th a").ShouldBe(["23.10", "15.11", "30.11", "15.12", "25.12"]);

        await clubs.Send(0, 0, (10, 20), "11", "38", "41", "29", "33", "сайт комитета", "нет");
        await clubs.Send(1, 0, (10, 23), "2", "9", "12", "7", "8", "", "да");
        (await clubs.Send(2, 0, (10, 25), "2", "11", "10", "12", "9", "", "нет")).Text.ShouldContain("сдано с опозданием на 2 дня");

        // The second form comes filled with the first one, and says so.
        clubs.On((11, 10));
        var second = await (await app.SignedIn(Vekha.Web.Features.Accounts.Role.Executor, clubs.Districts[0])).Open(await clubs.FillOf(0, 1));
        second.Form("Сдать форму").Value("v.f2.1.2").ShouldBe("41");
        second.Text.ShouldContain("Подставлено: из отчёта к 23.10.2017");
        second.Form("Сдать форму").Value("v.f4").ShouldBeNullOrEmpty();

        var office = await clubs.Office();
        var sheet = await office.Open($"/desk/campaigns/consolidated/{clubs.Campaign}?date={(await clubs.Of(0, 0)).DateId}");
        sheet.Text.ShouldContain($"С опозданием: {clubs.Districts[2].Name} (на 2 дня)");
        var excel = await office.Ask($"{sheet.Address}&handler=excel");
        var rows = Rows(await excel.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var head = rows.FindIndex(r => r.Contains("Подразделение"));
        var names = rows.Skip(head).Where(r => clubs.Districts.Any(d => r.Contains(d.Name))).ToList();
        names.Select(r => r.Count).ShouldBe([9, 9, 9]);
        names[0].ShouldBe([clubs.Districts[0].Name, "на проверке", "11", "38", "41", "29", "33", "сайт комитета", "нет"]);
        names[2][1].ShouldBe("сдано с опозданием на 2 дня");
        var total = rows.Single(r => r[0] == "Всего");
        total.Skip(2).Take(5).ShouldBe(["15", "58", "63", "48", "50"]);
        total[8].ShouldBe("да: 1 из 3");
        (await office.Ask($"{sheet.Address}&handler=word")).Content.Headers.ContentType!.MediaType!.ShouldContain("wordprocessingml");
    }

    [Fact, Trait("Acceptance", "S1.16")]
    public async Task Ten_times_the_children_of_the_previous_report_are_asked_to_be_confirmed_with_a_reason()
    {
        var clubs = await ClubReports.Begin(app);
        await clubs.Send(1, 0, (10, 23), "2", "9", "12", "7", "8", "", "нет");
        clubs.On((11, 14));
        var district = await app.SignedIn(Vekha.Web.Features.Accounts.Role.Executor, clubs.Districts[1]);

        var asked = await ClubReports.Filled(await district.Open(await clubs.FillOf(1, 1)), "2", "90", "12", "7", "8", "", "нет").Submit();

        asked.Text.ShouldContain("90 — в 10 раз больше прошлого (9). Подтвердите и назовите причину");
        (await clubs.Of(1, 1)).Phase.ShouldBe(FormPhase.Open);
        // A tick alone is not a reason.
        asked = await asked.Form("Сдать форму").Add("ok.f2.1.1", "true").Submit();
        (await clubs.Of(1, 1)).Phase.ShouldBe(FormPhase.Open);
        asked.Form("Сдать форму").Value("v.f2.1.1").ShouldBe("90");
        var sent = await asked.Form("Сдать форму").Add("ok.f2.1.1", "true").Set("why.f2.1.1", "Приняли две школы целиком").Submit();
        sent.Text.ShouldContain("рост подтверждён: Приняли две школы целиком");
        (await clubs.Of(1, 1)).Acts.Single().Confirmed.Single().Value.ShouldBe("90");
    }

    [Fact, Trait("Acceptance", "S2.17")]
    public async Task A_unit_that_is_late_is_red_and_stands_in_the_sheet_as_not_presented_and_not_as_zero()
    {
        var clubs = await ClubReports.Begin(app);
        await clubs.Send(0, 0, (10, 20), "11", "38", "41", "29", "33", "", "нет");
        await clubs.Send(1, 0, (10, 23), "2", "9", "12", "7", "8", "", "да");
        clubs.On((10, 26));
        var office = await clubs.Office();

        var grid = await office.Open($"/desk/campaigns/campaign/{clubs.Campaign}");
        grid.All(".v-cell--over").ShouldBe(["3 дн.не представлено, 3 дня"]);
        var sheet = await office.Open($"/desk/campaigns/consolidated/{clubs.Campaign}");
        sheet.One(".v-say--over").TextContent.Squeezed().ShouldStartWith("Не представили 1 из 3. В суммы они не входят: это не ноль. " + clubs.Districts[2].Name);
        var rows = Rows(await (await office.Ask($"/desk/campaigns/consolidated/{clubs.Campaign}?handler=excel")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        rows.Single(r => r[0] == clubs.Districts[2].Name).Skip(2).Distinct().ShouldBe(["не представлено"]);
        rows.Single(r => r[0] == "Всего").Take(3).ShouldBe(["Всего", "по 2 из 3", "13"]);

        // Four days earlier nobody was late: any day can be asked.
        (await office.Open($"/desk/campaigns/consolidated/{clubs.Campaign}?on=2017-10-23")).Has(".v-say--over").ShouldBeFalse();
        // The late unit learns of it where it works.
        var late = await (await app.SignedIn(Vekha.Web.Features.Accounts.Role.Executor, clubs.Districts[2])).Open("/desk/campaigns");
        late.Address.ShouldBe("/desk/campaigns/mine");
        late.All(".v-state--over").ShouldBe(["не представлено, 3 дня"]);
        late.Document.QuerySelector(".v-nav a[href='/desk/campaigns'] .v-count.is-over")!.TextContent.Squeezed().ShouldBe("1 ждут вас, есть не представленные в срок");
    }

    /// <summary>Words of every cell, row by row, as the file holds them.</summary>
    private static List<List<string>> Rows(byte[] file)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        return [.. book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Where(r => r.HasChildren).Select(r => r.Elements<Cell>().Select(c =>
            c.InlineString?.InnerText.Replace('\u00a0', ' ') ?? (decimal.TryParse(c.CellValue?.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var n) ? n.ToString("0.####", CultureInfo.InvariantCulture) : "")).ToList())];
    }
}

public sealed class CampaignAcceptanceOnSqlite(SqliteApp app) : CampaignAcceptance(app), IClassFixture<SqliteApp>;

public sealed class CampaignAcceptanceOnPostgres(PostgresApp app) : CampaignAcceptance(app), IClassFixture<PostgresApp>;
