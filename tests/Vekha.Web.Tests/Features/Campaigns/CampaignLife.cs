using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Campaigns;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Campaigns;

/// <summary>A campaign that goes on, gets more days, is closed and opened again.</summary>
public abstract class CampaignLife(VekhaApp app)
{
    [Fact]
    public async Task Days_added_to_a_campaign_that_goes_on_bring_a_form_of_every_unit()
    {
        var clubs = await ClubReports.Begin(app);
        clubs.On((12, 20));
        var office = await clubs.Office();

        var added = await (await office.Open($"/desk/campaigns/campaign/{clubs.Campaign}")).Form("Добавить дни").Set("Words", "15.01.2018, 15.02.2018, 25.12.2017").Submit();

        added.Refusal.ShouldBe("");
        added.Text.ShouldContain("Добавлено: 2 дня, 6 форм.");
        added.Text.ShouldContain("7 дней × 3 подразделения = 21 форма");
        added.All("thead th a").ShouldBe(["23.10", "15.11", "30.11", "15.12", "25.12", "15.01", "15.02"]);
        var past = await added.Form("Добавить дни").Set("Words", "01.12.2017").Submit();
        past.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        past.Refusal.ShouldContain("01.12.2017, пт уже прошло");
    }

    [Fact, Trait("Acceptance", "S1.18")]
    public async Task Eighteen_districts_on_five_days_owe_ninety_forms_and_those_sent_keep_the_name_of_a_head_who_left()
    {
        var clubs = await ClubReports.Approve(app, districtCount: 18);
        var edit = await clubs.Create();
        edit = await clubs.Ask(edit, "Работает клубов", "Number");
        (await edit.Form("Начать сбор").Submit()).Text.ShouldContain("5 дней × 18 подразделений = 90 форм");
        clubs.On((10, 20));
        var gracheva = Person.Hire("Грачева Нина Леонтьевна", "председатель комитета", clubs.Districts[4].Id);
        await app.Keep(gracheva);
        var her = await app.SignedInAs(gracheva, Role.Executor);
        (await (await her.Open(await clubs.FillOf(4, 0))).Form("Сдать форму").Set("v.f1", "7").Submit()).Text.ShouldContain("сдано");
        clubs.On((11, 10));
        var lebedeva = Person.Hire("Лебедева Анна Сергеевна", "председатель комитета", clubs.Districts[4].Id);
        await app.Keep(lebedeva);
        var admin = await app.SignedIn(Role.Administrator, clubs.Committee);
        await (await admin.Open($"/desk/plans/hand-over/{gracheva.Id}")).Form("Передать").Set("To", lebedeva.Id.ToString()).Set("On", "10.11.2017").Set("Ground", "приказ № 7-к").Set("Leaves", "true").Submit();

        var next = await app.SignedInAs(lebedeva, Role.Executor);
        (await (await next.Open(await clubs.FillOf(4, 1))).Form("Сдать форму").Set("v.f1", "8").Submit()).Text.ShouldContain("сдано");

        var office = await clubs.Office();
        (await office.Open(await clubs.FormOf(4, 0))).Text.ShouldContain("Н.Л. Грачева");
        (await office.Open(await clubs.FormOf(4, 1))).Text.ShouldContain("А.С. Лебедева");
        (await clubs.Of(4, 0)).Acts.Single().ByName.ShouldBe("Н.Л. Грачева");
    }

    [Fact]
    public async Task Closed_campaign_takes_nothing_and_opens_again_only_with_a_ground_in_the_journal()
    {
        var clubs = await ClubReports.Begin(app);
        await clubs.Send(0, 0, (10, 20), "11", "38", "41", "29", "33", "", "нет");
        clubs.On((12, 28));
        var office = await clubs.Office();
        var address = $"/desk/campaigns/campaign/{clubs.Campaign}";
        (await (await office.Open(address)).Form("Закрыть сбор").Submit()).Refusal.ShouldContain("1 форма ждёт проверки");
        await clubs.Accept(0, 0);
        var district = await app.SignedIn(Role.Executor, clubs.Districts[1]);
        var begun = ClubReports.Filled(await district.Open(await clubs.FillOf(1, 0)), "2", "9", "12", "7", "8", "", "нет");

        var closed = await (await office.Open(address)).Form("Закрыть сбор").Set("Ground", "Сводный отчёт отправлен").Submit();

        closed.Text.ShouldContain("Сбор закрыт 28 декабря 2017, чт");
        closed.Text.ShouldContain("Сводный отчёт отправлен");
        // A form that was open at the moment of closing is not lost without a word, and nothing new comes in.
        (await begun.Submit()).Refusal.ShouldContain("Сбор закрыт 28.12.2017");
        (await clubs.Of(1, 0)).Phase.ShouldBe(FormPhase.Open);
        (await district.Open("/desk/campaigns/mine")).Text.ShouldNotContain("Отчёт о клубах");
        (await office.Open(await clubs.FormOf(0, 0))).All("button").ShouldNotContain("Записать корректировку");

        var page = await office.Open(address);
        (await page.Form("Открыть сбор снова").Submit()).Refusal.ShouldContain("Не указано основание");
        var opened = await page.Form("Открыть сбор снова").Set("Ground", "Ошибка в числе детей, письмо от 12.01.2018 № 5").Submit();
        opened.Text.ShouldContain("сбор открыт снова");
        opened.Text.ShouldContain("Ошибка в числе детей, письмо от 12.01.2018 № 5");
        (await begun.Submit()).Text.ShouldContain("сдано с опозданием");
    }

    [Fact]
    public async Task Whoever_only_sends_forms_can_neither_close_the_campaign_nor_set_its_goals()
    {
        var clubs = await ClubReports.Begin(app);
        var district = await app.SignedIn(Role.Executor, clubs.Districts[0]);
        (await district.Open($"/desk/campaigns/monitoring/{clubs.Campaign}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await district.Open($"/desk/campaigns/goals/{clubs.Campaign}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var foreign = await app.SignedIn(Role.ProjectOffice);
        var close = (await clubs.Keeper.Open($"/desk/campaigns/campaign/{clubs.Campaign}")).Form("Закрыть сбор");
        (await foreign.Open($"/desk/campaigns/campaign/{clubs.Campaign}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await close.Submit()).Text.ShouldContain("Сбор закрыт");
    }
}

public sealed class CampaignLifeOnSqlite(SqliteApp app) : CampaignLife(app), IClassFixture<SqliteApp>;

public sealed class CampaignLifeOnPostgres(PostgresApp app) : CampaignLife(app), IClassFixture<PostgresApp>;
