using System.Buffers.Binary;
using System.Text;

namespace Vekha.Web.Platform.Images;

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
public enum PictureKind
{
    /// <summary>No picture that is known here.</summary>
    None,
    Jpeg,
    Png,
    WebP,
    Gif,
    Tiff,
    Bmp,
    /// <summary>HEIC, HEIF, AVIF: what telephones make and offices cannot open.</summary>
    Heic,
    /// <summary>A drawing in text, which may carry a program.</summary>
    Svg,
}

public static class PictureKinds
{
    /// <summary>Enough to tell any kind.</summary>
    public const int Head = 512;

    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"];

    public static PictureKind Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return PictureKind.Jpeg;
        if (head.StartsWith(PngFile.Signature)) return PictureKind.Png;
        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8)) return PictureKind.WebP;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)) return PictureKind.Gif;
        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8)) return PictureKind.Tiff;
        if (head.StartsWith("BM"u8) && head.Length >= 6 && BinaryPrimitives.ReadUInt32LittleEndian(head[2..]) is > 26 and <= (uint)Files.Limit) return PictureKind.Bmp;
        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) && HeicBrands.Contains(Encoding.Latin1.GetString(head[8..12]))) return PictureKind.Heic;
        return LooksLikeSvg(head) ? PictureKind.Svg : PictureKind.None;
    }

    /// <summary>The kind a name promises; <see cref="PictureKind.None"/> for any other file.</summary>
    public static PictureKind ByName(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" or ".jpe" or ".jfif" => PictureKind.Jpeg,
        ".png" or ".apng" => PictureKind.Png,
        ".webp" => PictureKind.WebP,
        ".gif" => PictureKind.Gif,
        ".tif" or ".tiff" => PictureKind.Tiff,
        ".bmp" => PictureKind.Bmp,
        ".heic" or ".heif" or ".avif" => PictureKind.Heic,
        ".svg" or ".svgz" => PictureKind.Svg,
        _ => PictureKind.None,
    };

    /// <summary>«.jpg».</summary>
    public static string Extension(this PictureKind kind) => kind switch
    {
        PictureKind.Jpeg => ".jpg",
        PictureKind.Png => ".png",
        PictureKind.WebP => ".webp",
        PictureKind.Gif => ".gif",
        PictureKind.Tiff => ".tif",
        PictureKind.Bmp => ".bmp",
        PictureKind.Svg => ".svg",
        _ => "",
    };

    private static bool LooksLikeSvg(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        // A page of text may hold a drawing; that is no drawing yet.
        return text.StartsWith('<') && text.Contains("<svg", StringComparison.OrdinalIgnoreCase) && !text.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }
}
