namespace Vekha.Deadlines.Reading;

/// <summary>Repetitions: «ежеквартально», «не реже 2 раз в месяц», «каждую среду», «первая пятница месяца», «по вторникам».</summary>
internal sealed partial class Grammar
{
    /// <summary>«ежедневно» 1 … «ежегодно» 5, then the half-year and the decade.</summary>
    private static Repetition Adverb(int value) => value switch
    {
        1 => Repetition.Of(Frequency.Daily),
        2 => Repetition.Of(Frequency.Weekly),
        3 => Repetition.Of(Frequency.Monthly),
        4 => Repetition.Of(Frequency.Monthly, 3),
        5 => Repetition.Of(Frequency.Yearly),
        6 => Repetition.Of(Frequency.Monthly, 6),
        _ => Repetition.Of(Frequency.Daily, 10),
    };

    private int Recurring(int i)
    {
        var next = i;
        switch (At(i))
        {
            case Lexeme.Every:
                // «1 раз еженедельно», «ежегодный»
                return AddEvery(Adverb(tokens[i].Value), i, i + 1);
            case Lexeme.Each: return Each(i);
            case Lexeme.Last or Lexeme.Ordinal or Lexeme.Number:
                if ((next = NthWeekdayOfMonths(i, i)) > i || (next = DayOfMonths(i)) > i || (next = PartOfMonths(i)) > i || (next = MonthOfInterval(i)) > i) return next;
                break;
        }
        return HowOften(i);
    }

    /// <summary>«не реже», «не менее чем», «минимум», «до», «по» before «2 раза».</summary>
    private int SkipComparison(int i)
    {
        var next = i;
        if (At(next) is Lexeme.Not && At(next + 1) is Lexeme.Rarer or Lexeme.Less or Lexeme.Oftener or Lexeme.More or Lexeme.Later) next += 2;
        else if (At(next) is Lexeme.Rarer or Lexeme.Less or Lexeme.Until or Lexeme.Along or Lexeme.More) next++;
        while (At(next) is Lexeme.Comma or Lexeme.Than or Lexeme.Filler && next > i) next++;
        return next;
    }

    /// <summary>«не реже 2 раз в месяц», «1 р/квартал», «раз в 2 недели», «дважды в год».</summary>
    private int HowOften(int i)
    {
        var start = SkipComparison(i);
        var next = start;
        var times = 1;
        if (Is(next, Lexeme.Twice)) times = tokens[next++].Value;
        else
        {
            var number = CardinalNumber(next, out var count);
            if (number > next)
            {
                times = count;
                next = number;
                // «1–2 раза»: at least the first number.
                if (At(next) is Lexeme.Dash or Lexeme.Until && CardinalNumber(next + 1, out _) is var second && second > next + 1 && Is(second, Lexeme.Times)) next = second;
            }
            if (Is(next, Lexeme.Times)) next++;
            else if (number > start && ThingsPerInterval(next) is var things && things > next) next = things;
            else return i;
        }
        if (times is < 1 or > 1000) return i;
        var unit = IntervalBehind(next, out var repetition);
        if (unit == next && !Is(next, Lexeme.Every) && TimesOfLast(times)) return next;
        if (unit == next) return Is(next, Lexeme.Every) ? AddEvery(Adverb(tokens[next].Value) with { Times = (short)times }, i, next + 1) : i;
        repetition.Times = (short)times;
        return AddEvery(repetition, i, unit);
    }

    /// <summary>«еженедельно, не менее 3 раз»: how often, said behind a repetition that did not say it.</summary>
    private bool TimesOfLast(int times)
    {
        var k = termCount - 1;
        while (k >= 0 && terms[k].Kind == TermKind.Comma) k--;
        if (k < 0 || terms[k].Kind != TermKind.Every || terms[k].Repetition.Times >= 0) return false;
        terms[k].Repetition.Times = (short)times;
        return true;
    }

    /// <summary>«(2) мероприятия в квартал», «(1) занятие в неделю»: what is counted, up to the interval that it is counted in.</summary>
    private int ThingsPerInterval(int i)
    {
        var next = i;
        while (next - i < 3 && At(next) is Lexeme.Unknown or Lexeme.Point or Lexeme.Act or Lexeme.Schedule or Lexeme.Step && !tokens[next].Has(TokenMarks.Line)) next++;
        if (next == i || !(At(next) is Lexeme.In or Lexeme.Slash)) return i;
        var interval = IntervalBehind(next, out var repetition);
        return interval > next && repetition is not { Frequency: Frequency.Daily } && !Is(interval, Lexeme.Month) && !IsFourDigitYear(interval) ? next : i;
    }

