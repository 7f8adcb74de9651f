namespace Vekha.Deadlines.Reading;

/// <summary>Deadlines counted from an event: «не позднее 30 календарных дней со дня завершения», «за 15 дней до заседания».</summary>
internal sealed partial class Grammar
{
    /// <summary>What the words before a length of time say.</summary>
    private struct Manner
    {
        public OffsetLimit Limit;

        /// <summary>«за 15 дней»: the event comes later.</summary>
        public bool Ahead;

        /// <summary>«не ранее», «не менее»: the number is the lower bound.</summary>
        public bool AtLeast;

        /// <summary>Some word is there.</summary>
        public bool Said;

        /// <summary>«в» alone, which only an adjective may follow: «в 10-дневный срок».</summary>
        public bool NeedsAdjective;

        /// <summary>«в течение», «через»: one unit without a number may follow.</summary>
        public bool TakesOne;

        /// <summary>«до 30 дней»: weak words.</summary>
        public bool OnlyUntil;

        /// <summary>A lower and an upper bound.</summary>
        public bool Bounded;
    }

    private int CountedFrom(int i)
    {
        var next = MannerAt(i, out var manner);
        var length = DurationAt(next, out var duration);
        var hasUnit = length > next;
        if (length == next && !(manner.AtLeast && (length = CardinalNumber(next, out duration.Count)) > next && UpperFollows(length))) return i;
        if (manner.NeedsAdjective && !duration.Adjective) return i;
        var lower = duration.Lower;
        // «не ранее двух … и не позднее пяти рабочих дней», «не ранее чем за 10 и не позднее чем за 5 дней»
        if (manner.AtLeast)
        {
            var bounded = UpperBound(length, ref manner, ref duration, ref lower);
            if (bounded == length && !hasUnit) return i; // «не ранее 10 и не позднее 20 декабря»
            length = bounded;
        }
        var link = Link(length, out var direction);
        var linked = link > length;
        if (!linked && manner.Ahead) direction = OffsetDirection.Before;
        if (!MayStand(manner, duration, linked, i, length)) return i;

        var limit = manner.Limit;
        if (!manner.Said || limit == OffsetLimit.Unsaid && !manner.Ahead && !manner.AtLeast) limit = duration.Count < 0 ? OffsetLimit.NotLater : OffsetLimit.Within;
        // «не менее чем за 30 дней до» binds as «не позднее», «не менее 15 дней со дня» as a time to wait.
        if (manner.AtLeast && limit == OffsetLimit.Within && direction == OffsetDirection.Before) limit = OffsetLimit.NotLater;
        var counted = new Counted
        {
            Offset = duration.Count, Unit = duration.Unit, Direction = direction, Limit = limit,
            NotBefore = manner.AtLeast && direction == OffsetDirection.After && lower < 0 ? duration.Count : lower,
        };
        if (counted.Offset < 0) counted.NotBefore = -1;
        // «не менее чем за 5 и не более чем за 10 дней до заседания»
        if (manner.Bounded && direction == OffsetDirection.Before && lower > 0 && lower < counted.Offset)
            (counted.Offset, counted.NotBefore, counted.Limit) = (lower, counted.Offset, OffsetLimit.NotLater);
        var end = length;
        if (linked)
        {
            counted.AnchorFirst = link;
            counted.AnchorEnd = end = AnchorEnd(link);
        }
        ref var term = ref Add(TermKind.Relative, i, end);
        term.Counted = counted;
        term.Weak = manner.Ahead && !linked; // «за 9 месяцев» rather tells what a report covers
        return end;
    }

    /// <summary>Whether such words are a deadline at all: «3 дня» alone is, «5 лет» or «года» is not.</summary>
    private bool MayStand(in Manner manner, in Duration duration, bool linked, int start, int end)
    {
        if (duration.Count < 0) return linked || manner.Said && !manner.OnlyUntil;
        if (duration.Hours && !linked && !manner.TakesOne) return false; // «до 12 часов 15 мая»
        if (linked) return manner.Said && (manner.TakesOne || !duration.Single) || !duration.Single || duration is { Common: false };
        if (duration.Single) return manner.TakesOne && (!duration.Common || duration.Unit is OffsetUnit.WorkingDay || manner.Limit == OffsetLimit.Within && duration.Unit == OffsetUnit.CalendarDay && duration.Count == 1 && !HasUnits());
        // «5 лет» is an age; a cell of nothing but «2 года» is a term.
        if (duration.Unit == OffsetUnit.Year && !manner.TakesOne && manner.Limit != OffsetLimit.NotLater) return start == 0 && end == tokens.Count && duration.Count <= 10;
        if (manner.OnlyUntil) return duration.Unit != OffsetUnit.Year;
        return manner.Said || duration.Adjective || start == 0 && (end == tokens.Count || Is(end, Lexeme.Close) || IsConnector(At(end)));
    }

