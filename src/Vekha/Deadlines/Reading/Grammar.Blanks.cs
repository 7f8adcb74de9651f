namespace Vekha.Deadlines.Reading;

/// <summary>Days that nobody wrote in: «___ декабря 2020», «до __.05.2023», ««__» ______ 2023 г.». A lost day is asked for, never guessed.</summary>
internal sealed partial class Grammar
{
    private static readonly string DayNotWritten = "День в документе не вписан или невозможен. Какой он?";

    private int BlankDate(int i, out CalendarUnit unit)
    {
        unit = default;
        var next = i + 1;
        if (Is(next, Lexeme.Month))
        {
            unit = CalendarUnit.Month(CalendarUnit.NoYear, tokens[next].Value) with { Lost = true };
            return YearBehind(next + 1, ref unit);
        }
        if (At(next) is Lexeme.Dot or Lexeme.Slash && Is(next + 1, Lexeme.Number) && tokens[next + 1] is { Digits: <= 2, Value: >= 1 and <= 12 })
        {
            unit = CalendarUnit.Month(CalendarUnit.NoYear, tokens[next + 1].Value) with { Lost = true };
            return YearBehind(Is(next + 2, Lexeme.Slash) ? next + 3 : next + 2, ref unit);
        }
        while (At(next) is Lexeme.Blank or Lexeme.Dot or Lexeme.Slash) next++;
        if (!IsFourDigitYear(next)) return i;
        unit = CalendarUnit.YearOf(tokens[next].Value) with { Lost = true };
        return SkipYearWord(next + 1);
    }

    /// <summary>«32 мая», «31.13.2023»: no such day is in any calendar.</summary>
    private int NoSuchDate(int i, out CalendarUnit unit)
    {
        unit = default;
        var possible = tokens[i].Value is >= 1 and <= LastDayOfAnyMonth;
        if (!possible && Is(i + 1, Lexeme.Month))
        {
            unit = CalendarUnit.Month(CalendarUnit.NoYear, tokens[i + 1].Value) with { Lost = true };
            return YearBehind(i + 2, ref unit);
        }
        if (tokens[i].Digits != 2 || !Is(i + 1, Lexeme.Dot) || !Is(i + 2, Lexeme.Number) || tokens[i + 2].Digits != 2 || !Is(i + 3, Lexeme.Dot) || !IsFourDigitYear(i + 4) || !tokens[i + 2].Glued) return i;
        if (possible && tokens[i + 2].Value is >= 1 and <= 12) return i;
        unit = CalendarUnit.YearOf(tokens[i + 4].Value) with { Lost = true };
        return SkipYearWord(i + 5);
    }

    /// <summary>Asks for a day that is not written in; false when all days are.</summary>
    private bool AskLostDay(in Item item)
    {
        if (!item.Unit.Lost && !(item.IsSpan && item.UnitTo.Lost)) return false;
        Deadline likely = item.IsSpan ? SpanOf(item)
            : item.Role is Role.By or Role.NotLater or Role.Through or Role.Finish ? new Deadline.By(item.Unit.Last)
            : new Deadline.During(item.Unit.First, item.Unit.Last);
        Once(Nothing);
        Ask(DayNotWritten, likely);
        return true;
    }
}
