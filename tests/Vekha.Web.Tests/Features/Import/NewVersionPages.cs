using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Import;

/// <summary>A changed document against the running plan: each change is accepted or not, the accepted make a new version.</summary>
public abstract class NewVersionPages(VekhaApp app)
{
    private const string Before = "План мероприятий на 2020 год\n\n№\tМероприятие\tСрок\tОтветственный\n1\tПодготовка площадки\tдо 20.11.2020\tУправление культуры\n2\tПроведение праздника\t04.12.2020\tУправление культуры\n3\tПодведение итогов\tдекабрь 2020\tОтдел молодёжи\n4\tПечать альбома\tноябрь 2020\tОтдел молодёжи\n";
    private const string After = "План мероприятий на 2020 год\n\n№\tМероприятие\tСрок\tОтветственный\n1\tПодготовка площадки\tдо 27.11.2020\tУправление культуры\n2\tПроведение праздника\t04.12.2020\tУправление культуры\n3\tПубликация фотографий праздника\t11.12.2020\tПресс-служба\n4\tПодведение итогов\tдекабрь 2020\tОтдел молодёжи\n";

    /// <summary>An approved plan and the review of its changed document.</summary>
    private async Task<(Visitor Office, Guid Plan, Page Review)> Changed(string programme)
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var review = await office.Import("План.txt", Encoding.UTF8.GetBytes(Before), programme);
        while (review.Questions.Count > 0) review = await review.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        var plan = await (await review.ConfirmAll()).Form("Собрать план").Submit();
        var approved = await (await plan.Click("Утвердить")).Form("Утвердить").Set("Post", "Глава округа").Set("Name", "С.П. Орлов").Set("On", "02.11.2020").Submit();
        approved.Text.ShouldContain("версия 1");
        var changed = await office.Import("План изм.txt", Encoding.UTF8.GetBytes(After), programme);
        while (changed.Questions.Count > 0) changed = await changed.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        return (office, Guid.Parse(plan.Address.Split('/')[^1]), await changed.ConfirmAll());
    }

    private Task<List<Assignment>> Assignments(Guid plan) => app.Read(db => db.Assignments.AsNoTracking().Include(a => a.TermChanges).Include(a => a.Release).Where(a => a.PlanId == plan).ToListAsync());

    [Fact]
    public async Task Accepted_changes_make_version_two_with_its_own_act_and_what_stays_is_not_touched()
    {
        var (_, plan, review) = await Changed("Вторая версия");
        var first = await Assignments(plan);
        var compare = await review.Click("Сравнить с действующим планом");
        compare.Text.ShouldContain("изменено: 1");
        compare.Text.ShouldContain("добавлено: 1");
        compare.Text.ShouldContain("убрано: 1");
        compare.All("tr:has(input[name=Take])").Count.ShouldBe(3);
        var amended = await compare.Form("Внести новой версией").Set("Post", "Глава округа").Set("Name", "С.П. Орлов").Set("On", "16.11.2020").Set("Act", "постановлением от 16.11.2020 № 900").Submit();
        amended.Refusal.ShouldBe("");
        amended.Text.ShouldContain("Версия 2, утверждена 16 ноября 2020");

        var measures = await app.Read(db => db.Measures.AsNoTracking().Where(m => m.PlanId == plan && m.RemovedOn == null).OrderBy(m => m.Position).ToListAsync());
        measures.Select(m => (m.Code, m.Title)).ShouldBe([("1", "Подготовка площадки"), ("2", "Проведение праздника"), ("3", "Публикация фотографий праздника"), ("4", "Подведение итогов")]);
        var now = await Assignments(plan);
        Assignment Of(string title) => now.Single(a => a.MeasureId == measures.Single(m => m.Title == title).Id);
        (Of("Подготовка площадки").FirstControl, Of("Подготовка площадки").Control).ShouldBe((new DateOnly(2020, 11, 20), new DateOnly(2020, 11, 27)));
        Of("Подготовка площадки").TermChanges.ShouldHaveSingleItem().Ground.ShouldBe("постановлением от 16.11.2020 № 900");
        Of("Проведение праздника").Version.ShouldBe(first.Single(a => a.Id == Of("Проведение праздника").Id).Version);
        Of("Публикация фотографий праздника").Control.ShouldBe(new DateOnly(2020, 12, 11));
        var album = now.Single(a => measures.All(m => m.Id != a.MeasureId));
        album.Release!.Ground.ShouldContain("№ 900");
        (await app.Read(db => db.Plans.CountAsync(p => p.Id == plan || p.ProgrammeId == now[0].ProgrammeId))).ShouldBe(1, "no second plan");
    }

    [Fact]
    public async Task A_change_that_was_not_accepted_stays_out_and_can_be_accepted_later()
    {
        var (office, plan, review) = await Changed("Не всё сразу");
        var compare = await review.Click("Сравнить с действующим планом");
        var taken = compare.Document.QuerySelectorAll("tr:has(input[name=Take])").Single(r => r.TextContent.Contains("изменено")).QuerySelector("input[name=Take]")!.GetAttribute("value")!;
        await compare.Form("Внести новой версией").Set("Take", taken).Set("Post", "Глава округа").Set("Name", "С.П. Орлов").Set("On", "16.11.2020").Set("Ground", "служебная записка № 5").Submit();
        (await app.Read(db => db.Measures.Where(m => m.PlanId == plan && m.RemovedOn == null).Select(m => m.Title).ToListAsync())).ShouldContain("Печать альбома");
        var again = await office.Open(compare.Address);
        again.All("tr:has(input[name=Take])").Count.ShouldBe(2, "the two that were not accepted are still offered");
    }

    [Fact]
    public async Task Nothing_is_amended_without_a_day_by_a_stranger_or_over_an_unconfirmed_row()
    {
        var (office, plan, review) = await Changed("Отказы");
        var compare = await review.Click("Сравнить с действующим планом");
        (await compare.Form("Внести новой версией").Set("On", "").Submit()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await compare.Form("Внести новой версией").Set("Take", null).Set("On", "16.11.2020").Submit()).Refusal.ShouldContain("Не принято ни одного изменения");
        (await (await app.SignedIn(Role.ProjectOffice)).Ask(compare.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await (await office.Open(review.Address.Split('?', '#')[0] + "?row=0")).Form("Снять подтверждение").Submit();
        var unsure = await office.Open(compare.Address);
        unsure.All("tr:has(input[name=Take])").Count.ShouldBe(2);
        unsure.Text.ShouldContain("строка не подтверждена");
        (await unsure.Form("Внести новой версией").Add("Take", "0").Set("Post", "Глава").Set("Name", "С.П. Орлов").Set("On", "16.11.2020").Submit()).Refusal.ShouldContain("не подтверждена");
        (await app.Read(db => db.Plans.Include(p => p.Versions).SingleAsync(p => p.Id == plan))).Versions.Count.ShouldBe(1);
    }
}

public sealed class NewVersionPagesOnSqlite(SqliteApp app) : NewVersionPages(app), IClassFixture<SqliteApp>;

public sealed class NewVersionPagesOnPostgres(PostgresApp app) : NewVersionPages(app), IClassFixture<PostgresApp>;
