namespace Vekha.Deadlines.Reading;

/// <summary>Deadlines at an event itself: «в день проведения», «до начала паводка», «после завершения», «накануне», «незамедлительно».</summary>
internal sealed partial class Grammar
{
    private int AddEvent(int first, int anchor, OffsetDirection direction, OffsetLimit limit, int offset = 0, OffsetUnit unit = OffsetUnit.CalendarDay, bool weak = false)
    {
        var end = anchor < tokens.Count ? AnchorEnd(anchor) : anchor;
        ref var term = ref Add(TermKind.Relative, first, Math.Max(end, first + 1));
        term.Weak = weak;
        term.Counted = new Counted { Offset = offset, Unit = unit, Direction = direction, Limit = limit, NotBefore = -1, AnchorFirst = anchor, AnchorEnd = end };
        return Math.Max(end, first + 1);
    }

    /// <summary>«незамедлительно после получения», «срочно», «накануне заседания».</summary>
    private int Event(int i)
    {
        if (Is(i, Lexeme.Eve))
        {
            // «накануне Дня Победы» is a day of the calendar.
            if (Unit(i + 1, out var day) is var next && next > i + 1 && day.Grain == Grain.Day)
            {
                if (day.HasYear == false && contextYear > 0) day.Year = PlanYear;
                var eve = WrittenDate.Of(DateOnly.FromDateTime(new DateTime(Math.Max(day.Year, 2001), day.FirstMonth, day.FirstDay)).AddDays(-1));
                return AddUnit(CalendarUnit.Day(day.HasYear ? eve.Year : CalendarUnit.NoYear, eve.Month, eve.Day), i, next);
            }
            return AddEvent(i, i + 1, OffsetDirection.Before, OffsetLimit.Unsaid, 1);
        }
        var urgent = tokens[i].Value > 0;
        if (tokens[i].Value == 2 && !(At(i + 1) is Lexeme.Deadline or Lexeme.Extent or Lexeme.Day)) return i; // «кратчайшие сроки», «ближайшее время»
        var anchor = tokens[i].Value == 2 ? i + 2 : i + 1;
        i = anchor - 1;
        if (At(anchor) is Lexeme.After or Lexeme.At or Lexeme.Along) anchor++;
        else if (Is(anchor, Lexeme.From) && At(anchor + 1) is Lexeme.Moment or Lexeme.Day or Lexeme.DateWord) anchor += 2;
        else if (Is(anchor, Lexeme.Same)) anchor++;
        var named = anchor > i + 1 && anchor < tokens.Count;
        if (!named)
        {
            ref var term = ref Add(TermKind.Relative, i, i + 1);
            term.Counted = new Counted { Offset = 0, Direction = OffsetDirection.After, Limit = OffsetLimit.Unsaid, NotBefore = -1, AnchorFirst = anchor, AnchorEnd = anchor, Urgent = urgent };
            return i + 1;
        }
        var end = AddEvent(i, anchor, OffsetDirection.After, OffsetLimit.Unsaid);
        terms[termCount - 1].Counted.Urgent = urgent;
        return end;
    }

    /// <summary>«в день проведения», «в тот же день», «в дни голосования», «в последний день…».</summary>
    private int OnTheDay(int i)
    {
        var next = i + 1;
        if (At(next) is Lexeme.Current or Lexeme.Unknown && Is(next + 1, Lexeme.Same) && Is(next + 2, Lexeme.Day)) next += 2;
        if (!(At(next) is Lexeme.Day) || tokens[next].PlainLength < 3 || Holiday(next, out _) > next) return i;
        if (StartsUnit(next + 1)) return i;
        return AddEvent(i, next + 1, OffsetDirection.After, OffsetLimit.Exactly);
    }

    /// <summary>«на следующий (рабочий) день после», «рабочего дня, следующего за днём», «на третий день после».</summary>
    private int NextDay(int i, OffsetLimit limit)
    {
        var next = i;
        var offset = 1;
        if (Is(next, Lexeme.Next)) next++;
        else if (Is(next, Lexeme.Ordinal) || Is(next, Lexeme.Number) && tokens[next].Has(TokenMarks.Ordinal))
        {
            next = OrdinalNumber(next, out offset);
            if (offset is < 1 or > 60) return i;
        }
        else
        {
            // «рабочего дня, следующего за днём принятия решения», «дня, следующего за…»
            if (Is(next, Lexeme.Cardinal) && tokens[next].Value == 1) next++;
            var workingFirst = Is(next, Lexeme.Working);
            if (At(next) is Lexeme.Working or Lexeme.Calendar) next++;
            if (!Is(next, Lexeme.Day) || !Is(SkipComma(next + 1), Lexeme.Next) || !Is(SkipComma(next + 1) + 1, Lexeme.For)) return i;
            var behind = SkipComma(next + 1) + 2;
            if (At(behind) is Lexeme.Day or Lexeme.DateWord) behind++;
            return AddEvent(i, behind, OffsetDirection.After, limit, 1, workingFirst ? OffsetUnit.WorkingDay : OffsetUnit.CalendarDay);
        }
        var working = Is(next, Lexeme.Working);
        if (At(next) is Lexeme.Working or Lexeme.Calendar) next++;
        if (!Is(next, Lexeme.Day)) return i;
        next++;
        var anchor = next;
        if (At(anchor) is Lexeme.After or Lexeme.For or Lexeme.From) anchor++;
        if (anchor > next && At(anchor) is Lexeme.Day or Lexeme.DateWord or Lexeme.Moment) anchor++;
        if (anchor == next && offset > 1 && !Is(i, Lexeme.Next) || anchor == next && StartsUnit(next)) return i;
        var unit = working ? OffsetUnit.WorkingDay : OffsetUnit.CalendarDay;
        if (anchor > next) return AddEvent(i, anchor, OffsetDirection.After, limit, offset, unit);
        Add(TermKind.Relative, i, next).Counted = new Counted { Offset = offset, Unit = unit, Direction = OffsetDirection.After, Limit = limit, NotBefore = -1 };
        return next;
    }

