using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>The deadline inside the sentence of an assignment or a numbered point.</summary>
internal static partial class SentenceDeadline
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"[\s(,;.–—-]*(?<![\p{L}])(?<!(?:^|\s)в\s+)(?:срок\w*(?:\s+(?:исполнения|выполнения|проведения|реализации|представления))?\s*[:–—-]|срок(?:\s+исполнения)?\s+(?=до\s|не\s|\d))\s*(?<when>[^;)\n]+?)(?:\)|[;.]?\s*(?=$|\n)|;\s*|\.\s+(?=[А-ЯЁ])|(?=,?\s*отв))", Options)]
    private static partial Regex Labelled { get; }

    [GeneratedRegex(@"^(?:за|на|по\s+итогам|от)\s+(?!каждый|постоянной|период)|^(?:в\s+)?(?:19|20)\d\d\s*(?:год\w*|г\.?)?$|^\d+$", Options)]
    private static partial Regex Subject { get; }

    [GeneratedRegex(@"^(?:до|к|ко|не\s+позднее|не\s+позже|не\s+ранее|в\s+срок|с\s|еже|в\s+течени|постоянно|раз\s|по\s+мере|регулярно|систематически|кажд|через|в\s+день)", Options)]
    private static partial Regex Strong { get; }

    [GeneratedRegex(@"(?:от|№|дата|рождения|регистрации|постановлени\w+|приказ\w*|распоряжени\w+|редакции|закон\w*)\s*$", Options)]
    private static partial Regex Citing { get; }

    /// <summary>What was found: the words of the deadline and the sentence without them.</summary>
    /// <param name="When">Words of the deadline.</param>
    /// <param name="Before">The sentence up to it.</param>
    /// <param name="After">The sentence after it.</param>
    internal sealed record Found(string When, string Before, string After)
    {
        /// <summary>The sentence without the deadline.</summary>
        public string Rest => Joined(Before, After);
    }

    /// <summary>Takes the deadline out of a sentence; <c>null</c> where it names none.</summary>
    public static Found? Take(string text)
    {
        if (Labelled.Match(text) is { Success: true } labelled && labelled.Groups["when"].Value.Trim() is { Length: > 1 } when)
            return new Found(Stopless(when), text[..labelled.Index], text[(labelled.Index + labelled.Length)..]);
        var best = (Start: -1, Length: 0, Weight: 0.0);
        foreach (var (start, length) in DeadlineWords.Matches(text))
        {
            var value = text.Substring(start, length);
            var weight = Weight(text, start, value);
            if (weight > best.Weight) best = (start, length, weight);
        }
        if (best.Start < 0) return null;
        var (from, count) = Trimmed(text, best.Start, best.Length);
        return new Found(Stopless(text.Substring(from, count)), text[..from], text[(from + count)..]);
    }

    /// <summary>The full stop of the sentence goes, that of «2023 г.» stays.</summary>
    private static string Stopless(string when)
    {
        when = when.Trim(' ', ',', ';');
        if (when.EndsWith(" г", StringComparison.Ordinal)) when += ".";
        return when.EndsWith('.') && !Shortened.IsMatch(when) ? when[..^1] : when;
    }

    [GeneratedRegex(@"(?<!\p{L})(?:г|гг|кв|п/г|мес|дн|час|\p{L}{3})\.$", Options)]
    private static partial Regex Shortened { get; }

    private static double Weight(string text, int start, string value)
    {
        var before = text[..start];
        var trimmed = value.Trim();
        if (Citing.IsMatch(before) || text[(start + value.Length)..].TrimStart().StartsWith('№')) return 0;
        if (Subject.IsMatch(trimmed) || !trimmed.Any(char.IsLetterOrDigit)) return 0;
        // Inside quotation marks or brackets stands a name, not a deadline; brackets may hold a deadline alone.
        var depth = before.Count(c => c == '«') - before.Count(c => c == '»');
        if (depth > 0) return 0;
        if (DeadlineWords.Share(trimmed) < 0.6) return 0;
        var weight = Strong.IsMatch(trimmed) ? 2.0 : 1.0;
        if (before.TrimEnd(' ', '–', '—', '-', ',', '(').Length == 0) weight += 0.6;
        if (before.TrimEnd() is { Length: > 0 } head && head[^1] is ',' or '–' or '—' or '(' or '.') weight += 0.3;
        var after = text[(start + value.Length)..].TrimStart();
        if (after.Length == 0 || after[0] is '.' or ';' or ',' or ')') weight += 0.3;
        return weight + (double)start / (1000 + text.Length);
    }

    private static (int Start, int Length) Trimmed(string text, int start, int length)
    {
        while (length > 0 && text[start] is ' ' or '–' or '—' or ',' or '(') (start, length) = (start + 1, length - 1);
        // «участников старше 60 лет — февраль»: an age is no part of the deadline.
        if (Age.Match(text.Substring(start, length)) is { Success: true } age && Older.IsMatch(text[..start])) (start, length) = (start + age.Length, length - age.Length);
        if (Bound.Match(text[..start]) is { Success: true } bound) (start, length) = (bound.Groups["words"].Index, length + start - bound.Groups["words"].Index);
        if (text.AsSpan(start).StartsWith("и ")) (start, length) = (start + 2, length - 2);
        while (length > 0 && text[start + length - 1] is ' ' or ',' or ';' or '–' or '—' or '(') length--;
        return (start, length);
    }

    [GeneratedRegex(@"^\d{1,3}\s*лет\s*[–—,-]\s*", Options)]
    private static partial Regex Age { get; }

    [GeneratedRegex(@"(?:старше|младше|до|от|свыше|более|менее)\s*$", Options)]
    private static partial Regex Older { get; }

    /// <summary>«не реже» before «двух раз в неделю», «с 1» before «по 20 августа».</summary>
    [GeneratedRegex(@"(?:^|[\s(,–—-])(?<words>(?:не\s+(?:реже|менее|чаще|более)(?:\s+чем)?|с\s+\d{1,2}(?=\s+$))\s*)$", Options)]
    private static partial Regex Bound { get; }

    /// <summary>The two sides of what was taken out, without the marks that held it.</summary>
    private static string Joined(string before, string after)
    {
        before = before.TrimEnd(' ', ',', '–', '—', '-', '(', '\n');
        after = after.TrimStart(' ', ',', ')', '–', '—');
        if (after.Length > 0 && after[0] is ';' or '.' && after.Length == 1) after = "";
        return (before.Length > 0 && after.Length > 0 && after[0] is not ('.' or ';') ? before + " " + after : before + after).Trim();
    }
}
