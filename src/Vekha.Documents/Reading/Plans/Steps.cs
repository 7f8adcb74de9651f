using System.Text.RegularExpressions;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>The words of a numbered point: deadline, executors at its end, executor as the subject of the sentence.</summary>
internal static partial class Steps
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"[\s(,;.–—-]*(?<!\p{L})(?:отв(?:етственн\w+)?(?:\s+(?:исполнител\w+|лиц\w+|за\s+\w+))?|исполнител[ьи]|организатор\w*)\s*[.:–—-]+\s*(?<who>[^\n;)]+?)\s*(?:\)|;|[.]?\s*$|[.]?\s*(?=\n)|[,.]\s*(?=срок))", Options)]
    internal static partial Regex Responsible { get; }

    [GeneratedRegex(@"\s*[–—]\s+(?<who>[^–—]{3,160})$|\s*\((?<who>[^()]{3,160}(?:\([^()]*\)[^()]*)?)\)\s*\.?$|[.;]\s+(?<who>[А-ЯЁ][^.;]{3,160}(?:[А-ЯЁ]\.\s?[А-ЯЁ]\.)?)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail { get; }

    [GeneratedRegex(@"(?<=\s)\p{Ll}{3,}(?:ет|ют|ит|ят|ат|ут)(?:ся)?(?=[\s,])", RegexOptions.CultureInvariant)]
    private static partial Regex Finite { get; }

    [GeneratedRegex(@"^Кажд(?:ый|ая|ое)\s+из\s+(?:\d+\s+)?(?<who>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex EachOf { get; }

    /// <summary>Fills the measure from its words.</summary>
    /// <param name="ownDeadline">Whether the sentence may name a deadline; inside a step with a period only a label may.</param>
    public static void Read(RawMeasure measure, string text, bool ownDeadline)
    {
        text = Words.Lines(Footnotes.Unmark(text));
        if (Responsible.Match(text) is { Success: true } responsible && Executors.Split(responsible.Groups["who"].Value) is { Count: > 0 } named)
        {
            measure.Executors = named;
            text = (text[..responsible.Index].TrimEnd() + "\n" + text[(responsible.Index + responsible.Length)..]).Trim();
        }
        if ((ownDeadline || text.Contains("срок", StringComparison.OrdinalIgnoreCase)) && SentenceDeadline.Take(text) is { } time && time.Rest.Length > 5)
        {
            measure.Deadlines.Add(Words.Line(time.When));
            var after = time.After.Trim(' ', ',', ';', '–', '—', '-', ')', '.');
            // «… – до 15 января, директор школы Агапов К.С.»: who stands right after the deadline.
            if (measure.Executors is null && after.Length > 3 && Executors.Looks(after) && Executors.Split(after) is { Count: > 0 } people)
                (measure.Executors, text) = (people, time.Before.TrimEnd(' ', ',', '–', '—', '-', '('));
            else text = time.Rest;
        }
        text = Words.Line(text);
        if (measure.Executors is null && measure.Deadlines.Count > 0 && Tail.Match(text) is { Success: true } tail && Executors.Looks(tail.Groups["who"].Value) && tail.Index > 5)
        {
            measure.Executors = Executors.Split(tail.Groups["who"].Value);
            text = text[..tail.Index];
        }
        measure.Title = text.Trim(' ', ';', ',', '–', '—');
        measure.Executors ??= Subject(measure.Title);
        if (measure.Executors.Count > 0 && measure.Executors.Count == 1 && measure.Title.Contains(' ')) measure.Fields.TryAdd("executors_from", "text");
    }

    /// <summary>«Пилотные площадки привлекают партнёров»: who acts in the sentence.</summary>
    internal static List<ExecutorDraft> Subject(string sentence)
    {
        if (Finite.Match(sentence) is not { Success: true } verb || verb.Index > 260) return [];
        var before = sentence[..verb.Index].Trim();
        if (EachOf.Match(before) is { Success: true } each)
            return [new ExecutorDraft(Nominative.Of(each.Groups["who"].Value, Case.Genitive), ExecutorKind.Class)];
        for (var i = 0; i < before.Length; i++)
        {
            if (i > 0 && before[i - 1] != ' ') continue;
            var phrase = before[i..];
            if (!OpensWithHead(phrase) || phrase.Contains(',')) continue;
            // «…, или администрация набирает участников» in brackets is an aside.
            if (before[..i].Count(c => c == '(') > before[..i].Count(c => c == ')')) return [];
            return [new ExecutorDraft(phrase, Executors.KindOf(phrase))];
        }
        return [];
    }

    private static bool OpensWithHead(string phrase)
    {
        foreach (var raw in phrase.Split(' ').Take(4))
        {
            var word = raw.Trim(',', '«', '»');
            if (HeadNouns.IsNominative(word)) return true;
            if (word.Length < 4 || !Adjective.IsMatch(word) || GenitivePlural.IsMatch(word)) return false;
        }
        return false;
    }

    [GeneratedRegex(@"(?:[ыи]й|[ао]я|яя|ое|ее|[ыи]е)$", RegexOptions.CultureInvariant)]
    private static partial Regex Adjective { get; }

    /// <summary>«отношений», «мероприятий»: nouns that end like adjectives.</summary>
    [GeneratedRegex(@"(?:ений|аний|яний|ствий|ытий|итий|ятий|ций|ссий|рсий|зий|дий)$", RegexOptions.CultureInvariant)]
    private static partial Regex GenitivePlural { get; }
}
