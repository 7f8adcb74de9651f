using Vekha.Wording;

namespace Vekha.Deadlines;

public static partial class DeadlineText
{
    private static readonly string[] WeekdaysDative = ["воскресеньям", "понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам"];
    private static readonly string[] Weekdays = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];
    private static readonly string[] Feminine = ["последняя", "", "первая", "вторая", "третья", "четвертая", "пятая"];
    private static readonly string[] Masculine = ["последний", "", "первый", "второй", "третий", "четвертый", "пятый"];
    private static readonly string[] Neuter = ["последнее", "", "первое", "второе", "третье", "четвертое", "пятое"];

    private static string Write(Deadline.Every every)
    {
        var rule = every.Rule;
        var words = every.Times is { } times ? $"{Ru.Count(times, "раз", "раза", "раз")} в {Accusative(rule)}" : Adverb(rule);
        return words + Parts(rule) + Window(every);
    }

    private static string Adverb(Recurrence rule) => (rule.Frequency, rule.Interval) switch
    {
        (Frequency.Daily, 1) => "ежедневно",
        (Frequency.Weekly, 1) => "еженедельно",
        (Frequency.Monthly, 1) => "ежемесячно",
        (Frequency.Monthly, 3) => "ежеквартально",
        (Frequency.Monthly, 6) => "каждое полугодие",
        (Frequency.Yearly, 1) => "ежегодно",
        _ => $"каждые {Accusative(rule)}",
    };

    /// <summary>«месяц», «2 недели», «полугодие».</summary>
    internal static string Accusative(Recurrence rule) => (rule.Frequency, rule.Interval) switch
    {
        (Frequency.Daily, 1) => "день",
        (Frequency.Weekly, 1) => "неделю",
        (Frequency.Monthly, 1) => "месяц",
        (Frequency.Monthly, 3) => "квартал",
        (Frequency.Monthly, 6) => "полугодие",
        (Frequency.Yearly, 1) => "год",
        (Frequency.Daily, var n) => Ru.Days(n),
        (Frequency.Weekly, var n) => Ru.Count(n, "неделю", "недели", "недель"),
        (Frequency.Monthly, var n) => Ru.Count(n, "месяц", "месяца", "месяцев"),
        (_, var n) => Ru.Count(n, "год", "года", "лет"),
    };

    private static string Parts(Recurrence rule)
    {
        if (rule.Positions.Count > 0) return Positions(rule);
        if (rule.WeekDays.Count > 0) return $" по {string.Join(", ", rule.WeekDays.Select(d => WeekdaysDative[(int)d]))}";
        if (rule.Frequency == Frequency.Yearly && rule.MonthDays.Count > 0)
            return $" до {string.Join(", ", rule.MonthDays.SelectMany(day => rule.Months.Select(month => Day(new(0, month, day)))))}";
        if (rule.Months.Count > 0) return $", {string.Join(", ", rule.Months.Select(Ru.Month))}";
        if (rule.MonthDays.Count == 0) return "";
        var numbers = string.Join(", ", rule.MonthDays.Where(d => d > 0));
        var last = rule.MonthDays.Contains(-1) ? "последний день месяца" : "";
        return numbers.Length == 0 ? $", {last}" : last.Length == 0 ? $", до {numbers} числа" : $", до {numbers} числа, {last}";
    }

    /// <summary>«, первая и третья среда месяца», « в последнюю субботу мая», «, последний рабочий день месяца».</summary>
    private static string Positions(Recurrence rule)
    {
        var of = rule.Months.Count == 1 ? Genitive[rule.Months[0] - 1] : "месяца";
        if (rule.WeekDays.Count != 1) return $", {Masculine[Math.Max(rule.Positions[0], -1) + 1]} рабочий день {of}";
        var forms = rule.WeekDays[0] switch
        {
            DayOfWeek.Wednesday or DayOfWeek.Friday or DayOfWeek.Saturday => Feminine,
            DayOfWeek.Sunday => Neuter,
            _ => Masculine,
        };
        return $", {string.Join(" и ", rule.Positions.Select(p => forms[Math.Max(p, -1) + 1]))} {Weekdays[(int)rule.WeekDays[0]]} {of}";
    }

    private static string Window(Deadline.Every every) => (every.First, every.Last) switch
    {
        (null, null) => "",
        ({ } first, null) => $", с {Day(first)}",
        (null, { } last) => $", до {Day(last)}",
        ({ HasYear: true, Month: 1, Day: 1 } first, { Month: 12, Day: 31 } last) => $", {Write(new Deadline.During(first, last))}",
        ({ } first, { } last) => $", {Span(first, last)}",
    };
}
