using Vekha.Wording;

namespace Vekha.Maps;

/// <summary>«Название территории»: one place is called «Тосненский район», «Тосненский муниципальный район», «район Тосненский».</summary>
public static class TerritoryName
{
    /// <summary>Words that name the kind of a territory and not which one.</summary>
    private static readonly HashSet<string> Kinds = [.. new[]
    {
        "район", "муниципальный", "муниципальное", "образование", "городской", "городское", "сельское", "сельский", "поселение", "округ", "город", "г", "мо", "го", "мр", "сп", "гп", "область", "край", "республика", "посёлок", "пос", "п", "село", "с", "деревня", "д",
    }.Select(w => WordStem.Of(w.Replace('ё', 'е')))];

    /// <summary>Names of one key are one territory; «» where only the kind is named.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Join(' ', WordStem.Words(name).Select(WordStem.Of).Where(w => !Kinds.Contains(w)).Distinct().Order(StringComparer.Ordinal));
    }
}
