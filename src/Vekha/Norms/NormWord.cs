using System.Globalization;

namespace Vekha.Norms;

/// <summary>A word, number or sign of a title with its place.</summary>
/// <param name="Text">As it stands.</param>
/// <param name="Plain">Small letters, «ё» as «е».</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct NormWord(string Text, string Plain, int Start, int End)
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["одного"] = 1, ["одной"] = 1, ["один"] = 1, ["одна"] = 1, ["одно"] = 1, ["одну"] = 1, ["одному"] = 1, ["два"] = 2, ["две"] = 2, ["двух"] = 2, ["три"] = 3, ["трех"] = 3, ["четыре"] = 4, ["четырех"] = 4, ["пять"] = 5, ["пяти"] = 5,
        ["шесть"] = 6, ["шести"] = 6, ["семь"] = 7, ["семи"] = 7, ["восемь"] = 8, ["восьми"] = 8, ["девять"] = 9, ["девяти"] = 9, ["десять"] = 10, ["десяти"] = 10, ["одиннадцать"] = 11, ["одиннадцати"] = 11,
        ["двенадцать"] = 12, ["двенадцати"] = 12, ["тринадцать"] = 13, ["тринадцати"] = 13, ["четырнадцать"] = 14, ["четырнадцати"] = 14, ["пятнадцать"] = 15, ["пятнадцати"] = 15, ["шестнадцать"] = 16, ["шестнадцати"] = 16,
        ["семнадцать"] = 17, ["семнадцати"] = 17, ["восемнадцать"] = 18, ["восемнадцати"] = 18, ["девятнадцать"] = 19, ["девятнадцати"] = 19, ["двадцать"] = 20, ["двадцати"] = 20, ["тридцать"] = 30, ["тридцати"] = 30,
        ["сорок"] = 40, ["сорока"] = 40, ["пятьдесят"] = 50, ["пятидесяти"] = 50, ["шестьдесят"] = 60, ["шестидесяти"] = 60, ["семьдесят"] = 70, ["семидесяти"] = 70, ["восемьдесят"] = 80, ["восьмидесяти"] = 80, ["девяносто"] = 90, ["девяноста"] = 90, ["сто"] = 100, ["ста"] = 100,
    };

    /// <summary>Participles that a lost space glues to the next word: «Созданыдва», «Проведеныне».</summary>
    private static readonly string[] ParticipleEndings = ["ны", "на", "но", "ты"];

    public bool IsWord => Plain.Length > 0 && char.IsLetter(Plain[0]);

    /// <summary>The number in words, 0 for none.</summary>
    public int InWords => Numbers.GetValueOrDefault(Plain);

    /// <summary>Cuts a title into words, numbers and signs; words glued to a numeral or to «не» come apart.</summary>
    public static List<NormWord> Cut(string title)
    {
        var words = new List<NormWord>();
        for (var i = 0; i < title.Length;)
        {
            var start = i;
            if (char.IsLetter(title[i]))
            {
                while (i < title.Length && (char.IsLetter(title[i]) || title[i] == '-' && i + 1 < title.Length && char.IsLetter(title[i + 1]) || title[i] == '\u00AD')) i++;
                Add(words, title, start, i);
            }
            else if (char.IsAsciiDigit(title[i]))
            {
                while (i < title.Length && (char.IsAsciiDigit(title[i]) || title[i] is '.' or ',' && i + 1 < title.Length && char.IsAsciiDigit(title[i + 1]))) i++;
                // «3-х», «10-ти»: the ending belongs to the number; «2-й» is no quantity.
                var end = i;
                if (end < title.Length && title[end] == '-') end++;
                var letters = end;
                while (letters < title.Length && char.IsLetter(title[letters]) && letters - end < 4) letters++;
                var tail = title[end..letters].ToLower(CultureInfo.InvariantCulture);
                if (tail is "х" or "ти" or "и" or "ми" or "мя" && (end > i || tail is "х" or "ти")) Keep(words, title[start..i], start, i = letters);
                else if (end > i && tail.Length > 0) Keep(words, title[start..letters], start, i = letters);
                else Keep(words, title[start..i], start, i);
            }
            else
            {
                if (!char.IsWhiteSpace(title[i])) Keep(words, title[i].ToString(), i, i + 1);
                i++;
            }
        }
        return words;
    }

    private static void Keep(List<NormWord> words, string text, int start, int end) => words.Add(new(text, text, start, end));

    private static void Add(List<NormWord> words, string title, int start, int end)
    {
        var text = title[start..end];
        var plain = text.ToLower(CultureInfo.InvariantCulture).Replace('ё', 'е').Replace("\u00AD", "", StringComparison.Ordinal);
        for (var cut = 5; cut < plain.Length - 1; cut++)
        {
            var tail = plain[cut..];
            if (tail != "не" && !Numbers.ContainsKey(tail) || Array.IndexOf(ParticipleEndings, plain[(cut - 2)..cut]) < 0 || plain.Length != text.Length) continue;
            words.Add(new(text[..cut], plain[..cut], start, start + cut));
            words.Add(new(text[cut..], tail, start + cut, end));
            return;
        }
        words.Add(new(text, plain, start, end));
    }
}
