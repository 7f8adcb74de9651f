using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;

namespace Vekha.Web.Tests.Harness;

/// <summary>An installation with the examples: loaded once a run for each engine, on the day the tests' clock begins with, and copied from then on.</summary>
public static class ExampleDatabase
{
    private static readonly IReadOnlyDictionary<Engine, Lazy<Task<TestDatabase>>> Loaded =
        Enum.GetValues<Engine>().ToDictionary(e => e, e => new Lazy<Task<TestDatabase>>(() => Load(e)));

    /// <summary>Database, files and keys of one's own.</summary>
    public static async Task<TestDatabase> Copy(Engine engine) => await (await Loaded[engine].Value).Copy();

    private static async Task<TestDatabase> Load(Engine engine)
    {
        var database = await TestDatabase.Make(engine, isMigrated: false);
        await using var app = new Loader(database);
        await app.InitializeAsync();
        return database;
    }

    private sealed class Loader(TestDatabase database) : VekhaApp(database.Engine, database)
    {
        protected override bool WithExamples => true;

        // Real processes work on copies too: a password sealed more cheaply than they do would be sealed anew at each sign-in and end other sessions.
        protected override void Configure(IServiceCollection services) => services.Configure<PasswordHasherOptions>(o => o.IterationCount = new PasswordHasherOptions().IterationCount);
    }
}
