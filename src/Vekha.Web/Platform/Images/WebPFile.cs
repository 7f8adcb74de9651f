using System.Buffers.Binary;
using System.Text;

namespace Vekha.Web.Platform.Images;

/// <summary>WebP without its metadata: EXIF, XMP and unknown chunks go, the flags of the head follow.</summary>
internal static class WebPFile
{
    private const byte HasExif = 0x08, HasXmp = 0x04;

    private static readonly HashSet<string> Kept = ["VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP"];

    public static CleanPicture Clean(byte[] file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write("RIFF\0\0\0\0WEBP"u8);
        var (at, orientation, flags, size) = (12, 1, -1, default((int Width, int Height)?));
        while (at + 8 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 4));
            if (length > file.Length - at - 8) return CleanPicture.Broken;
            var name = Encoding.Latin1.GetString(file, at, 4);
            var body = file.AsSpan(at + 8, (int)length);
            size ??= SizeOf(name, body);
            if (name == "EXIF") orientation = Exif.Orientation(body.StartsWith("Exif\0\0"u8) ? body[6..] : body);
            if (name == "VP8X") flags = (int)kept.Position + 8;
            if (Kept.Contains(name)) Write(kept, name, body);
            at += 8 + (int)length + (int)(length & 1);
        }
        if (size is not { } known) return CleanPicture.Broken;
        // Only the extended form has a place for the turn; the simple one never had it.
        if (orientation != 1 && flags >= 0) Write(kept, "EXIF", Exif.Of(orientation));
        var bytes = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)bytes.Length - 8);
        if (flags >= 0) bytes[flags] = (byte)((bytes[flags] & ~(HasExif | HasXmp)) | (orientation != 1 ? HasExif : 0));
        return new(bytes, known.Width, known.Height);
    }

    private static void Write(MemoryStream kept, string name, ReadOnlySpan<byte> body)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)body.Length);
        kept.Write(Encoding.Latin1.GetBytes(name));
        kept.Write(length);
        kept.Write(body);
        if (body.Length % 2 == 1) kept.WriteByte(0);
    }

    private static (int Width, int Height)? SizeOf(string name, ReadOnlySpan<byte> body) => name switch
    {
        "VP8X" when body.Length >= 10 => (1 + Three(body[4..]), 1 + Three(body[7..])),
        "VP8 " when body.Length >= 10 => (BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF),
        // A byte of signature, then fourteen bits each.
        "VP8L" when body.Length >= 5 => ((int)(BinaryPrimitives.ReadUInt32LittleEndian(body[1..]) & 0x3FFF) + 1, (int)(BinaryPrimitives.ReadUInt32LittleEndian(body[1..]) >> 14 & 0x3FFF) + 1),
        _ => null,
    };

    private static int Three(ReadOnlySpan<byte> at) => at[0] | at[1] << 8 | at[2] << 16;
}
