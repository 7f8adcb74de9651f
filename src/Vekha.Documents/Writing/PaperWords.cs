using System.Globalization;

namespace Vekha.Documents.Writing;

/// <summary>Words that several papers print.</summary>
internal static class PaperWords
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>«17 августа 2020 г.», held together by no-break spaces.</summary>
    public static string LongDay(DateOnly day) => day.ToString("d MMMM yyyy 'г.'", Russian).Replace(' ', '\u00A0');

    /// <summary>«3 замечания».</summary>
    public static string Count(int count, string one, string few, string many)
    {
        var tens = count % 100;
        var word = tens is >= 11 and <= 14 ? many : (count % 10) switch { 1 => one, >= 2 and <= 4 => few, _ => many };
        return count.ToString(Russian) + "\u00A0" + word;
    }

    /// <summary>Words in «ёлочки» unless they stand in them already; quotes inside become „лапки“.</summary>
    public static string Quoted(string text) => "«" + text.Trim().Replace('«', '„').Replace('»', '“') + "»";
}
