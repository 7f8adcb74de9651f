using Microsoft.EntityFrameworkCore;
using Vekha.Norms;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>«Не менее 3 мероприятий в каждом клубе»: the norm knows every club from its card.</summary>
public abstract class NormsOfClubs(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S1.12")]
    public async Task A_norm_per_club_is_red_for_each_that_lacks_events_though_the_sum_is_enough()
    {
        var clubs = await ClubRegistry.Make(app, today: new(2017, 12, 26));
        var (plan, measure) = (clubs.Region.Plan, clubs.Region.Plan.Measures[0]);
        var norm = new Norm(plan, measure.Id, new() { Text = "не менее 3 мероприятий в каждом клубе", Quantity = 3, Unit = "мероприятие", Per = NormPer.Object, PerKind = "клуб", Span = new(new(2017, 10, 10), new(2017, 12, 25)) });
        await app.Keep(norm);
        // The event of a card serves the row of the plan that the registry names for it.
        var move = await clubs.Keeper.Open($"/desk/registries/moves/{clubs.Id}?move=event");
        (await move.Form("Сохранить событие").Set("Input.Measure", measure.Id.ToString()).Submit()).Refusal.ShouldBe("");
        async Task<Guid> Club(string name, int events)
        {
            var id = ClubRegistry.IdOf(await clubs.Add(clubs.Keeper, name, 0, address: $"ул. {name}, 1"));
            for (var i = 0; i < events; i++) (await clubs.Happen(clubs.Keeper, id, "event", $"{11 + i}.11.2017", ("v.event", $"Встреча {name} {i}"))).Refusal.ShouldBe("");
            return id;
        }
        await Club("Маяк", 2);
        await Club("Звезда", 6);
        var parus = await Club("Парус", 4);
        await Club("Немой", 0);
        await clubs.Happen(clubs.Keeper, await Club("Закрытый", 1), "close", "30.11.2017", ("p.0", "распоряжение от 30.11.2017 № 3"));

        var sheet = await app.Do(async s =>
        {
            var sheets = (NormSheets)s.GetService(typeof(NormSheets))!;
            var programme = await ((Vekha.Web.Data.VekhaDb)s.GetService(typeof(Vekha.Web.Data.VekhaDb))!).Programmes.SingleAsync(p => p.Id == plan.ProgrammeId);
            return (await sheets.Of(programme, [norm], new(2017, 12, 26), new(2017, 12, 26), new(2017, 11, 15))).Single();
        });

        sheet.Lines.Select(l => (l.Subject.Name, l.Status.Done)).ShouldBe([("Немой", 0L), ("Маяк", 2L), ("Звезда", 6L), ("Парус", 4L)], ignoreOrder: true);
        sheet.Lines.Take(2).Select(l => l.Subject.Name).ShouldBe(["Немой", "Маяк"]);
        sheet.Behind.ShouldBe(2);
        sheet.Total.Done.ShouldBe(12);
        sheet.Lines.Single(l => l.Subject.Id == parus).Subject.Address.ShouldBe($"/desk/registries/card/{parus}");
    }
}

public sealed class NormsOfClubsOnSqlite(SqliteApp app) : NormsOfClubs(app), IClassFixture<SqliteApp>;

public sealed class NormsOfClubsOnPostgres(PostgresApp app) : NormsOfClubs(app), IClassFixture<PostgresApp>;
