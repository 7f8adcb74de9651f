using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Deadlines;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Media;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Media;

/// <summary>Publications that come from rows of the plan, from its rhythm and from events, and what they count for.</summary>
public abstract class MediaTaskPages(VekhaApp app)
{
    private static Deadline After(int days, string anchor) => new Deadline.Relative(days, OffsetUnit.CalendarDay, OffsetDirection.After, anchor, OffsetLimit.NotLater);

    [Fact, Trait("Acceptance", "S0.11")]
    public async Task Measure_by_a_separate_plan_is_linked_to_its_media_plan_and_goes_as_far_as_published_of_planned()
    {
        var room = await Newsroom.Open(app);
        var row = room.RowOf("О.3");
        (await room.Keeper.Open($"/desk/plans/measure/{row.Id}")).Text.ShouldContain("сам план ещё не связан");
        await room.Begin(boundTo: "О.3", needsApproval: false);
        (await room.Keeper.Open($"/desk/plans/measure/{row.Id}")).Text.ShouldContain("выполнено ещё не наполнен");
        var made = await room.PlanTheme("Живые голоса", "28.04.2023", row, "site", "vk", "ok", "newspaper");
        await room.ComeOut(made["site"], "19.04.2023", "https://town.example.ru/1", reach: "90");

        (await room.Keeper.Open($"/desk/plans/measure/{row.Id}")).Text.ShouldContain("Связано: Медиаплан проектов.Ход мероприятия: выполнено 1 из 4, 25 %");
        (await room.Keeper.Open($"/desk/plans/plan/{room.Plan.Id}")).Text.ShouldContain("Медиаплан проектов: 1 из 4, 25 %");
        (await room.Keeper.Open($"/desk/media/plan/{room.Media}")).Text.ShouldContain("это ход мероприятия О.3 «по отдельному плану»");
        // What was dropped is not planned any more.
        await (await room.Keeper.Open(Newsroom.Card(made["newspaper"]))).Form("Снять").Set("why", "Газета не выходит летом").Submit();
        (await room.Keeper.Open($"/desk/plans/measure/{row.Id}")).Text.ShouldContain("1 из 3, 33 %");
        // A second media plan cannot be the same measure.
        (await room.Begin(boundTo: "О.3")).Refusal.ShouldContain("уже ведёт другой медиаплан");

        var paper = await Papers.Word(await room.Keeper.Ask($"/desk/media/report/{made["site"].MediaPlanId}?handler=plan"));
        paper.ShouldContain("Наименование мероприятий|Формы сопровождения|Срок исполнения|Ответственные");
        paper.ShouldContain("Живые голоса|пост: Официальный сайтпост: ВКонтактепост: Одноклассники|28.04.2023");
    }

    [Fact, Trait("Acceptance", "S1.14")]
    public async Task Not_less_than_twice_a_month_asks_about_part_of_a_month_and_the_missing_second_one_is_yellow_five_working_days_before_the_end()
    {
        var room = await Newsroom.Open(app, on: new(2023, 11, 1), more: (plan, executor) => Newsroom.Row(plan, null, "17", "Размещение информации о клубах", "не менее 2 раз в месяц с 16.10.2023 по 25.12.2023",
            new Deadline.Every(new(Frequency.Monthly), 2, new WrittenDate(2023, 10, 16), new WrittenDate(2023, 12, 25)), executor));
        await room.Begin(needsApproval: false);
        var row = room.RowOf("17");
        var page = await room.Editor.Open($"/desk/media/rows/{room.Media}");
        page.Text.ShouldContain("Сколько публикаций он должен");
        await page.Form("Создать задачи").Add("row", row.Id.ToString()).Add($"c-{row.Id}", "site").Submit();
        (await Tasks(room)).Select(p => p.Due).ShouldBe([new(2023, 11, 15), new(2023, 11, 30)]);

        // The town says that October and December owe as many as a whole month: the job makes the rest.
        var rules = (await room.Keeper.Open($"/desk/media/settings/{room.Media}")).Form("Сохранить").Set("Partial", "Whole");
        (await rules.Submit()).Refusal.ShouldBe("");
        await app.Run("media-tasks");
        await app.Run("media-tasks");
        (await Tasks(room)).Count.ShouldBe(6);

        var first = (await Tasks(room)).Single(p => p.Due == new DateOnly(2023, 11, 15));
        await room.ComeOut(first, "01.11.2023", "https://town.example.ru/2");
        string address = $"/desk/media/plan/{room.Media}?month=2023-11&on=";
        (await room.Keeper.Open(address + "2023-11-22")).All("tbody .v-state").ShouldBe(["запланирована", "вышла"], ignoreOrder: true);
        (await room.Keeper.Open(address + "2023-11-23")).All("tbody .v-state--risk").ShouldBe(["через 5 рабочих дней"]);
        (await room.Keeper.Open(address + "2023-12-01")).All("tbody .v-state--over").ShouldBe(["просрочена, 1 рабочий день"]);
    }

