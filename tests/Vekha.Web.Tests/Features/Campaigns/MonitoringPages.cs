using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Campaigns;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Campaigns;

/// <summary>«Мониторинг»: indicators against their goals, what stands out, the paper.</summary>
public abstract class MonitoringPages(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S1.16")]
    public async Task Indicators_show_baseline_target_actual_and_cumulative_and_the_paper_says_it_in_words()
    {
        var clubs = await Watched();
        await Send(clubs, 0, 0, (10, 20), "11", "12", "100", "нет");
        await Send(clubs, 1, 0, (10, 23), "2", "3", "40", "нет");
        await Send(clubs, 0, 1, (11, 14), "11", "20", "110", "нет");
        clubs.On((11, 16));
        var office = await clubs.Office();
        await Goals(office, clubs, "f1", whole: ("", ""), ("3", "10"), ("1", "5"), ("2", "5"));
        await Goals(office, clubs, "f2", whole: ("0", "45"), ("", ""), ("", ""), ("", ""));

        var page = await office.Open($"/desk/campaigns/monitoring/{clubs.Campaign}?date={(await clubs.Of(0, 1)).DateId}");

        page.Text.ShouldContain("Представили 1 из 3");
        page.Text.ShouldContain($"Не представили: {clubs.Districts[1].Name}, {clubs.Districts[2].Name}");
        Line(page, "Работает клубов").ShouldBe(["6", "20", "11", "—", "55 %"]);
        // Twelve and three in October, twenty in November: what is missing is no zero, what came earlier is not lost.
        Line(page, "Проведено мероприятий").ShouldBe(["0", "45", "20", "35", "77 %"]);
        var units = await office.Open(page.Address + "&field=f1");
        units.All("#units tbody th").ShouldBe([clubs.Districts[0].Name, clubs.Districts[1].Name, clubs.Districts[2].Name]);
        units.All("#units tbody tr")[0].ShouldContain("3 10 11 — 110 %");

        var word = await office.Ask(page.Address + "&handler=word");
        var paper = Text(await word.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        paper.ShouldContain("Аналитическая справка");
        paper.ShouldContain("Отчёт представили 1 из 3");
        paper.ShouldContain("Целевое значение не достигнуто: «Работает клубов» (55 %); «Проведено мероприятий» (77 %).");
        paper.ShouldContain("Целевое значение не задано: «Детей».");
    }

    [Fact, Trait("Acceptance", "S1.16")]
    public async Task Ten_times_the_children_stand_in_the_summary_until_a_controller_confirms_them()
    {
        var clubs = await Watched();
        await Send(clubs, 1, 0, (10, 23), "2", "3", "9", "нет");
        clubs.On((11, 14));
        var district = await app.SignedIn(Vekha.Web.Features.Accounts.Role.Executor, clubs.Districts[1]);
        var asked = await Filled(await district.Open(await clubs.FillOf(1, 1)), "2", "3", "95", "нет").Submit();
        await asked.Form("Сдать форму").Add("ok.f3", "true").Set("why.f3", "Приняли две школы целиком").Submit();
        var office = await clubs.Office();
        var address = $"/desk/campaigns/monitoring/{clubs.Campaign}?date={(await clubs.Of(1, 1)).DateId}";

        var page = await office.Open(address);
        page.One("#outliers").TextContent.Squeezed().ShouldContain("95 — в 10,6 раза больше прошлого (9)");
        page.Text.ShouldContain("Подразделение: «Приняли две школы целиком»");
        Text(await (await office.Ask(address + "&handler=word")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldContain("контролёром не подтверждено");

        var confirmed = await page.Form("Подтвердить").Set("words", "Сверено с приказами о зачислении").Submit();
        confirmed.Text.ShouldContain("подтверждено: Сверено с приказами о зачислении");
        confirmed.All("button").ShouldNotContain("Подтвердить");
        Text(await (await office.Ask(address + "&handler=word")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldContain("Подтверждено: Сверено с приказами о зачислении");
    }

    [Fact]
    public async Task A_goal_that_is_no_number_is_refused_and_the_unit_sees_its_goal_beside_the_field()
    {
        var clubs = await Watched();
        var goals = await clubs.Keeper.Open($"/desk/campaigns/goals/{clubs.Campaign}?field=f1");
        var wrong = await goals.Form("Сохранить значения").Set($"to.{clubs.Districts[0].Id}", "много").Submit();
        wrong.Refusal.ShouldContain("Нужно число, а записано «много»");
        wrong.Form("Сохранить значения").Value($"to.{clubs.Districts[0].Id}").ShouldBe("много");

        await Goals(clubs.Keeper, clubs, "f1", ("", ""), ("3", "10,5"), ("", ""), ("", ""));
        var fill = await (await app.SignedIn(Vekha.Web.Features.Accounts.Role.Executor, clubs.Districts[0])).Open(await clubs.FillOf(0, 0));
        fill.Text.ShouldContain("Было 3; нужно 10,5");
        fill.Text.ShouldContain("Только за этот период: нарастающий итог Веха посчитает сама");
    }

    private async Task<ClubReports> Watched()
    {
        var clubs = await ClubReports.Approve(app);
        var edit = await clubs.Create();
        edit = await clubs.Ask(edit, "Работает клубов", "Number", ("Jump", "10"));
        edit = await clubs.Ask(edit, "Проведено мероприятий", "Number", ("Accumulates", "true"), ("Source", "Nothing"));
        edit = await clubs.Ask(edit, "Детей", "Number", ("Jump", "10"));
        edit = await clubs.Ask(edit, "Есть трудности", "YesNo", ("Source", "Nothing"));
        await edit.Form("Начать сбор").Submit();
        return clubs;
    }

    private async Task Send(ClubReports clubs, int district, int day, (int Month, int Day) on, params string[] values)
    {
        clubs.On(on);
        var page = await (await app.SignedIn(Vekha.Web.Features.Accounts.Role.Executor, clubs.Districts[district])).Open(await clubs.FillOf(district, day));
        (await Filled(page, values).Submit()).Text.ShouldContain("сдано");
    }

    private static Form Filled(Page page, params string[] values)
    {
        var form = page.Form("Сдать форму");
        foreach (var (key, value) in new[] { "f1", "f2", "f3", "f4" }.Zip(values)) form = form.Set("v." + key, value);
        return form;
    }

    private static async Task Goals(Visitor office, ClubReports clubs, string field, (string From, string To) whole, params (string From, string To)[] units)
    {
        var form = (await office.Open($"/desk/campaigns/goals/{clubs.Campaign}?field={field}")).Form("Сохранить значения");
        form = form.Set($"from.{Guid.Empty}", whole.From).Set($"to.{Guid.Empty}", whole.To);
        foreach (var (district, goal) in clubs.Districts.Zip(units)) form = form.Set($"from.{district.Id}", goal.From).Set($"to.{district.Id}", goal.To);
        (await form.Submit()).Text.ShouldContain("значения сохранены");
    }

    private static string[] Line(Page page, string title) => [.. page.Document.QuerySelectorAll("main tbody tr")
        .First(r => r.QuerySelector("th")!.TextContent.Squeezed().StartsWith(title, StringComparison.Ordinal)).QuerySelectorAll("td.v-num").Select(c => c.TextContent.Squeezed())];

    private static string Text(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return document.MainDocumentPart!.Document.Body!.InnerText.Replace('\u00a0', ' ');
    }
}

public sealed class MonitoringPagesOnSqlite(SqliteApp app) : MonitoringPages(app), IClassFixture<SqliteApp>;

public sealed class MonitoringPagesOnPostgres(PostgresApp app) : MonitoringPages(app), IClassFixture<PostgresApp>;
