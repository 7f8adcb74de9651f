using System.Text.RegularExpressions;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans.Territories;

/// <summary>A territory as the words of one place name it.</summary>
/// <param name="Key">Stem of the name: «всеволож», «соснов+бор».</param>
/// <param name="Name">Name in the nominative.</param>
/// <param name="Spelling">The words as they stand.</param>
internal sealed record NamedTerritory(string Key, string Name, TerritoryKind Kind, string Spelling, bool IsAdjective);

/// <summary>Finds districts and towns in a text, in any case form: «во Всеволожском, Тосненском районах», «г. Сосновый Бор».</summary>
internal static partial class TerritoryNames
{
    private const string AdjectivePattern = @"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*?(?:ск|цк|ов|ев|ин|н|ч|ж)(?:ий|ый|ой|ого|его|ому|ему|ом|ем|ая|яя|ую|юю|ое|ее|ые|ие|их|ых|ими|ыми|им|ым)(?![а-яё])";
    private const string Kinds = @"(?<kind>(?:(?:муниципальн|городск|сельск|административн|внутригородск)[а-яё]+\s+)*(?:район|округ|поселени|сельсовет|волост|улус)[а-яё]*|р-н[а-яё]*|г\.\s?о\.|м\.\s?[ор]\.|област[ьиейюям]*|кра(?:й|я|е|ю|ем)(?![а-яё]))";

    // «вСосновоборском»: a lost space before the capital is no part of the name.
    [GeneratedRegex(@"(?<![А-ЯЁ])(?<names>" + AdjectivePattern + @"(?:\s*(?:,|,?\s+и)\s*" + AdjectivePattern + @")*)\s+" + Kinds, RegexOptions.CultureInvariant)]
    private static partial Regex Adjectives { get; }

    [GeneratedRegex(AdjectivePattern, RegexOptions.CultureInvariant)]
    private static partial Regex OneAdjective { get; }

    private const string TownPattern = @"(?<name>[А-ЯЁ][а-яё]+(?:ый|ий|ой|ое|ее|ая|яя|ые|ие|ого|ом|их|ых|ой)\s[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+(?:-(?:на|в|де|[А-ЯЁ])[а-яё]*)*)(?![а-яё])(?!\s+[А-ЯЁ]\.)";

    [GeneratedRegex(@"(?<![А-Яа-яЁё])(?<![\d]\s?)(?<kind>(?:(?:муниципальн|городск|сельск)[а-яё]+\s+)+(?:округ|район|поселени)[а-яё]*(?:\s+город[а-яё]*|\s+г\.)?|г\.\s?о\.(?:\s*г\.)?|ЗАТО|город(?:а|е|у|ом)?|г\.|пос[её]л(?:ок|ка|ке|ку)|пос\.|пгт\.?|п\.\s?г\.\s?т\.|р\.\s?п\.|сел(?:о|а|е|у)|деревн[яиею]|дер\.|станиц[аыеу]|хутор[аеу]?)\s*[«""]?" + TownPattern, RegexOptions.CultureInvariant)]
    private static partial Regex Towns { get; }

