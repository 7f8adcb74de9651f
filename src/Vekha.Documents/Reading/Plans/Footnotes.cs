using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Footnote marks in the text and what they stand for.</summary>
internal static partial class Footnotes
{
    [GeneratedRegex(@"\s*\[footnoteRef:\s*\d+\]\s*(?:\[\d+:\s*[^\]]*\])?|\[\d{1,2}:\s*[^\]]*\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Inline { get; }

    [GeneratedRegex(@"\s?\[\^[^\]]{1,6}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|<\*+>|(?<=[\p{L}»)])\[\d{1,2}\]|(?<=[\p{L}»)])\s?\*+(?=[\s,;.]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark { get; }

    /// <summary>The text without marks of footnotes; a mark that parted two words leaves a space.</summary>
    public static string Unmark(string text) => Mark.Replace(Inline.Replace(text, " "), "").Replace("  ", " ");
}
