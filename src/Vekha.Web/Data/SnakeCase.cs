using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Vekha.Web.Data;

/// <summary>Names of columns, keys and indexes as database people write them: <c>programme_id</c>, <c>ix_plans_programme_id</c>.</summary>
internal static class SnakeCase
{
    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            if (entity.IsMappedToJson() || entity.GetTableName() is not { } table) continue;
            NameColumns(entity, StoreObjectIdentifier.Table(table, entity.GetSchema()));
        }
        foreach (var entity in model.GetEntityTypes().Where(e => !e.IsMappedToJson() && e.GetTableName() is not null))
        {
            foreach (var key in entity.GetDeclaredKeys()) key.SetName(key.GetName()?.ToLowerInvariant());
            foreach (var foreign in entity.GetDeclaredForeignKeys().Where(f => f.GetConstraintName() is not null && !f.IsOwnership))
                foreign.SetConstraintName(foreign.GetConstraintName()!.ToLowerInvariant());
            foreach (var index in entity.GetDeclaredIndexes()) index.SetDatabaseName(index.GetDatabaseName()?.ToLowerInvariant());
        }
    }

    private static void NameColumns(IMutableTypeBase type, StoreObjectIdentifier table)
    {
        foreach (var property in type.GetDeclaredProperties())
            if (property.GetColumnName(table) is { } name) property.SetColumnName(Of(name));
        foreach (var complex in type.GetDeclaredComplexProperties())
            if (!complex.ComplexType.IsMappedToJson()) NameColumns(complex.ComplexType, table);
    }

    public static string Of(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1])) result.Append('_');
            result.Append(char.ToLowerInvariant(name[i]));
        }
        return result.ToString();
    }
}
