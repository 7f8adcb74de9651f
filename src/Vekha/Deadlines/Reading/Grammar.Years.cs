namespace Vekha.Deadlines.Reading;

/// <summary>Years: four and two digits, «г.», «текущего года», school years, and the year behind another unit.</summary>
internal sealed partial class Grammar
{
    private const int FirstYear = 1900, LastYear = 2199;

    private static int Full(int twoDigits) => twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;

    /// <summary>The year of the plan, or 0 when it is not known.</summary>
    private int PlanYear
    {
        get
        {
            usedContext = true;
            return Math.Max(contextYear, 0);
        }
    }

    private bool IsFourDigitYear(int i) => Is(i, Lexeme.Number) && tokens[i].Digits == 4 && tokens[i].Value is >= FirstYear and <= LastYear;

    /// <summary>«г.», «года», «гг.», «годы», also with a stray full stop before it.</summary>
    private int SkipYearWord(int i) => At(i) is Lexeme.Year or Lexeme.Years ? i + 1 : Is(i, Lexeme.Dot) && At(i + 1) is Lexeme.Year or Lexeme.Years && tokens[i + 1].Glued ? i + 2 : i;

    /// <summary>The year behind a day, month, quarter…: «2022 г.», «22 г.», «т.г.», «следующего года», «каждого года».</summary>
    private int YearBehind(int i, ref CalendarUnit unit)
    {
        var start = Is(i, Lexeme.Comma) && IsFourDigitYear(i + 1) && At(i + 2) is Lexeme.Year or Lexeme.End or Lexeme.Close ? i + 1 : i;
        // «май – 2023»
        if (Is(i, Lexeme.Dash) && IsFourDigitYear(i + 1) && At(i + 2) is Lexeme.End && (unit.Grain is Grain.Month or Grain.Quarter || tokens[i].Glued && tokens[i + 1].Glued)) start = i + 1;
        // «20__ г.»: the year is not written in.
        if (Is(i, Lexeme.Number) && tokens[i] is { Digits: 2, Value: 19 or 20 } && Is(i + 1, Lexeme.Blank) && tokens[i + 1].Glued) return SkipYearWord(i + 2);
        if (IsFourDigitYear(start)) return FourDigitsBehind(start, ref unit);
        if (Is(i, Lexeme.Filler) && IsWord(i, "вкл") && IsFourDigitYear(i + 1)) return FourDigitsBehind(i + 1, ref unit); // «по 30 апреля включительно 2025 г.»
        if (TornYear(i, out var torn) is var whole && whole > i)
        {
            unit.Year = torn;
            return SkipYearWord(whole);
        }
        if (Is(i, Lexeme.Number) && tokens[i].Digits == 2 && IsTwoDigitYear(i))
        {
            unit.Year = Full(tokens[i].Value);
            return SkipYearWord(i + 1);
        }
        // «3 кв 23»
        if (Is(i, Lexeme.Number) && tokens[i] is { Digits: 2, Value: >= 10 and < 60 } && Is(i + 1, Lexeme.End) && unit.Grain is Grain.Quarter or Grain.HalfYear)
        {
            unit.Year = Full(tokens[i].Value);
            return i + 1;
        }
        if (Is(i, Lexeme.Dot) && IsFourDigitYear(i + 1)) return FourDigitsBehind(i + 1, ref unit);
        // «май.22»
        if (Is(i, Lexeme.Dot) && tokens[i].Glued && Is(i - 1, Lexeme.Month) && Is(i + 1, Lexeme.Number) && tokens[i + 1] is { Digits: 2, Glued: true } && !IsConnector(At(i + 2)) && !Is(i + 2, Lexeme.Month))
        {
            unit.Year = Full(tokens[i + 1].Value);
            return SkipYearWord(i + 2);
        }
        if (Is(i, Lexeme.Open) && IsFourDigitYear(i + 1) && SkipYearWord(i + 2) is var close && Is(close, Lexeme.Close))
        {
            unit.Year = tokens[i + 1].Value;
            return close + 1;
        }
        return NamedYearBehind(i, ref unit);
    }

