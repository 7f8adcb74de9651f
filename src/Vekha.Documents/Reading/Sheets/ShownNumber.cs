using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Vekha.Documents.Reading.Sheets;

/// <summary>
/// A format code of a spreadsheet: writes numbers and dates the way a Russian spreadsheet shows them
/// («01.03.2023», «01.мар», «март 2023», «1 200,5»).
/// </summary>
internal sealed class ShownNumber
{
    private static readonly string[] Months =
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];
    private static readonly string[] MonthsOf =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
    private static readonly string[] Weekdays = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];
    private static readonly string[] ShortWeekdays = ["Вс", "Пн", "Вт", "Ср", "Чт", "Пт", "Сб"];
    private static readonly ConcurrentDictionary<string, ShownNumber> Known = new();

    /// <summary>What a Russian spreadsheet shows for the formats that every file has without naming them.</summary>
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%", [37] = "#,##0", [38] = "#,##0", [39] = "#,##0.00", [40] = "#,##0.00",
        [14] = "dd.mm.yyyy", [15] = "dd.mmm.yy", [16] = "dd.mmm", [17] = "mmm.yy", [18] = "h:mm AM/PM", [19] = "h:mm:ss AM/PM", [20] = "h:mm", [21] = "h:mm:ss",
        [22] = "dd.mm.yyyy h:mm", [27] = "dd.mm.yyyy", [30] = "dd.mm.yyyy", [36] = "dd.mm.yyyy", [45] = "mm:ss", [46] = "[h]:mm:ss", [47] = "mm:ss.0", [50] = "dd.mm.yyyy", [57] = "dd.mm.yyyy",
    };

    private readonly List<(char Kind, string Text)> tokens;

    /// <summary>Shows a day of the year, not a quantity.</summary>
    public bool IsDate { get; }

    /// <summary>Shows the day itself, not only its month or hour.</summary>
    public bool ShowsDay { get; }

    /// <summary>Shows a day and a month in figures or short words without a year, as a number typed «1.3» becomes one.</summary>
    public bool LacksYear { get; }

    private ShownNumber(string code)
    {
        tokens = FormatTokens.Of(code);
        IsDate = tokens.Exists(t => t.Kind is 'y' or 'd' or 'h' or 's' or 'm' or 'M' or 'a') && !tokens.Exists(t => t.Kind is '0');
        ShowsDay = IsDate && tokens.Exists(t => t is { Kind: 'd', Text.Length: <= 2 });
        LacksYear = ShowsDay && !tokens.Exists(t => t.Kind == 'y');
    }

    /// <summary>The format of a cell by its identifier or code.</summary>
    public static ShownNumber Of(int id, string? code) =>
        Known.Count > 5_000 ? new(code ?? BuiltIn.GetValueOrDefault(id, "")) : Known.GetOrAdd(code ?? BuiltIn.GetValueOrDefault(id, ""), text => new(text));

    /// <summary>A date as shown.</summary>
    public string Show(DateTime date)
    {
        var shown = new StringBuilder();
        foreach (var (kind, text) in tokens)
            shown.Append(kind switch
            {
                'y' => date.ToString(text.Length > 2 ? "yyyy" : "yy", CultureInfo.InvariantCulture),
                'm' => Month(date.Month, text.Length),
                'M' => date.ToString(text.Length > 1 ? "mm" : "%m", CultureInfo.InvariantCulture),
                'd' => Day(date, text.Length),
                'h' => date.ToString(text.Length > 1 ? "HH" : "%H", CultureInfo.InvariantCulture),
                's' => date.ToString(text.Length > 1 ? "ss" : "%s", CultureInfo.InvariantCulture),
                'a' => "",
                _ => text,
            });
        return shown.ToString().Trim();
    }

    private static string Day(DateTime date, int length) => length switch
    {
        1 => date.Day.ToString(CultureInfo.InvariantCulture),
        2 => date.Day.ToString("00", CultureInfo.InvariantCulture),
        3 => ShortWeekdays[(int)date.DayOfWeek],
        _ => Weekdays[(int)date.DayOfWeek],
    };

    private string Month(int month, int length) => length switch
    {
        1 => month.ToString(CultureInfo.InvariantCulture),
        2 => month.ToString("00", CultureInfo.InvariantCulture),
        3 => Months[month - 1][..3],
        5 => Months[month - 1][..1].ToUpperInvariant(),
        // «1 марта 2023», but «март 2023».
        _ => ShowsDay ? MonthsOf[month - 1] : Months[month - 1],
    };

    /// <summary>A quantity as shown.</summary>
    public string Show(double number)
    {
        if (!tokens.Exists(t => t.Kind is '0' or 'g')) return tokens.Count == 0 ? General(number) : string.Concat(tokens.Select(t => t.Text)).Trim();
        var shown = new StringBuilder();
        foreach (var (kind, text) in tokens)
            shown.Append(kind switch { '0' => Quantity(number, text), 'g' => General(number), _ => text });
        return shown.ToString().Trim();
    }

    private string Quantity(double number, string pattern)
    {
        if (tokens.Exists(t => t is { Kind: '"', Text: "%" })) number *= 100;
        var point = pattern.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : pattern.Length - point - 1;
        var whole = point < 0 ? pattern : pattern[..point];
        var digits = Math.Max(1, whole.Count(c => c == '0'));
        var format = whole.Contains(',') ? "#,##" + new string('0', digits) : new string('0', digits);
        return number.ToString(places > 0 ? $"{format}.{pattern[(point + 1)..].Replace('?', '#')}" : format, Russian);
    }

    /// <summary>«1,5»; whole numbers without a comma.</summary>
    private static string General(double number) =>
        Math.Abs(number) < 1e15 && number == Math.Floor(number)
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : number.ToString("G10", CultureInfo.InvariantCulture).Replace('.', ',');

    private static readonly NumberFormatInfo Russian = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = " ", NegativeSign = "-" };
}
