using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Registries;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>Cards in the hands of districts and of those who keep the programme.</summary>
public abstract class CardPages(VekhaApp app)
{
    [Fact]
    public async Task A_card_of_a_district_waits_to_be_confirmed_and_neighbours_see_it_only_then()
    {
        var clubs = await ClubRegistry.Make(app);
        var (own, sister) = (await clubs.District(0), await clubs.District(1));
        var card = await clubs.Add(own, "Маяк", 0, more: f => f.Set("v.head", "Кедрова Анна Львовна"));
        var id = ClubRegistry.IdOf(card);
        card.Text.ShouldContain("не подтверждена");

        (await sister.Open($"/desk/registries/card/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sister.Open(clubs.Address)).Text.ShouldNotContain("Маяк");
        (await own.Open(clubs.Address)).Text.ShouldContain("Маяк");
        (await clubs.Keeper.Open(clubs.Address)).One(".v-figs dd").TextContent.Squeezed().ShouldBe("0");
        (await app.Read(db => db.Facts.AnyAsync(f => f.ObjectId == id))).ShouldBeFalse();

        var confirmed = await (await clubs.Keeper.Open($"/desk/registries/card/{id}")).Form("Подтвердить карточку").Submit();

        confirmed.Refusal.ShouldBe("");
        var seen = await sister.Open($"/desk/registries/card/{id}");
        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.Text.ShouldNotContain("Кедрова", customMessage: "the head of a club is nobody's business in the next district");
        (await own.Open($"/desk/registries/card/{id}")).Text.ShouldContain("Кедрова Анна Львовна");
        (await app.Read(db => db.Facts.CountAsync(f => f.ObjectId == id && f.Kind == "клуб"))).ShouldBe(1);
        // The neighbour reads; he changes nothing, whatever he sends.
        seen.Has("form[method=post][action*=handler]").ShouldBeFalse();
        (await sister.Open($"/desk/registries/edit/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sister.Open($"/desk/registries/move/{id}?move=close")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var stranger = await app.SignedIn(Role.ProjectOffice);
        foreach (var address in new[] { $"card/{id}", $"edit/{id}", $"move/{id}?move=close", $"registry/{clubs.Id}", $"territories/{clubs.Id}", $"map/{clubs.Id}", $"import/{clubs.Id}", $"add/{clubs.Id}" })
            (await stranger.Open("/desk/registries/" + address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        // A territory of somebody else is not among the choices, and is refused when sent by hand.
        (await clubs.Add(own, "Чужой", 1)).Refusal.ShouldContain("Не выбрана территория");
    }

    [Fact]
    public async Task What_is_wrong_in_a_card_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var clubs = await ClubRegistry.Make(app);
        var refused = await clubs.Add(clubs.Keeper, "Маяк", 0, address: "", more: f => f.Set("v.places", "двадцать").Set("v.schedule", "по средам"));

        refused.Refusal.ShouldContain("«Адрес»: не заполнено");
        refused.One("#v_places-wrong").TextContent.Squeezed().ShouldBe("Нужно число, а записано «двадцать»");
        refused.Form("Завести карточку").Value("v.schedule").ShouldBe("по средам");
        refused.Form("Завести карточку").Value("v.places").ShouldBe("двадцать");
        (await clubs.Add(clubs.Keeper, "Маяк", 0, day: "01.04.2018")).Refusal.ShouldContain("ещё не наступил");
        (await clubs.Add(clubs.Keeper, "Маяк", 0, more: f => f.Set("p.1", ""))).Refusal.ShouldContain("Нет документа: распорядительный акт о создании");
        (await app.Read(db => db.RegistryObjects.AnyAsync(o => o.RegistryId == clubs.Id))).ShouldBeFalse();
        var svg = await clubs.Add(clubs.Keeper, "Маяк", 0, more: f => f.Attach("f.photo", "снимок.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"u8.ToArray()));
        svg.Refusal.ShouldContain("не JPEG, PNG и не WebP");
    }

    [Fact]
    public async Task The_second_editor_sees_both_texts_and_the_second_press_makes_one_card()
    {
        var clubs = await ClubRegistry.Make(app);
        var first = (await clubs.Keeper.Open($"/desk/registries/add/{clubs.Id}")).Form("Завести карточку").Set("Input.Name", "Маяк").Set("Input.Territory", clubs.Districts[0].Id.ToString()).Set("Input.Day", "02.10.2017")
            .Set("v.base", "Школа").Set("v.address", "ул. Садовая, 1").Set("p.0", "от 01.10").Set("p.1", "от 02.10");
        var card = await first.Submit();
        (await first.Submit()).Address.ShouldBe(card.Address);
        (await app.Read(db => db.RegistryObjects.CountAsync(o => o.RegistryId == clubs.Id))).ShouldBe(1);

        var id = ClubRegistry.IdOf(card);
        var (mine, theirs) = (await clubs.Keeper.Open($"/desk/registries/edit/{id}"), await clubs.Keeper.Open($"/desk/registries/edit/{id}"));
        (await theirs.Form("Сохранить").Set("Input.Name", "Маяк у реки").Submit()).Refusal.ShouldBe("");
        var clash = await mine.Form("Сохранить").Set("Input.Name", "Маяк у моря").Submit();
        clash.Refusal.ShouldContain("сейчас записано «Маяк у реки», у вас «Маяк у моря»");
    }

    [Fact]
    public async Task An_event_written_down_late_finds_its_place_in_the_history_and_todays_address_stays()
    {
        var clubs = await ClubRegistry.Make(app);
        var id = ClubRegistry.IdOf(await clubs.Add(clubs.Keeper, "Маяк", 0, address: "ул. Первая, 1"));
        await clubs.Happen(clubs.Keeper, id, "move", "01.12.2017", ("v.address", "ул. Третья, 3"));
        (await clubs.Happen(clubs.Keeper, id, "move", "01.11.2017", ("v.address", "ул. Вторая, 2"))).Refusal.ShouldBe("");
        await clubs.Happen(clubs.Keeper, id, "event", "20.11.2017", ("v.event", "Концерт"));
        await clubs.Happen(clubs.Keeper, id, "event", "10.11.2017", ("v.event", "Поход"));

        foreach (var (day, address) in new[] { ("2018-03-01", "ул. Третья, 3"), ("2017-11-15", "ул. Вторая, 2"), ("2017-10-15", "ул. Первая, 1") })
            (await clubs.Keeper.Open($"/desk/registries/card/{id}?on={day}")).One("dl.v-kv").TextContent.ShouldContain(address, customMessage: day);
        (await app.Read(db => db.Facts.Where(f => f.ObjectId == id && f.Kind == "мероприятие").OrderBy(f => f.Day).Select(f => f.Title).ToListAsync())).ShouldBe(["Поход", "Концерт"]);
        // The last one written down is taken back: what stood around it closes up.
        (await (await clubs.Keeper.Open($"/desk/registries/card/{id}")).Form("Отменить событие").Set("Ground", "Похода не было").Submit()).Refusal.ShouldBe("");
        (await clubs.Card("Маяк")).Values["event"].ShouldBe("Концерт");
        (await clubs.Card("Маяк")).ValuesOn(new(2017, 11, 15)).GetValueOrDefault("event").ShouldBeNull();
    }

    [Fact]
    public async Task Cards_made_at_one_moment_get_numbers_of_their_own()
    {
        var clubs = await ClubRegistry.Make(app);
        var made = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => clubs.Add(clubs.Keeper, $"{new[] { "Маяк", "Звезда", "Парус", "Орион", "Вымпел", "Алмаз" }[i - 1]}", i % 3, address: $"ул. Садовая, {i}")));

        made.Select(m => m.Refusal).ShouldAllBe(r => r == "");
        (await app.Read(db => db.RegistryObjects.Where(o => o.RegistryId == clubs.Id).Select(o => o.Number).Order().ToListAsync())).ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public async Task A_card_keeps_its_old_name_shows_its_facts_and_forgets_people_when_their_data_go()
    {
        var clubs = await ClubRegistry.Make(app);
        var id = ClubRegistry.IdOf(await clubs.Add(clubs.Keeper, "Маяк", 0, more: f => f.Set("v.head", "Кедрова Анна Львовна").Set("v.phone", "8 900 000-00-00")));
        await (await clubs.Keeper.Open($"/desk/registries/edit/{id}")).Form("Сохранить").Set("Input.Name", "Маяк у реки").Set("v.head", "Лозина Вера Ильинична").Submit();
        var card = await clubs.Keeper.Open($"/desk/registries/card/{id}");
        card.All("#h-past ~ table tbody tr").ShouldContain(r => r.Contains("Название") && r.Contains("Маяк у реки"));
        card.All("#h-facts ~ table tbody tr").Single().ShouldContain("Создан: Маяк");

        var place = app.Services.GetRequiredService<DataPlaces>().Of("registry-cards");
        await app.Do(async s =>
        {
            var db = s.GetRequiredService<VekhaDb>();
            (await place.Held(db).SingleAsync(h => h.SubjectId == id)).Name.ShouldBe("Лозина Вера Ильинична");
            (await place.Export(db, id, default)).Select(l => l.Value).ShouldContain("Кедрова Анна Львовна");
            await place.Erase(db, [id], new(2018, 3, 1), default);
            await db.SaveChangesAsync();
            (await place.Held(db).AnyAsync(h => h.SubjectId == id)).ShouldBeFalse();
        });
        card = await clubs.Keeper.Open($"/desk/registries/card/{id}");
        card.Text.ShouldNotContain("Кедрова");
        card.Text.ShouldNotContain("Лозина");
        card.Text.ShouldContain("данные уничтожены");
        card.Title.ShouldBe("Маяк у реки");
    }

    [Fact]
    public async Task A_likely_double_is_asked_about_and_another_object_is_let_in()
    {
        var clubs = await ClubRegistry.Make(app);
        await clubs.Add(clubs.Keeper, "Клуб «Маяк»", 0);

        var asked = await clubs.Add(clubs.Keeper, "Подростковый клуб Маяк", 0);

        asked.Refusal.ShouldContain("Похожая карточка уже есть: «Клуб «Маяк»» — похожее название, тот же адрес");
        (await asked.Form("Завести карточку").Set("Input.IsOther", "true").Submit()).Title.ShouldBe("Подростковый клуб Маяк");
        (await clubs.Add(clubs.Keeper, "Клуб «Маяк»", 1)).Refusal.ShouldBe("", "a club of another district is another club");
    }

    [Fact]
    public async Task An_event_written_by_mistake_is_taken_back_with_its_fact_and_stays_struck_out()
    {
        var clubs = await ClubRegistry.Make(app);
        var id = ClubRegistry.IdOf(await clubs.Add(clubs.Keeper, "Маяк", 0));
        await clubs.Happen(clubs.Keeper, id, "close", "20.02.2018", ("p.0", "распоряжение от 19.02.2018 № 3"));

        var back = await (await clubs.Keeper.Open($"/desk/registries/card/{id}")).Form("Отменить событие").Set("Ground", "Закрыт другой клуб").Submit();

        back.Refusal.ShouldBe("");
        back.One("#h-life ~ .v-log del").TextContent.ShouldBe("Закрыт");
        back.Text.ShouldContain("Закрыт другой клуб");
        (await clubs.Card("Маяк")).Closed.ShouldBeNull();
        (await app.Read(db => db.Facts.Where(f => f.ObjectId == id && f.Kind == "клуб" && !f.IsWithdrawn).SumAsync(f => f.Quantity))).ShouldBe(1);
    }
}

public sealed class CardPagesOnSqlite(SqliteApp app) : CardPages(app), IClassFixture<SqliteApp>;

public sealed class CardPagesOnPostgres(PostgresApp app) : CardPages(app), IClassFixture<PostgresApp>;
