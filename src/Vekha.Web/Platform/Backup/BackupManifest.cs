using System.IO.Compression;
using System.Text.Json;

namespace Vekha.Web.Platform.Backup;

/// <summary>The first thing a restore reads: what the archive holds and from which schema.</summary>
internal sealed record BackupManifest
{
    public const string Entry = "manifest.json";

    /// <summary>The shape of the archive: 1.</summary>
    public int Format { get; init; } = 1;
    public required DateTimeOffset Made { get; init; }

    /// <summary>«Sqlite» or «Postgres»; the archive can be restored into either.</summary>
    public required string Engine { get; init; }

    /// <summary>Migrations the database had seen, in order.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }
    public required IReadOnlyList<BackupTable> Tables { get; init; }

    /// <summary>Attached files, by their hash.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public void Write(ZipArchive archive)
    {
        using var stream = archive.CreateEntry(Entry).Open();
        JsonSerializer.Serialize(stream, this, Json);
    }

    /// <exception cref="Refusal">The file is no backup, or of a later shape.</exception>
    public static BackupManifest Read(ZipArchive archive)
    {
        if (archive.GetEntry(Entry) is not { } entry) throw new Refusal("Копия не прочитана", "В файле нет описания копии", "Проверьте, тот ли это файл");
        using var stream = entry.Open();
        var manifest = JsonSerializer.Deserialize<BackupManifest>(stream, Json)!;
        return manifest.Format == 1 ? manifest : throw new Refusal("Копия не прочитана", "Она сделана более новой Вехой", "Поставьте ту же или более новую версию");
    }
}
