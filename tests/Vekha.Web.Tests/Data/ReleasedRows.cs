using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Vekha.Web.Data;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Data;

/// <summary>Rows of an earlier release, kept by <c>scripts/keep-release.py</c>: put into the schema of that release and looked for later.</summary>
public static partial class ReleasedRows
{
    /// <summary>Makes the tables of a release and fills them, as its own program left them.</summary>
    public static async Task Fill(TestDatabase database, string release)
    {
        var rows = Repository.Read($"tests/Vekha.Web.Tests/Data/Releases/{release}.sql");
        await using var connection = database.Source.NewConnection();
        await connection.OpenAsync();
        await Run(connection, "CREATE TABLE migrations (name text NOT NULL PRIMARY KEY, applied_at text NOT NULL)");
        foreach (var name in Migration.Matches(rows).Select(m => m.Groups[1].Value)) await Run(connection, Migrator.TextOf(name, database.Engine));
        await Run(connection, rows);
        // The rows bring their numbers with them; in that installation the counter stood behind them.
        if (database.Engine == Engine.Postgres) await Run(connection, "SELECT setval(pg_get_serial_sequence('journal', 'id'), (SELECT max(id) FROM journal))");
    }

    /// <summary>All rows of the tables there are, each as «table column=value …», in order. Later: of those tables and columns only.</summary>
    public static async Task<Dictionary<string, (List<string> Columns, List<string> Rows)>> Of(TestDatabase database, IReadOnlyDictionary<string, List<string>>? known = null)
    {
        await using var connection = database.Source.NewConnection();
        await connection.OpenAsync();
        var found = new Dictionary<string, (List<string>, List<string>)>();
        foreach (var table in known?.Keys ?? await Tables(connection, database.Engine))
        {
            var columns = known?[table];
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {(columns is null ? "*" : string.Join(", ", columns.Select(c => $"\"{c}\"")))} FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            columns ??= [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
            var rows = new List<string>();
            while (await reader.ReadAsync())
                rows.Add(string.Join(" | ", columns.Select((c, i) => $"{c}={(reader.IsDBNull(i) ? "∅" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))}")));
            rows.Sort(StringComparer.Ordinal);
            found[table] = (columns, rows);
        }
        return found;
    }

    private static async Task<IEnumerable<string>> Tables(DbConnection connection, Engine engine)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = engine == Engine.Sqlite ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'" : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    }

    private static async Task Run(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"INSERT INTO ""migrations"" .*VALUES \('([^']+)'")]
    private static partial Regex Migration { get; }
}