    private bool HasUnits()
    {
        for (var k = 0; k < termCount; k++)
            if (terms[k].Kind == TermKind.Unit) return true;
        return false;
    }

    /// <summary>«не позднее чем через», «в срок не более», «в течение», «за», «по истечении»…</summary>
    private int MannerAt(int i, out Manner manner)
    {
        manner = new Manner { Limit = OffsetLimit.Unsaid };
        var next = i;
        for (var step = 0; step < 6; step++)
        {
            var before = next;
            switch (At(next))
            {
                case Lexeme.In when Is(next + 1, Lexeme.Deadline):
                    next += 2;
                    manner.Limit = OffsetLimit.Within;
                    break;
                case Lexeme.Deadline when step == 0 && At(next + 1) is Lexeme.Dash or Lexeme.Colon or Lexeme.Until or Lexeme.Not or Lexeme.Number or Lexeme.Cardinal:
                    next++;
                    if (At(next) is Lexeme.Dash or Lexeme.Colon) next++;
                    manner.Limit = OffsetLimit.Within;
                    break;
                case Lexeme.In or Lexeme.On when At(next + 1) is Lexeme.Course || Is(next, Lexeme.In) && Is(next + 1, Lexeme.Extent) && IsWord(next + 1, "протяж"):
                    next += 2;
                    if (manner.Limit == OffsetLimit.Unsaid) manner.Limit = OffsetLimit.Within;
                    manner.TakesOne = true;
                    while (At(next) is Lexeme.Next or Lexeme.Current or Lexeme.Filler || At(next) is Lexeme.Ordinal && At(next + 1) is Lexeme.Cardinal or Lexeme.Number || IsWord(next, "ближайш") || IsWord(next, "последующ")) next++;
                    break;
                case Lexeme.Course when step > 0 || At(next + 1) is Lexeme.Number or Lexeme.Cardinal:
                    next++;
                    manner.Limit = OffsetLimit.Within;
                    manner.TakesOne = true;
                    break;
                case Lexeme.Not when At(next + 1) is Lexeme.Later:
                    next += 2;
                    manner.Limit = OffsetLimit.NotLater;
                    break;
                case Lexeme.Not when At(next + 1) is Lexeme.More:
                    next += 2;
                    if (manner.Limit == OffsetLimit.Unsaid) manner.Limit = OffsetLimit.Within;
                    manner.TakesOne = true;
                    break;
                case Lexeme.Not when At(next + 1) is Lexeme.Less:
                    next += 2;
                    manner.AtLeast = true;
                    manner.Limit = OffsetLimit.Within;
                    break;
                case Lexeme.Less when step == 0:
                    next++;
                    manner.AtLeast = true;
                    manner.Limit = OffsetLimit.Within;
                    break;
                case Lexeme.Not when At(next + 1) is Lexeme.Earlier:
                    next += 2;
                    manner.AtLeast = true;
                    break;
                case Lexeme.Through:
                    next++;
                    if (manner.Limit == OffsetLimit.Unsaid) manner.Limit = manner.AtLeast ? OffsetLimit.Unsaid : OffsetLimit.Exactly;
                    manner.TakesOne = true;
                    break;
                case Lexeme.Along or Lexeme.Until when Is(next + 1, Lexeme.Expiry):
                    if (manner.Limit == OffsetLimit.Unsaid) manner.Limit = Is(next, Lexeme.Until) ? OffsetLimit.NotLater : manner.AtLeast ? OffsetLimit.Unsaid : OffsetLimit.Exactly;
                    next += 2;
                    manner.TakesOne = true;
                    break;
                case Lexeme.For when DurationAt(next + 1, out _) > next + 1 || manner.AtLeast && At(next + 1) is Lexeme.Number or Lexeme.Cardinal || At(next + 1) is Lexeme.Not or Lexeme.Less or Lexeme.Few:
                    next++;
                    manner.Ahead = true;
                    manner.TakesOne = true;
                    if (manner.AtLeast && manner.Limit == OffsetLimit.Within) manner.Limit = OffsetLimit.NotLater;
                    break;
                case Lexeme.Until when At(next + 1) is Lexeme.Number or Lexeme.Cardinal:
                    next++;
                    if (!manner.Said) manner.OnlyUntil = true;
                    if (manner.Limit == OffsetLimit.Unsaid) manner.Limit = OffsetLimit.Within;
                    break;
                case Lexeme.In or Lexeme.On when step == 0 && At(next + 1) is Lexeme.Number or Lexeme.Cardinal || Is(next, Lexeme.In) && IsLongWord(At(next + 1)):
                    next++;
                    manner.NeedsAdjective = true;
                    manner.Limit = OffsetLimit.Within;
                    break;
                case Lexeme.Comma or Lexeme.Than or Lexeme.Filler when manner.Said:
                    next++;
                    break;
                default: return next;
            }
            if (next == before) break;
            manner.Said = true;
        }
        return next;
    }

