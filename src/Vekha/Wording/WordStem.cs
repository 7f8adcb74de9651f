using System.Text.RegularExpressions;

namespace Vekha.Wording;

/// <summary>Words without their case endings, so that «публикаций» and «публикация» are found to be one.</summary>
internal static partial class WordStem
{
    /// <summary>Case endings of nouns and adjectives; «контракт» and «контроль» differ by more than these.</summary>
    private static readonly HashSet<string> Endings =
    [
        "", "а", "я", "у", "ю", "е", "и", "ы", "о", "ь", "й", "ой", "ей", "ом", "ем", "ам", "ям", "ах", "ях", "ов", "ев", "ью", "ии", "ию", "ия", "ие", "ий",
        "ый", "ое", "ее", "ая", "яя", "ую", "юю", "ым", "им", "ых", "их", "ые", "ого", "его", "ому", "ему", "ами", "ями", "ыми", "ими", "ией", "ием", "иям", "иях", "иями",
    ];

    /// <summary>The shortest stem an ending is taken from: «акт» of «акта».</summary>
    private const int Shortest = 3, LongestEnding = 4;

    internal static bool IsEnding(string text) => Endings.Contains(text);

    internal static string Of(string word)
    {
        for (var length = Math.Min(LongestEnding, word.Length - Shortest); length > 0; length--)
            if (Endings.Contains(word[^length..])) return word[..^length];
        return word;
    }

    /// <summary>Words and numbers of a text, small letters, «ё» as «е».</summary>
    internal static IEnumerable<string> Words(string text) => Word().Matches(text.ToLowerInvariant().Replace('ё', 'е')).Select(m => m.Value);

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Word();
}
