namespace Vekha.Deadlines.Reading;

/// <summary>Small words open most deadlines; what follows tells which.</summary>
internal sealed partial class Grammar
{
    private int Preposition(int i)
    {
        var next = i;
        switch (At(i))
        {
            case Lexeme.Until:
                if ((next = HowOftenUntil(i)) > i || (next = CountedFrom(i)) > i) return next;
                // «до истечения 2025 года»: with its last day.
                if (Is(i + 1, Lexeme.Expiry) && WithUnit(i, i + 2, Role.Through) is var expiry && expiry > i) return expiry;
                if ((next = EdgeOfEach(i + 1, isDue: true)) > i + 1) return next;
                return WithUnit(i, i + 1, Role.By) is var until && until > i ? until : BeforeEvent(i);
            case Lexeme.To:
                if ((next = EdgeOfEach(i + 1, isDue: true)) > i + 1) return next;
                return WithUnit(i, i + 1, Role.By) is var to && to > i ? to : BeforeEvent(i);
            case Lexeme.Ahead:
                return WithUnit(i, i + 1, Role.By) is var ahead && ahead > i ? ahead : BeforeEvent(i);
            case Lexeme.Not: return Negation(i);
            case Lexeme.More: return CountedFrom(i);
            case Lexeme.Later: return tokens[i].Value == 1 ? WithUnit(i, i + 1, Role.NotLater) : i; // «непозднее 15 мая»
            case Lexeme.Earlier: return WithUnit(i, i + 1, Role.By);
            case Lexeme.From:
                if ((next = AfterEvent(i)) > i) return next;
                if (At(i + 1) is Lexeme.Moment or Lexeme.DateWord && StartsUnit(i + 2)) return Add(TermKind.Role, i, i + 2, Role.From);
                return StartsUnit(i + 1) ? Add(TermKind.Role, i, i + 1, Role.From) : i;
            case Lexeme.Along:
                // «по итогам I квартала – до 15 апреля»: the quarter is what the report covers.
                if (Is(i + 1, Lexeme.Summary) && At(i + 2) is not (Lexeme.Year or Lexeme.Day or Lexeme.Current) && StartsUnit(i + 2) && Unit(i + 2, out _) > i + 2) return Add(TermKind.Role, i, i + 2, Role.For);
                if ((next = AlongDays(i)) > i || (next = AsNeeded(i)) > i || (next = Reference(i)) > i || (next = HowOften(i)) > i || (next = CountedFrom(i)) > i || (next = AfterEvent(i)) > i) return next;
                return StartsUnit(i + 1) ? Add(TermKind.Role, i, i + 1, Role.Through) : i;
            case Lexeme.In: return Inside(i);
            case Lexeme.On:
                if (Is(i + 1, Lexeme.Next) && (next = NextDay(i + 1, OffsetLimit.Exactly)) > i + 1 || At(i + 1) is Lexeme.Ordinal or Lexeme.Number && (next = NextDay(i + 1, OffsetLimit.Exactly)) > i + 1) return next;
                if ((next = StandingBehind(i)) > i || (next = Reference(i)) > i || (next = CountedFrom(i)) > i) return next;
                return StartsUnit(i + 1) ? Add(TermKind.Role, i, i + 1, Role.On) : i;
            case Lexeme.For:
                if ((next = CountedFrom(i)) > i || (next = StandingBehind(i)) > i) return next;
                return StartsUnit(i + 1) ? Add(TermKind.Role, i, i + 1, Role.For) : i;
            case Lexeme.Through:
                // «через день» is every second day.
                if (Is(i + 1, Lexeme.Day) && Link(i + 2, out _) == i + 2) return AddEvery(Repetition.Of(Frequency.Daily, 2), i, i + 2);
                return CountedFrom(i);
            case Lexeme.After:
                return StartsUnit(i + 1) && Unit(i + 1, out _) > i + 1 ? Add(TermKind.Role, i, i + 1, Role.After) : AfterEvent(i);
            case Lexeme.Between: return Add(TermKind.Role, i, i + 1, Role.Between);
            case Lexeme.OutOf:
                if ((next = DateOfPaper(i)) > i) return next;
                return StartsUnit(i + 1) ? Add(TermKind.Role, i, i + 1, Role.OutOf) : i;
            case Lexeme.At: return AsNeeded(i);
            case Lexeme.Deadline:
                if ((next = Reference(i)) > i || (next = CountedFrom(i)) > i) return next;
                return Separator(i);
            case Lexeme.Course or Lexeme.Extent:
                // «течение года»: the preposition is lost.
                return StartsUnit(i + 1) ? Add(TermKind.Role, i, i + 1, Role.In) : i;
            default: return i;
        }
    }

    private int HowOftenUntil(int i) => At(i + 1) is Lexeme.Number or Lexeme.Cardinal && HowOften(i) is var often && often > i ? often : i;

    /// <summary>A role and the unit behind it; nothing when no unit follows.</summary>
    private int WithUnit(int i, int behind, Role role)
    {
        while (At(behind) is Lexeme.Filler or Lexeme.PartOfDay or Lexeme.DateWord && !Is(behind, Lexeme.End)) behind++;
        // «еженедельно, не позднее пятницы»
        if (Is(behind, Lexeme.Weekday)) return WeekdayList(behind);
        if (!StartsUnit(behind)) return i;
        var before = termCount;
        Add(TermKind.Role, i, behind, role);
        var next = Term(behind);
        if (next > behind) return next;
        termCount = before;
        return i;
    }

