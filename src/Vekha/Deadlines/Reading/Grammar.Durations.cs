namespace Vekha.Deadlines.Reading;

/// <summary>How long: «10 рабочих дней», «5 р.д.», «10-дневный срок», «двух недель», «месяц», «суток», «24 часов».</summary>
internal sealed partial class Grammar
{
    /// <summary>A length of time.</summary>
    private struct Duration
    {
        /// <summary>−1 when the number is lost: «дней со дня…».</summary>
        public int Count;

        /// <summary>The smaller number of «3–5 дней», −1 without one.</summary>
        public int Lower;

        public OffsetUnit Unit;

        /// <summary>One unit without a number: «месяц», «суток».</summary>
        public bool Single;

        /// <summary>«года», «дня», «квартала»: common words that need more around them.</summary>
        public bool Common;

        /// <summary>«10-дневный».</summary>
        public bool Adjective;

        /// <summary>«24 часа».</summary>
        public bool Hours;
    }

    private int DurationAt(int i, out Duration duration)
    {
        duration = new Duration { Count = -1, Lower = -1 };
        var next = CardinalNumber(i, out var count);
        if (next > i)
        {
            duration.Count = count;
            if (At(next) is Lexeme.Dash or Lexeme.Until && CardinalNumber(next + 1, out var upper) is var second && second > next + 1 && IsLength(At(second)) && upper > count)
            {
                duration.Lower = count;
                duration.Count = upper;
                next = second;
            }
            if (Is(next, Lexeme.Dash) && IsLongWord(At(next + 1))) next++;
        }
        else if (Is(i, Lexeme.Number) && tokens[i].Has(TokenMarks.Ordinal)) return i;
        else if (At(i) is Lexeme.Ellipsis or Lexeme.Blank) next++; // «в течение … дней»: the number is lost
        var adjective = LongWord(next, ref duration);
        if (adjective > next) return duration.Count < 0 ? i : adjective;
        if (next == i && duration.Count < 0 && At(i) is Lexeme.Unknown && tokens[i].PlainLength <= 9 && HalfMore(i, out duration) is var half && half > i) return half;
        var kind = next;
        var working = false;
        while (At(next) is Lexeme.Working or Lexeme.Calendar)
        {
            working |= Is(next, Lexeme.Working);
            next++;
        }
        if (Is(next, Lexeme.Same) || Is(next, Lexeme.Next)) next++;
        var alone = duration.Count < 0;
        switch (At(next))
        {
            case Lexeme.WorkingDays: working = true; break;
            case Lexeme.CalendarDays: break;
            case Lexeme.Day:
                if (alone) Singly(ref duration, common: true);
                if (At(next + 1) is Lexeme.Working) { working = true; next++; }
                break;
            case Lexeme.Days:
                if (At(next + 1) is Lexeme.Working) { working = true; next++; }
                else if (At(next + 1) is Lexeme.Calendar) next++;
                break;
            case Lexeme.DayAndNight: if (alone) Singly(ref duration, common: false); break;
            case Lexeme.Week:
                if (alone) Singly(ref duration, common: false);
                duration.Unit = OffsetUnit.Week;
                break;
            case Lexeme.Weeks: duration.Unit = OffsetUnit.Week; break;
            case Lexeme.MonthWord:
                if (alone) Singly(ref duration, common: false);
                duration.Unit = OffsetUnit.Month;
                break;
            case Lexeme.MonthsWord: duration.Unit = OffsetUnit.Month; break;
            case Lexeme.Quarter:
                if (!alone) return i; // «1 квартал» is a quarter of the year
                Singly(ref duration, common: true);
                duration.Unit = OffsetUnit.Month;
                duration.Count *= 3;
                break;
            case Lexeme.HalfYear or Lexeme.HalfYearLong:
                if (!alone && Is(next, Lexeme.HalfYear)) return i;
                if (alone) Singly(ref duration, common: Is(next, Lexeme.HalfYear));
                duration.Unit = OffsetUnit.Month;
                duration.Count *= 6;
                break;
            case Lexeme.Decade:
                if (alone) Singly(ref duration, common: true);
                duration.Count *= 10;
                break;
            case Lexeme.Year or Lexeme.YearsOfAge:
                if (Is(next, Lexeme.YearsOfAge) && alone) return i;
                if (alone) Singly(ref duration, common: true);
                else if (duration.Count > 100) return i;
                duration.Unit = OffsetUnit.Year;
                break;
            case Lexeme.Hour:
                if (alone) Singly(ref duration, common: false);
                duration.Count = duration.Count >= 24 ? duration.Count / 24 : 0;
                duration.Hours = true;
                break;
            default: return i;
        }
        if (alone && kind == next && At(next) is Lexeme.Days && i > 0 && Is(i - 1, Lexeme.In)) return i; // «в днях»
        if (working) duration.Unit = OffsetUnit.WorkingDay;
        return duration.Count > 5000 ? i : next + 1;
    }

    private static void Singly(ref Duration duration, bool common)
    {
        duration.Count = 1;
        duration.Single = true;
        duration.Common = common;
    }

    private static bool IsLength(Lexeme lexeme) => lexeme is Lexeme.Day or Lexeme.Days or Lexeme.Working or Lexeme.Calendar or Lexeme.WorkingDays or Lexeme.CalendarDays
        or Lexeme.Week or Lexeme.Weeks or Lexeme.MonthWord or Lexeme.MonthsWord or Lexeme.Hour or Lexeme.DayAndNight or Lexeme.YearsOfAge or Lexeme.Year;

    private static bool IsLongWord(Lexeme lexeme) => lexeme is Lexeme.DaysLong or Lexeme.WeeksLong or Lexeme.MonthsLong or Lexeme.YearsLong or Lexeme.HoursLong;

    /// <summary>«10-дневный», «двухнедельный», «месячный (срок)».</summary>
    private int LongWord(int i, ref Duration duration)
    {
        var next = i;
        if (!IsLongWord(At(next))) return i;
        var own = tokens[next].Value;
        if (duration.Count < 0 && own == 0) return i;
        if (duration.Count < 0) duration.Count = own;
        duration.Unit = At(next) switch
        {
            Lexeme.WeeksLong => OffsetUnit.Week,
            Lexeme.MonthsLong => OffsetUnit.Month,
            Lexeme.YearsLong => OffsetUnit.Year,
            _ => OffsetUnit.CalendarDay,
        };
        if (Is(next, Lexeme.HoursLong)) duration.Count /= 24;
        duration.Adjective = true;
        next++;
        if (At(next) is Lexeme.Working) { duration.Unit = OffsetUnit.WorkingDay; next++; }
        else if (At(next) is Lexeme.Calendar) next++;
        return At(next) is Lexeme.Deadline or Lexeme.Period ? next + 1 : next;
    }

    /// <summary>«полутора месяцев», «полтора года».</summary>
    private int HalfMore(int i, out Duration duration)
    {
        duration = new Duration { Count = -1, Lower = -1 };
        if (!(IsWord(i, "полутор") || IsWord(i, "полтор"))) return i;
        switch (At(i + 1))
        {
            case Lexeme.MonthWord or Lexeme.MonthsWord:
                duration.Count = 45;
                return i + 2;
            case Lexeme.Year or Lexeme.YearsOfAge:
                duration.Count = 18;
                duration.Unit = OffsetUnit.Month;
                return i + 2;
            default: return i;
        }
    }
}
