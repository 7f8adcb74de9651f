using System.Text.RegularExpressions;

namespace Vekha.Plans;

/// <summary>A misprint in the name of a plan, found by the words such names consist of.</summary>
internal static partial class TitleRepair
{
    private static readonly string[] Known =
    [
        "план", "медиаплан", "мероприятий", "дорожная", "график", "программа", "реализации", "подготовке", "проведению", "информационному", "сопровождению",
        "организационных", "основных", "комплексный", "календарный", "протокол", "развития", "исполнению", "улучшению", "совершенствованию", "продвижения",
    ];

    /// <summary>Endings of Russian words differ by case: a difference there is no misprint.</summary>
    private const int Ending = 3;

    /// <summary>The repaired name, or <c>null</c> where nothing looks wrong.</summary>
    public static string? Propose(string title)
    {
        var mended = Word().Replace(TornHyphen().Replace(title, "$1-"), m => Mended(m.Value));
        return mended == title ? null : mended;
    }

    private static string Mended(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Known.Contains(lower)) return word;
        var meant = Known.FirstOrDefault(k => k.Length >= 7 && IsOneSlipAway(lower, k));
        return meant is null ? word : word.All(char.IsUpper) ? meant.ToUpperInvariant() : char.IsUpper(word[0]) ? char.ToUpperInvariant(meant[0]) + meant[1..] : meant;
    }

    /// <summary>One letter too many, too few or another one, not in the ending.</summary>
    private static bool IsOneSlipAway(string word, string meant)
    {
        if (Math.Abs(word.Length - meant.Length) > 1) return false;
        var same = 0;
        while (same < word.Length && same < meant.Length && word[same] == meant[same]) same++;
        if (same >= Math.Min(word.Length, meant.Length) - Ending) return false;
        var skipWord = word.Length >= meant.Length ? same + 1 : same;
        var skipMeant = meant.Length >= word.Length ? same + 1 : same;
        return word[skipWord..] == meant[skipMeant..];
    }

    [GeneratedRegex(@"\p{L}{6,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // «400- ЛЕТИЯ»
    [GeneratedRegex(@"(\d)-\s+(?=лет)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TornHyphen();
}
