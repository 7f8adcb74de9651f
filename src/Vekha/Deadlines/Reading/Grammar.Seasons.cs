namespace Vekha.Deadlines.Reading;

/// <summary>Seasons: «лето», «в весенне-летний период», «летние каникулы».</summary>
internal sealed partial class Grammar
{
    private int SeasonUnit(int i, out CalendarUnit unit)
    {
        unit = default;
        var season = tokens[i].Value;
        if (Is(i, Lexeme.Season))
        {
            unit = CalendarUnit.Season(CalendarUnit.NoYear, season);
            return SeasonYear(i + 1, ref unit);
        }
        // «весенний и осенний периоды»
        if (At(i + 1) is Lexeme.And or Lexeme.Comma && Is(i + 2, Lexeme.SeasonAdjective) && Unit(i + 2, out var other) > i + 2)
        {
            unit = CalendarUnit.Season(CalendarUnit.NoYear, season);
            return other.Grain == Grain.Season ? i + 1 : i;
        }
        // «весенне-летний период»
        var next = i + 1;
        var last = season;
        if (Is(next, Lexeme.Dash) && Is(next + 1, Lexeme.SeasonAdjective))
        {
            last = tokens[next + 1].Value;
            next += 2;
        }
        // «летний оздоровительный период»
        if (Is(next, Lexeme.Unknown) && At(next + 1) is Lexeme.Period or Lexeme.SeasonWord or Lexeme.Vacation) next++;
        if (Is(next, Lexeme.Vacation))
        {
            unit = Vacation(season);
            return SeasonYear(next + 1, ref unit);
        }
        if (At(next) is not (Lexeme.Period or Lexeme.SeasonWord or Lexeme.MonthsWord or Lexeme.Extent) && !IsWord(next, "врем")) return i;
        var first = CalendarUnit.Season(CalendarUnit.NoYear, season);
        var end = CalendarUnit.Season(CalendarUnit.NoYear, last);
        var crosses = first.FirstMonth > end.LastMonth;
        unit = CalendarUnit.Of(Grain.Season, CalendarUnit.NoYear, first.FirstMonth, 1, end.LastMonth, 0, crosses ? 1 : 0) with { Ordinal = (sbyte)season };
        return SeasonYear(next + 1, ref unit);
    }

    private int SeasonYear(int i, ref CalendarUnit unit)
    {
        var years = TwoYears(i, out var year);
        if (years == i) return YearBehind(i, ref unit);
        unit.Year = unit.FirstMonth < 8 ? year + 1 : year;
        return SkipYearWord(SchoolWordsFrom(years));
    }

    /// <summary>«отопительный сезон», «пожароопасный период 2022 года»: a time that the calendar does not know.</summary>
    private int SeasonOfWork(int i)
    {
        if (!(At(i + 1) is Lexeme.SeasonWord or Lexeme.Period) || PendingRole is Role.By or Role.NotLater or Role.From) return i;
        Add(TermKind.Ongoing, i, i + 2).Weak = true;
        var next = i + 2;
        var year = default(CalendarUnit);
        if (TwoYears(next, out _) is var years && years > next) return SkipYearWord(years);
        return YearBehind(next, ref year);
    }
}
