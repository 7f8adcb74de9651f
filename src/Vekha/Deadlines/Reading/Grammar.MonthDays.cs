namespace Vekha.Deadlines.Reading;

/// <summary>Days that come in every month: «до 5 числа месяца, следующего за отчётным», «последний день квартала», «первая среда месяца».</summary>
internal sealed partial class Grammar
{
    /// <summary>«5 числа», «20-го числа каждого месяца», «15 каждого месяца», «последний день месяца».</summary>
    private int DayOfMonths(int i)
    {
        if (Is(i, Lexeme.Last)) return LastDayOfMonths(i);
        var next = OrdinalNumber(i, out var day);
        if (next == i || day is < 1 or > LastDayOfAnyMonth) return Is(i, Lexeme.Ordinal) ? NthWorkingDay(i, i + 1, 1) : i;
        if (NthWorkingDay(i, next, day) is var working && working > i) return working;
        var months = 0;
        int end;
        if (Is(next, Lexeme.DateNumber) && !Is(next + 1, Lexeme.Month)) end = MonthsBehind(next + 1, out months);
        // «15 каждого месяца», «до 20-го месяца, следующего за отчётным»
        else if (Is(next, Lexeme.Each) && At(next + 1) is Lexeme.MonthWord or Lexeme.Quarter || Is(next, Lexeme.MonthWord) && Is(next - 1, Lexeme.Number) && tokens[next - 1].Has(TokenMarks.Ordinal) && Is(SkipComma(next + 1), Lexeme.Next)
                 || Is(next, Lexeme.Next) && Is(next - 1, Lexeme.Number) && tokens[next - 1].Has(TokenMarks.Ordinal) && At(next + 1) is Lexeme.For or Lexeme.MonthWord)
            end = MonthsBehind(next, out months);
        // «с 1 по 10 число»
        else return i;
        return AddUnit(new CalendarUnit { Grain = Grain.MonthDay, Ordinal = (sbyte)day, Months = (sbyte)months, Year = CalendarUnit.NoYear }, i, end);
    }

    /// <summary>
    /// Which months: «каждого месяца», «следующего месяца», «месяца, следующего за отчётным кварталом», «первого месяца квартала».
    /// The widest period named tells how many months make one interval.
    /// </summary>
    private int MonthsBehind(int i, out int months)
    {
        months = 0;
        var next = SkipComma(i);
        if (!(At(next) is Lexeme.Each or Lexeme.MonthWord or Lexeme.Next or Lexeme.Current or Lexeme.Reporting or Lexeme.Quarter
              || At(next) is Lexeme.Ordinal or Lexeme.Last && Is(next + 1, Lexeme.MonthWord))) return i;
        var start = next;
        for (; next - start < 12; next++)
            switch (At(next))
            {
                case Lexeme.Quarter: months = Math.Max(months, 3); break;
                case Lexeme.HalfYear or Lexeme.HalfYearLong: months = Math.Max(months, 6); break;
                case Lexeme.Year: months = 12; break;
                case Lexeme.MonthWord or Lexeme.MonthsWord: months = Math.Max(months, 1); break;
                case Lexeme.Comma when At(next + 1) is Lexeme.Next or Lexeme.Preceding && next == start + 1: break;
                case Lexeme.Each or Lexeme.Next or Lexeme.Preceding or Lexeme.Current or Lexeme.Reporting or Lexeme.For or Lexeme.Period or Lexeme.Calendar or Lexeme.Financial or Lexeme.Finish: break;
                case Lexeme.Ordinal or Lexeme.Last when At(next + 1) is Lexeme.MonthWord: break;
                case Lexeme.After: break;
                default:
                    return months == 0 && !Is(next - 1, Lexeme.Period) && next == start ? i : Trimmed(start, next);
            }
        return next;
    }

    /// <summary>A description does not end with «за» or «после».</summary>
    private int Trimmed(int start, int next)
    {
        while (next > start && At(next - 1) is Lexeme.For or Lexeme.After or Lexeme.Comma or Lexeme.Each) next--;
        return next;
    }

