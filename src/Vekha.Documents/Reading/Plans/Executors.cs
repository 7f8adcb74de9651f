using System.Text.RegularExpressions;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Tells the executors of a cell apart and what each of them is.</summary>
internal static partial class Executors
{
    // «в городе Новокузнецке И.В. Крамер»: the initials belong to the surname after them.
    private const string NotBeforeSurname = @"(?!\s?[А-ЯЁ][а-яё]+(?!\p{L})(?!\s+[А-ЯЁ]\.))";
    private const string PersonPattern = @"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+(?>[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?)" + NotBeforeSurname + @"|[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?\s?[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{3,}\s+[А-ЯЁ]\.\s?[А-ЯЁ]\." + NotBeforeSurname + @"|[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|ьич)[ауы]?(?!\p{L}))";
    internal const string Forms = @"(?:М[БКА]?О?У[А-Я]{0,3}|М[БКА]У[А-Я]{0,2}|ГА?П?О?О?У|ГБП?О?У|ГБУ[А-Я]{0,2}|ГК[УОП]{1,2}|ГАУ[А-Я]{0,2}|ГАОУ|ФГБ[А-Я]{1,3}|ФКУ|ФГУП?|ГУП|МУП|МП|АНО|ООО|ОАО|ПАО|АО|ЗАО|НКО|НП|ИП|ТОС|ТСЖ|УК|СМИ|РОО|МОО|ОО|МБДОУ|МАДОУ|МКДОУ|МБОУ|МАОУ|МКОУ|СОШ|ООШ|ДОУ|ДК|СДК|РДК|ЦБС|МЦБ|ДШИ|ДЮСШ|ЦРБ|ОМВД|УМВД|МВД|УВД|ОВД|МЧС|ГИБДД|ОГИБДД|ГО|КДН|КСП|УФК|ИФНС|УФНС)";

    [GeneratedRegex(PersonPattern, RegexOptions.CultureInvariant)]
    internal static partial Regex Person { get; }

