using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Proposes repairs of glued words («концепцияработы», «вСосновоборском»); the words of the document stay.</summary>
internal sealed partial class TextRepairs
{
    private static readonly HashSet<string> Common = ["в", "во", "и", "не", "на", "с", "по", "к", "о", "об", "для", "при", "от", "из", "за", "до", "у", "два", "две", "три", "четыре", "пять", "шесть", "восемь", "девять", "десять", "одиннадцать", "двенадцать", "пятнадцать", "двадцать", "тридцать", "работы", "года", "план", "работ",
        // Words that titles of done things open with: «Созданыодиннадцать», «Проведенысеминары».
        "создан", "создана", "создано", "созданы", "проведен", "проведена", "проведено", "проведены", "разработан", "разработана", "разработано", "разработаны", "утвержден", "утверждена", "утверждено", "утверждены",
        "организован", "организована", "организовано", "организованы", "подготовлен", "подготовлена", "подготовлено", "подготовлены", "определен", "определена", "определено", "определены", "размещен", "размещена", "размещено", "размещены"];

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex AnyWord { get; }

    [GeneratedRegex(@"\p{L}{5,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord { get; }

    [GeneratedRegex(@"(?<=[а-яё])(?=[А-ЯЁ][а-яё])|(?<=\p{Ll}{2}[.,;»])(?=\p{L}{2})|(?<=\p{Ll}{2})(?=[(«])", RegexOptions.CultureInvariant)]
    private static partial Regex Seam { get; }

    private readonly Dictionary<string, int> known = [];

    public TextRepairs(IEnumerable<string> texts)
    {
        foreach (var text in texts)
            foreach (var word in AnyWord.EnumerateMatches(text))
                CollectionsMarshal.GetValueRefOrAddDefault(known, text.Substring(word.Index, word.Length).ToLowerInvariant(), out _)++;
    }

    /// <summary>The title with its glued words parted; <c>null</c> where nothing is to mend.</summary>
    public string? Propose(string title)
    {
        var mended = LongWord.Replace(Seam.Replace(title, " "), m => Parted(m.Value));
        return mended == title ? null : mended;
    }

    private string Parted(string word)
    {
        var lower = word.ToLowerInvariant();
        if (known.GetValueOrDefault(lower) > 3 || Common.Contains(lower)) return word;
        var (best, at) = (0, 0);
        for (var i = 1; i < word.Length; i++)
        {
            var (left, right) = (lower[..i], lower[i..]);
            // «практик·у» is a form of one word; a single letter stands apart only in front, or «в» after a participle.
            if (right.Length == 1 && !(right == "в" && left.Length > 6) || right is "ко" or "во" or "у") continue;
            if (!IsWord(left, lower) || !IsWord(right, lower) || left.Length + right.Length < 6 || Math.Max(left.Length, right.Length) < 5) continue;
            // A short particle is likelier after a long known word («Проведены·не») than inside one.
            var weight = Math.Min(left.Length, right.Length) + (known.ContainsKey(left) ? 2 : 0) + (known.ContainsKey(right) ? 2 : 0);
            if (known.GetValueOrDefault(lower) > 1 && known.GetValueOrDefault(left) + known.GetValueOrDefault(right) < 2 && !Common.Contains(right)) continue;
            if (weight > best) (best, at) = (weight, i);
        }
        return at == 0 ? word : word[..at] + " " + word[at..];
    }

    /// <summary>A word met in the document elsewhere, or a common short one after a known participle.</summary>
    private bool IsWord(string word, string whole) =>
        Common.Contains(word) || word.Length > 3 && known.ContainsKey(word) && word != whole;
}
