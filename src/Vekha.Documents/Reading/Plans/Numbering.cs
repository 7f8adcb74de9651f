using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Numbers of rows, points and sections: «1.», «1.2.3», «IV.», «а)», «Раздел II», «Шаг 3».</summary>
internal static partial class Numbering
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^\s*(?:№\s*|п\.\s*)?(?:\d{1,3}(?:\s?\.\s?\d{1,3}){0,4}\s*[.)]?|[IVXLХІ]{1,6}\s*[.)]?|[а-я]\)|[IVXLХІ]{1,5}\.\d{1,3}(?:\.\d{1,3})*\.?|[А-ЯA-Z]\.?\d{1,3}(?:\.\d{1,3})*\.?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole { get; }

    [GeneratedRegex(@"^\s*(?:п\.\s*|№\s*)?(?<n>\d{1,3}(?:\.\s?\d{1,3}){1,4}\.?|\d{1,3}[.)]|[IVXLХІ]{1,6}[.)])(?!\d|\s?(?:г\.|года|час|мин))\s*(?<rest>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Leading { get; }

    [GeneratedRegex(@"^\s*(?<n>\d{1,3}(?:\.\d{1,3})*)\s+(?<rest>[\p{Lu}«""].*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Bare { get; }

    [GeneratedRegex(@"^\s*(?<n>[а-я]\)|[-–—•●·▪*◦‣])\s*(?<rest>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Item { get; }

    [GeneratedRegex(@"^\s*[«""]?(?<word>раздел|глава|часть|блок|направление|модуль|подраздел|этап|шаг|цель|задача)\s*(?:№\s*)?(?<n>\d{1,2}(?:\.\d{1,2})*|[IVXХІ]{1,5})(?:-?(?:й|ый|ой))?(?:\s*[.:)–—-]+\s*|\s+|$)(?<rest>.*)$", Options | RegexOptions.Singleline)]
    private static partial Regex NamedSection { get; }

    [GeneratedRegex(@"^\s*(?<n>[IVXХІ]{1,5}|\d{1,2}|перв\w+|втор\w+|трет\w+|четв[её]рт\w+)(?:-?(?:й|ый|ой))?\s+(?<word>этап|раздел|блок|шаг)\b", Options)]
    private static partial Regex OrdinalSection { get; }

    [GeneratedRegex(@"^[IVXLХІ]{1,6}[.)]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Roman { get; }

    /// <summary>Whether the whole cell is a number.</summary>
    public static bool IsNumber(string text) => text.Length <= 16 && Whole.IsMatch(text);

    public static bool IsRoman(string? number) => number is not null && Roman.IsMatch(number.Trim());

    /// <summary>The number without spaces, «№» and the full stop.</summary>
    public static string Clean(string number)
    {
        var text = number.Replace(" ", "").Replace("№", "").Trim();
        if (text.StartsWith("п.", StringComparison.OrdinalIgnoreCase)) text = text[2..];
        return text.TrimEnd('.', ')', ';', ':');
    }

    /// <summary>Splits «1.2. Текст» into number and text; no number gives <c>null</c>.</summary>
    public static (string? Number, string Text) Split(string text, bool bare = false)
    {
        var match = Leading.Match(text);
        if (!match.Success && bare) match = Bare.Match(text);
        if (!match.Success) return (null, text.Trim());
        // «1.12.2023 …» is a date, not a point of a plan.
        if (StartsWithDate.IsMatch(text)) return (null, text.Trim());
        return (Clean(match.Groups["n"].Value), match.Groups["rest"].Value.Trim());
    }

    [GeneratedRegex(@"^\s*\d{1,2}\s?\.\s?\d{1,2}\s?\.\s?(?:19|20)\d\d|^\s*\d{1,2}\.\d{1,2}\.\d\d\b(?!\.)\s*(?:г|[-–—])", RegexOptions.CultureInvariant)]
    private static partial Regex StartsWithDate { get; }

    /// <summary>«а) …», «– …», «• …»: an item of a list.</summary>
    public static (string? Mark, string Text) SplitItem(string text) =>
        Item.Match(text) is { Success: true } match ? (match.Groups["n"].Value, match.Groups["rest"].Value.Trim()) : (null, text.Trim());

    /// <summary>«Раздел II. Название», «Шаг 3», «1 этап»: number and title of a section; <c>null</c> where the text is none.</summary>
    public static (string? Number, string Title)? Section(string text)
    {
        var line = Words.Line(text);
        if (NamedSection.Match(line) is { Success: true } named)
        {
            var rest = named.Groups["rest"].Value.Trim();
            return rest.Length > 1 && char.IsUpper(Words.FirstLetter(rest)) ? (Clean(named.Groups["n"].Value), rest.Trim(' ', '.')) : (Clean(named.Groups["n"].Value), line.TrimEnd('.', ':', ' '));
        }
        if (OrdinalSection.IsMatch(line)) return (null, line.TrimEnd(' ', '.', ':'));
        return null;
    }

    /// <summary>Whether <paramref name="child"/> («2.1») stands under <paramref name="parent"/> («2»).</summary>
    public static bool IsUnder(string? child, string? parent) =>
        child is not null && parent is { Length: > 0 } && child.Length > parent.Length + 1 && child.StartsWith(parent, StringComparison.Ordinal) && child[parent.Length] == '.';
}
