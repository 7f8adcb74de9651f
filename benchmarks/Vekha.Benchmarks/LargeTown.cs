using System.Data.Common;
using Npgsql;

namespace Vekha.Benchmarks;

/// <summary>
/// A region with many assignments beside the examples, written by the database itself: 40 programmes, plans of 1,000 assignments
/// (200 measures, five executors each), 2 % overdue, 10 % still to come, 1 % under check, the rest accepted; a unit for each 50 assignments;
/// one programme of 34 measures in 18 territories; one plan of 7 measures to be handed down to 1,000 units.
/// </summary>
internal sealed class LargeTown(DbConnection connection, int size)
{
    private const int PerPlan = 1000, PerMeasure = 5, Programmes = 40, PerUnit = 50, OfOneUnit = 500;
    private const int Unit = 1, Programme = 2, Plan = 3, Version = 4, Measure = 5, Assignment = 6, Report = 7, Acceptance = 8, Executor = 9;

    // Numbers of what stands beside the many.
    private const int Matrix = 1_000_000, Cascade = 2_000_000;

    private static readonly string[] Heavy = ["organisations", "unit_lines", "plans", "measures", "assignments", "reports", "acceptances"];

    private readonly bool postgres = connection is NpgsqlConnection;
    private readonly string today = DateTime.Today.ToString("yyyy-MM-dd");
    private readonly int units = Math.Max(20, size / PerUnit), plans = Math.Max(1, size / PerPlan);

    /// <summary>Pages to ask for.</summary>
    public static Guid SomeProgramme => Is(Programme, 0);
    public static Guid SomePlan => Is(Plan, 0);
    public static Guid MatrixProgramme => Is(Programme, Matrix);
    public static Guid CascadePlan => Is(Plan, Cascade);

    /// <summary>The first open one: its share is 0.</summary>
    public static Guid SomeAssignment => Is(Assignment, 600);

