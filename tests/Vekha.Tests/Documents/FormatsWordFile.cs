using System.IO.Compression;
using System.Text;

namespace Vekha.Tests.Documents;

/// <summary>Makes small Word files from the XML of their parts.</summary>
internal static class FormatsWordFile
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static string P(string text, string properties = "", string runProperties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr>{R(text, runProperties)}</w:p>";

    public static string R(string text, string properties = "") =>
        $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Tc(string content, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>";

    public static string Row(params string[] texts) => $"<w:tr>{string.Concat(texts.Select(t => Tc(P(t))))}</w:tr>";

    public static string Numbered(int list, int level, string text) =>
        P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static byte[] Of(string body, string styles = "", string numbering = "", string footnotes = "") => Package(
    [
        ("word/document.xml", Part("document", $"<w:body>{body}</w:body>")),
        ("word/styles.xml", Part("styles", styles)),
        ("word/numbering.xml", Part("numbering", numbering)),
        ("word/footnotes.xml", Part("footnotes", footnotes)),
    ]);

    public static byte[] Package((string Name, string Xml)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"{parts[0].Name}\"/></Relationships>");
            var kinds = new[] { "styles", "numbering", "footnotes" };
            Add(zip, "word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(kinds.Select((kind, i) => $"<Relationship Id=\"r{i}\" Type=\"{Relations}/{kind}\" Target=\"{kind}.xml\"/>")) + "</Relationships>");
            foreach (var (name, xml) in parts) Add(zip, name, xml);
        }
        return file.ToArray();
    }

    private static string Part(string root, string content) =>
        $"<?xml version=\"1.0\"?><w:{root} xmlns:w=\"{W}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\">{content}</w:{root}>";

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
