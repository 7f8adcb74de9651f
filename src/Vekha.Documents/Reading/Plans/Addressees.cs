using System.Text.RegularExpressions;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Who an assignment is given to: «Поручить управлению культуры (Ильина О.П.) совместно с …».</summary>
internal static partial class Addressees
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W*(?:также\s+)?(?<verb>поручить|поручаю|рекомендовать|рекомендую|предложить|предлагаю|обязать|обязываю|просить|попросить|поручается|рекомендуется|предписать|предписываю)\s*:?\s*", Options)]
    internal static partial Regex Verb { get; }

    [GeneratedRegex(@"\s*[,(]?\s*(?:совместно\s+с|во\s+взаимодействии\s+с|с\s+участием|с\s+привлечением|при\s+участии)(?:о)?\s+", Options)]
    private static partial Regex Together { get; }

    /// <summary>The addressees of the words before the verb, in the nominative; empty where they name nobody.</summary>
    public static List<ExecutorDraft> Of(string words, Case first = Case.Dative)
    {
        List<ExecutorDraft> found = [];
        words = words.Trim(' ', ',', ':', '–', '—', '-', '.');
        var parts = Together.Split(words);
        for (var i = 0; i < parts.Length; i++)
        {
            var inCase = i == 0 ? first : Case.Instrumental;
            foreach (var piece in Pieces(parts[i], inCase))
            {
                var name = Nominative.Of(Words.Line(piece), inCase);
                if (name.Length < 2) continue;
                foreach (var executor in ExecutorsIn(name)) found.Add(executor);
            }
        }
        return found;
    }

    private static IEnumerable<ExecutorDraft> ExecutorsIn(string name)
    {
        var agreed = name.Contains("по согласованию", StringComparison.OrdinalIgnoreCase);
        name = Executors.Initialled(Consent.Replace(name, "").Trim(' ', ','));
        if (name.Length > 1) yield return new ExecutorDraft(name, Executors.KindOf(name), agreed);
    }

    [GeneratedRegex(@"\s*\(?\s*по\s+согласованию\s*\)?", Options)]
    private static partial Regex Consent { get; }

    /// <summary>Whether the words open with somebody in the given case.</summary>
    public static bool Opens(string text, Case inCase = Case.Dative)
    {
        var words = text.TrimStart(' ', '–', '-').Split(' ', 8, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return false;
        if (Executors.Person.Match(text) is { Success: true, Index: 0 } person && Declined(person.Value, inCase)) return true;
        if (OrgForm.Match(text) is { Success: true, Index: 0 }) return true;
        for (var i = 0; i < Math.Min(6, words.Length); i++)
        {
            var word = words[i].Trim(',', '.', ':', '(', ')', '«', '»');
            if (HeadNouns.Find(word, inCase) is not null || word.Contains('-') && HeadNouns.Find(word[(word.LastIndexOf('-') + 1)..], inCase) is not null) return true;
            if (Ministry.IsMatch(word) || PluralDative.IsMatch(word) && char.IsUpper(word[0]) && i == 0 && inCase == Case.Dative) return true;
            if (!DativeAdjective.IsMatch(word) && word is not "и") return false;
        }
        return false;
    }

    private static bool Declined(string person, Case inCase) =>
        person.Split(' ')[0] is { Length: > 3 } surname && (inCase != Case.Dative || surname[^1] is 'у' or 'ю' or 'й' or 'е' or 'о' || char.IsUpper(surname[1]));

    [GeneratedRegex(@"^(?:" + Executors.Forms + @")(?=[\s«""])", RegexOptions.CultureInvariant)]
    private static partial Regex OrgForm { get; }

    [GeneratedRegex(@"^(?:Мин\p{L}{3,}|Рос\p{L}{4,}у|[А-ЯЁ]{3,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex Ministry { get; }

    [GeneratedRegex(@"^\p{L}{3,}(?:ам|ям)$", RegexOptions.CultureInvariant)]
    private static partial Regex PluralDative { get; }

    [GeneratedRegex(@"^[\p{L}-]{2,}(?:ому|ему|ой|ей|ым|им)$", RegexOptions.CultureInvariant)]
    private static partial Regex DativeAdjective { get; }

    private static IEnumerable<string> Pieces(string text, Case inCase)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '«' or '(') depth++;
            else if (text[i] is '»' or ')') depth--;
            if (depth > 0) continue;
            var mark = text[i] is ',' or ';' ? 1 : text[i] == 'и' && i > 0 && text[i - 1] == ' ' && i + 1 < text.Length && text[i + 1] == ' ' ? 1 : 0;
            if (mark == 0) continue;
            var rest = text[(i + 1)..].TrimStart();
            if (!Opens(rest, inCase) && !(char.IsUpper(rest.FirstOrDefault()) && text[i] is not 'и')) continue;
            // «управлению и отделу»: a bare «и» between two heads; «по культуре и спорту» is one name.
            yield return text[start..i].Trim();
            start = i + 1;
        }
        yield return text[start..].Trim();
    }
}
