namespace Vekha.Deadlines.Reading;

/// <summary>Days in figures and words: «01.10.2020», «30.XI.2023», «23.10. 2017», «15-го мая», «25 декабря т.г.».</summary>
internal sealed partial class Grammar
{
    private const int LastDayOfAnyMonth = 31;

    /// <summary>A day or a month that begins with a number in digits.</summary>
    private int Date(int i, out CalendarUnit unit)
    {
        unit = default;
        ref var first = ref tokens[i];
        if (first.Digits == 4) return IsoDate(i, out unit);
        if (first.Digits > 2) return i;
        int next;
        if ((next = NoSuchDate(i, out unit)) > i) return next;
        if (first.Value is < 1 or > LastDayOfAnyMonth) return i;
        unread |= first.Has(TokenMarks.Torn);
        if ((next = SpacedDate(i, out unit)) > i) return next;
        if ((next = MonthsInFigures(i, out unit)) > i || (next = DayAndMonthName(i, out unit)) > i || (next = DayAndRomanMonth(i, out unit)) > i || (next = MonthAndYear(i, out unit)) > i) return next;
        return At(i + 1) switch
        {
            Lexeme.Dot => Dotted(i, out unit),
            Lexeme.Slash or Lexeme.Dash or Lexeme.Comma when tokens[i + 1].Glued => Separated(i, out unit),
            _ => i,
        };
    }

    /// <summary>«31 12 2023», «31 12. 2023»: the points are lost.</summary>
    private int SpacedDate(int i, out CalendarUnit unit)
    {
        unit = default;
        if (tokens[i].Digits != 2 || !Is(i + 1, Lexeme.Number) || tokens[i + 1] is not { Digits: 2, Value: >= 1 and <= 12 }) return i;
        var year = Is(i + 2, Lexeme.Dot) ? i + 3 : i + 2;
        if (!IsFourDigitYear(year)) return i;
        unit = DayOf(tokens[i + 1].Value, tokens[i].Value) with { Year = tokens[year].Value };
        return SkipYearWord(year + 1);
    }

    private static CalendarUnit DayOf(int month, int day) => CalendarUnit.Day(CalendarUnit.NoYear, month, day) with { Cut = day > WrittenDate.LastDay(2000, month) };

    /// <summary>«2023-11-30», «2023.11.30».</summary>
    private int IsoDate(int i, out CalendarUnit unit)
    {
        unit = default;
        // «2023-05»
        if (IsFourDigitYear(i) && Is(i + 1, Lexeme.Dash) && tokens[i + 1].Glued && Is(i + 2, Lexeme.Number) && tokens[i + 2] is { Digits: 2, Glued: true, Value: >= 1 and <= 12 } && At(i + 3) is Lexeme.End or Lexeme.Close)
        {
            unit = CalendarUnit.Month(tokens[i].Value, tokens[i + 2].Value);
            return i + 3;
        }
        if (!IsFourDigitYear(i) || At(i + 1) is not (Lexeme.Dash or Lexeme.Dot or Lexeme.Slash) || !tokens[i + 1].Glued || At(i + 3) != At(i + 1)) return i;
        if (!Is(i + 2, Lexeme.Number) || !Is(i + 4, Lexeme.Number) || tokens[i + 2].Digits > 2 || tokens[i + 4].Digits > 2) return i;
        if (tokens[i + 2].Value is < 1 or > 12 || tokens[i + 4].Value is < 1 or > LastDayOfAnyMonth) return i;
        unit = DayOf(tokens[i + 2].Value, tokens[i + 4].Value) with { Year = tokens[i].Value };
        return i + 5;
    }

    /// <summary>«15 мая», «15-го мая 2022», «15.май.22», «15-апр-2022», «15 (пятнадцатого) мая», «15 числа мая».</summary>
    private int DayAndMonthName(int i, out CalendarUnit unit)
    {
        unit = default;
        var month = i + 1;
        if (Is(month, Lexeme.Open)) month = InBrackets(month);
        if (Is(month, Lexeme.Dot) || Is(month, Lexeme.Dash) && tokens[month].Glued && Is(month + 1, Lexeme.Month) && tokens[month + 1].Glued || Is(month, Lexeme.DateNumber)) month++;
        if (!Is(month, Lexeme.Month) || IsDecade(month)) return i;
        unit = DayOf(tokens[month].Value, tokens[i].Value);
        var next = month + 1;
        if (Is(next, Lexeme.MonthWord)) next++;
        if (At(next) is Lexeme.Dot or Lexeme.Dash && tokens[next].Glued && Is(next + 1, Lexeme.Number) && tokens[next + 1].Digits is 4 or 2 && tokens[next + 1].Glued && tokens[month].Glued
            && !(Is(next + 2, Lexeme.Month) || At(next + 2) is Lexeme.Dot && Is(next + 3, Lexeme.Number))) // «20апреля-25мая»
        {
            unit.Year = tokens[next + 1].Digits == 4 ? tokens[next + 1].Value : Full(tokens[next + 1].Value);
            return SkipYearWord(next + 2);
        }
        return YearBehind(next, ref unit);
    }

