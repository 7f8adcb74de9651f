namespace Vekha.Media;

/// <summary>«Хэштег»: the word every text of a campaign must carry, «#СДЕЛАЕМВМЕСТЕ».</summary>
public static class Hashtag
{
    /// <summary>The tag as it is written, with its mark and without spaces; <c>null</c> for an empty one.</summary>
    /// <param name="words">«сделаем вместе», «#СДЕЛАЕМВМЕСТЕ».</param>
    public static string? Of(string? words)
    {
        var letters = string.Concat((words ?? "").Where(c => char.IsLetterOrDigit(c) || c == '_'));
        return letters.Length == 0 ? null : "#" + letters;
    }

    /// <summary>Whether a text carries the tag as a word of its own, in any case of letters.</summary>
    public static bool Stands(string tag, string? text)
    {
        ArgumentNullException.ThrowIfNull(tag);
        for (var from = 0; from < (text?.Length ?? 0);)
        {
            var at = text!.IndexOf(tag, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0) return false;
            var end = at + tag.Length;
            // «#сделаемвместестроим» is another tag.
            if (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] == '_')) return true;
            from = end;
        }
        return false;
    }
}
