using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vekha.Web.Data;

namespace Vekha.Web.Tests.Harness;

/// <summary>
/// The whole application over a database of its own. One per test class and engine:
/// <code>
/// public abstract class PlanPages(VekhaApp app) { [Fact] public async Task …() { … } }
/// public sealed class PlanPagesOnSqlite(SqliteApp app) : PlanPages(app), IClassFixture&lt;SqliteApp&gt;;
/// public sealed class PlanPagesOnPostgres(PostgresApp app) : PlanPages(app), IClassFixture&lt;PostgresApp&gt;;
/// </code>
/// </summary>
/// <param name="engine">Which database.</param>
/// <param name="shared">The database of another instance: two of them then do one installation's work.</param>
public abstract class VekhaApp(Engine engine, TestDatabase? shared = null) : WebApplicationFactory<Program>, IAsyncLifetime
{
    private TestDatabase? database;

    public Engine Engine => engine;

    /// <summary>The clock of the application: stands still at noon in Moscow until a test moves it.</summary>
    public TestClock Clock { get; } = new(new DateTimeOffset(2020, 11, 2, 12, 0, 0, TimeSpan.FromHours(3)));

    /// <summary>True loads the example programmes and the demo accounts.</summary>
    protected virtual bool WithExamples => false;

    /// <summary>True lets jobs run by themselves; otherwise a test says when.</summary>
    protected virtual bool WithJobs => false;

    public TestDatabase Database => database!;

    public async ValueTask InitializeAsync()
    {
        database = shared ?? (WithExamples ? await ExampleDatabase.Copy(engine) : await TestDatabase.Make(engine));
        _ = Services;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is not null && shared is null) await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("data", Database.Folder);
        if (Database.Address is { } address) builder.UseSetting("database", address);
        if (!WithExamples) builder.UseSetting("empty", "true");
        if (!WithJobs) builder.UseSetting("jobs", "off");
        builder.UseSetting("port", "0");
        // The server of the tests has no limit of a request to set and says so each time.
        builder.ConfigureLogging(log => log.ClearProviders().SetMinimumLevel(LogLevel.Error).AddConsole()
            .AddFilter("Microsoft.AspNetCore.Mvc.Filters", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Error));
        builder.UseWebRoot(Path.Combine(Repository.Root, "src/Vekha.Web/wwwroot"));
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            // The real cost of a password is some fifty milliseconds: nothing here measures it.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 10);
            Configure(services);
        });
    }

    /// <summary>For a class that needs something else put in place.</summary>
    protected virtual void Configure(IServiceCollection services) { }

    /// <summary>Where a real browser finds the application: the first caller of a class makes it listen.</summary>
    public Uri ListeningAt() => ClientOptions.BaseAddress;

    /// <summary>Somebody who has not signed in.</summary>
    public Visitor Guest() => new(this);

    /// <summary>Works with the database and services as the application does, in one scope.</summary>
    public async Task<T> Do<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task Do(Func<IServiceProvider, Task> work) => Do(async s =>
    {
        await work(s);
        return 0;
    });

    /// <summary>Reads from the database: <c>await app.Read(db => db.People.CountAsync())</c>.</summary>
    public Task<T> Read<T>(Func<VekhaDb, Task<T>> query) => Do(s => query(s.GetRequiredService<VekhaDb>()));

    /// <summary>Puts entities in: <c>await app.Keep(organisation, person)</c>.</summary>
    public Task Keep(params object[] entities) => Do(async s =>
    {
        var db = s.GetRequiredService<VekhaDb>();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    });
}

public sealed class SqliteApp() : VekhaApp(Engine.Sqlite);

public sealed class PostgresApp() : VekhaApp(Engine.Postgres);

/// <summary>With the example programmes and the demo accounts.</summary>
public sealed class SqliteExamplesApp() : VekhaApp(Engine.Sqlite)
{
    protected override bool WithExamples => true;
}

/// <inheritdoc cref="SqliteExamplesApp"/>
public sealed class PostgresExamplesApp() : VekhaApp(Engine.Postgres)
{
    protected override bool WithExamples => true;
}

/// <summary>A clock that stands where a test puts it.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public void Set(DateTimeOffset moment) => now = moment;

    public void Advance(TimeSpan step) => now += step;
}

/// <summary>Where the sources of this checkout are.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Vekha.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests run inside a checkout of Vekha.");
    }
}
