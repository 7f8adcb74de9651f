using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Vekha.Web.Data;

namespace Vekha.Web.Platform.Backup;

/// <summary>
/// «Восстановление» of a backup into an empty installation, on either database: the schema of the backup, its rows,
/// a count of what arrived, then the migrations that came after it.
/// </summary>
public sealed class BackupRestoring(Installation installation, Migrator migrator)
{
    /// <exception cref="Refusal">Not a backup, a newer one, damaged, or the installation is not empty. Nothing is left behind in the database.</exception>
    /// <returns>How many rows and files came back.</returns>
    public async Task<(long Rows, int Files)> Restore(string place, CancellationToken cancel = default)
    {
        using var archive = Open(place);
        var manifest = BackupManifest.Read(archive);
        if (manifest.Migrations.Except(Migrator.NamesFor(installation.Database.Engine)).FirstOrDefault() is { } unknown)
            throw new Refusal("Копия не восстановлена", $"Она сделана более новой Вехой: в ней есть изменение схемы {unknown}", "Поставьте ту же или более новую версию");
        await using (var connection = installation.Database.NewConnection())
        {
            await connection.OpenAsync(cancel);
            if (await HasTables(connection, cancel))
                throw new Refusal("Копия не восстановлена", "В базе уже есть таблицы", "Назовите пустую базу и пустую папку данных: поверх живых данных копия не кладётся");
        }
        await TakeFiles(archive, manifest, cancel);
        await migrator.Migrate(manifest.Migrations, (connection, transaction) => TakeRows(archive, manifest, connection, transaction, cancel), cancel);
        return (manifest.Tables.Sum(t => t.Rows), manifest.Files.Count);
    }

    private static ZipArchive Open(string place)
    {
        try
        {
            return ZipFile.OpenRead(place);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new Refusal("Копия не прочитана", File.Exists(place) ? "Файл повреждён или это не копия" : $"Файла {place} нет", "Проверьте имя и возьмите другую копию");
        }
    }

    private async Task<bool> HasTables(DbConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = installation.Database.Engine == Engine.Sqlite
            ? "SELECT count(*) FROM sqlite_master WHERE type = 'table'"
            : "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture) > 0;
    }

    private async Task TakeFiles(ZipArchive archive, BackupManifest manifest, CancellationToken cancel)
    {
        foreach (var hash in manifest.Files)
        {
            if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)) throw Damaged($"имя файла {hash}");
            var place = Files.PlaceOf(installation, hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            await Copy(archive, $"files/{hash}", place, cancel);
            await using var file = File.OpenRead(place);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)) != hash) throw Damaged($"файл {hash[..12]}…");
        }
    }

    private static async Task Copy(ZipArchive archive, string entry, string place, CancellationToken cancel)
    {
        await using var from = (archive.GetEntry(entry) ?? throw Damaged(entry)).Open();
        await using var to = new FileStream(place, FileMode.Create, FileAccess.Write);
        await from.CopyToAsync(to, cancel);
    }

    // Rows refer to each other in a circle of tables: references are checked when all rows are in, not before.
    private static async Task TakeRows(ZipArchive archive, BackupManifest manifest, DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        var postgres = connection is Npgsql.NpgsqlConnection;
        var references = postgres ? await References(connection, transaction, cancel) : [];
        if (postgres) await Run(connection, transaction, string.Concat(references.Select(r => $"ALTER TABLE {r.Table} ALTER CONSTRAINT \"{r.Name}\" DEFERRABLE INITIALLY DEFERRED;")) + "SELECT 1", cancel);
        else await Run(connection, transaction, "PRAGMA defer_foreign_keys = ON", cancel);
        foreach (var table in manifest.Tables)
        {
            await using var stream = (archive.GetEntry($"tables/{table.Name}.jsonl") ?? throw Damaged(table.Name)).Open();
            using var lines = new StreamReader(stream);
            await new RowWriter(connection, transaction, table).Write(lines, cancel);
            var back = await table.Read(connection, transaction, null, cancel);
            if (back.Rows != table.Rows || back.Checksum != table.Checksum) throw Damaged($"таблица {table.Name}: {back.Rows} строк из {table.Rows}");
            if (postgres && table is { Counter: { } counter, Rows: > 0 })
                await Run(connection, transaction, $"SELECT setval(pg_get_serial_sequence('\"{table.Name}\"', '{counter}'), (SELECT max(\"{counter}\") FROM \"{table.Name}\"))", cancel);
        }
        if (postgres) await Run(connection, transaction, "SET CONSTRAINTS ALL IMMEDIATE;" + string.Concat(references.Select(r => $"ALTER TABLE {r.Table} ALTER CONSTRAINT \"{r.Name}\" NOT DEFERRABLE;")), cancel);
    }

    private static async Task<List<(string Table, string Name)>> References(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var found = new List<(string, string)>();
        while (await reader.ReadAsync(cancel)) found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }

    private static async Task Run(DbConnection connection, DbTransaction transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static Refusal Damaged(string what) => new("Копия не восстановлена", $"Она повреждена: {what}", "Возьмите другую копию");

    /// <summary>Puts lines of a table in, many rows a command.</summary>
    private sealed class RowWriter(DbConnection connection, DbTransaction transaction, BackupTable table)
    {
        // SQLite takes 32,766 values a command, PostgreSQL 65,535.
        private readonly int batch = Math.Max(1, Math.Min(500, 30_000 / table.Columns.Count));

        public async Task Write(StreamReader lines, CancellationToken cancel)
        {
            var rows = new List<object[]>(batch);
            while (await lines.ReadLineAsync(cancel) is { } line)
            {
                using var row = JsonDocument.Parse(line);
                rows.Add([.. row.RootElement.EnumerateArray().Select((v, i) => BackupTable.Parse(v, table.Columns[i].Kind))]);
                if (rows.Count == batch) await Put(rows, cancel);
            }
            if (rows.Count > 0) await Put(rows, cancel);
        }

        private async Task Put(List<object[]> rows, CancellationToken cancel)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            var values = rows.Select((row, r) => "(" + string.Join(",", row.Select((_, c) => $"@v{r}_{c}")) + ")");
            command.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(",", table.Columns.Select(c => $"\"{c.Name}\""))}) VALUES {string.Join(",", values)}";
            for (var r = 0; r < rows.Count; r++)
                for (var c = 0; c < table.Columns.Count; c++)
                {
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = ($"@v{r}_{c}", rows[r][c]);
                    command.Parameters.Add(parameter);
                }
            await command.ExecuteNonQueryAsync(cancel);
            rows.Clear();
        }
    }
}
