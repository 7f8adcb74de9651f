namespace Vekha.Deadlines.Reading;

/// <summary>What stands beside a deadline only to explain it or to be shared: a year before its months, brackets, one day of several months.</summary>
internal sealed partial class Grammar
{
    /// <summary>«2023 год, октябрь», «2022 г.: март, ноябрь»: a bare year before units without one is theirs.</summary>
    private void LeadingYears()
    {
        // «2025-2027 учебные годы»: from the autumn of the first to the spring of the last.
        for (var i = 0; i < itemCount; i++)
            if (items[i] is { IsUnit: true, IsSpan: true, Unit: { Grain: Grain.Year, HasYear: true }, UnitTo: { Grain: Grain.SchoolYear, HasYear: true } })
                (items[i].Unit, items[i].UnitTo) = (CalendarUnit.SchoolYear(items[i].Unit.Year), CalendarUnit.SchoolYear(items[i].UnitTo.Year - 1));
        for (var i = 0; i + 1 < itemCount; i++)
        {
            if (!IsBareYear(items[i]) || i > 0 && items[i].Gap is Gap.Comma or Gap.And or Gap.Dash && items[i - 1].IsUnit && NeedsYear(items[i - 1].Final)) continue;
            var next = i + 1;
            for (; next < itemCount && items[next].IsUnit && items[next].Gap < Gap.Then && NeedsYear(items[next].Unit) && items[next].Unit.Grain != Grain.Year && !IsSubject(items[next]); next++)
            {
                if (items[next].IsSpan && items[next].UnitTo.HasYear) break;
                // «2025/2026 уч. год, I полугодие» is the first half of the school year.
                if (items[i].Unit.Grain == Grain.SchoolYear && items[next] is { IsSpan: false, Unit.Grain: Grain.HalfYear })
                {
                    items[next].Unit = SchoolHalf(items[i].Unit.Year, items[next].Unit.FirstMonth == 1 ? 1 : 2);
                    continue;
                }
                GiveStart(ref items[next], items[i].Unit.Year + (items[i].Unit.Grain == Grain.SchoolYear && items[next].Unit.FirstMonth < 8 ? 1 : 0));
            }
            if (next == i + 1) continue;
            items[i].Dropped = true;
            if (items[i].Gap > items[i + 1].Gap) items[i + 1].Gap = items[i].Gap;
        }
    }

    /// <summary>«в теч. месяца, январь 2025», «ко Дню города (27 августа)»: the calendar behind says which month or day is meant.</summary>
    private void DropRepeated()
    {
        for (var i = 0; i + 1 < itemCount; i++)
        {
            ref var said = ref items[i];
            ref var named = ref items[i + 1];
            if (said.Kind != TermKind.Relative || !named.IsUnit || named.IsSpan || named.Gap >= Gap.Semicolon) continue;
            if (said.Counted is { Offset: 1, Unit: OffsetUnit.Month, Limit: OffsetLimit.Within, AnchorEnd: 0 } && named is { Role: Role.None, Unit.Grain: Grain.Month }) said.Dropped = true;
            else if (said.Counted is { Offset: 0, Direction: OffsetDirection.Before } && named is { Bracketed: true, Role: Role.None, Unit.Grain: Grain.Day })
            {
                said.Dropped = true;
                (named.Role, named.Towards) = (Role.By, true);
            }
        }
    }

    /// <summary>«ежемесячно (кроме июля и августа)»: the months that a repetition leaves out. Without a repetition nobody can say what they mean.</summary>
    private void TakeExceptions()
    {
        for (var i = 0; i < itemCount; i++)
        {
            if (items[i] is not { IsUnit: true, Role: Role.Except }) continue;
            var end = i;
            ushort months = 0;
            for (; end < itemCount && items[end].IsUnit && (end == i || items[end] is { Role: Role.None, Gap: Gap.Comma or Gap.And }); end++)
            {
                if (items[end].Unit.Grain is Grain.Month or Grain.Season) months |= MonthsOf(items[end].IsSpan ? items[end].Unit with { LastMonth = items[end].UnitTo.LastMonth } : items[end].Unit);
                items[end].Dropped = true;
            }
            var every = i - 1;
            if (months != 0 && every >= 0 && items[every] is { Kind: TermKind.Every, Repetition: { Frequency: Frequency.Monthly, Months: 0 } })
                items[every].Repetition.Months = (ushort)(AllMonths & ~months);
            else unread = true;
        }
    }

