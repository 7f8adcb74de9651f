using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Vekha.Documents.Writing;

/// <summary>Makes an Office file whose bytes depend on its content alone, so that a paper can be frozen by its hash.</summary>
internal static class SteadyPackage
{
    // The earliest day a zip can hold: the day of writing must not show in the bytes.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs again what <paramref name="package"/> holds: entries in order of name, one fixed time.</summary>
    public static void Repack(MemoryStream package, Stream into)
    {
        package.Position = 0;
        using var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        // The archive wants to ask for its position; a response stream cannot tell it.
        using var packed = new MemoryStream();
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(Rank).ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                copy.ExternalAttributes = 0;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        packed.Position = 0;
        packed.CopyTo(into);
    }

    /// <summary>The part with the title, the issuer and the day; nothing about the machine or the person at it.</summary>
    public static MemoryStream CoreProperties(Paper paper)
    {
        const string core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string dc = "http://purl.org/dc/elements/1.1/";
        const string terms = "http://purl.org/dc/terms/";
        const string instance = "http://www.w3.org/2001/XMLSchema-instance";
        var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false }))
        {
            xml.WriteStartElement("cp", "coreProperties", core);
            xml.WriteElementString("dc", "title", dc, PaperXml.Clean(paper.Title).Replace('\n', ' '));
            if (paper.Issuer is { } issuer)
                xml.WriteElementString("dc", "creator", dc, PaperXml.Clean(issuer));
            xml.WriteElementString("dc", "language", dc, "ru-RU");
            if (paper.Made is { } made)
            {
                foreach (var name in (ReadOnlySpan<string>)["created", "modified"])
                {
                    xml.WriteStartElement("dcterms", name, terms);
                    xml.WriteAttributeString("xsi", "type", instance, "dcterms:W3CDTF");
                    xml.WriteString(made.ToString("yyyy-MM-dd", null) + "T00:00:00Z");
                    xml.WriteEndElement();
                }
            }

            xml.WriteEndElement();
        }

        stream.Position = 0;
        return stream;
    }

    // Readers that look at the first entries of the file tell a package by its list of types.
    private static int Rank(ZipArchiveEntry entry) => entry.FullName switch
    {
        "[Content_Types].xml" => 0,
        "_rels/.rels" => 1,
        _ => 2,
    };
}