    [GeneratedRegex(@"(?<ending>ий|ый|ой|ого|его|ому|ему|ом|ем|ая|яя|ую|юю|ое|ее|ые|ие|их|ых|ими|ыми|им|ым)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending { get; }

    // «Городской округ» at the start of a sentence names nobody.
    private static readonly string[] Generic =
        ["городск", "муниципальн", "сельск", "отдален", "отдаленн", "остальн", "пилотн", "административн", "внутригородск", "федеральн", "российск", "общеобразовательн", "территориальн", "областн", "районн", "краев", "руководящ", "кажд", "данн", "указанн", "местн"];

    private static readonly string[] Stressed = ["заводск", "городск", "тверск", "донск", "морск", "шелковск", "ногайск", "костромск", "полевск", "трубчевск", "луговск", "степн", "больш"];

    public static List<NamedTerritory> In(string text)
    {
        List<NamedTerritory> found = [];
        if (text.Length == 0) return found;
        foreach (Match match in Adjectives.Matches(text))
            foreach (Match one in OneAdjective.Matches(match.Groups["names"].Value))
                if (OfAdjective(one.Value, match.Groups["kind"].Value) is { } named) found.Add(named);
        foreach (Match match in Towns.Matches(text))
            if (OfTown(match.Groups["name"].Value, match.Groups["kind"].Value, match.Value) is { } named) found.Add(named);
        return found;
    }

    private static NamedTerritory? OfAdjective(string word, string kind)
    {
        var ending = Ending.Match(word);
        var stem = word[..ending.Index];
        var lower = Plain(stem);
        if (Generic.Contains(lower)) return null;
        var head = HeadOf(kind);
        return new NamedTerritory(AdjectiveKey(lower), $"{Nominative(stem, ending.Value, head.Gender)} {head.Words}", head.Kind, $"{word} {kind}", IsAdjective: true);
    }

    private static string Nominative(string stem, string ending, char gender)
    {
        if (ending is "ий" or "ый" && gender == 'м' || ending is "ая" or "яя" && gender == 'ж' || ending is "ое" or "ее" && gender == 'с') return stem + ending;
        var last = stem[^1];
        var velar = last is 'к' or 'г' or 'х';
        var soft = ending[0] is 'е' or 'и' or 'ю' or 'я' && !velar && last is not ('ж' or 'ч' or 'ш');
        return stem + gender switch
        {
            'ж' => soft ? "яя" : "ая",
            'с' => soft ? "ее" : "ое",
            _ => ending == "ой" || Stressed.Contains(Plain(stem)) ? "ой" : soft || velar || last is 'ж' or 'ч' or 'ш' ? "ий" : "ый",
        };
    }

    private readonly record struct Head(string Words, TerritoryKind Kind, char Gender);

    /// <summary>«городском округе» → «городской округ».</summary>
    private static Head HeadOf(string kind)
    {
        var text = Plain(kind);
        var municipal = text.Contains("муниципальн", StringComparison.Ordinal) ? "муниципальный " : text.Contains("административн", StringComparison.Ordinal) ? "административный " : "";
        if (text.StartsWith('г') && text.Contains('.') || text.Contains("округ", StringComparison.Ordinal))
            return new(text.Contains("городск", StringComparison.Ordinal) || text.StartsWith("г.", StringComparison.Ordinal) ? "городской округ" : municipal + "округ", TerritoryKind.Okrug, 'м');
        if (text.StartsWith("м.", StringComparison.Ordinal)) return text.EndsWith("о.", StringComparison.Ordinal) ? new("муниципальный округ", TerritoryKind.Okrug, 'м') : new("муниципальный район", TerritoryKind.District, 'м');
        if (text.Contains("район", StringComparison.Ordinal) || text.StartsWith("р-н", StringComparison.Ordinal)) return new(municipal + "район", TerritoryKind.District, 'м');
        if (text.Contains("поселени", StringComparison.Ordinal))
            return new((text.Contains("городск", StringComparison.Ordinal) ? "городское " : text.Contains("сельск", StringComparison.Ordinal) ? "сельское " : "") + "поселение", TerritoryKind.Settlement, 'с');
        if (text.Contains("сельсовет", StringComparison.Ordinal)) return new("сельсовет", TerritoryKind.Settlement, 'м');
        if (text.Contains("волост", StringComparison.Ordinal)) return new("волость", TerritoryKind.Settlement, 'ж');
        if (text.Contains("улус", StringComparison.Ordinal)) return new("улус", TerritoryKind.District, 'м');
        return text.StartsWith("област", StringComparison.Ordinal) ? new("область", TerritoryKind.Region, 'ж') : new("край", TerritoryKind.Region, 'м');
    }

    private static NamedTerritory? OfTown(string name, string kind, string spelling)
    {
        if (HeadNouns.IsNominative(name.Split(' ')[0]) || Generic.Contains(Plain(Ending.Replace(name.Split(' ')[0], "")))) return null;
        var word = Plain(kind);
        var town = TownName.Of(name, word);
        var (prefix, of) = word switch
        {
            _ when word.Contains("округ", StringComparison.Ordinal) || word.StartsWith("г. о", StringComparison.Ordinal) || word.StartsWith("г.о", StringComparison.Ordinal) =>
                (word.Contains("муниципальн", StringComparison.Ordinal) ? "муниципальный округ " : "городской округ ", TerritoryKind.Okrug),
            _ when word.Contains("район", StringComparison.Ordinal) => ("муниципальный район ", TerritoryKind.District),
            _ when word.Contains("поселени", StringComparison.Ordinal) => (word.StartsWith("городск", StringComparison.Ordinal) ? "городское поселение " : "сельское поселение ", TerritoryKind.Settlement),
            "зато" => ("ЗАТО ", TerritoryKind.Town),
            _ when word.StartsWith('г') => ("г. ", TerritoryKind.Town),
            _ when word.StartsWith("сел", StringComparison.Ordinal) => ("с. ", TerritoryKind.Settlement),
            _ when word.StartsWith("дер", StringComparison.Ordinal) => ("д. ", TerritoryKind.Settlement),
            _ when word.StartsWith("станиц", StringComparison.Ordinal) => ("станица ", TerritoryKind.Settlement),
            _ when word.StartsWith("хутор", StringComparison.Ordinal) => ("хутор ", TerritoryKind.Settlement),
            _ => ("пос. ", TerritoryKind.Settlement),
        };
        return new NamedTerritory(TownName.Key(name), prefix + town, of, Words.Line(spelling), IsAdjective: false);
    }

    internal static string Plain(string text) => text.ToLowerInvariant().Replace('ё', 'е');

    /// <summary>«всеволожск» → «всеволож», «сосновоборск» → «сосновобор», «лодейнопольск» → «лодейнопол».</summary>
    private static string AdjectiveKey(string stem)
    {
        var key = stem.Replace("-", "", StringComparison.Ordinal);
        if (key.Length > 4 && (key.EndsWith("ск", StringComparison.Ordinal) || key.EndsWith("цк", StringComparison.Ordinal))) key = key[..^2];
        return TownName.Hardened(key);
    }
}