    /// <summary>«в 2 недели», «/квартал», «за год», «в течение учебного года», «в каждом квартале».</summary>
    private int IntervalBehind(int i, out Repetition repetition)
    {
        repetition = default;
        var next = i;
        if (At(next) is Lexeme.In or Lexeme.For or Lexeme.Slash or Lexeme.On or Lexeme.Along) next++;
        if (At(next) is Lexeme.Course or Lexeme.Extent) next++;
        while (At(next) is Lexeme.Each or Lexeme.Whole or Lexeme.Current) next++;
        var interval = Interval(next, out repetition);
        return interval > next ? interval : i;
    }

    /// <summary>«3 месяца», «квартал», «две недели», «полугодие», «учебный год», «10 дней».</summary>
    private int Interval(int i, out Repetition repetition)
    {
        repetition = default;
        var next = CardinalNumber(i, out var count);
        if (next == i) count = 1;
        if (count is < 1 or > 400) return i;
        if (At(next) is Lexeme.Working or Lexeme.Calendar or Lexeme.School or Lexeme.Financial) next++;
        switch (At(next))
        {
            case Lexeme.Day or Lexeme.Days or Lexeme.DayAndNight: repetition = Repetition.Of(Frequency.Daily, count); break;
            case Lexeme.Week or Lexeme.Weeks: repetition = Repetition.Of(Frequency.Weekly, count); break;
            case Lexeme.MonthWord or Lexeme.MonthsWord: repetition = Repetition.Of(Frequency.Monthly, count); break;
            case Lexeme.Quarter or Lexeme.SchoolTerm or Lexeme.Trimester: repetition = Repetition.Of(Frequency.Monthly, 3 * count); break;
            case Lexeme.HalfYear or Lexeme.HalfYearLong or Lexeme.Semester: repetition = Repetition.Of(Frequency.Monthly, 6 * count); break;
            case Lexeme.Year or Lexeme.Years or Lexeme.YearsOfAge or Lexeme.SeasonWord: repetition = Repetition.Of(Frequency.Yearly, count); break;
            case Lexeme.Decade: repetition = Repetition.Of(Frequency.Daily, 10 * count); break;
            default: return i;
        }
        // «раз в год», but «2 раза в 2022 году» speaks of one year
        return next + 1;
    }

    /// <summary>«каждую среду», «каждые 2 недели», «каждый второй вторник месяца», «каждое 25-е число», «каждый рабочий день».</summary>
    private int Each(int i)
    {
        var start = i + 1;
        if (At(start) is Lexeme.Working && At(start + 1) is Lexeme.Day) return AddEvery(Repetition.Of(Frequency.Weekly) with { Weekdays = WorkingWeek }, i, start + 2);
        var next = Interval(start, out var repetition);
        if (next > start) return AddEvery(repetition, i, next);
        if (At(start) is Lexeme.Weekday or Lexeme.WeekdayPlural or Lexeme.Workdays or Lexeme.Weekend)
        {
            var days = Weekdays(start, out var mask);
            return AddEvery(Repetition.Of(Frequency.Weekly) with { Weekdays = mask }, i, days);
        }
        if (Is(start, Lexeme.Month)) return AddEvery(Repetition.Of(Frequency.Yearly) with { Months = (ushort)(1 << tokens[start].Value) }, i, start + 1);
        if (Is(start, Lexeme.Season)) return AddEvery(Repetition.Of(Frequency.Yearly) with { Months = MonthsOf(CalendarUnit.Season(0, tokens[start].Value)) }, i, start + 1);
        if ((next = NthWeekdayOfMonths(start, i)) > start || (next = DayOfMonths(start)) > start) return next;
        // «каждый второй месяц», «каждую вторую неделю», «каждый второй понедельник»
        var number = OrdinalNumber(start, out var every);
        if (number == start || every is < 1 or > 12) return i;
        if (Interval(number, out repetition) is var interval && interval > number)
            return AddEvery(repetition with { Interval = (short)(repetition.Interval * every) }, i, interval);
        return Is(number, Lexeme.Weekday) ? AddEvery(Repetition.Of(Frequency.Weekly, every) with { Weekdays = (byte)(1 << tokens[number].Value) }, i, number + 1) : i;
    }

    private const byte WorkingWeek = 0b0111110, WeekEnd = 0b1000001;