    public async Task Fill()
    {
        if (!postgres) await Run("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;");
        var indexes = await Indexes();
        foreach (var (name, _) in indexes) await Run($"DROP INDEX \"{name}\"");
        if (postgres) await Run("SET session_replication_role = replica");
        await Organisations();
        await Plans();
        await Assignments();
        await Beside();
        await Tallies();
        if (postgres) await Run("SET session_replication_role = DEFAULT");
        foreach (var (_, sql) in indexes) await Run(sql);
        await Run(postgres ? "VACUUM ANALYZE" : "ANALYZE");
        if (!postgres) await Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Bytes of a table with its indexes apart, for docs/scale.md.</summary>
    public async Task<string> Sizes()
    {
        if (!postgres) return $"file {Convert.ToInt64(await Scalar("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")) / 1048576:N0} MB";
        var words = new List<string>();
        foreach (var table in new[] { "assignments", "reports", "acceptances", "measures", "unit_lines" })
        {
            var (heap, index, rows) = (Convert.ToInt64(await Scalar($"SELECT pg_table_size('{table}')")), Convert.ToInt64(await Scalar($"SELECT pg_indexes_size('{table}')")), Convert.ToInt64(await Scalar($"SELECT count(*) FROM {table}")));
            words.Add($"{table}: {rows:N0} rows, {heap / Math.Max(1, rows)} bytes a row, indexes {index / Math.Max(1, rows)} bytes a row");
        }
        return string.Join("; ", words);
    }

    private async Task Organisations()
    {
        var town = "(SELECT id FROM organisations WHERE name = 'Администрация городского округа Химки')";
        await Insert("organisations", "id, name, short_name, kind, territory, parent_id, version", units, $"{Id(Unit, "i")}, 'Отдел № ' || (i + 1), 'Отдел № ' || (i + 1), 'Unit', 'Район ' || (i % 18 + 1), {town}, 1");
        await Insert("organisations", "id, name, short_name, kind, territory, parent_id, version", 18, $"{Id(Unit, $"i + {Matrix}")}, 'Комитет образования района ' || (i + 1), 'Комитет ' || (i + 1), 'EducationAuthority', 'Район ' || (i + 1), {town}, 1");
        await Insert("organisations", "id, name, short_name, kind, territory, parent_id, version", 1000, $"{Id(Unit, $"i + {Cascade}")}, 'Территориальное управление № ' || (i + 1), 'ТУ ' || (i + 1), 'TerritorialOffice', 'Микрорайон ' || (i + 1), {town}, 1");
        foreach (var (count, from) in new[] { (units, 0), (18, Matrix), (1000, Cascade) })
        {
            await Insert("unit_lines", "above_id, unit_id, depth", count, $"{Id(Unit, $"i + {from}")}, {Id(Unit, $"i + {from}")}, 0");
            await Insert("unit_lines", "above_id, unit_id, depth", count, $"{town}, {Id(Unit, $"i + {from}")}, 1");
        }
    }

    private async Task Plans()
    {
        foreach (var (count, from, name) in new[] { (Programmes, 0, "'Программа развития № ' || (i + 1)"), (1, Matrix, "'Программа восемнадцати районов'"), (1, Cascade, "'Программа для всех управлений'") })
            await Insert("programmes", "id, version, name, organisation_id, territory, policy, is_public", count,
                $"{Id(Programme, $"i + {from}")}, 1, {name}, (SELECT id FROM organisations WHERE name = 'Администрация городского округа Химки'), 'городской округ Химки', (SELECT policy FROM programmes WHERE name = 'Краеведческий портал Химок'), {No}");
        foreach (var (count, from, programme) in new[] { (plans, 0, $"i % {Programmes}"), (1, Matrix, $"{Matrix}"), (1, Cascade, $"{Cascade}") })
        {
            await Insert("plans", "id, is_approved, version, programme_id, title, kind, first_day, last_day, abbreviations, notes", count,
                $"{Id(Plan, $"i + {from}")}, {Yes}, 1, {Id(Programme, programme)}, 'План мероприятий № ' || (i + 1), 'roadmap', {Day("-400")}, {Day("200")}, '{{}}', '[]'");
            await Insert("plan_versions", "id, plan_id, number, approved_on, act, post, name, text, at, by_id", count,
                $"{Id(Version, $"i + {from}")}, {Id(Plan, $"i + {from}")}, 1, {Day("-400")}, 'постановление № 1', 'глава', 'Л. Н. Глебова', '{{}}', {Now}, {Office}");
        }
        const string columns = "id, plan_id, position, number, code, title, deadline_text, deadlines, deadline_class, deadline_inherited, every_executor_answers, norms, fields";
        string Row(string measure, string plan, string position) => $"{Id(Measure, measure)}, {Id(Plan, plan)}, {position}, {Text($"{position} + 1")}, {Text($"{position} + 1")}, 'Проведение обучающих семинаров для специалистов подведомственных учреждений', 'до 1 октября', '[]', 'Plan', {No}, {Yes}, '[]', '{{}}'";
        await Insert("measures", columns, plans * (PerPlan / PerMeasure), Row("i", $"i / {PerPlan / PerMeasure}", $"i % {PerPlan / PerMeasure}"));
        await Insert("measures", columns, 34, Row($"i + {Matrix}", $"{Matrix}", "i"));
        await Insert("measures", columns, 7, Row($"i + {Cascade}", $"{Cascade}", "i"));
    }

    private async Task Assignments()
    {
        var unit = $"(CASE WHEN i < {OfOneUnit} THEN -1 ELSE ({Big("i")} * 7919) % {units} END)";
        await Some(size, "i", $"(i / {PerPlan}) % {Programmes}", $"i / {PerPlan}", $"i / {PerMeasure}", unit, "i");
        // The row of the unit whose specialist signs in.
        await Run($"UPDATE assignments SET organisation_id = (SELECT id FROM organisations WHERE name = 'Управление по образованию Администрации') WHERE organisation_id = {Id(Unit, "-1")}");
        await Some(18 * 34, $"i + {Matrix}", $"{Matrix}", $"{Matrix}", $"i / 18 + {Matrix}", $"i % 18 + {Matrix}", "i");
    }

    private async Task Some(int count, string id, string programme, string plan, string measure, string unit, string seed)
    {
        // Steps without a common divisor with 100 spread the shares evenly over measures and units.
        var share = $"(({Big(seed)} * 37) % 100)";
        var phase = $"CASE WHEN {share} < 12 THEN 'Open' WHEN {share} = 12 THEN 'Submitted' ELSE 'Accepted' END";
        var offset = $"(CASE WHEN {share} < 2 THEN -1 - {seed} % 60 WHEN {share} < 12 THEN 1 + {seed} % 180 WHEN {share} = 12 THEN -({seed} % 20) ELSE -30 - {seed} % 300 END)";
        await Insert("assignments", "id, version, programme_id, plan_id, measure_id, executor_name, organisation_id, answers, by_consent, kind, start, nominal, first_control, control, explanation, why, put_on_control_on, phase, is_optional", count,
            $"{Id(Assignment, id)}, 1, {Id(Programme, programme)}, {Id(Plan, plan)}, {Id(Measure, measure)}, 'Отдел № ' || ({unit} + 1), {Id(Unit, unit)}, {Yes}, {No}, 'Dated', {Day(offset + " - 30")}, {Day(offset)}, {Day(offset)}, {Day(offset)}, 'до 1 октября → 1 октября', '', {Day("-400")}, {phase}, {No}");
        await Insert("reports", "id, assignment_id, number, text, fact_on, \"on\", at, by_id", count,
            $"{Id(Report, id)}, {Id(Assignment, id)}, 1, 'Семинары проведены, ссылка на публикацию приложена.', {Day(offset + " - 3")}, {Day(offset + " - 2")}, {Now}, {Office}", $"{share} >= 12");
        await Insert("acceptances", "id, assignment_id, report_id, \"on\", at, by_id", count, $"{Id(Acceptance, id)}, {Id(Assignment, id)}, {Id(Report, id)}, {Day(offset)}, {Now}, {Office}", $"{share} > 12");
    }

    /// <summary>Seven rows of «Территориальные управления», one assignment each, to be handed down.</summary>
    private async Task Beside()
    {
        await Insert("measure_executors", "id, measure_id, position, name, kind, by_consent", 7, $"{Id(Executor, "i")}, {Id(Measure, $"i + {Cascade}")}, 0, 'Территориальные управления', 'Class', {No}");
        await Insert("assignments", "id, version, programme_id, plan_id, measure_id, executor_id, executor_name, answers, by_consent, kind, start, nominal, first_control, control, explanation, why, put_on_control_on, phase, is_optional", 7,
            $"{Id(Assignment, $"i + {Cascade}")}, 1, {Id(Programme, $"{Cascade}")}, {Id(Plan, $"{Cascade}")}, {Id(Measure, $"i + {Cascade}")}, {Id(Executor, "i")}, 'Территориальные управления', {Yes}, {No}, 'Dated', {Day("10")}, {Day("60")}, {Day("60")}, {Day("60")}, 'до 1 октября → 1 октября', '', {Day("-400")}, 'Open', {No}");
    }

    /// <summary>As the program keeps them in step with every change.</summary>
    private async Task Tallies()
    {
        await Run("DELETE FROM due_tallies");
        await Run($"INSERT INTO due_tallies (programme_id, kind, day, count) SELECT programme_id, CASE WHEN phase = 'Submitted' THEN 'sent' WHEN answers = {Yes} THEN 'due' ELSE 'part' END, control, count(*) FROM assignments WHERE control IS NOT NULL AND inner_unit_id IS NULL AND (phase = 'Submitted' OR (phase IN ('Open', 'Returned') AND kind = 'Dated')) GROUP BY 1, 2, 3");
    }

    private string Yes => postgres ? "true" : "1";
    private string No => postgres ? "false" : "0";
    private string Now => postgres ? "now()" : "datetime('now')";
    private static string Office => "(SELECT id FROM people WHERE full_name = 'Зотова Мария Андреевна')";
    private string Big(string number) => postgres ? $"({number})::bigint" : number;
    private string Text(string number) => postgres ? $"({number})::text" : $"CAST({number} AS TEXT)";
    private string Day(string offset) => postgres ? $"(DATE '{today}' + ({offset})::integer)" : $"date('{today}', ({offset}) || ' days')";

    /// <summary>Identifiers that grow as those of the program do; −1 is one unit of its own.</summary>
    private string Id(int kind, string number) => postgres
        ? $"('{kind:x8}-0000-7000-8000-' || lpad(to_hex((({number}) + 1)::bigint), 12, '0'))::uuid"
        : $"printf('{kind:X8}-0000-7000-8000-%012X', ({number}) + 1)";

    private static Guid Is(int kind, int number) => Guid.Parse($"{kind:x8}-0000-7000-8000-{number + 1:x12}");

    private Task Insert(string table, string columns, int count, string values, string? where = null) => Run(postgres
        ? $"INSERT INTO {table} ({columns}) SELECT {values} FROM generate_series(0, {count - 1}) AS n(i)" + (where is null ? "" : $" WHERE {where}")
        : $"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {count}) INSERT INTO {table} ({columns}) SELECT {values} FROM n" + (where is null ? "" : $" WHERE {where}"));

    private async Task<IReadOnlyList<(string Name, string Sql)>> Indexes()
    {
        var names = string.Join(", ", Heavy.Select(t => $"'{t}'"));
        await using var command = connection.CreateCommand();
        command.CommandText = postgres
            ? $"SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename IN ({names}) AND indexname NOT LIKE 'pk_%'"
            : $"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({names})";
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(string, string)>();
        while (await reader.ReadAsync()) found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }

    private async Task Run(string words)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (words, 600);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<object?> Scalar(string words)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (words, 600);
        return await command.ExecuteScalarAsync();
    }
}
