using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Vekha.Web.Data;

/// <summary>Telling a broken unique key from other failures, on both engines.</summary>
public static class Duplicates
{
    /// <summary>True when a save failed because the table already holds a row with that unique key.</summary>
    public static bool IsDuplicate(this DbUpdateException failure, string table) => failure.InnerException switch
    {
        // 2067 unique index, 1555 primary key
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } e => e.Message.Contains(table + ".", StringComparison.Ordinal),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } e => e.TableName == table,
        _ => false,
    };
}
