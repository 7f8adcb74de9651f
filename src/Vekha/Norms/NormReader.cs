using System.Globalization;
using Vekha.Plans;

namespace Vekha.Norms;

/// <summary>
/// «Нормы»: the quantities that titles and outcomes demand («не менее 3-х мероприятий в каждом созданном клубе»,
/// «20 однодневных семинаров», «по 2 видеосюжета»). Years, ages, numbers of papers, classes and places («в 15 районах») are none.
/// </summary>
public static partial class NormReader
{
    /// <summary>Finds the quantities of a text, in its order. Never throws on content.</summary>
    /// <param name="title">Title of a measure, outcome or requirement of a stage.</param>
    public static IReadOnlyList<NormDraft> Read(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var words = NormWord.Cut(title);
        var found = new List<NormDraft>();
        for (var i = 0; i < words.Count; i++)
        {
            var next = EachOf(title, words, i, found);
            if (next == i) next = HowManyOf(title, words, i, found);
            if (next == i) next = Plain(title, words, i, found);
            if (next > i) i = next - 1;
        }
        return found;
    }

    /// <summary>The quantity itself with what stands before it.</summary>
    /// <param name="Value">How many.</param>
    /// <param name="AtLeast">«не менее», «минимум», «более».</param>
    /// <param name="First">First word, the comparison included.</param>
    /// <param name="Behind">The word behind the number.</param>
    private readonly record struct Quantity(decimal Value, bool AtLeast, int First, int Behind);

    private static string At(List<NormWord> words, int i) => (uint)i < (uint)words.Count ? words[i].Plain : "";

    /// <summary>«не менее 3-х», «минимум 2», «по 2», «одиннадцать»; null where no quantity starts here.</summary>
    private static Quantity? QuantityAt(List<NormWord> words, int i)
    {
        var next = i;
        var atLeast = false;
        switch (At(words, next))
        {
            case "не" when At(words, next + 1) is "менее" or "меньше" or "ниже" or "реже":
                atLeast = true;
                next += 2;
                break;
            case "не" when At(words, next + 1) is "более" or "больше" or "свыше":
                return null; // an upper limit is no duty
            case "менее" or "минимум" or "более" or "свыше" or "больше" when i == 0 || At(words, i - 1) != "не":
                atLeast = true;
                next++;
                break;
            case "по":
                next++;
                break;
        }
        if (At(words, next) is "чем") next++;
        if (next >= words.Count) return null;
        var number = words[next];
        decimal value;
        if (number.InWords > 0)
        {
            value = number.InWords;
            if (value == 1 && next == i) return null; // «один» alone is seldom a demand
            next++;
            if (next < words.Count && value >= 20 && words[next].InWords is > 0 and < 10) value += words[next++].InWords;
        }
        else if (!TryNumber(number.Text, out value)) return null;
        else
        {
            next++;
            // «1 500»
            while (next < words.Count && value < 1_000_000 && words[next] is { Text.Length: 3 } group && words[next].Start == words[next - 1].End + 1 && TryNumber(group.Text, out var rest) && group.Text.All(char.IsAsciiDigit))
            {
                value = value * 1000 + rest;
                next++;
            }
        }
        // «10 (десяти)»
        if (At(words, next) == "(" && next + 2 < words.Count && (words[next + 1].InWords > 0 || char.IsAsciiDigit(words[next + 1].Text[0])) && At(words, next + 2) == ")") next += 3;
        if (next == i || IsTrap(words, i, next, value)) return null;
        return new(value, atLeast, i, next);
    }

    private static bool TryNumber(string text, out decimal value) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value > 0;

    /// <summary>Numbers that count nothing: «№ 7», «п. 2.1», «шаг 1», dates, years, «в 15 районах», sums.</summary>
    private static bool IsTrap(List<NormWord> words, int first, int behind, decimal value)
    {
        var before = At(words, first - 1);
        if (before is "№" or "n" or "п" or "пункт" or "пунктов" or "пункте" or "шаг" or "шаге" or "этап" or "этапе" or "ст" or "-" or "–" or "+" or "приложение" or "форма" or "школа" or "сош" or "гимназия" or "лицей" or "." or "/") return before is not ("–" or "-" or ".") || first == behind - 1 && before != "." && !(value < 1900 && before == "–");
        var noun = At(words, behind);
        if (noun is "год" or "года" or "году" or "годов" or "годы" or "гг" or "г" or "лет" or "летие" or "летия" or "летию" or "руб" or "рублей" or "тыс" or "млн" or "млрд" or "класс" or "класса" or "классы" or "классов" or "кл" or "%" or "процентов"
            or "," or "." or ")" or ":" or "" or "–" or "-" or "и" or "этап" or "этапа" or "квартал" or "квартала" or "полугодие" or "числа" or "часов" or "часа" or "дней" or "дня" or "рабочих" or "календарных" or "недель" or "месяцев" or "месяца") return true;
        if (Months.Any(m => noun.StartsWith(m, StringComparison.Ordinal) && noun.Length <= m.Length + 3)) return true;
        return value is >= 1900 and <= 2100 && decimal.Truncate(value) == value && !(noun.Length > 0 && char.IsLetter(noun[0]) && value < 1950);
    }

    private static readonly string[] Months = ["январ", "феврал", "март", "апрел", "мая", "мае", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];
}
