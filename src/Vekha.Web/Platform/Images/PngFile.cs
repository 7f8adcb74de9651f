using System.Buffers.Binary;
using System.Text;

namespace Vekha.Web.Platform.Images;

/// <summary>PNG without its metadata: text, EXIF, time and unknown chunks go, the picture with its colours and its animation stays.</summary>
internal static class PngFile
{
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly HashSet<string> Kept =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT"];

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    public static CleanPicture Clean(byte[] file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        var (at, width, height) = (Signature.Length, 0u, 0u);
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12) return CleanPicture.Broken;
            var chunk = file.AsSpan(at, (int)length + 12);
            var name = Encoding.Latin1.GetString(chunk.Slice(4, 4));
            var body = chunk.Slice(8, (int)length);
            at += chunk.Length;
            if (name == "IHDR" && body.Length >= 8) (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(body), BinaryPrimitives.ReadUInt32BigEndian(body[4..]));
            if (name == "eXIf" && Exif.Orientation(body) is var turned and not 1) kept.Write(Chunk("eXIf"u8, Exif.Of(turned)));
            if (Kept.Contains(name)) kept.Write(chunk);
            // What stands behind the end is no part of the picture.
            if (name == "IEND") return width is 0 or > int.MaxValue || height is 0 or > int.MaxValue ? CleanPicture.Broken : new(kept.ToArray(), (int)width, (int)height);
        }
        return CleanPicture.Broken;
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] body)
    {
        var chunk = new byte[body.Length + 12];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)body.Length);
        name.CopyTo(chunk.AsSpan(4));
        body.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + body.Length), Crc(chunk.AsSpan(4, body.Length + 4)));
        return chunk;
    }

    internal static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = Table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }
}
