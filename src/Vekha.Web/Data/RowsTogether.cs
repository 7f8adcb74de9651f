using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Vekha.Web.Data;

/// <summary>
/// Many rows of one kind that are saved at once go in one statement: a hundred assignments that move to the same day are one UPDATE, and
/// their hundred histories one INSERT. The mapper writes a statement a row on SQLite.
/// </summary>
internal sealed class RowsTogether
{
    /// <summary>Kinds that may, and whether new rows of them may too; said once by the mapping of each.</summary>
    private static readonly ConcurrentDictionary<Type, bool> Kinds = [];

    /// <summary>Fewer are not worth a statement of their own; more would pass what PostgreSQL takes as parameters.</summary>
    private const int Least = 10, Most = 200;

    private readonly VekhaDb db;
    private readonly List<(EntityEntry Entry, PropertyValues? Before)> taken = [];
    private readonly List<(EntityEntry[] Rows, IReadOnlyList<IProperty>? Changed, int Version)> groups = [];

    private RowsTogether(VekhaDb db) => this.db = db;

    /// <summary>Takes from the mapper what goes together; <c>null</c> for nothing. Rows of such a kind refer only to rows that are there or are written before.</summary>
    public static RowsTogether? Take(VekhaDb db)
    {
        var marked = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified && Kinds.ContainsKey(e.Metadata.ClrType)).ToList();
        if (marked.Count < Least) return null;
        var together = new RowsTogether(db);
        foreach (var kind in marked.Where(e => e.State == EntityState.Added && Kinds[e.Metadata.ClrType]).GroupBy(e => e.Metadata))
            foreach (var some in kind.Chunk(Most).Where(c => c.Length >= Least)) together.groups.Add((some, null, 0));
        foreach (var alike in marked.Where(e => e.State == EntityState.Modified).GroupBy(KeyOf))
            foreach (var some in alike.Chunk(Most).Where(c => c.Length >= Least))
                together.groups.Add((some, [.. some[0].Properties.Where(p => p.IsModified).Select(p => p.Metadata)], (int)some[0].Property("Version").OriginalValue!));
        if (together.groups.Count == 0) return null;
        foreach (var entry in together.groups.SelectMany(g => g.Rows))
        {
            together.taken.Add((entry, entry.State == EntityState.Added ? null : entry.OriginalValues.Clone()));
            if (entry.State == EntityState.Modified) entry.OriginalValues.SetValues(entry.CurrentValues);
            entry.State = EntityState.Unchanged;
        }
        return together;
    }

    /// <summary>Writes them, inside the transaction of the save.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody has changed one of the rows meanwhile.</exception>
    public async Task Write(CancellationToken cancel)
    {
        foreach (var (rows, changed, version) in groups)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = changed is null ? Insert(command, rows) : Update(command, rows, changed, version);
            if (await command.ExecuteNonQueryAsync(cancel) != rows.Length)
                throw new DbUpdateConcurrencyException("Rows written together have changed meanwhile");
        }
    }

    /// <summary>The save has failed: the context knows again what was to be saved.</summary>
    public void GiveBack()
    {
        foreach (var (entry, before) in taken)
        {
            if (before is null)
            {
                entry.State = EntityState.Added;
                continue;
            }
            entry.OriginalValues.SetValues(before);
            entry.DetectChanges();
        }
    }

    private static string KeyOf(EntityEntry entry)
    {
        var key = new StringBuilder(entry.Metadata.Name).Append('|').Append(entry.Property("Version").OriginalValue);
        foreach (var property in entry.Properties.Where(p => p.IsModified)) key.Append('|').Append(property.Metadata.Name).Append('=').Append(CultureInfo.InvariantCulture, $"{property.CurrentValue}");
        return key.ToString();
    }

    private string Insert(DbCommand command, EntityEntry[] rows)
    {
        var (kind, table) = (rows[0].Metadata, TableOf(rows[0].Metadata));
        var columns = kind.GetProperties().ToList();
        var words = new StringBuilder("INSERT INTO ").Append(table).Append(" (").AppendJoin(", ", columns.Select(ColumnOf)).Append(") VALUES ");
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
            words.Append(i == 0 ? "(" : ", (").AppendJoin(", ", columns.Select(c => Parameter(command, c, row.CurrentValues[c]))).Append(')');
        return words.ToString();
    }

    private string Update(DbCommand command, EntityEntry[] rows, IReadOnlyList<IProperty> changed, int version)
    {
        var kind = rows[0].Metadata;
        var (key, token) = (kind.FindPrimaryKey()!.Properties[0], kind.FindProperty("Version")!);
        return new StringBuilder("UPDATE ").Append(TableOf(kind)).Append(" SET ").AppendJoin(", ", changed.Select(c => $"{ColumnOf(c)} = {Parameter(command, c, rows[0].CurrentValues[c])}"))
            .Append(" WHERE ").Append(ColumnOf(token)).Append(" = ").Append(Parameter(command, token, version)).Append(" AND ").Append(ColumnOf(key)).Append(" IN (").AppendJoin(", ", rows.Select(r => Parameter(command, key, r.CurrentValues[key]))).Append(')').ToString();
    }

    private static string Parameter(DbCommand command, IProperty property, object? value)
    {
        var name = $"@p{command.Parameters.Count.ToString(CultureInfo.InvariantCulture)}";
        command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, name, value, property.IsNullable));
        return name;
    }

    private string TableOf(IReadOnlyEntityType kind) => Names.DelimitIdentifier(kind.GetTableName()!);

    private string ColumnOf(IReadOnlyProperty property) => Names.DelimitIdentifier(property.GetColumnName());

    private ISqlGenerationHelper Names => db.GetService<ISqlGenerationHelper>();

    /// <summary>Rows of this kind may be saved together: they have a single key of their own and, to be changed together, a version.</summary>
    /// <param name="added">New ones too: nothing that is saved with them refers to them.</param>
    internal static void Allow<T>(bool added) where T : class => Kinds[typeof(T)] = added;
}
