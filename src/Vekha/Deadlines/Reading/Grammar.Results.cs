namespace Vekha.Deadlines.Reading;

/// <summary>From items to deadlines, with the doubts that came up.</summary>
internal sealed partial class Grammar
{
    private readonly List<Deadline> found = [];
    private readonly List<DeadlineQuestion> questions = [];
    private ReadingContext context = new();

    /// <summary>Reads one cell.</summary>
    public DeadlineReading Read(string text, ReadingContext around)
    {
        context = around;
        contextYear = around.Year ?? CalendarUnit.NoYear;
        usedContext = droppedTime = false;
        depth = 0;
        yearlyDays.Clear();
        saidDays = 0;
        found.Clear();
        questions.Clear();

        FindTerms(text);
        Assemble();
        JoinEvents();
        DropRepeated();
        TakeExceptions();
        FillNumbers();
        SpreadYears();
        LeadingYears();
        SpreadDays();
        DropSubjects();
        FillYears();
        DropExplained();
        DropReported();
        DropWeekdays();
        DropEventSpans();
        BindRepetitions();
        DropWeak();
        if (yearlyDays.Count > 1) yearlyDays.Sort(static (a, b) => a.Every.CompareTo(b.Every));
        for (var i = 0; i < itemCount; i++)
            if (!items[i].Dropped) Say(ref items[i], i);
        if (found.Count == 0)
        {
            found.Add(Nothing);
            questions.Add(WhatIsMeant);
        }
        else if (unread) Ask(NotAllRead);
        return new DeadlineReading(text, [.. found], questions.Count == 0 ? [] : [.. questions], Explain());
    }

    private static readonly Deadline Nothing = new Deadline.Unknown();
    private static readonly Deadline Always = new Deadline.Ongoing();
    private static readonly Deadline WhenNeeded = new Deadline.AsNeeded();

    /// <summary>«после подписания – не позднее 5 рабочих дней»: the event stands before its count.</summary>
    private void JoinEvents()
    {
        for (var i = 0; i + 1 < itemCount; i++)
        {
            ref var happening = ref items[i];
            ref var count = ref items[i + 1];
            if (happening.Kind != TermKind.Relative || count.Kind != TermKind.Relative || count.Gap >= Gap.Semicolon) continue;
            if (happening.Counted is not { Offset: 0, Direction: OffsetDirection.After, Limit: OffsetLimit.Unsaid } || happening.Counted.AnchorEnd <= happening.Counted.AnchorFirst) continue;
            if (count.Counted.Offset <= 0 || count.Counted.AnchorEnd > count.Counted.AnchorFirst || count.Counted.Direction != OffsetDirection.After) continue;
            (count.Counted.AnchorFirst, count.Counted.AnchorEnd) = (happening.Counted.AnchorFirst, happening.Counted.AnchorEnd);
            happening.Dropped = true;
        }
    }

    /// <summary>«15 мая, среда»: a day of the week beside a date only repeats it.</summary>
    private void DropWeekdays()
    {
        bool dated = false, repeated = false;
        for (var i = 0; i < itemCount; i++)
        {
            dated |= items[i].IsUnit && items[i].Unit.Grain != Grain.MonthDay;
            repeated |= items[i].Kind == TermKind.Every;
        }
        for (var i = 0; i < itemCount; i++)
        {
            if (items[i].Kind != TermKind.Weekday || repeated) continue;
            if (dated) items[i].Dropped = true;
            else
            {
                items[i].Kind = TermKind.Every;
                Ask(EveryWeek);
            }
        }
    }

    /// <summary>What may be a deadline gives way to what surely is one; «постоянно, в течение года» is «постоянно».</summary>
    private void DropWeak()
    {
        bool certain = false, ongoing = false;
        for (var i = 0; i < itemCount; i++)
        {
            certain |= !items[i].Dropped && !items[i].Weak;
            ongoing |= items[i] is { Dropped: false, Weak: false, Kind: TermKind.Ongoing };
        }
        for (var i = 0; i < itemCount; i++)
        {
            ref var item = ref items[i];
            if (certain && item.Weak) item.Dropped = true;
            if (ongoing && item is { IsUnit: true, IsSpan: false, Role: Role.In, Unit.Grain: Grain.Year or Grain.SchoolYear } && (item.YearFromPlan || item.YearGuessed)) item.Dropped = true;
        }
    }

    private void Say(ref Item item, int i)
    {
        switch (item.Kind)
        {
            case TermKind.Unit: SayUnit(ref item); break;
            case TermKind.Every or TermKind.Weekday: SayEvery(item, i); break;
            case TermKind.Relative: SayRelative(item.Counted); break;
            case TermKind.Ongoing: Once(Always); break;
            case TermKind.AsNeeded: Once(WhenNeeded); break;
            case TermKind.Reference: Once(new Deadline.Reference(tokens.Raw(terms[item.TermIndex].First, terms[item.TermIndex].End))); break;
        }
    }