    /// <summary>«последний день месяца», «последнее число квартала», «последний рабочий день каждого месяца».</summary>
    private int LastDayOfMonths(int i)
    {
        var next = i + 1;
        if (NthWorkingDay(i, next, -1) is var working && working > i) return working;
        if (Is(next, Lexeme.Calendar)) next++;
        if (At(next) is not (Lexeme.Day or Lexeme.DateNumber) || Is(next + 1, Lexeme.Month)) return i;
        var end = MonthsBehind(next + 1, out var months);
        if (end == next + 1)
        {
            // «последний день недели», «последний день года»
            if (Is(next + 1, Lexeme.Year)) return AddUnit(CalendarUnit.Day(CalendarUnit.NoYear, 12, 31), i, next + 2);
            if (Is(next + 1, Lexeme.Week)) return AddEvery(Repetition.Of(Frequency.Weekly) with { Weekdays = 1 }, i, next + 2);
            if (!Is(next, Lexeme.DateNumber)) return i;
        }
        return AddUnit(new CalendarUnit { Grain = Grain.MonthDay, Ordinal = -1, Months = (sbyte)months, Year = CalendarUnit.NoYear }, i, end);
    }

    /// <summary>«последний рабочий день месяца»: the last of the working days is a set position.</summary>
    private int NthWorkingDay(int i, int next, int which)
    {
        if (!Is(next, Lexeme.Working) || !Is(next + 1, Lexeme.Day)) return i;
        var behind = next + 2;
        if (Is(behind, Lexeme.Unknown)) return i;
        while (At(behind) is Lexeme.Each or Lexeme.Current) behind++;
        var repetition = At(behind) switch
        {
            Lexeme.MonthWord => Repetition.Of(Frequency.Monthly),
            Lexeme.Quarter => Repetition.Of(Frequency.Monthly, 3),
            Lexeme.HalfYear => Repetition.Of(Frequency.Monthly, 6),
            Lexeme.Week => Repetition.Of(Frequency.Weekly) with { Weekdays = (byte)(which > 0 ? 1 << Math.Min(which, 5) : 1 << 5) },
            _ => default,
        };
        // «до 5-го рабочего дня месяца, следующего за отчётным кварталом»
        if (repetition.Frequency == Frequency.Monthly && repetition.Interval == 1 && MonthsBehind(behind, out var months) is var end && end > behind)
        {
            repetition.Interval = (short)Math.Max(months, 1);
            behind = end - 1;
        }
        // «ежемесячно, последний рабочий день»
        if (repetition.Interval == 0 && LastRepetition() is var k and >= 0 && terms[k].Repetition.Frequency == Frequency.Monthly && IsPlain(terms[k].Repetition) && !StartsUnit(behind))
        {
            terms[k].Repetition.Weekdays = WorkingWeek;
            terms[k].Repetition.Positions = which > 0 ? 1u << which : 1u;
            return behind;
        }
        if (repetition.Interval == 0) return i;
        if (repetition.Frequency == Frequency.Monthly)
        {
            repetition.Weekdays = WorkingWeek;
            repetition.Positions = which > 0 ? 1u << which : 1u;
        }
        return AddEvery(repetition, i, behind + 1);
    }

    /// <summary>«первая среда месяца», «вторая и четвёртая пятница каждого месяца», «последний четверг»; <paramref name="first"/> is where the term starts.</summary>
    private int NthWeekdayOfMonths(int i, int first)
    {
        var positions = 0u;
        var next = i;
        for (var count = 0; count < 6; count++)
        {
            var behind = OrdinalNumber(next, out var number);
            if (behind == next || number is 0 or > 5 || Is(next, Lexeme.Cardinal)) return i;
            positions |= number == -1 ? 1u : 1u << number;
            next = behind;
            if (At(next) is not (Lexeme.And or Lexeme.Comma)) break;
            next++;
        }
        if (At(next) is not (Lexeme.Weekday or Lexeme.WeekdayPlural)) return i;
        var weekday = tokens[next].Value;
        next++;
        if (Is(next, Lexeme.Month)) return i;
        var months = next;
        while (At(months) is Lexeme.Each or Lexeme.Current) months++;
        var interval = At(months) is Lexeme.MonthWord or Lexeme.Quarter ? Interval(months, out var repetition) : Same(months, out repetition);
        var monthly = interval > months || Is(first, Lexeme.Each) == false;
        if (!monthly) return i;
        if (interval == months)
        {
            repetition = Repetition.Of(Frequency.Monthly);
            interval = next;
        }
        return AddEvery(repetition with { Weekdays = (byte)(1 << weekday), Positions = positions }, first, interval);
    }