    [GeneratedRegex(@"^\s*" + PersonPattern + @"\s*[,;.]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyPerson { get; }

    [GeneratedRegex(@"\(?\s*по\s+согласованию\s*\)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Consent { get; }

    [GeneratedRegex(@"^\s*(?:отв(?:етственн\w+)?|исполнител[ьи]|исп)(?:\s+исполнител\w+)?\s*[.:–—-]+\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label { get; }

    [GeneratedRegex(@"^(?:все|каждый|иные|другие|заинтересованные)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Everyone { get; }

    [GeneratedRegex(@"(?<!\p{L})соответствующ(?:ий|ая|ее|ие|ей|ем|их|ими)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Respective { get; }

    [GeneratedRegex(@"(?<![\p{L}«""])(?:" + Forms + @"|Мин[а-яё]{3,}|Рос[а-яё]{4,}|Глав[а-яё]{5,}|Гор[а-яё]{4,}|[А-ЯЁ]{2,}[А-ЯЁа-яё]*)(?![\p{L}])", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation { get; }

    /// <summary>Whether a cell looks like a list of executors.</summary>
    public static bool Looks(string text)
    {
        var line = Words.Line(text);
        if (line.Length is 0 or > 400 || Numbering.IsNumber(line)) return false;
        if (Numbering.Split(line) is { Number: not null, Text: var named }) line = named;
        if (OnlyPerson.IsMatch(line)) return true;
        var first = FirstPiece(line);
        return StartsExecutor(first) && !Infinitives.Opens(line);
    }

    private static string FirstPiece(string line) => line.Split([',', ';', '\n'], 2)[0].Trim();

    /// <summary>Whether the words open with somebody: a person, a unit, a post, an abbreviation, nominative adjectives before one.</summary>
    public static bool StartsExecutor(string text)
    {
        text = text.TrimStart(' ', '-', '–', '«', '"');
        if (text.Length == 0) return false;
        if (Person.Match(text) is { Success: true, Index: 0 }) return true;
        if (Abbreviation.Match(text) is { Success: true, Index: 0 } match && !char.IsDigit(text[0])) return match.Length >= 2;
        if (Everyone.IsMatch(text)) text = text[(text.IndexOf(' ') + 1)..];
        var words = text.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < Math.Min(5, words.Length); i++)
        {
            var word = words[i].Trim('.', ',', ';', ':', '«', '»', '"', '(', ')');
            if (IsHead(word)) return true;
            if (!IsNominativeAdjective(word)) return false;
        }
        return false;
    }

    [GeneratedRegex(@"^(?:зам|нач|дир|рук|зав|гл|вед|ст|кл|соц|пом|и\.?о)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShortPost { get; }

    [GeneratedRegex(@"(?:предметники?|педагоги?|организаторы?|психологи?|координаторы?|волонт[её]ры?|добровольцы|обучающиеся|учащиеся|родители|жители|дети|юнармейцы|ветераны|главы|казаки|педколлектив|коллектив\w*|партн[её]ры|подрядчик\w*|поставщик\w*|школы|субъекты|операторы|соисполнители|исполнители|застройщики?|населени\w+|трудов\w+|муниципалитеты?|города?|районы?|край|область|регионы?|учредители|ответственные|библиотеки|заказчик\w*|лидеры|общественност\w*|специалисты|медработник\w*|медсестра|физрук|библиотекари|химик|концертмейстеры?|художники?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherHead { get; }

    private static bool IsHead(string word)
    {
        if (word.Length < 2) return false;
        if (HeadNouns.IsNominative(word) || ShortPost.IsMatch(word) || OtherHead.IsMatch(word)) return true;
        var dash = word.IndexOf('-');
        return dash > 2 && (HeadNouns.IsNominative(word[..dash]) || HeadNouns.IsNominative(word[(dash + 1)..]));
    }

    [GeneratedRegex(@"(?:[ыи]й|[ао]я|яя|ое|ее|[ыи]е|[сц]кой|вой|ной)$|^(?:и|кл\.|соц\.)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AdjectiveEnding { get; }

    private static bool IsNominativeAdjective(string word) => word.Length > 3 && AdjectiveEnding.IsMatch(word) || word is "и";

    /// <summary>Where the executor starts in a text whose beginning is something else; −1 where it cannot be told.</summary>
    public static int StartIn(string text)
    {
        var best = -1;
        for (var i = 1; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i - 1]) || char.IsWhiteSpace(text[i])) continue;
            var rest = text[i..];
            if (char.IsUpper(text[i]) && StartsExecutor(rest) && Balanced(text[..i]) && !TableRows.IsOpen(text[..i]))
            {
                best = i;
                break;
            }
        }
        return best;
    }

    internal static bool Balanced(string text) =>
        text.Count(c => c == '(') <= text.Count(c => c == ')') && text.Count(c => c == '«') <= text.Count(c => c == '»');

    /// <summary>The executors of a cell, in order.</summary>
    public static List<ExecutorDraft> Split(string text)
    {
        List<ExecutorDraft> executors = [];
        foreach (var piece in ExecutorPieces.Of(Label.Replace(Footnotes.Unmark(text), "")))
        {
            var name = Cleaned(piece);
            if (name.Length == 0 || Words.SaysNothing(name)) continue;
            if (Consent.Match(name) is { Success: true } consent && Words.Key(Consent.Replace(name, "")).Length == 0)
            {
                // «(по согласованию)» on a line of its own belongs to the name above.
                if (executors.Count > 0) executors[^1] = executors[^1] with { ByConsent = true };
                continue;
            }
            var agreed = Consent.IsMatch(name);
            name = Cleaned(Consent.Replace(name, ""));
            executors.Add(new ExecutorDraft(name, KindOf(name), agreed));
        }
        return executors;
    }

    private static string Cleaned(string text)
    {
        var line = Words.Line(text).Trim(' ', ',', ';', '–', '—');
        line = line.TrimStart('-', '•', '*', ' ');
        line = SpaceBeforeComma.Replace(line, ",");
        // «Отдел культуры.» loses its full stop, «Иванов И.И.» and «и др.» keep it.
        if (line.EndsWith('.') && line.Length > 3 && char.IsLower(line[^2]) && !line.EndsWith("др.", StringComparison.Ordinal)) line = line[..^1];
        return Initialled(line);
    }

    [GeneratedRegex(@"(?:[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]|[А-ЯЁ][а-яё]+\s+[А-ЯЁ])$", RegexOptions.CultureInvariant)]
    private static partial Regex LostStop { get; }

    /// <summary>«Петрова Е.С» at the end of a sentence gets its full stop back.</summary>
    internal static string Initialled(string name) => LostStop.IsMatch(name) && !name.EndsWith('.') ? name + "." : name;

    [GeneratedRegex(@"\s+,")]
    private static partial Regex SpaceBeforeComma { get; }

    /// <summary>What a name is.</summary>
    public static ExecutorKind KindOf(string name)
    {
        if (OnlyPerson.IsMatch(name)) return ExecutorKind.Person;
        // «отдел, координирующий деятельность в соответствующей отрасли»: another one for each project.
        if (Everyone.IsMatch(name) || Respective.IsMatch(name)) return ExecutorKind.Class;
        foreach (var raw in name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            var word = raw.Trim('.', ',', '«', '»', '"', '(', ')');
            if (raw.StartsWith('«') || word.Length == 0) break;
            if (HeadNouns.IsBody(word)) return ExecutorKind.Body;
            if (HeadNouns.IsPlural(word) && !HeadNouns.IsPost(word) || OtherHead.IsMatch(word) && (word.EndsWith('и') || word.EndsWith('ы') || word.EndsWith('е'))) return ExecutorKind.Class;
            if (HeadNouns.IsPost(word)) return ExecutorKind.Person;
            if (HeadNouns.IsNominative(word)) return ExecutorKind.Organisation;
            if (Abbreviation.Match(word) is { Success: true, Index: 0 }) return word is "ОМСУ" or "ОМС" ? ExecutorKind.Class : ExecutorKind.Organisation;
        }
        return Person.IsMatch(name) ? ExecutorKind.Person : ExecutorKind.Organisation;
    }
}
