namespace Vekha.Deadlines.Reading;

/// <summary>What a word or sign means to the grammar; the form it stands in rarely matters.</summary>
internal enum Lexeme : byte
{
    /// <summary>A word the grammar does not know.</summary>
    Unknown,
    /// <summary>Past the end of the text.</summary>
    End,
    Number, Dot, Comma, Semicolon, Colon, Dash, Slash, Open, Close, NumberSign, Percent, Ellipsis, Sign,
    /// <summary>A place left to write in: «___», «   ».</summary>
    Blank,

    // The calendar.
    Month, Weekday, WeekdayPlural, Workdays, Weekend, Quarter, HalfYear, HalfYearLong, Year, Years, YearsOfAge,
    School, SchoolTerm, Trimester, Semester, Calendar, Working, Financial,
    Day, Days, DayAndNight, Hour, Minute, Week, Weeks, MonthWord, MonthsWord, Decade, Half,
    Season, SeasonAdjective, Period, SeasonWord, Vacation, DateNumber, Moveable, CurrentYear, WorkingDays, CalendarDays,
    DaysLong, WeeksLong, MonthsLong, YearsLong, HoursLong,
    Begin, Middle, EndWord, Finish, PartOfDay,

    // Numbers in words.
    Ordinal, Cardinal, Last, Twice, Few,

    // Prepositions and other small words.
    Until, To, Not, Later, Earlier, From, Along, In, On, For, Through, After, Ahead, Between, OutOf, And, But, Than,
    More, Less, Rarer, Oftener, At, Also,

    // Deadlines.
    Times, Each, Every, Deadline, Course, Extent, Whole, Current, Next, Previous, Reporting, Preceding, Expiry,
    Moment, DateWord, Immediately, Eve, Starting, Then, Filler, Summary,
    Constantly, Constant, Basis, Control, Carrying, Measure, Need, Case, Demand, OnDemand,
    According, Accordance, Schedule, Separate, Established, Clarified, Planned,
    Point, Act, Street, Room, Phone, Step, Counted, Standard, Declared, Same, Indicated, Except,
}