    /// <summary>«20 24 г.», «202 4», «2 024»: the figures of one year with a space among them, its word or the end behind them.</summary>
    private int TornYear(int i, out int year)
    {
        year = 0;
        if (!Is(i, Lexeme.Number) || !Is(i + 1, Lexeme.Number) || tokens[i].Digits + tokens[i + 1].Digits != 4 || !(At(i + 2) is Lexeme.Year or Lexeme.Years or Lexeme.End)) return i;
        for (var k = 0; k < tokens[i + 1].Digits; k++) year = year * 10 + 9;
        year = tokens[i].Value * (year + 1) + tokens[i + 1].Value;
        return year is >= 1990 and <= 2099 ? i + 2 : i;
    }

    /// <summary>«22 г.» behind a month, and «май.22» as a spreadsheet shows it.</summary>
    private bool IsTwoDigitYear(int i) => At(i + 1) is Lexeme.Year && tokens[i].Value < 70
        || tokens[i].Glued && i > 0 && tokens[i - 1].Has(TokenMarks.Shortened) && Is(i - 1, Lexeme.Month) && !IsConnector(At(i + 1)) && At(i + 1) != Lexeme.Month;

    private int FourDigitsBehind(int i, ref CalendarUnit unit)
    {
        // «январь 2023/2024 учебного года»: autumn is in the first of the two years, spring in the second.
        if (At(i + 1) is Lexeme.Slash or Lexeme.Dash && Is(i + 2, Lexeme.Number) && tokens[i + 2].Digits is 2 or 4 && SchoolWordsFrom(i + 3) is var end && end > i + 3)
        {
            unit.Year = tokens[i].Value + (unit.FirstMonth < 8 ? 1 : 0);
            return end;
        }
        unit.Year = tokens[i].Value;
        if (Is(i + 1, Lexeme.School) && Is(i + 2, Lexeme.Year)) return i + 3;
        return SkipYearWord(i + 1);
    }

    /// <summary>«учебного года», «уч. г.» in either part; the same place when they are not there.</summary>
    private int SchoolWordsFrom(int i)
    {
        if (!Is(i, Lexeme.School)) return i;
        var next = i + 1;
        if (Is(next, Lexeme.Slash)) next++;
        return At(next) is Lexeme.Year or Lexeme.Years ? next + 1 : next;
    }

    private int NamedYearBehind(int i, ref CalendarUnit unit)
    {
        switch (At(i))
        {
            case Lexeme.CurrentYear:
                unit.Year = PlanYear;
                unit.NamedByPlan = true;
                return i + 1;
            case Lexeme.Current or Lexeme.Next or Lexeme.Previous when SkipKindOfYear(i + 1) is var year && Is(year, Lexeme.Year):
                unit.Year = PlanYear + (At(i) == Lexeme.Next ? 1 : At(i) == Lexeme.Previous ? -1 : 0);
                if (unit.Year < 0) unit.Year = 0;
                unit.NamedByPlan = true;
                return year + 1;
            // «следующего за отчётным года»
            case Lexeme.Next when Is(i + 1, Lexeme.For) && ReportedYear(i + 2) is var end && end > i + 2 && Is(end - 1, Lexeme.Year):
                unit.Yearly = true;
                return end;
            // «отчётного года»
            case Lexeme.Reporting when Is(i + 1, Lexeme.Year):
                unit.Yearly = true;
                return i + 2;
            case Lexeme.Each when SkipKindOfYear(i + 1) is var each && Is(each, Lexeme.Year):
                unit.Yearly = true;
                return each + 1;
            // «года, следующего за отчётным», «года, предшествующего очередному финансовому году»
            case Lexeme.Year when SkipComma(i + 1) is var tail && At(tail) is Lexeme.Next or Lexeme.Preceding && (At(tail) == Lexeme.Preceding || Is(tail + 1, Lexeme.For)):
                unit.Yearly = true;
                return ReportedYear(tail + 1);
            default: return i;
        }
    }

    private int SkipComma(int i) => Is(i, Lexeme.Comma) ? i + 1 : i;

    /// <summary>«финансового», «календарного», «учебного» before «года».</summary>
    private int SkipKindOfYear(int i)
    {
        while (At(i) is Lexeme.Financial or Lexeme.Calendar or Lexeme.School || At(i) is Lexeme.Planned) i++;
        return i;
    }

