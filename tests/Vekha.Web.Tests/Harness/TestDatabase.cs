using Npgsql;
using Vekha.Web.Data;

namespace Vekha.Web.Tests.Harness;

/// <summary>An empty database of one engine with the present schema, removed after use. Copied from a template made once a run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static string? sqliteTemplate;
    private static string? postgresTemplate;

    private readonly string folder = Directory.CreateTempSubdirectory("vekha-test-").FullName;
    private string? postgresName;

    private TestDatabase(Engine engine) => Engine = engine;

    public Engine Engine { get; }

    /// <summary>The data folder of an installation: files, keys and, on SQLite, the database.</summary>
    public string Folder => folder;

    /// <summary>What <c>--database</c> gets; <c>null</c> for the embedded database.</summary>
    public string? Address { get; private set; }

    public DataSource Source => Address is null ? DataSource.SqliteFile(Path.Combine(folder, "vekha.db")) : DataSource.PostgresServer(Address);

    /// <param name="isMigrated">False leaves it without tables.</param>
    public static async Task<TestDatabase> Make(Engine engine, bool isMigrated = true)
    {
        SqliteLoader.EnsureLoaded();
        var made = new TestDatabase(engine);
        await Gate.WaitAsync();
        try
        {
            if (engine == Engine.Sqlite) await made.CopySqlite(isMigrated);
            else await made.CopyPostgres(isMigrated);
        }
        finally
        {
            Gate.Release();
        }
        return made;
    }

    /// <summary>The same rows and files as another of its own; nobody may be at work on this one.</summary>
    public async Task<TestDatabase> Copy()
    {
        var copy = new TestDatabase(Engine);
        await Gate.WaitAsync();
        try
        {
            LetGo();
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(copy.folder, Path.GetRelativePath(folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
            if (Engine == Engine.Postgres) await copy.MakePostgres(postgresName);
        }
        finally
        {
            Gate.Release();
        }
        return copy;
    }

    private void LetGo()
    {
        if (Engine == Engine.Sqlite) Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new(Source.ConnectionString));
        else NpgsqlConnection.ClearPool(new(Source.ConnectionString));
    }

    public async ValueTask DisposeAsync()
    {
        if (Engine == Engine.Sqlite) LetGo();
        else await OnServer($"DROP DATABASE IF EXISTS {postgresName} WITH (FORCE)");
        Directory.Delete(folder, recursive: true);
    }

    private async Task CopySqlite(bool isMigrated)
    {
        if (!isMigrated) return;
        if (sqliteTemplate is null)
        {
            var place = Path.Combine(Directory.CreateTempSubdirectory("vekha-template-").FullName, "vekha.db");
            await Migrate(DataSource.SqliteFile(place));
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            sqliteTemplate = place;
        }
        File.Copy(sqliteTemplate, Path.Combine(folder, "vekha.db"));
    }

    private async Task CopyPostgres(bool isMigrated)
    {
        if (isMigrated && postgresTemplate is null)
        {
            var name = "vekha_template_" + Guid.NewGuid().ToString("N")[..10];
            await OnServer($"CREATE DATABASE {name}");
            await Migrate(DataSource.PostgresServer(AddressOf(name)));
            postgresTemplate = name;
        }
        await MakePostgres(isMigrated ? postgresTemplate : null);
    }

    private async Task MakePostgres(string? template)
    {
        postgresName = "vekha_test_" + Guid.NewGuid().ToString("N")[..10];
        Address = AddressOf(postgresName);
        await OnServer($"CREATE DATABASE {postgresName}" + (template is null ? "" : $" TEMPLATE {template}"));
    }

    private static async Task Migrate(DataSource source)
    {
        await new Migrator(source, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<Migrator>.Instance).Migrate();
        NpgsqlConnection.ClearAllPools();
    }

    // «./run postgres» leaves the address of the server it started in this file.
    private static readonly string Note = Path.Combine(Path.GetTempPath(), "vekha-test-postgres");

    private static string Server => Environment.GetEnvironmentVariable("VEKHA_TEST_POSTGRES")
        ?? (File.Exists(Note) ? File.ReadAllText(Note).Trim() : null)
        ?? throw new InvalidOperationException("VEKHA_TEST_POSTGRES is not set: run ./run test, or ./run postgres before the test program.");

    private static string AddressOf(string database) =>
        new NpgsqlConnectionStringBuilder(DataSource.PostgresServer(Server).ConnectionString) { Database = database, MaxPoolSize = 20 }.ToString();

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(DataSource.PostgresServer(Server).ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
