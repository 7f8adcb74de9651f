using System.Diagnostics;
using System.Reflection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;

namespace Vekha.Benchmarks;

/// <summary>The web application as a process on a large region, beside a bare endpoint that reads the same fifty rows.</summary>
internal sealed class BoardBench(string root, BoardOptions options)
{
    private readonly string web = Path.Combine(root, "src/Vekha.Web/bin/Release/net10.0/Vekha.Web.dll");
    private readonly BoardFigures figures = new();

    public async Task Run()
    {
        SqliteLoader.EnsureLoaded();
        foreach (var size in options.Sizes)
        {
            if (options.Only is null or "sqlite") await On(size, null);
            if (options.Only is null or "postgres" && options.Postgres is not null) await On(size, options.Postgres);
        }
        figures.Print();
    }

    private Task On(int size, string? postgres) => BenchDatabase.Use(postgres, $"{size}", async (source, words) =>
    {
        var column = $"{(postgres is null ? "SQLite" : "PostgreSQL")} {size:N0}";
        Console.WriteLine($"\n{column}");
        if (options.Keep is null || postgres is not null || !File.Exists(Path.Combine(options.Keep, "filled")))
        {
            using (await Server.Start(web, words)) { }
            await Fill(source, size);
            if (options.Keep is not null) await File.WriteAllTextAsync(Path.Combine(options.Keep, "filled"), column);
        }
        await Measure(source, words, column);
    }, options.Keep);

    private static async Task Fill(DataSource source, int size)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = source.NewConnection();
        await connection.OpenAsync();
        var town = new LargeTown(connection, size);
        await town.Fill();
        Console.WriteLine($"  filled in {watch.Elapsed.TotalSeconds:N0} s; {await town.Sizes()}");
    }

    private async Task Measure(DataSource source, Func<int, string[]> words, string column)
    {
        // Jobs of the background are not part of a page: reminders about a million assignments would be counted as requests.
        using var server = await Server.Start(web, port => [.. words(port), "--jobs", "off"]);
        Console.WriteLine($"  from the start of the process to the first page: {server.Started.TotalSeconds:N2} s; memory after it {server.Memory() / 1048576} MB");
        using var bare = await Server.Start(Assembly.GetExecutingAssembly().Location, port => ["bare", source.Engine.ToString(), source.ConnectionString, $"{port}"]);
        figures.Note(column, "bare endpoint, the same 50 rows", await bare.Measure("/", options.Requests * 2, source, options.Warm));
        await server.SignIn("zotova", ExamplePeople.Password);
        foreach (var (what, address) in new[]
        {
            ("an empty page of the desk", "/desk/me"),
            ("«Просрочено», 50 rows", "/desk/control/overdue"),
            ("one assignment", $"/desk/control/assignment/{LargeTown.SomeAssignment}"),
            ("matrix, 18 territories × 34 measures", $"/desk/control/territories/{LargeTown.MatrixProgramme}"),
            ("board of a plan of 1,000 assignments", $"/desk/control/{LargeTown.SomeProgramme}?plan={LargeTown.SomePlan}"),
            ("the same plan with its timeline", $"/desk/plans/plan/{LargeTown.SomePlan}"),
            ("all programmes on control", "/desk/control"),
        })
            if (options.Page is null || what.Contains(options.Page, StringComparison.OrdinalIgnoreCase)) figures.Note(column, what, await server.Measure(address, options.Requests, source, options.Warm));
        await server.SignIn("gromova", ExamplePeople.Password);
        if (options.Page is null || "«Мои мероприятия»".Contains(options.Page, StringComparison.OrdinalIgnoreCase)) figures.Note(column, "«Мои мероприятия»", await server.Measure("/desk/my", options.Requests, source, options.Warm));
        Console.WriteLine($"  memory at the end {server.Memory() / 1048576} MB");
        if (options.Cascade) figures.Note(column, "cascade of 7 measures to 1,000 units, in all", await HandDown(words, source));
    }

    /// <summary>As a person does it: chooses the rows, looks at what is proposed, confirms, waits for the last one.</summary>
    private async Task<Figure> HandDown(Func<int, string[]> words, DataSource source)
    {
        using var server = await Server.Start(web, words);
        await server.SignIn("zotova", ExamplePeople.Password);
        var address = await server.Send($"/desk/cascade/choose/{LargeTown.CascadePlan}", "Measures", []);
        var (before, watch) = (server.Cpu(source), Stopwatch.StartNew());
        address = await server.Send(address, "units", [], handler: "Make");
        // Work behind the page is done by the same process when the page did not do it all.
        while (address.Contains("/preview/", StringComparison.Ordinal) && watch.Elapsed < TimeSpan.FromMinutes(2))
        {
            await Task.Delay(200);
            address = await server.Where(address);
        }
        var after = server.Cpu(source);
        return new((after.Web - before.Web).TotalMilliseconds, (after.Database - before.Database).TotalMilliseconds, watch.Elapsed.TotalMilliseconds, 0);
    }
}
