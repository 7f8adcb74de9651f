using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform.Images;

namespace Vekha.Web.Platform;

/// <summary>«Файл»: what a person attached. The words about it are here, its bytes lie in the data folder under their hash.</summary>
public sealed class StoredFile
{
    private StoredFile() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    [Display(Name = "Имя файла")]
    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required long Size { get; init; }

    /// <summary>Hex, small letters; also the name on disk.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? PersonId { get; init; }

    internal static StoredFile Of(string name, string type, long size, string hash, DateTimeOffset at, Guid? person) =>
        new() { Name = name, ContentType = type, Size = size, Sha256 = hash, At = at, PersonId = person };

    internal static void Map(ModelBuilder model) => model.Entity<StoredFile>(file =>
    {
        file.ToTable("files");
        file.HasIndex(f => f.Sha256);
    });
}

public static class FileSets
{
    extension(VekhaDb db)
    {
        public DbSet<StoredFile> Files => db.Set<StoredFile>();
    }
}

/// <summary>Keeps and gives back attached files. The same bytes are kept once.</summary>
public sealed class Files(VekhaDb db, Installation installation, Actor actor, TimeProvider time)
{
    /// <summary>25 MB: enough for photographs and scans, refused above.</summary>
    public const long Limit = 25L * 1024 * 1024;

    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly HashSet<string> dropped = [];

    /// <summary>
    /// Keeps an uploaded file; the record is saved with the caller's own save. A photograph loses its metadata: where it was
    /// taken and by whose telephone.
    /// </summary>
    /// <exception cref="Refusal">Empty, larger than <see cref="Limit"/>, or a picture that cannot be kept.</exception>
    public async Task<StoredFile> Keep(IFormFile upload, CancellationToken cancel = default)
    {
        await using var content = upload.OpenReadStream();
        return await Keep(content, upload.FileName, cancel);
    }

    /// <inheritdoc cref="Keep(IFormFile, CancellationToken)"/>
    public async Task<StoredFile> Keep(Stream content, string name, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(Folder);
        var waiting = Path.Combine(Folder, Guid.NewGuid().ToString("N") + ".part");
        try
        {
            var (size, hash) = await Write(content, waiting, cancel);
            name = CleanName(name);
            if (size == 0) throw new Refusal("Файл не принят", $"«{name}» пуст", "Выберите другой файл");
            if (Pictures.Clean(name, KindOf(waiting), () => File.ReadAllBytes(waiting)) is var (bytes, fitting))
            {
                name = fitting;
                await File.WriteAllBytesAsync(waiting, bytes, cancel);
                (size, hash) = (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            }
            var place = PlaceOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (!File.Exists(place)) File.Move(waiting, place, overwrite: true);
            FailPoint.Pass("file.kept");
            var file = StoredFile.Of(name, TypeOf(name), size, hash, time.GetUtcNow(), actor.PersonId);
            db.Add(file);
            return file;
        }
        catch (IOException e) when (e.IsFullDisk())
        {
            throw new Refusal("Файл не сохранён", "На сервере кончилось место", "Сообщите администратору и отправьте форму ещё раз, когда он его освободит");
        }
        finally
        {
            File.Delete(waiting);
        }
    }

    /// <summary>Takes a file away for good; with the caller's save go the words about it, with <see cref="Shred"/> its bytes.</summary>
    public void Drop(StoredFile file)
    {
        db.Remove(file);
        dropped.Add(file.Sha256);
    }

    /// <summary>After the save: deletes the bytes of what was dropped, unless somebody else keeps the same ones.</summary>
    public async Task Shred(CancellationToken cancel = default)
    {
        var kept = await db.Files.Where(f => dropped.Contains(f.Sha256)).Select(f => f.Sha256).ToListAsync(cancel);
        foreach (var hash in dropped.Except(kept)) File.Delete(PlaceOf(hash));
        dropped.Clear();
    }

    public Stream Open(StoredFile file) => new FileStream(PlaceOf(file.Sha256), FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Where the bytes lie, for a child process that reads them.</summary>
    public string PlaceOf(StoredFile file) => PlaceOf(file.Sha256);

    /// <summary>The answer of a page that gives the file: always an attachment, never shown inside our pages.</summary>
    public FileStreamResult Download(StoredFile file) => new(Open(file), file.ContentType) { FileDownloadName = file.Name };

    private string Folder => Path.Combine(installation.DataFolder, "files");

    private string PlaceOf(string hash) => PlaceOf(installation, hash);

    /// <summary>Where the bytes with a hash lie in an installation.</summary>
    internal static string PlaceOf(Installation installation, string hash) => Path.Combine(installation.DataFolder, "files", hash[..2], hash);

    private static async Task<(long Size, string Hash)> Write(Stream content, string place, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = new FileStream(place, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81920];
        long size = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0; size += read)
        {
            if (size + read > Limit) throw new Refusal("Файл не принят", "Он больше 25 МБ", "Сожмите снимки или разделите файл");
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // Browsers of old send whole paths; control characters would break the header of a download, and letters that turn
    // the direction of writing would show «fdp.exe» as «exe.pdf».
    private static string CleanName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && c is not (':' or '*' or '?' or '"' or '<' or '>' or '|') && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)]).Trim().TrimEnd('.');
        return clean.Length switch { 0 => "файл", > 200 => clean[..150] + Path.GetExtension(clean), _ => clean };
    }

    private static PictureKind KindOf(string place)
    {
        Span<byte> head = stackalloc byte[PictureKinds.Head];
        using var file = new FileStream(place, FileMode.Open, FileAccess.Read);
        return PictureKinds.Of(head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
    }

    private static string TypeOf(string name) => Types.TryGetContentType(name, out var type) ? type : "application/octet-stream";
}