    private void Once(Deadline deadline)
    {
        if (!found.Contains(deadline)) found.Add(deadline);
    }

    private void SayUnit(ref Item item)
    {
        if (item.YearGuessed && !item.Unit.Yearly && !(item.IsSpan && item.UnitTo.Yearly)) Ask(WhichYear);
        if (AskLostDay(item)) return;
        if (item.Unit.Cut || item.IsSpan && item.UnitTo.Cut) Ask(NoSuchDay);
        if (item.Unit.Uncertain || item.IsSpan && item.UnitTo.Uncertain) Ask(UsualLimits);
        if (item.Role == Role.For) Ask(OnlySubject); // nothing else is named
        if (item.Unit.Yearly || item.IsSpan && item.UnitTo.Yearly)
        {
            SayYearly(item);
            return;
        }
        if (item.Unit.Grain == Grain.NthWeekday && item is { YearGuessed: true, IsSpan: false })
        {
            var rule = new Recurrence(Frequency.Yearly) { Months = [item.Unit.FirstMonth], WeekDays = [(DayOfWeek)item.Unit.Weekday], Positions = [item.Unit.Ordinal] };
            found.Add(new Deadline.Every(rule));
            return;
        }
        var deadline = item.IsSpan ? SpanOf(item) : UnitOf(item);
        // «9 мая, День Победы» is one day; «декабрь; декабрь» are two deadlines.
        if (deadline is Deadline.During) found.Add(deadline);
        else Once(deadline);
        if (item.MaybeList) AskAboutList(item);
    }

    private static Deadline SpanOf(in Item item)
    {
        var first = (item.Unit.Edge == Edge.Whole ? item.Unit : SoftPart(item.Unit)).First;
        var last = item.UnitTo.Edge == Edge.Whole ? item.UnitTo.Last : item.EndsBy ? DueDay(item.UnitTo, item.Role, towards: false, inclusive: true) : SoftPart(item.UnitTo).Last;
        if (item.Role is Role.By or Role.NotLater or Role.Through) return new Deadline.By(last);
        if (first == last && item.Unit.Grain == Grain.Day) return new Deadline.On(first); // «1 сентября – День знаний»
        return first.CompareTo(last) <= 0 ? new Deadline.During(first, last) : new Deadline.During(last, first);
    }

    private Deadline UnitOf(in Item item)
    {
        switch (item.Role)
        {
            case Role.By or Role.NotLater or Role.Through or Role.Finish:
                if (item is { Role: Role.By, Inclusive: false } && !IsIncluded(item) && item is { Unit: { Edge: Edge.Whole, Grain: Grain.Year or Grain.Month or Grain.Quarter or Grain.HalfYear or Grain.Season } })
                    Ask("Входит ли названный срок в допустимое время?", new Deadline.By(DueDay(item)), new Deadline.By(item.Unit.Last));
                return new Deadline.By(DueDay(item), item.Earliest.FirstMonth == 0 ? null : (item.Earliest with { Year = item.Earliest.HasYear ? item.Earliest.Year : item.Unit.Year }).First);
            case Role.After when item.Unit.Grain != Grain.Day && item.Unit.Edge is Edge.Whole or Edge.End:
                return new Deadline.From(DayAfter(item.Unit.Last));
            case Role.From or Role.NotBefore or Role.After or Role.Start:
                return new Deadline.From(item.Unit.Edge == Edge.Whole ? item.Unit.First : SoftPart(item.Unit).First);
        }
        if (item.Unit.Grain is Grain.Day or Grain.NthWeekday) return new Deadline.On(item.Unit.First);
        var unit = item.Unit.Edge == Edge.Whole ? item.Unit : SoftPart(item.Unit);
        if (item.Unit.Edge != Edge.Whole) Ask(SoftWords);
        return new Deadline.During(unit.First, unit.Last);
    }

    private WrittenDate DueDay(in Item item) =>
        DueDay(item.Unit, item.Role, item.Towards, item.Inclusive || IsIncluded(item));

    /// <summary>«включительно» behind it.</summary>
    private bool IsIncluded(in Item item) => IsWord(item.TokenEnd, "вкл") || Is(item.TokenEnd, Lexeme.Open) && IsWord(item.TokenEnd + 1, "вкл");

