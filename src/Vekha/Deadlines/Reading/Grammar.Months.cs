namespace Vekha.Deadlines.Reading;

/// <summary>Months, quarters, half-years, decades and weeks of a month, beginnings, middles and ends.</summary>
internal sealed partial class Grammar
{
    /// <summary>«май», «в мае 2022 г.», «окт.21», «май месяц».</summary>
    private int MonthUnit(int i, out CalendarUnit unit)
    {
        unit = default;
        if (!Is(i, Lexeme.Month)) return i;
        unit = CalendarUnit.Month(CalendarUnit.NoYear, tokens[i].Value);
        var next = Is(i + 1, Lexeme.MonthWord) ? i + 2 : i + 1;
        if (Is(next, Lexeme.Dash) && tokens[next].Glued && tokens[i].Has(TokenMarks.CanShorten) && Is(next + 1, Lexeme.Number) && tokens[next + 1].Glued && tokens[next + 1] is { Digits: 2, Value: > 12 and < 50 } && Is(next + 2, Lexeme.End))
        {
            unit.Year = Full(tokens[next + 1].Value); // «май-22» of a spreadsheet
            return next + 2;
        }
        // «июль 25»: behind the nominative no day can stand.
        if (Is(next, Lexeme.Number) && tokens[next] is { Digits: 2, Value: >= 20 and < 50 } && Is(next + 1, Lexeme.End) && termCount == 0 && tokens.PlainOf(i) is [.., 'ь' or 'т' or 'й']
            && (contextYear <= 0 || Math.Abs(Full(tokens[next].Value) - contextYear) <= 3))
        {
            unit.Year = Full(tokens[next].Value);
            return next + 1;
        }
        return YearBehind(next, ref unit);
    }

    /// <summary>«IV квартал», «2-е полугодие», «третья декада мая», «2 неделя сентября», «третья суббота мая», «первая половина июня».</summary>
    private int Ordered(int i, out CalendarUnit unit)
    {
        unit = default;
        var next = OrdinalNumber(i, out var number);
        if (next == i) return i;
        if (At(next) is Lexeme.Dot or Lexeme.Dash && At(next + 1) is Lexeme.Quarter or Lexeme.HalfYear) next++; // «3-кв.»
        if (Is(next, Lexeme.Open)) next = InBrackets(next);
        if (Is(next, Lexeme.School) && At(next + 1) is Lexeme.SchoolTerm or Lexeme.HalfYear or Lexeme.Trimester or Lexeme.Semester) next++;
        if (Is(next, Lexeme.Calendar) && At(next + 1) is Lexeme.Quarter or Lexeme.Week) next++;
        switch (At(next))
        {
            case Lexeme.Quarter: return QuarterUnit(i, next, number, out unit);
            case Lexeme.HalfYear: return HalfYearUnit(i, next, number, out unit);
            case Lexeme.SchoolTerm when number is >= 1 and <= 4: return TermUnit(next, CalendarUnit.SchoolTerm(CalendarUnit.NoYear, number), out unit);
            case Lexeme.Semester when number is 1 or 2: return TermUnit(next, SchoolHalf(CalendarUnit.NoYear, number), out unit);
            case Lexeme.Trimester when number is >= 1 and <= 3: return TermUnit(next, Trimester(number), out unit);
            case Lexeme.Decade or Lexeme.Week: return PartOfMonth(i, next, number, out unit);
            case Lexeme.Month when IsDecade(next): return PartOfMonth(i, next, number, out unit);
            case Lexeme.Weekday when number is >= -1 and <= 5 and not 0 && !Is(i, Lexeme.Cardinal): return NthWeekdayUnit(i, next, number, out unit);
            case Lexeme.Half when number is 1 or 2 && At(i) != Lexeme.Cardinal: return HalfOf(next, number, out unit) is var half && half > next ? half : i;
            default: return i;
        }
    }

    private int QuarterUnit(int i, int next, int number, out CalendarUnit unit)
    {
        unit = default;
        // «11 кв.», «111 кв.»: ones for Roman signs.
        number = number switch { 11 => 2, 111 => 3, -1 => 4, _ => number };
        if (number is < 1 or > 4 || At(i) == Lexeme.Cardinal || tokens.PlainOf(next) is "кв" && IsWord(next + 1, "м") && tokens[next + 1].PlainLength <= 5 && !Is(next + 1, Lexeme.Month)) return i;
        unit = CalendarUnit.Quarter(CalendarUnit.NoYear, number);
        next++;
        if (Is(next, Lexeme.Dot)) next = At(next + 1) is Lexeme.Number or Lexeme.Year ? next + 1 : next;
        return YearBehind(next, ref unit);
    }

