using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Npgsql;
using Vekha.Web.Data;

namespace Vekha.Benchmarks;

/// <summary>Everybody registers at once: 10,000 people for 30 places from 100 connections, over the public form.</summary>
internal sealed partial class EventsBench(string root, string? postgres)
{
    private const int People = 10_000;
    private const int Places = 30;
    private const int Connections = 100;

    private readonly string web = Path.Combine(root, "src/Vekha.Web/bin/Release/net10.0/Vekha.Web.dll");

    public async Task Run()
    {
        SqliteLoader.EnsureLoaded();
        await On(null);
        if (postgres is not null) await On(postgres);
    }

    private async Task On(string? server)
    {
        var folder = Directory.CreateTempSubdirectory("vekha-bench-").FullName;
        var name = $"vekha_bench_events_{Environment.ProcessId}";
        if (server is not null) await Tell(DataSource.PostgresServer(server), $"CREATE DATABASE {name}");
        var source = server is null ? DataSource.SqliteFile(Path.Combine(folder, "vekha.db"))
            : new DataSource(Engine.Postgres, new NpgsqlConnectionStringBuilder(DataSource.PostgresServer(server).ConnectionString) { Database = name }.ToString());
        try
        {
            using var process = await Server.Start(web, port => ["--port", $"{port}", "--data", folder, "--jobs", "off", .. server is null ? Array.Empty<string>() : ["--database", source.ConnectionString]]);
            Console.WriteLine($"\n{(server is null ? "SQLite" : "PostgreSQL")}: {People:N0} registrations for {Places} places from {Connections} connections");
            await Measure(process, source);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            NpgsqlConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            if (server is not null) await Tell(DataSource.PostgresServer(server), $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private static async Task Measure(Server server, DataSource source)
    {
        // A seminar of the examples that is still to come, as empty as it was before anybody registered.
        const string Coming = "(SELECT id FROM events WHERE state = 'Appointed' AND title LIKE '%одной улицы%')";
        await Tell(source, $"UPDATE event_seats SET places = {Places}, taken = 0, waiting = 0, turns = 0 WHERE event_id IN {Coming}");
        await Tell(source, $"UPDATE events SET per_address = NULL WHERE id IN {Coming}");
        var seminar = Guid.Parse($"{await Ask(source, $"SELECT id FROM events WHERE id IN {Coming}")}");
        await Register(server, seminar, 200, "warm");
        await Tell(source, $"DELETE FROM event_registrations WHERE event_id IN {Coming}");
        await Tell(source, $"UPDATE event_seats SET taken = 0, waiting = 0, turns = 0 WHERE event_id IN {Coming}");

        var (before, watch) = (server.Cpu(source), Stopwatch.StartNew());
        var answers = await Register(server, seminar, People, "person");
        var (cpu, seconds) = ((server.Cpu(source).Web - before.Web).TotalMilliseconds / People, watch.Elapsed.TotalSeconds);
        answers.Sort();
        Console.WriteLine($"  {seconds,6:N1} s in all, {People / seconds,5:N0} a second, {cpu,5:N2} ms of processor a registration with the page that follows it");
        Console.WriteLine($"  an answer within {answers[People / 2],5:N0} ms for half, {answers[People * 99 / 100],5:N0} ms for 99 of 100, {answers[^1],5:N0} ms at most");
        Console.WriteLine($"  places taken {await Ask(source, $"SELECT taken FROM event_seats WHERE event_id IN {Coming}")}, waiting {await Ask(source, $"SELECT waiting FROM event_seats WHERE event_id IN {Coming}")}, "
            + $"placed rows {await Ask(source, $"SELECT count(*) FROM event_registrations WHERE event_id IN {Coming} AND state = 'Placed' AND turn <= {Places}")}, "
            + $"rows in line {await Ask(source, $"SELECT count(DISTINCT turn) FROM event_registrations WHERE event_id IN {Coming} AND state = 'Waiting' AND turn > {Places}")}");
    }

    private static async Task<List<double>> Register(Server server, Guid seminar, int people, string who)
    {
        var (next, times) = (0, new System.Collections.Concurrent.ConcurrentBag<double>());
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            using var guest = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(10) };
            var page = await guest.GetStringAsync($"/events/{seminar}");
            var form = page[page.IndexOf("<form method=\"post\"", StringComparison.Ordinal)..];
            string Value(string name) => WebUtility.HtmlDecode(Regex.Match(form, $"name=\"{name}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value);
            var (token, purposes) = (Value("__RequestVerificationToken"), Agreed().Matches(form).Select(m => m.Groups[1].Value).ToList());
            for (var i = Interlocked.Increment(ref next); i <= people; i = Interlocked.Increment(ref next))
            {
                List<KeyValuePair<string, string>> fields = [new("__RequestVerificationToken", token), new("__key", Guid.NewGuid().ToString("N")), new("Input.Name", $"Участник {i}"), new("Input.Email", $"{who}{i}@town.example"),
                    new("Input.Age", "Grown"), new("Input.Children", "0"), .. purposes.Select(p => KeyValuePair.Create("agreed", p))];
                var watch = Stopwatch.StartNew();
                using var answer = await guest.PostAsync($"/events/{seminar}", new FormUrlEncodedContent(fields));
                times.Add(watch.Elapsed.TotalMilliseconds);
                if (answer.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"Registration {i}: {answer.StatusCode}");
            }
        }));
        return [.. times];
    }

    private static async Task Tell(DataSource source, string words)
    {
        await using var connection = source.NewConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = words;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> Ask(DataSource source, string words)
    {
        await using DbConnection connection = source.NewConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = words;
        return await command.ExecuteScalarAsync();
    }

    [GeneratedRegex("name=\"agreed\" value=\"([^\"]+)\"")]
    private static partial Regex Agreed();
}
