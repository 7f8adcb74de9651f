using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Events;

/// <summary>A crew, a hall, a collective is at one event at a time, also when two people save in one moment.</summary>
public abstract class ClashPages(VekhaApp app)
{
    private static readonly DateTimeOffset March = new(2020, 3, 10, 12, 0, 0, TimeSpan.FromHours(3));

    private async Task<(EventProject Project, Visitor Office, Guid Crew)> Ready()
    {
        var project = await EventProject.Approve(app, March);
        var office = await app.SignedIn(Role.ProjectOffice, project.Centre);
        var list = await (await office.Open($"/desk/events/resources/{project.Programme.Id}")).Form("Добавить").Set("Kind", "Crew").Set("Name", "Съёмочная группа № 1").Submit();
        list.Refusal.ShouldBe("");
        (await list.Form("Добавить").Set("Kind", "Crew").Set("Name", "Съёмочная группа № 1").Submit()).Refusal.ShouldContain("уже есть");
        return (project, office, await app.Read(db => db.EventResources.Where(r => r.ProgrammeId == project.Programme.Id).Select(r => r.Id).SingleAsync()));
    }

    [Fact]
    public async Task One_crew_at_one_time_is_refused_with_the_event_and_its_hours()
    {
        var (project, office, crew) = await Ready();
        await project.Prepare(office, "Интервью с Лыковой", project.Tomsk, "26.03.2020", "10:00", "12:00", ("Kind", "съёмка"), ("Resource", crew.ToString()));
        var refused = await project.Prepare(office, "Интервью с Роговым", project.Kursk, "26.03.2020", "11:30", "13:00", ("Kind", "съёмка"), ("Resource", crew.ToString()));
        refused.Refusal.ShouldContain("Съёмочная группа «Съёмочная группа № 1» в это время на другом событии: «Интервью с Лыковой», 26.03.2020, 10:00–12:00");
        (await project.Prepare(office, "Интервью с Роговым", project.Kursk, "26.03.2020", "12:00", "13:00", ("Kind", "съёмка"), ("Resource", crew.ToString()))).Refusal.ShouldBe("");
        (await office.Open($"/desk/events?view=list&programme={project.Programme.Id}&resource={crew}")).All("tbody tr").Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_cancelled_event_frees_its_crew_and_a_moved_one_takes_it_along()
    {
        var (project, office, crew) = await Ready();
        var first = await project.Prepare(office, "Съёмка в музее", project.Tomsk, "26.03.2020", "10:00", "12:00", ("Resource", crew.ToString()));
        var second = await project.Prepare(office, "Съёмка в школе", project.Tomsk, "27.03.2020", "10:00", "12:00", ("Resource", crew.ToString()));
        var edit = await second.Click("Изменить");
        (await edit.Form("Сохранить").Set("Day", "26.03.2020").Submit()).Refusal.ShouldContain("«Съёмка в музее»");
        await first.Form("Отменить событие").Set("ground", "Музей закрыт").Submit();
        (await edit.Form("Сохранить").Set("Day", "26.03.2020").Submit()).Refusal.ShouldBe("");
    }

    [Fact]
    public async Task Of_two_who_take_the_crew_in_one_moment_only_one_gets_it()
    {
        var (project, office, crew) = await Ready();
        var other = await app.SignedIn(Role.ProjectOffice, project.Centre);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            project.Prepare(i % 2 == 0 ? office : other, $"Одновременно {i}", project.Tomsk, "30.03.2020", "10:00", "12:00", ("Resource", crew.ToString()))));
        outcomes.Count(o => o.Refusal.Length == 0).ShouldBe(1);
        outcomes.Where(o => o.Refusal.Length > 0).ShouldAllBe(o => o.Refusal.Contains("на другом событии"));
        (await app.Read(db => db.EventBookings.CountAsync(b => b.ResourceId == crew))).ShouldBe(1);
    }
}

public sealed class ClashPagesOnSqlite(SqliteApp app) : ClashPages(app), IClassFixture<SqliteApp>;

public sealed class ClashPagesOnPostgres(PostgresApp app) : ClashPages(app), IClassFixture<PostgresApp>;
