using Vekha.Documents.Reading.Plain;

namespace Vekha.Documents.Reading;

/// <summary>Tells the format of a file by its content and reads it.</summary>
internal static class FileFormat
{
    /// <exception cref="UnreadableException">The file cannot be read at all.</exception>
    public static SourceDocument Read(Stream file, string name)
    {
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        var source = TextFormat.Read(TextEncoding.Decode(copy.GetBuffer().AsSpan(0, (int)copy.Length)));
        return FootnoteMarks.Gather(source);
    }
}
