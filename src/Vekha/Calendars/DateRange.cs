using System.Text.Json.Serialization;
using Vekha.Wording;

namespace Vekha.Calendars;

/// <summary>«Период»: days from the first to the last, both belong to it («1–31 октября»).</summary>
/// <remarks>The default value holds the single day 01.01.0001.</remarks>
public readonly record struct DateRange
{
    /// <summary>A span of days.</summary>
    /// <exception cref="ArgumentException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    [JsonConstructor]
    public DateRange(DateOnly first, DateOnly last)
    {
        if (last < first) throw new ArgumentException($"The last day {last:O} is before the first day {first:O}.", nameof(last));
        First = first;
        Last = last;
    }

    /// <summary>The first day, belongs to the range.</summary>
    public DateOnly First { get; private init; }

    /// <summary>The last day, belongs to the range.</summary>
    public DateOnly Last { get; private init; }

    /// <summary>How many days, 1 or more.</summary>
    public int Length => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Every day in order.</summary>
    public IEnumerable<DateOnly> Days()
    {
        for (var number = First.DayNumber; number <= Last.DayNumber; number++) yield return DateOnly.FromDayNumber(number);
    }

    /// <summary>Whether the day belongs to the range.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>Whether the whole of the other range lies inside this one.</summary>
    public bool Contains(DateRange other) => First <= other.First && other.Last <= Last;

    /// <summary>Whether the ranges have a day in common.</summary>
    public bool Overlaps(DateRange other) => First <= other.Last && other.First <= Last;

    /// <summary>The days in common, or <c>null</c> when there are none.</summary>
    public DateRange? Intersect(DateRange other) => Overlaps(other)
        ? new(First > other.First ? First : other.First, Last < other.Last ? Last : other.Last)
        : null;

    /// <summary>A single day.</summary>
    public static DateRange Of(DateOnly day) => new(day, day);

    /// <summary>«октябрь 2020»: a whole month.</summary>
    public static DateRange Month(int year, int month) => Months(year, month, 1);

    /// <summary>«IV квартал 2020»: quarter 1–4.</summary>
    public static DateRange Quarter(int year, int quarter) => Months(year, (quarter * 3) - 2, 3);

    /// <summary>«I полугодие 2020»: half 1–2.</summary>
    public static DateRange HalfYear(int year, int half) => Months(year, (half * 6) - 5, 6);

    /// <summary>«2020 год».</summary>
    public static DateRange Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>Monday to Sunday of the week the day belongs to.</summary>
    public static DateRange Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new(monday, monday.AddDays(6));
    }

    private static DateRange Months(int year, int month, int count)
    {
        var first = new DateOnly(year, month, 1);
        return new(first, first.AddMonths(count - 1).AddDays(DateTime.DaysInMonth(year, month + count - 1) - 1));
    }

    /// <summary>«1–31 октября 2020», for a person.</summary>
    public override string ToString() => Ru.Range(this);
}
