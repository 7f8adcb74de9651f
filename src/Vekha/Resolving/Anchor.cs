using System.Text.RegularExpressions;

namespace Vekha.Resolving;

/// <summary>Finds the event that a relative deadline waits for, though the case and the punctuation of its words may differ.</summary>
internal static partial class Anchor
{
    private static readonly HashSet<string> Idle = ["день", "дня", "дата", "даты", "момент", "момента", "со", "с", "от"];

    /// <summary>Case endings of nouns and adjectives; «контракт» and «контроль» differ by more than these.</summary>
    private static readonly HashSet<string> Endings =
    [
        "", "а", "я", "у", "ю", "е", "и", "ы", "о", "ь", "й", "ой", "ей", "ом", "ем", "ам", "ям", "ах", "ях", "ов", "ев", "ью", "ии", "ию", "ия", "ие",
        "ый", "ий", "ое", "ее", "ая", "яя", "ую", "юю", "ым", "им", "ых", "их", "ые", "ого", "его", "ому", "ему", "ами", "ями", "ыми", "ими",
    ];

    /// <summary>Whether the text names no event: «в течение 7 рабочих дней».</summary>
    internal static bool IsUnnamed(string anchor) => Words(anchor).Length == 0;

    /// <summary>The day of the event, or <c>null</c> where none fits or several with different days do.</summary>
    internal static DateOnly? Find(string anchor, IReadOnlyDictionary<string, DateOnly> known)
    {
        if (known.TryGetValue(anchor, out var exact)) return exact;
        var words = Words(anchor);
        if (words.Length == 0) return null;
        var days = known.Where(k => Same(words, Words(k.Key))).Select(k => k.Value).Distinct().Take(2).ToArray();
        return days is [var only] ? only : null;
    }

    private static bool Same(string[] one, string[] other) => one.Length == other.Length && one.Zip(other).All(p => Same(p.First, p.Second));

    /// <summary>«завершения» and «завершение»: all but the ending is equal.</summary>
    private static bool Same(string one, string other)
    {
        if (one == other) return true;
        var common = 0;
        while (common < one.Length && common < other.Length && one[common] == other[common]) common++;
        return common >= 4 && Endings.Contains(one[common..]) && Endings.Contains(other[common..]);
    }

    private static string[] Words(string text) =>
        [.. Word().Matches(text.ToLowerInvariant().Replace('ё', 'е')).Select(m => m.Value).Where(w => !Idle.Contains(w))];

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Word();
}
