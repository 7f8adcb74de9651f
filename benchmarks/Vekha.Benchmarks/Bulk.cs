using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Vekha.Benchmarks;

/// <summary>Many rows into one table, as each database takes them fastest.</summary>
internal static class Bulk
{
    public static Task Write(DbConnection connection, string table, string[] columns, IEnumerable<object?[]> rows) => connection is NpgsqlConnection postgres
        ? Copy(postgres, table, columns, rows)
        : Insert(connection, table, columns, rows);

    private static async Task Insert(DbConnection connection, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO \"{table}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = AsSqlite(row[i]);
            command.ExecuteNonQuery();
        }
        await transaction.CommitAsync();
    }

    /// <summary>As EF keeps them in SQLite: identifiers in capitals, days as 2026-11-30.</summary>
    public static object AsSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToString().ToUpperInvariant(),
        DateOnly day => day.ToString("yyyy-MM-dd"),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm:ss"),
        bool yes => yes ? 1 : 0,
        _ => value,
    };

    private static async Task Copy(NpgsqlConnection connection, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)");
        writer.Timeout = TimeSpan.FromMinutes(10);
        foreach (var row in rows)
        {
            writer.StartRow();
            foreach (var value in row)
                switch (value)
                {
                    case null: writer.WriteNull(); break;
                    case Guid id: writer.Write(id, NpgsqlDbType.Uuid); break;
                    case DateOnly day: writer.Write(day, NpgsqlDbType.Date); break;
                    case DateTimeOffset moment: writer.Write(moment.UtcDateTime, NpgsqlDbType.TimestampTz); break;
                    case bool yes: writer.Write(yes, NpgsqlDbType.Boolean); break;
                    case long number: writer.Write(number, NpgsqlDbType.Bigint); break;
                    case int number: writer.Write(number, NpgsqlDbType.Integer); break;
                    default: writer.Write((string)value, NpgsqlDbType.Text); break;
                }
        }
        await writer.CompleteAsync();
    }

    private static string Names(string[] columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));
}
