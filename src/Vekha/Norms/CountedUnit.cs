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

    /// <summary>Units of one key are one: «мероприятие» and «мероприятия» are both «мероприят»; «» for no words.</summary>
    public static string Key(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return string.Join(' ', WordStem.Words(unit).Select(WordStem.Of));
    }
}
