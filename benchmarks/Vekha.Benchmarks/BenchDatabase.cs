using Npgsql;
using Vekha.Web.Data;

namespace Vekha.Benchmarks;

/// <summary>A database of its own for one measurement, gone behind it.</summary>
internal static class BenchDatabase
{
    /// <param name="postgres">The server, or <c>null</c> for SQLite.</param>
    /// <param name="keep">A folder that stays, or <c>null</c>.</param>
    /// <param name="work">Gets where the data lies and the words a web process starts with on a port.</param>
    public static async Task Use(string? postgres, string name, Func<DataSource, Func<int, string[]>, Task> work, string? keep = null)
    {
        var folder = keep ?? Directory.CreateTempSubdirectory("vekha-bench-").FullName;
        var own = $"vekha_bench_{Environment.ProcessId}_{name}";
        var source = postgres is null ? DataSource.SqliteFile(Path.Combine(folder, "vekha.db")) : await Make(postgres, own);
        try
        {
            await work(source, port => ["--port", $"{port}", "--data", folder, .. postgres is null ? Array.Empty<string>() : ["--database", source.ConnectionString]]);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            NpgsqlConnection.ClearAllPools();
            if (keep is null) Directory.Delete(folder, recursive: true);
            if (postgres is not null) await Tell(DataSource.PostgresServer(postgres), $"DROP DATABASE {own} WITH (FORCE)");
        }
    }

    private static async Task<DataSource> Make(string server, string name)
    {
        var source = DataSource.PostgresServer(server);
        await Tell(source, $"CREATE DATABASE {name}");
        return source with { ConnectionString = new NpgsqlConnectionStringBuilder(source.ConnectionString) { Database = name }.ToString() };
    }

    private static async Task Tell(DataSource source, string words)
    {
        await using var connection = source.NewConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = words;
        await command.ExecuteNonQueryAsync();
    }
}