    [Fact, Trait("Acceptance", "S3.13")]
    public async Task Signed_contract_makes_the_press_release_of_its_project_with_the_days_the_user_gave()
    {
        var room = await Newsroom.Open(app, more: (plan, executor) => Newsroom.Row(plan, plan.Stages[0], "2.3", "пресс-релиз о заключении контракта", "10 дней с даты заключения контракта", After(10, "даты заключения контракта"), executor));
        await room.Begin();
        await Follow(room, "2.3", "site");
        (await Tasks(room)).ShouldBeEmpty();

        await Happen(room, "заключение контракта", new(2023, 4, 18), "Сквер в селе Сухая Буйвола", "контракт № 14");
        await app.Run("media-tasks");

        var task = (await Tasks(room)).Single();
        task.Title.ShouldBe("Пресс-релиз о заключении контракта: Сквер в селе Сухая Буйвола");
        task.Due.ShouldBe(new DateOnly(2023, 4, 28));
        task.Format.ShouldBe(Vekha.Media.PublicationFormat.PressRelease);
        var card = await room.Editor.Open(Newsroom.Card(task));
        card.Text.ShouldContain("10 дней с даты заключения контракта");
        card.Text.ShouldContain("Сквер в селе Сухая Буйвола");
    }

    [Fact, Trait("Acceptance", "S3.16")]
    public async Task Completed_project_makes_three_tasks_by_day_30_with_both_dates_and_the_mark_of_the_law()
    {
        var room = await Newsroom.Open(app, on: new(2023, 12, 4), more: (plan, executor) =>
        {
            foreach (var (stage, number) in new[] { (0, "2.5"), (1, "3.3"), (2, "4.3") })
                Newsroom.Row(plan, plan.Stages[stage], number, "публикация о результатах проекта", "не позднее 30 календарных дней со дня завершения реализации проекта",
                    After(30, "дня завершения реализации проекта"), executor).DeadlineClass = DeadlineClass.Statutory;
        });
        await room.Begin();
        await Follow(room, "2.5", "site");
        await Follow(room, "3.3", "vk");
        await Follow(room, "4.3", "newspaper");
        await Happen(room, "завершение реализации проекта", new(2023, 12, 4), "Спортивная площадка", "акт от 04.12.2023");
        await app.Run("media-tasks");

        var tasks = await Tasks(room);
        tasks.Select(p => p.Channel).Order().ShouldBe(["newspaper", "site", "vk"]);
        tasks.Select(p => p.TaskId).Distinct().Count().ShouldBe(1);
        tasks.ShouldAllBe(p => p.Due == new DateOnly(2023, 12, 29));
        var card = await room.Editor.Open(Newsroom.Card(tasks[0]));
        card.Text.ShouldContain("29.12.2023, пт");
        card.Text.ShouldContain("по счёту 03.01.2024, контрольный день 29.12.2023");
        card.Text.ShouldContain("срок по закону");

        // The act turns out to be of another day: what has not come out moves with it.
        await Happen(room, "завершение реализации проекта", new(2023, 11, 27), "Спортивная площадка", "исправлен акт");
        await app.Run("media-tasks");
        (await Tasks(room)).ShouldAllBe(p => p.Due == new DateOnly(2023, 12, 27));
    }

