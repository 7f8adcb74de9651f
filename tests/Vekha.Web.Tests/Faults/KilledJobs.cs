using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Cascade;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Faults;

/// <summary>Two real processes over one installation: the first is killed with -9 in the midst of a large job, the second finishes it within a minute.</summary>
public sealed class KilledJobs
{
    private const int Units = 1500;
    private const int Letters = 200;

    public static TheoryData<Engine, string> Handing() => Places.Of((Engine.Sqlite, "cascade.saving:2"), "cascade.saving:1", "cascade.saved:1", "cascade.saving:2", "cascade.saved:2");

    public static TheoryData<Engine, string> Posts() => Places.Of((Engine.Postgres, "mail.handed:50"), "mail.claimed:50", "mail.handed:50");

    [Fact]
    public async Task A_thousand_reminders_are_finished_by_the_other_instance_each_once()
    {
        await using var database = await TestDatabase.Make(Engine.Postgres);
        await using (var app = await Opened(database)) await TakeOver.Thousand(app, shownOn: new(2020, 10, 27));
        await using var first = new VekhaProcess(database.Folder, database.Address);
        await using var second = new VekhaProcess(database.Folder, database.Address);
        await first.StartAndDie("reminders.saving:3");
        (await database.Number("SELECT count(*) FROM notices")).ShouldBeInRange(1, TakeOver.People - 1, "killed in the midst");

        await second.Start();
        await database.Becomes("SELECT count(*) FROM reminder_rounds", 1);
        (await database.Number("SELECT count(*) FROM notices WHERE cause = 'Ahead'")).ShouldBe(TakeOver.People);
        (await database.Number("SELECT count(DISTINCT person_id) FROM notices WHERE cause = 'Ahead'")).ShouldBe(TakeOver.People);
    }

    [Theory, MemberData(nameof(Posts))]
    public async Task Letters_left_by_a_dead_instance_arrive_each_under_one_Message_ID(Engine engine, string place)
    {
        using var sink = new SmtpSink();
        await using var database = await TestDatabase.Make(engine);
        await using (var app = await Opened(database))
        {
            await app.MailTo(sink);
            await app.Keep([.. Enumerable.Range(0, Letters).Select(i => Letter.To($"p{i}@town.example", "Имя", $"test:{i}", new("Напоминание", "Текст", "<p>Текст</p>"), "town.example", TimeProvider.System.GetUtcNow()))]);
        }
        await using var first = new VekhaProcess(database.Folder, database.Address);
        await using var second = new VekhaProcess(database.Folder, database.Address);
        await first.StartAndDie(place);
        sink.Letters.Count.ShouldBeInRange(1, Letters - 1, "killed in the midst");

        await second.Start();
        await database.Becomes("SELECT count(*) FROM letters WHERE state = 'Sent'", Letters);
        sink.Letters.Select(l => l.MessageId).Distinct().Count().ShouldBe(Letters);
        // Only the one whose fate nobody knew was handed over again, under its own number: the mail server takes it for the same.
        sink.Letters.Count.ShouldBe(place.StartsWith("mail.handed", StringComparison.Ordinal) ? Letters + 1 : Letters);
    }

    [Theory, MemberData(nameof(Handing))]
    public async Task A_cascade_goes_on_where_it_broke_off_and_no_unit_gets_its_part_twice(Engine engine, string place)
    {
        await using var database = await TestDatabase.Make(engine);
        await using (var app = await Opened(database)) await Started(app);
        await using var first = new VekhaProcess(database.Folder, database.Address);
        await using var second = new VekhaProcess(database.Folder, database.Address);
        await first.StartAndDie(place);

        await second.Start();
        await database.Becomes("SELECT count(*) FROM cascades WHERE state = 'Done'", 1);
        (await database.Number("SELECT count(*) FROM assignments WHERE parent_id IS NOT NULL")).ShouldBe(Units);
        (await database.Number("SELECT count(DISTINCT organisation_id) FROM assignments WHERE parent_id IS NOT NULL")).ShouldBe(Units);
        (await database.Number("SELECT made FROM cascades")).ShouldBe(Units);
    }

    private static async Task<SeedingApp> Opened(TestDatabase database)
    {
        var app = new SeedingApp(database);
        await app.InitializeAsync();
        return app;
    }

    /// <summary>A region that hands one row down to all its districts; the button has been pressed, nothing is made yet.</summary>
    private static async Task Started(VekhaApp app)
    {
        var region = await app.Unit("Область");
        var units = Enumerable.Range(1, Units).Select(i => Organisation.Found($"Комитет образования № {i}", OrganisationKind.EducationAuthority, region)).ToList();
        var programme = new Programme("Каскад", region.Id, "область", DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, "План", new DateRange(new(2020, 8, 1), new(2020, 12, 31)));
        var row = plan.AddMeasure(null, "1", "Отчёт районов");
        row.Deadlines = [new Deadline.By(new(2020, 12, 15))];
        row.AddExecutor("Районы области", ExecutorKind.Class);
        var made = plan.Approve(new(new(2020, 8, 17), "Глава", "И.И. Выдумкин", null), programme.Policy.Calendar(), programme.Policy, new(2020, 8, 17, 9, 0, 0, TimeSpan.Zero), Guid.NewGuid());
        await app.Keep([.. units, programme, plan, .. made]);
        var cascade = new Cascade(plan, 5, [new("Районы области", [row.Id], [.. units.Select(u => u.Id)], [.. units.Select(u => u.Id)])], Guid.NewGuid(), app.Clock.GetUtcNow());
        cascade.Start(Units);
        await app.Keep(cascade);
    }

    private sealed class SeedingApp(TestDatabase database) : VekhaApp(database.Engine, database);
}
