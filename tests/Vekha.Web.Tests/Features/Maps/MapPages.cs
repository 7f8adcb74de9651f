using System.Net;
using System.Text;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Features.Registries;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Maps;

/// <summary>Maps drawn from outlines that a programme loads, without any foreign address unless the administrator names one.</summary>
public abstract class MapPages(VekhaApp app)
{
    private static byte[] Outlines(params (string Name, double West)[] areas) => Encoding.UTF8.GetBytes("""{"type":"FeatureCollection","features":[""" + string.Join(',', areas.Select(a =>
        FormattableString.Invariant($$$"""{"type":"Feature","properties":{"name":"{{{a.Name}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{a.West}}},59],[{{{a.West + 1}}},59],[{{{a.West + 1}}},60],[{{{a.West}}},60],[{{{a.West}}},59]]]}}"""))) + "]}");

    private static async Task<string> Policy(Visitor who, string address)
    {
        var answer = await who.Ask(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return answer.Headers.GetValues("Content-Security-Policy").Single();
    }

    [Fact]
    [Trait("Acceptance", "S1.17")]
    public async Task Outlines_of_districts_are_loaded_found_by_name_and_drawn_under_the_cards()
    {
        var clubs = await ClubRegistry.Make(app);
        await clubs.Add(clubs.Keeper, "Маяк", 0, more: f => f.Set("v.place", "59.5, 30.5"));
        var (address, map) = ($"/desk/maps/outlines/{clubs.Region.Programme.Id}", $"/desk/registries/map/{clubs.Id}");
        (await clubs.Keeper.Open(map)).All("svg.v-map path.a").ShouldBeEmpty();

        var empty = await (await clubs.Keeper.Open(map)).Click("Контуры районов");
        empty.Text.ShouldContain("Контуров пока нет");
        (await empty.Form("Загрузить").Attach("file", "х.svg", "<svg onload='alert(1)'/>"u8.ToArray()).Submit()).Refusal.ShouldContain("не GeoJSON");
        var loaded = await empty.Form("Загрузить").Attach("file", "районы.geojson", Outlines((clubs.Districts[0].ShortName, 30), ("Лес <script>", 31.2))).Submit();

        loaded.Text.ShouldContain("Загружено: 2 контура");
        var rows = loaded.All("tbody tr");
        rows[0].ShouldContain("Лес script", Case.Insensitive, "what belongs to nobody yet stands first; signs of markup are left out");
        loaded.One($"tbody tr:nth-child(2) option[selected]").GetAttribute("value").ShouldBe(clubs.Districts[0].Id.ToString());
        var drawn = await clubs.Keeper.Open(map);
        drawn.Document.QuerySelectorAll("svg.v-map path.a").Length.ShouldBe(2);
        drawn.Document.QuerySelectorAll("svg.v-map a circle").Length.ShouldBe(1);
        // The same file again replaces and does not double.
        (await loaded.Form("Загрузить").Attach("file", "районы.geojson", Outlines((clubs.Districts[0].ShortName, 30))).Submit()).All("tbody tr").Count.ShouldBe(2);
        (await (await clubs.District(0)).Ask(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_the_tile_server_that_the_administrator_names_may_be_called_and_only_by_pages_with_a_map()
    {
        var clubs = await ClubRegistry.Make(app);
        await clubs.Add(clubs.Keeper, "Маяк", 0, more: f => f.Set("v.place", "59.5, 30.5"));
        var map = $"/desk/registries/map/{clubs.Id}";
        (await Policy(clubs.Keeper, map)).ShouldContain("img-src 'self' data:;");
        var admin = await app.SignedIn(Role.Administrator, await app.Unit());
        var form = (await admin.Open("/desk/maps/tiles")).Form("Сохранить");

        (await form.Set("Input.Address", "https://tiles.town.example/{z}/{x}/{y}.png; script-src *").Submit()).Refusal.ShouldContain("нужен адрес вида", Case.Insensitive);
        var set = await (await admin.Open("/desk/maps/tiles")).Form("Сохранить").Set("Input.Address", "https://tiles.town.example/{z}/{x}/{y}.png").Set("Input.Credit", "карта округа").Submit();

        set.Refusal.ShouldBe("");
        (await Policy(clubs.Keeper, map)).ShouldContain("img-src 'self' data: https://tiles.town.example;");
        (await Policy(clubs.Keeper, "/desk/me")).ShouldNotContain("tiles.town.example");
        var drawn = await clubs.Keeper.Open(map);
        drawn.Document.QuerySelectorAll("svg.v-map image").Length.ShouldBeInRange(1, 24);
        drawn.Document.QuerySelectorAll("svg.v-map image").ShouldAllBe(i => i.GetAttribute("href")!.StartsWith("https://tiles.town.example/"));
        drawn.Text.ShouldContain("Подложка: карта округа");

        (await set.Form("Сохранить").Set("Input.Address", "").Submit()).Text.ShouldContain("карты никуда не обращаются");
        (await Policy(clubs.Keeper, map)).ShouldContain("img-src 'self' data:;");
        (await clubs.Keeper.Ask("/desk/maps/tiles")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }
}

public sealed class MapPagesOnSqlite(SqliteApp app) : MapPages(app), IClassFixture<SqliteApp>;

public sealed class MapPagesOnPostgres(PostgresApp app) : MapPages(app), IClassFixture<PostgresApp>;
