namespace Vekha.Deadlines.Reading;

/// <summary>Lists whose month or year stands only once: «18, 19, 25, 26 сентября», «13 мая, 27 мая, 17 июня 2011 года».</summary>
internal sealed partial class Grammar
{
    private bool rolledOver;

    /// <summary>Whether an item belongs to one list with the item before it.</summary>
    private bool IsChained(int i) => i > 0 && items[i].Gap < Gap.Noise && items[i - 1].Kind == TermKind.Unit && items[i].Kind == TermKind.Unit;

    /// <summary>Bare numbers take what they count from the unit behind them.</summary>
    private void FillNumbers()
    {
        for (var i = itemCount - 1; i >= 0; i--)
        {
            ref var item = ref items[i];
            if (item.Kind != TermKind.Unit) continue;
            var hasNext = i + 1 < itemCount && IsChained(i + 1) && !items[i + 1].Dropped && items[i + 1].Unit.Grain != Grain.Bare;
            if (item.IsSpan)
            {
                if (item.UnitTo.Grain == Grain.Bare)
                {
                    // «1-5, 10-15 мая»; «с 15 мая по 20»
                    if (hasNext && item.Unit.Grain == Grain.Bare) item.UnitTo = items[i + 1].Unit.Like(item.UnitTo.Ordinal);
                    else if (item.Unit.Grain is not Grain.Bare) item.UnitTo = item.Unit.Like(item.UnitTo.Ordinal) with { Year = item.Unit.Year };
                }
                if (item.Unit.Grain == Grain.Bare) FillStart(ref item);
                // «в 2019 году – 5»: the number counts something else
                if (item.Unit.Grain != Grain.Bare && item.UnitTo.Grain == Grain.Bare) item.IsSpan = false;
                else if (item.Unit.Grain == Grain.Bare) Forget(i);
            }
            else if (item.Unit.Grain == Grain.Bare)
            {
                if (hasNext) item.Unit = items[i + 1].Unit.Like(item.Unit.Ordinal);
                else if (item.Role is Role.By or Role.NotLater or Role.Through && IsChained(i) && items[i - 1].Final.Grain == Grain.Day)
                    item.Unit = items[i - 1].Final.Like(item.Unit.Ordinal);
                if (item.Unit.Grain == Grain.Bare) Forget(i);
            }
        }
    }

    /// <summary>«6-8 мая»; «с 28 по 3 марта» starts in the month before.</summary>
    private static void FillStart(ref Item item)
    {
        var number = item.Unit.Ordinal;
        item.Unit = item.UnitTo.Like(number);
        if (item.UnitTo.Grain == Grain.Day && number > item.UnitTo.FirstDay)
            item.Unit = CalendarUnit.Day(CalendarUnit.NoYear, item.UnitTo.FirstMonth == 1 ? 12 : item.UnitTo.FirstMonth - 1, number);
    }

    private void Forget(int i)
    {
        items[i].Dropped = true;
        unread |= items[i].Unit.Grain == Grain.Bare;
        if (i + 1 < itemCount) items[i + 1].Gap = Widest(items[i + 1].Gap, Gap.Noise);
    }

    /// <summary>Months that no calendar year holds in this order: autumn, then spring.</summary>
    private static bool CrossesNewYear(int before, int after) => before >= 9 && after <= 6;

    private static bool NeedsYear(in CalendarUnit unit) => unit.Grain is not (Grain.MonthDay or Grain.Bare) && !unit.HasYear && !unit.Yearly;

