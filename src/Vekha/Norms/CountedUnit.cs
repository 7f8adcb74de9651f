using Vekha.Wording;

namespace Vekha.Norms;

/// <summary>«Единица счёта»: what is counted, the kind of a fact and the unit of a norm: «мероприятие», «публикация», «участник».</summary>
public static class CountedUnit
{
    /// <summary>As it is stored and shown: small letters, single spaces.</summary>
    public static string Plain(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return string.Join(' ', unit.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The first word of a key: units of another one are never the same.</summary>
    public static string Head(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.IndexOf(' ', StringComparison.Ordinal) is var end and > 0 ? key[..end] : key;
    }

    /// <summary>Whether two keys name one unit, though one says more: «клуб» and «клуб по месту жительства».</summary>
    public static bool Same(string key, string other)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(other);
        return key == other || key.StartsWith(other + " ", StringComparison.Ordinal) || other.StartsWith(key + " ", StringComparison.Ordinal);
    }

    /// <summary>Which of the kinds a unit of a text means: the same one, else the longest of those that say less («клуб» for «клуб по месту жительства»); <c>null</c> for none.</summary>
    /// <param name="unit">As a text counts it, in any case and number.</param>
    /// <param name="kinds">What is counted in the programme.</param>
    public static string? KindOf(string unit, IEnumerable<string> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        // «площадок» has a vowel that «площадка» has not: the noun is tried in its first form too.
        string[] keys = [Key(unit), Key(InFirstForm(unit))];
        return kinds.Select(k => (Kind: k, Key: Key(k))).Where(k => k.Key.Length > 0 && keys.Any(key => key == k.Key || key.StartsWith(k.Key + " ", StringComparison.Ordinal))).OrderByDescending(k => k.Key.Length).Select(k => k.Kind).FirstOrDefault();
    }

    /// <summary>The unit without what explains it: «клуб» of «клуб по месту жительства», «подростковый клуб» of «подростковый клуб района»; <c>null</c> where nothing explains it.</summary>
    /// <param name="unit">Nominative singular.</param>
    public static string? Short(string unit)
    {
        var words = Plain(unit).Split(' ');
        var noun = NounIn(words);
        return noun < 0 || noun == words.Length - 1 ? null : string.Join(' ', words[..(noun + 1)]);
    }

    private static string InFirstForm(string unit)
    {
        var words = Plain(unit).Replace('ё', 'е').Split(' ');
        if (NounIn(words) is >= 0 and var noun) words[noun] = NominativeForm.OfNoun(words[noun]);
        return string.Join(' ', words);
    }

    // Adjectives stand before the noun and name the thing together with it; what follows the noun explains it.
    private static int NounIn(string[] words) => Array.FindIndex(words, w => !NominativeForm.IsAdjective(w.Replace('ё', 'е')));

    /// <summary>Units of one key are one: «мероприятие» and «мероприятия» are both «мероприят»; «» for no words.</summary>
    public static string Key(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return string.Join(' ', WordStem.Words(unit).Select(WordStem.Of));
    }
}
