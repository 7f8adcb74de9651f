using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Features.Reminders;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Control;

/// <summary>Around midnight: the day is that of the programme's territory, of the executor's unit, of the reader; never that of the server.</summary>
public abstract class ZonesOfUnits(VekhaApp app)
{
    private const string Kaliningrad = "Europe/Kaliningrad", Novokuznetsk = "Asia/Novokuznetsk", Vladivostok = "Asia/Vladivostok";

    // «октябрь 2020»: the 31st is a Saturday, the control day is Friday the 30th; half an hour after its end in Moscow.
    private static readonly DateTimeOffset AfterMidnight = new(2020, 10, 31, 0, 30, 0, TimeSpan.FromHours(3));

    [Fact]
    public async Task The_last_day_lasts_until_midnight_of_the_executors_unit()
    {
        var project = await PortalProject.Approve(app);
        await Keeps(project.Media, Kaliningrad);
        app.Clock.Set(AfterMidnight);
        var west = await app.SignedIn(Role.Executor, project.Media);
        var job = (await project.Of("П.7", project.Media)).Id;
        (await west.Open($"/desk/my?job={job}")).Text.ShouldContain("Срок сегодня");

        await project.Report(west, "П.7", project.Media, "Медиаплан утверждён", "30.10.2020");
        var report = (await project.Of("П.7", project.Media)).Reports.Single();
        (report.On, report.FactOn).ShouldBe((new DateOnly(2020, 10, 30), new DateOnly(2020, 10, 30)));

        // Another unit of the same plan lives by the programme: for it the day is over.
        var here = await app.SignedIn(Role.Executor, project.Education);
        (await project.Report(here, "П.5", project.Education, "График составлен", "30.10.2020")).Refusal.ShouldContain("причин");
    }

    [Fact, Trait("Acceptance", "S2.1")]
    public async Task A_programme_of_Novokuznetsk_is_overdue_when_midnight_has_struck_there()
    {
        var project = await PortalProject.Approve(app);
        await app.Read(db => db.Programmes.Where(p => p.Id == project.Programme.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Policy, project.Programme.Policy with { TimeZoneId = Novokuznetsk })));
        app.Clock.Set(new(2020, 10, 30, 20, 30, 0, TimeSpan.FromHours(3)));
        var executor = await app.SignedIn(Role.Executor, project.Media);

        (await executor.Open($"/desk/my?job={(await project.Of("П.7", project.Media)).Id}")).Text.ShouldContain("просрочено, 1");
        var office = await app.SignedIn(Role.ProjectOffice, project.Town);
        (await office.Open($"/desk/control/{project.Programme.Id}")).Text.ShouldContain("31 октября 2020");
    }

    [Fact]
    public async Task Who_acts_for_an_absent_one_begins_with_the_day_of_their_unit()
    {
        var town = await app.Unit();
        await Keeps(town, Novokuznetsk);
        var (_, absent) = await app.Hired(Role.Executor, town);
        var other = await app.Unit(under: town);
        app.Clock.Set(new(2020, 11, 2, 19, 30, 0, TimeSpan.FromHours(3)));
        var (early, acting) = await app.Hired(Role.Guest, other);
        await app.Keep(Substitution.Of(absent, acting, new(2020, 11, 3), new(2020, 11, 20), "отпуск", []));
        var (_, assignments) = await app.Plan(town, "Программа города", ("Отчёт", new(2020, 11, 12), town));

        // In Novokuznetsk it is half past eleven in the evening of 2 November, and an hour later the third.
        (await early.Open($"/desk/control/assignment/{assignments[0].Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        app.Clock.Advance(TimeSpan.FromHours(1));
        (await early.Open($"/desk/control/assignment/{assignments[0].Id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_programme_lives_by_the_clock_of_its_town()
    {
        var town = await app.Unit();
        await Keeps(town, Novokuznetsk);
        var office = await app.SignedIn(Role.ProjectOffice, town);
        var form = await office.Open("/desk/plans/programme");
        form.One("select[name='Input.TimeZoneId'] option[selected]").GetAttribute("value").ShouldBe(Novokuznetsk);

        await (await office.Open("/desk/import")).Form("#upload").Set("NewProgramme", "Бюджет для граждан").Attach("file", "план.txt", "План\n1. Провести совещание, до 01.10.2020, отдел"u8.ToArray()).SubmitOnce();
        (await app.Read(db => db.Programmes.SingleAsync(p => p.OrganisationId == town.Id))).Policy.TimeZoneId.ShouldBe(Novokuznetsk);
    }

    [Fact]
    public async Task Moments_are_told_by_the_readers_clock()
    {
        var town = await app.Unit();
        await Keeps(town, Vladivostok);
        app.Clock.Set(new(2020, 11, 2, 12, 0, 0, TimeSpan.FromHours(3)));
        var (admin, person) = await app.Hired(Role.Administrator, town);
        await app.Do(async s =>
        {
            s.GetRequiredService<Journal>().Write("роль дана", "person", person.Id);
            await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
        });
        (await admin.Open($"/desk/accounts/people/card/{person.Id}")).Text.ShouldContain("19:00");
    }

    [Fact]
    public async Task The_digest_comes_at_the_hour_of_the_readers_unit()
    {
        using var sink = new SmtpSink();
        await app.MailTo(sink);
        var town = await app.Unit();
        var (west, east, here) = (await app.Unit(under: town), await app.Unit(under: town), await app.Unit(under: town));
        await Keeps(west, Kaliningrad);
        await Keeps(east, Vladivostok);
        app.At(2020, 10, 26, 22);
        var people = new[] { (await app.Mailed(Role.Executor, west)).Person, (await app.Mailed(Role.Executor, east)).Person, (await app.Mailed(Role.Executor, here)).Person };
        await app.Plan(town, "Одна на всех", [.. new[] { west, east, here }.Select(u => ("Сдать отчёт", new DateOnly(2020, 10, 30), u))]);
        await Rounds();
        Heard().ShouldBeEmpty();

        // 8:00 in Vladivostok is 1:00 in Moscow, 8:00 in Kaliningrad 9:00.
        app.At(2020, 10, 27, 1);
        await Rounds();
        Heard().ShouldBe([people[1].Email!]);
        app.At(2020, 10, 27, 8);
        await Rounds();
        Heard().ShouldBe([people[1].Email!, people[2].Email!], ignoreOrder: true);
        app.At(2020, 10, 27, 9);
        await Rounds();
        Heard().Count.ShouldBe(3);

        async Task Rounds()
        {
            await app.Remind();
            await app.Run("mail");
        }

        List<string> Heard() => [.. sink.Letters.Select(l => l.To).Where(t => people.Any(p => p.Email == t))];
    }

    private Task Keeps(Organisation unit, string zone) => app.Do(async s =>
    {
        var db = s.GetRequiredService<VekhaDb>();
        (await db.Organisations.SingleAsync(o => o.Id == unit.Id)).KeepTimeOf(zone);
        await db.SaveChangesAsync();
    });
}

public sealed class ZonesOfUnitsOnSqlite(SqliteApp app) : ZonesOfUnits(app), IClassFixture<SqliteApp>;

public sealed class ZonesOfUnitsOnPostgres(PostgresApp app) : ZonesOfUnits(app), IClassFixture<PostgresApp>;
