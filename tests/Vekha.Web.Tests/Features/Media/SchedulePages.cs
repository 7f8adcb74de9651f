using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Media;
using Vekha.Web.Features.Reminders;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Media;

/// <summary>Sites agree on the days and hours of their premieres.</summary>
public abstract class SchedulePages(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S4.16")]
    public async Task Two_premieres_never_stand_in_one_slot_a_move_is_told_to_the_touched_and_a_removed_video_is_marked()
    {
        var room = await Newsroom.Open(app, OrganisationKind.Outside, on: new(2023, 10, 2));
        await room.Begin(channels: ["vkvideo", "rutube"]);
        var (north, south) = (await app.Unit("Северная площадка", room.Town), await app.Unit("Южная площадка", room.Town));
        var ((n, norther), (s, southerner)) = (await Joined(room, north), await Joined(room, south));
        var page = await Propose(n, room, "Лодка дружбы", "Слёт ремёсел", "12.10.2023", "15");
        page.Text.ShouldContain("просят 12.10.2023, чт, 15:00");
        page.Has("form[action*='Build']").ShouldBeFalse();
        (await Propose(s, room, "Школа соседей", null, "12.10.2023", "15")).All(".v-state--back").Count.ShouldBe(2);

        var built = await (await room.Editor.Open(Schedule(room))).Form("Собрать общий график").Submit();
        built.Text.ShouldContain("Назначено выходов: 1. Не назначены: Южная площадка: 12.10.2023, чт, 15:00 занято, там Северная площадка.");
        var (boat, school) = (await Of(room, north), await Of(room, south));
        (boat.Slot, school.Slot).ShouldBe(("12.10.2023,\u00a0чт, 15:00", null));
        (await n.Open("/desk/reminders")).Text.ShouldContain("Назначен выход сюжета «Лодка дружбы»");

        // By hand the taken slot is refused too, and so are two at one moment.
        (await Appoint(room, school, "12.10.2023", "15")).Refusal.ShouldContain("уже выходит другой сюжет");
        await Propose(n, room, "Третий сюжет", null, "20.10.2023", "9");
        var third = await app.Read(db => db.Premieres.AsNoTracking().SingleAsync(p => p.MediaPlanId == room.Media && p.Practice1 == "Третий сюжет"));
        var forms = new[] { (await room.Editor.Open(Card(school))).Form("Назначить"), (await room.Keeper.Open(Card(third))).Form("Назначить") };
        var answers = await Task.WhenAll(forms.Select(f => f.Set("on", "13.10.2023").Set("hour", "11").Submit()));
        answers.Count(a => a.Refusal.Contains("уже выходит другой сюжет")).ShouldBe(1);
        (await app.Read(db => db.Premieres.CountAsync(p => p.MediaPlanId == room.Media && p.SlotOn == new DateOnly(2023, 10, 13)))).ShouldBe(1);

        // The first one moves: its site hears of it with the reason, the one who asked for the slot hears that it is free.
        (await Appoint(room, boat, "16.10.2023", "15", button: "Перенести")).Refusal.ShouldContain("Не названа причина");
        (await Appoint(room, boat, "16.10.2023", "15", "Переснимали интервью", "Перенести")).Refusal.ShouldBe("");
        (await n.Open("/desk/reminders")).Text.ShouldContain("Выход сюжета «Лодка дружбы» перенесён с 12.10.2023, чт, 15:00 на 16.10.2023, пн, 15:00. Причина: Переснимали интервью");
        (await s.Open("/desk/reminders")).Text.ShouldContain("Освободился слот, о котором вы просили: 12.10.2023, чт, 15:00.");
        (await app.Read(db => db.Notices.Where(x => x.PersonId == norther.Id || x.PersonId == southerner.Id).CountAsync(x => x.Cause == NoticeCause.Told))).ShouldBeGreaterThanOrEqualTo(3);

        // Any host that the law leaves open.
        app.Clock.Set(new(2023, 10, 16, 18, 0, 0, TimeSpan.FromHours(3)));
        n = await app.Again(norther);
        (await Out(n, boat, "https://youtu.be/1")).Refusal.ShouldContain("YouTube");
        (await Out(n, boat, "https://rutube.ru/video/1")).Refusal.ShouldBe("");
        (await app.Read(db => db.Facts.SingleAsync(f => f.SourceId == boat.Id))).Kind.ShouldBe("видеосюжет");
        (await (await n.Open(Card(boat))).Form("Удалено хостингом").Submit()).Text.ShouldContain("удалён хостингом, замечено 16.10.2023");

        var rows = await Papers.Excel(await (await app.Again(room.EditorPerson)).Ask($"{Schedule(room)}?handler=excel"));
        rows.ShouldContain("Дата выхода|Час|Регион, площадка|Практика 1|Практика 2|Хронометраж|Сценарий готов|Съёмка|Монтаж|Ссылка|Ответственный");
        rows.Single(r => r.Contains("Лодка дружбы")).ShouldContain("|15:00|Северная площадка|Лодка дружбы|Слёт ремёсел|5 мин|");
        rows.Single(r => r.Contains("Лодка дружбы")).ShouldContain("https://rutube.ru/video/1 (удалено хостингом)");
    }

    [Fact, Trait("Acceptance", "S0.18")]
    public async Task Presentation_is_summed_up_by_a_post_release_with_reach_photos_and_links()
    {
        var room = await Newsroom.Open(app, on: new(2023, 6, 24));
        await room.Begin(needsApproval: false);
        var form = (await room.Editor.Open($"/desk/media/new/{room.Media}")).Form("Запланировать").Set("Title", "Презентация портала").Set("Format", "PostRelease").Set("Due", "26.06.2023");
        await form.Add("Input.Channels", "site").Add("Input.Channels", "vk").Submit();
        var made = (await app.Read(db => db.Publications.AsNoTracking().Where(p => p.MediaPlanId == room.Media).ToListAsync())).ToDictionary(p => p.Channel);
        await (await room.Editor.Open(Newsroom.Card(made["site"]))).Form("Сохранить черновик").Set("headline", "Портал открыт").Set("body", "24 июня открыт портал.\nПришли жители.").Submit();
        await room.ComeOut(made["site"], "24.06.2023", "https://town.example.ru/portal", reach: "320", issue: null, scan: "зал.png");
        await room.ComeOut(made["vk"], "24.06.2023", "https://vk.com/wall-1_9", reach: "1180", scan: "сцена.png");

        var paper = await Papers.Word(await room.Keeper.Ask($"/desk/media/paper/{made["site"].Id}"));

        paper.ShouldContain("Портал открыт");
        paper.ShouldContain("Официальный сайт|24.06.2023|https://town.example.ru/portal|320");
        paper.ShouldContain("ВКонтакте|24.06.2023|https://vk.com/wall-1_9|1 180");
        paper.ShouldContain("Всего||2 публикации|1 500");
        paper.ShouldContain("1. зал.png");
        paper.ShouldContain("2. сцена.png");
    }

    private async Task<(Visitor, Person)> Joined(Newsroom room, Organisation site)
    {
        var (visitor, person) = await app.Hired(Role.Executor, site);
        // A site is in the programme by an assignment or, as here, by a publication of its own.
        var form = (await room.Editor.Open($"/desk/media/new/{room.Media}")).Form("Запланировать").Set("Title", "О площадке " + site.Name).Set("UnitId", site.Id.ToString());
        (await form.Add("Input.Channels", "vkvideo").Submit()).Refusal.ShouldBe("");
        return (visitor, person);
    }

    private static string Schedule(Newsroom room) => $"/desk/media/schedule/{room.Media}";

    private static string Card(Premiere premiere) => $"/desk/media/premiere/{premiere.Id}";

    private static async Task<Page> Propose(Visitor visitor, Newsroom room, string first, string? second, string on, string hour) =>
        await (await visitor.Open(Schedule(room))).Form("Предложить").Set("practice1", first).Set("practice2", second).Set("length", "5 мин").Set("on", on).Set("hour", hour).Submit();

    private static async Task<Page> Appoint(Newsroom room, Premiere premiere, string on, string hour, string? ground = null, string button = "Назначить")
    {
        var form = (await room.Editor.Open(Card(premiere))).Form(button).Set("on", on).Set("hour", hour);
        return await (ground is null ? form : form.Set("ground", ground)).Submit();
    }

    private static async Task<Page> Out(Visitor visitor, Premiere premiere, string link) =>
        await (await visitor.Open(Card(premiere))).Form("Вышел").Set("outOn", "16.10.2023").Set("link", link).Submit();

    private Task<Premiere> Of(Newsroom room, Organisation site) => app.Read(db => db.Premieres.AsNoTracking().SingleAsync(p => p.MediaPlanId == room.Media && p.SiteId == site.Id));
}

public sealed class SchedulePagesOnSqlite(SqliteApp app) : SchedulePages(app), IClassFixture<SqliteApp>;

public sealed class SchedulePagesOnPostgres(PostgresApp app) : SchedulePages(app), IClassFixture<PostgresApp>;