    [Fact]
    public async Task What_came_out_is_counted_once_with_its_reach_and_a_correction_or_a_drop_follows()
    {
        var room = await Newsroom.Open(app);
        await room.Begin(needsApproval: false);
        var post = (await room.PlanTheme("Открыт клуб", "21.04.2023", room.RowOf("3.1"), "vk"))["vk"];
        await room.ComeOut(post, "19.04.2023", "https://vk.com/wall-1_1", reach: "500");
        (await Counted(room)).ShouldBe(["охват 500 19.04", "публикация 1 19.04"]);

        var fix = (await room.Editor.Open(Newsroom.Card(post))).Form("Исправить").Set("on", "18.04.2023").Set("reach", "650").Set("why", "Счётчик обновился");
        (await fix.Submit()).Refusal.ShouldBe("");
        (await Counted(room)).ShouldBe(["охват 650 18.04", "публикация 1 18.04"]);

        // The same told once more on that day is asked about.
        var again = (await room.PlanTheme("Открыт клуб!", "21.04.2023", null, "vk"))["vk"];
        var asked = await room.ComeOut(again, "18.04.2023", "https://vk.com/wall-1_1");
        asked.Refusal.ShouldContain("Похоже на двойник");
        (await asked.Form("Записать выход").Add("despite", "true").Submit()).Refusal.ShouldBe("");
        (await Counted(room)).Count.ShouldBe(3);

        await (await room.Keeper.Open(Newsroom.Card(again))).Form("Снять").Set("why", "Это та же публикация").Submit();
        (await Counted(room)).ShouldBe(["охват 650 18.04", "публикация 1 18.04"]);
    }

    [Fact]
    public async Task Daily_log_flags_working_days_without_a_release_and_no_weekends()
    {
        var room = await Newsroom.Open(app, on: new(2023, 3, 13));
        await room.Begin(needsApproval: false);
        foreach (var (name, on) in new[] { ("Первый релиз", "06.03.2023"), ("Второй релиз", "10.03.2023") })
            await room.ComeOut((await room.PlanTheme(name, null, null, "site"))["site"], on, "https://town.example.ru/" + on);

        var log = await room.Editor.Open($"/desk/media/log/{room.Media}");
        log.Text.ShouldContain("5 пропусков");
        var gaps = log.All("tbody tr").Where(r => r.Contains("пропуск")).Select(r => r[..5]).ToList();
        // 8 March is a holiday, 4–5 and 11–12 are weekends, 13 is today.
        gaps.ShouldBe(["09.03", "07.03", "03.03", "02.03", "01.03"]);
        log.Text.ShouldContain("сегодня ещё ничего");
    }

    private async Task Follow(Newsroom room, string code, string channel)
    {
        var row = room.RowOf(code).Id.ToString();
        var form = (await room.Editor.Open($"/desk/media/rows/{room.Media}")).Form("Создать задачи").Add("row", row).Set($"c-{row}", null).Add($"c-{row}", channel);
        (await form.Submit()).Refusal.ShouldBe("");
    }

    private Task Happen(Newsroom room, string anchor, DateOnly day, string about, string ground) => app.Do(async s =>
    {
        var effect = await s.GetRequiredService<AnchorBook>().Reach(room.Programme.Id, anchor, day, new AnchorSource("card", ObjectOf(about), ground, null), ObjectOf(about), about);
        await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
        (effect.Born + effect.Moved).ShouldBeGreaterThan(0);
    });

    private static Guid ObjectOf(string name) => new(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(name)));

    private Task<List<Publication>> Tasks(Newsroom room) => app.Read(db => db.Publications.AsNoTracking().Where(p => p.MediaPlanId == room.Media).OrderBy(p => p.Due).ToListAsync());

    private async Task<List<string>> Counted(Newsroom room) =>
        [.. (await app.Read(db => db.Facts.AsNoTracking().Where(f => f.ProgrammeId == room.Programme.Id && !f.IsWithdrawn).ToListAsync())).Select(f => $"{f.Kind} {f.Quantity} {f.Day:dd.MM}").Order()];
}

public sealed class MediaTaskPagesOnSqlite(SqliteApp app) : MediaTaskPages(app), IClassFixture<SqliteApp>;

public sealed class MediaTaskPagesOnPostgres(PostgresApp app) : MediaTaskPages(app), IClassFixture<PostgresApp>;