    /// <summary>«30.XI.2023», «30/XI-2023 г.».</summary>
    private int DayAndRomanMonth(int i, out CalendarUnit unit)
    {
        unit = default;
        if (At(i + 1) is not (Lexeme.Dot or Lexeme.Slash or Lexeme.Dash) || !(i + 2 < tokens.Count) || tokens[i + 2].Roman is 0 or > 12 || !tokens[i + 2].Glued) return i;
        var next = i + 3;
        // «1.VII–31.VII.2025»: the year stands at the other end.
        if (Is(next, Lexeme.Dash) && Is(next + 1, Lexeme.Number) && tokens[next + 1].Digits <= 2 && At(next + 2) is Lexeme.Dot or Lexeme.Slash && next + 3 < tokens.Count && tokens[next + 3].Roman is > 0 and <= 12)
        {
            unit = DayOf(tokens[i + 2].Roman, tokens[i].Value);
            return next;
        }
        var year = At(next) is Lexeme.Dot or Lexeme.Slash or Lexeme.Dash ? next + 1 : tokens[i + 2].Has(TokenMarks.Shortened) ? next : -1;
        if (year < 0 || !Is(year, Lexeme.Number) || tokens[year].Digits is not (2 or 4)) return i;
        unit = DayOf(tokens[i + 2].Roman, tokens[i].Value) with { Year = tokens[year].Digits == 4 ? tokens[year].Value : Full(tokens[year].Value) };
        return SkipYearWord(year + 1);
    }

    /// <summary>«07-09.2025»: from month to month.</summary>
    private int MonthsInFigures(int i, out CalendarUnit unit)
    {
        unit = default;
        if (tokens[i] is not { Digits: 2, Value: <= 12 } || !Is(i + 1, Lexeme.Dash) || !Is(i + 2, Lexeme.Number) || tokens[i + 2] is not { Digits: 2, Value: <= 12, Glued: true } || tokens[i + 2].Value <= tokens[i].Value) return i;
        if (!Is(i + 3, Lexeme.Dot) || !IsFourDigitYear(i + 4) || !tokens[i + 4].Glued) return i;
        unit = CalendarUnit.Of(Grain.Span, tokens[i + 4].Value, tokens[i].Value, 1, tokens[i + 2].Value, 0);
        return SkipYearWord(i + 5);
    }

    /// <summary>«12.2022», «09/2022 г.».</summary>
    private int MonthAndYear(int i, out CalendarUnit unit)
    {
        unit = default;
        if (At(i + 1) is not (Lexeme.Dot or Lexeme.Slash) || !tokens[i + 1].Glued || !IsFourDigitYear(i + 2) || !tokens[i + 2].Glued || tokens[i].Value > 12) return i;
        unit = CalendarUnit.Month(tokens[i + 2].Value, tokens[i].Value);
        return SkipYearWord(i + 3);
    }

    /// <summary>«1.09», «01.10.2020», «28.04.06», «23.10. 2017», «01.08 2022 г.».</summary>
    private int Dotted(int i, out CalendarUnit unit)
    {
        unit = default;
        if (!Is(i + 2, Lexeme.Number) || tokens[i + 2].Has(TokenMarks.Line) && !IsTornDate(i)) return i;
        ref var month = ref tokens[i + 2];
        if (month.Digits > 2 || month.Value is < 1 or > 12 || Is(i + 3, Lexeme.Month)) return i;
        unit = DayOf(month.Value, tokens[i].Value);
        var next = i + 3;
        if (Is(next, Lexeme.Dot) && TornYear(next + 1, out var torn) is var whole && whole > next + 1)
        {
            unit.Year = torn;
            return SkipYearWord(whole);
        }
        if (At(next) is Lexeme.Dot or Lexeme.Comma && Is(next + 1, Lexeme.Number) && YearInFigures(next + 1, out var year) && (At(next) == Lexeme.Dot || tokens[next + 1].Glued && tokens[next].Glued && tokens[next + 1].Digits == 4))
        {
            unit.Year = year;
            return SkipYearWord(next + 2);
        }
        // «3.2» alone is rather a number of a point; with «до» or two digits it is a day.
        if (month.Digits == 1 && tokens[i].Digits == 1 && PendingRole == Role.None && !IsConnector(At(next)) && !At(next).Equals(Lexeme.End)) return i;
        if (month.Digits == 1 && tokens[i].Digits == 1 && Is(next, Lexeme.Dot) && Is(next + 1, Lexeme.End)) return i; // «1.1.»
        if (month.Digits == 1 && tokens[i].Digits == 1 && tokens.Count == 3) unit.Uncertain = true;
        var behind = Is(next, Lexeme.Dot) ? next + 1 : next;
        var tail = YearBehind(behind, ref unit);
        if (tail > behind) return tail;
        // «01.05. – 15.05.2022»: a full stop behind the month.
        return behind > next && tokens[next].Glued && !(Is(behind, Lexeme.Number) && tokens[behind].Glued) ? behind : next;
    }

