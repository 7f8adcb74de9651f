using Vekha.Deadlines;
using Vekha.Wording;

namespace Vekha.Resolving;

/// <summary>
/// «Событие, от которого считают»: finds the event that a relative deadline waits for, though the case and the punctuation of
/// its words may differ: «завершения реализации проекта», «завершение реализации проекта», «со дня завершения реализации проекта».
/// </summary>
public static class AnchorWords
{
    private static readonly HashSet<string> Idle = ["день", "дня", "дата", "даты", "момент", "момента", "со", "с", "от"];

    /// <summary>
    /// The words without their endings: events of one key are one event. «дня завершения реализации проекта» and «завершение
    /// реализации проекта» are both «завершен реализац проект»; «» where no event is named.
    /// </summary>
    public static string Key(string anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        return string.Join(' ', Words(anchor).Select(WordStem.Of));
    }

    /// <summary>The event in the nominative as far as its endings tell: «со дня завершения проекта» is «завершение проекта».</summary>
    public static string Event(string anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        var words = anchor.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = Array.FindIndex(words, w => !Idle.Contains(w.ToLowerInvariant()));
        return first < 0 ? "" : EventName.Of(string.Join(' ', words[first..]));
    }

    /// <summary>Whether two texts name one event.</summary>
    public static bool Same(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return Words(one) is { Length: > 0 } words && Same(words, Words(other));
    }

    /// <summary>
    /// Whether the event with a key is that an event of a kind was held: «проведение пресс-тура» and «пресс-тур» of a press tour,
    /// «открытие объекта» of an opening.
    /// </summary>
    /// <param name="key">As <see cref="Key"/> gives it.</param>
    /// <param name="kind">Nominative singular: «пресс-тур», «открытие».</param>
    public static bool IsHolding(string key, string kind)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (words, named) = (key.Split(' ', StringSplitOptions.RemoveEmptyEntries), Words(kind).Select(WordStem.Of).ToArray());
        if (named.Length == 0) return false;
        var first = words.Length > 0 && Held.Contains(words[0]) ? 1 : 0;
        return words.Skip(first).Take(named.Length).SequenceEqual(named);
    }

    /// <summary>«проведение», «окончание», «завершение» of an event: its day is that on which it was held.</summary>
    private static readonly HashSet<string> Held = [.. new[] { "проведение", "окончание", "завершение" }.Select(WordStem.Of)];

    /// <summary>Whether the text names no event: «в течение 7 рабочих дней».</summary>
    internal static bool IsUnnamed(string anchor) => Words(anchor).Length == 0;

    /// <summary>The day of the event, or <c>null</c> where none fits or several with different days do.</summary>
    internal static DateOnly? Find(string anchor, IReadOnlyDictionary<string, DateOnly> known)
    {
        if (known.TryGetValue(anchor, out var exact)) return exact;
        var words = Words(anchor);
        if (words.Length == 0) return null;
        var days = known.Where(k => Same(words, Words(k.Key))).Select(k => k.Value).Distinct().Take(2).ToArray();
        return days is [var only] ? only : null;
    }

    private static bool Same(string[] one, string[] other) => one.Length == other.Length && one.Zip(other).All(p => SameWord(p.First, p.Second));

    /// <summary>«завершения» and «завершение»: all but the ending is equal.</summary>
    private static bool SameWord(string one, string other)
    {
        if (one == other || WordStem.Of(one) == WordStem.Of(other)) return true;
        var common = 0;
        while (common < one.Length && common < other.Length && one[common] == other[common]) common++;
        return common >= 4 && WordStem.IsEnding(one[common..]) && WordStem.IsEnding(other[common..]);
    }

    private static string[] Words(string text) => [.. WordStem.Words(text).Where(w => !Idle.Contains(w))];
}