    private const ushort AllMonths = 0b1_1111_1111_1110;

    /// <summary>«I кв. – до 5 апреля», «до 5 апреля (I кв.)»: the period that a report covers stands beside the day it is due.</summary>
    private void DropReported()
    {
        for (var i = 0; i < itemCount; i++)
        {
            if (items[i] is not { IsUnit: true, IsSpan: false, Role: Role.None or Role.In, Unit: { Grain: Grain.Quarter or Grain.HalfYear, Edge: Edge.Whole } }) continue;
            var behindDay = i > 0 && items[i].Bracketed && items[i - 1] is { IsUnit: true, Bracketed: false, IsSpan: false, Unit.Grain: Grain.Day } && IsDue(items[i - 1]);
            var beforeDay = i + 1 < itemCount && items[i + 1] is { IsUnit: true, IsSpan: false, Gap: Gap.Dash, Unit.Grain: Grain.Day } && IsDue(items[i + 1]) && items[i].Unit.Last.CompareTo(items[i + 1].Unit.First) < 0;
            items[i].Dropped |= behindDay || beforeDay;
        }
    }

    /// <summary>
    /// «в период месячника с 1 по 30 апреля», «еженедельно в период половодья»: the span of an event is no deadline beside its days;
    /// beside a repetition it is its window, whose days nobody has named yet.
    /// </summary>
    private void DropEventSpans()
    {
        for (var i = 0; i < itemCount; i++)
        {
            if (items[i].Kind != TermKind.Ongoing || items[i].Dropped || !IsEventSpan(terms[items[i].TermIndex])) continue;
            if (i + 1 < itemCount && items[i + 1] is { IsUnit: true, Unit.Grain: Grain.Day } && (items[i + 1].IsSpan && items[i + 1].Gap == Gap.None || items[i + 1] is { Bracketed: true, IsSpan: true })) items[i].Dropped = true;
            else if (i > 0 && items[i - 1].Kind == TermKind.Every && items[i].Gap is not (Gap.Semicolon or Gap.Then) || i + 1 < itemCount && items[i + 1].Kind == TermKind.Every && items[i + 1].Gap < Gap.Semicolon)
            {
                items[i].Dropped = true;
                if (!IsSpanOfPlan(terms[items[i].TermIndex])) Ask(WhichWindow);
            }
        }
    }

    /// <summary>«в период половодья», «в течение отопительного сезона», never «постоянно» or «на постоянной основе».</summary>
    private bool IsEventSpan(in Term term)
    {
        var isEvent = false;
        for (var k = term.First; k < term.End; k++)
            switch (At(k))
            {
                case Lexeme.Constantly or Lexeme.Constant or Lexeme.Control or Lexeme.Basis: return false;
                case Lexeme.Period or Lexeme.Course or Lexeme.Extent or Lexeme.SeasonWord: isEvent = true; break;
            }
        return isEvent;
    }

    /// <summary>«в течение срока реализации программы», «весь период»: as long as the plan itself.</summary>
    private bool IsSpanOfPlan(in Term term)
    {
        for (var k = term.First; k < term.End; k++)
            if (At(k) is Lexeme.Carrying or Lexeme.Deadline or Lexeme.Schedule or Lexeme.Reporting or Lexeme.Planned) return true;
            else if (Is(k, Lexeme.Unknown)) return false; // «отопительный период»
        return At(term.End - 1) is Lexeme.Period or Lexeme.Course;
    }

    private static bool IsBareYear(in Item item) =>
        item is { IsUnit: true, IsSpan: false, Role: Role.None or Role.In, Unit: { Grain: Grain.Year or Grain.SchoolYear, Edge: Edge.Whole, HasYear: true, Yearly: false, Lost: false } };

