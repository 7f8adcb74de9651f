using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>A kind of object built by hand, the templates that are shipped, and progress told on cards.</summary>
public abstract class BuilderPages(VekhaApp app)
{
    [Fact]
    public async Task A_programme_builds_a_registry_of_its_own_field_by_field_and_event_by_event()
    {
        var region = await ClubRegistry.Make(app);
        var form = (await region.Keeper.Open("/desk/registries/new")).Form("Завести реестр").Set("Input.Programme", region.Region.Programme.Id.ToString()).Set("Input.Template", "own");
        (await form.Submit()).Refusal.ShouldContain("нужны название и слова «один, два, пять»");
        var page = await form.Set("Input.Title", "Реестр музеев").Set("Input.One", "музей").Set("Input.Few", "музея").Set("Input.Many", "музеев").Submit();
        page.Title.ShouldBe("Поля карточки");
        var id = page.Address.Split('/', '?')[4];

        page = await (await page.Click("Добавить поле")).Form("Сохранить поле").Set("Input.Title", "Число экспонатов").Set("Input.Kind", "Number").Set("Input.Unit", "предметов").Add("Input.Required", "true").Submit();
        page = await page.Form("Сохранить поле").Set("Input.Title", "Форма").Set("Input.Kind", "Choice").Set("Input.Choices", "школьный").Submit();
        page.Refusal.ShouldContain("выбирать не из чего");
        page = await page.Form("Сохранить поле").Set("Input.Choices", "школьный\nобщественный").Submit();
        page.Refusal.ShouldBe("");
        var moves = await region.Keeper.Open($"/desk/registries/moves/{id}?move=new");
        moves = await moves.Form("Сохранить событие").Set("Input.Title", "Принята коллекция").Add("Input.Fields", "f1").Set("Input.QuantityField", "f1").Set("Input.FactKind", "экспонат").Set("Input.Papers", "акт приёма").Submit();
        moves.Refusal.ShouldBe("");

        var card = await (await region.Keeper.Open($"/desk/registries/add/{id}")).Form("Завести карточку").Set("Input.Name", "Музей боевой славы").Set("Input.Territory", region.Districts[0].Id.ToString()).Set("Input.Day", "01.02.2018").Set("v.f1", "120").Set("v.f2", "школьный").Submit();
        card.Refusal.ShouldBe("");
        var museum = ClubRegistry.IdOf(card);
        card = await (await region.Keeper.Open($"/desk/registries/move/{museum}?move=m1")).Form("Записать событие").Set("Day", "15.02.2018").Set("v.f1", "140").Set("p.0", "акт от 15.02.2018 № 1").Submit();

        card.Refusal.ShouldBe("");
        card.Text.ShouldContain("140 предметов");
        (await app.Read(db => db.Facts.Where(f => f.ObjectId == museum && f.Kind == "экспонат").Select(f => f.Quantity).SingleAsync())).ShouldBe(140);
        // What is in use is not broken by a change of the description.
        var fields = await region.Keeper.Open($"/desk/registries/fields/{id}");
        (await fields.Form("Убрать: Число экспонатов").Submit()).Refusal.ShouldContain("Его требует событие «Принята коллекция»");
        (await (await region.Keeper.Open($"/desk/registries/fields/{id}?field=f1")).Form("Сохранить поле").Set("Input.Kind", "Text").Submit()).Refusal.ShouldContain("Вид поля «Число экспонатов» менять нельзя");
        (await (await region.Keeper.Open($"/desk/registries/fields/{id}")).Form("Убрать: Форма").Submit()).Refusal.ShouldBe("");
        (await region.Keeper.Open($"/desk/registries/card/{museum}")).Text.ShouldContain("Форма (больше не ведётся) школьный");
        (await (await region.Keeper.Open($"/desk/registries/moves/{id}")).Form("Убрать действует").Submit()).Refusal.ShouldContain("Его называет событие");
        // Those who do not keep the programme do not build.
        (await (await region.District(0)).Open($"/desk/registries/fields/{id}")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact]
    public void Every_template_that_is_shipped_makes_sense_and_none_needs_code()
    {
        RegistryTemplate.All.Select(t => t.Key).ShouldBe(["clubs", "initiative-projects", "practices", "sites", "partners", "premises"]);
        foreach (var template in RegistryTemplate.All)
        {
            template.Definition.Problems().ShouldBeEmpty(template.Key);
            template.Definition.States.ShouldContain(s => s.Counts, template.Key);
            template.Definition.MovesFrom(template.Definition.First.To!).ShouldNotBeEmpty(template.Key);
        }
    }

    [Fact, Trait("Acceptance", "S3.14")]
    public async Task Progress_told_on_cards_makes_the_text_of_the_quarter_and_a_silent_project_is_named()
    {
        var projects = await ClubRegistry.Make(app, "initiative-projects", new(2018, 3, 30));
        async Task<Guid> Project(string name)
        {
            var id = ClubRegistry.IdOf(await (await projects.Keeper.Open($"/desk/registries/add/{projects.Id}")).Form("Завести карточку").Set("Input.Name", name).Set("Input.Territory", projects.Districts[0].Id.ToString()).Set("Input.Day", "15.12.2017")
                .Set("v.received", "15.12.2017").Set("v.initiator", "инициативная группа").Set("p.0", "протокол от 10.12.2017").Submit());
            (await projects.Happen(projects.Keeper, id, "support", "10.01.2018", ("v.decided", "10.01.2018"), ("v.ground", "решение № 1"), ("p.0", "решение от 10.01.2018"))).Refusal.ShouldBe("");
            return id;
        }
        var (square, path, silent) = (await Project("Сквер у Дома культуры"), await Project("Тротуар по Школьной"), await Project("Родник у дороги"));
        var card = await projects.Keeper.Open($"/desk/registries/card/{square}");
        (await card.Form("Отметить").Set("Text", "Разбит газон").Set("Percent", "140").Submit()).Refusal.ShouldContain("Готовность 140 % не бывает");
        // The smallest photograph there is: a table, a frame, a scan.
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0, .. Enumerable.Range(1, 64).Select(i => (byte)i), 0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9];
        card = await card.Form("Отметить").Set("Text", "Разбит газон, ждём бордюр").Set("Percent", "25").Set("Risk", "поставка задержана").Set("Day", "20.03.2018").Attach("photo", "газон.jpg", photo).Submit();
        card.Refusal.ShouldBe("");
        card.Document.QuerySelectorAll("#progress img.v-shot").Length.ShouldBe(1);
        (await (await projects.Keeper.Open($"/desk/registries/card/{path}")).Form("Отметить").Set("Text", "Уложено покрытие.").Set("Percent", "80").Set("Day", "28.03.2018").Submit()).Refusal.ShouldBe("");

        var summary = await projects.Keeper.Open($"/desk/registries/summary/{projects.Id}");

        summary.One(".v-say--warn").TextContent.Squeezed().ShouldContain("Без обновления за 01.01.2018–30.03.2018: 1 инициативный проект");
        summary.One(".v-say--warn a").TextContent.ShouldBe("Родник у дороги");
        summary.Text.ShouldContain("Разбит газон, ждём бордюр.");
        summary.Text.ShouldContain("готовность 25 %");
        summary.Text.ShouldContain("риск: поставка задержана");
        (await projects.Keeper.Ask($"/desk/registries/summary/{projects.Id}?handler=word")).Content.Headers.ContentType!.MediaType!.ShouldContain("wordprocessingml");
        var list = await projects.Keeper.Open($"{projects.Address}?silent=01.01.2018");
        list.All("tbody .v-row").ShouldBe(["Родник у дороги"]);
        silent.ShouldNotBe(path);
    }