    /// <summary>«после завершения», «с момента подписания», «по окончании конкурса», «по итогам отбора».</summary>
    private int AfterEvent(int i)
    {
        var next = i + 1;
        switch (At(i))
        {
            case Lexeme.After:
                if (At(next) is Lexeme.Day or Lexeme.DateWord or Lexeme.Moment) next++;
                break;
            case Lexeme.From:
                if (!(At(next) is Lexeme.Day or Lexeme.DateWord or Lexeme.Moment) || StartsUnit(next + 1) || At(i - 1) == Lexeme.Counted) return i;
                next++;
                break;
            case Lexeme.Along:
                if (!(At(next) is Lexeme.Finish or Lexeme.Summary or Lexeme.Expiry)) return i;
                if (!Is(next, Lexeme.Finish)) next++;
                break;
            default: return i;
        }
        if (next >= tokens.Count || !IsNamed(next)) return i;
        return AddEvent(i, next, OffsetDirection.After, OffsetLimit.Unsaid);
    }

    /// <summary>«с момента вскрытия рек до спада воды»: the event before «до» opens a span and has no length before it.</summary>
    private bool StartsFromEvent(int i) =>
        At(i - 1) is Lexeme.Day or Lexeme.DateWord or Lexeme.Moment && Is(i - 2, Lexeme.From) && At(i - 3) is Lexeme.End or Lexeme.Comma or Lexeme.Dash or Lexeme.Period;

    /// <summary>«с момента вскрытия рек — до спада воды»: what opened is closed by an event too.</summary>
    private bool FollowsEvent(int i) => termCount > 0 && terms[termCount - 1] is { Kind: TermKind.Relative, Counted: { Offset: 0, Direction: OffsetDirection.After } } last && last.End == i;

    private bool IsNamed(int i) => At(i) is not (Lexeme.End or Lexeme.Number or Lexeme.Comma or Lexeme.Dot or Lexeme.Semicolon or Lexeme.Close or Lexeme.Dash or Lexeme.Slash);

    /// <summary>«до начала паводка», «к заседанию Совета», «перед открытием»; «до и в течение сезона» is two deadlines.</summary>
    private int BeforeEvent(int i)
    {
        var next = i + 1;
        if (Is(next, Lexeme.And) && (Is(next + 1, Lexeme.In) && At(next + 2) is Lexeme.Course || Is(next + 1, Lexeme.After) || Is(next + 1, Lexeme.In)))
        {
            var anchor = Is(next + 1, Lexeme.After) ? next + 2 : Is(next + 2, Lexeme.Course) || Is(next + 2, Lexeme.Extent) || Is(next + 2, Lexeme.Period) ? next + 3 : next + 2;
            var end = AddEvent(i, anchor, OffsetDirection.Before, OffsetLimit.NotLater);
            if (Is(next + 1, Lexeme.After)) return AddEvent(i, anchor, OffsetDirection.After, OffsetLimit.Unsaid);
            Add(TermKind.Ongoing, i, end);
            return end;
        }
        if (At(next) is Lexeme.Day or Lexeme.DateWord or Lexeme.Moment && !StartsUnit(next + 1)) next++;
        if (next >= tokens.Count || !IsNamed(next) || At(next) is Lexeme.From or Lexeme.Until or Lexeme.In or Lexeme.Along or Lexeme.Not or Lexeme.PartOfDay or Lexeme.Hour) return i;
        return AddEvent(i, next, OffsetDirection.Before, OffsetLimit.NotLater, weak: !IsHappening(next) && next == i + 1 && !FollowsEvent(i));
    }

    /// <summary>Words that surely are events: «начала», «окончания», verbal nouns («проведения», «открытию»), «конца месяца».</summary>
    private bool IsHappening(int i)
    {
        if (At(i) is Lexeme.Begin or Lexeme.Finish or Lexeme.EndWord or Lexeme.Expiry or Lexeme.Moment or Lexeme.Carrying or Lexeme.Day or Lexeme.DateWord) return true;
        var word = tokens.PlainOf(i);
        return word.Length > 5 && (word.EndsWith("ния") || word.EndsWith("тия") || word.EndsWith("нию") || word.EndsWith("тию") || word.EndsWith("ем") || word.EndsWith("сезона"))
            || At(i + 1) is Lexeme.SeasonWord or Lexeme.Period;
    }
}