    /// <summary>«20.↵04.2018»: a full stop at the end of a line before the rest of a whole date.</summary>
    private bool IsTornDate(int i) =>
        tokens[i + 1].Glued && tokens[i + 2].Digits == 2 && Is(i + 3, Lexeme.Dot) && tokens[i + 3].Glued && Is(i + 4, Lexeme.Number) && tokens[i + 4].Digits == 4;

    /// <summary>«3 июня (понедельник)»: the day of the week in brackets only repeats the date.</summary>
    private int WeekdayBehind(int i) => Is(i, Lexeme.Open) && Is(i + 1, Lexeme.Weekday) && Is(i + 2, Lexeme.Close) ? i + 3 : i;

    /// <summary>The year of a day in figures: four digits, or two that are not the day of the next date («15.05. 20 мая»).</summary>
    private bool YearInFigures(int i, out int year)
    {
        ref var token = ref tokens[i];
        year = 0;
        if (token.Has(TokenMarks.Line) && token.Digits != 4) return false;
        if (token.Digits == 4) year = token.Value;
        else if (token.Digits == 2 && (token.Glued || At(i + 1) is Lexeme.Year) && !Is(i + 1, Lexeme.Month) && !(Is(i + 1, Lexeme.Dot) && Is(i + 2, Lexeme.Number) && tokens[i + 2].Glued)) year = Full(token.Value);
        return year is >= FirstYear and <= LastYear;
    }

    /// <summary>«30/11/2023», «30-11-2023», «01,06,2021», «30/11/23».</summary>
    private int Separated(int i, out CalendarUnit unit)
    {
        unit = default;
        // «15,05.2025» has one comma of two.
        if (!Is(i + 2, Lexeme.Number) || At(i + 3) != At(i + 1) && !(Is(i + 1, Lexeme.Comma) && Is(i + 3, Lexeme.Dot) && tokens[i] is { Digits: 2 } && tokens[i + 2] is { Digits: 2 } && i + 4 < tokens.Count && tokens[i + 4].Digits == 4) || !Is(i + 4, Lexeme.Number)) return i;
        ref var month = ref tokens[i + 2];
        ref var year = ref tokens[i + 4];
        if (!month.Glued || !tokens[i + 3].Glued || !year.Glued || month.Digits > 2 || month.Value is < 1 or > 12) return i;
        if (year.Digits != 4 && !(year.Digits == 2 && At(i + 1) == Lexeme.Slash) && !(year.Digits == 2 && At(i + 1) == Lexeme.Dash && tokens[i].Digits == 2 && month.Digits == 2 && year.Value < 40)) return i;
        if (Is(i + 5, Lexeme.Dash) && tokens[i + 5].Glued && Is(i + 6, Lexeme.Number)) return i;
        unit = DayOf(month.Value, tokens[i].Value) with { Year = year.Digits == 4 ? year.Value : Full(year.Value) };
        return SkipYearWord(i + 5);
    }

    /// <summary>«первое сентября», «до двадцать пятого декабря», «последний день мая», «первые пять дней июня».</summary>
    private int SpelledDate(int i, out CalendarUnit unit)
    {
        unit = default;
        var next = OrdinalNumber(i, out var number);
        if (next == i) return i;
        if (number > 0 && Is(next, Lexeme.DateNumber) && Is(next + 1, Lexeme.Month) && !tokens.PlainOf(i).EndsWith("ые") && !tokens.PlainOf(i).EndsWith("ых")) next++;
        if (Is(next, Lexeme.Month) && number > 0 && At(i) != Lexeme.Last && (At(i) == Lexeme.Ordinal || Is(next - 1, Lexeme.Ordinal) || Is(next - 1, Lexeme.DateNumber)))
        {
            unit = DayOf(tokens[next].Value, number);
            return YearBehind(next + 1, ref unit);
        }
        return EdgeDays(next, number, out unit) is var edge && edge > next ? edge : i;
    }

    /// <summary>«последний день мая», «первые 5 дней сентября», «последние числа мая», «в первых числах июня».</summary>
    private int EdgeDays(int i, int which, out CalendarUnit unit)
    {
        unit = default;
        if (which is not (1 or -1)) return i;
        var days = 1;
        var next = CardinalNumber(i, out var count);
        if (next > i) days = count;
        if (At(next) is Lexeme.Working or Lexeme.Calendar) next++;
        if (At(next) is Lexeme.DateNumber) days = 5;
        else if (At(next) is not (Lexeme.Day or Lexeme.Days)) return i;
        if (!Is(next + 1, Lexeme.Month) || days is < 1 or > 15) return i;
        var end = MonthUnit(next + 1, out var month);
        var last = WrittenDate.LastDay(Math.Max(month.Year, 0), month.FirstMonth);
        unit = which == 1 ? CalendarUnit.Of(days == 1 ? Grain.Day : Grain.Span, month.Year, month.FirstMonth, 1, month.FirstMonth, days)
            : CalendarUnit.Of(days == 1 ? Grain.Day : Grain.Span, month.Year, month.FirstMonth, last - days + 1, month.FirstMonth, last);
        unit.Uncertain = At(next) == Lexeme.DateNumber;
        return end;
    }
}
