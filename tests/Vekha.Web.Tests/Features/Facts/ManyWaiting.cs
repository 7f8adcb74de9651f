using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Facts;

/// <summary>An event that many assignments wait for moves all of them in one save: all or none.</summary>
public abstract class ManyWaiting(VekhaApp app)
{
    private const int Many = 230;

    private Task<Programme> Make() => Make(app);

    internal static async Task<Programme> Make(VekhaApp app)
    {
        app.Clock.Set(new(2020, 11, 2, 12, 0, 0, TimeSpan.FromHours(3)));
        var town = await app.Unit();
        var programme = new Programme("Благоустройство", town.Id, "город", DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, "План мероприятий", new DateRange(new(2020, 8, 1), new(2021, 12, 31)));
        var row = plan.AddMeasure(null, "2", "Отчёты о завершении");
        (row.DeadlineText, row.EveryExecutorAnswers) = ("30 дней со дня завершения проекта", true);
        row.Deadlines = [new Deadline.Relative(30, OffsetUnit.CalendarDay, OffsetDirection.After, "завершения проекта", OffsetLimit.NotLater)];
        for (var i = 0; i < Many; i++) row.AddExecutor($"Отдел № {i + 1}", ExecutorKind.Organisation);
        var made = plan.Approve(new(new(2020, 8, 17), "Глава", "И.И. Выдумкин", null), programme.Policy.Calendar(), programme.Policy, new(2020, 8, 17, 9, 0, 0, TimeSpan.Zero), Guid.NewGuid());
        await app.Keep([programme, plan, .. made]);
        return programme;
    }

    private Task Reach(Programme programme, DateOnly day) => app.Do(async s =>
    {
        var db = s.GetRequiredService<VekhaDb>();
        await s.GetRequiredService<AnchorBook>().Reach(programme.Id, "завершение проекта", day, new("test", Guid.NewGuid(), "Акт приёмки", null));
        await db.SaveChangesAsync();
    });

    private Task<List<(DateOnly? Control, int Version, int Changes)>> Stand(Programme programme) => app.Read(async db =>
        (await db.Assignments.AsNoTracking().Include(a => a.TermChanges).Where(a => a.ProgrammeId == programme.Id).ToListAsync()).Select(a => (a.Control, a.Version, a.TermChanges.Count)).Distinct().ToList());

    private Task<int> Counted(Programme programme, DateOnly day) => app.Read(db => db.DueTallies.Where(t => t.ProgrammeId == programme.Id && t.Day == day && t.Kind == DueTally.Due).SumAsync(t => t.Count));

    [Fact]
    public async Task Two_hundred_assignments_move_with_their_history_and_their_counts()
    {
        var programme = await Make();
        (await Stand(programme)).ShouldBe([(null, 1, 0)]);

        await Reach(programme, new(2020, 10, 1));
        (await Stand(programme)).ShouldBe([(new(2020, 10, 30), 2, 1)]);
        (await Counted(programme, new(2020, 10, 30))).ShouldBe(Many);

        await Reach(programme, new(2020, 10, 12));
        (await Stand(programme)).ShouldBe([(new(2020, 11, 11), 3, 2)]);
        (await Counted(programme, new(2020, 10, 30))).ShouldBe(0);
        (await Counted(programme, new(2020, 11, 11))).ShouldBe(Many);
        (await app.Read(db => db.Set<TermChange>().Where(c => db.Set<Assignment>().Any(a => a.Id == c.AssignmentId && a.ProgrammeId == programme.Id)).Select(c => c.Ground).Distinct().CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task One_that_somebody_has_changed_meanwhile_stops_them_all_and_nothing_is_half_written()
    {
        var programme = await Make();
        await Reach(programme, new(2020, 10, 1));
        var left = 0;

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => app.Do(async s =>
        {
            var db = s.GetRequiredService<VekhaDb>();
            await s.GetRequiredService<AnchorBook>().Reach(programme.Id, "завершение проекта", new(2020, 10, 12), new("test", Guid.NewGuid(), "Акт приёмки", null));
            await app.Do(async other => await other.GetRequiredService<VekhaDb>().Database.ExecuteSqlAsync($"UPDATE assignments SET version = 9 WHERE executor_name = 'Отдел № 100' AND programme_id = {programme.Id}"));
            try
            {
                await db.SaveChangesAsync();
            }
            finally
            {
                left = db.ChangeTracker.Entries<Assignment>().Count(e => e.State == EntityState.Modified) + db.ChangeTracker.Entries<TermChange>().Count(e => e.State == EntityState.Added);
            }
        }));

        left.ShouldBe(2 * Many, "the context knows what was to be saved");
        (await Stand(programme)).Select(a => (a.Control, a.Changes)).Distinct().ShouldBe([(new DateOnly(2020, 10, 30), 1)]);
        (await Counted(programme, new(2020, 10, 30))).ShouldBe(Many);
    }
}

/// <summary>How many statements that takes.</summary>
public abstract class ManyWaitingStatements(CountedApp app)
{
    [Fact]
    public async Task No_assignment_is_written_by_a_statement_of_its_own()
    {
        var programme = await ManyWaiting.Make(app);
        await app.Do(async s =>
        {
            await s.GetRequiredService<AnchorBook>().Reach(programme.Id, "завершение проекта", new(2020, 10, 1), new("test", Guid.NewGuid(), "Акт приёмки", null));
            app.Statements.Forget();
            await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
        });
        // Those that go together pass by the mapper, whose statements are counted here.
        app.Statements.All.Where(s => s.Text.Contains("UPDATE \"assignments\"", StringComparison.Ordinal) || s.Text.Contains("UPDATE assignments", StringComparison.Ordinal) || s.Text.Contains("term_changes", StringComparison.Ordinal)).Select(s => s.Text).ShouldBeEmpty();
    }
}

public sealed class ManyWaitingStatementsOnSqlite(CountedSqliteApp app) : ManyWaitingStatements(app), IClassFixture<CountedSqliteApp>;

public sealed class ManyWaitingStatementsOnPostgres(CountedPostgresApp app) : ManyWaitingStatements(app), IClassFixture<CountedPostgresApp>;

public sealed class ManyWaitingOnSqlite(SqliteApp app) : ManyWaiting(app), IClassFixture<SqliteApp>;

public sealed class ManyWaitingOnPostgres(PostgresApp app) : ManyWaiting(app), IClassFixture<PostgresApp>;
