namespace Vekha.Deadlines.Reading;

/// <summary>School years: 1 September … 31 May, their halves and terms, and holidays from school.</summary>
internal sealed partial class Grammar
{
    /// <summary>«2024/2025 учебный год», «учебного 2022-23 года», «уч. год».</summary>
    private int SchoolYearUnit(int i, out CalendarUnit unit)
    {
        unit = default;
        var years = TwoYears(i, out var year);
        if (years > i)
        {
            var end = SchoolWordsFrom(years);
            if (end == years && !(Is(i + 1, Lexeme.Slash) && tokens[i + 2].Digits is 2 or 4)) return i;
            if (end == years) end = SkipYearWord(end);
            unit = CalendarUnit.SchoolYear(year);
            return end;
        }
        // «2023 учебный год»
        if (IsFourDigitYear(i) && Is(i + 1, Lexeme.School))
        {
            unit = CalendarUnit.SchoolYear(tokens[i].Value);
            return SchoolWordsFrom(i + 1);
        }
        if (!Is(i, Lexeme.School)) return i;
        if (TwoYears(i + 1, out year) is var behind && behind > i + 1)
        {
            unit = CalendarUnit.SchoolYear(year);
            return SkipYearWord(behind);
        }
        var next = SchoolWordsFrom(i);
        if (next == i + 1 && !Is(i + 1, Lexeme.End)) return i;
        unit = CalendarUnit.SchoolYear(CalendarUnit.NoYear);
        return TwoYears(next, out year) is var after && after > next ? Named(ref unit, year, SkipYearWord(after)) : next;
    }

    private static int Named(ref CalendarUnit unit, int year, int next)
    {
        unit.Year = year;
        return next;
    }

    /// <summary>«2022-2023», «2022/23», «2022 – 2023 гг.»: two years in a row.</summary>
    private int TwoYears(int i, out int first)
    {
        first = 0;
        if (!IsFourDigitYear(i)) return i;
        var sign = SkipYearWord(i + 1);
        if (At(sign) is not (Lexeme.Dash or Lexeme.Slash) || !Is(sign + 1, Lexeme.Number)) return i;
        first = tokens[i].Value;
        ref var second = ref tokens[sign + 1];
        var next = second.Digits == 4 ? second.Value : second.Digits == 2 ? first / 100 * 100 + second.Value : 0;
        return next == first + 1 ? sign + 2 : i;
    }

    /// <summary>«учебного года», «2022-2023 уч. г.» behind a half or a term.</summary>
    private int SchoolYearBehind(int i, out int year)
    {
        year = CalendarUnit.NoYear;
        var next = SchoolYearUnit(i, out var school);
        if (next > i) year = school.Year;
        return next;
    }

    /// <summary>«I полугодие 2023/2024 учебного года»: September–December, or January–May of the next year.</summary>
    private static CalendarUnit SchoolHalf(int year, int half) => (half == 1
        ? CalendarUnit.Of(Grain.SchoolTerm, year, 9, 1, 12, 31)
        : CalendarUnit.Of(Grain.SchoolTerm, year == CalendarUnit.NoYear ? year : year + 1, 1, 1, 5, 31)) with { Ordinal = (sbyte)half };

    /// <summary>«каникулы» say nothing of days: only those with a season are read, with a doubt.</summary>
    private int VacationUnit(int i, out CalendarUnit unit)
    {
        unit = default;
        return i;
    }

    private static CalendarUnit Vacation(int season) => (season switch
    {
        1 => CalendarUnit.Of(Grain.Span, CalendarUnit.NoYear, 12, 30, 1, 8, yearsOn: 1),
        2 => CalendarUnit.Of(Grain.Span, CalendarUnit.NoYear, 3, 24, 3, 31),
        4 => CalendarUnit.Of(Grain.Span, CalendarUnit.NoYear, 10, 28, 11, 5),
        _ => CalendarUnit.Season(CalendarUnit.NoYear, 3),
    }) with { Uncertain = season != 3 };
}
