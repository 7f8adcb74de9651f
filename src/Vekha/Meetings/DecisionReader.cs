using System.Text.RegularExpressions;
using Vekha.Deadlines;

namespace Vekha.Meetings;

/// <summary>«Решение» of a meeting as its minutes word it.</summary>
/// <param name="Text">What is to be done, without the name and the term.</param>
/// <param name="Responsible">«Ответственный» as written, several separated by semicolons or commas; <c>null</c> where none is named.</param>
/// <param name="Deadline">The words of the term («до 25.11.2020»); <c>null</c> where none is named.</param>
public sealed record Decision(string Text, string? Responsible, string? Deadline)
{
    /// <summary>Responsible ones one by one.</summary>
    public IReadOnlyList<string> Names => Responsible is null ? [] :
        [.. DecisionReader.Apart(Responsible).Select(n => n.Trim().TrimEnd(';', ',')).Where(n => n.Length > 0).Distinct()];
}

/// <summary>
/// Reads a line after «РЕШИЛИ»: «Подготовить список. Ответственный: Громова Н.Л. Срок: до 25.11.2020», the same in brackets,
/// or three parts with a bar between them. What it cannot tell apart stays in the text.
/// </summary>
public static partial class DecisionReader
{
    /// <summary>Reads one line; never throws on content.</summary>
    public static Decision Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var text = Number().Replace(line.Trim(), "").Trim();
        if (text.Split('|') is { Length: 2 or 3 } parts)
            return new(Ended(parts[0]), Plain(parts[1]), parts.Length == 3 ? Plain(parts[2]) : null);
        return Labelled(text) ?? Bracketed(text) ?? new(Ended(text), null, null);
    }

    /// <summary>Reads a text, a decision on every line that is not empty.</summary>
    public static IReadOnlyList<Decision> ReadAll(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).Where(d => d.Text.Length > 0)];

    internal static string[] Apart(string names) => Separator().Split(names);

    private static Decision? Labelled(string text)
    {
        var (who, when) = (Who().Match(text), When().Match(text));
        if (!who.Success && !when.Success) return null;
        var first = Math.Min(who.Success ? who.Index : int.MaxValue, when.Success ? when.Index : int.MaxValue);
        return new(Ended(text[..first]), After(text, who, when), After(text, when, who));
    }

    // From the end of its own label to the beginning of the other one.
    private static string? After(string text, Match own, Match other)
    {
        if (!own.Success) return null;
        var from = own.Index + own.Length;
        var to = other.Success && other.Index > from ? other.Index : text.Length;
        return Plain(text[from..to]);
    }

    // «Подготовить список (Громова Н.Л., до 25.11.2020)»: a bracket at the end that closes with a term.
    private static Decision? Bracketed(string text)
    {
        if (Bracket().Match(text) is not { Success: true } bracket) return null;
        var inside = bracket.Groups["in"].Value;
        for (var comma = inside.IndexOf(','); comma >= 0; comma = inside.IndexOf(',', comma + 1))
        {
            var term = inside[(comma + 1)..].Trim();
            if (DeadlineReader.Read(term, new ReadingContext(2000, "год не важен")).Deadlines.Any(d => d is Deadline.Unknown)) continue;
            return new(Ended(text[..bracket.Index]), Plain(inside[..comma]), Plain(term));
        }
        return null;
    }

    private static string Ended(string text) => text.Trim().TrimEnd('.', ';', ',', '(').Trim();

    // A dot after initials belongs to the name, every other one ends a sentence.
    private static string? Plain(string text)
    {
        var plain = text.Trim().TrimEnd(';', ',').Trim();
        // A bracket that was opened before the label.
        if (!plain.Contains('(') && plain.TrimEnd('.').EndsWith(')')) plain = plain.TrimEnd('.', ')').Trim();
        if (plain.EndsWith('.') && !Initial().IsMatch(plain)) plain = plain.TrimEnd('.').Trim();
        return plain.Length == 0 ? null : plain;
    }

    [GeneratedRegex(@"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=\p{Lu})")]
    private static partial Regex Number();

    [GeneratedRegex(@"[\s(]*(?:Ответственн(?:ый|ая|ое|ые)(?:\s+исполнител[ьи])?|Отв\.|Исполнител[ьи])\s*[:–—-]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Who();

    [GeneratedRegex(@"[\s(,;]*Срок(?:и)?(?:\s+исполнения)?\s*[:–—-]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex When();

    [GeneratedRegex(@"\s*\((?<in>[^()]+)\)\s*\.?$")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"(?:^|[\s.])\p{Lu}\.$")]
    private static partial Regex Initial();

    [GeneratedRegex(@"\s*;\s*|,\s+(?=\p{Lu})")]
    private static partial Regex Separator();
}
