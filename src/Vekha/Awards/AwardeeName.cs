using Vekha.Wording;

namespace Vekha.Awards;

/// <summary>«Имя награждаемого»: tells whether two names may be of one person or one organisation, so that nobody is thanked twice unseen.</summary>
public static class AwardeeName
{
    /// <summary>«ООО», «ИП»: says how one is registered, not who one is.</summary>
    private static readonly HashSet<string> Forms =
        ["ооо", "оао", "ао", "пао", "зао", "ип", "кфх", "спк", "ано", "мбу", "мку", "мау", "мбоу", "индивидуальный", "предприниматель", "общество", "ограниченной", "ответственностью", "акционерное"];

    /// <summary>
    /// Whether the names may be of one: «Берёзов И.О.» and «Берёзов Илья Олегович», «ООО „Зелёный двор“» and «Зелёный Двор». Two
    /// full names that differ in any part are two people.
    /// </summary>
    public static bool AreAlike(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (a, b) = (PartsOf(one), PartsOf(other));
        if (a.Length == 0 || b.Length == 0 || a[0] != b[0]) return false;
        // A surname alone, or one word of a longer title, says too little of an organisation and enough of a person to be asked about.
        return a.Zip(b).Skip(1).All(p => p.First == p.Second || IsInitial(p.First, p.Second) || IsInitial(p.Second, p.First));
    }

    private static bool IsInitial(string letter, string name) => letter.Length == 1 && name.StartsWith(letter, StringComparison.Ordinal);

    private static string[] PartsOf(string name)
    {
        string[] words = [.. WordStem.Words(name)];
        // «с» of «с ограниченной ответственностью» is no initial; that of «Иванов С.П.» is.
        return [.. words.Where((w, i) => !Forms.Contains(w) && !(w == "с" && words.ElementAtOrDefault(i + 1) == "ограниченной"))];
    }
}
