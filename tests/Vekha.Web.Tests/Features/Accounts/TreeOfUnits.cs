using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Accounts;

/// <summary>The tree with its life: who stands under whom, who heads it, what it became.</summary>
public abstract class TreeOfUnits(VekhaApp app)
{
    [Fact]
    public async Task A_unit_moved_to_another_district_takes_all_below_along_and_leaves_the_old_reach()
    {
        var region = await app.Unit("Область");
        var (north, south) = (await app.Unit("Северный район", region), await app.Unit("Южный район", region));
        var school = await app.Unit("Школа № 1", north);
        var club = await app.Unit("Клуб при школе № 1", school);
        var admin = await app.SignedIn(Role.Administrator, region);

        await (await admin.Open($"/desk/accounts/organisations/edit/{school.Id}")).Form().Set("ParentId", south.Id.ToString()).Submit();

        (await app.Read(db => db.UnitsUnder(north.Id).ToListAsync())).ShouldBe([north.Id]);
        (await app.Read(db => db.UnitsUnder(south.Id).ToListAsync())).ShouldBe([south.Id, school.Id, club.Id], ignoreOrder: true);
        (await app.Read(db => db.UnitsAbove(club.Id).ToListAsync())).ShouldBe([club.Id, school.Id, south.Id, region.Id]);
        var northern = await app.SignedIn(Role.Administrator, north);
        (await northern.Open($"/desk/accounts/organisations/card/{club.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var southern = await app.SignedIn(Role.Administrator, south);
        (await southern.Open($"/desk/accounts/organisations/card/{club.Id}")).Title.ShouldContain("Клуб при школе № 1");
    }

    [Fact]
    public async Task A_big_tree_opens_level_by_level_and_is_searched_in_any_letters()
    {
        var region = await app.Unit("Край");
        var districts = Enumerable.Range(1, 60).Select(i => Organisation.Found($"Район {i:00}", OrganisationKind.Municipality, region)).ToList();
        var schools = districts.SelectMany(d => Enumerable.Range(1, 20).Select(i => Organisation.Found($"Школа {i} ({d.Name})", OrganisationKind.School, d))).ToList();
        await app.Keep([.. districts, .. schools]);
        var admin = await app.SignedIn(Role.Administrator, region);

        var top = await admin.Open("/desk/accounts/organisations");
        top.All("tbody a.v-row").ShouldBe(["Край"]);
        var level = await admin.Open($"/desk/accounts/organisations?under={region.Id}");
        level.All("tbody a.v-row").Count.ShouldBe(50);
        level.Text.ShouldNotContain("Школа");
        (await admin.Open($"/desk/accounts/organisations?under={region.Id}&p=2")).All("tbody a.v-row").Count.ShouldBe(10);
        var found = await admin.Open("/desk/accounts/organisations?q=школа 19 (район 31");
        found.All("tbody a.v-row").ShouldBe(["Школа 19 (Район 31)"]);
    }

    [Fact]
    public async Task A_new_head_ends_the_time_of_the_one_before_and_both_stand_with_their_days()
    {
        var committee = await app.Unit("Комитет образования");
        var (admin, _) = await app.Hired(Role.Administrator, committee);
        var (old, young) = (Person.Hire("Прежнева Мария Ильинична", "председатель", committee.Id), Person.Hire("Новикова Ольга Петровна", "заместитель", committee.Id));
        await app.Keep(old, young);
        var card = $"/desk/accounts/organisations/card/{committee.Id}";

        await (await admin.Open(card)).Form("Назначить").Set("PersonId", old.Id.ToString()).Set("From", "01.09.2015").Submit();
        var page = await (await admin.Open(card)).Form("Назначить").Set("PersonId", young.Id.ToString()).Set("Post", "председатель комитета").Set("From", "01.10.2020").Submit();

        page.Text.ShouldContain("с 01.09.2015 по 30.09.2020");
        (await app.Read(db => db.HeadsOn(new(2020, 9, 30)).Where(h => h.UnitId == committee.Id).Select(h => h.PersonId).ToListAsync())).ShouldBe([old.Id]);
        (await app.Read(db => db.HeadsOn(new(2020, 11, 2)).Where(h => h.UnitId == committee.Id).Select(h => h.PersonId).ToListAsync())).ShouldBe([young.Id]);
        var again = await (await admin.Open(card)).Form("Назначить").Set("PersonId", old.Id.ToString()).Set("From", "01.10.2019").Submit();
        again.Refusal.ShouldContain("новый день не позже");
    }

    [Fact]
    public async Task A_district_that_became_an_okrug_keeps_its_name_and_names_its_successor()
    {
        var region = await app.Unit("Область с округами");
        var (district, okrug) = (await app.Unit("Гатчинский район", region), await app.Unit("Гатчинский муниципальный округ", region));
        var admin = await app.SignedIn(Role.Administrator, region);

        var page = await (await admin.Open($"/desk/accounts/organisations/card/{district.Id}")).Form("Записать преемника")
            .Set("Successor", "Гатчинский муниципальный округ").Set("On", "01.10.2020").Set("Ground", "областной закон").Submit();

        page.Title.ShouldContain("Гатчинский район");
        page.Text.ShouldContain("по 30 сентября 2020");
        page.Text.ShouldContain("Гатчинский муниципальный округ с 1 октября 2020");
        (await admin.Open($"/desk/accounts/organisations/card/{okrug.Id}")).Text.ShouldContain("организации Гатчинский район");
    }

    [Fact]
    public async Task The_zone_of_a_unit_is_that_of_the_nearest_above()
    {
        var region = await app.Unit("Кемеровская область");
        var town = await app.Unit("Город", region);
        var school = await app.Unit("Школа", town);
        var admin = await app.SignedIn(Role.Administrator, region);

        await (await admin.Open($"/desk/accounts/organisations/edit/{region.Id}")).Form().Set("TimeZoneId", "Asia/Novokuznetsk").Submit();

        (await app.Read(db => db.ZoneOf(school.Id))).ShouldBe("Asia/Novokuznetsk");
    }
}

public sealed class TreeOfUnitsOnSqlite(SqliteApp app) : TreeOfUnits(app), IClassFixture<SqliteApp>;

public sealed class TreeOfUnitsOnPostgres(PostgresApp app) : TreeOfUnits(app), IClassFixture<PostgresApp>;
