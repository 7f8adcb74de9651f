using System.Globalization;

namespace Vekha.Wording;

public static partial class Ru
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = Nbsp.ToString(),
        NumberDecimalSeparator = ",",
        NumberNegativePattern = 1,
        NegativeSign = "−",
    };

    /// <summary>The form of a word that stands beside a number: «день», «дня» or «дней».</summary>
    public static string Plural(long number, string one, string few, string many)
    {
        var rest = Math.Abs(number % 100);
        return rest is >= 11 and <= 14 ? many : (rest % 10) switch { 1 => one, 2 or 3 or 4 => few, _ => many };
    }

    /// <summary>«1 день», «2 дня», «5 дней».</summary>
    public static string Count(long number, string one, string few, string many) => $"{Number(number)}{Nbsp}{Plural(number, one, few, many)}";

    /// <summary>«1 мероприятие», «2 мероприятия», «5 мероприятий».</summary>
    public static string Count(long number, Noun noun) => Count(number, noun.Nominative, noun.Genitive, noun.PluralGenitive);

    /// <summary>«3 дня».</summary>
    public static string Days(int number) => Count(number, "день", "дня", "дней");

    /// <summary>«3 рабочих дня».</summary>
    public static string WorkingDays(int number) => Count(number, "рабочий день", "рабочих дня", "рабочих дней");

    /// <summary>«30 календарных дней».</summary>
    public static string CalendarDays(int number) => Count(number, "календарный день", "календарных дня", "календарных дней");

    /// <summary>«1 250»: thousands with a no-break space.</summary>
    public static string Number(long number) => number.ToString("#,0", Format);

    /// <summary>«1 250,50»: as many decimals as asked.</summary>
    public static string Number(decimal number, int decimals = 2) => number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Format);

    /// <summary>«1 250,50 ₽».</summary>
    public static string Roubles(decimal sum) => $"{Number(sum)}{Nbsp}₽";

    /// <summary>«87 %».</summary>
    public static string Percent(int percent) => $"{percent.ToString(Format)}{Nbsp}%";

    /// <summary>«87 %» of a part and a whole, «нет данных» when the whole is nothing. 100 % is said only when nothing lacks.</summary>
    public static string Percent(long part, long whole) => Share(part, whole) is { } share ? Percent(share) : "нет данных";

    /// <summary>The whole percent of a part: rounded, but 100 only when nothing lacks and 0 only when there is nothing; <c>null</c> of nothing.</summary>
    public static int? Share(long part, long whole)
    {
        if (whole == 0) return null;
        var share = (int)Math.Round(100m * part / whole, MidpointRounding.AwayFromZero);
        if (share == 100 && part < whole) return 99;
        return share == 0 && part > 0 ? 1 : share;
    }

    /// <summary>«68 из 78».</summary>
    public static string OutOf(long part, long whole) => $"{Number(part)}{Nbsp}из {Number(whole)}";

    /// <summary>«84 КБ», «1,5 МБ».</summary>
    public static string FileSize(long bytes) => bytes switch
    {
        < 1024 => $"{bytes}{Nbsp}Б",
        < 1024 * 1024 => $"{(bytes + 512) / 1024}{Nbsp}КБ",
        < 1024L * 1024 * 1024 => $"{(bytes / 1048576m).ToString("0.#", Format)}{Nbsp}МБ",
        _ => $"{(bytes / 1073741824m).ToString("0.#", Format)}{Nbsp}ГБ",
    };
}
