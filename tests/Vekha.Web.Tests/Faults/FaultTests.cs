using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Faults;

/// <summary>
/// What was acknowledged is never lost and never done twice, whatever dies. A short form of each runs with the tests;
/// <c>./run test --faults</c> makes it long.
/// </summary>
public sealed class FaultTests
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("VEKHA_FAULTS") == "1" ? 12 : 2;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Killed_at_any_moment_it_keeps_what_it_acknowledged_and_does_nothing_twice(Engine engine)
    {
        await using var database = await ExampleDatabase.Copy(engine);
        await using var process = await new VekhaProcess(database.Folder, database.Address).Start();
        var admin = await VekhaProcess.Visitor(process).SignIn("admin", ExamplePeople.Password);
        var sent = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            // At any moment of the third form or later, however fast the machine is.
            var warm = new TaskCompletionSource();
            var killing = Task.Run(async () =>
            {
                await warm.Task;
                await Task.Delay(Random.Shared.Next(0, 400), Cancel);
                process.Kill();
            }, Cancel);
            var done = 0;
            Form? last = null;
            try
            {
                for (; ; last = null)
                {
                    var name = $"Отдел {round}-{sent.Count}";
                    last = Founding(await admin.Open("/desk/accounts/organisations/edit"), name);
                    sent.Add(name);
                    (await last.SubmitOnce()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
                    if (++done == 2) warm.TrySetResult();
                }
            }
            catch (HttpRequestException) { }
            await killing;
            await process.Start();
            // The person presses the same button again: the form that was not answered is done once.
            if (last is not null) (await last.SubmitOnce()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            else if (sent.Count > 0 && !await Exists(database, sent[^1])) sent.RemoveAt(sent.Count - 1);
        }
        sent.Count.ShouldBeGreaterThan(Rounds);
        (await Named(database)).ShouldBe(sent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Instances_are_restarted_one_by_one_and_nobody_notices()
    {
        await using var database = await ExampleDatabase.Copy(Engine.Postgres);
        await using var one = await new VekhaProcess(database.Folder, database.Address).Start();
        await using var two = await new VekhaProcess(database.Folder, database.Address).Start();
        var stop = false;
        var seen = 0;
        var people = Enumerable.Range(0, 3).Select(async _ =>
        {
            // Signed in at whichever answers first, served by both: the keys of sessions are shared.
            var office = await VekhaProcess.Visitor(one, two).SignIn("zotova", ExamplePeople.Password);
            while (!Volatile.Read(ref stop))
            {
                (await office.Open("/desk")).Status.ShouldBe(HttpStatusCode.OK);
                (await office.Open("/desk/plans")).Status.ShouldBe(HttpStatusCode.OK);
                Interlocked.Increment(ref seen);
            }
        }).ToArray();
        for (var round = 0; round < Rounds / 2; round++)
        {
            await one.Stop();
            await one.Start();
            await two.Stop();
            await two.Start();
        }
        Volatile.Write(ref stop, true);
        await Task.WhenAll(people);
        seen.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task The_database_server_is_restarted_under_load_and_people_are_told_to_press_again()
    {
        var (folder, address) = await PrivateServer();
        var data = Directory.CreateTempSubdirectory("vekha-fault-").FullName;
        try
        {
            await using var process = await new VekhaProcess(data, address).Start();
            var admin = await VekhaProcess.Visitor(process).SignIn("admin", ExamplePeople.Password);
            var answers = new List<HttpStatusCode>();
            var sent = new List<string>();
            var restarting = Task.Run(async () =>
            {
                await Task.Delay(500, Cancel);
                await Script("restart", folder);
            }, Cancel);
            for (var patience = Stopwatch.StartNew(); !restarting.IsCompleted || patience.Elapsed < TimeSpan.FromSeconds(6);)
            {
                var page = await admin.Open("/desk/accounts/organisations/edit");
                answers.Add(page.Status);
                if (page.Status != HttpStatusCode.OK) continue;
                var name = $"Отдел {sent.Count}";
                var answer = await Founding(page, name).SubmitOnce();
                answers.Add(answer.StatusCode);
                if (answer.StatusCode == HttpStatusCode.Redirect) sent.Add(name);
            }
            await restarting;
            answers.ShouldNotContain(HttpStatusCode.InternalServerError, process.Said);
            answers[^1].ShouldBe(HttpStatusCode.Redirect, "after the restart work goes on");
            var kept = await Named(DataSource.PostgresServer(address));
            sent.Except(kept).ShouldBeEmpty("an acknowledged write was lost");
        }
        finally
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await Script("stop", folder);
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task A_full_disk_is_said_in_words_and_leaves_no_orphan()
    {
        var disk = Directory.CreateTempSubdirectory("vekha-disk-").FullName;
        if (!OperatingSystem.IsLinux() || await Run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk) != 0) Assert.Skip("Needs the right to mount a small disk.");
        await using var database = await ExampleDatabase.Copy(Engine.Postgres);
        try
        {
            await using var process = await new VekhaProcess(disk, database.Address).Start();
            var office = await VekhaProcess.Visitor(process).SignIn("zotova", ExamplePeople.Password);
            var before = Directory.GetFiles(disk, "*", SearchOption.AllDirectories).Length;
            var page = await (await office.Open("/desk/import")).Form(".v-drop, form[enctype]").Attach("File", "план.docx", new byte[4 * 1024 * 1024]).Submit();
            page.Text.ShouldContain("кончилось место");
            Directory.GetFiles(disk, "*", SearchOption.AllDirectories).Length.ShouldBe(before);
            (await office.Open("/desk")).Status.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            await Run("umount", disk);
        }
    }

    private static Form Founding(Page page, string name) =>
        page.Form().Set("Name", name).Set("ParentId", page.Document.QuerySelectorAll("select[name$=ParentId] option").Select(o => o.GetAttribute("value")).First(v => v?.Length > 0));

    private static async Task<bool> Exists(TestDatabase database, string name) => (await Named(database)).Contains(name);

    private static Task<List<string>> Named(TestDatabase database) => Named(database.Source);

    private static async Task<List<string>> Named(DataSource source)
    {
        await using var connection = source.NewConnection();
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM organisations WHERE name LIKE 'Отдел %-%' OR name LIKE 'Отдел _' OR name LIKE 'Отдел __' OR name LIKE 'Отдел ___'";
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var names = new List<string>();
        while (await reader.ReadAsync(Cancel)) names.Add(reader.GetString(0));
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static async Task<(string Folder, string Address)> PrivateServer()
    {
        var said = await Script("start");
        return (said[(said.LastIndexOf(' ') + 1)..].Trim(), said.Split('\'')[1] + ";Timeout=5");
    }

    private static async Task<string> Script(params string[] words)
    {
        using var script = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "scripts/postgres.sh"), words)
        {
            RedirectStandardOutput = true,
            // The server is stopped as by a power cut: what it acknowledged must have reached the system.
            Environment = { ["VEKHA_POSTGRES_OPTIONS"] = "-c synchronous_commit=on" },
        })!;
        var said = words[0] == "start" ? await script.StandardOutput.ReadLineAsync(Cancel) : "";
        await script.WaitForExitAsync(Cancel);
        return said ?? "";
    }

    private static async Task<int> Run(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
