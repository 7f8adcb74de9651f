using System.Buffers.Binary;

namespace Vekha.Web.Platform.Images;

/// <summary>GIF without comments and XMP; frames, delays and the number of repeats stay.</summary>
internal static class GifFile
{
    private const byte Extension = 0x21, Image = 0x2C, Trailer = 0x3B, CommentLabel = 0xFE, ApplicationLabel = 0xFF;

    public static CleanPicture Clean(byte[] file)
    {
        if (file.Length < 14) return CleanPicture.Broken;
        var (width, height) = (BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(6)), BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8)));
        var at = 13 + Colours(file[10]);
        if (at > file.Length) return CleanPicture.Broken;
        var kept = new MemoryStream(file.Length);
        kept.Write(file.AsSpan(0, at));
        while (at < file.Length && file[at] != Trailer)
        {
            var start = at;
            if (file[at] == Extension && at + 2 < file.Length) at += 2;
            else if (file[at] == Image && at + 10 < file.Length) at += 11 + Colours(file[at + 9]);
            else return CleanPicture.Broken;
            var isKept = file[start] == Image || IsKept(file, start);
            // Blocks of up to 255 bytes, an empty one ends them.
            while (at < file.Length && file[at] != 0) at += file[at] + 1;
            if (++at > file.Length) return CleanPicture.Broken;
            if (isKept) kept.Write(file.AsSpan(start..at));
        }
        kept.WriteByte(Trailer);
        return new(kept.ToArray(), width, height);
    }

    private static bool IsKept(byte[] file, int at) => file[at + 1] switch
    {
        CommentLabel => false,
        ApplicationLabel => file.AsSpan(at + 3).StartsWith("NETSCAPE2.0"u8) || file.AsSpan(at + 3).StartsWith("ANIMEXTS1.0"u8),
        _ => true,
    };

    private static int Colours(byte packed) => (packed & 0x80) != 0 ? 3 * (1 << ((packed & 7) + 1)) : 0;
}