    /// <summary>«понедельник, среду и пятницу», «пн–пт».</summary>
    private int Weekdays(int i, out byte mask)
    {
        mask = 0;
        var next = i;
        var last = -1;
        for (var count = 0; count < 14; count++)
        {
            switch (At(next))
            {
                case Lexeme.Weekday or Lexeme.WeekdayPlural:
                    var day = tokens[next].Value;
                    mask |= (byte)(1 << day);
                    if (last >= 0 && Is(next - 1, Lexeme.Dash))
                        for (var k = last; k != day; k = (k + 1) % 7) mask |= (byte)(1 << k);
                    last = day;
                    next++;
                    break;
                case Lexeme.Workdays:
                    mask |= WorkingWeek;
                    next++;
                    break;
                case Lexeme.Weekend:
                    mask |= WeekEnd;
                    next++;
                    break;
                default: return next;
            }
            if (At(next) is Lexeme.Day or Lexeme.Days) next++;
            var sign = next;
            if (At(sign) is Lexeme.Comma or Lexeme.And or Lexeme.Dash or Lexeme.Slash) sign++;
            if (At(sign) is Lexeme.Along or Lexeme.In) sign++;
            if (sign == next || At(sign) is not (Lexeme.Weekday or Lexeme.WeekdayPlural or Lexeme.Workdays or Lexeme.Weekend)) return next;
            next = sign;
        }
        return next;
    }

    /// <summary>Days of the week on their own: a repetition, unless a date stands beside them.</summary>
    private int WeekdayList(int i)
    {
        var next = Weekdays(i, out var mask);
        if (next == i) return i;
        if (At(i - 1) == Lexeme.Except) mask = (byte)(~mask & 0b1111111); // «кроме выходных»
        Add(TermKind.Weekday, i, next).Repetition = Repetition.Of(Frequency.Weekly) with { Weekdays = mask };
        return next;
    }

    /// <summary>«по понедельникам», «по будням», «по рабочим дням», «по кварталам», «по итогам квартала», «по окончании года».</summary>
    private int AlongDays(int i)
    {
        var next = i + 1;
        if (At(next) is Lexeme.WeekdayPlural or Lexeme.Workdays or Lexeme.Weekend)
        {
            next = Weekdays(next, out var mask);
            return AddEvery(Repetition.Of(Frequency.Weekly) with { Weekdays = mask }, i, next);
        }
        if (At(next) is Lexeme.Working && At(next + 1) is Lexeme.Days) return AddEvery(Repetition.Of(Frequency.Weekly) with { Weekdays = WorkingWeek }, i, next + 2);
        var interval = Interval(next, out var repetition);
        if (interval == next + 1 && tokens.PlainOf(next).EndsWith("м") && tokens.PlainOf(next).Length > 5) return AddEvery(repetition, i, interval);
        // «по итогам отчётного квартала»: once in each of them, unless the text names which.
        if (At(next) is not (Lexeme.Summary or Lexeme.Finish or Lexeme.Expiry)) return i;
        next++;
        var starts = next;
        while (At(next) is Lexeme.Each or Lexeme.Reporting) next++;
        interval = Interval(next, out repetition);
        if (interval == next || At(starts) is Lexeme.Number or Lexeme.Cardinal || Is(interval, Lexeme.Number) || At(interval) is Lexeme.Unknown) return i;
        if (Is(interval - 1, Lexeme.Year) && starts == next && At(i + 1) != Lexeme.Summary) return i;
        AddEvery(repetition, i, interval);
        // «по итогам квартала, полугодия и года»: one for each of them.
        while (At(interval) is Lexeme.Comma or Lexeme.And && At(interval + 1) is Lexeme.Quarter or Lexeme.HalfYear or Lexeme.Year or Lexeme.MonthWord
               && At(interval + 2) is Lexeme.End or Lexeme.Comma or Lexeme.And or Lexeme.Close or Lexeme.Semicolon && Interval(interval + 1, out repetition) is var other && other > interval + 1)
        {
            Add(TermKind.And, interval, interval + 1, Role.None);
            AddEvery(repetition, interval + 1, other);
            interval = other;
        }
        return interval;
    }

    /// <summary>«в месяц 2 раза».</summary>
    private int IntervalFirst(int i)
    {
        var next = Interval(i + 1, out var repetition);
        if (next == i + 1) return i;
        var times = CardinalNumber(next, out var count);
        if (!Is(times, Lexeme.Times)) return i;
        repetition.Times = (short)(times > next ? Math.Clamp(count, 1, 1000) : 1);
        return AddEvery(repetition, i, times + 1);
    }

    /// <summary>Months of a span inside one year, as bits.</summary>
    private static ushort MonthsOf(in CalendarUnit unit)
    {
        ushort mask = 0;
        for (int month = unit.FirstMonth, count = 0; count < 12; month = month % 12 + 1, count++)
        {
            mask |= (ushort)(1 << month);
            if (month == unit.LastMonth) break;
        }
        return mask;
    }
}
