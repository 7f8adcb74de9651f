namespace Vekha.Deadlines.Reading;

/// <summary>
/// The grammar of deadlines. First every piece of the text becomes a term (a day, a quarter, «ежемесячно», «до»…): each subject
/// has a file of its own with methods that take the place of a token and answer the place behind what they understood, or the
/// same place when it is not theirs. Then the terms are put together: spans, lists, years, repetitions.
/// One object serves many texts of a thread; it holds nothing between them.
/// </summary>
internal sealed partial class Grammar
{
    [ThreadStatic] private static Grammar? mine;

    private readonly Tokens tokens = new();
    private Term[] terms = new Term[32];
    private int termCount;
    private int contextYear;
    private bool usedContext;

    /// <summary>The grammar of this thread.</summary>
    public static Grammar Mine => mine ??= new();

    private Lexeme At(int i) => tokens.At(i);

    private bool Is(int i, Lexeme lexeme) => tokens.At(i) == lexeme;

    private bool IsWord(int i, ReadOnlySpan<char> stem) => (uint)i < (uint)tokens.Count && tokens.PlainOf(i).StartsWith(stem);

    private ref Term Add(TermKind kind, int first, int end)
    {
        if (termCount == terms.Length) Array.Resize(ref terms, termCount * 2);
        ref var term = ref terms[termCount++];
        term = new Term { Kind = kind, First = first, End = end, Line = first < tokens.Count && tokens[first].Has(TokenMarks.Line) };
        return ref term;
    }

    private int Add(TermKind kind, int first, int end, Role role)
    {
        Add(kind, first, end).Role = role;
        return end;
    }

    private int AddUnit(in CalendarUnit unit, int first, int end)
    {
        Add(TermKind.Unit, first, end).Unit = unit;
        return end;
    }

    private int AddEvery(in Repetition repetition, int first, int end)
    {
        Add(TermKind.Every, first, end).Repetition = repetition;
        return end;
    }

    /// <summary>Whether the last term is a preposition that still waits for its unit.</summary>
    private Role PendingRole => termCount > 0 && terms[termCount - 1].Kind == TermKind.Role ? terms[termCount - 1].Role : Role.None;

    /// <summary>Something that speaks of time was understood by no rule.</summary>
    private bool unread;

    /// <summary>Words and figures that a deadline is made of; left over, they cast doubt on what was read beside them.</summary>
    private static bool IsTelling(Lexeme lexeme) =>
        lexeme is Lexeme.Number or Lexeme.Month or Lexeme.Quarter or Lexeme.HalfYear or Lexeme.Decade or Lexeme.Week or Lexeme.Weeks or Lexeme.Times or Lexeme.Blank or Lexeme.Days or Lexeme.MonthsWord;

    /// <summary>«5 проектов», «60 мест»: a number of things speaks of no time.</summary>
    private bool IsCount(int i) => Is(i, Lexeme.Number) && tokens[i].Digits <= 3 && At(i + 1) is Lexeme.Unknown && tokens[i + 1] is { Roman: 0, PlainLength: > 2 } && !tokens[i + 1].Glued;

    private void FindTerms(string text)
    {
        unread = false;
        tokens.Read(text);
        termCount = 0;
        for (var i = 0; i < tokens.Count;)
        {
            var next = Term(i);
            if (next == i)
            {
                next = i + 1;
                unread |= IsTelling(At(i)) && !IsCount(i);
                if (termCount == 0 || terms[termCount - 1].Kind != TermKind.Noise || tokens[i].Has(TokenMarks.Line)) Add(TermKind.Noise, i, next);
                else terms[termCount - 1].End = next;
            }
            i = next;
        }
    }

