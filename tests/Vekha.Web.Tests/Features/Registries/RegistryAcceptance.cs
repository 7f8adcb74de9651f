using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Facts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>Clubs and premises of «Равные возможности детям», as the acceptance scripts ask.</summary>
public abstract class RegistryAcceptance(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S1.9")]
    public async Task An_institution_and_its_premises_are_registered_with_address_area_and_the_letter()
    {
        var premises = await ClubRegistry.Make(app, "premises");
        var add = (await premises.Keeper.Open($"/desk/registries/add/{premises.Id}")).Form("Завести карточку")
            .Set("Input.Name", "Кабинет технического творчества").Set("Input.Territory", premises.Districts[0].Id.ToString()).Set("Input.Day", "04.09.2017")
            .Set("v.institution", "Центр творческого развития").Set("v.address", "г. Тосно, ул. Садовая, 4").Set("v.area", "48,5").Set("v.basis", "гарантийное письмо");
        var card = await add.Submit();
        card.Title.ShouldBe("Кабинет технического творчества");
        card.Text.ShouldContain("48,5 м²");

        var id = ClubRegistry.IdOf(card);
        var refused = await premises.Happen(premises.Keeper, id, "give", "11.09.2017");
        refused.Refusal.ShouldContain("Нет документа: договор или письмо");
        var given = await refused.Form("Записать событие").Attach("pf.0", "письмо.pdf", "%PDF-1.4"u8.ToArray()).Set("p.0", "письмо от 08.09.2017 № 31").Submit();

        given.Refusal.ShouldBe("");
        given.Text.ShouldContain("Договор или письмо: письмо от 08.09.2017 № 31 — письмо.pdf");
        given.One("aside .v-state").TextContent.Squeezed().ShouldBe("предоставлено");
        // The file is had by whoever sees the card, and by nobody else.
        var file = given.Document.QuerySelectorAll("a[href^='/desk/registries/file/']").Single().GetAttribute("href")!;
        (await premises.Keeper.Ask(file)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        var stranger = await app.SignedIn(Vekha.Web.Features.Accounts.Role.ProjectOffice);
        (await stranger.Ask(file)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact, Trait("Acceptance", "S1.10")]
    public async Task Fifteen_clubs_of_three_districts_are_counted_from_the_registry_and_not_typed()
    {
        var clubs = await ClubRegistry.Make(app);
        foreach (var (district, need) in new[] { (0, 11), (1, 2), (2, 2) })
        {
            for (var i = 0; i < need; i++) (await clubs.Add(clubs.Keeper, Name(district, i), district, address: $"ул. Садовая, {(district * 20) + i + 1}")).Refusal.ShouldBe("");
            var goal = (await clubs.Keeper.Open($"/desk/registries/territories/{clubs.Id}")).Form("Сохранить цель").Add("units", clubs.Districts[district].Id.ToString()).Set("Least", need.ToString());
            (await goal.Submit()).Refusal.ShouldBe("");
        }

        var list = await clubs.Keeper.Open(clubs.Address);
        list.One(".v-figs dd").TextContent.Squeezed().ShouldBe("15 из 15, 100 %");
        var territories = await clubs.Keeper.Open($"/desk/registries/territories/{clubs.Id}");
        territories.All("tbody .v-num").Order().ShouldBe(["11 из 11", "2 из 2", "2 из 2"]);
        territories.All("tfoot .v-num").ShouldBe(["15 из 15"]);
        // Before the clubs were opened there were none: any day can be asked.
        (await clubs.Keeper.Open($"/desk/registries/territories/{clubs.Id}?on=2017-10-01")).All("tbody .v-num").Order().ShouldBe(["0 из 11", "0 из 2", "0 из 2"]);
        // The norm reads facts: a club opened is one, whoever asks.
        var programme = clubs.Region.Programme.Id;
        (await app.Read(db => db.Facts.Where(f => f.ProgrammeId == programme && f.Kind == "клуб" && !f.IsWithdrawn).SumAsync(f => f.Quantity))).ShouldBe(15);
        (await app.Read(db => db.FactObjects.CountAsync(o => o.ProgrammeId == programme && o.Kind == "клуб" && o.Closed == null))).ShouldBe(15);
    }

    [Fact, Trait("Acceptance", "S1.11")]
    public async Task A_club_lives_from_its_creation_to_its_closing_and_leaves_the_count_after_its_date()
    {
        var clubs = await ClubRegistry.Make(app);
        var other = await clubs.Add(clubs.Keeper, "Звезда", 0, address: "ул. Новая, 9");
        var id = ClubRegistry.IdOf(await clubs.Add(clubs.Keeper, "Маяк", 0, address: "ул. Садовая, 4"));
        (await clubs.Happen(clubs.Keeper, id, "plan", "16.10.2017", ("p.0", "план от 16.10.2017"))).Refusal.ShouldBe("");
        (await clubs.Happen(clubs.Keeper, id, "event", "12.11.2017", ("v.event", "Турнир по шахматам"))).Refusal.ShouldBe("");
        (await clubs.Happen(clubs.Keeper, id, "move", "01.12.2017", ("v.address", "ул. Речная, 7"))).Refusal.ShouldBe("");
        (await clubs.Happen(clubs.Keeper, id, "pause", "15.01.2018")).Refusal.ShouldBe("");
        var closed = await clubs.Happen(clubs.Keeper, id, "close", "20.02.2018", ("p.0", "распоряжение от 19.02.2018 № 3"));

        closed.Refusal.ShouldBe("");
        closed.All("#h-life ~ .v-log b").ShouldBe(["Создан", "План работы утверждён", "Проведено мероприятие", "Сменён адрес", "Приостановлен", "Закрыт"]);
        closed.Text.ShouldContain("Последний день в счёте20 февраля 2018, вт");
        // The old address stays: in the history and on the page of its day.
        closed.Text.ShouldContain("ул. Речная, 7");
        (await clubs.Keeper.Open($"/desk/registries/card/{id}?on=2017-11-20")).One("dl.v-kv").TextContent.Squeezed().ShouldContain("ул. Садовая, 4");
        closed.All("#h-past ~ table td").Take(3).ShouldBe(["Адрес", "ул. Садовая, 4", "ул. Речная, 7"]);
        (await clubs.Keeper.Open($"{clubs.Address}?on=2017-10-01")).Text.ShouldContain("На 1 октября 2017, вс карточек нет");
        foreach (var (day, count) in new[] { ("2017-10-02", "2"), ("2018-02-20", "2"), ("2018-02-21", "1") })
            (await clubs.Keeper.Open($"{clubs.Address}?on={day}")).One(".v-figs dd").TextContent.Squeezed().ShouldBe(count, day);
        // A closed club takes no more events, and nothing that happened is lost.
        (await clubs.Happen(clubs.Keeper, id, "event", "25.02.2018", ("v.event", "Ещё одно"))).Refusal.ShouldContain("из него оно не допускается");
        var programme = clubs.Region.Programme.Id;
        var facts = await app.Read(db => db.Facts.Where(f => f.ProgrammeId == programme && f.ObjectId == id && !f.IsWithdrawn).OrderBy(f => f.Day).Select(f => new { f.Kind, f.Day, f.Quantity, f.Title }).ToListAsync());
        facts.Select(f => (f.Kind, f.Day.ToString("dd.MM.yyyy"), f.Quantity)).ShouldBe([("клуб", "02.10.2017", 1), ("план работы клуба", "16.10.2017", 1), ("мероприятие", "12.11.2017", 1), ("клуб", "21.02.2018", -1)]);
        facts[2].Title.ShouldBe("Турнир по шахматам");
        other.Refusal.ShouldBe("");
    }

    private static string Name(int district, int number) => new[] { "Маяк", "Звезда", "Радуга", "Парус", "Орион", "Вымпел", "Алмаз", "Факел", "Импульс", "Горизонт", "Спутник" }[number] + new[] { "", " тосненский", " сосновый" }[district];
}

public sealed class RegistryAcceptanceOnSqlite(SqliteApp app) : RegistryAcceptance(app), IClassFixture<SqliteApp>;

public sealed class RegistryAcceptanceOnPostgres(PostgresApp app) : RegistryAcceptance(app), IClassFixture<PostgresApp>;
