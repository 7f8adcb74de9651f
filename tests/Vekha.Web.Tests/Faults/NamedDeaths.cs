using System.Diagnostics;
using System.Net;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Faults;

/// <summary>
/// The program is killed with -9 at named places of its work, before and after each save; started again it has neither lost
/// what it acknowledged nor done anything twice. <c>./run test --faults</c> goes through every place on both databases.
/// </summary>
public sealed class NamedDeaths
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Engine, string> Readers() => Places.Of((Engine.Sqlite, "import.saving"), "import.taken", "import.saving", "import.saved");

    public static TheoryData<Engine, string> Senders() => Places.Of((Engine.Postgres, "report.saved"), "file.kept", "report.saving", "report.saved");

    public static TheoryData<Engine, string> Rounds() => Places.Of((Engine.Sqlite, "reminders.saving:2"), "reminders.saving:1", "reminders.saved:1", "reminders.saving:2", "reminders.saved:3");

    [Theory, MemberData(nameof(Readers))]
    public async Task A_document_is_read_once_wherever_its_reader_dies(Engine engine, string place)
    {
        await using var database = await ExampleDatabase.Copy(engine);
        await using var process = new VekhaProcess(database.Folder, database.Address);
        var before = await database.Number("SELECT count(*) FROM imports");
        await process.Start(place);
        var office = await VekhaProcess.Visitor(process).SignIn("zotova", ExamplePeople.Password);
        var sample = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples/petrovsky-mediaplan.docx"), Cancel);
        var upload = (await office.Open("/desk/import")).Form("#upload").Set("NewProgramme", "Медиаплан ещё раз").Attach("file", "медиаплан.docx", sample);
        var acknowledged = (await upload.SubmitOnce()).StatusCode == HttpStatusCode.Redirect;
        acknowledged.ShouldBeTrue();
        await process.Death();

        await process.Start();
        await database.Becomes("SELECT count(*) FROM imports WHERE state = 'Reading'", 0);
        (await database.Number("SELECT count(*) FROM imports")).ShouldBe(before + 1);
        (await database.Number("SELECT rows FROM imports WHERE file_name = 'медиаплан.docx' AND state = 'Ready'")).ShouldBe(19);
        (await database.Number("SELECT count(*) FROM journal WHERE verb = 'документ загружен'")).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Senders))]
    public async Task A_report_is_sent_once_wherever_the_answer_breaks_off(Engine engine, string place)
    {
        await using var database = await ExampleDatabase.Copy(engine);
        await using var process = new VekhaProcess(database.Folder, database.Address);
        var before = await database.Number("SELECT count(*) FROM reports");
        await process.Start(place);
        var education = await VekhaProcess.Visitor(process).SignIn("gromova", ExamplePeople.Password);
        var form = (await education.Open("/desk/my")).Form("Отправить на проверку").Set("Text", "Перечень школ составлен").Set("FactOn", "30.10.2020")
            .Set("LateReason", "Болезнь исполнителя").Set("LateKind", "ждали согласования или ответа").Attach("Proof", "Перечень.docx", "proof"u8.ToArray());
        await Should.ThrowAsync<HttpRequestException>(form.SubmitOnce);
        await process.Death();
        (await database.Number("SELECT count(*) FROM reports")).ShouldBe(before + (place == "report.saved" ? 1 : 0));

        await process.Start();
        // Nobody told her whether it came through: she presses again.
        (await form.SubmitOnce()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await database.Number("SELECT count(*) FROM reports")).ShouldBe(before + 1);
        (await database.Number("SELECT count(*) FROM report_files f JOIN reports r ON r.id = f.report_id WHERE r.text = 'Перечень школ составлен'")).ShouldBe(1);
        (await database.Number("SELECT count(*) FROM journal WHERE verb = 'отчёт сдан'")).ShouldBe(1);
        Directory.GetFiles(Path.Combine(database.Folder, "files"), "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Rounds))]
    public async Task Nobody_is_forgotten_or_told_twice_wherever_the_round_dies(Engine engine, string place)
    {
        await using var database = await ExampleDatabase.Copy(engine);
        await using var process = new VekhaProcess(database.Folder, database.Address);
        await process.StartAndDie(place);
        await process.Start();
        await database.Becomes("SELECT count(*) FROM jobs WHERE name = 'reminders' AND holder IS NULL AND failures = 0 AND result IS NOT NULL", 1);
        var told = await database.Number("SELECT count(*) FROM notices");
        told.ShouldBeGreaterThan(5);
        await process.Stop();

        // A round that has lost its memory of being done finds nothing to add.
        await database.Number("DELETE FROM reminder_rounds");
        await database.Number("UPDATE jobs SET next_at = '2020-01-01 00:00:00', result = NULL WHERE name = 'reminders'");
        await process.Start();
        await database.Becomes("SELECT count(*) FROM jobs WHERE name = 'reminders' AND holder IS NULL AND result IS NOT NULL", 1);
        (await database.Number("SELECT count(*) FROM notices")).ShouldBe(told);
    }
}

/// <summary>Places to die at and what to look for afterwards, past the program itself.</summary>
internal static class Places
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("VEKHA_FAULTS") == "1";

    // A lease of half a minute, a look every ten seconds, and a machine that is busy with other tests.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Every place on both databases in the full form, one of them in the short.</summary>
    public static TheoryData<Engine, string> Of((Engine Engine, string Place) brief, params string[] all)
    {
        var data = new TheoryData<Engine, string>();
        foreach (var (engine, place) in IsFull ? all.SelectMany(p => Enum.GetValues<Engine>().Select(e => (e, p))) : [brief]) data.Add(engine, place);
        return data;
    }

    extension(TestDatabase database)
    {
        public async Task<long> Number(string sql)
        {
            await using var connection = database.Source.NewConnection();
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L);
        }

        /// <summary>Waits until a count is as it should be: taken over within a minute of the death.</summary>
        public async Task Becomes(string sql, long wanted, TimeSpan? within = null)
        {
            var patience = Stopwatch.StartNew();
            while (await database.Number(sql) != wanted)
            {
                patience.Elapsed.ShouldBeLessThan(within ?? Patience, sql);
                await Task.Delay(200);
            }
        }
    }
}