    /// <summary>Years: from the list behind, from the list before, from the plan, from anywhere in the cell.</summary>
    private void FillYears()
    {
        rolledOver = false;
        for (var i = itemCount - 1; i >= 0; i--)
        {
            ref var item = ref items[i];
            if (!item.IsUnit) continue;
            ShareYear(ref item);
            if (!NeedsYear(item.Unit) || i + 1 >= itemCount || !IsChained(i + 1)) continue;
            if (items[i + 1].Dropped)
            {
                GiveEnd(ref item, YearAfter(items[i + 1], item));
                continue;
            }
            if ( !items[i + 1].Unit.HasYear || items[i + 1].Unit.Grain is Grain.MonthDay || items[i + 1].YearGuessed) continue;
            if (!SharesYears(item, items[i + 1])) continue;
            var year = items[i + 1].Unit.Year;
            GiveEnd(ref item, CrossesNewYear(item.Final.FirstMonth, items[i + 1].Unit.FirstMonth) ? year - 1 : year);
        }
        for (var i = 0; i < itemCount; i++)
        {
            ref var item = ref items[i];
            if (!item.IsUnit || !NeedsYear(item.Unit)) continue;
            if (IsChained(i) && !items[i - 1].Dropped && items[i - 1].Final.HasYear)
            {
                ref var before = ref items[i - 1];
                var turn = CrossesNewYear(before.Final.FirstMonth, item.Unit.FirstMonth) && before.Gap < Gap.Semicolon && before.Role == item.Role;
                if (turn && before.YearFromPlan) rolledOver = true;
                GiveStart(ref item, before.Final.Year + (turn ? 1 : before.YearFromPlan && before.IsSpan ? before.Unit.Year - before.Final.Year : 0));
                // «ежегодно, начиная с 2026 года, до 1 марта»: the year bounds the repetition.
                item.YearFromPlan = before.YearFromPlan || before is { Role: Role.From, Unit.Grain: Grain.Year } && HasRepetition();
                item.YearGuessed = before.YearGuessed;
            }
            else if (contextYear > 0)
            {
                item.YearFromPlan = true;
                GiveStart(ref item, contextYear);
            }
            else
            {
                var elsewhere = YearElsewhere(i);
                if (elsewhere == CalendarUnit.NoYear && i > 0) elsewhere = YearAfter(items[i - 1], item);
                item.YearGuessed = elsewhere == CalendarUnit.NoYear;
                item.YearFromPlan = !item.YearGuessed;
                GiveStart(ref item, Math.Max(elsewhere, 0));
            }
        }
    }

    /// <summary>«II квартал 2022–2024 гг.», «май 2022, 2023 годов»: the same piece of each year.</summary>
    private void SpreadYears()
    {
        for (var i = 0; i + 1 < itemCount; i++)
        {
            if (!items[i].IsUnit || !items[i].Final.HasYear || items[i].Unit.Grain is Grain.Year or Grain.SchoolYear or Grain.MonthDay) continue;
            var last = i;
            while (last + 1 < itemCount && items[last + 1] is { IsUnit: true, Role: Role.None, IsSpan: false, Unit: { Grain: Grain.Year, Edge: Edge.Whole }, Gap: Gap.Dash or Gap.Comma or Gap.And }) last++;
            if (last == i || At(items[last].TokenEnd - 1) != Lexeme.Years) continue;
            var first = items[i].Final.Year;
            var count = items[last].Unit.Year - first;
            // «ежегодно до 1 июня 2024–2026 гг.»: the years bound the repetition.
            if (HasRepetition() && items[i] is { IsSpan: false } && items[i + 1].Gap == Gap.Dash && last == i + 1 && count >= 1)
            {
                items[i].Unit.Year = CalendarUnit.NoYear;
                (items[last].UnitTo, items[last].IsSpan) = (items[last].Unit, true);
                items[last].Unit = CalendarUnit.YearOf(first);
                items[last].Gap = Gap.Comma;
                continue;
            }
            if (items[i + 1].Gap == Gap.Dash && last == i + 1 && count is >= 1 and <= LongestSpread)
            {
                InsertAfter(i, count - 1);
                for (var k = 1; k <= count; k++) items[i + k] = YearsLater(items[i], k);
            }
            else
                for (var k = i + 1; k <= last; k++) items[k] = YearsLater(items[i], items[k].Unit.Year - first);
        }
    }

    /// <summary>Years that one piece of the calendar may be spread over.</summary>
    private const int LongestSpread = 12;

    private static Item YearsLater(in Item item, int years)
    {
        var later = item with { Gap = Gap.Comma };
        if (later.Unit.HasYear) later.Unit.Year += years;
        if (later.IsSpan && later.UnitTo.HasYear) later.UnitTo.Year += years;
        return later;
    }

    private void InsertAfter(int i, int count)
    {
        while (itemCount + count > items.Length) Array.Resize(ref items, items.Length * 2);
        Array.Copy(items, i + 1, items, i + 1 + count, itemCount - i - 1);
        itemCount += count;
    }

    /// <summary>A list shares one year only among units of the same kind of role: «Май … – до 1 марта 2008 г.» does not.</summary>
    private bool SharesYears(in Item item, in Item next)
    {
        // «ежегодно до 1 марта, с 2022 года», «… в 2022–2024 годах»: that year bounds the repetition.
        if ((next.Unit.Grain == Grain.Year || next is { IsSpan: true, Unit.HasYear: true }) && HasRepetition()) return false;
        if (next is { Role: Role.From or Role.NotBefore, IsSpan: false } && item.Role != next.Role) return false;
        return next.Gap != Gap.Semicolon || item.Role == next.Role || item.Unit.Grain == next.Unit.Grain;
    }

