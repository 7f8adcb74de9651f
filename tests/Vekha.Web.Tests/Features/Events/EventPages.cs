using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.Facts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Events;

/// <summary>An event is prepared, appointed, moved with a ground, held or cancelled; others see what they may.</summary>
public abstract class EventPages(VekhaApp app)
{
    private static readonly DateTimeOffset March = new(2020, 3, 10, 12, 0, 0, TimeSpan.FromHours(3));

    [Fact]
    public async Task A_prepared_seminar_is_seen_by_others_only_once_it_is_appointed()
    {
        var project = await EventProject.Approve(app, March);
        var (site, other, stranger) = (await app.SignedIn(Role.Executor, project.Tomsk), await app.SignedIn(Role.Executor, project.Kursk), await app.SignedIn(Role.Executor));
        var card = await project.Prepare(site, "Этноконфессиональные практики", project.Tomsk, "26.03.2020", "15:00", "17:00", ("Hero", "Лыкова А.П."));
        card.Refusal.ShouldBe("");
        card.Text.ShouldContain("26 марта 2020, чт, 15:00–17:00");
        card.Text.ShouldContain("задумано");
        (await other.Ask(card.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var appointed = await card.Form("Назначить событие").Submit();
        appointed.Text.ShouldContain("назначено");
        var seen = await other.Open(card.Address);
        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.Text.ShouldNotContain("Лыкова");
        seen.Has("main form").ShouldBeFalse();
        (await other.Ask(card.Address.Replace("/event/", "/edit/"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Ask(card.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Open("/desk/events")).Refusal.ShouldBe("");
        (await other.Open($"/desk/events?from=2020-03-01&programme={project.Programme.Id}")).Text.ShouldContain("15:00 Этноконфессиональные практики");
        (await other.Open($"/desk/events?view=list&mine=true&programme={project.Programme.Id}")).Text.ShouldNotContain("Этноконфессиональные практики");
    }

    [Fact]
    public async Task An_appointed_event_is_moved_only_with_a_ground_and_the_old_time_stays()
    {
        var project = await EventProject.Approve(app, March);
        var site = await app.SignedIn(Role.Executor, project.Tomsk);
        var card = await (await project.Prepare(site, "Семинар о дружбе", project.Tomsk, "26.03.2020", "15:00", "17:00")).Form("Назначить событие").Submit();
        var edit = await card.Click("Изменить");
        (await edit.Form("Сохранить").Set("Day", "02.04.2020").Submit()).Refusal.ShouldContain("Не названо основание");
        var moved = await edit.Form("Сохранить").Set("Day", "02.04.2020").Set("Ground", "Зал занят до апреля").Submit();
        moved.Refusal.ShouldBe("");
        moved.Text.ShouldContain("2 апреля 2020, чт, 15:00–17:00");
        moved.Text.ShouldContain("перенесено");
        moved.Text.ShouldContain("было: 26 марта 2020, чт, 15:00–17:00");
        moved.Text.ShouldContain("Зал занят до апреля");
    }

    [Fact]
    public async Task An_event_is_held_on_its_day_counted_again_with_a_ground_and_reopened_when_that_was_a_mistake()
    {
        var project = await EventProject.Approve(app, March);
        var site = await app.SignedIn(Role.Executor, project.Tomsk);
        var card = await (await project.Prepare(site, "Практики Томска", project.Tomsk, "26.03.2020", "15:00", "17:00")).Form("Назначить событие").Submit();
        (await card.Form("Отметить проведение").Set("present", "17").Submit()).Refusal.ShouldContain("ещё не наступил");
        app.Clock.Set(new(2020, 3, 27, 9, 0, 0, TimeSpan.FromHours(3)));
        site = await app.SignedIn(Role.Executor, project.Tomsk);
        var held = await (await site.Open(card.Address)).Form("Отметить проведение").Set("present", "17").Submit();
        held.Text.ShouldContain("17 участников, подсчёт по головам");
        (await Counted()).ShouldBe("семинар 1 · участник 17");
        (await held.Form("Уточнить").Set("present", "14").Submit()).Refusal.ShouldContain("Не названо основание");
        var fewer = await held.Form("Уточнить").Set("present", "14").Set("ground", "Трое расписались дважды").Submit();
        fewer.Text.ShouldContain("14 участников");
        fewer.Text.ShouldContain("17 участников, подсчёт по головам");
        (await Counted()).ShouldBe("семинар 1 · участник 14");
        (await fewer.Form("Снять отметку").Set("ground", "Отмечен не тот семинар").Submit()).Text.ShouldContain("назначено");
        (await Counted()).ShouldBe("");

        async Task<string> Counted() => string.Join(" · ", (await app.Read(db => db.Facts.Where(f => f.ProgrammeId == project.Programme.Id && f.SourceKind == "event" && !f.IsWithdrawn && f.MeasureId == project.Seminars.Id && f.UnitId == project.Tomsk.Id).OrderBy(f => f.Kind).ToListAsync())).Select(f => $"{f.Kind} {f.Quantity}"));
    }

    [Fact]
    public async Task An_event_of_another_town_or_another_unit_cannot_be_made_up_by_a_form()
    {
        var (project, foreign) = (await EventProject.Approve(app, March), await EventProject.Approve(app, March));
        var site = await app.SignedIn(Role.Executor, project.Tomsk);
        (await project.Prepare(site, "Чужой", project.Kursk, "26.03.2020", "15:00", "17:00")).Refusal.ShouldContain("кто проводит");
        (await project.Prepare(site, "Чужое", project.Tomsk, "26.03.2020", "15:00", "17:00", ("MeasureId", foreign.Seminars.Id.ToString()))).Refusal.ShouldContain("Такого мероприятия");
        (await site.Ask($"/desk/events/edit?programme={foreign.Programme.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("26.03.2020", "25:00", "", "не похоже на время")]
    [InlineData("26.03.2020", "15:00", "14:00", "Окончание раньше начала")]
    [InlineData("", "15:00", "", "Не указан день")]
    public async Task A_wrong_time_is_refused_with_the_reason(string day, string from, string until, string why)
    {
        var project = await EventProject.Approve(app, March);
        var office = await app.SignedIn(Role.ProjectOffice, project.Centre);
        (await project.Prepare(office, "Семинар", project.Tomsk, day, from, until)).Refusal.ShouldContain(why);
    }
}

public sealed class EventPagesOnSqlite(SqliteApp app) : EventPages(app), IClassFixture<SqliteApp>;

public sealed class EventPagesOnPostgres(PostgresApp app) : EventPages(app), IClassFixture<PostgresApp>;