    /// <summary>
    /// «в конце каждого квартала», «ежемесячно до конца месяца»: the last day of each. Behind «до» without «каждый» or another
    /// repetition («до конца месяца») it is an event of the month at hand.
    /// </summary>
    private int EdgeOfEach(int i, bool isDue)
    {
        if (!(At(i) is Lexeme.Begin or Lexeme.EndWord)) return i;
        var next = i + 1;
        while (At(next) is Lexeme.Each or Lexeme.Current) next++;
        if (isDue && !(next > i + 1 && Is(i + 1, Lexeme.Each)) && !HasRepetition() || Is(next, Lexeme.Number) || Is(next, Lexeme.Cardinal)) return i;
        if (!(At(next) is Lexeme.MonthWord or Lexeme.Quarter or Lexeme.HalfYear)) return i;
        var end = Interval(next, out var repetition);
        if (end == next) return i;
        if (!isDue) Ask(SoftWords);
        return AddEvery(repetition with { MonthDays = Is(i, Lexeme.Begin) ? 2u : 1u }, i, end);
    }

    /// <summary>The repetition said last, with nothing but signs behind it; −1 without one.</summary>
    private int LastRepetition()
    {
        var k = termCount - 1;
        while (k >= 0 && terms[k].Kind is TermKind.Comma or TermKind.Dash or TermKind.Role) k--;
        return k >= 0 && terms[k].Kind == TermKind.Every ? k : -1;
    }

    /// <summary>«в последний месяц квартала», «первый месяц полугодия»: once in each of them.</summary>
    private int MonthOfInterval(int i)
    {
        var next = OrdinalNumber(i, out _);
        if (next == i || !Is(next, Lexeme.MonthWord) || !(At(next + 1) is Lexeme.Quarter or Lexeme.HalfYear)) return i;
        return Interval(next + 1, out var repetition) is var end && end > next + 1 ? AddEvery(repetition, i, end) : i;
    }

    private bool HasRepetition()
    {
        for (var k = 0; k < termCount; k++)
            if (terms[k].Kind == TermKind.Every) return true;
        return false;
    }

    private static int Same(int i, out Repetition repetition)
    {
        repetition = default;
        return i;
    }

    /// <summary>«первая неделя месяца», «третья декада каждого месяца»: the days of it.</summary>
    private int PartOfMonths(int i)
    {
        var next = OrdinalNumber(i, out var number);
        if (next == i || At(next) is not (Lexeme.Week or Lexeme.Decade) || number == 0) return i;
        var months = next + 1;
        while (At(months) is Lexeme.Each or Lexeme.Current) months++;
        if (!Is(months, Lexeme.MonthWord)) return i;
        var decade = Is(next, Lexeme.Decade);
        var length = decade ? 10 : 7;
        uint days = 0;
        // «последняя неделя месяца» ends with its last day, as «последняя неделя мая» does.
        if (number == -1 && !decade)
        {
            for (var day = 25; day <= LastDayOfAnyMonth; day++) days |= 1u << day;
            return AddEvery(Repetition.Of(Frequency.Monthly) with { MonthDays = days }, i, months + 1);
        }
        if (number == -1) number = 3;
        if (number > (decade ? 3 : 4)) return i;
        for (var day = (number - 1) * length + 1; day <= (decade && number == 3 ? 31 : number * length); day++) days |= 1u << day;
        return AddEvery(Repetition.Of(Frequency.Monthly) with { MonthDays = days }, i, months + 1);
    }
}
