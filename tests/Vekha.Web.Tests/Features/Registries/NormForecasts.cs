using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Norms;
using Vekha.Plans;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>The page of a norm looks ahead: what is appointed, what will be enough, where it is missing.</summary>
public abstract class NormForecasts(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S1.12")]
    public async Task What_is_appointed_stands_beside_what_is_done_and_says_whether_it_will_be_enough()
    {
        var clubs = await ClubRegistry.Make(app, today: new(2017, 12, 18));
        var (plan, measure) = (clubs.Region.Plan, clubs.Region.Plan.Measures[0]);
        await app.Keep(new Norm(plan, measure.Id, new() { Text = "не менее 2 мероприятий в каждом клубе", Quantity = 2, Unit = "мероприятие", Per = NormPer.Object, PerKind = "клуб", Span = new(new(2017, 10, 10), new(2017, 12, 25)) }));
        (await (await clubs.Keeper.Open($"/desk/registries/moves/{clubs.Id}?move=event")).Form("Сохранить событие").Set("Input.Measure", measure.Id.ToString()).Submit()).Refusal.ShouldBe("");
        async Task<Guid> Club(string name, int district, int events)
        {
            var id = ClubRegistry.IdOf(await clubs.Add(clubs.Keeper, name, district, address: $"ул. {name}, 1", more: f => f.Set("v.place", $"59.{50 + district}, 30.{80 + events}")));
            for (var i = 0; i < events; i++) (await clubs.Happen(clubs.Keeper, id, "event", $"{11 + i}.11.2017", ("v.event", $"Встреча {name} {i}"))).Refusal.ShouldBe("");
            return id;
        }
        var (covered, _, _) = (await Club("Дружба", 0, 1), await Club("Парус", 1, 1), await Club("Звезда", 0, 2));
        var zone = TimeSpan.FromHours(3);
        Event Meeting(DateOnly day, Guid? club)
        {
            var made = new Event(clubs.Region.Programme, new() { Kind = "мероприятие", Title = "Ёлка", UnitId = clubs.Districts[0].Id, TerritoryId = clubs.Districts[0].Id, PlanId = plan.Id, MeasureId = measure.Id, ObjectId = club, ObjectName = "Дружба", Venue = "Клуб", Time = new(new(day.ToDateTime(new(12, 0)), zone), new(day.ToDateTime(new(13, 0)), zone), "Europe/Moscow") });
            made.Appoint(new(new(2017, 12, 1), "Н.О. Пирогова", null, app.Clock.GetUtcNow(), null));
            return made;
        }
        await app.Keep(Meeting(new(2017, 12, 22), covered), Meeting(new(2017, 12, 28), covered));

        var page = await (await clubs.Keeper.Open($"/desk/norms/{plan.Id}")).Click("не менее 2 мероприятий в каждом клубе");

        page.Text.ShouldContain("Окно закрывается 25.12.2017, пн, осталось 5 рабочих дней");
        string Row(string name) => page.All("table.v-norm tbody tr").Single(r => r.Contains(name));
        Row("Дружба").ShouldContain("хватит, если состоится");
        Row("Дружба").ShouldContain("не хватает 1, закрывается 25.12.2017, пн; назначено 1");
        Row("Парус").ShouldContain("окно закрывается");
        Row("Звезда").ShouldContain("выполнена");
        page.All("table.v-norm tbody td[data-l='Назначено']").ShouldBe(["1", "—", "—"]);
        page.Document.QuerySelectorAll("table.v-norm rect.v-f-plan").Length.ShouldBe(1, "what is appointed after the window does not count");
        page.One("#h-gaps ~ ul").TextContent.Squeezed().ShouldContain("нужно 1, назначено 1, ближайшее 22.12.2017, пт");
        page.One("#h-gaps ~ ul").TextContent.Squeezed().ShouldContain("нужно 1, ничего не назначено");
        page.All(".v-figs div").Single(f => f.Contains("если назначенное состоится")).ShouldContain("2 из 3", Case.Insensitive, "Дружба and Звезда will have it");
        // Districts with those under the norm, and a map of the same.
        (await page.Click(clubs.Districts[1].ShortName)).All("table.v-norm tbody tr").Count.ShouldBe(1);
        page.Document.QuerySelectorAll(".v-map .v-pin-ok").Length.ShouldBe(1);
        page.Document.QuerySelectorAll(".v-map .v-pin-over").Length.ShouldBe(1);
        page.Document.QuerySelectorAll(".v-map .v-pin-warn").Length.ShouldBe(1);
    }

    [Fact, Trait("Acceptance", "S1.17")]
    public async Task Two_clubs_in_each_district_are_counted_from_the_registry_by_the_words_of_the_document()
    {
        const string title = "Созданы не менее двух «клубов по месту жительства» в каждом районе";
        var clubs = await ClubRegistry.Make(app, today: new(2017, 12, 18));
        var programme = clubs.Region.Programme;
        var plan = new Plan(programme.Id, "План создания клубов", new DateRange(new(2017, 9, 1), new(2018, 8, 31)));
        var row = plan.AddMeasure(null, "28", title);
        (row.DeadlineText, row.Deadlines, row.Norms, row.EveryExecutorAnswers) = ("до 25.12.2017", [new Deadline.By(new(2017, 12, 25))], [.. NormReader.Read(title)], true);
        // The committee of the region executes too; its region is no district.
        row.AddExecutor(clubs.Region.Committee.Name, ExecutorKind.Organisation, organisationId: clubs.Region.Committee.Id);
        foreach (var district in clubs.Districts) row.AddExecutor(district.Name, ExecutorKind.Organisation, organisationId: district.Id);
        var made = plan.Approve(new(new(2017, 9, 4), "Председатель комитета", "А.К. Рогов", null), programme.Policy.Calendar(), programme.Policy, app.Clock.GetUtcNow(), Guid.CreateVersion7());
        await app.Keep([plan, .. made]);
        foreach (var (district, number) in new[] { (0, 3), (1, 1) })
            for (var i = 0; i < number; i++) await clubs.Add(clubs.Keeper, new[] { "Маяк", "Звезда", "Парус" }[i], district, address: $"ул. Садовая, {i + 1}");

        var found = await clubs.Keeper.Open($"/desk/norms/{plan.Id}");
        found.One("#found").TextContent.Squeezed().ShouldContain("считаем: клуб; на каждую территорию");
        var list = await found.Form("Подтвердить все").Submit();

        list.Text.ShouldContain("отстают 2 из 3");
        var page = await list.Click("не менее двух «клубов по месту жительства» в каждом районе");
        page.All("table.v-norm tbody tr").Count(r => r.Contains("окно закрывается")).ShouldBe(2);
        page.All("table.v-norm tbody tr")[0].ShouldContain(clubs.Districts[2].ShortName, Case.Insensitive, "who has none stands on top");
        page.All("table.v-norm tbody tr")[2].ShouldContain("больше нормы на 1");
    }

    [Fact]
    public async Task Norm_that_finds_nothing_asks_whether_the_facts_that_sound_like_it_are_meant()
    {
        var clubs = await ClubRegistry.Make(app, today: new(2017, 12, 18));
        await clubs.Add(clubs.Keeper, "Маяк", 0);
        var plan = clubs.Region.Plan;
        await app.Keep(new Norm(plan, plan.Measures[0].Id, new() { Text = "2 клуба по месту жительства", Quantity = 2, Unit = "клуб по месту жительства", Span = new(new(2017, 9, 1), new(2018, 8, 31)) }));

        var page = await (await clubs.Keeper.Open($"/desk/norms/{plan.Id}")).Click("2 клуба по месту жительства");
        page.Text.ShouldContain("Считать факты вида «клуб»?");
        var counted = await page.Form("Считать их").Submit();

        counted.Text.ShouldContain("норма изменена");
        counted.Text.ShouldContain("1 из 2");
        counted.Text.ShouldNotContain("Считать факты вида");
    }
}

public sealed class NormForecastsOnSqlite(SqliteApp app) : NormForecasts(app), IClassFixture<SqliteApp>;

public sealed class NormForecastsOnPostgres(PostgresApp app) : NormForecasts(app), IClassFixture<PostgresApp>;
