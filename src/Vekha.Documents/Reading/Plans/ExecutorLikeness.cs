using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>What of an executor's name is compared with others: letters, stems of words, figures.</summary>
internal sealed partial class ExecutorLikeness
{
    private readonly string[] _words;
    private readonly string _figures;
    private readonly string _text;

    // Every name is compared with every other: what the comparison asks of one name is found once.
    private readonly Match _person;
    private readonly string _quoted;
    private readonly string? _acronym;
    private readonly string _initials;
    private readonly string _allInitials;

    public ExecutorLikeness(string text)
    {
        _text = text;
        var plain = Short.Replace(text.ToLowerInvariant().Replace('ё', 'е'), m => Full[m.Groups["short"].Value]);
        _words = [.. Word.Matches(plain).Select(m => Stem(m.Value)).Where(w => w.Length > 0 && !Idle.Contains(w))];
        _figures = string.Join(' ', Figures.Matches(text).Select(m => m.Value));
        _person = Surname.Match(text);
        _quoted = QuotedName.Match(text) is { Success: true } name ? Words.Key(name.Value) : "";
        _acronym = Acronym.IsMatch(text) ? text.ToLowerInvariant() : null;
        var spoken = Word.Matches(text.ToLowerInvariant());
        _initials = string.Concat(spoken.Where(w => !Idle.Contains(w.Value)).Select(w => w.Value[0]));
        _allInitials = string.Concat(spoken.Select(w => w.Value[0]));
        Letters = Words.Key(text);
        Stems = _words.Length > 1 && !_person.Success ? string.Join(' ', _words.Order(StringComparer.Ordinal)) : "";
    }

    /// <summary>Letters and figures only.</summary>
    public string Letters { get; }

    /// <summary>Stems of the words in order of the alphabet: case forms and the order of words do not matter.</summary>
    public string Stems { get; }

    private static readonly HashSet<string> Idle = ["и", "в", "по", "на", "с", "для", "при", "о", "об"];

    private static readonly Dictionary<string, string> Full = new()
    {
        ["г."] = "города ", ["гор."] = "города ", ["р-на"] = "района", ["мун."] = "муниципального ", ["м.р."] = "муниципального района ", ["г.о."] = "городского округа ", ["обл."] = "области ",
        ["адм."] = "администрация ", ["упр."] = "управление ", ["отд."] = "отдел ", ["деп."] = "департамент ", ["зам."] = "заместитель ", ["нач."] = "начальник ", ["ком."] = "комитет ",
    };

