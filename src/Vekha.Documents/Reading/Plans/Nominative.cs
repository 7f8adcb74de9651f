using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Brings an executor named in another case to the nominative: «Финансовому управлению» → «Финансовое управление».</summary>
internal static partial class Nominative
{
    [GeneratedRegex(@"(?<surname>[А-ЯЁ][\p{L}-]+)(?<initials>\s+[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?)|(?<initials>[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?\s?)(?<surname>[А-ЯЁ][\p{Ll}-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Person { get; }

    // Adjectives whose nominative is stressed on the ending.
    private static readonly HashSet<string> Stressed = ["городск", "краев", "областн", "правов", "делов", "штабн", "основн", "лесн", "жил", "целев", "рядов", "заводск", "морск", "донск", "тверск", "больш", "молод", "передов", "спортивно-массов", "учебн-производств", "войсков", "речн", "мэрск"];

    /// <summary>The phrase in the nominative; the words after the head noun stay as they are.</summary>
    public static string Of(string phrase, Case from)
    {
        if (from == Case.Nominative || phrase.Length == 0) return phrase;
        var quote = phrase.IndexOfAny(['«', '"', '(']);
        var words = phrase.Split(' ');
        var limit = quote < 0 ? words.Length : phrase[..quote].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var head = -1;
        NounForm? form = null;
        for (var i = 0; i < Math.Min(limit, 6); i++)
        {
            form = Noun(words[i], from);
            if (form is not null)
            {
                head = i;
                break;
            }
            if (IsPersonAt(words, i) || !IsAdjective(words[i], from)) break;
        }
        if (form is not null)
        {
            words[head] = Cased(form.Nominative, words[head]);
            for (var i = 0; i < head; i++) words[i] = Adjective(words[i], form, from);
        }
        else if (limit > 0) words[0] = Unknown(words[0], from);
        var text = string.Join(' ', words);
        return PersonOutside(text, from);
    }

    private static bool IsPersonAt(string[] words, int i) => i + 1 < words.Length && words[i + 1].Length is 2 or 4 && words[i + 1].Contains('.') && char.IsUpper(words[i + 1][0]);

    private static NounForm? Noun(string word, Case from)
    {
        var bare = word.TrimEnd(',', ';', ':');
        if (HeadNouns.Find(bare, from) is { } form) return form;
        var dash = bare.LastIndexOf('-');
        return dash > 2 && HeadNouns.Find(bare[(dash + 1)..], from) is { } second && HeadNouns.Find(bare[..dash], from) is { } first
            ? second with { Nominative = first.Nominative + "-" + second.Nominative } : null;
    }

    private static bool IsAdjective(string word, Case from)
    {
        var lower = word.ToLowerInvariant().TrimEnd(',');
        string[] endings = from switch
        {
            Case.Dative => ["ому", "ему", "ой", "ей", "ым", "им"],
            Case.Genitive => ["ого", "его", "ой", "ей", "ых", "их"],
            Case.Accusative => ["ого", "его", "ую", "юю", "ый", "ий", "ой", "ое", "ее", "ых", "их", "ые", "ие"],
            _ => ["ым", "им", "ой", "ей", "ыми", "ими"],
        };
        return lower.Length > 4 && endings.Any(e => lower.EndsWith(e, StringComparison.Ordinal)) || lower is "и";
    }

    private static string Adjective(string word, NounForm noun, Case from)
    {
        var tail = word.EndsWith(',') ? "," : "";
        var bare = word.TrimEnd(',');
        if (bare is "и" || !IsAdjective(bare, from)) return word;
        var lower = bare.ToLowerInvariant();
        var cut = lower.EndsWith("ому", StringComparison.Ordinal) || lower.EndsWith("ему", StringComparison.Ordinal) || lower.EndsWith("ого", StringComparison.Ordinal)
            || lower.EndsWith("его", StringComparison.Ordinal) || lower.EndsWith("ыми", StringComparison.Ordinal) || lower.EndsWith("ими", StringComparison.Ordinal) ? 3 : 2;
        var stem = bare[..^cut];
        var soft = lower[^cut] is 'е' or 'и' or 'ю' && !(lower[^cut] is 'и' && "гкхжшчщ".Contains(char.ToLowerInvariant(stem[^1])));
        var last = char.ToLowerInvariant(stem[^1]);
        var velar = "гкх".Contains(last);
        var hush = "жшчщ".Contains(last);
        if (velar) soft = false;
        var ending = noun.Plural ? soft || velar || hush ? "ие" : "ые"
            : noun.Gender == 'ж' ? soft && !hush ? "яя" : "ая"
            : noun.Gender == 'с' ? soft || hush && lower[^cut] == 'е' ? "ее" : "ое"
            : Stressed.Contains(stem.ToLowerInvariant()) ? "ой" : soft || velar || hush ? "ий" : "ый";
        return stem + ending + tail;
    }

    /// <summary>A noun outside the list: «Минфину» → «Минфин», «Роспотребнадзору» → «Роспотребнадзор», «жителям» → «жители».</summary>
    private static string Unknown(string word, Case from)
    {
        if (word.Length < 4 || word.Skip(1).Any(char.IsUpper) || word.Contains('.') || !char.IsLetter(word[^1])) return word;
        var lower = word.ToLowerInvariant();
        var stem = word[..^1];
        return from switch
        {
            Case.Dative when lower.EndsWith("иям", StringComparison.Ordinal) => word[..^1],
            Case.Dative when lower.EndsWith("ам", StringComparison.Ordinal) => word[..^2] + ("гкхжшчщ".Contains(lower[^3]) ? "и" : "ы"),
            Case.Dative when lower.EndsWith("ям", StringComparison.Ordinal) => word[..^2] + "и",
            Case.Dative when lower.EndsWith("ию", StringComparison.Ordinal) => stem + "е",
            Case.Dative when lower.EndsWith("ству", StringComparison.Ordinal) => stem + "о",
            Case.Dative when lower[^1] == 'у' => stem,
            Case.Dative when lower[^1] == 'ю' => stem + "ь",
            Case.Dative when lower.EndsWith("ии", StringComparison.Ordinal) => stem + "я",
            Case.Instrumental when lower.EndsWith("ом", StringComparison.Ordinal) => word[..^2],
            Case.Instrumental when lower.EndsWith("ами", StringComparison.Ordinal) => word[..^3] + "ы",
            Case.Genitive or Case.Accusative when (lower.StartsWith("мин", StringComparison.Ordinal) || lower.EndsWith("надзора", StringComparison.Ordinal)) && lower[^1] == 'а' => stem,
            _ => word,
        };
    }

    private static string PersonOutside(string text, Case from)
    {
        if (Person.Match(text) is not { Success: true } match) return text;
        var depth = text.AsSpan(0, match.Index).Count('(') - text.AsSpan(0, match.Index).Count(')');
        if (depth > 0) return text;
        var surname = match.Groups["surname"];
        return string.Concat(text.AsSpan(0, surname.Index), Surname(surname.Value, from), text.AsSpan(surname.Index + surname.Length));
    }

    /// <summary>«Носова» (whom) → «Носов», «Ильиной» → «Ильина», «Белинскому» → «Белинский».</summary>
    public static string Surname(string surname, Case from)
    {
        if (surname.Length < 4) return surname;
        bool Ends(string ending) => surname.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
        string Cut(int count, string ending) => surname[..^count] + ending;
        return from switch
        {
            Case.Dative or Case.Genitive or Case.Instrumental when Ends("овой") || Ends("евой") || Ends("ёвой") || Ends("иной") || Ends("ыной") => Cut(2, "а"),
            _ when from is not Case.Nominative && (Ends("ской") || Ends("цкой")) => Cut(2, "ая"),
            Case.Dative when Ends("скому") || Ends("цкому") => Cut(3, "ий"),
            Case.Dative when Ends("ому") => Cut(3, "ый"),
            Case.Dative when Ends("ову") || Ends("еву") || Ends("ёву") || Ends("ину") || Ends("ыну") => Cut(1, ""),
            Case.Dative when Ends("ю") => Cut(1, Ends("аю") || Ends("ею") ? "й" : "ь"),
            Case.Dative when Ends("у") => Cut(1, ""),
            Case.Accusative when Ends("ову") || Ends("еву") || Ends("ёву") || Ends("ину") || Ends("ыну") => Cut(1, "а"),
            Case.Accusative when Ends("скую") || Ends("цкую") => Cut(2, "ая"),
            Case.Accusative or Case.Genitive when Ends("ского") || Ends("цкого") => Cut(3, "ий"),
            Case.Accusative or Case.Genitive when Ends("ова") || Ends("ева") || Ends("ёва") || Ends("ина") || Ends("ына") => Cut(1, ""),
            Case.Accusative or Case.Genitive when Ends("а") && !Ends("ка") => Cut(1, ""),
            Case.Accusative or Case.Genitive when Ends("я") => Cut(1, "ь"),
            Case.Instrumental when Ends("ым") && surname.Length > 4 => Cut(2, ""),
            Case.Instrumental when Ends("им") => Cut(2, "ий"),
            Case.Instrumental when Ends("ом") || Ends("ем") => Cut(2, ""),
            _ => surname,
        };
    }

    private static string Cased(string word, string like) =>
        like.Length > 1 && char.IsUpper(like[0]) && char.IsUpper(like[1]) ? word.ToUpperInvariant() : char.IsUpper(like[0]) ? Words.Capitalised(word) + Tail(like) : word + Tail(like);

    private static string Tail(string like) => like.Length > 0 && like[^1] is ',' or ';' ? like[^1].ToString() : "";
}
