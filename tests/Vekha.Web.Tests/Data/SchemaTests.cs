using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Data;

/// <summary>The migrations, written by hand, give the same tables, columns, keys and indexes as EF's own script for the entities.</summary>
public abstract class SchemaTests(VekhaApp app)
{
    private const string Sqlite = """
        SELECT 'column ' || m.name || '.' || c.name || ' ' || lower(c.type) || CASE WHEN c."notnull" THEN ' not null' ELSE '' END
               || CASE WHEN c.pk THEN ' key ' || c.pk ELSE '' END || COALESCE(' default ' || c.dflt_value, '')
        FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
        UNION ALL
        SELECT 'index ' || m.name || ' ' || i.name || ' unique ' || i."unique" || ' of ' ||
               (SELECT group_concat(COALESCE(x.name, '?'), ',') FROM pragma_index_info(i.name) x)
               || COALESCE((SELECT ' ' || substr(s.sql, instr(s.sql, 'WHERE')) FROM sqlite_master s WHERE s.name = i.name AND s.sql LIKE '%WHERE%'), '')
        FROM sqlite_master m JOIN pragma_index_list(m.name) i WHERE m.type = 'table' AND i.origin = 'c'
        UNION ALL
        SELECT 'foreign ' || m.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' ' || f.on_delete
        FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        """;

    private const string Postgres = """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || COALESCE('(' || character_maximum_length || ')', '')
               || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END || COALESCE(' default ' || column_default, '') || ' ' || is_identity
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
        """;

    [Fact]
    public async Task Migrated_tables_are_those_the_entities_need()
    {
        var mappings = app.Services.GetRequiredService<Mappings>();
        await using var bare = await TestDatabase.Make(app.Engine, isMigrated: false);
        await using (var connection = bare.Source.NewConnection())
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var create = connection.CreateCommand();
            create.CommandText = SchemaScript.Full(mappings, app.Engine);
            await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var wanted = await Shape(bare.Source);
        var migrated = (await Shape(app.Database.Source)).Where(l => !l.Contains("migrations", StringComparison.Ordinal)).ToList();

        migrated.Except(wanted).ShouldBeEmpty("the migrations hold what no entity asks for");
        wanted.Except(migrated).ShouldBeEmpty("run ./run schema NNNN-name: the migrations lack");
    }

    [Fact]
    public async Task A_second_start_applies_nothing()
    {
        (await app.Services.GetRequiredService<Migrator>().Migrate(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public void Every_migration_has_both_files()
    {
        Migrator.NamesFor(Engine.Sqlite).ShouldBe(Migrator.NamesFor(Engine.Postgres));
    }

    private async Task<List<string>> Shape(DataSource source)
    {
        await using var connection = source.NewConnection();
        await connection.OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = app.Engine == Engine.Sqlite ? Sqlite : Postgres;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }
}

public sealed class SchemaOnSqlite(SqliteApp app) : SchemaTests(app), IClassFixture<SqliteApp>;

public sealed class SchemaOnPostgres(PostgresApp app) : SchemaTests(app), IClassFixture<PostgresApp>;
