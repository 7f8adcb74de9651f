namespace Vekha.Deadlines.Reading;

/// <summary>How wide a named piece of the calendar is.</summary>
internal enum Grain : byte
{
    /// <summary>A number that takes its meaning from what follows: «18, 19 сентября», «I и II кварталы».</summary>
    Bare,
    Day,
    /// <summary>A day of any month: «до 5 числа».</summary>
    MonthDay,
    /// <summary>Decade of a month.</summary>
    Decade,
    /// <summary>Week of a month.</summary>
    Week,
    Month,
    Quarter,
    HalfYear,
    Season,
    SchoolYear,
    /// <summary>«четверть», «триместр», half of a school year.</summary>
    SchoolTerm,
    Year,
    /// <summary>Which day of the week in a month: «третья суббота мая».</summary>
    NthWeekday,
    /// <summary>Any other span.</summary>
    Span,
}

/// <summary>Which part of a unit is meant.</summary>
internal enum Edge : byte
{
    Whole,
    /// <summary>«начало мая».</summary>
    Begin,
    /// <summary>«середина мая».</summary>
    Middle,
    /// <summary>«конец мая».</summary>
    End,
}

/// <summary>A named piece of the calendar: a day, a month, a quarter…; its year may be unknown yet.</summary>
internal struct CalendarUnit
{
    /// <summary>No year is named.</summary>
    public const int NoYear = -1;

    public Grain Grain;
    public Edge Edge;

    /// <summary>Year of the first day or <see cref="NoYear"/>.</summary>
    public int Year;

    public sbyte FirstMonth, FirstDay, LastMonth;

    /// <summary>Last day of <see cref="LastMonth"/>; 0 means the end of that month.</summary>
    public sbyte LastDay;

    /// <summary>1 when the last day lies in the next year.</summary>
    public sbyte YearsOn;

    /// <summary>Its number in a row: 3 of «III квартал», 18 of «18, 19 сентября».</summary>
    public sbyte Ordinal;

    /// <summary>Day of the week of <see cref="Grain.NthWeekday"/>.</summary>
    public sbyte Weekday;

    /// <summary>Comes every year: «года, следующего за отчётным».</summary>
    public bool Yearly;

    /// <summary>For <see cref="Grain.MonthDay"/>: months in one interval (1, 3, 6, 12) when the text says it; 0 otherwise.</summary>
    public sbyte Months;

    /// <summary>The day does not exist as written and was moved to the last one of its month: «31 ноября».</summary>
    public bool Cut;

    /// <summary>Its year is named only by the plan: «текущего года».</summary>
    public bool NamedByPlan;

    /// <summary>What the plan's words leave open: the limits of school terms and holidays.</summary>
    public bool Uncertain;

    /// <summary>The place of the day is left empty: «___ декабря 2020»; the unit is the month or year that stands there.</summary>
    public bool Lost;

    public readonly bool HasYear => Year != NoYear;

    public static CalendarUnit Of(Grain grain, int year, int firstMonth, int firstDay, int lastMonth, int lastDay, int yearsOn = 0) => new()
    {
        Grain = grain, Year = year, FirstMonth = (sbyte)firstMonth, FirstDay = (sbyte)firstDay,
        LastMonth = (sbyte)lastMonth, LastDay = (sbyte)lastDay, YearsOn = (sbyte)yearsOn,
    };

    public static CalendarUnit Day(int year, int month, int day) => Of(Grain.Day, year, month, day, month, day) with { Ordinal = (sbyte)day };

    public static CalendarUnit Month(int year, int month) => Of(Grain.Month, year, month, 1, month, 0) with { Ordinal = (sbyte)month };

    public static CalendarUnit Quarter(int year, int quarter) => Of(Grain.Quarter, year, quarter * 3 - 2, 1, quarter * 3, 0) with { Ordinal = (sbyte)quarter };

    public static CalendarUnit HalfYear(int year, int half) => Of(Grain.HalfYear, year, half * 6 - 5, 1, half * 6, 0) with { Ordinal = (sbyte)half };

