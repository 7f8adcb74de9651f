using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Vekha.Web.Data;

/// <summary>The two databases Vekha runs on.</summary>
public enum Engine
{
    /// <summary>A file beside the application: one process, no administration.</summary>
    Sqlite,

    /// <summary>A server: any number of web processes.</summary>
    Postgres,
}

/// <summary>Where the data lives.</summary>
/// <param name="Engine">Which database.</param>
/// <param name="ConnectionString">As its driver wants it.</param>
public sealed record DataSource(Engine Engine, string ConnectionString)
{
    public static DataSource SqliteFile(string path) => new(Engine.Sqlite, new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = 30,
        Pooling = true,
    }.ToString());

    /// <param name="address"><c>postgres://user:password@host:port/name</c> or the driver's own <c>Host=…;Database=…</c>.</param>
    public static DataSource PostgresServer(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql"))
            return new(Engine.Postgres, address);
        var builder = new Npgsql.NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = uri.AbsolutePath.Trim('/'),
        };
        var user = uri.UserInfo.Split(':', 2);
        if (user[0] != "") builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length == 2) builder.Password = Uri.UnescapeDataString(user[1]);
        return new(Engine.Postgres, builder.ToString());
    }

    public void Configure(DbContextOptionsBuilder options)
    {
        if (Engine == Engine.Sqlite)
            options.UseSqlite(ConnectionString).AddInterceptors(SqlitePragmas.Instance, KeptConnection.Instance);
        else
            options.UseNpgsql(ConnectionString);
    }

    public DbConnection NewConnection() =>
        Engine == Engine.Sqlite ? new SqliteConnection(ConnectionString) : new Npgsql.NpgsqlConnection(ConnectionString);
}

/// <summary>
/// On SQLite a context keeps the connection it has opened until it is done: a page asks ten or twenty questions, and each opening tells
/// the database its settings anew. Not on PostgreSQL: there an opening from the pool costs nothing, and three hundred requests that wait
/// for one another would hold more connections than the server gives.
/// </summary>
internal sealed class KeptConnection : DbConnectionInterceptor
{
    public static readonly KeptConnection Instance = new();

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => new(InterceptionResult.Suppress());
}

/// <summary>
/// What every SQLite connection is told when it opens. A transaction of EF is <c>BEGIN IMMEDIATE</c> already (the
/// driver's default), so a writer waits here for its turn instead of failing half-way.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    // A mapped file is read without copying each page out of the system: a third of a large town's queries was that copying.
    private const string Words = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = NORMAL; PRAGMA mmap_size = 268435456;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Words;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Words;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
