using System.IO.Compression;

namespace Vekha.Web.Platform;

/// <summary>«Архив»: several files given out as one ZIP. Names lose what a path or a system forbids, and no two are the same.</summary>
public sealed class Archive : IAsyncDisposable
{
    /// <summary>What a download of it is called on the wire.</summary>
    public const string ContentType = "application/zip";

    private readonly ZipArchive zip;
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="to">Stays open.</param>
    public Archive(Stream to) => zip = new(to, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>The bytes of a small archive.</summary>
    public static async Task<byte[]> Of(Func<Archive, Task> fill)
    {
        using var content = new MemoryStream();
        await using (var archive = new Archive(content)) await fill(archive);
        return content.ToArray();
    }

    /// <summary>A file that is written now.</summary>
    /// <param name="folder">«Согласия», or <c>null</c> for the top.</param>
    public async Task Put(string? folder, string name, Action<Stream> write, CancellationToken cancel = default)
    {
        // Writers of papers are not asynchronous: an entry that goes to a socket must not wait in them.
        using var content = new MemoryStream();
        write(content);
        content.Position = 0;
        await Put(folder, name, content, CompressionLevel.Optimal, cancel);
    }

    /// <summary>A file that lies somewhere; photographs and scans are packed already.</summary>
    public Task Put(string? folder, string name, Stream content, CancellationToken cancel) => Put(folder, name, content, CompressionLevel.NoCompression, cancel);

    /// <summary>A name without what any system forbids in it: «Письмо 01-17/1» is «Письмо 01-17-1».</summary>
    public static string Plain(string name) =>
        string.Concat(name.Replace('/', '-').Where(c => c >= ' ' && c is not ('\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|'))).Trim(' ', '.');

    public ValueTask DisposeAsync() => zip.DisposeAsync();

    private async Task Put(string? folder, string name, Stream content, CompressionLevel level, CancellationToken cancel)
    {
        await using var entry = await zip.CreateEntry(Free(folder is null ? Plain(name) : $"{Plain(folder)}/{Plain(name)}"), level).OpenAsync(cancel);
        await content.CopyToAsync(entry, cancel);
    }

    private string Free(string name)
    {
        var (stem, tail) = (name[..^Path.GetExtension(name).Length], Path.GetExtension(name));
        var free = name;
        for (var i = 2; !names.Add(free); i++) free = $"{stem} ({i}){tail}";
        return free;
    }
}
