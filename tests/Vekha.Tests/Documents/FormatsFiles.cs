using System.Text;
using Vekha.Documents.Reading;

namespace Vekha.Tests.Documents;

/// <summary>Files of the repository and short ways to look at what was read from them.</summary>
internal static class FormatsFiles
{
    private static readonly string Root = FindRoot();

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    public static string Data(string name) => Path.Combine(Root, "tests/Vekha.Tests/Documents/data", name);

    public static SourceDocument Read(string path)
    {
        using var file = File.OpenRead(path);
        return DocumentReader.Read(file, Path.GetFileName(path)).Source.ShouldNotBeNull();
    }

    public static SourceDocument ReadText(string text, string name = "план.txt") => ReadBytes(Encoding.UTF8.GetBytes(text), name);

    public static SourceDocument ReadBytes(byte[] bytes, string name) =>
        DocumentReader.Read(new MemoryStream(bytes), name).Source.ShouldNotBeNull();

    public static SourceTable Table(this SourceDocument document) => document.Blocks.OfType<SourceTable>().ShouldHaveSingleItem();

    /// <summary>The texts of a row; a break inside a cell is « / ».</summary>
    public static string Words(this SourceRow row) => string.Join(" | ", row.Cells.Select(c => c.Text.Replace("\n", " / ", StringComparison.Ordinal)));

    public static IEnumerable<string> Paragraphs(this SourceDocument document) =>
        document.Blocks.OfType<SourceParagraph>().Select(p => p.Number is { } number ? $"{number} {p.Text}" : p.Text);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Vekha.slnx"))) folder = folder.Parent.ShouldNotBeNull();
        return folder.FullName;
    }
}