    private int HalfYearUnit(int i, int next, int number, out CalendarUnit unit)
    {
        unit = default;
        number = number switch { 11 => 2, -1 => 2, _ => number };
        if (number is not (1 or 2) || At(i) == Lexeme.Cardinal) return i;
        if (SchoolYearBehind(next + 1, out var school) is var end && end > next + 1)
        {
            unit = SchoolHalf(school == CalendarUnit.NoYear && contextYear > 0 ? PlanYear : school, number);
            return end;
        }
        unit = CalendarUnit.HalfYear(CalendarUnit.NoYear, number);
        return YearBehind(next + 1, ref unit);
    }

    private int TermUnit(int next, in CalendarUnit term, out CalendarUnit unit)
    {
        unit = term;
        var end = SchoolYearBehind(next + 1, out var school);
        if (end == next + 1) return YearBehind(next + 1, ref unit);
        if (school != CalendarUnit.NoYear) unit.Year = school + (unit.FirstMonth < 9 ? 1 : 0);
        return end;
    }

    private static CalendarUnit Trimester(int number) => (number switch
    {
        1 => CalendarUnit.Of(Grain.SchoolTerm, CalendarUnit.NoYear, 9, 1, 11, 30),
        2 => CalendarUnit.Of(Grain.SchoolTerm, CalendarUnit.NoYear, 12, 1, 2, 0, yearsOn: 1),
        _ => CalendarUnit.Of(Grain.SchoolTerm, CalendarUnit.NoYear, 3, 1, 5, 31),
    }) with { Ordinal = (sbyte)number, Uncertain = true };

    /// <summary>«дек.» before another month is a decade and no December.</summary>
    private bool IsDecade(int i) => Is(i, Lexeme.Decade) || Is(i, Lexeme.Month) && Is(i + 1, Lexeme.Month) && tokens.PlainOf(i) is "дек";

    /// <summary>«Квартал II», «полугодие 2»: the number behind its noun.</summary>
    private int NumberBehind(int i, out CalendarUnit unit)
    {
        unit = default;
        var at = At(i + 1) is Lexeme.Dash or Lexeme.Colon or Lexeme.NumberSign ? i + 2 : i + 1;
        if (At(at) == Lexeme.End) return i;
        var number = tokens[at].Roman;
        if (Is(at, Lexeme.Number) && tokens[at].Digits == 1) number = (byte)tokens[at].Value;
        if (number is 0 or > 4) return i;
        // «квартал 2 раза», «квартал 1 мая»: the number belongs to what follows.
        if (!(At(at + 1) is Lexeme.End or Lexeme.Close or Lexeme.CurrentYear or Lexeme.Current or Lexeme.Next || IsConnector(At(at + 1)) && !(Is(at + 1, Lexeme.Dot) && Is(at + 2, Lexeme.Number))
            || IsFourDigitYear(at + 1) || tokens[at + 1].Has(TokenMarks.Line))) return i;
        switch (At(i))
        {
            case Lexeme.Quarter: unit = CalendarUnit.Quarter(CalendarUnit.NoYear, number); break;
            case Lexeme.HalfYear when number <= 2: unit = CalendarUnit.HalfYear(CalendarUnit.NoYear, number); break;
            case Lexeme.SchoolTerm: unit = CalendarUnit.SchoolTerm(CalendarUnit.NoYear, number); break;
            default: return i;
        }
        return YearBehind(at + 1, ref unit);
    }

    private int PartOfMonth(int i, int next, int number, out CalendarUnit unit)
    {
        unit = default;
        var decade = IsDecade(next);
        var most = decade ? 3 : 5;
        if (!Is(next + 1, Lexeme.Month) || number == 0 || number > most || number < -1) return i;
        var end = MonthUnit(next + 1, out var month);
        if (number == -1 && !decade)
        {
            var last = WrittenDate.LastDay(Math.Max(month.Year, 0), month.FirstMonth);
            unit = CalendarUnit.Of(Grain.Span, month.Year, month.FirstMonth, last - 6, month.FirstMonth, 0);
            return end;
        }
        if (number == -1) number = most;
        unit = decade ? CalendarUnit.Decade(month.Year, month.FirstMonth, number) : CalendarUnit.Week(month.Year, month.FirstMonth, number);
        unit.Yearly = month.Yearly;
        return end;
    }

    private int NthWeekdayUnit(int i, int next, int number, out CalendarUnit unit)
    {
        unit = default;
        if (!Is(next + 1, Lexeme.Month)) return i;
        var end = MonthUnit(next + 1, out var month);
        unit = month with { Grain = Grain.NthWeekday, Ordinal = (sbyte)number, Weekday = (sbyte)tokens[next].Value };
        return end;
    }

