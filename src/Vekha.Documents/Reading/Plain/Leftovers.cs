using System.Net;
using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plain;

/// <summary>
/// Takes out of a text what other programs left in it: bookmarks, tags, footnotes written in brackets, invisible signs.
/// </summary>
internal static partial class Leftovers
{
    /// <summary>A break inside a cell: a line of the text ends a row, this sign does not.</summary>
    public const char CellBreak = '\v';

    /// <summary>The text with <c>\n</c> as its only line end and without invisible signs.</summary>
    public static string Plain(string text) =>
        Invisible().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), "")
            .Replace('\r', '\n').Replace('\f', '\n').Replace('\u2028', CellBreak).Replace('\u2029', '\n').Replace('\u0085', '\n');

    /// <summary>The text without bookmarks and tags; <c>&lt;p&gt;</c> and <c>&lt;br&gt;</c> inside a line become <see cref="CellBreak"/>.</summary>
    public static string Strip(string text)
    {
        if (text.Contains("[bookmark:", StringComparison.Ordinal)) text = Bookmark().Replace(text, "");
        if (text.Contains('&')) text = Entity().Replace(text, m => WebUtility.HtmlDecode(m.Value) is var sign && sign == "\u00AD" ? "" : sign);
        if (!text.Contains('<')) return text;
        text = Between().Replace(text, $"{CellBreak}");
        text = BreakTag().Replace(text, $"{CellBreak}");
        text = BlockTag().Replace(text, "");
        return InlineTag().Replace(text, "");
    }

    /// <summary>Moves «[footnoteRef:2] … [2: text]» to <paramref name="footnotes"/>; «[^2]» stays in the text.</summary>
    public static string TakeFootnotes(string text, Dictionary<string, string> footnotes)
    {
        if (!text.Contains("[footnoteRef:", StringComparison.Ordinal)) return text;
        var marks = Reference().Matches(text).Select(m => m.Groups[1].Value).ToHashSet();
        text = Definition().Replace(text, m =>
        {
            if (!marks.Contains(m.Groups[1].Value)) return m.Value;
            footnotes[m.Groups[1].Value] = m.Groups[2].Value.Trim();
            return "";
        });
        return Reference().Replace(text, m => $"[^{m.Groups[1].Value}]");
    }

    [GeneratedRegex(@"[\u00AD\u200B\u200C\u200D\u2060\uFEFF\u0000-\u0008\u000E-\u001F]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"&(?:nbsp|laquo|raquo|quot|ndash|mdash|shy|hellip|amp|lt|gt|bull|minus|sect|copy|#\d{2,5}|#x[0-9a-fA-F]{2,4});")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\[bookmark:[^\]\n]{0,200}\]")]
    private static partial Regex Bookmark();

    [GeneratedRegex(@"\[footnoteRef:(\d{1,4})\]")]
    private static partial Regex Reference();

    [GeneratedRegex(@"[ \u00A0]?\[(\d{1,4}):[ \u00A0]*([^\]]{0,4000})\][ \u00A0]*")]
    private static partial Regex Definition();

    [GeneratedRegex(@"</(?:p|div|li)>[ \u00A0]*<(?:p|div|li)(?:\s[^<>]{0,300})?>", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex BreakTag();

    [GeneratedRegex(@"</?(?:p|div|li|ul|ol)(?:\s[^<>]{0,300})?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"</?(?:b|i|u|s|em|strong|span|font|sup|sub|a|nobr|small|table|tbody|tr|td|th|o:p)(?:\s[^<>]{0,300})?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex InlineTag();
}
