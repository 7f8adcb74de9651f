using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Media;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Media;

/// <summary>A publication from the theme to its proof, through the pages.</summary>
public abstract class PublicationPages(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S3.7")]
    public async Task Announcement_is_told_in_four_channels_and_each_row_closes_only_with_a_link_or_the_scan_of_a_page_with_its_date()
    {
        var room = await Newsroom.Open(app, on: new(2023, 6, 20));
        await room.Begin();
        var made = await room.PlanTheme("Объявлен отбор проектов", "30.06.2023", room.RowOf("2.1"), "site", "vk", "ok", "newspaper");
        made.Count.ShouldBe(4);
        made.Values.Select(p => p.TaskId).Distinct().Count().ShouldBe(1);
        foreach (var p in made.Values) await room.Approve(p, "С 20 июня по 30 июня принимают заявки.");

        (await room.ComeOut(made["site"], "20.06.2023", null)).Refusal.ShouldContain("Нет ссылки");
        (await room.ComeOut(made["vk"], "20.06.2023", "https://ok.ru/group/1")).Refusal.ShouldContain("не ВКонтакте");
        (await room.ComeOut(made["newspaper"], "20.06.2023", null, scan: "page.pdf")).Refusal.ShouldContain("Не указаны номер и страница выпуска");
        (await room.ComeOut(made["newspaper"], "20.06.2023", null, issue: "№ 24, с. 3")).Refusal.ShouldContain("скан страницы");
        (await room.ComeOut(made["newspaper"], "", null, issue: "№ 24, с. 3", scan: "page.pdf")).Refusal.ShouldContain("Не указан день выхода");
        (await room.ComeOut(made["newspaper"], "21.06.2023", null, issue: "№ 24, с. 3", scan: "page.pdf")).Refusal.ShouldContain("ещё не наступило");
        (await app.Read(db => db.Publications.CountAsync(p => p.MediaPlanId == room.Media && p.State == PublicationState.Out))).ShouldBe(0);

        (await room.ComeOut(made["site"], "20.06.2023", "https://petrovsk.example.ru/news/1", reach: "412")).Refusal.ShouldBe("");
        (await room.ComeOut(made["vk"], "20.06.2023", "https://vk.com/wall-1_2", reach: "1300")).Refusal.ShouldBe("");
        var paper = await room.ComeOut(made["newspaper"], "20.06.2023", null, issue: "№ 24, с. 3", scan: "page.pdf");
        paper.Text.ShouldContain("page.pdf");
        var list = await room.Keeper.Open($"/desk/media/plan/{room.Media}");
        list.Text.ShouldContain("Опубликовано 3 из 4");
        list.All("tbody tr").Count(r => r.Contains("вышла")).ShouldBe(3);
        list.All("tbody tr").Single(r => r.Contains("№ 24, с. 3")).ShouldContain("Газета");
    }

    [Fact, Trait("Acceptance", "S3.15")]
    public async Task Town_is_offered_no_foreign_messenger_and_nobody_facebook_and_a_post_with_the_tag_keeps_its_link_and_reach()
    {
        var room = await Newsroom.Open(app);
        var settings = await room.Keeper.Open($"/desk/media/settings?programme={room.Programme.Id}");
        string[] closed = ["Telegram", "WhatsApp", "Viber", "Facebook", "Instagram", "YouTube"];
        foreach (var name in closed) settings.One("#Input_Channels").TextContent.ShouldNotContain(name);
        settings.One("#Input_Channels").TextContent.ShouldContain("VK Видео");
        // By hand it is refused with the law named.
        (await room.Begin(channels: ["site", "telegram"])).Refusal.ShouldContain("41-ФЗ");
        (await room.Begin(channels: ["site", "facebook"])).Refusal.ShouldContain("72-ФЗ");

        await room.Begin("сделаем вместе");
        (await room.Keeper.Open($"/desk/media/new/{room.Media}")).Text.ShouldNotContain("Telegram");
        var post = (await room.PlanTheme("Двор готов", "21.04.2023", null, "vk"))["vk"];
        var refused = await (await room.Editor.Open(Newsroom.Card(post))).Form("На утверждение").Set("body", "Двор готов. #сделаемвместестроим").Submit();
        refused.Refusal.ShouldContain("нет хэштега #сделаемвместе");
        refused.Form("На утверждение").Value("body").ShouldBe("Двор готов. #сделаемвместестроим");
        await room.Approve(post, "Двор готов. #СДЕЛАЕМВМЕСТЕ");
        (await room.ComeOut(post, "20.04.2023", "https://t.me/petrovsk/1")).Refusal.ShouldContain("Telegram: 41-ФЗ");
        var card = await room.ComeOut(post, "20.04.2023", "https://vk.com/wall-1_3", reach: "2340");
        card.Text.ShouldContain("Охват: 2 340");
        card.One("a[href='https://vk.com/wall-1_3']");
        card.Text.ShouldContain("ссылку ещё никто не открывал");
        (await card.Form("Ссылка открывается").Submit()).Text.ShouldContain("проверено человеком");
    }

    [Fact]
    public async Task Public_organisation_has_a_list_of_its_own()
    {
        var room = await Newsroom.Open(app, OrganisationKind.Outside);
        var settings = await room.Keeper.Open($"/desk/media/settings?programme={room.Programme.Id}");
        settings.One("#Input_Channels").TextContent.ShouldContain("Telegram");
        settings.One("#Input_Channels").TextContent.ShouldNotContain("Facebook");
        (await room.Begin(channels: ["telegram"])).Refusal.ShouldBe("");
    }

    [Fact]
    public async Task Who_writes_does_not_approve_and_a_returned_text_shows_what_has_changed()
    {
        var room = await Newsroom.Open(app);
        await room.Begin();
        var post = (await room.PlanTheme("Начался ремонт", "25.04.2023", null, "vk"))["vk"];
        (await room.ComeOut(post, "20.04.2023", "https://vk.com/wall-1_3")).Refusal.ShouldContain("Текст не утверждён");
        var sent = await (await room.Editor.Open(Newsroom.Card(post))).Form("На утверждение").Set("headline", "Ремонт").Set("body", "Подрядчик начал работы на площади.").Submit();
        sent.Text.ShouldContain("Утверждает другой человек");
        sent.Has("form[action*='Approve']").ShouldBeFalse();

        var keeper = await room.Keeper.Open(Newsroom.Card(post));
        (await keeper.Form("Вернуть").Submit()).Refusal.ShouldContain("Не сказано, что исправить");
        await (await room.Keeper.Open(Newsroom.Card(post))).Form("Вернуть").Set("why", "Назовите подрядчика").Submit();
        var back = await room.Editor.Open(Newsroom.Card(post));
        back.Text.ShouldContain("Назовите подрядчика");
        back = await back.Form("Сохранить черновик").Set("body", "Подрядчик «Дорстрой» начал работы на площади.").Submit();
        back.All("#versions ins").ShouldBe(["«Дорстрой»"]);
        // The keeper corrects a comma himself: now he is an author too.
        await (await room.Keeper.Open(Newsroom.Card(post))).Form("На утверждение").Set("body", "Подрядчик «Дорстрой» начал работы на площади сегодня.").Submit();
        var own = await room.Keeper.Open(Newsroom.Card(post));
        own.Text.ShouldContain("Утверждает другой человек");
        (await (await room.Editor.Open(Newsroom.Card(post))).Form("Утвердить текст").Submit()).Text.ShouldContain("редакция 3");
    }

    [Fact]
    public async Task What_others_write_is_not_there_for_a_stranger_and_a_unit_sees_only_its_own()
    {
        var room = await Newsroom.Open(app);
        await room.Begin();
        var ours = (await room.PlanTheme("О бюджете", "25.04.2023", null, "site"))["site"];
        var stranger = await app.SignedIn(Role.ProjectOffice);
        (await stranger.Open(Newsroom.Card(ours))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Open($"/desk/media/plan/{room.Media}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Open("/desk/media")).Text.ShouldNotContain("Медиаплан проектов");

        var writer = await app.SignedIn(Role.Executor, room.Finance);
        (await writer.Open($"/desk/media/plan/{room.Media}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var handed = (await room.Keeper.Open($"/desk/media/new/{room.Media}?change={ours.Id}")).Form("Сохранить").Set("UnitId", room.Finance.Id.ToString());
        await handed.Submit();
        (await room.PlanTheme("О спорте", "25.04.2023", null, "site")).Count.ShouldBe(1);
        var list = await writer.Open($"/desk/media/plan/{room.Media}");
        list.Text.ShouldContain("О бюджете");
        list.Text.ShouldNotContain("О спорте");
        (await writer.Open($"/desk/media/new/{room.Media}")).Status.ShouldBe(HttpStatusCode.NotFound);
        // The unit writes, it does not approve.
        (await (await writer.Open(Newsroom.Card(ours))).Form("На утверждение").Set("body", "Бюджет принят.").Submit()).Refusal.ShouldBe("");
        var approve = (await room.Keeper.Open(Newsroom.Card(ours))).Form("Утвердить текст");
        (await (await writer.Open(Newsroom.Card(ours))).Form("Записать выход").To($"{Newsroom.Card(ours)}?handler=Approve").Submit()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await approve.Submit()).Refusal.ShouldBe("");
    }

    [Fact]
    public async Task Second_of_two_editors_sees_that_the_text_has_changed_and_a_dead_link_is_marked_by_a_person()
    {
        var room = await Newsroom.Open(app);
        await room.Begin(needsApproval: false);
        var story = (await room.PlanTheme("Сюжет о парке", "19.04.2023", null, "vk"))["vk"];
        (await room.Keeper.Open($"/desk/media/plan/{room.Media}")).All(".v-state--over").ShouldBe(["просрочена, 1 рабочий день"]);
        var (first, second) = ((await room.Editor.Open(Newsroom.Card(story))).Form("Сохранить черновик").Set("body", "Первый"), (await room.Keeper.Open(Newsroom.Card(story))).Form("Сохранить черновик").Set("body", "Второй"));
        (await first.Submit()).Refusal.ShouldBe("");
        (await second.Submit()).Refusal.ShouldContain("изменил другой человек");

        var card = await room.ComeOut(story, "20.04.2023", "https://vk.com/video-1_3");
        card.Text.ShouldContain("вышла позже срока на 1 день");
        card = await card.Form("Удалено хостингом").Submit();
        card.Text.ShouldContain("удалена хостингом");
        card = await card.Form("Исправить").Set("link", "https://vk.ru/video-1_4").Submit();
        card.Refusal.ShouldContain("Не названа причина");
        card = await card.Form("Исправить").Set("link", "https://vk.ru/video-1_4").Set("why", "Видео перезалито").Submit();
        card.Text.ShouldNotContain("Удалено хостингом: ");
        card.Text.ShouldContain("Видео перезалито");
    }
}

public sealed class PublicationPagesOnSqlite(SqliteApp app) : PublicationPages(app), IClassFixture<SqliteApp>;

public sealed class PublicationPagesOnPostgres(PostgresApp app) : PublicationPages(app), IClassFixture<PostgresApp>;