    /// <summary>Whether a piece of the calendar can begin with this word.</summary>
    private bool StartsUnit(int i) => At(i) switch
    {
        Lexeme.Number or Lexeme.Month or Lexeme.Season or Lexeme.CurrentYear => true,
        Lexeme.Ordinal or Lexeme.Last or Lexeme.Cardinal or Lexeme.SeasonAdjective or Lexeme.School or Lexeme.Begin or Lexeme.Middle or Lexeme.EndWord or Lexeme.Finish or Lexeme.Half
            or Lexeme.Current or Lexeme.Next or Lexeme.Previous or Lexeme.Whole or Lexeme.Day or Lexeme.Year or Lexeme.Calendar or Lexeme.Blank or Lexeme.Quarter => Unit(i, out _) > i || Is(i, Lexeme.Ordinal) || Is(i, Lexeme.Last) && DayOfMonthsStarts(i),
        Lexeme.End => false,
        _ => tokens[i].Roman > 0 && tokens[i].Has(TokenMarks.Capital) || Is(i, Lexeme.Unknown) && Holiday(i, out _) > i,
    };

    private bool DayOfMonthsStarts(int i) => At(i + 1) is Lexeme.Day or Lexeme.DateNumber or Lexeme.Working or Lexeme.Calendar or Lexeme.Weekday;

    /// <summary>«не позднее», «не ранее», «не реже», «не более»…</summary>
    private int Negation(int i)
    {
        int next;
        if ((next = HowOften(i)) > i || (next = CountedFrom(i)) > i) return next;
        var behind = i + 2;
        while (At(behind) is Lexeme.Comma or Lexeme.Than or Lexeme.Until or Lexeme.To or Lexeme.From or Lexeme.In or Lexeme.On or Lexeme.Filler) behind++;
        switch (At(i + 1))
        {
            case Lexeme.Later or Lexeme.More:
                // «не позднее 18.00 дня, предшествующего дню заседания»
                if (OneTime(behind, surely: false) is var time && time > behind && Is(time, Lexeme.Day)) behind = time;
                if (Is(behind, Lexeme.Day) && SkipComma(behind + 1) is var eve && Is(eve, Lexeme.Preceding) && eve + 1 < tokens.Count)
                    return AddEvent(i, At(eve + 1) is Lexeme.Day or Lexeme.DateWord ? eve + 2 : eve + 1, OffsetDirection.Before, OffsetLimit.NotLater, 1);
                if (NextDay(behind, OffsetLimit.NotLater) is var day && day > behind) return day;
                if (Is(behind, Lexeme.Day) && Holiday(behind, out _) == behind && !StartsUnit(behind + 1)) return AddEvent(i, behind + 1, OffsetDirection.Before, OffsetLimit.NotLater);
                if (WithUnit(i, behind, Role.NotLater) is var later && later > i) return later;
                return BeforeEvent(behind - 1) is var happening && happening > behind - 1 ? happening : i;
            case Lexeme.Earlier:
                return StartsUnit(behind) ? Add(TermKind.Role, i, behind, Role.NotBefore) : At(behind) is Lexeme.Day or Lexeme.DateWord ? AddEvent(i, behind + 1, OffsetDirection.After, OffsetLimit.Unsaid) : i;
            default: return i;
        }
    }

    /// <summary>«в …»: a course, a period, a day, a repetition, a reference, a month…</summary>
    private int Inside(int i)
    {
        int next;
        if ((next = IntervalFirst(i)) > i || (next = CountedFrom(i)) > i || (next = AsNeeded(i)) > i || (next = Reference(i)) > i || (next = OnTheDay(i)) > i || (next = StandingBehind(i)) > i) return next;
        if (Is(i + 1, Lexeme.Next) && (next = NextDay(i + 1, OffsetLimit.Exactly)) > i + 1) return next;
        if (Is(i + 1, Lexeme.Immediately)) return i + 1;
        if (IsWord(i + 2, "порядк") && (IsWord(i + 1, "оперативн") || IsWord(i + 1, "срочн") || IsWord(i + 1, "экстренн")))
        {
            Add(TermKind.Relative, i, i + 3).Counted = new Counted { Offset = 0, Direction = OffsetDirection.After, Limit = OffsetLimit.Unsaid, NotBefore = -1, Urgent = true };
            return i + 3;
        }
        if ((next = EdgeOfEach(i + 1, isDue: false)) > i + 1) return next;
        if (Is(i + 1, Lexeme.Deadline))
        {
            // «в срок до 1 мая»: the words change nothing.
            return i + 2;
        }
        if (Is(i + 1, Lexeme.Working) && Is(i + 2, Lexeme.Day) && IsWord(i + 2, "дни")) return AddEvery(Repetition.Of(Frequency.Weekly) with { Weekdays = WorkingWeek }, i, i + 3);
        if (Is(i + 1, Lexeme.Weekday) || Is(i + 1, Lexeme.Workdays) || Is(i + 1, Lexeme.Weekend)) return i + 1;
        return StartsUnit(i + 1) || At(i + 1) is Lexeme.Every or Lexeme.Each or Lexeme.SeasonAdjective ? Add(TermKind.Role, i, i + 1, Role.In) : i;
    }
}