    public static CalendarUnit YearOf(int year) => Of(Grain.Year, year, 1, 1, 12, 31);

    public static CalendarUnit SchoolYear(int year) => Of(Grain.SchoolYear, year, 9, 1, 5, 31, yearsOn: 1);

    /// <summary>Winter starts in December of its year.</summary>
    public static CalendarUnit Season(int year, int season) => season switch
    {
        1 => Of(Grain.Season, year, 12, 1, 2, 0, yearsOn: 1),
        _ => Of(Grain.Season, year, season * 3 - 3, 1, season * 3 - 1, 0),
    } with { Ordinal = (sbyte)season };

    public static CalendarUnit Decade(int year, int month, int decade) =>
        Of(Grain.Decade, year, month, decade * 10 - 9, month, decade == 3 ? 0 : decade * 10) with { Ordinal = (sbyte)decade };

    /// <summary>Week N of a month is days 7(N−1)+1 … 7N; the fifth ends with the month.</summary>
    public static CalendarUnit Week(int year, int month, int week) =>
        Of(Grain.Week, year, month, week * 7 - 6, month, week >= 5 ? 0 : week * 7) with { Ordinal = (sbyte)week };

    /// <summary>School terms: four quarters, the usual limits.</summary>
    public static CalendarUnit SchoolTerm(int year, int term) => (term switch
    {
        1 => Of(Grain.SchoolTerm, year, 9, 1, 10, 31),
        2 => Of(Grain.SchoolTerm, year, 11, 1, 12, 31),
        3 => Of(Grain.SchoolTerm, year, 1, 9, 3, 31),
        _ => Of(Grain.SchoolTerm, year, 4, 1, 5, 31),
    }) with { Ordinal = (sbyte)term, Uncertain = true };

    /// <summary>The unit of the same kind with another number: the «I» of «I и II кварталы».</summary>
    public readonly CalendarUnit Like(int number) => Grain switch
    {
        Grain.Day => Day(NoYear, FirstMonth, number),
        Grain.MonthDay => this with { Ordinal = (sbyte)number },
        Grain.Quarter when number is >= 1 and <= 4 => Quarter(NoYear, number),
        Grain.HalfYear when number is 1 or 2 => HalfYear(NoYear, number),
        Grain.Decade when number is >= 1 and <= 3 => Decade(NoYear, FirstMonth, number),
        Grain.Week when number is >= 1 and <= 5 => Week(NoYear, FirstMonth, number),
        Grain.SchoolTerm when number is >= 1 and <= 4 => SchoolTerm(NoYear, number),
        Grain.NthWeekday => this with { Ordinal = (sbyte)number, Year = NoYear },
        _ => this with { Grain = Grain.Bare },
    };

    /// <summary>The first day, in the year found for it.</summary>
    public readonly WrittenDate First => Grain == Grain.NthWeekday ? Nth() : WrittenDate.Of(Math.Max(Year, 0), FirstMonth, FirstDay);

    /// <summary>The last day.</summary>
    public readonly WrittenDate Last => Grain == Grain.NthWeekday ? Nth()
        : WrittenDate.Of(Math.Max(Year, 0) + YearsOn, LastMonth, LastDay == 0 ? 31 : LastDay);

    private readonly WrittenDate Nth()
    {
        var year = Math.Max(Year, 1);
        var last = WrittenDate.LastDay(year, FirstMonth);
        if (Ordinal < 0)
        {
            var end = new DateOnly(year, FirstMonth, last);
            return WrittenDate.Of(Year, FirstMonth, last - ((int)end.DayOfWeek - Weekday + 7) % 7);
        }
        var start = new DateOnly(year, FirstMonth, 1);
        return WrittenDate.Of(Year, FirstMonth, 1 + (Weekday - (int)start.DayOfWeek + 7) % 7 + 7 * (Ordinal - 1));
    }
}
