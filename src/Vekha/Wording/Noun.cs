namespace Vekha.Wording;

/// <summary>«Слово в падежах»: a term of the field in the cases we print.</summary>
/// <param name="Gender">How other words agree with it.</param>
/// <param name="Nominative">«мероприятие» (кто? что?).</param>
/// <param name="Genitive">«мероприятия» (нет кого? чего?), also after 2, 3, 4; a term with an adjective gives its counted form («рабочих дня»).</param>
/// <param name="Dative">«мероприятию» (кому? чему?).</param>
/// <param name="Accusative">«мероприятие» (вижу кого? что?).</param>
/// <param name="Instrumental">«мероприятием» (кем? чем?).</param>
/// <param name="Prepositional">«мероприятии» (о ком? о чём?).</param>
/// <param name="PluralNominative">«мероприятия».</param>
/// <param name="PluralGenitive">«мероприятий», also after 5.</param>
/// <param name="PluralDative">«мероприятиям».</param>
/// <param name="PluralInstrumental">«мероприятиями».</param>
/// <param name="PluralPrepositional">«мероприятиях».</param>
public sealed record Noun(
    Gender Gender, string Nominative, string Genitive, string Dative, string Accusative, string Instrumental, string Prepositional,
    string PluralNominative, string PluralGenitive, string PluralDative, string PluralInstrumental, string PluralPrepositional)
{
    /// <summary>«мероприятие».</summary>
    public static Noun Measure { get; } = Neuter("мероприяти");

    /// <summary>«поручение».</summary>
    public static Noun Assignment { get; } = Neuter("поручени");

    /// <summary>«событие».</summary>
    public static Noun Event { get; } = Neuter("событи");

    /// <summary>«предложение».</summary>
    public static Noun Proposal { get; } = Neuter("предложени");

    /// <summary>«замечание».</summary>
    public static Noun Remark { get; } = Neuter("замечани");

    /// <summary>«отчёт».</summary>
    public static Noun Report { get; } = Hard("отчёт");

    /// <summary>«документ».</summary>
    public static Noun Document { get; } = Hard("документ");

    /// <summary>«план».</summary>
    public static Noun Plan { get; } = Hard("план");

    /// <summary>«этап».</summary>
    public static Noun Stage { get; } = Hard("этап");

    /// <summary>«срок».</summary>
    public static Noun Deadline { get; } = Hard("срок") with { PluralNominative = "сроки" };

    /// <summary>«вопрос».</summary>
    public static Noun Question { get; } = Hard("вопрос");

    /// <summary>«файл».</summary>
    public static Noun File { get; } = Hard("файл");

    /// <summary>«результат».</summary>
    public static Noun Deliverable { get; } = Hard("результат");

    /// <summary>«клуб».</summary>
    public static Noun Club { get; } = Hard("клуб");

    /// <summary>«участник».</summary>
    public static Noun Participant { get; } = Hard("участник") with { Accusative = "участника", PluralNominative = "участники" };

    /// <summary>«исполнитель».</summary>
    public static Noun Executor { get; } = new(Gender.Masculine, "исполнитель", "исполнителя", "исполнителю", "исполнителя", "исполнителем",
        "исполнителе", "исполнители", "исполнителей", "исполнителям", "исполнителями", "исполнителях");

    /// <summary>«строка».</summary>
    public static Noun Row { get; } = new(Gender.Feminine, "строка", "строки", "строке", "строку", "строкой", "строке",
        "строки", "строк", "строкам", "строками", "строках");

    /// <summary>«программа».</summary>
    public static Noun Programme { get; } = new(Gender.Feminine, "программа", "программы", "программе", "программу", "программой", "программе",
        "программы", "программ", "программам", "программами", "программах");

    /// <summary>«публикация».</summary>
    public static Noun Publication { get; } = Soft("публикаци");

    /// <summary>«территория».</summary>
    public static Noun Territory { get; } = Soft("территори");

    /// <summary>«организация».</summary>
    public static Noun Organisation { get; } = Soft("организаци");

    /// <summary>«человек»: 1 человек, 2 человека, 5 человек.</summary>
    public static Noun Person { get; } = new(Gender.Masculine, "человек", "человека", "человеку", "человека", "человеком", "человеке",
        "люди", "человек", "людям", "людьми", "людях");

    /// <summary>«рабочий день»: 1 рабочий день, 2 рабочих дня.</summary>
    public static Noun WorkingDay { get; } = new(Gender.Masculine, "рабочий день", "рабочих дня", "рабочему дню", "рабочий день", "рабочим днём",
        "рабочем дне", "рабочие дни", "рабочих дней", "рабочим дням", "рабочими днями", "рабочих днях");

    /// <summary>A neuter noun in -ие: «поручени» + е.</summary>
    private static Noun Neuter(string stem) => new(Gender.Neuter, stem + "е", stem + "я", stem + "ю", stem + "е", stem + "ем", stem + "и",
        stem + "я", stem + "й", stem + "ям", stem + "ями", stem + "ях");

    /// <summary>A lifeless masculine noun of the hard declension: «отчёт».</summary>
    private static Noun Hard(string stem) => new(Gender.Masculine, stem, stem + "а", stem + "у", stem, stem + "ом", stem + "е",
        stem + "ы", stem + "ов", stem + "ам", stem + "ами", stem + "ах");

    /// <summary>A feminine noun in -ия: «публикаци» + я.</summary>
    private static Noun Soft(string stem) => new(Gender.Feminine, stem + "я", stem + "и", stem + "и", stem + "ю", stem + "ей", stem + "и",
        stem + "и", stem + "й", stem + "ям", stem + "ями", stem + "ях");
}
