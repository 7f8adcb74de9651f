using System.Globalization;

namespace Vekha.Deadlines.Reading;

/// <summary>What a spelling means.</summary>
/// <param name="Lexeme">Kind of word; <see cref="Lexeme.Unknown"/> when the lexicon does not have it.</param>
/// <param name="Value">Its number, see <see cref="Token.Value"/>.</param>
/// <param name="CanShorten">A full stop behind it belongs to it: «кв.».</param>
internal readonly record struct LexiconEntry(Lexeme Lexeme, short Value, bool CanShorten);

/// <summary>
/// The words of the deadline language by their plain spelling (small letters, «ё» as «е», look-alike letters mapped).
/// Whole words and, for open families («постановлен…»), stems. One open hash table each: looking up costs no allocation.
/// </summary>
internal static partial class Lexicon
{
    /// <summary>The shortest and the longest stem.</summary>
    private const int ShortestStem = 4, LongestStem = 10;

    private const int Size = 16384;
    private static readonly string?[] Spellings = new string?[Size];
    private static readonly LexiconEntry[] Entries = new LexiconEntry[Size];
    private static readonly string?[] Stems = new string?[Size];
    private static readonly LexiconEntry[] StemEntries = new LexiconEntry[Size];

    static Lexicon()
    {
        foreach (var line in Words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (line[0] != '#') AddLine(line);
        AddNumerals();
    }

    /// <summary>«Quarter:0 квартал квартала кв. …»: stems end with *, words that take a full stop with a point.</summary>
    private static void AddLine(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var head = parts[0].Split(':');
        var lexeme = Enum.Parse<Lexeme>(head[0]);
        var value = head.Length > 1 ? short.Parse(head[1], CultureInfo.InvariantCulture) : (short)0;
        foreach (var word in parts.AsSpan(1))
            if (word[^1] == '*') Put(Stems, StemEntries, word[..^1], new(lexeme, value, CanShorten: true));
            else Put(Spellings, Entries, word.TrimEnd('.'), new(lexeme, value, word[^1] == '.'));
    }

    private static void Put(string?[] keys, LexiconEntry[] values, string key, LexiconEntry entry)
    {
        var slot = Slot(Hash(key));
        while (keys[slot] is { } taken && taken != key) slot = (slot + 1) & (Size - 1);
        if (keys[slot] is not null) return; // the first meaning given wins
        keys[slot] = key;
        values[slot] = entry;
    }

    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word) hash = (hash ^ letter) * 16777619u;
        return hash;
    }

    private static int Slot(uint hash) => (int)((hash ^ (hash >> 15)) & (Size - 1));

    /// <summary>The meaning of a whole word.</summary>
    public static LexiconEntry Find(ReadOnlySpan<char> word) => Find(Spellings, Entries, word, Hash(word));

    private static LexiconEntry Find(string?[] keys, LexiconEntry[] values, ReadOnlySpan<char> word, uint hash)
    {
        for (var slot = Slot(hash); keys[slot] is { } key; slot = (slot + 1) & (Size - 1))
            if (word.SequenceEqual(key)) return values[slot];
        return default;
    }

    /// <summary>The meaning of a word by its longest known stem.</summary>
    public static LexiconEntry FindByStem(ReadOnlySpan<char> word)
    {
        LexiconEntry best = default;
        var hash = 2166136261u;
        var longest = Math.Min(word.Length, LongestStem);
        for (var length = 1; length <= longest; length++)
        {
            hash = (hash ^ word[length - 1]) * 16777619u;
            if (length >= ShortestStem && Find(Stems, StemEntries, word[..length], hash) is { Lexeme: not Lexeme.Unknown } found) best = found;
        }
        return best;
    }

    /// <summary>«пятого», «двадцати», «сороковой»: numbers in words with all their endings, and durations «десятидневный».</summary>
    private static void AddNumerals()
    {
        string[] ordinals =
        [
            "перв", "втор", "", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат", "тринадцат",
            "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат", "девятнадцат", "двадцат",
        ];
        for (var i = 0; i < ordinals.Length; i++)
            if (ordinals[i].Length > 0) AddOrdinal(ordinals[i], i + 1);
        AddOrdinal("тридцат", 30);
        AddOrdinal("сороков", 40);
        foreach (var ending in "ий ьего ьему ьим ьем ья ьей ью ье ьи ьих ьими".Split(' ')) Put("трет" + ending, Lexeme.Ordinal, 3);

        foreach (var line in CardinalForms.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            foreach (var word in words.AsSpan(1)) Put(word, Lexeme.Cardinal, int.Parse(words[0], CultureInfo.InvariantCulture));
        }

        foreach (var line in PrefixForms.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            foreach (var prefix in words.AsSpan(1)) AddLong(prefix, int.Parse(words[0], CultureInfo.InvariantCulture));
        }
        AddLong("", 1);
        foreach (var ending in AdjectiveEndings) Put("суточн" + ending, Lexeme.DaysLong, 1);
    }

    private static readonly string[] AdjectiveEndings = ["ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми"];

    private static void AddOrdinal(string stem, int value)
    {
        foreach (var ending in AdjectiveEndings) Put(stem + ending, Lexeme.Ordinal, value);
    }

    private static void AddLong(string prefix, int value)
    {
        foreach (var ending in AdjectiveEndings)
        {
            // «дневный» alone waits for its number: «10-дневный».
            Put(prefix + "дневн" + ending, Lexeme.DaysLong, prefix.Length == 0 ? 0 : value);
            if (prefix.Length == 0)
                foreach (var tail in (ReadOnlySpan<string>)["ти", "х", "и"])
                {
                    // «в 10-тидневный срок», «3-хмесячный»
                    Put(tail + "дневн" + ending, Lexeme.DaysLong, 0);
                    Put(tail + "месячн" + ending, Lexeme.MonthsLong, 0);
                    Put(tail + "недельн" + ending, Lexeme.WeeksLong, 0);
                }
            Put(prefix + "суточн" + ending, Lexeme.DaysLong, value);
            Put(prefix + "недельн" + ending, Lexeme.WeeksLong, value);
            Put(prefix + "месячн" + ending, Lexeme.MonthsLong, value);
            Put(prefix + "годичн" + ending, Lexeme.YearsLong, value);
            if (prefix.Length > 0) Put(prefix + "часов" + ending, Lexeme.HoursLong, value);
        }
    }

    private static void Put(string word, Lexeme lexeme, int value) => Put(Spellings, Entries, word, new(lexeme, (short)value, false));
}
