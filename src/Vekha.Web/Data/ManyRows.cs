using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Vekha.Web.Data;

/// <summary>
/// Writes new rows that nobody looks at again, <see cref="VekhaDb.AddMany"/>: thousands at once cost the database's own work and not that of
/// watching each of them. Columns and their forms are those of the model, so that such a row differs in nothing from a saved one.
/// </summary>
internal static class ManyRows
{
    // PostgreSQL takes at most 65,535 values in a statement; SQLite looks its values up by name, one row at a time is quickest there.
    private const int MostValues = 8_000;

    public static async Task<int> Write(VekhaDb db, IReadOnlyList<object> rows, CancellationToken cancel)
    {
        foreach (var kind in rows.GroupBy(r => r.GetType()))
        {
            var entity = db.Model.FindEntityType(kind.Key) ?? throw new InvalidOperationException($"{kind.Key.Name} is no entity.");
            var columns = ColumnsOf(entity);
            foreach (var chunks in kind.Chunk(db.Engine == Engine.Sqlite ? 1 : Math.Max(1, MostValues / columns.Count)).GroupBy(c => c.Length))
                await Write(db, entity.GetTableName()!, columns, chunks, chunks.Key, cancel);
        }
        return rows.Count;
    }

    /// <summary>Chunks of one length share a statement: the database reads it once.</summary>
    private static async Task Write(VekhaDb db, string table, IReadOnlyList<Column> columns, IEnumerable<object[]> chunks, int length, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var isSqlite = db.Engine == Engine.Sqlite;
        var quote = db.GetService<ISqlGenerationHelper>();
        var lines = Enumerable.Range(0, length).Select(r => $"({string.Join(", ", columns.Select((_, c) => (isSqlite ? "@p" : "$") + ((r * columns.Count) + c + 1)))})");
        command.CommandText = $"INSERT INTO {quote.DelimitIdentifier(table)} ({string.Join(", ", columns.Select(c => quote.DelimitIdentifier(c.Name)))}) VALUES {string.Join(", ", lines)}";
        foreach (var chunk in chunks)
        {
            if (command.Parameters.Count == 0) Prepare(command, columns, length, isSqlite);
            for (var i = 0; i < chunk.Length; i++)
                for (var c = 0; c < columns.Count; c++) command.Parameters[(i * columns.Count) + c].Value = columns[c].Of(chunk[i]);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static void Prepare(DbCommand command, IReadOnlyList<Column> columns, int length, bool isNamed)
    {
        for (var n = 1; n <= length * columns.Count; n++)
        {
            var column = columns[(n - 1) % columns.Count];
            var parameter = column.Mapping.CreateParameter(command, $"@p{n}", null, nullable: true);
            if (!isNamed) parameter.ParameterName = "";
            command.Parameters.Add(parameter);
        }
    }

    private static List<Column> ColumnsOf(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        return [.. entity.GetProperties().Where(p => p.GetColumnName(table) is not null).Select(p => new Column(p.GetColumnName(table)!, p, p.GetRelationalTypeMapping()))];
    }

    private sealed record Column(string Name, IProperty Property, RelationalTypeMapping Mapping)
    {
        public object Of(object row)
        {
            // The first version of a row is 1, as a save gives it.
            if (Property is { Name: "Version", IsConcurrencyToken: true }) return 1;
            var value = Property.GetGetter().GetClrValue(row);
            return value is null ? DBNull.Value : Mapping.Converter?.ConvertToProvider(value) ?? value;
        }
    }
}
