namespace Vekha.Norms;

/// <summary>The nominative singular of nouns and adjectives as they stand behind numbers and «каждый», told by their endings.</summary>
internal static class NominativeForm
{
    /// <summary>Nouns whose endings mislead: form → nominative singular.</summary>
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["человек"] = "человек", ["человека"] = "человек", ["людей"] = "человек", ["раз"] = "раз", ["раза"] = "раз", ["детей"] = "ребёнок", ["ребенка"] = "ребёнок",
        ["семей"] = "семья", ["семьи"] = "семья", ["семье"] = "семья", ["статей"] = "статья", ["статьи"] = "статья", ["библиотек"] = "библиотека", ["дней"] = "день", ["дня"] = "день",
        ["мест"] = "место", ["места"] = "место", ["дел"] = "дело", ["дела"] = "дело", ["сел"] = "село", ["села"] = "село", ["окон"] = "окно", ["писем"] = "письмо", ["средств"] = "средство", ["устройств"] = "устройство",
        ["учреждений"] = "учреждение", ["предприятий"] = "предприятие", ["музеев"] = "музей", ["музея"] = "музей", ["роликов"] = "ролик", ["уроков"] = "урок", ["часов"] = "час", ["часа"] = "час",
        ["слушателей"] = "слушатель", ["жителей"] = "житель", ["учителей"] = "учитель", ["руководителей"] = "руководитель", ["площадей"] = "площадь", ["площади"] = "площадь", ["записей"] = "запись", ["записи"] = "запись",
        ["новостей"] = "новость", ["новости"] = "новость", ["областей"] = "область", ["недель"] = "неделя", ["недели"] = "неделя", ["акций"] = "акция", ["кругов"] = "круг", ["игр"] = "игра", ["игры"] = "игра",
        ["лагерей"] = "лагерь", ["лагеря"] = "лагерь", ["домов"] = "дом", ["дома"] = "дом", ["участков"] = "участок", ["участка"] = "участок", ["списков"] = "список", ["списка"] = "список", ["подарков"] = "подарок",
        ["кружков"] = "кружок", ["кружка"] = "кружок", ["щитов"] = "щит", ["конкурсов"] = "конкурс", ["отрядов"] = "отряд", ["субботников"] = "субботник", ["работ"] = "работа", ["встреч"] = "встреча", ["встречи"] = "встреча",
        ["поездок"] = "поездка", ["постов"] = "пост", ["поста"] = "пост", ["договоров"] = "договор", ["лет"] = "год", ["месте"] = "место", ["году"] = "год", ["дне"] = "день", ["участке"] = "участок", ["кружке"] = "кружок",
        ["селе"] = "село", ["деревень"] = "деревня", ["деревни"] = "деревня", ["школе"] = "школа", ["детский"] = "детский", ["садов"] = "сад", ["ребят"] = "ребёнок", ["экземпляров"] = "экземпляр", ["экземпляру"] = "экземпляр",
        ["специалистов"] = "специалист", ["сайтов"] = "сайт", ["мастерских"] = "мастерская", ["столовых"] = "столовая",
    };

    /// <summary>Nominative singular of a noun; the case is that of a counted noun or of «в каждом …».</summary>
    /// <param name="noun">The form in the text, small letters, «ё» as «е».</param>
    /// <param name="feminine">Gender where a pronoun tells it («в каждой»).</param>
    public static string OfNoun(string noun, bool? feminine = null)
    {
        if (Irregular.TryGetValue(noun, out var known)) return known;
        ReadOnlySpan<char> word = noun;
        if (word.Length < 4) return noun;
        // «мероприятий», «публикаций», «территорий»
        if (word.EndsWith("ий")) return noun[..^1] + (word[^3] is 'н' or 'т' or 'в' or 'л' && !word.EndsWith("ний") || word.EndsWith("ений") || word.EndsWith("аний") || word.EndsWith("ятий") ? "е" : "я");
        if (word.EndsWith("ии")) return noun[..^1] + (feminine ?? !(word[^3] is 'н' or 'т') ? "я" : "е");
        if (word.EndsWith("ия")) return word[^3] is 'н' or 'т' or 'в' or 'л' ? noun[..^1] + "е" : noun;
        if (word.EndsWith("ию")) return noun[..^1] + (feminine ?? !(word[^3] is 'н' or 'т') ? "я" : "е");
        if (word.EndsWith("ов")) return WithVowel(noun[..^2]);
        if (word.EndsWith("ев")) return word[^3] == 'ц' ? WithVowel(noun[..^2]) : noun[..^2] + "й";
        if (word.EndsWith("ей")) return feminine == true || word[^3] is 'т' && word.Length > 6 && word.EndsWith("стей") ? noun[..^2] + "ь" : noun[..^2] + "ь";
        if (word.EndsWith("ок")) return noun[..^2] + "ка";
        if (word.EndsWith("ек") && word[^3] is 'ш' or 'ч' or 'ж' or 'л' or 'н' or 'р') return noun[..^2] + (word[^3] is 'л' or 'н' or 'р' ? "ька" : "ка");
        return OfSingular(noun, feminine);
    }

    /// <summary>«добровольцев» → «доброволец», «образцов» → «образец»; «месяцев» has its vowel.</summary>
    private static string WithVowel(string stem) => stem is [.., not ('а' or 'е' or 'и' or 'о' or 'у' or 'я' or 'ю' or 'ы'), 'ц'] ? stem[..^1].TrimEnd('ь') + "ец" : stem;

    /// <summary>«семинара», «практики», «школы», «районе»; bare stems are feminine plurals («практик», «школ»).</summary>
    private static string OfSingular(string noun, bool? feminine) => noun[^1] switch
    {
        'а' when feminine != true => noun[..^1],
        'ы' => noun[..^1] + "а",
        'и' => noun[..^1] + (noun[^2] is 'г' or 'к' or 'х' or 'ж' or 'ш' or 'щ' or 'ч' ? "а" : "ь"),
        'е' or 'у' => feminine == true ? noun[..^1] + "а" : noun[..^1],
        'я' => noun[..^1] + "ь",
        'ь' or 'й' or 'о' => noun,
        'к' or 'л' or 'ч' or 'г' or 'м' or 'з' or 'п' or 'ш' or 'б' => feminine == false ? noun : noun + "а",
        _ => noun,
    };

    private static readonly string[] AdjectiveEndings = ["ыми", "ими", "ого", "его", "ому", "ему", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ую", "юю", "ым", "им", "ом", "ем"];

    /// <summary>Whether a word looks like an adjective or participle in any case.</summary>
    public static bool IsAdjective(string word)
    {
        if (word.Length < 5 || Irregular.ContainsKey(word)) return false;
        foreach (var ending in AdjectiveEndings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = word[..^ending.Length];
            if (ending is "ий" or "ие" or "ем" or "им" or "ом" or "ой" or "ей")
                return stem.Length >= 3 && (stem[^1] is 'к' or 'н' or 'х' or 'г' or 'ш' or 'щ') && !(ending is "ий" or "ие" or "ем" && stem[^1] == 'н' && stem[^2] is 'е' or 'а' or 'я' && stem.Length > 4) && !(ending == "ом" && stem[^1] is not ('н' or 'к'));
            return stem.Length >= 3;
        }
        return false;
    }

    /// <summary>The adjective agreed with a noun: «пилотных» + «площадка» → «пилотная».</summary>
    public static string OfAdjective(string adjective, string noun)
    {
        var stem = adjective;
        foreach (var ending in AdjectiveEndings)
            if (adjective.EndsWith(ending, StringComparison.Ordinal)) { stem = adjective[..^ending.Length]; break; }
        var soft = stem[^1] is 'к' or 'г' or 'х' or 'ш' or 'щ' or 'ж' or 'ч';
        return noun[^1] switch
        {
            'а' or 'я' => stem + "ая",
            'о' or 'е' => stem + (stem[^1] is 'ш' or 'щ' or 'ж' or 'ч' ? "ее" : "ое"),
            _ => stem + (soft ? "ий" : "ый"),
        };
    }
}
