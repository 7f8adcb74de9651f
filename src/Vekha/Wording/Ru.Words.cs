namespace Vekha.Wording;

/// <summary>«Род» of a Russian noun, as words agree with it.</summary>
public enum Gender
{
    /// <summary>«мужской»: план, отчёт, порядок.</summary>
    Masculine,
    /// <summary>«женский»: программа, смета.</summary>
    Feminine,
    /// <summary>«средний»: положение, решение.</summary>
    Neuter,
    /// <summary>«множественное число»: правила, изменения.</summary>
    Plural,
}

public static partial class Ru
{
    private static readonly string[] Ordinals =
    [
        "перв", "втор", "трет", "четвёрт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат", "тринадцат",
        "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат", "девятнадцат", "двадцат",
    ];

    /// <summary>«УТВЕРЖДЕН», «УТВЕРЖДЕНА», «УТВЕРЖДЕНО», «УТВЕРЖДЕНЫ»: the stamp agrees with the name of the paper.</summary>
    public static string Approved(Gender gender) => "УТВЕРЖДЕН" + gender switch
    {
        Gender.Masculine => "",
        Gender.Feminine => "А",
        Gender.Neuter => "О",
        _ => "Ы",
    };

    /// <summary>«а, б и в».</summary>
    public static string List(IEnumerable<string> items)
    {
        var all = items.ToArray();
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + " и " + all[^1];
    }

    /// <summary>«третий», «третья», «третье», «третьи»; numbers above twenty as «21-й», «21-я», «21-е».</summary>
    public static string Ordinal(int number, Gender gender)
    {
        if (number is < 1 or > 20) return number.ToString(System.Globalization.CultureInfo.InvariantCulture) + gender switch { Gender.Masculine => "-й", Gender.Feminine => "-я", Gender.Neuter => "-е", _ => "-е" };
        var ending = (number, gender) switch
        {
            (3, Gender.Masculine) => "ий",
            (3, Gender.Feminine) => "ья",
            (3, Gender.Neuter) => "ье",
            (3, _) => "ьи",
            (2 or 6 or 7 or 8, Gender.Masculine) => "ой",
            (_, Gender.Masculine) => "ый",
            (_, Gender.Feminine) => "ая",
            (_, Gender.Neuter) => "ое",
            _ => "ые",
        };
        return Ordinals[number - 1] + ending;
    }

    /// <summary>
    /// «Н.Л. Громова» of «Громова Нина Львовна», «Н. Громова» of «Громова Нина». A name that already has initials, or is a
    /// single word, stays.
    /// </summary>
    public static string Initials(string fullName)
    {
        ArgumentNullException.ThrowIfNull(fullName);
        var words = fullName.Split([' ', Nbsp], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 3 || words.Any(w => w.Contains('.', StringComparison.Ordinal))) return string.Join(' ', words);
        return string.Concat(words[1..].Select(w => $"{char.ToUpperInvariant(w[0])}.")) + Nbsp + words[0];
    }

    /// <summary>What two spellings of one name share: its letters and digits, small, «ё» as «е»: «МКУ „Архив"» and «МКУ «Архив»» are one.</summary>
    /// <param name="name">A name as printed; may be empty.</param>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant().Replace('ё', 'е');
    }

    /// <summary>The first letter made capital, the rest untouched.</summary>
    public static string Capital(string text) => text is [var first, ..] ? char.ToUpperInvariant(first) + text[1..] : "";
}