    [GeneratedRegex(@"(?<![а-я])(?<short>г\.о\.|м\.р\.|г\.|гор\.|р-на|мун\.|обл\.|адм\.|упр\.|отд\.|деп\.|зам\.|нач\.|ком\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Short { get; }

    [GeneratedRegex(@"[\p{L}\d]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Figures { get; }

    private static string Stem(string word)
    {
        if (char.IsDigit(word[0])) return word;
        var end = word.Length;
        for (var cut = 0; cut < 3 && end > 4 && "аеиоуыэюяйьмх".Contains(word[end - 1]); cut++) end--;
        // «управлением», «отделов», «отделом»: endings with a consonant.
        return word.EndsWith("ого", StringComparison.Ordinal) && word.Length > 6 ? word[..^3] : end == word.Length && end > 6 && word.EndsWith("ов", StringComparison.Ordinal) ? word[..^2] : word[..end];
    }

    /// <summary>How two spellings with the same letters or stems differ, in Russian.</summary>
    public static string Difference(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.OrdinalIgnoreCase)) return "различаются заглавные буквы";
        if (string.Equals(Quotes.Replace(a, ""), Quotes.Replace(b, ""), StringComparison.OrdinalIgnoreCase)) return "различаются кавычки, пробелы и знаки";
        if (Words.Key(a) == Words.Key(b)) return "различаются кавычки, пробелы и знаки";
        return "различаются падеж, сокращение или порядок слов";
    }

    [GeneratedRegex(@"[«»""“”„'\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Quotes { get; }

    /// <summary>Why two names may be one, or <c>null</c> where they are not alike.</summary>
    public (string Reason, bool IsLikely)? To(ExecutorLikeness other, IReadOnlyDictionary<string, string> abbreviations)
    {
        if (Explains(abbreviations, _text, other) || Explains(abbreviations, other._text, this)) return ("сокращение расшифровано в документе", true);
        if (IsAcronymOf(other) || other.IsAcronymOf(this)) return ("сокращение по первым буквам", false);
        if (_person.Success && other._person.Success) return People(_person, other._person);
        if (_figures != other._figures || _quoted != other._quoted && _quoted.Length > 0 && other._quoted.Length > 0 && Distance(_quoted, other._quoted) > 1) return null;
        if (HasOwner(other) || other.HasOwner(this)) return ("в одном месте названа администрация, в другом нет", true);
        return Letters.Length > 9 && other.Letters.Length > 9 && Letters[0] == other.Letters[0] && _words.Length == other._words.Length && Distance(Letters, other.Letters) == 1 ? ("различается одна буква", false) : null;
    }

    private static bool Explains(IReadOnlyDictionary<string, string> abbreviations, string name, ExecutorLikeness other) =>
        abbreviations.TryGetValue(name, out var full) && new ExecutorLikeness(full) is var meant && (meant.Letters == other.Letters || meant.Stems.Length > 0 && meant.Stems == other.Stems);

    /// <summary>«ЦБС» is «Централизованная библиотечная система».</summary>
    private bool IsAcronymOf(ExecutorLikeness other) =>
        _acronym is { } mine && other._words.Length > 1
        && (mine == other._initials || mine == other._allInitials || mine.Length >= 3 && other._initials.StartsWith(mine, StringComparison.Ordinal));

    [GeneratedRegex(@"^[А-ЯЁ]{2,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex Acronym { get; }

    /// <summary>«Отдел культуры» and «Отдел культуры администрации района».</summary>
    private bool HasOwner(ExecutorLikeness shorter) =>
        shorter._words.Length > 1 && _words.Length > shorter._words.Length && _words[shorter._words.Length].StartsWith("администрац", StringComparison.Ordinal)
        && shorter._words.AsSpan().SequenceEqual(_words.AsSpan(0, shorter._words.Length));

    [GeneratedRegex(@"^(?:(?<surname>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)\s+(?<i>[А-ЯЁ])\.?\s?(?<o>[А-ЯЁ])?\.?|(?<i>[А-ЯЁ])\.\s?(?:(?<o>[А-ЯЁ])\.)?\s?(?<surname>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?))$", RegexOptions.CultureInvariant)]
    private static partial Regex Surname { get; }

    private static (string Reason, bool IsLikely)? People(Match a, Match b)
    {
        if (!a.Groups["surname"].ValueSpan.Equals(b.Groups["surname"].ValueSpan, StringComparison.OrdinalIgnoreCase)) return null;
        var (one, two) = (a.Groups["i"].Value + a.Groups["o"].Value, b.Groups["i"].Value + b.Groups["o"].Value);
        if (one == two) return ("инициалы стоят с другой стороны фамилии", true);
        if (one.Length == 1 || two.Length == 1) return one[0] == two[0] ? ("в одном месте нет отчества", false) : null;
        return one[0] == two[1] && one[1] == two[0] ? ("инициалы переставлены", false) : null;
    }

    [GeneratedRegex(@"[«""“].+[»""”]", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedName { get; }

    /// <summary>0, 1 or 2 for "more than one letter".</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return 2;
        var i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i]) i++;
        var (x, y) = (a[i..], b[i..]);
        if (x.Length == 0 && y.Length == 0) return 0;
        return x.Length == y.Length ? x[1..] == y[1..] || x.Length > 1 && x[0] == y[1] && x[1] == y[0] && x[2..] == y[2..] ? 1 : 2
            : x.Length > y.Length ? x[1..] == y ? 1 : 2 : y[1..] == x ? 1 : 2;
    }
}
