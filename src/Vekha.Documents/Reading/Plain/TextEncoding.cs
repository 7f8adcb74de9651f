using System.Text;

namespace Vekha.Documents.Reading.Plain;

/// <summary>Tells the encoding of a Russian text by its bytes.</summary>
internal static class TextEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>What Russian files come in when they are not Unicode: Windows, DOS and the old Unix.</summary>
    private static readonly int[] OneByteCodePages = [1251, 866, 20866];

    /// <summary>The text of the bytes.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (UnmarkedUtf16(bytes) is { } utf16) return utf16.GetString(bytes);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return OneByte(bytes);
        }
    }

    /// <summary>Whether the bytes are UTF-16 without a mark.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> bytes) => UnmarkedUtf16(bytes) is not null;

    /// <summary>Letters of Cyrillic and Latin have the high byte 4 or 0, always on the same side.</summary>
    private static Encoding? UnmarkedUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        if (sample.Length < 4) return null;
        Span<int> high = [0, 0];
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] is 0 or 4) high[i & 1]++;
        var pairs = sample.Length / 2;
        if (high[1] * 10 > pairs * 8 && high[0] * 10 < pairs * 5) return Encoding.Unicode;
        return high[0] * 10 > pairs * 8 && high[1] * 10 < pairs * 5 ? Encoding.BigEndianUnicode : null;
    }

    private static string OneByte(ReadOnlySpan<byte> bytes)
    {
        var best = (Text: "", Score: int.MinValue);
        foreach (var page in OneByteCodePages)
        {
            var text = CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(bytes);
            var score = Likeness(text.AsSpan(0, Math.Min(text.Length, 20_000)));
            if (score > best.Score) best = (text, score);
        }
        return best.Text;
    }

    /// <summary>Small letters of frequent use speak for an encoding, a capital inside a word and odd signs against it.</summary>
    private static int Likeness(ReadOnlySpan<char> text)
    {
        var score = 0;
        var previous = ' ';
        foreach (var c in text)
        {
            if ("оеаинтсрвл".Contains(c)) score += 3;
            else if (c is >= 'а' and <= 'я' or 'ё') score++;
            else if (c is >= 'А' and <= 'Я') score += previous is >= 'а' and <= 'я' ? -5 : 0;
            else if (c is >= '\u0080' and not ('«' or '»' or '–' or '—' or '№' or '\u00A0' or '…' or >= '\u2500' and <= '\u257F')) score -= 3;
            previous = c;
        }
        return score;
    }
}
