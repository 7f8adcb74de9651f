using System.Globalization;
using Vekha.Wording;

namespace Vekha.Deadlines;

/// <summary>
/// The canonical Russian words of a deadline: «до 1 октября 2020 г.», «IV квартал 2020 г.», «не реже» is not repeated, «2 раза в месяц».
/// <see cref="DeadlineReader"/> reads them back to the same value, for every value that it can read at all.
/// </summary>
public static partial class DeadlineText
{
    /// <summary>Writes a deadline in Russian.</summary>
    public static string Write(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return deadline.Match(
            on => Day(on.Date),
            by => by.NotBefore is { } earliest ? $"не позднее {Day(by.Date)}, но не ранее {Day(earliest)}" : $"до {Day(by.Date)}",
            from => $"с {Day(from.Date)}",
            Write,
            _ => "постоянно",
            Write,
            Write,
            _ => "по мере необходимости",
            reference => reference.To,
            _ => "срок не указан");
    }

    private static readonly string[] Genitive = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>«1 октября 2020 г.», «1 октября» where the year is not known, «1 октября следующего года».</summary>
    private static string Day(WrittenDate date) => Invariant($"{date.Day} {Genitive[date.Month - 1]}{YearBehind(date.Year)}");

    private static string YearBehind(int year) => year switch
    {
        0 => "",
        1 => " следующего года",
        _ => Invariant($" {year} г."),
    };

    private static string Write(Deadline.During during)
    {
        var (first, last) = (during.First, during.Last);
        if (first.Day != 1 || last.Day != WrittenDate.LastDay(last.Year, last.Month)) return Span(first, last);
        if (first is { Month: 1 } && last is { Month: 12 } && first.HasYear && last.HasYear)
            return first.Year == last.Year ? Invariant($"{first.Year} год") : Invariant($"{first.Year}–{last.Year} годы");
        if (first.Year != last.Year) return Span(first, last);
        var year = YearBehind(first.Year);
        return (first.Month, last.Month) switch
        {
            (1, 12) when first.Year == 0 => "в течение года",
            (1, 6) => $"I полугодие{year}",
            (7, 12) => $"II полугодие{year}",
            var (a, b) when a == b => $"{Ru.Month(a)}{year}",
            var (a, b) when b == a + 2 && a % 3 == 1 => $"{Roman[a / 3]} квартал{year}",
            var (a, b) => $"{Ru.Month(a)} – {Ru.Month(b)}{year}",
        };
    }

    /// <summary>«с 1 по 15 мая 2020 г.», «с 20 декабря 2022 г. по 10 января 2023 г.».</summary>
    private static string Span(WrittenDate first, WrittenDate last)
    {
        if (first.Year == last.Year)
            return first.Month == last.Month ? Invariant($"с {first.Day} по {Day(last)}") : Invariant($"с {first.Day} {Genitive[first.Month - 1]} по {Day(last)}");
        // An unnamed year must be said when the end lies in the year after it.
        var start = first.Year == 0 ? Invariant($"{first.Day} {Genitive[first.Month - 1]} текущего года") : Day(first);
        return $"с {start} по {Day(last)}";
    }
}
