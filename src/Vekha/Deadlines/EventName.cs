namespace Vekha.Deadlines;

/// <summary>The event of a relative deadline in the nominative, as far as the endings tell: «завершения проекта» is «завершение проекта».</summary>
internal static class EventName
{
    /// <summary>Forms whose endings mislead.</summary>
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        ["начала"] = "начало", ["начале"] = "начало", ["началу"] = "начало", ["началом"] = "начало", ["конца"] = "конец", ["концу"] = "конец", ["дня"] = "день", ["недели"] = "неделя",
        ["лета"] = "лето", ["дела"] = "дело", ["права"] = "право", ["работ"] = "работы", ["выборов"] = "выборы", ["торгов"] = "торги", ["каникул"] = "каникулы", ["результатов"] = "результаты",
        ["очереди"] = "очередь", ["записи"] = "запись", ["части"] = "часть", ["даты"] = "дата", ["суток"] = "сутки", ["средств"] = "средства", ["отпуска"] = "отпуск", ["семинара"] = "семинар",
        ["поступивший"] = "поступивший", ["письма"] = "письмо", ["места"] = "место", ["голосования"] = "голосование", ["дождя"] = "дождь", ["паводка"] = "паводок", ["участка"] = "участок", ["рынка"] = "рынок",
    };

    private static readonly string[] AdjectiveEndings = ["ого", "его", "ому", "ему", "ой", "ей", "ым", "им", "ых", "их"];

    public static string Of(string anchor)
    {
        if (anchor.Length == 0) return "";
        var words = anchor.Split(' ');
        var noun = 0;
        while (noun + 1 < words.Length && noun < 4 && IsAdjective(words[noun])) noun++;
        var nominative = Noun(words[noun]);
        if (nominative is null) return anchor;
        for (var i = 0; i < noun; i++) words[i] = Adjective(words[i], nominative);
        words[noun] = nominative;
        return string.Join(' ', words);
    }

    private static bool IsAdjective(string word) =>
        word.Length > 4 && !Irregular.ContainsKey(word) && AdjectiveEndings.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The nominative of a noun behind «со дня», «после», «до», «по», «перед»; null where the ending does not tell.</summary>
    private static string? Noun(string word)
    {
        if (Irregular.TryGetValue(word, out var known)) return char.IsUpper(word[0]) ? char.ToUpper(known[0], System.Globalization.CultureInfo.InvariantCulture) + known[1..] : known;
        var length = word.Length;
        if (length < 4 || !char.IsLetter(word[^1])) return null;
        bool Ends(string ending) => word.EndsWith(ending, StringComparison.Ordinal);
        // «завершения», «подписанию», «открытием», «окончании»
        foreach (var ending in (ReadOnlySpan<string>)["ния", "нии", "нию", "нием", "тия", "тии", "тию", "тием"])
            if (Ends(ending)) return word[..(length - ending.Length + 2)] + "е";
        if (Ends("ии") || Ends("ию") || Ends("ией")) return word[..(length - (Ends("ией") ? 3 : 2))] + "ия";
        if (Ends("ний") || Ends("тий")) return word[..^1] + "я";
        if (Ends("ций") || Ends("сий")) return word[..^1] + "и";
        if (Ends("ов") && length > 4) return word[..^2] + (word[^3] is 'к' or 'г' or 'х' ? "и" : "ы");
        return word[^1] switch
        {
            'а' when word[^2] is not ('и' or 'е') => word[..^1],
            'я' when word[^2] is 'а' or 'е' or 'у' => word[..^1] + "й",
            'я' when word[^2] is 'л' or 'р' => word[..^1] + "ь",
            'ы' => word[..^1] + "а",
            'и' when word[^2] is 'к' or 'г' or 'х' or 'ж' or 'ш' or 'ч' => word[..^1] + "а",
            'и' when Ends("сти") => word[..^1] + "ь",
            _ => null,
        };
    }

    private static string Adjective(string adjective, string noun)
    {
        var stem = adjective;
        foreach (var ending in AdjectiveEndings)
            if (adjective.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) { stem = adjective[..^ending.Length]; break; }
        var soft = adjective.EndsWith("его", StringComparison.Ordinal) || adjective.EndsWith("ему", StringComparison.Ordinal);
        return stem + (noun[^1] switch
        {
            'а' or 'я' => soft ? "яя" : "ая",
            'ь' when noun.EndsWith("сть", StringComparison.Ordinal) => "ая",
            'е' or 'о' => soft ? "ее" : "ое",
            'ы' or 'и' => soft || stem[^1] is 'к' or 'г' or 'х' ? "ие" : "ые",
            _ => soft || stem[^1] is 'к' or 'г' or 'х' ? "ий" : "ый",
        });
    }
}
