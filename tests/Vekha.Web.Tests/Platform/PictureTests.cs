using System.Buffers.Binary;
using System.Text;
using Vekha.Web.Platform;
using Vekha.Web.Platform.Images;

namespace Vekha.Web.Tests.Platform;

/// <summary>What is left of a photograph: every byte of the picture, nothing about the place and the telephone.</summary>
public sealed class PictureTests
{
    /// <summary>A scan with a stuffed byte, a restart mark and fill bytes in it.</summary>
    private static readonly byte[] ScanData = [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD3, 0x56, 0xFF, 0x00, 0x9A];

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void A_photograph_loses_place_camera_and_words_and_keeps_its_picture_and_its_turn(int orientation)
    {
        byte[] tables = [.. Segment(0xDB, [0, .. Enumerable.Range(1, 64).Select(i => (byte)i)]), .. Segment(0xC0, [8, 0x0B, 0xB8, 0x0F, 0xA0, 1, 1, 0x11, 0])];
        byte[] scan = [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. ScanData, .. Segment(0xC4, [0, 1, 2]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. ScanData];
        byte[] profile = Segment(0xE2, [.. "ICC_PROFILE\0\x01\x01profile"u8]);
        byte[] photo =
        [
            0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72, 2, 2, .. new byte[12]]), .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<GPSLatitude>55,45N"u8]), .. Segment(0xED, [.. "Photoshop 3.0\0 Зотова"u8]), .. Segment(0xFE, [.. "Canon EOS"u8]),
            .. profile, .. Segment(0xE2, [.. "MPF\0 second picture"u8]), .. Segment(0xEE, [.. "Adobe\0d\0\0\0\0\0\x01"u8]), .. tables, .. scan, 0xFF, 0xD9, .. "hidden film behind the picture"u8,
        ];

        var (bytes, name) = Clean("снимок.JPG", photo);