    [Fact, Trait("Acceptance", "S3.4")]
    public async Task The_unit_that_coordinates_the_branch_of_a_project_owes_the_measure_for_it()
    {
        var projects = await ClubRegistry.Make(app, "initiative-projects", new(2017, 10, 12));
        var (culture, sport) = (projects.Districts[0], projects.Districts[1]);
        async Task<Guid> Project(string name, Organisation branch)
        {
            var id = ClubRegistry.IdOf(await (await projects.Keeper.Open($"/desk/registries/add/{projects.Id}")).Form("Завести карточку").Set("Input.Name", name).Set("Input.Territory", projects.Districts[2].Id.ToString()).Set("Input.Day", "04.09.2017")
                .Set("v.received", "04.09.2017").Set("v.initiator", "инициативная группа").Set("v.branch", branch.Id.ToString()).Set("p.0", "протокол от 01.09.2017").Submit());
            (await projects.Happen(projects.Keeper, id, "support", "02.10.2017", ("v.decided", "02.10.2017"), ("v.ground", "решение № 1"), ("p.0", "решение от 02.10.2017"))).Refusal.ShouldBe("");
            return id;
        }
        var (club, stadium) = (await Project("Сцена в парке", culture), await Project("Стадион", sport));
        var page = await projects.Keeper.Open($"/desk/registries/measure/{projects.Region.Plan.Measures[0].Id}");
        (await page.Form("Раздать 10 поручений").Submit()).Refusal.ShouldBe("");

        var owed = await app.Read(db => db.Assignments.Where(a => a.ObjectId == club || a.ObjectId == stadium).Select(a => new { a.ObjectId, a.OrganisationId, a.ObjectName }).Distinct().ToListAsync());
        owed.Select(o => (o.ObjectName, o.OrganisationId)).Order().ShouldBe(new (string?, Guid?)[] { ("Стадион", sport.Id), ("Сцена в парке", culture.Id) }.Order());
        // The branch unit sees the card it answers for and writes to it, though the territory is another's.
        var branch = await app.SignedIn(Role.Executor, culture);
        (await branch.Open($"/desk/registries/move/{club}?move=contract")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await branch.Open($"/desk/registries/move/{stadium}?move=contract")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact, Trait("Acceptance", "S4.19")]
    public async Task A_best_practice_goes_from_the_claim_to_replication_with_where_and_when()
    {
        var practices = await ClubRegistry.Make(app, "practices", new(2018, 6, 1));
        var id = ClubRegistry.IdOf(await (await practices.Keeper.Open($"/desk/registries/add/{practices.Id}")).Form("Завести карточку").Set("Input.Name", "Соседский двор").Set("Input.Territory", practices.Districts[0].Id.ToString()).Set("Input.Day", "10.01.2018").Set("v.owner", "Ассоциация дворов").Submit());
        foreach (var (move, day, fields) in new (string, string, (string, string)[])[]
        {
            ("choose", "01.02.2018", [("p.0", "протокол отбора от 01.02.2018 № 1")]), ("seminar", "15.02.2018", []), ("video", "01.03.2018", [("v.video", "https://video.example/1")]), ("contest", "20.03.2018", []),
            ("award", "10.04.2018", [("v.award", "специальная номинация"), ("p.0", "протокол конкурса от 10.04.2018")]), ("book", "25.04.2018", [("v.results", "охват 120 человек"), ("v.repeat", "методические материалы")]),
            ("repeat", "20.05.2018", [("v.where", "Северный округ")]), ("repeat", "30.05.2018", [("v.where", "Северный округ, Степной край")]),
        }) (await practices.Happen(practices.Keeper, id, move, day, fields)).Refusal.ShouldBe("", move);

        var card = await practices.Keeper.Open($"/desk/registries/card/{id}");
        card.All("#h-life ~ .v-log b").ShouldBe(["Заявлена", "Отобрана", "Показана на семинаре", "Снято видео", "Подана на конкурс", "Итог конкурса", "Вошла в сборник", "Тиражирована", "Тиражирована"]);
        card.One("aside .v-state").TextContent.Squeezed().ShouldBe("тиражирована");
        card.Text.ShouldContain("Где тиражирована: Северный округ → Северный округ, Степной край");
        (await practices.Keeper.Open($"/desk/registries/card/{id}?on=2018-03-10")).One("aside .v-state").TextContent.Squeezed().ShouldBe("снято видео");
        (await app.Read(db => db.Facts.CountAsync(f => f.ObjectId == id && f.Kind == "тиражирование"))).ShouldBe(2);
    }
}

public sealed class BuilderPagesOnSqlite(SqliteApp app) : BuilderPages(app), IClassFixture<SqliteApp>;

public sealed class BuilderPagesOnPostgres(PostgresApp app) : BuilderPages(app), IClassFixture<PostgresApp>;
