using System.Globalization;
using Vekha.Calendars;

namespace Vekha.Wording;

/// <summary>
/// «Русские слова»: dates, counts and lists as they are printed. A no-break space stands between a number and its word
/// and between the year and the weekday.
/// </summary>
public static partial class Ru
{
    /// <summary>The no-break space.</summary>
    public const char Nbsp = '\u00A0';

    private static readonly string[] Nominative =
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

    private static readonly string[] Genitive =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private static readonly string[] Prepositional =
        ["январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре", "декабре"];

    private static readonly string[] Weekdays = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];
    private static readonly string[] WeekdaysAccusative = ["воскресенье", "понедельник", "вторник", "среду", "четверг", "пятницу", "субботу"];
    private static readonly string[] WeekdaysShort = ["вс", "пн", "вт", "ср", "чт", "пт", "сб"];
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>«октябрь»; month 1–12.</summary>
    public static string Month(int month) => Nominative[month - 1];

    /// <summary>«октября»; month 1–12.</summary>
    public static string MonthGenitive(int month) => Genitive[month - 1];

    /// <summary>«октябре» (в, о); month 1–12.</summary>
    public static string MonthPrepositional(int month) => Prepositional[month - 1];

    /// <summary>«суббота».</summary>
    public static string Weekday(DayOfWeek day) => Weekdays[(int)day];

    /// <summary>«субботу» (в).</summary>
    public static string WeekdayAccusative(DayOfWeek day) => WeekdaysAccusative[(int)day];

    /// <summary>«сб».</summary>
    public static string WeekdayShort(DayOfWeek day) => WeekdaysShort[(int)day];

    /// <summary>«30 октября 2020, пт»: a day in running text.</summary>
    public static string Day(DateOnly day) => $"{DayMonthYear(day)},{Nbsp}{WeekdayShort(day.DayOfWeek)}";

    /// <summary>«30 октября 2020».</summary>
    public static string DayMonthYear(DateOnly day) => $"{DayMonth(day)} {day.Year}";

    /// <summary>«30 октября».</summary>
    public static string DayMonth(DateOnly day) => $"{day.Day}{Nbsp}{MonthGenitive(day.Month)}";

    /// <summary>«30 октября» in the year of <paramref name="today"/>, otherwise «30 октября 2019».</summary>
    public static string DayNear(DateOnly day, DateOnly today) => day.Year == today.Year ? DayMonth(day) : DayMonthYear(day);

    /// <summary>«30.10.2020, пт»: a day in a table.</summary>
    public static string ShortDay(DateOnly day) => $"{Digits(day)},{Nbsp}{WeekdayShort(day.DayOfWeek)}";

    /// <summary>«30.10.2020».</summary>
    public static string Digits(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>«30.10»: a day inside a matrix.</summary>
    public static string Brief(DateOnly day) => day.ToString("dd.MM", CultureInfo.InvariantCulture);

    /// <summary>«30.10.2020, 17:40»: a moment in a journal, in the time it carries.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToString("dd.MM.yyyy, H:mm", CultureInfo.InvariantCulture);

    /// <summary>«30 октября 2020 г.»: a day in an official paper.</summary>
    public static string PaperDay(DateOnly day) => $"{DayMonthYear(day)}{Nbsp}г.";

    /// <summary>«1–31 октября 2020», «28 сентября – 4 октября 2020», «20 декабря 2020 – 10 января 2021».</summary>
    public static string Range(DateRange range) => $"{Span(range)} {range.Last.Year}";

    /// <summary>«1–31 октября»: without the year when both ends lie in one, otherwise as <see cref="Range"/>.</summary>
    public static string RangeShort(DateRange range) => range.First.Year == range.Last.Year ? Span(range) : Range(range);

    /// <summary>«01.10.2020–31.10.2020»: a range in a table.</summary>
    public static string RangeDigits(DateRange range) => range.Length == 1 ? Digits(range.First) : $"{Digits(range.First)}–{Digits(range.Last)}";

    /// <summary>
    /// A span called by its name where it has one: «октябрь 2020», «IV квартал 2020», «I полугодие 2021», «2020 год»,
    /// «июнь – июль 2021», «IV квартал 2020 – II квартал 2021»; otherwise as <see cref="Range"/>.
    /// </summary>
    public static string Period(DateRange range)
    {
        var (a, z) = (range.First, range.Last);
        if (a.Day != 1 || z.Day != DateTime.DaysInMonth(z.Year, z.Month)) return Range(range);
        var months = ((z.Year - a.Year) * 12) + z.Month - a.Month + 1;
        if (months == 1) return $"{Month(a.Month)} {a.Year}";
        if (months == 12 && a.Month == 1) return $"{a.Year}{Nbsp}год";
        if (months == 6 && a.Month % 6 == 1) return $"{Roman[a.Month / 6]}{Nbsp}полугодие {a.Year}";
        if (months % 3 == 0 && a.Month % 3 == 1)
            return months == 3 ? $"{Quarter(a)} {a.Year}" : a.Year == z.Year ? $"{Roman[a.Month / 3]}–{Quarter(z)}ы {z.Year}" : $"{Quarter(a)} {a.Year} – {Quarter(z)} {z.Year}";
        return a.Year == z.Year ? $"{Month(a.Month)} – {Month(z.Month)} {z.Year}" : $"{Month(a.Month)} {a.Year} – {Month(z.Month)} {z.Year}";
    }

    private static string Quarter(DateOnly day) => $"{Roman[(day.Month - 1) / 3]}{Nbsp}квартал";

    private static string Span(DateRange range)
    {
        var (a, z) = (range.First, range.Last);
        if (a == z) return DayMonth(a);
        if (a.Year != z.Year) return $"{DayMonthYear(a)} – {DayMonth(z)}";
        return a.Month == z.Month ? $"{a.Day}–{DayMonth(z)}" : $"{DayMonth(a)} – {DayMonth(z)}";
    }
}
