using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Vekha.Web.Data;

namespace Vekha.Web.Platform.Backup;

/// <summary>What a column holds, the same on both databases.</summary>
internal enum ColumnKind { Text, Whole, Flag, Day, Hour, Moment, Identity, Number, Fraction, Bytes }

/// <summary>A column of a table in a backup.</summary>
internal sealed record BackupColumn(string Name, ColumnKind Kind);

/// <summary>A table of a backup: a JSON array a line, values in the order of the columns.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Columns">Its columns, in the order of the values.</param>
/// <param name="Counter">The column whose numbers the database gives, or <c>null</c>.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, string? Counter)
{
    /// <summary>How many rows.</summary>
    public long Rows { get; init; }

    /// <summary>The sum of the rows' hashes: equal for equal rows in any order.</summary>
    public string Checksum { get; init; } = "";

    /// <summary>The tables of the entities; what a database keeps for itself is not carried over.</summary>
    public static IReadOnlyList<BackupTable> Of(VekhaDb db) =>
        [.. db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => new BackupTable(t.Name, [.. t.Columns.Select(c => new BackupColumn(c.Name, KindOf(c)))],
            t.Columns.FirstOrDefault(c => c.PropertyMappings[0].Property is { ValueGenerated: ValueGenerated.OnAdd, ClrType: var type } && type == typeof(long))?.Name))];

    private static ColumnKind KindOf(IColumn column)
    {
        var mapping = column.PropertyMappings[0].TypeMapping;
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? ColumnKind.Text
            : type == typeof(int) || type == typeof(long) || type == typeof(short) ? ColumnKind.Whole
            : type == typeof(bool) ? ColumnKind.Flag
            : type == typeof(DateOnly) ? ColumnKind.Day
            : type == typeof(TimeOnly) ? ColumnKind.Hour
            : type == typeof(DateTime) || type == typeof(DateTimeOffset) ? ColumnKind.Moment
            : type == typeof(Guid) ? ColumnKind.Identity
            : type == typeof(decimal) ? ColumnKind.Number
            : type == typeof(double) ? ColumnKind.Fraction
            : type == typeof(byte[]) ? ColumnKind.Bytes
            : throw new NotSupportedException($"{column.Table.Name}.{column.Name}: {type}");
    }

    /// <summary>Reads every row; the answer carries how many there were and their checksum.</summary>
    public async Task<BackupTable> Read(DbConnection connection, DbTransaction transaction, Func<string, Task>? keep, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT {string.Join(", ", Columns.Select(c => $"\"{c.Name}\""))} FROM \"{Name}\"";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        long rows = 0;
        UInt128 sum = 0;
        var values = new JsonNode?[Columns.Count];
        while (await reader.ReadAsync(cancel))
        {
            for (var i = 0; i < values.Length; i++) values[i] = reader.IsDBNull(i) ? null : Value(reader, i, Columns[i].Kind);
            var line = new JsonArray([.. values.Select(v => v?.DeepClone())]).ToJsonString(Json);
            if (keep is not null) await keep(line);
            sum += Hash(values, line);
            rows++;
        }
        return this with { Rows = rows, Checksum = sum.ToString("x32", CultureInfo.InvariantCulture) };
    }

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // PostgreSQL keeps microseconds, SQLite ten times finer: the last digit is carried over but not counted.
    private UInt128 Hash(JsonNode?[] values, string line)
    {
        if (Columns.Any(c => c.Kind == ColumnKind.Moment))
            line = new JsonArray([.. values.Select((v, i) => v is not null && Columns[i].Kind == ColumnKind.Moment ? JsonValue.Create(((string)v!)[..26]) : v?.DeepClone())]).ToJsonString(Json);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(line)));
    }

    private static JsonNode Value(DbDataReader row, int i, ColumnKind kind) => kind switch
    {
        ColumnKind.Whole => row.GetInt64(i),
        ColumnKind.Flag => row.GetBoolean(i),
        ColumnKind.Day => row.GetFieldValue<DateOnly>(i).ToString("O", CultureInfo.InvariantCulture),
        ColumnKind.Hour => row.GetFieldValue<TimeOnly>(i).ToString("O", CultureInfo.InvariantCulture),
        ColumnKind.Moment => DateTime.SpecifyKind(row.GetDateTime(i), DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        ColumnKind.Identity => row.GetGuid(i).ToString(),
        ColumnKind.Number => row.GetDecimal(i).ToString(CultureInfo.InvariantCulture),
        ColumnKind.Fraction => row.GetDouble(i),
        ColumnKind.Bytes => Convert.ToBase64String(row.GetFieldValue<byte[]>(i)),
        _ => row.GetString(i),
    };

    /// <summary>A value of a line as the drivers of both databases take it.</summary>
    public static object Parse(JsonElement value, ColumnKind kind) => value.ValueKind == JsonValueKind.Null ? DBNull.Value : kind switch
    {
        ColumnKind.Whole => value.GetInt64(),
        ColumnKind.Flag => value.GetBoolean(),
        ColumnKind.Day => DateOnly.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture),
        ColumnKind.Hour => TimeOnly.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture),
        ColumnKind.Moment => DateTime.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        ColumnKind.Identity => Guid.Parse(value.GetString()!),
        ColumnKind.Number => decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ColumnKind.Fraction => value.GetDouble(),
        ColumnKind.Bytes => Convert.FromBase64String(value.GetString()!),
        _ => value.GetString()!,
    };
}