        name.ShouldBe("снимок.JPG");
        var text = Encoding.Latin1.GetString(bytes);
        foreach (var gone in new[] { "GPS", "55,45", "Canon", "Photoshop", "MPF", "hidden", "Nikon" }) text.ShouldNotContain(gone);
        Holds(bytes, [.. tables, .. scan, 0xFF, 0xD9]).ShouldBeTrue("the picture byte for byte, up to its end");
        Holds(bytes, profile).ShouldBeTrue("the colours stay");
        Holds(bytes, "Adobe"u8.ToArray()).ShouldBeTrue("without it the colours of four inks are read wrongly");
        bytes[^2..].ShouldBe([0xFF, 0xD9]);
        Holds(bytes, "Exif\0\0"u8.ToArray()).ShouldBe(orientation != 1);
        if (orientation != 1) bytes.AsSpan()[(text.IndexOf("Exif", StringComparison.Ordinal) + 6 + 8 + 2 + 8)..][..2].ToArray().ShouldBe([0, 6]);
        Clean("снимок.JPG", bytes).Bytes.ShouldBe(bytes, "clean stays as it is");
    }

    [Fact]
    public void A_png_loses_words_and_place_and_keeps_what_is_drawn()
    {
        byte[] drawn = [.. Chunk("IHDR", [0, 0, 0, 9, 0, 0, 0, 7, 8, 2, 0, 0, 0]), .. Chunk("gAMA", [0, 0, 0xB1, 0x8F]), .. Chunk("IDAT", [1, 2, 3])];
        byte[] file =
        [
            .. PngSignature, .. drawn[..25], .. Chunk("tEXt", "Author\0Zotova"u8), .. Chunk("eXIf", Tiff(1)), .. Chunk("iTXt", "XML:com.adobe.xmp\0GPS"u8), .. Chunk("tIME", [7, 0xE4, 1, 1, 1, 1, 1]),
            .. drawn[25..], .. Chunk("zTXt", "Comment\0\0x"u8), .. Chunk("prIV", "secret"u8), .. Chunk("IEND", []), .. "film"u8,
        ];

        Clean("схема.png", file).Bytes.ShouldBe([.. PngSignature, .. drawn, .. Chunk("IEND", [])]);
        var turned = Clean("схема.png", [.. PngSignature, .. drawn, .. Chunk("eXIf", Tiff(6)), .. Chunk("IEND", [])]).Bytes;
        turned.ShouldBe([.. PngSignature, .. drawn, .. Chunk("eXIf", Turn(6)), .. Chunk("IEND", [])]);
    }

    [Fact]
    public void A_webp_loses_its_metadata_and_its_head_says_so()
    {
        byte[] Riff(params byte[][] chunks) => [.. "RIFF"u8, .. Little((uint)chunks.Sum(c => c.Length) + 4), .. "WEBP"u8, .. chunks.SelectMany(c => c)];
        byte[] Part(string name, params byte[] body) => [.. Encoding.Latin1.GetBytes(name), .. Little((uint)body.Length), .. body, .. new byte[body.Length % 2]];
        byte[] Head(byte flags) => Part("VP8X", flags, 0, 0, 0, 99, 0, 0, 49, 0, 0);
        byte[] picture = Part("VP8 ", 1, 2, 3, 0x9D, 1, 0x2A, 100, 0, 50, 0, 7);

        Clean("а.webp", Riff(Head(0x2C), Part("ICCP", 1, 2, 3), picture, Part("EXIF", [.. Tiff(1)]), Part("XMP ", [.. "GPS"u8]))).Bytes.ShouldBe(Riff(Head(0x20), Part("ICCP", 1, 2, 3), picture));
        Clean("а.webp", Riff(Head(0x08), picture, Part("EXIF", [.. "Exif\0\0"u8, .. Tiff(3)]))).Bytes.ShouldBe(Riff(Head(0x08), picture, Part("EXIF", Turn(3))));
        Clean("а.webp", Riff(picture)).Bytes.ShouldBe(Riff(picture));
    }

    [Fact]
    public void A_gif_loses_its_comments_and_goes_on_moving()
    {
        byte[] head = [.. "GIF89a"u8, 10, 0, 8, 0, 0x80, 0, 0, .. new byte[6]];
        byte[] repeats = [0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0], frame = [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 10, 0, 8, 0, 0, 2, 2, 0x4C, 1, 0];
        byte[] comment = [0x21, 0xFE, 5, .. "Zotov"u8, 0], xmp = [0x21, 0xFF, 11, .. "XMP DataXMP"u8, 3, .. "GPS"u8, 0];

        Clean("а.gif", [.. head, .. repeats, .. comment, .. xmp, .. frame, 0x3B, .. "behind"u8]).Bytes.ShouldBe([.. head, .. repeats, .. frame, 0x3B]);
    }

    [Theory]
    [InlineData("IMG_0001.HEIC")]
    [InlineData("IMG_0001.jpg")]
    public void A_telephone_format_is_refused_with_what_to_do(string name)
    {
        byte[] heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8];

        Should.Throw<Refusal>(() => Clean(name, heic)).Text.ShouldContain("Сохраните его как JPEG");
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'><a x:href='javascript:alert(1)'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>")]
    public void A_drawing_with_a_program_inside_is_refused(string svg) =>
        Should.Throw<Refusal>(() => Clean("схема.svg", Encoding.UTF8.GetBytes(svg))).Text.ShouldContain("PNG");

    [Fact]
    public void A_quiet_drawing_and_what_is_no_picture_pass_as_they_are()
    {
        Cleaned("схема.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>"u8.ToArray()).ShouldBeNull();
        Cleaned("план.docx", "PK\x03\x04"u8.ToArray()).ShouldBeNull();
        Cleaned("заметка.txt", "BM и другие буквы"u8.ToArray()).ShouldBeNull();
    }

    [Fact]
    public void A_name_that_lies_is_put_right_and_what_is_no_picture_is_not_kept_as_one()
    {
        byte[] png = [.. PngSignature, .. Chunk("IHDR", [0, 0, 0, 9, 0, 0, 0, 7, 8, 2, 0, 0, 0]), .. Chunk("IDAT", [1]), .. Chunk("IEND", [])];

        Clean("снимок.jpg", png).Name.ShouldBe("снимок.png");
        Should.Throw<Refusal>(() => Cleaned("снимок.jpg", "MZ program"u8.ToArray())).Why.ShouldContain("внутри не снимок");
        Should.Throw<Refusal>(() => Cleaned("снимок.png", png[..30])).Why.ShouldContain("повреждён");
    }

    [Fact]
    public void A_picture_of_a_billion_points_is_refused_before_anybody_opens_it()
    {
        byte[] bomb = [.. PngSignature, .. Chunk("IHDR", [0, 0, 0x80, 0, 0, 0, 0x80, 0, 8, 2, 0, 0, 0]), .. Chunk("IDAT", [1]), .. Chunk("IEND", [])];

        Should.Throw<Refusal>(() => Cleaned("бомба.png", bomb)).Why.Replace('\u00A0', ' ').ShouldContain("32 768 × 32 768");
    }

    [Fact]
    public void No_cut_or_changed_photograph_breaks_the_cleaning()
    {
        byte[] photo = [0xFF, 0xD8, .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(6)]), .. Segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. ScanData, 0xFF, 0xD9];
        byte[] png = [.. PngSignature, .. Chunk("IHDR", [0, 0, 0, 9, 0, 0, 0, 7, 8, 2, 0, 0, 0]), .. Chunk("eXIf", Tiff(6)), .. Chunk("IDAT", [1]), .. Chunk("IEND", [])];
        byte[] gif = [.. "GIF89a"u8, 10, 0, 8, 0, 0x80, 0, 0, .. new byte[6], 0x21, 0xFE, 5, .. "Zotov"u8, 0, 0x2C, 0, 0, 0, 0, 10, 0, 8, 0, 0x81, 2, 2, 0x4C, 1, 0, 0x3B];
        var random = new Random(20201102);
        foreach (var whole in new[] { photo, png, gif })
            for (var i = 0; i < 3000; i++)
            {
                var broken = whole[..random.Next(12, whole.Length + 1)];
                for (var n = random.Next(4); n > 0; n--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
                try { Cleaned("а.jpg", broken); }
                catch (Refusal) { }
            }
    }

    private static byte[] PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static (byte[] Bytes, string Name) Clean(string name, byte[] file) => Cleaned(name, file).ShouldNotBeNull();

    private static (byte[] Bytes, string Name)? Cleaned(string name, byte[] file) => Pictures.Clean(name, PictureKinds.Of(file.AsSpan(0, Math.Min(file.Length, PictureKinds.Head))), () => file);

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Chunk(string name, ReadOnlySpan<byte> body)
    {
        byte[] named = [.. Encoding.Latin1.GetBytes(name), .. body], ends = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(ends, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(ends.AsSpan(4), PngFile.Crc(named));
        return [.. ends[..4], .. named, .. ends[4..]];
    }

    /// <summary>Little-endian EXIF: the maker, the turn and a pointer to the place.</summary>
    private static byte[] Tiff(int orientation) =>
        [.. "II*\0"u8, 8, 0, 0, 0, 3, 0, 0x0F, 1, 2, 0, 5, 0, 0, 0, 50, 0, 0, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 60, 0, 0, 0, 0, 0, 0, 0, .. "Nikon\0GPS 55,45N"u8];

    private static byte[] Turn(byte orientation) => [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];

    private static byte[] Little(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return bytes;
    }

    private static bool Holds(byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part) >= 0;
}