    /// <summary>«отчётным (финансовым) (годом)», «очередному финансовому году»: to the end of the description.</summary>
    private int ReportedYear(int i)
    {
        var next = i;
        while (next - i < 7 && At(next) is Lexeme.For or Lexeme.Reporting or Lexeme.Next or Lexeme.Year or Lexeme.Financial or Lexeme.Calendar or Lexeme.Planned
                   or Lexeme.Period or Lexeme.Current or Lexeme.Previous or Lexeme.Day or Lexeme.School or Lexeme.Quarter
               || next - i is > 0 and < 7 && Is(next, Lexeme.Unknown) && IsWord(next, "провед")) next++;
        return next;
    }

    /// <summary>A year on its own: «2024 год», «текущий год», «в течение года», «весь год».</summary>
    private int YearUnit(int i, out CalendarUnit unit)
    {
        unit = default;
        switch (At(i))
        {
            case Lexeme.Number when tokens[i].Digits == 4 && (tokens[i].Value is >= 1990 and <= 2099 || IsFourDigitYear(i) && SkipYearWord(i + 1) > i + 1 && tokens[i].Value >= 1990):
                unit = CalendarUnit.YearOf(tokens[i].Value);
                return SkipYearWord(At(i + 1) is Lexeme.Calendar or Lexeme.Financial && Is(i + 2, Lexeme.Year) ? i + 2 : i + 1);
            // «20 23 год»
            case Lexeme.Number when tokens[i].Digits != 4 && At(i + 2) is Lexeme.Year && TornYear(i, out var torn) > i:
                unit = CalendarUnit.YearOf(torn);
                return i + 3;
            // «2021-23 гг.»
            case Lexeme.Number when tokens[i].Digits == 2 && (At(i + 1) is Lexeme.Years or Lexeme.Year || Is(i + 1, Lexeme.End) && tokens[i].Value > 12 && tokens[i].Glued) && Is(i - 1, Lexeme.Dash) && IsFourDigitYear(i - 2):
                unit = CalendarUnit.YearOf(Full(tokens[i].Value));
                return i + 2;
            case Lexeme.CurrentYear:
                unit = CalendarUnit.YearOf(PlanYear);
                return i + 1;
            case Lexeme.Current or Lexeme.Next or Lexeme.Previous:
                unit = CalendarUnit.YearOf(CalendarUnit.NoYear);
                if (SkipKindOfYear(i + 1) is var kind && Is(kind, Lexeme.Year) && kind > i + 1 && Is(kind - 1, Lexeme.School))
                {
                    unit = CalendarUnit.SchoolYear(PlanYear + (At(i) == Lexeme.Next ? 1 : 0));
                    return kind + 1;
                }
                return NamedYearBehind(i, ref unit);
            case Lexeme.Whole when SkipKindOfYear(i + 1) is var year && (Is(year, Lexeme.Year) || IsFourDigitYear(year)):
                return Is(year - 1, Lexeme.School) ? SchoolYearUnit(year - 1, out unit) : IsFourDigitYear(year) ? YearUnit(year, out unit) : WholeYear(year, out unit);
            case Lexeme.Whole when At(i + 1) is Lexeme.Season or Lexeme.SeasonAdjective or Lexeme.Month or Lexeme.Number: return Unit(i + 1, out unit) is var next && next > i + 1 ? next : i;
            case Lexeme.Calendar when Is(i + 1, Lexeme.Year): return WholeYear(i + 1, out unit);
            case Lexeme.Year when YearStandsAlone(i): return WholeYear(i, out unit);
            default: return i;
        }
    }

    private int WholeYear(int i, out CalendarUnit unit)
    {
        unit = CalendarUnit.YearOf(CalendarUnit.NoYear);
        return i + 1;
    }

    /// <summary>«в течение года», «до конца года»: the word alone means the year of the plan only behind these.</summary>
    private bool YearStandsAlone(int i) => At(i - 1) is Lexeme.Course or Lexeme.Extent or Lexeme.EndWord or Lexeme.Begin or Lexeme.Middle or Lexeme.Half or Lexeme.Finish
        || tokens.Count == 1 || At(i - 1) == Lexeme.In && PendingRole == Role.In && IsWord(i, "году");
}