    /// <summary>
    /// The day that «до», «к», «не позднее», «по» mean. «до мая» ends before May begins, «не позднее мая» with it;
    /// «до конца мая», «до середины февраля», «к началу учебного года» name a day of the unit.
    /// </summary>
    private static WrittenDate DueDay(in CalendarUnit unit, Role role, bool towards, bool inclusive) => unit.Edge switch
    {
        Edge.End => unit.Last,
        Edge.Middle => unit.Grain switch
        {
            Grain.Month => WrittenDate.Of(Math.Max(unit.Year, 0), unit.FirstMonth, 15),
            Grain.Year => WrittenDate.Of(Math.Max(unit.Year, 0), 6, 30),
            _ => SoftPart(unit).First with { Day = 15 },
        },
        Edge.Begin => towards || role != Role.By ? unit.First : DayBefore(unit.First),
        _ when role == Role.By && !inclusive && unit.Grain is Grain.Month or Grain.Quarter or Grain.HalfYear or Grain.Season or Grain.Year or Grain.SchoolYear => DayBefore(unit.First),
        _ => unit.Last,
    };

    private static WrittenDate DayAfter(WrittenDate date)
    {
        if (date.Day < WrittenDate.LastDay(date.Year, date.Month)) return date with { Day = date.Day + 1 };
        return date.Month < 12 ? new(date.Year, date.Month + 1, 1) : new(date.Year + 1, 1, 1);
    }

    private static WrittenDate DayBefore(WrittenDate date)
    {
        if (date.Day > 1) return date with { Day = date.Day - 1 };
        return date.Month > 1 ? WrittenDate.Of(date.Year, date.Month - 1, 31) : WrittenDate.Of(Math.Max(date.Year - 1, 0), 12, 31);
    }

    private void SayYearly(in Item item)
    {
        var rule = new Recurrence(Frequency.Yearly);
        if (item.IsSpan)
        {
            // «с 1 октября по 1 ноября каждого года»
            Once(item.Unit.Grain == Grain.Month && item.UnitTo.Grain == Grain.Month
                ? new Deadline.Every(rule with { Months = List(MonthsOf(item.Unit with { LastMonth = item.UnitTo.LastMonth })) })
                : new Deadline.Every(rule, null, Yearless(item.Unit.First, item.Unit.Year), Yearless(item.UnitTo.Last, 0) with { Year = EndsBeforeStart(item) ? 1 : 0 }));
            return;
        }
        rule = item.Unit.Grain == Grain.Day || item.Unit.Edge == Edge.End
            ? rule with { Months = [item.Unit.LastMonth], MonthDays = [item.Unit.Grain == Grain.Day ? item.Unit.FirstDay : item.Unit.Last.Day] }
            : rule with { Months = List(MonthsOf(item.Unit)) };
        Once(new Deadline.Every(rule));
    }

    private void SayEvery(in Item item, int i)
    {
        var days = YearlyDaysOf(i);
        if (days.Length > 0) SayYearlyDays(item, days);
        else SayRule(item, item.Repetition);
    }

    private void SayRule(in Item item, in Repetition repetition) =>
        Once(new Deadline.Every(RuleOf(repetition), repetition.Times < 0 ? null : repetition.Times, item.From, item.To));

    private static readonly Recurrence[] PlainRules = [new(Frequency.Daily), new(Frequency.Weekly), new(Frequency.Monthly), new(Frequency.Yearly)];

    private static Recurrence RuleOf(in Repetition repetition)
    {
        if (repetition.Interval == 1 && IsPlain(repetition)) return PlainRules[(int)repetition.Frequency];
        return new Recurrence(repetition.Frequency, Math.Max(repetition.Interval, (short)1))
        {
            Months = List(repetition.Months), MonthDays = List(repetition.MonthDays),
            WeekDays = Days(repetition.Weekdays), Positions = List(repetition.Positions),
        };
    }

    /// <summary>Days of the week from Monday on.</summary>
    private static IReadOnlyList<DayOfWeek> Days(byte bits)
    {
        if (bits == 0) return [];
        var list = new List<DayOfWeek>(7);
        for (var k = 1; k <= 7; k++)
            if ((bits & 1 << k % 7) != 0) list.Add((DayOfWeek)(k % 7));
        return list;
    }

    /// <summary>Numbers of the set bits; bit 0 is the last one, −1.</summary>
    private static IReadOnlyList<int> List(uint bits)
    {
        if (bits == 0) return [];
        var list = new List<int>(4);
        for (var k = 1; k < 32; k++)
            if ((bits & 1u << k) != 0) list.Add(k);
        if ((bits & 1) != 0) list.Add(-1);
        return list;
    }

    private void SayRelative(in Counted counted)
    {
        var anchor = counted.AnchorEnd > counted.AnchorFirst ? tokens.Raw(counted.AnchorFirst, counted.AnchorEnd) : "";
        var lost = counted.Offset < 0;
        if (lost) Ask(LostNumber);
        if (counted.Urgent) Ask(HowUrgent);
        found.Add(new Deadline.Relative(lost ? null : counted.Offset, lost ? null : counted.Unit, counted.Direction, anchor, counted.Limit, counted.NotBefore < 0 ? null : counted.NotBefore));
    }
}
