using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Data;

/// <summary>Many people save at the same moment: nothing is lost, nobody is told that the database is busy.</summary>
public abstract class WritersTests(VekhaApp app)
{
    [Fact]
    public async Task Eight_writers_with_two_rows_each_lose_nothing()
    {
        var parent = await app.Unit();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
                await app.Keep(Organisation.Found("А", OrganisationKind.Unit, parent), Organisation.Found("Б", OrganisationKind.Unit, parent));
        })));

        (await app.Read(db => db.Organisations.CountAsync(o => o.ParentId == parent.Id))).ShouldBe(400);
    }

    [Fact]
    public async Task Of_two_changes_over_the_same_version_the_second_fails_and_changes_nothing()
    {
        var unit = await app.Unit("Отдел до правки");
        await app.Do(async one => await app.Do(async two =>
        {
            var (a, b) = (one.GetRequiredService<VekhaDb>(), two.GetRequiredService<VekhaDb>());
            var mine = await a.Organisations.SingleAsync(o => o.Id == unit.Id);
            var theirs = await b.Organisations.SingleAsync(o => o.Id == unit.Id);
            mine.Describe("Первая правка", null, OrganisationKind.Unit, null);
            theirs.Describe("Вторая правка", null, OrganisationKind.Unit, null);
            await a.SaveChangesAsync();
            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => b.SaveChangesAsync());
        }));

        (await app.Read(db => db.Organisations.SingleAsync(o => o.Id == unit.Id))).ShouldSatisfyAllConditions(
            o => o.Name.ShouldBe("Первая правка"), o => o.Version.ShouldBe(2));
    }

    [Fact]
    public async Task Moments_come_back_in_UTC_and_compare_in_the_database()
    {
        var unit = await app.Unit();
        var evening = new DateTimeOffset(2020, 11, 2, 23, 30, 0, TimeSpan.FromHours(7));
        var person = Person.Hire("Временный Пётр", "", unit.Id);
        person.Grant(Role.Guest, unit.Id, evening);
        await app.Keep(person);

        var kept = await app.Read(db => db.People.Where(p => p.Id == person.Id).SelectMany(p => p.Roles).SingleAsync(r => r.GrantedAt > evening.AddMinutes(-1) && r.GrantedAt <= evening));

        kept.GrantedAt.ShouldBe(evening);
        kept.GrantedAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_second_account_for_a_login_is_known_as_a_duplicate()
    {
        var unit = await app.Unit();
        var people = new[] { Person.Hire("Один Иван", "", unit.Id), Person.Hire("Два Иван", "", unit.Id) };
        var accounts = people.Select(p => Account.For(p, "тот же")).ToList();
        accounts.ForEach(a => a.NormalizedLogin = "ТОТ ЖЕ");

        var failure = await Should.ThrowAsync<DbUpdateException>(() => app.Keep([.. accounts]));

        failure.IsDuplicate("accounts").ShouldBeTrue();
        failure.IsDuplicate("form_keys").ShouldBeFalse();
    }
}

public sealed class WritersOnSqlite(SqliteApp app) : WritersTests(app), IClassFixture<SqliteApp>;

public sealed class WritersOnPostgres(PostgresApp app) : WritersTests(app), IClassFixture<PostgresApp>;

public sealed class SqliteEngineTests
{
    [Fact]
    public async Task The_database_is_the_system_library_in_WAL_mode_with_full_text_search()
    {
        await using var database = await TestDatabase.Make(Engine.Sqlite);
        await using var connection = database.Source.NewConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        string Ask(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar()?.ToString() ?? "";
        }

        Ask("PRAGMA journal_mode").ShouldBe("wal");
        SqliteLoader.UsesFallback.ShouldBeFalse();
        Version.Parse(SqliteLoader.NativeVersion).ShouldBeGreaterThanOrEqualTo(new Version(3, 35));
        Ask("CREATE VIRTUAL TABLE t USING fts5(words); INSERT INTO t VALUES ('дорожная карта'); SELECT count(*) FROM t WHERE t MATCH 'карта'").ShouldBe("1");
    }
}
