using System.Diagnostics;
using System.Reflection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;

namespace Vekha.Benchmarks;

/// <summary>The web application as a process on a large town, beside a bare endpoint that reads the same fifty rows.</summary>
internal sealed class BoardBench(string root, BoardOptions options)
{
    private readonly string web = Path.Combine(root, "src/Vekha.Web/bin/Release/net10.0/Vekha.Web.dll");

    public async Task Run()
    {
        SqliteLoader.EnsureLoaded();
        foreach (var size in options.Sizes)
        {
            if (options.Only is null or "sqlite") await On(size, null);
            if (options.Only is null or "postgres" && options.Postgres is not null) await On(size, options.Postgres);
        }
    }

    private Task On(int size, string? postgres) => BenchDatabase.Use(postgres, $"{size}", async (source, words) =>
    {
        Console.WriteLine($"\n{(postgres is null ? "SQLite" : "PostgreSQL")}, {size:N0} assignments");
        using (await Server.Start(web, words)) { }
        var town = await Fill(source, size);
        await Measure(source, words, town);
    });

    private static async Task<LargeTown> Fill(DataSource source, int size)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = source.NewConnection();
        await connection.OpenAsync();
        var town = new LargeTown(connection, size);
        await town.Fill();
        Console.WriteLine($"  filled in {watch.Elapsed.TotalSeconds:N0} s");
        return town;
    }

    private async Task Measure(DataSource source, Func<int, string[]> words, LargeTown town)
    {
        double best = double.MaxValue;
        for (var i = 0; i < 3; i++)
            using (var cold = await Server.Start(web, words)) best = Math.Min(best, cold.Started.TotalSeconds);
        using var server = await Server.Start(web, words);
        Console.WriteLine($"  cold start to the first page: {best:N2} s; memory after it {server.Memory() / 1048576} MB");
        using var bare = await Server.Start(Assembly.GetExecutingAssembly().Location, port => ["bare", source.Engine.ToString(), source.ConnectionString, $"{port}"]);
        var least = await bare.Measure("/", options.Requests * 3);
        Say("bare endpoint, the same 50 rows", least, least.Cpu);
        await server.SignIn("zotova", ExamplePeople.Password);
        foreach (var (what, address) in new[]
        {
            ("«Просрочено», 50 rows", "/desk/control/overdue"),
            ("one assignment", $"/desk/control/assignment/{town.Assignment}"),
            ("the board of a programme", $"/desk/control/{town.Programme}"),
            ("the plan, 200 measures", $"/desk/plans/plan/{town.Plan}"),
        })
            Say(what, await server.Measure(address, options.Requests), least.Cpu);
        await server.SignIn("gromova", ExamplePeople.Password);
        Say("«Мои мероприятия» of a unit", await server.Measure("/desk/my", options.Requests), least.Cpu);
        Console.WriteLine($"  memory at the end {server.Memory() / 1048576} MB");
    }

    private static void Say(string what, (double Cpu, double Wall, int Bytes) one, double least) =>
        Console.WriteLine($"  {what}: {one.Cpu:N2} ms of processor a request, {one.Cpu / least:N1} × bare; {one.Wall:N2} ms by the clock; {one.Bytes / 1024} KB");
}
