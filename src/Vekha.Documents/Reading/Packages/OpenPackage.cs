using System.IO.Compression;
using System.Xml;

namespace Vekha.Documents.Reading.Packages;

/// <summary>
/// The zip package of a Word or Excel file, read part by part and never as a whole: a small file can unpack to gigabytes.
/// </summary>
internal sealed class OpenPackage : IDisposable
{
    private const string RelationshipNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private long unpacked;

    /// <exception cref="InvalidDataException">Not a zip archive, or a broken one.</exception>
    /// <exception cref="UnreadableException">Beyond the limits.</exception>
    public OpenPackage(Stream file)
    {
        zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > ReadingLimits.Parts) throw new UnreadableException("В файле слишком много частей: это не документ.");
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            total += entry.Length;
            if (total > ReadingLimits.UnpackedBytes || IsBomb(entry))
                throw new UnreadableException("Файл распаковывается в несоразмерно большой объём и не прочитан. Сохраните документ заново и загрузите ещё раз.");
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    private static bool IsBomb(ZipArchiveEntry entry) =>
        entry.Length > ReadingLimits.SmallPart && entry.Length / Math.Max(1, entry.CompressedLength) > ReadingLimits.PackingRatio;

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>A part as XML, or <c>null</c> where there is none.</summary>
    public XmlPart? Open(string? part) =>
        part is not null && parts.TryGetValue(part, out var entry) ? new XmlPart(Unpack(entry), part) : null;

    /// <summary>The bytes of a part as they unpack.</summary>
    public Stream? OpenBytes(string part) => parts.TryGetValue(part, out var entry) ? Unpack(entry) : null;

    private MeteredStream Unpack(ZipArchiveEntry entry) => new(entry.Open(), count =>
    {
        // The sizes written in the archive may lie; these bytes are real.
        if ((unpacked += count) > ReadingLimits.UnpackedBytes)
            throw new UnreadableException("Файл распаковывается в несоразмерно большой объём и не прочитан.");
    });

    /// <summary>The part that the package names as its document: <c>word/document.xml</c>, <c>xl/workbook.xml</c>.</summary>
    public string? MainPart => Related("", "officeDocument").Select(r => r.Target).FirstOrDefault(Has);

    /// <summary>«odt» or «ods» for a file of the open formats; <c>null</c> for anything else.</summary>
    /// <exception cref="UnreadableException">It is behind a password.</exception>
    public string? OpenKind()
    {
        if (!parts.TryGetValue("mimetype", out var entry) || entry.Length > 200) return null;
        using var reader = new StreamReader(Unpack(entry));
        var kind = reader.ReadToEnd().Trim();
        if (!kind.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal)) return null;
        using (var manifest = Open("META-INF/manifest.xml"))
            while (manifest is not null && manifest.Read())
                if (manifest.IsElement() && manifest.Name == "encryption-data")
                    throw new UnreadableException("Файл защищён паролем. Откройте его, снимите пароль и загрузите снова.");
        return kind.Contains("spreadsheet", StringComparison.Ordinal) ? "ods" : "odt";
    }

    /// <summary>«Word» or «Excel», by the root of the main part; <c>null</c> for anything else.</summary>
    public string? Kind(string mainPart)
    {
        using var xml = Open(mainPart);
        while (xml is not null && xml.Read())
            if (xml.IsElement()) return xml.Name switch { "document" => "Word", "workbook" => "Excel", _ => null };
        return null;
    }

    /// <summary>Parts that a part points at, by the last word of the kind of relationship.</summary>
    public IEnumerable<(string Id, string Target)> Related(string part, string kind)
    {
        var slash = part.LastIndexOf('/') + 1;
        using var xml = Open($"{part[..slash]}_rels/{part[slash..]}.rels");
        if (xml is null) yield break;
        while (xml.Read())
        {
            if (!xml.IsElement("Relationship", RelationshipNamespace) || xml.Plain("TargetMode") == "External") continue;
            if (xml.Plain("Type") is not { } type || !type.EndsWith($"/{kind}", StringComparison.Ordinal)) continue;
            yield return (xml.Plain("Id") ?? "", Resolve(part[..slash], xml.Plain("Target") ?? ""));
        }
    }

    /// <summary>The first part of a kind.</summary>
    public string? RelatedPart(string part, string kind) => Related(part, kind).Select(r => r.Target).FirstOrDefault();

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step != "..") { if (step != ".") steps.Add(step); }
            else if (steps.Count > 0) steps.RemoveAt(steps.Count - 1);
        return string.Join('/', steps);
    }

    public void Dispose() => zip.Dispose();
}