    /// <summary>«не ранее двух и не позднее пяти рабочих дней»: the first number has no unit of its own.</summary>
    private bool UpperFollows(int i)
    {
        while (At(i) is Lexeme.And or Lexeme.Comma or Lexeme.But) i++;
        return Is(i, Lexeme.Not) && At(i + 1) is Lexeme.Later or Lexeme.More;
    }

    /// <summary>«… и не позднее пяти рабочих дней» behind a lower bound.</summary>
    private int UpperBound(int i, ref Manner manner, ref Duration duration, ref int lower)
    {
        var next = i;
        while (At(next) is Lexeme.And or Lexeme.Comma or Lexeme.But) next++;
        if (next == i || !(Is(next, Lexeme.Not) && At(next + 1) is Lexeme.Later or Lexeme.More)) return i;
        var bound = MannerAt(next, out var upper);
        var length = DurationAt(bound, out var longer);
        if (length == bound || longer.Count < 0) return i;
        lower = duration.Count;
        duration = longer;
        duration.Single = false;
        upper.AtLeast = false;
        upper.Bounded = true;
        upper.Ahead |= manner.Ahead;
        manner = upper;
        return length;
    }

    /// <summary>«со дня», «после», «до дня»…; answers the first token of the event, or the same place.</summary>
    private int Link(int i, out OffsetDirection direction)
    {
        direction = OffsetDirection.After;
        var next = i;
        if (Is(next, Lexeme.Comma) && (At(next + 1) is Lexeme.After or Lexeme.Starting || Is(next + 1, Lexeme.From) && At(next + 2) is Lexeme.Day or Lexeme.DateWord or Lexeme.Moment)) next++;
        if (Is(next, Lexeme.Starting)) next++;
        // «рабочих дней, следующих за днём регистрации»
        if (Is(SkipComma(next), Lexeme.Next) && Is(SkipComma(next) + 1, Lexeme.For))
        {
            next = SkipComma(next) + 2;
            if (At(next) is Lexeme.Day or Lexeme.DateWord) next = Is(next + 1, Lexeme.Comma) ? next + 2 : next + 1;
            return next < tokens.Count ? next : i;
        }
        switch (At(next))
        {
            case Lexeme.From or Lexeme.OutOf:
                next++;
                if (Is(next, Lexeme.Next)) next++; // «со следующего дня после»
                if (At(next) is Lexeme.Working) next++;
                if (At(next) is Lexeme.Day or Lexeme.DateWord or Lexeme.Moment) next = DayOfEvent(next + 1);
                else if (!(At(next) is Lexeme.Unknown or Lexeme.Begin or Lexeme.Finish or Lexeme.Carrying or Lexeme.Number or Lexeme.Act or Lexeme.Current or Lexeme.Deadline)) return i;
                if (Is(next, Lexeme.After)) next++;
                break;
            case Lexeme.After:
                next++;
                if (At(next) is Lexeme.Day or Lexeme.DateWord or Lexeme.Moment) next++;
                break;
            case Lexeme.Along when At(next + 1) is Lexeme.Finish or Lexeme.Expiry or Lexeme.Summary || At(next + 1) is Lexeme.Demand or Lexeme.Unknown && (tokens.PlainOf(next + 1).EndsWith("ии") || tokens.PlainOf(next + 1).EndsWith("ию")):
                next++;
                break;
            case Lexeme.Until or Lexeme.Ahead:
                direction = OffsetDirection.Before;
                next++;
                if (At(next) is Lexeme.Day or Lexeme.DateWord or Lexeme.Moment && Holiday(next, out _) == next) next++;
                break;
            default: return i;
        }
        return next < tokens.Count ? next : i;
    }

    /// <summary>«со дня, следующего за днём принятия»: the event is the acceptance.</summary>
    private int DayOfEvent(int i)
    {
        var next = SkipComma(i);
        if (Is(next, Lexeme.Next) && Is(next + 1, Lexeme.For)) return At(next + 2) is Lexeme.Day or Lexeme.DateWord ? next + 3 : next + 2;
        return Is(i, Lexeme.After) ? i + 1 : i;
    }
}