    /// <summary>One term at a token: tells by its first word which subjects can begin here.</summary>
    private int Term(int i)
    {
        var next = i;
        if (tokens[i].Roman > 0 && (next = OrdinalUnit(i)) > i) return next;
        switch (At(i))
        {
            case Lexeme.Number:
                if ((next = Trap(i)) > i || (next = Recurring(i)) > i || (next = CountedFrom(i)) > i || (next = Clock(i)) > i) return next;
                return DatedUnit(i) is var dated && dated > i ? dated : BareNumber(i);
            case Lexeme.Ordinal or Lexeme.Cardinal or Lexeme.Last:
                if ((next = Recurring(i)) > i || (next = CountedFrom(i)) > i) return next;
                return DatedUnit(i) is var named && named > i ? named : BareNumber(i);
            case Lexeme.Begin or Lexeme.EndWord when (next = EdgeOfEach(i, isDue: false)) > i: return next;
            case Lexeme.Month or Lexeme.Season or Lexeme.SeasonAdjective or Lexeme.School or Lexeme.CurrentYear or Lexeme.Half
                or Lexeme.Begin or Lexeme.Middle or Lexeme.EndWord or Lexeme.Vacation or Lexeme.Day:
                return (next = DatedUnit(i)) > i ? next : (next = CountedFrom(i)) > i ? next : Standing(i);
            case Lexeme.Finish or Lexeme.Quarter or Lexeme.HalfYear or Lexeme.SchoolTerm or Lexeme.Blank:
                return (next = DatedUnit(i)) > i ? next : i;
            case Lexeme.Current or Lexeme.Next or Lexeme.Previous or Lexeme.Year or Lexeme.Whole or Lexeme.Calendar:
                if ((next = DatedUnit(i)) > i || (next = NextDay(i, OffsetLimit.Exactly)) > i) return next;
                return Standing(i);
            case Lexeme.Weekday or Lexeme.WeekdayPlural or Lexeme.Workdays or Lexeme.Weekend: return WeekdayList(i);
            case Lexeme.Every or Lexeme.Each or Lexeme.Times or Lexeme.Twice or Lexeme.Rarer or Lexeme.Less:
                return (next = Recurring(i)) > i ? next : CountedFrom(i);
            case Lexeme.Until or Lexeme.To or Lexeme.Not or Lexeme.Earlier or Lexeme.Later or Lexeme.From or Lexeme.Along or Lexeme.In or Lexeme.On or Lexeme.For
                or Lexeme.Through or Lexeme.After or Lexeme.Ahead or Lexeme.Between or Lexeme.OutOf or Lexeme.At or Lexeme.More or Lexeme.Course or Lexeme.Extent or Lexeme.Deadline:
                return Preposition(i);
            case Lexeme.Days or Lexeme.DaysLong or Lexeme.WeeksLong or Lexeme.MonthsLong or Lexeme.YearsLong or Lexeme.HoursLong or Lexeme.Working
                or Lexeme.WorkingDays or Lexeme.CalendarDays or Lexeme.MonthsWord or Lexeme.Weeks or Lexeme.HalfYearLong:
                return CountedFrom(i);
            case Lexeme.Immediately or Lexeme.Eve: return Event(i);
            case Lexeme.Constantly or Lexeme.Period: return Standing(i);
            case Lexeme.Measure: return AddOpen(TermKind.AsNeeded, i, i + 1); // «помере необходимости»
            case Lexeme.According or Lexeme.Separate or Lexeme.Schedule or Lexeme.Point or Lexeme.Clarified or Lexeme.Established: return (next = Reference(i)) > i ? next : Trap(i);
            case Lexeme.NumberSign or Lexeme.Phone or Lexeme.Room or Lexeme.Street or Lexeme.Step or Lexeme.Act or Lexeme.Standard: return Trap(i);
            case Lexeme.Unknown: return UnknownWord(i);
            default: return Separator(i);
        }
    }

    private int UnknownWord(int i)
    {
        if (IsWord(i, "определяет") || IsWord(i, "определяют") || IsWord(i, "устанавлив") || IsWord(i, "регламентир"))
            for (var by = i + 1; by < i + 4; by++)
                if (At(by) is Lexeme.Schedule or Lexeme.Act) return AddReference(i, by, isAct: false); // «определяются муниципальным контрактом»
        // «нарастающим итогом с начала года»
        if (IsWord(i, "нарастающ") && Is(i + 1, Lexeme.Summary)) return Is(i + 2, Lexeme.From) && Is(i + 3, Lexeme.Begin) && Is(i + 4, Lexeme.Year) ? i + 5 : i + 2;
        var next = Holiday(i, out var unit);
        return next > i ? AddUnit(unit, i, next) : SeasonOfWork(i);
    }

