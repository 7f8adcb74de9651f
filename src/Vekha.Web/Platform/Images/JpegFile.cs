using System.Buffers.Binary;

namespace Vekha.Web.Platform.Images;

/// <summary>
/// JPEG without its metadata (ITU-T T.81, JFIF, Exif): APP1 (Exif, XMP), APP13 (IPTC), comments, small copies and whatever
/// stands behind the picture go; the colour profile, the Adobe mark and every byte of the picture stay.
/// </summary>
internal static class JpegFile
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;

    public static CleanPicture Clean(byte[] file)
    {
        var kept = new MemoryStream(file.Length);
        var (at, orientation, size) = (2, 1, default((int, int)?));
        var segments = new List<Range>();
        while (Next(file, ref at) is { } marker && marker != End)
        {
            if (Length(file, at) is not { } length) return CleanPicture.Broken;
            var body = file.AsSpan(at + 2, length - 2);
            var whole = (at - 2)..(at + length);
            at += length;
            if (marker == App1 && body.StartsWith("Exif\0\0"u8) && orientation == 1) orientation = Exif.Orientation(body[6..]);
            if (IsFrame(marker) && body.Length >= 5) size = (BinaryPrimitives.ReadUInt16BigEndian(body[3..]), BinaryPrimitives.ReadUInt16BigEndian(body[1..]));
            if (!IsKept(marker, body)) continue;
            if (marker != Scan)
            {
                segments.Add(whole);
                continue;
            }
            var data = EndOfScan(file, at);
            segments.Add(whole.Start..data);
            at = data;
        }
        if (size is not var (width, height) || !segments.Exists(s => file[s.Start.Value + 1] == Scan)) return CleanPicture.Broken;
        Write(kept, file, segments, orientation);
        return new(kept.ToArray(), width, height);
    }

    private static void Write(MemoryStream kept, byte[] file, List<Range> segments, int orientation)
    {
        kept.Write([0xFF, Start]);
        var first = 0;
        // JFIF asks to stand first; its small copy is cut off.
        if (segments.Count > 0 && file[segments[0].Start.Value + 1] == App0)
        {
            var jfif = file.AsSpan(segments[first++]);
            kept.Write([0xFF, App0, 0, 16]);
            kept.Write(jfif.Slice(4, 12));
            kept.Write([0, 0]);
        }
        if (orientation != 1)
        {
            var tiff = Exif.Of(orientation);
            kept.Write([0xFF, App1, 0, (byte)(2 + 6 + tiff.Length)]);
            kept.Write("Exif\0\0"u8);
            kept.Write(tiff);
        }
        foreach (var segment in segments.Skip(first)) kept.Write(file.AsSpan(segment));
        kept.Write([0xFF, End]);
    }

    private static bool IsKept(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        App0 => body.StartsWith("JFIF\0"u8) && body.Length >= 14,
        // The colour profile; another APP2 is a panorama or a second picture.
        App2 => body.StartsWith("ICC_PROFILE\0"u8),
        App14 => body.StartsWith("Adobe"u8),
        >= App0 and <= App15 or Comment => false,
        _ => true,
    };

    /// <summary>SOF0–SOF15 without the tables DHT, JPG and DAC that stand among them.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>The next marker; stands behind it. Fill bytes before it are passed over.</summary>
    private static byte? Next(byte[] file, ref int at)
    {
        if (at >= file.Length || file[at] != 0xFF) return null;
        while (at < file.Length && file[at] == 0xFF) at++;
        return at < file.Length ? file[at++] : null;
    }

    private static int? Length(byte[] file, int at)
    {
        if (at + 2 > file.Length) return null;
        var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));
        return length >= 2 && at + length <= file.Length ? length : null;
    }

    /// <summary>Inside a scan FF 00 is a byte and FF D0–D7 a restart; any other marker ends it.</summary>
    private static int EndOfScan(byte[] file, int at)
    {
        for (; at + 1 < file.Length; at++)
        {
            if (file[at] != 0xFF) continue;
            if (file[at + 1] is 0 or 0xFF or (>= 0xD0 and <= 0xD7)) continue;
            return at;
        }
        return file.Length;
    }
}
