using System.Buffers.Binary;

namespace Vekha.Web.Platform.Images;

/// <summary>
/// The one thing of a photograph's EXIF that is kept: how to turn it. Everything else (place, camera, serial number, owner,
/// a small copy of the uncut picture) goes.
/// </summary>
internal static class Exif
{
    private const ushort OrientationTag = 0x0112;

    /// <summary>The orientation of a TIFF block, 1–8; 1 when it is not said or the block is broken.</summary>
    public static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14) return 1;
        var little = tiff.StartsWith("II"u8);
        if (!little && !tiff.StartsWith("MM"u8)) return 1;
        var start = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start > tiff.Length - 2) return 1;
        var at = (int)start;
        var count = Short(tiff[at..], little);
        for (var (i, entry) = (0, at + 2); i < count && entry + 12 <= tiff.Length; i++, entry += 12)
            if (Short(tiff[entry..], little) == OrientationTag) return Short(tiff[(entry + 8)..], little) is >= 1 and <= 8 and var found ? found : 1;
        return 1;
    }

    /// <summary>A TIFF block that says nothing but the orientation.</summary>
    public static byte[] Of(int orientation) =>
    [
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1, OrientationTag >> 8, OrientationTag & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