    private int Separator(int i)
    {
        switch (At(i))
        {
            case Lexeme.Comma or Lexeme.Colon or Lexeme.Open or Lexeme.Close or Lexeme.Dot or Lexeme.But or Lexeme.Also:
                return Add(TermKind.Comma, i, i + 1, Role.None);
            case Lexeme.And: return Add(TermKind.And, i, i + 1, Role.None);
            case Lexeme.Semicolon: return Add(TermKind.Semicolon, i, i + 1, Role.None);
            case Lexeme.Dash or Lexeme.Ellipsis: return Add(TermKind.Dash, i, i + 1, Role.None);
            case Lexeme.Slash: return Add(TermKind.Slash, i, i + 1, Role.None);
            case Lexeme.Then: return Add(TermKind.Then, i, i + 1, Role.None);
            // Words that change nothing: «ориентировочно», «включительно», «вечером», «сроки:», «число» behind a number.
            case Lexeme.Filler or Lexeme.PartOfDay or Lexeme.Deadline or Lexeme.Starting or Lexeme.Moment or Lexeme.DateWord or Lexeme.DateNumber or Lexeme.Same:
                return i + 1;
            case Lexeme.Except: return StartsUnit(i + 1) ? Add(TermKind.Role, i, i + 1, Role.Except) : i + 1;
            case Lexeme.MonthWord when Is(i + 1, Lexeme.Month): return i + 1;
            default: return i;
        }
    }

    /// <summary>Units of the calendar that may begin here, as a term.</summary>
    private int DatedUnit(int i)
    {
        var next = Unit(i, out var unit);
        if (next == i) return i;
        if (unit.Grain == Grain.Day && WeekdayBehind(next) is var weekday && weekday > next) next = unit.HasYear ? weekday : YearBehind(weekday, ref unit);
        return AddUnit(unit, i, next);
    }

    /// <summary>A unit of the calendar: the subjects in the order of how much they ask of the words.</summary>
    private int Unit(int i, out CalendarUnit unit)
    {
        unit = default;
        if (depth >= DeepestUnit) return i;
        depth++;
        var next = UnitInside(i, out unit);
        depth--;
        return next;
    }

    /// <summary>«в конце второй половины учебного года»: units hold units, but never many.</summary>
    private const int DeepestUnit = 4;

    private int depth;

    private int UnitInside(int i, out CalendarUnit unit)
    {
        int next;
        unit = default;
        switch (At(i))
        {
            case Lexeme.Number:
                if ((next = SchoolYearUnit(i, out unit)) > i || (next = Date(i, out unit)) > i || (next = Ordered(i, out unit)) > i) return next;
                return YearUnit(i, out unit);
            case Lexeme.Ordinal or Lexeme.Cardinal or Lexeme.Last:
                if ((next = SpelledDate(i, out unit)) > i) return next;
                return Ordered(i, out unit);
            case Lexeme.Month: return MonthUnit(i, out unit);
            case Lexeme.Season or Lexeme.SeasonAdjective: return SeasonUnit(i, out unit);
            case Lexeme.School: return SchoolYearUnit(i, out unit);
            case Lexeme.Begin or Lexeme.Middle or Lexeme.EndWord or Lexeme.Finish: return EdgeUnit(i, out unit);
            case Lexeme.Half: return HalfOf(i, first: 0, out unit);
            case Lexeme.Vacation: return VacationUnit(i, out unit);
            case Lexeme.Quarter or Lexeme.HalfYear or Lexeme.SchoolTerm: return NumberBehind(i, out unit);
            case Lexeme.Blank: return BlankDate(i, out unit);
            case Lexeme.CurrentYear or Lexeme.Current or Lexeme.Next or Lexeme.Previous or Lexeme.Whole or Lexeme.Year or Lexeme.Calendar: return YearUnit(i, out unit);
            case Lexeme.Day or Lexeme.Unknown when tokens[i].Roman == 0: return Holiday(i, out unit);
            default: return tokens.At(i) != Lexeme.End && tokens[i].Roman > 0 ? Ordered(i, out unit) : i;
        }
    }
}