    /// <summary>Both ends of a span: «с 10 октября по 25.12.2017», «декабрь 2022 – январь».</summary>
    private static void ShareYear(ref Item item)
    {
        if (!item.IsSpan) return;
        if (item.UnitTo.HasYear && NeedsYear(item.Unit)) GiveEnd(ref item, item.UnitTo.Year);
        else if (item.Unit.HasYear && NeedsYear(item.UnitTo)) GiveStart(ref item, item.Unit.Year);
    }

    private static bool EndsBeforeStart(in Item item) =>
        item.UnitTo.LastMonth < item.Unit.FirstMonth || item.UnitTo.LastMonth == item.Unit.FirstMonth && item.UnitTo.LastDay != 0 && item.UnitTo.LastDay < item.Unit.FirstDay;

    private static void GiveEnd(ref Item item, int year)
    {
        if (!item.IsSpan)
        {
            item.Unit.Year = year;
            return;
        }
        item.UnitTo.Year = year;
        if (!item.Unit.HasYear) item.Unit.Year = year > 0 && EndsBeforeStart(item) && item.UnitTo.YearsOn == 0 ? year - 1 : year;
    }

    private static void GiveStart(ref Item item, int year)
    {
        if (!item.Unit.HasYear) item.Unit.Year = year;
        if (item.IsSpan && !item.UnitTo.HasYear) item.UnitTo.Year = year + item.Unit.YearsOn * 0 + (EndsBeforeStart(item) && item.UnitTo.YearsOn == 0 ? 1 : 0);
    }

    /// <summary>«до 10 января – за IV квартал 2023 года»: what reports about a period falls due after its end.</summary>
    private static int YearAfter(in Item subject, in Item due)
    {
        if (subject is not { Kind: TermKind.Unit, Role: Role.For, Final.HasYear: true } || subject.Final.Year < FirstYear) return CalendarUnit.NoYear;
        var end = subject.Final.Last;
        return due.Unit.First.Month > end.Month ? end.Year : end.Year + 1;
    }

    private int YearElsewhere(int i)
    {
        for (var k = i + 1; k < itemCount; k++)
            if (items[k].IsUnit && items[k].Unit is { HasYear: true, Grain: not Grain.MonthDay } && !items[k].YearGuessed && !IsSubject(items[k])) return items[k].Unit.Year;
        for (var k = i - 1; k >= 0; k--)
            if (items[k].IsUnit && items[k].Final is { HasYear: true, Grain: not Grain.MonthDay } && !items[k].YearGuessed && !IsSubject(items[k])) return items[k].Final.Year;
        return CalendarUnit.NoYear;
    }

    private static bool IsSubject(in Item item) => item.Role is Role.For or Role.On && item.Unit.Grain != Grain.Day;

    /// <summary>Units that tell what a paper is about and not when: «отчёт за I квартал», «бюджет на 2024 год».</summary>
    private void DropSubjects()
    {
        var deadlines = 0;
        for (var i = 0; i < itemCount; i++)
            if (!items[i].Dropped && !items[i].Weak && !IsSubject(items[i])) deadlines++;
        for (var i = 0; i < itemCount; i++)
        {
            ref var item = ref items[i];
            if (!item.IsUnit) continue;
            if (IsSubject(item) && (deadlines > 0 || item.Gap == Gap.Noise)) Forget(i);
            else if (item is { Role: Role.OutOf, IsSpan: false } && (deadlines > 1 || item.Gap == Gap.Noise)) Forget(i);
            else if (item is { Unit.Grain: Grain.Year, IsSpan: false, Role: Role.None or Role.In } && IsNamedYear(item, i)) Forget(i);
        }
    }

    /// <summary>«2024 год – Год семьи», «бюджет 2024 года»: the year is a name.</summary>
    private bool IsNamedYear(in Item item, int i)
    {
        var behind = item.TokenEnd;
        if (At(behind) == Lexeme.Dash) behind++;
        if (At(behind) is Lexeme.Year && tokens[behind].PlainLength > 2 || At(behind) is Lexeme.Declared) return true;
        if (item.Role == Role.None && At(terms[item.TermIndex].First - 1) is Lexeme.MonthsWord) return true; // «9 месяцев 2025 г.»
        return item is { Role: Role.None, Gap: Gap.Noise } && At(item.TokenEnd - 1) == Lexeme.Year && tokens.PlainOf(item.TokenEnd - 1) is "года";
    }
}
