using System.Text;
using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Spaces, marks and leftovers that a text carries and its sense does not.</summary>
internal static partial class Words
{
    [GeneratedRegex(@"</p>\s*<p[^>]*>|<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex BreakTags { get; }

    [GeneratedRegex(@"</?(?:p|b|i|u|br|div|span|strong|em|sup|sub|font|td|tr|li|ul|ol)(?:\s[^<>]*)?/?>|\[bookmark:[^\]]*\]|\*\*", RegexOptions.IgnoreCase)]
    private static partial Regex Leftovers { get; }

    [GeneratedRegex(@"[ ]{2,}")]
    private static partial Regex Spaces { get; }

    [GeneratedRegex(@"[ ]*\n[ \n]*")]
    private static partial Regex Breaks { get; }

    /// <summary>The text with plain spaces, without marks of an editor; lines stay lines, tabs become spaces.</summary>
    public static string Lines(string text)
    {
        if (IsClean(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in BreakTags.Replace(text, "\n"))
            plain.Append(c switch
            {
                '\r' => '\n',
                '\v' or '\f' or '\u2028' or '\u2029' => '\n',
                '\t' => ' ',
                '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => '\0',
                '\u2010' or '\u2011' => '-',
                _ => char.IsWhiteSpace(c) && c != '\n' ? ' ' : c,
            });
        plain.Replace("\0", "");
        var clean = Leftovers.Replace(plain.ToString(), "");
        return Breaks.Replace(Spaces.Replace(clean, " "), "\n").Trim();
    }

    /// <summary>Nothing to mend, as in most texts: single plain spaces, no sign that <see cref="Lines"/> changes.</summary>
    private static bool IsClean(string text)
    {
        var wasSpace = true;
        foreach (var c in text)
        {
            var isSpace = c is ' ' or '\n';
            if (isSpace && wasSpace || MayChange(c)) return false;
            wasSpace = isSpace;
        }
        return text.Length == 0 || !wasSpace;
    }

    private static bool MayChange(char c) => c is '<' or '[' or '*' or (< ' ' and not '\n') or '\u0085' or '\u00A0' or '\u00AD' or '\u1680'
        or (>= '\u2000' and <= '\u2011') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u2060' or '\u3000' or '\uFEFF';

    /// <summary>The text in one line; a word torn at a line's end with a hyphen keeps it («октябрь-» + «ноябрь»).</summary>
    public static string Line(string text)
    {
        var clean = Lines(text);
        if (!clean.Contains('\n')) return clean;
        var lines = clean.Split('\n');
        var line = new StringBuilder(lines[0]);
        foreach (var next in lines.AsSpan(1))
        {
            var glued = line.Length > 1 && line[^1] is '-' && char.IsLetter(line[^2]) && next.Length > 0 && char.IsLower(next[0]);
            if (!glued && line.Length > 0) line.Append(' ');
            line.Append(next);
        }
        return line.ToString();
    }

    /// <summary>Letters and digits only, lower case, «ё» as «е»: for comparing.</summary>
    public static string Key(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetter(c) || char.IsDigit(c)) key.Append(char.ToLowerInvariant(c) is var small and not 'ё' ? small : 'е');
        return key.ToString();
    }

    /// <summary>Whether a cell says nothing: empty or only dashes, dots and underscores.</summary>
    public static bool SaysNothing(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return true;
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && c is not ('-' or '–' or '—' or '−' or '_' or '.' or '…' or '|' or '*' or '=' or '\u200B' or '\uFEFF' or '─' or '━'))
                return false;
        return true;
    }

    /// <summary>Whether most letters are capitals («СЛУШАЛИ», «РАЗДЕЛ I»).</summary>
    public static bool IsCapital(string text)
    {
        int upper = 0, lower = 0;
        foreach (var c in text)
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        return upper > 2 && lower * 6 <= upper;
    }

    /// <summary>The first letter, or <c>\0</c>.</summary>
    public static char FirstLetter(string text)
    {
        foreach (var c in text) if (char.IsLetter(c)) return c;
        return '\0';
    }

    /// <summary>The text with its first letter capital.</summary>
    public static string Capitalised(string text) =>
        text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>How many words of two letters or more.</summary>
    public static int Count(string text)
    {
        int words = 0, run = 0;
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) { if (++run == 2) words++; }
            else run = 0;
        return words;
    }
}
