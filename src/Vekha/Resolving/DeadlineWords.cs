using System.Text.RegularExpressions;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Wording;

namespace Vekha.Resolving;

/// <summary>A deadline in Russian where the words of the document are not at hand; it opens the explanation.</summary>
internal static partial class DeadlineWords
{
    private const int Longest = 90;

    internal static string? Shorten(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var line = Spaces().Replace(text, " ").Trim();
        return line.Length <= Longest ? line : line[..(Longest - 1)].TrimEnd() + "…";
    }

    internal static string Of(Deadline deadline) => deadline.Match(
        on => Date(on.Date),
        by => (by.NotBefore is { } first ? $"не ранее {Date(first)} и " : "") + $"до {Date(by.Date)}",
        from => $"с {Date(from.Date)}",
        Of,
        _ => "постоянно",
        Of,
        Of,
        _ => "по мере необходимости",
        reference => reference.To,
        _ => "срок не указан");

    private static string Of(Deadline.During during)
    {
        var (first, last) = (during.First, during.Last);
        return first.HasYear && last.HasYear && Resolver.IsPossible(first) && Resolver.IsPossible(last) && first.CompareTo(last) <= 0
            ? Ru.Period(new(Day(first), Day(last)))
            : $"с {Date(first)} по {Date(last)}";
    }

    private static DateOnly Day(WrittenDate date) => WrittenDate.Of(date.Year, date.Month, date.Day).ToDay();

    private static string Of(Deadline.Every every) => every.Times is > 1 and { } times
        ? $"{Ru.Count(times, "раз", "раза", "раз")} в {DeadlineText.Accusative(every.Rule)}"
        : (every.Rule.Frequency, every.Rule.Interval) switch
        {
            (Frequency.Daily, 1) => "ежедневно",
            (Frequency.Weekly, 1) => "еженедельно",
            (Frequency.Monthly, 1) => "ежемесячно",
            (Frequency.Monthly, 3) => "ежеквартально",
            (Frequency.Yearly, 1) => "ежегодно",
            _ => $"1{Ru.Nbsp}раз в {DeadlineText.Accusative(every.Rule)}",
        };

    private static string Of(Deadline.Relative relative)
    {
        var term = relative is { Offset: { } offset, Unit: { } unit } ? TermGenitive(offset, unit) : "… дней";
        var anchor = relative.Anchor.Length > 0 ? relative.Anchor : "подписания";
        if (relative.Direction == OffsetDirection.Before) return relative.Offset == 0 ? $"до дня {anchor}" : $"не позднее чем за {term} до дня {anchor}";
        return relative.Offset == 0 ? $"в день {anchor}" : relative.Limit == OffsetLimit.Exactly ? $"через {term} со дня {anchor}" : $"не позднее {term} со дня {anchor}";
    }

    /// <summary>«30 календарных дней», «1 месяц».</summary>
    internal static string Term(int count, OffsetUnit unit) => unit switch
    {
        OffsetUnit.CalendarDay => Ru.CalendarDays(count),
        OffsetUnit.WorkingDay => Ru.WorkingDays(count),
        OffsetUnit.Week => Ru.Count(count, "неделя", "недели", "недель"),
        OffsetUnit.Month => Ru.Count(count, "месяц", "месяца", "месяцев"),
        _ => Ru.Count(count, "год", "года", "лет"),
    };

    /// <summary>«30-й календарный день, »: what the last day of a term is called.</summary>
    internal static string LastOf(int count, OffsetUnit unit) => unit switch
    {
        OffsetUnit.CalendarDay => $"{count}-й календарный день, ",
        OffsetUnit.WorkingDay => $"{count}-й рабочий день, ",
        _ => $"{Term(count, unit)} спустя, ",
    };

    private static string TermGenitive(int count, OffsetUnit unit) => unit switch
    {
        OffsetUnit.CalendarDay => Ru.Count(count, "календарного дня", "календарных дней", "календарных дней"),
        OffsetUnit.WorkingDay => Ru.Count(count, "рабочего дня", "рабочих дней", "рабочих дней"),
        OffsetUnit.Week => Ru.Count(count, "недели", "недель", "недель"),
        OffsetUnit.Month => Ru.Count(count, "месяца", "месяцев", "месяцев"),
        _ => Ru.Count(count, "года", "лет", "лет"),
    };

    private static string Date(WrittenDate date) =>
        date.Month is < 1 or > 12 ? date.ToString() : $"{date.Day}{Ru.Nbsp}{Ru.MonthGenitive(date.Month)}" + (date.HasYear ? $" {date.Year}" : "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
