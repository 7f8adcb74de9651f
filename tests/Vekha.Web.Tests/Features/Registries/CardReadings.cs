using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>A card that names people: who has opened it is written down.</summary>
public abstract class CardReadings(VekhaApp app)
{
    private Task<List<DataReading>> Readings(Guid programme) => app.Read(db => db.DataReadings.AsNoTracking().Where(r => r.ProgrammeId == programme && r.Link != null && r.Link.StartsWith("/desk/registries/")).OrderBy(r => r.At).ToListAsync());

    [Fact]
    public async Task Opening_a_card_with_names_is_logged_once_a_person_a_day()
    {
        var clubs = await ClubRegistry.Make(app);
        var programme = clubs.Region.Programme.Id;
        var named = ClubRegistry.IdOf(await clubs.Add(clubs.Keeper, "Маяк", 0, address: "ул. Первая, 1", more: f => f.Set("v.head", "Петрова Инна Львовна").Set("v.phone", "+7 900 000-00-00")));
        var bare = ClubRegistry.IdOf(await clubs.Add(clubs.Keeper, "Парус", 1, address: "ул. Вторая, 2"));
        await app.Read(db => db.DataReadings.Where(r => r.ProgrammeId == programme).ExecuteDeleteAsync());

        for (var i = 0; i < 3; i++) await clubs.Keeper.Open($"/desk/registries/card/{named}");
        await clubs.Keeper.Open($"/desk/registries/card/{bare}");
        await (await clubs.District(0)).Open($"/desk/registries/card/{named}");
        // Another district sees the club and not the names.
        (await (await clubs.District(1)).Open($"/desk/registries/card/{named}")).Text.ShouldNotContain("Петрова");
        var log = await Readings(programme);
        log.Count.ShouldBe(2);
        log.ShouldAllBe(r => r.SubjectId == named && r.What.StartsWith("открыта карточка №") && r.Link == $"/desk/registries/card/{named}");
        log.Select(r => r.PersonId).Distinct().Count().ShouldBe(2);

        app.Clock.Advance(TimeSpan.FromDays(1));
        var keeper = await app.Again(clubs.Region.KeeperPerson);
        await keeper.Open($"/desk/registries/card/{named}");
        await keeper.Ask($"{clubs.Address}?handler=excel");
        (await Readings(programme)).Skip(2).Select(r => r.What).ShouldBe([log[0].What, "«Реестр клубов» выгружен таблицей"], ignoreOrder: true);
        (await keeper.Open($"/desk/personal-data/log/{programme}")).Text.ShouldContain(log[0].What);
    }
}

public sealed class CardReadingsOnSqlite(SqliteApp app) : CardReadings(app), IClassFixture<SqliteApp>;

public sealed class CardReadingsOnPostgres(PostgresApp app) : CardReadings(app), IClassFixture<PostgresApp>;
