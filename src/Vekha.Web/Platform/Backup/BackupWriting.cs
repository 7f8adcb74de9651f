using System.Data;
using System.Data.Common;
using System.IO.Compression;
using System.Text;
using Vekha.Web.Data;

namespace Vekha.Web.Platform.Backup;

/// <summary>
/// «Резервная копия»: all rows as of one moment and the attached files, in one archive that either database
/// takes back. People may go on working meanwhile.
/// </summary>
public sealed class BackupWriting(VekhaDb db, Installation installation, Migrator migrator, TimeProvider time)
{
    /// <summary>Writes the archive under a name that appears only when it is whole.</summary>
    /// <returns>How many rows and files it holds.</returns>
    public async Task<(long Rows, int Files)> Write(string place, CancellationToken cancel = default)
    {
        var part = place + ".part";
        try
        {
            BackupManifest manifest;
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write))
            using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8))
                manifest = await Fill(archive, cancel);
            // Personal data and the keys of sessions are inside: nobody but the owner may read it.
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Move(part, place, overwrite: true);
            return (manifest.Tables.Sum(t => t.Rows), manifest.Files.Count);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private async Task<BackupManifest> Fill(ZipArchive archive, CancellationToken cancel)
    {
        await using var connection = installation.Database.NewConnection();
        await connection.OpenAsync(cancel);
        // Everything is read as of one moment: a snapshot on PostgreSQL, a read transaction over the log on SQLite.
        await using var transaction = connection is Microsoft.Data.Sqlite.SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var migrations = await migrator.Applied(connection, transaction, cancel);
        var tables = new List<BackupTable>();
        foreach (var table in BackupTable.Of(db)) tables.Add(await Add(archive, table, connection, transaction, cancel));
        var files = await HashesOf(connection, transaction, cancel);
        foreach (var hash in files) await Add(archive, $"files/{hash}", Platform.Files.PlaceOf(installation, hash), cancel);
        var manifest = new BackupManifest { Made = time.GetUtcNow(), Engine = installation.Database.Engine.ToString(), Migrations = [.. migrations.Order(StringComparer.Ordinal)], Tables = tables, Files = files };
        manifest.Write(archive);
        return manifest;
    }

    private static async Task<BackupTable> Add(ZipArchive archive, BackupTable table, DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        await using var stream = archive.CreateEntry($"tables/{table.Name}.jsonl", CompressionLevel.Fastest).Open();
        await using var lines = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        return await table.Read(connection, transaction, line => lines.WriteLineAsync(line), cancel);
    }

    private static async Task<IReadOnlyList<string>> HashesOf(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT DISTINCT sha256 FROM files ORDER BY sha256";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var hashes = new List<string>();
        while (await reader.ReadAsync(cancel)) hashes.Add(reader.GetString(0));
        return hashes;
    }

    private static async Task Add(ZipArchive archive, string name, string place, CancellationToken cancel)
    {
        // Scans and office files are packed already.
        await using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
        await using var file = new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read);
        await file.CopyToAsync(entry, cancel);
    }
}
