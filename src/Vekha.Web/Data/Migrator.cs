using System.Data.Common;
using System.Reflection;

namespace Vekha.Web.Data;

/// <summary>
/// Brings a database to the present schema: plain SQL files <c>NNNN-name.{sqlite,postgres}.sql</c>, embedded, applied once
/// each in the order of their names. Several processes may start at the same moment: one works, the others wait.
/// </summary>
public sealed class Migrator(DataSource source, TimeProvider time, ILogger<Migrator> log)
{
    private const string Folder = "Vekha.Web.Data.Migrations.";

    /// <summary>Names of all migrations that are embedded for an engine, in order.</summary>
    public static IReadOnlyList<string> NamesFor(Engine engine)
    {
        var ending = EndingFor(engine);
        return [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(ending, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..^ending.Length]).Order(StringComparer.Ordinal)];
    }

    /// <summary>The text of one migration.</summary>
    public static string TextOf(string name, Engine engine)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name + EndingFor(engine))
            ?? throw new InvalidOperationException($"Migration {name} has no {EndingFor(engine)} file.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <returns>How many migrations were applied now.</returns>
    public Task<int> Migrate(CancellationToken cancel = default) => Migrate(null, null, cancel);

    /// <summary>Brings an empty database to an earlier schema, has it filled, then goes on to the present one; all or nothing.</summary>
    /// <param name="earlier">Migrations of the earlier schema.</param>
    /// <param name="fill">Puts the rows of that schema in.</param>
    public async Task<int> Migrate(IReadOnlyCollection<string>? earlier, Func<DbConnection, DbTransaction, Task>? fill, CancellationToken cancel = default)
    {
        await using var connection = source.NewConnection();
        await connection.OpenAsync(cancel);
        if (source.Engine == Engine.Sqlite)
            await Run(connection, null, "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL;", cancel);
        // On SQLite the transaction is BEGIN IMMEDIATE: the second process waits here, then finds the work done.
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (source.Engine == Engine.Postgres)
            await Run(connection, transaction, "SELECT pg_advisory_xact_lock(826340123)", cancel);
        await Run(connection, transaction, "CREATE TABLE IF NOT EXISTS migrations (name text NOT NULL PRIMARY KEY, applied_at text NOT NULL)", cancel);

        var done = await Applied(connection, transaction, cancel);
        var due = NamesFor(source.Engine).Where(n => !done.Contains(n)).ToList();
        if (earlier is not null)
        {
            await Apply(connection, transaction, due.Where(earlier.Contains), cancel);
            await fill!(connection, transaction);
        }
        await Apply(connection, transaction, earlier is null ? due : due.Where(n => !earlier.Contains(n)), cancel);
        await transaction.CommitAsync(cancel);
        return due.Count;
    }

    private async Task Apply(DbConnection connection, DbTransaction transaction, IEnumerable<string> names, CancellationToken cancel)
    {
        foreach (var name in names)
        {
            await Run(connection, transaction, TextOf(name, source.Engine), cancel);
            await Note(connection, transaction, name, cancel);
            log.LogInformation("Migration {Name} applied", name);
        }
    }

    internal static string EndingFor(Engine engine) => engine == Engine.Sqlite ? ".sqlite.sql" : ".postgres.sql";

    /// <summary>Names of the migrations the database has seen.</summary>
    public async Task<IReadOnlySet<string>> Applied(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT name FROM migrations";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel)) names.Add(reader.GetString(0));
        return names;
    }

    private async Task Note(DbConnection connection, DbTransaction transaction, string name, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO migrations (name, applied_at) VALUES (@name, @at)";
        Add(command, "@name", name);
        Add(command, "@at", time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss"));
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static async Task Run(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
