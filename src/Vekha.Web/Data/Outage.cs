using Microsoft.Data.Sqlite;
using Npgsql;

namespace Vekha.Web.Data;

/// <summary>Telling a database that is away for a moment, or a disk that is full, from a bug.</summary>
public static class Outage
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteFull = 13;
    private const int NoSpaceLeft = 28;

    /// <summary>True when the server is restarting, unreachable or too busy: the same action will pass in a moment.</summary>
    public static bool IsOutage(this Exception failure) => Chain(failure).Any(e => e switch
    {
        // 57P01…57P03: the administrator stops or starts the server; 53300: too many connections.
        PostgresException postgres => postgres.IsTransient || postgres.SqlState is "57P01" or "57P02" or "57P03" or "53300",
        // Two commands at once on one connection are a bug; whatever else breaks on this side of the wire is a broken talk with the server.
        NpgsqlException npgsql => npgsql is not NpgsqlOperationInProgressException,
        // «Connection is not open», a disposed one: the server went away between two commands.
        InvalidOperationException { Source: "Npgsql" } => true,
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked,
        _ => false,
    });

    /// <summary>True when there is no room left where the data lies.</summary>
    public static bool IsFullDisk(this Exception failure) => Chain(failure).Any(e => e switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteFull,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.DiskFull,
        IOException io => (io.HResult & 0xFFFF) is NoSpaceLeft or 0x70 or 0x27,
        _ => false,
    });

    private static IEnumerable<Exception> Chain(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException) yield return failure;
    }
}