    /// <summary>«до 20 числа: март, июнь», «до 10 апреля, июля, октября»: one day of several months.</summary>
    private void SpreadDays()
    {
        for (var i = 0; i + 1 < itemCount; i++)
        {
            ref var item = ref items[i];
            if (!item.IsUnit || item.IsSpan) continue;
            var any = item.Unit is { Grain: Grain.MonthDay, Months: 0, Ordinal: > 0 };
            if (!any && item.Unit is not { Grain: Grain.Day, Yearly: false }) continue;
            var next = i + 1;
            for (; next < itemCount && IsMonthAlone(items[next]) && (any || IsGenitive(items[next]) && items[next].Gap is Gap.Comma or Gap.And); next++)
            {
                ref var month = ref items[next];
                month.Unit = CalendarUnit.Day(month.Unit.Year, month.Unit.FirstMonth, item.Unit.Ordinal) with { Cut = item.Unit.Ordinal > WrittenDate.LastDay(2000, month.Unit.FirstMonth) };
                (month.Role, month.Towards) = (item.Role, item.Towards);
            }
            if (any && next > i + 1) item.Dropped = true;
        }
    }

    private static bool IsMonthAlone(in Item item) => item is { IsUnit: true, IsSpan: false, Role: Role.None, Gap: < Gap.Semicolon, Unit: { Grain: Grain.Month, Edge: Edge.Whole, Yearly: false } };

    /// <summary>«июля» and not «июль».</summary>
    private bool IsGenitive(in Item item) => tokens.PlainOf(terms[item.TermIndex].First) is [.., 'я' or 'а'];

    /// <summary>«апрель (II квартал)», «II квартал (апрель)»: of two that lie one in the other, brackets between, the narrower one is meant.</summary>
    private void DropExplained()
    {
        for (var i = 0; i + 1 < itemCount; i++)
        {
            if (!items[i].IsUnit || items[i].Bracketed || !items[i + 1].Bracketed) continue;
            var end = i + 1;
            while (end < itemCount && items[end].Bracketed && items[end].Kind == TermKind.Unit) end++;
            if (end < itemCount && items[end].Bracketed) continue; // «2022–2024 годы (ежегодно в IV квартале)»
            if (items[i + 1] is { IsSpan: true, Unit: { Grain: Grain.Year, HasYear: true } } && HasRepetition()) continue; // «ежегодно до 1 декабря (2025–2028 годы)»
            bool allInside = true, any = false;
            for (var k = i + 1; k < end; k++)
            {
                if (items[k].Dropped) continue;
                any = true;
                // «май (срок – до 20 мая)» says two things: when it goes on and when it is due.
                allInside &= Holds(items[i], items[k]) && IsDue(items[k]) == IsDue(items[i]);
            }
            if (!any) continue;
            if (allInside) items[i].Dropped = true;
            else
                for (var k = i + 1; k < end; k++)
                    if (items[k].IsUnit && Holds(items[k], items[i])) items[k].Dropped = true;
        }
    }

    /// <summary>Whether the days of one item lie inside another.</summary>
    private static bool Holds(in Item outer, in Item inner)
    {
        if (outer.Unit.Grain is Grain.MonthDay or Grain.Bare || inner.Unit.Grain is Grain.MonthDay or Grain.Bare) return false;
        var (first, last) = DaysOf(outer);
        var (from, to) = DaysOf(inner);
        return first.CompareTo(from) <= 0 && to.CompareTo(last) <= 0 && !(outer.Unit.Grain == Grain.Day && inner.Unit.Grain == Grain.Day);
    }

    private static bool IsDue(in Item item) => item.Role is Role.By or Role.NotLater or Role.Through;

    private static (WrittenDate First, WrittenDate Last) DaysOf(in Item item)
    {
        if (!IsDue(item)) return (item.Unit.First, item.Final.Last);
        var due = DueDay(item.Final, item.Role, item.Towards, inclusive: true);
        return (due, due);
    }
}
