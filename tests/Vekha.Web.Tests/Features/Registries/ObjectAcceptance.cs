using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>What objects owe, how they are counted and merged, as the acceptance scripts ask.</summary>
public abstract class ObjectAcceptance(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S1.12")]
    public async Task A_plan_is_owed_by_every_club_a_new_one_gets_its_own_and_a_closed_one_owes_nothing()
    {
        var clubs = await ClubRegistry.Make(app, today: new(2017, 10, 12));
        await clubs.Add(clubs.Keeper, "Маяк", 0, address: "ул. Садовая, 1");
        await clubs.Add(clubs.Keeper, "Звезда", 0, address: "ул. Садовая, 2");
        await clubs.Add(clubs.Keeper, "Парус", 1);
        var measure = clubs.Region.Plan.Measures[0].Id;
        var page = await clubs.Keeper.Open($"/desk/registries/measure/{measure}");
        page.Text.ShouldContain("3 клуба × 5 сроков");

        var done = await page.Form("Раздать 15 поручений").Submit();

        done.Refusal.ShouldBe("");
        var parts = await Parts(measure);
        parts.Count.ShouldBe(15);
        parts.Where(p => p.ObjectName == "Парус").Select(p => p.OrganisationId).Distinct().ShouldBe([clubs.Districts[1].Id]);
        // Two clubs of one district have a part each, under the assignment of their district.
        parts.Count(p => p.OrganisationId == clubs.Districts[0].Id && p.Control == parts[0].Control).ShouldBe(2);

        var raduga = ClubRegistry.IdOf(await clubs.Add(clubs.Keeper, "Радуга", 2, day: "11.10.2017"));
        (await Parts(measure)).Count(p => p.ObjectId == raduga).ShouldBe(5);
        var mayak = (await clubs.Card("Маяк")).Id;
        (await clubs.Happen(clubs.Keeper, mayak, "close", "12.10.2017", ("p.0", "распоряжение от 12.10.2017 № 3"))).Refusal.ShouldBe("");
        var gone = await app.Read(db => db.Assignments.Include(a => a.Release).Where(a => a.ObjectId == mayak).ToListAsync());
        gone.ShouldAllBe(a => a.Release != null && a.Release.Ground == "Клуб «Маяк»: закрыт 12.10.2017");
        // Closed by mistake, it owes again; what was taken off stays in the history.
        (await (await clubs.Keeper.Open($"/desk/registries/card/{mayak}")).Form("Отменить событие").Set("Ground", "Закрыт другой клуб").Submit()).Refusal.ShouldBe("");
        (await Parts(measure)).Count(p => p.ObjectId == mayak && p.Phase == AssignmentPhase.Open).ShouldBe(5);
        // Pressed once more nothing is made twice.
        (await clubs.Keeper.Open($"/desk/registries/measure/{measure}")).Text.ShouldContain("У каждого объекта поручение уже есть");
    }

    [Fact, Trait("Acceptance", "S1.17")]
    public async Task Districts_with_fewer_than_two_clubs_stand_on_top_and_more_than_planned_reads_over_a_hundred()
    {
        var clubs = await ClubRegistry.Make(app);
        foreach (var (district, number) in new[] { (0, 3), (1, 1) })
            for (var i = 0; i < number; i++) await clubs.Add(clubs.Keeper, $"{new[] { "Маяк", "Звезда", "Парус" }[i]}", district, address: $"ул. Садовая, {i + 1}", more: f => f.Set("v.place", $"59.{50 + i}, 30.{80 + district}"));
        var form = (await clubs.Keeper.Open($"/desk/registries/territories/{clubs.Id}")).Form("Сохранить цель").Set("Least", "2");
        foreach (var district in clubs.Districts) form = form.Add("units", district.Id.ToString());
        var page = await form.Submit();

        page.All("tbody td:first-child").ShouldBe([clubs.Districts[2].ShortName, clubs.Districts[1].ShortName, clubs.Districts[0].ShortName]);
        page.All("tbody .v-num").ShouldBe(["0 из 2", "1 из 2", "3 из 2"]);
        page.All("tbody .v-state").ShouldBe(["не хватает 2", "не хватает 1", "достаточно"]);
        page.Text.ShouldContain("150 %");
        var map = await clubs.Keeper.Open($"/desk/registries/map/{clubs.Id}");
        map.Document.QuerySelectorAll("svg.v-map a circle").Length.ShouldBe(4);
        map.All("tbody tr").Count.ShouldBe(4, "the same as a list");
    }

    [Fact]
    public async Task Two_cards_of_one_club_become_one_with_a_trace_and_its_facts_count_once()
    {
        var clubs = await ClubRegistry.Make(app);
        var first = ClubRegistry.IdOf(await clubs.Add(clubs.Keeper, "Клуб «Маяк»", 0));
        var second = ClubRegistry.IdOf(await clubs.Add(clubs.Keeper, "Подростковый клуб Маяк", 0, more: f => f.Set("Input.IsOther", "true").Set("v.schedule", "по средам")));
        await clubs.Happen(clubs.Keeper, first, "event", "12.11.2017", ("v.event", "Турнир по шахматам"));
        await clubs.Happen(clubs.Keeper, second, "event", "12.11.2017", ("v.event", "Турнир по шахматам"));
        await clubs.Happen(clubs.Keeper, second, "event", "19.11.2017", ("v.event", "Концерт"));
        var doubles = await clubs.Keeper.Open($"/desk/registries/doubles/{clubs.Id}");
        doubles.All("tbody td:nth-child(4)").ShouldBe(["похожее название, тот же адрес"]);

        var compare = await doubles.Click("Сравнить и объединить");
        (await compare.Form("Объединить").Set("keep", first.ToString()).Submit()).Refusal.ShouldContain("Не названо основание");
        var merged = await compare.Form("Объединить").Set("keep", first.ToString()).Set("Ground", "Район и школа завели один клуб").Submit();

        merged.Refusal.ShouldBe("");
        merged.Text.ShouldContain("по средам", customMessage: "the survivor takes what it lacked");
        merged.One("#h-merged ~ ul").TextContent.ShouldContain("Подростковый клуб Маяк");
        (await clubs.Keeper.Open($"/desk/registries/card/{second}")).Text.ShouldContain("Карточка объединена");
        (await clubs.Keeper.Open(clubs.Address)).All("tbody tr").Count.ShouldBe(1);
        var facts = await app.Read(db => db.Facts.Where(f => !f.IsWithdrawn && (f.ObjectId == first || f.ObjectId == second)).OrderBy(f => f.Day).Select(f => new { f.ObjectId, f.Kind, f.Title }).ToListAsync());
        facts.ShouldAllBe(f => f.ObjectId == first);
        facts.Select(f => f.Title).ShouldBe(["Создан: Клуб «Маяк»", "Турнир по шахматам", "Концерт"]);
        (await app.Read(db => db.FactObjects.SingleAsync(o => o.Id == second))).LivesOn(new(2018, 1, 1)).ShouldBeFalse();
    }

    [Fact, Trait("Acceptance", "S1.19")]
    public async Task One_event_entered_by_the_district_and_its_school_is_offered_for_merge_and_reach_is_not_doubled()
    {
        var clubs = await ClubRegistry.Make(app);
        var district = await app.Read(db => db.Organisations.Include(o => o.Lines).SingleAsync(o => o.Id == clubs.Districts[0].Id));
        var school = Organisation.Found("Школа № 1", OrganisationKind.School, district);
        await app.Keep(school);
        async Task Enter(Guid place, int reach, bool despite) => await app.Do(async s =>
        {
            var book = (FactBook)s.GetService(typeof(FactBook))!;
            FactEntry Of(string kind, long quantity) => new() { ProgrammeId = clubs.Region.Programme.Id, Kind = kind, Day = new(2018, 2, 20), Quantity = quantity, Title = "Лыжный праздник", TerritoryId = place, DespiteDouble = despite };
            await book.Record(Of("мероприятие", 1));
            await book.Record(Of("участник", reach));
            await ((Vekha.Web.Data.VekhaDb)s.GetService(typeof(Vekha.Web.Data.VekhaDb))!).SaveChangesAsync();
        });
        await Enter(school.Id, 48, despite: false);
        // The second one is asked at once; recorded all the same it is offered for merge.
        (await Should.ThrowAsync<Vekha.Web.Platform.Refusal>(() => Enter(district.Id, 50, despite: false))).Why.ShouldContain("двойник");
        await Enter(district.Id, 50, despite: true);
        var page = await clubs.Keeper.Open($"/desk/registries/facts/{clubs.Region.Programme.Id}");
        page.All(".v-sec h2").ShouldBe(["Лыжный праздник, 20 февраля 2018, вт"]);

        var keep = page.Document.QuerySelectorAll("label.form-check").Single(l => l.TextContent.Contains("Школа № 1")).QuerySelector("input")!.GetAttribute("value");
        var merged = await page.Form("Объединить: остаётся отмеченная").Set("keep", keep).Submit();

        merged.Refusal.ShouldBe("");
        merged.Has(".v-sec h2").ShouldBeFalse();
        var programme = clubs.Region.Programme.Id;
        var sums = await app.Read(db => db.Facts.Where(f => f.ProgrammeId == programme && !f.IsWithdrawn && f.Title == "Лыжный праздник").GroupBy(f => f.Kind).Select(g => new { g.Key, Sum = g.Sum(f => f.Quantity) }).ToListAsync());
        sums.OrderBy(s => s.Key).Select(s => (s.Key, s.Sum)).ShouldBe([("мероприятие", 1L), ("участник", 48L)]);
        var trace = await app.Read(db => db.Facts.Include(f => f.Changes).Where(f => f.ProgrammeId == programme && f.IsWithdrawn && f.Kind == "участник").SingleAsync());
        trace.Changes.Single().Ground.ShouldContain("двойник факта «Лыжный праздник» (участник: 48)");
        (await (await app.SignedIn(Role.ProjectOffice)).Open($"/desk/registries/facts/{programme}")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private Task<List<Assignment>> Parts(Guid measure) => app.Read(db => db.Assignments.AsNoTracking().Where(a => a.MeasureId == measure && a.ObjectId != null).OrderBy(a => a.Control).ToListAsync());
}

public sealed class ObjectAcceptanceOnSqlite(SqliteApp app) : ObjectAcceptance(app), IClassFixture<SqliteApp>;

public sealed class ObjectAcceptanceOnPostgres(PostgresApp app) : ObjectAcceptance(app), IClassFixture<PostgresApp>;
