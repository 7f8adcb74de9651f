using System.Data.Common;
using Npgsql;

namespace Vekha.Benchmarks;

/// <summary>
/// A town with many assignments beside the examples: 40 programmes, plans of 1,000 assignments (200 measures, five executors
/// each), 2 % overdue, 10 % still to come, 1 % under check, the rest accepted; a unit for each 500 assignments.
/// </summary>
internal sealed class LargeTown(DbConnection connection, int size)
{
    private const int PerPlan = 1000, PerMeasure = 5, Programmes = 40, PerUnit = 500;

    private readonly DateOnly today = DateOnly.FromDateTime(DateTime.Today);
    private readonly DateTimeOffset now = DateTimeOffset.UtcNow;

    /// <summary>A programme, a plan of it, an overdue assignment: pages to ask for.</summary>
    public Guid Programme { get; private set; }
    public Guid Plan { get; private set; }
    public Guid Assignment { get; private set; }

    public async Task Fill()
    {
        var town = await Id("organisations", "name", "Администрация городского округа Химки");
        var office = await Id("people", "full_name", "Зотова Мария Андреевна");
        var unit = await Id("organisations", "name", "Управление по образованию Администрации");
        var policy = (string)(await Scalar("SELECT policy FROM programmes WHERE name = 'Краеведческий портал Химок'"))!;
        var units = Enumerable.Range(0, size / PerUnit).Select(i => (Id: i == 0 ? unit : Guid.CreateVersion7(), Name: $"Отдел № {i + 1}")).ToArray();
        await Write("organisations", ["id", "name", "short_name", "kind", "territory", "parent_id", "version"],
            units.Skip(1).Select(u => new object?[] { u.Id, u.Name, u.Name, "Unit", null, town, 1 }));
        var programmes = Enumerable.Range(0, Programmes).Select(_ => Guid.CreateVersion7()).ToArray();
        await Write("programmes", ["id", "version", "name", "organisation_id", "territory", "policy", "is_public"],
            programmes.Select((id, i) => new object?[] { id, 1, $"Программа развития № {i + 1}", town, "городской округ Химки", policy, false }));
        var plans = Enumerable.Range(0, Math.Max(1, size / PerPlan)).Select(i => (Id: Guid.CreateVersion7(), Programme: programmes[i % Programmes])).ToArray();
        await Write("plans", ["id", "is_approved", "version", "programme_id", "title", "kind", "first_day", "last_day", "abbreviations", "notes"],
            plans.Select((p, i) => new object?[] { p.Id, true, 1, p.Programme, $"План мероприятий № {i + 1}", "roadmap", today.AddDays(-400), today.AddDays(200), "{}", "[]" }));
        await Write("plan_versions", ["id", "plan_id", "number", "approved_on", "act", "post", "name", "text", "at", "by_id"],
            plans.Select(p => new object?[] { Guid.CreateVersion7(), p.Id, 1, today.AddDays(-400), "постановление № 1", "глава", "Л. Н. Глебова", "{}", now, office }));
        var measures = plans.SelectMany(p => Enumerable.Range(0, PerPlan / PerMeasure).Select(i => (Id: Guid.CreateVersion7(), Plan: p, Position: i))).ToArray();
        await Write("measures", ["id", "plan_id", "position", "number", "code", "title", "deadline_text", "deadlines", "deadline_class", "deadline_inherited", "every_executor_answers", "norms", "fields"],
            measures.Select(m => new object?[] { m.Id, m.Plan.Id, m.Position, $"{m.Position + 1}", $"{m.Position + 1}", "Проведение обучающих семинаров для специалистов подведомственных учреждений", "до 1 октября", "[]", "Plan", false, true, "[]", "{}" }));
        var assignments = measures.SelectMany(m => Enumerable.Range(0, PerMeasure).Select(i => One(m.Id, m.Plan.Id, m.Plan.Programme, units, m.Position * PerMeasure + i))).ToArray();
        await Write("assignments", ["id", "version", "programme_id", "plan_id", "measure_id", "executor_name", "organisation_id", "answers", "by_consent", "kind", "start", "nominal", "first_control", "control", "explanation", "why", "put_on_control_on", "phase"],
            assignments.Select(a => a.Row));
        var reports = assignments.Where(a => a.Phase is "Accepted" or "Submitted").Select(a => (a.Id, a.Phase, a.Day, Report: Guid.CreateVersion7())).ToArray();
        await Write("reports", ["id", "assignment_id", "number", "text", "fact_on", "on", "at", "by_id"],
            reports.Select(r => new object?[] { r.Report, r.Id, 1, "Семинары проведены, ссылка на публикацию приложена.", r.Day.AddDays(-3), r.Day.AddDays(-2), now, office }));
        await Write("acceptances", ["id", "assignment_id", "report_id", "on", "at", "by_id"],
            reports.Where(r => r.Phase == "Accepted").Select(r => new object?[] { Guid.CreateVersion7(), r.Id, r.Report, r.Day, now, office }));
        (Programme, Plan, Assignment) = (programmes[0], plans[0].Id, assignments.First(a => a.Phase == "Open").Id);
        await Scalar(connection is NpgsqlConnection ? "VACUUM ANALYZE" : "ANALYZE");
    }

    private (Guid Id, string Phase, DateOnly Day, object?[] Row) One(Guid measure, Guid plan, Guid programme, (Guid Id, string Name)[] units, int i)
    {
        // Steps without a common divisor with 100 spread the shares evenly over measures and units.
        var share = i * 37 % 100;
        var (phase, day) = share switch
        {
            < 2 => ("Open", today.AddDays(-1 - i % 60)),
            < 12 => ("Open", today.AddDays(1 + i % 180)),
            12 => ("Submitted", today.AddDays(-i % 20)),
            _ => ("Accepted", today.AddDays(-30 - i % 300)),
        };
        var unit = units[(measure.GetHashCode() & int.MaxValue) / 7 % units.Length];
        var id = Guid.CreateVersion7();
        return (id, phase, day, [id, 1, programme, plan, measure, unit.Name, unit.Id, true, false, "Dated", day.AddDays(-30), day, day, day, "до 1 октября → 1 октября", "", today.AddDays(-400), phase]);
    }

    private Task Write(string table, string[] columns, IEnumerable<object?[]> rows) => Bulk.Write(connection, table, columns, rows);

    private async Task<Guid> Id(string table, string column, string value) =>
        await Scalar($"SELECT id FROM {table} WHERE {column} = '{value}'") is { } id ? id as Guid? ?? Guid.Parse((string)id) : throw new InvalidOperationException($"No {value}.");

    private async Task<object?> Scalar(string words)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (words, 600);
        return await command.ExecuteScalarAsync();
    }
}
