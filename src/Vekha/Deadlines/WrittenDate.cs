using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Vekha.Deadlines;

/// <summary>
/// «Дата, как она написана»: a day whose year may be missing («до 15 мая»).
/// </summary>
/// <param name="Year">
/// The calendar year, or 0 where neither the text nor its context names one; 1 is then the year after it
/// («сентябрь–май» without a year runs from 0000-09-01 to 0001-05-31).
/// </param>
/// <param name="Month">1–12.</param>
/// <param name="Day">1–31.</param>
public readonly record struct WrittenDate(int Year, int Month, int Day) : IComparable<WrittenDate>
{
    /// <summary>Years below this one only number the years of a text that names none.</summary>
    private const int FirstCalendarYear = 1000;

    /// <summary>Whether the year is a calendar year.</summary>
    public bool HasYear => Year >= FirstCalendarYear;

    /// <summary>The day itself.</summary>
    /// <exception cref="InvalidOperationException">The year is not known: call <see cref="In"/> first.</exception>
    public DateOnly ToDay() => HasYear ? new(Year, Month, Day) : throw new InvalidOperationException($"The year of {this} is not known.");

    /// <summary>This date with a missing year counted from <paramref name="year"/>; a date with a year stays.</summary>
    public WrittenDate In(int year) => HasYear ? this : Of(year + Year, Month, Day);

    /// <summary>A date whose day is cut to the last one of the month (29 February of a common year becomes the 28th).</summary>
    public static WrittenDate Of(int year, int month, int day) => new(year, month, Math.Min(day, LastDay(year, month)));

    /// <summary>A date from a calendar day.</summary>
    public static WrittenDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>The last day of a month; an unknown year is not a leap year.</summary>
    public static int LastDay(int year, int month) => DateTime.DaysInMonth(year >= FirstCalendarYear ? year : 2001, month);

    /// <inheritdoc/>
    public int CompareTo(WrittenDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    /// <summary>«2020-10-01», or «0000-10-01» where the year is not known.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out WrittenDate date)
    {
        date = default;
        if (text is not { Length: 10 } || text[4] != '-' || text[7] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || !int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || month is < 1 or > 12 || day < 1 || day > LastDay(year, month))
            return false;
        date = new(year, month, day);
        return true;
    }
}
