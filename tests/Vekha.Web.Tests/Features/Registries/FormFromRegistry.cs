using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>A report form that registries fill: nobody types a number that the system can count.</summary>
public abstract class FormFromRegistry(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S1.13")]
    public async Task The_form_of_a_district_comes_with_its_clubs_and_events_counted_from_the_registry()
    {
        var clubs = await ClubRegistry.Make(app, today: new(2017, 10, 9));
        var edit = await clubs.Region.Create();
        (await Ask("Работает клубов", "Objects", "")).Refusal.ShouldContain("Не сказано, что считать");
        await Ask("Работает клубов", "Objects", "клуб");
        await Ask("Мероприятий с начала проекта", "Facts", "мероприятие");
        await Ask("Мероприятий с прошлого отчёта", "FactsSince", "мероприятие");
        (await (await clubs.Keeper.Open(edit.Address)).Form("Начать сбор").Submit()).Refusal.ShouldBe("");
        app.Clock.Set(new(2017, 10, 20, 12, 0, 0, TimeSpan.FromHours(3)));
        var keeper = await app.Again(clubs.Region.KeeperPerson);
        var mayak = ClubRegistry.IdOf(await clubs.Add(keeper, "Маяк", 0, address: "ул. Садовая, 1"));
        await clubs.Add(keeper, "Звезда", 0, address: "ул. Садовая, 2");
        await clubs.Add(keeper, "Парус", 1);
        (await clubs.Happen(keeper, mayak, "event", "15.10.2017", ("v.event", "Турнир по шашкам"))).Refusal.ShouldBe("");
        var district = await app.SignedIn(Role.Executor, clubs.Districts[0]);

        var first = await district.Open(await clubs.Region.FillOf(0, 0));

        first.Form("Сдать форму").Value("v.f1").ShouldBe("2");
        first.Form("Сдать форму").Value("v.f2").ShouldBe("1");
        first.Text.ShouldContain("Подставлено: из реестра: клуб, в счёте на 20.10.2017");
        (await (await app.SignedIn(Role.Executor, clubs.Districts[1])).Open(await clubs.Region.FillOf(1, 0))).Form("Сдать форму").Value("v.f1").ShouldBe("1");
        await first.Form("Сдать форму").Submit();
        app.Clock.Set(new(2017, 11, 14, 12, 0, 0, TimeSpan.FromHours(3)));
        keeper = await app.Again(clubs.Region.KeeperPerson);
        await clubs.Happen(keeper, mayak, "event", "01.11.2017", ("v.event", "Концерт"));
        await clubs.Happen(keeper, mayak, "event", "12.11.2017", ("v.event", "Поход"));
        await clubs.Happen(keeper, mayak, "close", "12.11.2017", ("p.0", "распоряжение от 12.11.2017 № 3"));
        var second = await (await app.SignedIn(Role.Executor, clubs.Districts[0])).Open(await clubs.Region.FillOf(0, 1));
        (second.Form("Сдать форму").Value("v.f1"), second.Form("Сдать форму").Value("v.f2"), second.Form("Сдать форму").Value("v.f3")).ShouldBe(("1", "3", "2"));

        async Task<Page> Ask(string title, string source, string counted) => await (await clubs.Keeper.Open($"/desk/campaigns/edit/{clubs.Region.Campaign}?field=new")).Form("Сохранить показатель")
            .Set("Input.Title", title).Set("Input.Kind", "Number").Set("Input.Source", source).Set("Input.Counted", counted).Submit();
    }
}

public sealed class FormFromRegistryOnSqlite(SqliteApp app) : FormFromRegistry(app), IClassFixture<SqliteApp>;

public sealed class FormFromRegistryOnPostgres(PostgresApp app) : FormFromRegistry(app), IClassFixture<PostgresApp>;
