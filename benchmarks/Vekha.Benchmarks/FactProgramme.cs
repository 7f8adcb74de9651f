using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;

namespace Vekha.Benchmarks;

/// <summary>A programme with a registry of 2,000 clubs, many facts of them and 100 assignments that wait for an event.</summary>
internal sealed class FactProgramme(DataSource source, int size)
{
    private const int Objects = 2000, Waiting = 100;

    private readonly DateOnly today = DateOnly.FromDateTime(DateTime.Today);
    private readonly Guid[] objects = [.. Enumerable.Range(0, Objects).Select(_ => Guid.CreateVersion7())];

    public Guid Programme { get; } = Guid.CreateVersion7();
    public Guid Plan { get; } = Guid.CreateVersion7();
    public Guid Counted { get; } = Guid.CreateVersion7();
    public DateRange Span => new(today.AddDays(-364), today.AddDays(60));

    /// <summary>The fact to record, every time another one.</summary>
    public FactEntry Entry(int i, string? reaches) => new()
    {
        ProgrammeId = Programme, MeasureId = Counted, Kind = "мероприятие", Day = today.AddDays(-(i % 300)), Title = $"Занятие {reaches is null} {i}", ObjectId = objects[i * 7 % Objects], ObjectName = "Клуб",
        Source = new("event", Guid.CreateVersion7()), Reaches = reaches is null ? null : reaches,
    };

    public async Task Fill()
    {
        var watch = Stopwatch.StartNew();
        await using var connection = source.NewConnection();
        await connection.OpenAsync();
        Task Write(string table, string[] columns, IEnumerable<object?[]> rows) => Bulk.Write(connection, table, columns, rows);
        var (now, waiting) = (DateTimeOffset.UtcNow, Guid.CreateVersion7());
        var town = await One(connection, "SELECT id FROM organisations WHERE name = 'Администрация городского округа Химки'");
        var policy = await One(connection, "SELECT policy FROM programmes WHERE name = 'Краеведческий портал Химок'");
        await Write("programmes", ["id", "version", "name", "organisation_id", "territory", "policy", "is_public"], [[Programme, 1, "Клубы", Guid.Parse(town), "", policy, false]]);
        await Write("plans", ["id", "is_approved", "version", "programme_id", "title", "kind", "first_day", "last_day", "abbreviations", "notes"], [[Plan, true, 1, Programme, "План клубов", "roadmap", Span.First, Span.Last, "{}", "[]"]]);
        await Write("plan_versions", ["id", "plan_id", "number", "approved_on", "act", "post", "name", "text", "at", "by_id"], [[Guid.CreateVersion7(), Plan, 1, Span.First, "постановление № 1", "глава", "Л. Н. Глебова", "{}", now, Guid.Empty]]);
        string[] measure = ["id", "plan_id", "position", "number", "code", "title", "deadline_text", "deadlines", "counts_from_event", "deadline_class", "deadline_inherited", "every_executor_answers", "norms", "fields"];
        var relative = JsonSerializer.Serialize<Deadline[]>([new Deadline.Relative(30, OffsetUnit.CalendarDay, OffsetDirection.After, "завершения проекта", OffsetLimit.NotLater)]);
        await Write("measures", measure, [[Counted, Plan, 0, "1", "1", "Мероприятия в клубах", "до 1 октября", "[]", false, "Plan", false, true, "[]", "{}"], [waiting, Plan, 1, "2", "2", "Отчёты о завершении", "30 дней со дня завершения проекта", relative, true, "Plan", false, true, "[]", "{}"]]);
        var executors = Enumerable.Range(0, Waiting).Select(i => (Id: Guid.CreateVersion7(), Position: i, Name: $"Отдел № {i + 1}")).ToArray();
        await Write("measure_executors", ["id", "measure_id", "position", "name", "kind", "by_consent"], executors.Select(e => new object?[] { e.Id, waiting, e.Position, e.Name, "Organisation", false }));
        await Write("assignments", ["id", "version", "programme_id", "plan_id", "measure_id", "executor_id", "executor_name", "answers", "by_consent", "kind", "explanation", "why", "put_on_control_on", "phase"],
            executors.Select(e => new object?[] { Guid.CreateVersion7(), 1, Programme, Plan, waiting, e.Id, e.Name, true, false, "Waiting", "", "нельзя вычислить: нет дня завершения проекта", Span.First, "Open" }));
        await Write("fact_objects", ["id", "version", "programme_id", "kind", "kind_key", "kind_head", "name", "opened"], objects.Select((o, i) => new object?[] { o, 1, Programme, "клуб", CountedUnit.Key("клуб"), CountedUnit.Key("клуб"), $"Клуб {i + 1:0000}", Span.First }));
        var key = CountedUnit.Key("мероприятие");
        await Write("facts", ["id", "version", "programme_id", "plan_id", "measure_id", "kind", "kind_key", "kind_head", "day", "quantity", "title", "title_key", "object_id", "object_name", "source_kind", "source_id", "is_withdrawn", "at", "by_name"],
            Enumerable.Range(0, size).Select(i => new object?[] { Guid.CreateVersion7(), 1, Programme, Plan, Counted, "мероприятие", key, key, today.AddDays(-(i % 360)), 1L, $"Занятие клуба № {i}", $"занятие клуба {i}", objects[i % Objects], "Клуб", "event", Guid.CreateVersion7(), false, now, "Веха" }));
        await One(connection, connection is NpgsqlConnection ? "VACUUM ANALYZE" : "ANALYZE");
        Console.WriteLine($"  filled in {watch.Elapsed.TotalSeconds:N0} s");
    }

    private static async Task<string> One(DbConnection connection, string words)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (words, 600);
        return (await command.ExecuteScalarAsync())?.ToString() ?? "";
    }
}
