namespace Vekha.Documents.Reading.Plans.Territories;

/// <summary>Names of towns: their nominative and the stem they share with the adjective of their district.</summary>
internal static class TownName
{
    /// <summary>Sounds that an adjective puts between the stem of a town and «-ский»: «Тосн·ен·ский», «Химк·ин·ский», «Сланц·ев·ский».</summary>
    private static readonly string[] Joints = ["", "ен", "ин", "ов", "ев", "н", "ан", "ян", "ий", "ь"];

    /// <summary>«Сосновом Бору» in «в городе Сосновом Бору» → «Сосновый Бор»; a name whose case cannot be told stays.</summary>
    public static string Of(string name, string kind)
    {
        // After «г.» and «город» the name stands in the nominative, unless it is declined together with its word.
        if (kind is not ("города" or "городе" or "городу" or "городом" or "г.")) return name;
        var words = name.Split(' ');
        if (words.Length == 2) return Pair(words[0], words[1]);
        foreach (var (ending, cut) in Endings)
            if (name.Length > ending.Length + 1 && name.EndsWith(ending, StringComparison.Ordinal)) return name[..^cut];
        return name;
    }

    /// <summary>Endings that only an oblique case has: «Новокузнецке», «Волгограда», «Екатеринбургу».</summary>
    private static readonly (string Ending, int Cut)[] Endings =
        [("ске", 1), ("ска", 1), ("ску", 1), ("цке", 1), ("цка", 1), ("граде", 1), ("града", 1), ("граду", 1), ("бурге", 1), ("бурга", 1), ("бургу", 1), ("горске", 1), ("ском", 2), ("градом", 2)];

    private static string Pair(string first, string second)
    {
        if (first.EndsWith("ом", StringComparison.Ordinal) || first.EndsWith("ого", StringComparison.Ordinal))
        {
            var stem = first[..^(first.EndsWith("ого", StringComparison.Ordinal) ? 3 : 2)];
            if (second is "Поле" or "Море" or "Устье" or "Селе" or "Озере") return $"{stem}ое {(second is "Селе" or "Озере" ? second[..^1] + "о" : second)}";
            var noun = second[^1] is 'у' or 'а' or 'е' && second.Length > 2 ? second[..^1] : second;
            return $"{stem}{(stem[^1] is 'к' or 'г' or 'х' or 'н' && stem.EndsWith("ижн", StringComparison.Ordinal) ? "ий" : "ый")} {noun}";
        }
        return $"{first} {second}";
    }

    /// <summary>«Сосновый Бор» → «соснов+бор», «Всеволожск» → «всеволож», «Луга» → «луж».</summary>
    public static string Key(string name)
    {
        var words = TerritoryNames.Plain(name).Replace("-", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var last = Noun(words[^1]);
        return words.Length == 1 ? last : string.Join('+', words[..^1].Select(Adjective).Append(last));
    }

    private static string Adjective(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ого", "его", "ому", "ый", "ий", "ой", "ое", "ее", "ая", "яя", "ые", "ие", "ом", "ем", "их", "ых", "о", "е"])
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        return word;
    }

    private static string Noun(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ском", "ске", "ска", "ску", "ск", "цке", "цка", "цк"])
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal)) return Hardened(word[..^ending.Length]);
        var end = word.Length;
        while (end > 3 && word[end - 1] is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'ю' or 'я' or 'й') end--;
        return Hardened(word[..end]);
    }

    /// <summary>«луг» as in «лужский», «подпорожь» as in «подпорожский».</summary>
    internal static string Hardened(string stem)
    {
        var text = stem.Replace("ь", "", StringComparison.Ordinal);
        return text.Length > 2 ? text[^1] switch { 'г' => text[..^1] + "ж", _ => text } : text;
    }

    /// <summary>Whether the adjective of a district («сосновобор», «тоснен») is made of the town («соснов+бор», «тосн»).</summary>
    public static bool Makes(string town, string adjective)
    {
        var parts = town.Split('+');
        // «выборг» keeps its last sound before «-ский»: «выборгский» was hardened alike.
        if (parts.Length == 1) return parts[0].Length > 2 && adjective.StartsWith(parts[0], StringComparison.Ordinal) && Joints.Contains(adjective[parts[0].Length..]);
        var rest = adjective;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!rest.StartsWith(parts[i], StringComparison.Ordinal)) return false;
            rest = rest[parts[i].Length..];
            if (i + 1 < parts.Length && rest.Length > 0 && rest[0] is 'о' or 'е') rest = rest[1..];
        }
        return Joints.Contains(rest);
    }
}
