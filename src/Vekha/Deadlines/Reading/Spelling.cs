namespace Vekha.Deadlines.Reading;

/// <summary>Signs of the text: which kind each is, and its plain form.</summary>
internal static class Spelling
{
    /// <summary>What a character is.</summary>
    public enum Kind : byte
    {
        Other, Space, Line, Letter, Digit, Dash, Invisible, Quote,
    }

    private static readonly Kind[] Kinds = new Kind[0x3000];
    private static readonly char[] PlainLetters = new char[0x530];

    static Spelling()
    {
        for (var c = 0; c < Kinds.Length; c++)
        {
            var sign = (char)c;
            Kinds[c] = char.IsLetter(sign) ? Kind.Letter : char.IsAsciiDigit(sign) ? Kind.Digit : char.IsWhiteSpace(sign) ? Kind.Space : Kind.Other;
        }
        foreach (var sign in "\n\r\v\f\u0085\u2028\u2029") Kinds[sign] = Kind.Line;
        foreach (var sign in "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u00F7\u2E3A~\u02D7\u2500\u00AF\u2192") Kinds[sign] = Kind.Dash;
        foreach (var sign in "\u00AD\u200B\u200C\u200D\u2060\u0301\u0300\u0306\u0308\u200E\u200F") Kinds[sign] = Kind.Invisible;
        foreach (var sign in "«»\"'“”„‟‘’‹›`*\u2026") Kinds[sign] = Kind.Quote;
        Kinds['\u2026'] = Kind.Other;

        for (var c = 0; c < PlainLetters.Length; c++) PlainLetters[c] = char.ToLowerInvariant((char)c);
        for (var sign = '\u2160'; sign <= '\u2169'; sign++) Kinds[sign] = Kind.Letter; // Ⅰ … Ⅹ

        PlainLetters['ё'] = PlainLetters['Ё'] = 'е';
    }

    public static Kind KindOf(char sign) => sign < Kinds.Length ? Kinds[sign] : sign == '\uFEFF' ? Kind.Invisible
        : sign is '\uFE58' or '\uFE63' or '\uFF0D' ? Kind.Dash : char.IsLetter(sign) ? Kind.Letter : char.IsWhiteSpace(sign) ? Kind.Space : Kind.Other;

    /// <summary>The small letter, «ё» as «е».</summary>
    public static char Plain(char letter) => letter < PlainLetters.Length ? PlainLetters[letter] : char.ToLowerInvariant(letter);

    /// <summary>Whether a plain letter is not Cyrillic, so that the word may hide look-alikes («дo» with a Latin «o»).</summary>
    public static bool IsForeign(char plain) => plain is < 'а' or > 'я';

    /// <summary>The Cyrillic letter a Latin one is mistaken for.</summary>
    public static char LookAlike(char plain) => plain switch
    {
        'a' => 'а', 'b' => 'в', 'c' => 'с', 'e' => 'е', 'h' => 'н', 'k' => 'к', 'm' => 'м', 'o' => 'о', 'p' => 'р',
        't' => 'т', 'x' => 'х', 'y' => 'у', 'r' => 'г', 'n' => 'п', 'u' => 'и', 'ñ' => 'й', 'i' => 'и', 'і' => 'и', 'ѐ' => 'е',
        _ => plain,
    };

    /// <summary>
    /// Value (1–20) of a numeral in Roman signs or what is typed for them: «ІV», «Ш», «П», «IУ», «1V» (ones given apart); otherwise 0.
    /// </summary>
    /// <param name="raw">The letters as they stand.</param>
    /// <param name="ones">How many digits «1» stand before them.</param>
    public static byte Roman(ReadOnlySpan<char> raw, int ones = 0)
    {
        if (raw.Length > 5) return 0;
        int total = 0, before = 0, pendingOnes = ones;
        foreach (var sign in raw)
        {
            var value = sign switch
            {
                'I' or 'i' or 'І' or 'і' or 'l' or '|' or '1' or 'Ӏ' or 'ӏ' => 1,
                'П' or 'п' => 2,
                'Ш' or 'ш' => 3,
                'V' or 'v' or 'У' or 'Y' or 'Ѵ' or 'у' => 5,
                'X' or 'x' or 'Х' or 'х' => 10,
                'Ⅰ' => 1, 'Ⅱ' => 2, 'Ⅲ' => 3, 'Ⅳ' => 4, 'Ⅴ' => 5, 'Ⅹ' => 10,
                '\u00AD' or '\u200B' => -1,
                _ => 0,
            };
            if (value < 0) continue;
            if (value == 0) return 0;
            if (value is 5 or 10)
            {
                if (before > 1) return 0;
                total += value - (before == 1 && pendingOnes == 0 ? 2 : 0);
                if (pendingOnes > 0) { if (pendingOnes > 1) return 0; total -= pendingOnes; pendingOnes = 0; }
                before = 0;
            }
            else
            {
                total += value;
                before = value == 1 ? before + 1 : 2;
            }
        }
        total += pendingOnes;
        return total is > 0 and <= 20 ? (byte)total : (byte)0;
    }
}