    /// <summary>«половина мая», «вторая половина 2022 года» (<paramref name="first"/> 1 or 2; 0 when the number is missing).</summary>
    private int HalfOf(int i, int first, out CalendarUnit unit)
    {
        unit = default;
        if (first == 0) return i;
        var next = Unit(i + 1, out var whole);
        if (next == i + 1) return i;
        switch (whole.Grain)
        {
            case Grain.Month:
                unit = CalendarUnit.Of(Grain.Span, whole.Year, whole.FirstMonth, first == 1 ? 1 : 16, whole.FirstMonth, first == 1 ? 15 : 0);
                break;
            case Grain.Year:
                unit = CalendarUnit.HalfYear(whole.Year, first);
                break;
            case Grain.SchoolYear:
                unit = SchoolHalf(whole.Year == CalendarUnit.NoYear && contextYear > 0 ? PlanYear : whole.Year, first);
                break;
            case Grain.Season:
                var middle = (whole.FirstMonth % 12) + 1;
                unit = first == 1 ? CalendarUnit.Of(Grain.Span, whole.Year, whole.FirstMonth, 1, middle, 15, whole.YearsOn)
                    : CalendarUnit.Of(Grain.Span, whole.HasYear ? whole.Year + whole.YearsOn : whole.Year, middle, 16, whole.LastMonth, 0);
                break;
            default: return i;
        }
        unit.Yearly = whole.Yearly;
        return next;
    }

    /// <summary>«начало мая», «в середине 2025 года», «до конца II квартала», «конец учебного года».</summary>
    private int EdgeUnit(int i, out CalendarUnit unit)
    {
        unit = default;
        var edge = At(i) switch { Lexeme.Begin => Edge.Begin, Lexeme.Middle => Edge.Middle, _ => Edge.End };
        // «в начале и в конце учебного года»
        var other = i + 1;
        if (At(other) is Lexeme.And or Lexeme.Comma && tokens[other].Roman == 0)
        {
            other++;
            if (At(other) is Lexeme.In or Lexeme.On) other++;
            if (At(other) is Lexeme.Begin or Lexeme.Middle or Lexeme.EndWord && Unit(other, out unit) > other)
            {
                unit.Edge = edge;
                return i + 1;
            }
            return i;
        }
        // «начало – 01.02.2022» is not a part of a day.
        var next = Unit(i + 1, out unit);
        if (next == i + 1 || unit.Grain is Grain.Day or Grain.Bare or Grain.MonthDay or Grain.NthWeekday || unit.Edge != Edge.Whole) return i;
        if (unit.Grain == Grain.SchoolYear && edge == Edge.Begin && unit.HasYear == false) unit.YearsOn = 1;
        unit.Edge = edge;
        return next;
    }

    /// <summary>What the soft words mean in days.</summary>
    private static CalendarUnit SoftPart(in CalendarUnit unit) => (unit.Edge, unit.Grain) switch
    {
        (Edge.Begin, Grain.Month) => CalendarUnit.Of(Grain.Span, unit.Year, unit.FirstMonth, 1, unit.FirstMonth, 10),
        (Edge.Middle, Grain.Month) => CalendarUnit.Of(Grain.Span, unit.Year, unit.FirstMonth, 11, unit.FirstMonth, 20),
        (Edge.End, Grain.Month) => CalendarUnit.Of(Grain.Span, unit.Year, unit.FirstMonth, 21, unit.FirstMonth, 0),
        (Edge.Begin, Grain.Year or Grain.SchoolYear or Grain.Quarter or Grain.HalfYear or Grain.Season) => CalendarUnit.Month(unit.Year, unit.FirstMonth),
        (Edge.End, Grain.Year or Grain.SchoolYear or Grain.Quarter or Grain.HalfYear or Grain.Season) => CalendarUnit.Month(unit.Year + unit.YearsOn, unit.LastMonth),
        (Edge.Middle, Grain.Year) => CalendarUnit.Of(Grain.Span, unit.Year, 6, 1, 7, 31),
        (Edge.Middle, Grain.Quarter or Grain.Season) => CalendarUnit.Month(unit.Year + (unit.FirstMonth == 12 ? 1 : 0), unit.FirstMonth % 12 + 1),
        (Edge.Middle, Grain.SchoolYear) => CalendarUnit.Of(Grain.Span, unit.Year, 12, 1, 1, 31, yearsOn: 1),
        _ => unit,
    };
}
