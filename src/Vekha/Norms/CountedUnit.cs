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

    /// <summary>Units of one key are one: «мероприятие» and «мероприятия» are both «мероприят»; «» for no words.</summary>
    public static string Key(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return string.Join(' ', WordStem.Words(unit).Select(WordStem.Of));
    }
}
