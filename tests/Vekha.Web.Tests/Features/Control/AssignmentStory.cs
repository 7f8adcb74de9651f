using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Control;

/// <summary>Report, return, report again, acceptance: what each side sees.</summary>
public abstract class AssignmentStory(VekhaApp app)
{
    private static DateTimeOffset At(int month, int day, int hour, int minute = 0) => new(2020, month, day, hour, minute, 0, TimeSpan.FromHours(3));

    [Fact, Trait("Acceptance", "S0.13")]
    public async Task Done_by_its_proof_in_time_is_done_though_the_report_came_after_the_day()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(10, 29, 16, 5));
        var media = await app.SignedIn(Role.Executor, project.Media);
        var card = await project.CardOf("П.7", project.Media);

        var form = (await media.Open($"/desk/my?job={card[^36..]}")).Form("Отправить на проверку");
        var sent = await form.Set("Text", "Медиаплан составлен").Set("FactOn", "29.10.2020").Attach("Proof", "Медиаплан.docx", "proof"u8.ToArray()).Submit();
        sent.Address.ShouldBe(card);
        sent.One(".v-state").TextContent.Squeezed().ShouldBe("отчёт на проверке");

        app.Clock.Set(At(10, 30, 17, 40));
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var returned = await (await office.Open(card)).Form("Вернуть").Set("Remark", "Нужны реквизиты приказа").Submit();
        returned.Text.ShouldContain("возвращено на доработку");

        app.Clock.Set(At(11, 2, 10, 15));
        media = await app.SignedIn(Role.Executor, project.Media);
        var my = await media.Open($"/desk/my?job={card[^36..]}");
        my.Text.ShouldContain("Нужны реквизиты приказа");
        my.Has("#LateReason").ShouldBeFalse("a report that was in time and came back is not asked why it is late");
        var again = await my.Form("Отправить на проверку").Set("Text", "Приказ № 118 от 29.10.2020").Set("FactOn", "29.10.2020").Attach("Proof", "Приказ.pdf", "proof"u8.ToArray()).Submit();
        again.Text.ShouldContain("Повторный отчёт от 2 ноября");

        office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var before = await office.Open(card);
        before.Text.ShouldContain("состояние будет «исполнено», потому что сделано 29 октября, раньше контрольного дня");
        var accepted = await before.Form("Принять").Submit();
        accepted.One(".v-state").TextContent.Squeezed().ShouldBe("исполнено");
        accepted.Text.ShouldContain("29 октября, отчёт сдан 2 ноября");
        accepted.Text.ShouldContain("отчёт сдан 02.11.2020");
        accepted.All(".v-dates dd b").ShouldBe(["31 октября 2020, сб", "30 октября 2020, пт", "29 октября 2020, чт", "2 ноября 2020, пн"]);
        accepted.All(".v-log time").ShouldBe(["02.11.2020, 10:15", "02.11.2020, 10:15", "30.10.2020, 17:40", "29.10.2020, 16:05", "17.08.2020, 14:00"]);
    }

    [Fact, Trait("Acceptance", "S0.13")]
    public async Task Done_after_the_control_day_by_its_proof_is_done_late()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(11, 3, 12));
        var media = await app.SignedIn(Role.Executor, project.Media);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);

        (await project.Report(media, "П.7", project.Media, "Медиаплан утверждён", "31.10.2020")).Refusal.ShouldContain("причина не названа");
        (await project.Report(media, "П.7", project.Media, "Медиаплан утверждён", "31.10.2020", "Ждали подписи")).Text.ShouldContain("отчёт на проверке");

        var accepted = await (await office.Open(await project.CardOf("П.7", project.Media))).Form("Принять").Submit();
        accepted.One(".v-state").TextContent.Squeezed().ShouldBe("исполнено с нарушением срока");
        accepted.Text.ShouldContain("на 1 день позже");
        accepted.Text.ShouldContain("Ждали подписи");
    }

    [Fact]
    public async Task Acceptance_of_the_lead_takes_the_parts_of_co_executors_off_control_and_says_so_in_the_journal()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(10, 20, 12));
        var education = await app.SignedIn(Role.Executor, project.Education);
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        await project.Report(education, "П.5", project.Education, "График готов", "19.10.2020");

        var accepted = await (await office.Open(await project.CardOf("П.5", project.Education))).Form("Принять").Submit();

        accepted.Text.ShouldContain("Снято с контроля вместе с ним: 1 часть соисполнителя");
        var part = await project.Of("П.5", project.Media);
        part.Phase.ShouldBe(AssignmentPhase.Released);
        (await project.Of("П.7", project.Media)).Phase.ShouldBe(AssignmentPhase.Open, "another measure is not touched");
        var entry = await app.Read(db => db.Journal.SingleAsync(e => e.Subject == "assignment" && e.SubjectId == part.Id));
        entry.Verb.ShouldBe("снято с контроля");
        (await (await app.SignedIn(Role.Executor, project.Media)).Open(await project.CardOf("П.5", project.Media))).Text.ShouldContain("Отчёт ответственного исполнителя принят 20.10.2020");
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_another_unit_finds_nothing()
    {
        var project = await PortalProject.Approve(app);
        var card = await project.CardOf("П.7", project.Media);
        var education = await app.SignedIn(Role.Executor, project.Education);
        var elsewhere = await app.SignedIn(Role.ProjectOffice);

        (await app.Guest().Open(card)).Address.ShouldStartWith("/sign-in");
        (await education.Open(card)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await elsewhere.Open(card)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await education.Open($"/desk/my?job={card[^36..]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedIn(Role.Executor, project.Media)).Open(card)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_executor_neither_accepts_nor_extends_even_with_a_form_of_his_own()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(10, 20, 12));
        var media = await app.SignedIn(Role.Executor, project.Media);
        var card = await project.CardOf("П.7", project.Media);
        var my = await media.Open($"/desk/my?job={card[^36..]}");
        await project.Report(media, "П.7", project.Media, "Готово", "20.10.2020");

        (await media.Open(card)).All("button").ShouldNotContain("Принять");
        foreach (var act in new[] { "Accept", "Return", "Extend", "TakeOff" })
            (await my.Form("Отправить на проверку").Set("Until", "30.11.2020").Set("Ground", "хочу").To($"{card}?handler={act}").Submit()).Status.ShouldBe(HttpStatusCode.NotFound, act);
        (await project.Of("П.7", project.Media)).Phase.ShouldBe(AssignmentPhase.Submitted);
    }

    [Fact]
    public async Task One_form_sent_by_twenty_presses_is_one_report_with_one_file()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(10, 20, 12));
        var media = await app.SignedIn(Role.Executor, project.Media);
        var form = (await media.Open($"/desk/my?job={(await project.Of("П.7", project.Media)).Id}")).Form("Отправить на проверку").Set("Text", "Готово").Set("FactOn", "20.10.2020")
            .Attach("Proof", "Медиаплан.docx", "proof"u8.ToArray());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => form.SubmitOnce()));

        answers.Select(a => a.Headers.Location?.ToString()).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        var reports = (await project.Of("П.7", project.Media)).Reports;
        (await app.Read(db => db.Set<ReportFile>().CountAsync(f => f.ReportId == reports.Single().Id))).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_controllers_the_second_sees_what_the_first_decided()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(10, 20, 12));
        await project.Report(await app.SignedIn(Role.Executor, project.Media), "П.7", project.Media, "Готово", "20.10.2020");
        var card = await project.CardOf("П.7", project.Media);
        var ((first, person), second) = (await app.Hired(Role.ProjectOffice, project.Town), await app.SignedIn(Role.Curator, project.Town));
        var (one, two) = (await first.Open(card), await second.Open(card));

        await one.Form("Вернуть").Set("Remark", "Нет приказа").Submit();
        var late = await two.Form("Принять").Submit();

        late.Refusal.ShouldContain("отчёт возвращён на доработку: «Нет приказа»");
        late.Refusal.ShouldContain(person.ShortName);
        late.One(".v-state").TextContent.Squeezed().ShouldBe("возвращено на доработку");
        (await project.Of("П.7", project.Media)).Phase.ShouldBe(AssignmentPhase.Returned);
    }

    [Fact]
    public async Task Two_controllers_pressing_at_one_moment_leave_one_decision()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(10, 20, 12));
        await project.Report(await app.SignedIn(Role.Executor, project.Media), "П.7", project.Media, "Готово", "20.10.2020");
        var card = await project.CardOf("П.7", project.Media);
        var forms = new List<Form>();
        for (var i = 0; i < 4; i++) forms.Add((await (await app.SignedIn(Role.ProjectOffice, project.Town)).Open(card)).Form(i % 2 == 0 ? "Принять" : "Вернуть").Set("Remark", "Замечание"));

        var answers = await Task.WhenAll(forms.Select(f => f.SubmitOnce()));

        answers.Count(a => a.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        var after = await project.Of("П.7", project.Media);
        (after.Returns.Count + (after.Acceptance is null ? 0 : 1)).ShouldBe(1);
    }

    [Fact]
    public async Task A_return_without_a_reason_is_refused_where_it_is_made()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(10, 20, 12));
        await project.Report(await app.SignedIn(Role.Executor, project.Media), "П.7", project.Media, "Готово", "20.10.2020");
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);

        var refused = await (await office.Open(await project.CardOf("П.7", project.Media))).Form("Вернуть").Submit();

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.One(".v-field.is-wrong .v-wrong").TextContent.Squeezed().ShouldContain("Не сказано, что доработать");
    }

    [Fact]
    public async Task An_extension_keeps_the_first_day_asks_for_a_ground_and_warns_of_a_day_off()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(10, 20, 12));
        var curator = await app.SignedIn(Role.Curator, project.Town);
        var card = await project.CardOf("П.7", project.Media);

        (await (await curator.Open(card)).Form("Продлить срок").Set("Until", "06.11.2020").Submit()).Refusal.ShouldContain("Не указано основание");
        var dayOff = await (await curator.Open(card)).Form("Продлить срок").Set("Until", "07.11.2020").Set("Ground", "Совет перенёс").Submit();
        dayOff.Refusal.ShouldContain("нерабочий день (суббота)");
        dayOff.Refusal.ShouldContain("6 ноября 2020, пт");
        dayOff.Refusal.ShouldContain("9 ноября 2020, пн");
        var extended = await dayOff.Form("Продлить срок").Set("Until", "06.11.2020").Submit();

        extended.Text.ShouldContain("продлён, сначала был 30 октября 2020, пт");
        extended.All(".v-dates dd b")[1].ShouldBe("6 ноября 2020, пт");
        var after = await project.Of("П.7", project.Media);
        (after.FirstControl, after.Control).ShouldBe((new DateOnly(2020, 10, 30), new DateOnly(2020, 11, 6)));
        (await curator.Open(card + "?on=2020-10-19")).All(".v-dates dd b")[1].ShouldBe("30 октября 2020, пт");
    }

    [Fact]
    public async Task A_day_off_may_be_kept_on_purpose()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(10, 20, 12));
        var curator = await app.SignedIn(Role.Curator, project.Town);
        var asked = await (await curator.Open(await project.CardOf("П.7", project.Media))).Form("Продлить срок").Set("Until", "07.11.2020").Set("Ground", "День города").Submit();

        await asked.Form("Продлить срок").Set("KeepDayOff", "true").Submit();

        (await project.Of("П.7", project.Media)).Control.ShouldBe(new DateOnly(2020, 11, 7));
    }

    [Fact]
    public async Task Taken_off_control_on_a_ground_it_is_owed_no_more()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(10, 20, 12));
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        var card = await project.CardOf("П.7", project.Media);

        (await (await office.Open(card)).Form("Снять с контроля").Submit()).Refusal.ShouldContain("Не указано основание");
        var off = await (await office.Open(card)).Form("Снять с контроля").Set("AsObsolete", "true").Set("OffGround", "Протокол № 3").Submit();

        off.One(".v-state").TextContent.Squeezed().ShouldBe("снято как неактуальное");
        off.Text.ShouldContain("Протокол № 3");
        (await (await app.SignedIn(Role.Executor, project.Media)).Open("/desk/my")).Text.ShouldNotContain("Создание медиаплана");
    }

    [Fact]
    public async Task A_past_day_shows_the_state_it_had_and_offers_no_acts()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(At(11, 3, 12));
        await project.Report(await app.SignedIn(Role.Executor, project.Media), "П.7", project.Media, "Готово", "29.10.2020", "Забыли сдать");
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);

        var past = await office.Open(await project.CardOf("П.7", project.Media) + "?on=2020-11-02");

        past.One(".v-state").TextContent.Squeezed().ShouldBe("просрочено, 3 дня");
        past.Text.ShouldContain("Отчёта ещё нет");
        past.Has("main form").ShouldBeFalse();
    }

    [Fact]
    public async Task An_example_lives_on_its_own_day()
    {
        var project = await PortalProject.Approve(app, shownOn: new(2020, 10, 28));
        app.Clock.Set(At(11, 20, 12));
        var media = await app.SignedIn(Role.Executor, project.Media);

        var sent = await project.Report(media, "П.7", project.Media, "Готово", "28.10.2020");

        sent.Text.ShouldContain("отчёт сдан 28.10.2020");
        sent.One(".v-day").TextContent.Squeezed().ShouldBe("на 28 октября 2020, ср");
    }
}

public sealed class AssignmentStoryOnSqlite(SqliteApp app) : AssignmentStory(app), IClassFixture<SqliteApp>;

public sealed class AssignmentStoryOnPostgres(PostgresApp app) : AssignmentStory(app), IClassFixture<PostgresApp>;
