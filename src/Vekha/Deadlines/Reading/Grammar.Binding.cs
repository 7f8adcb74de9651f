namespace Vekha.Deadlines.Reading;

/// <summary>Repetitions take what stands beside them: days of the month, months of the year, the span they last.</summary>
internal sealed partial class Grammar
{
    private void BindRepetitions()
    {
        JoinRepetitions();
        for (var i = 0; i < itemCount; i++)
        {
            if (items[i].Kind != TermKind.Every || items[i].Dropped) continue;
            var end = i + 1;
            while (end < itemCount && !IsReportOfItsOwn(end, items[i].Repetition) && (CanBind(end) || items[end] is { Kind: TermKind.Unit or TermKind.Ongoing, Dropped: true }) && items[end].Gap is not (Gap.Semicolon or Gap.Then)) end++;
            // «2022–2024 годы (ежегодно в IV квартале)»: the years before it bound it.
            var years = i > 0 && end > i + 1 && items[i].Gap < Gap.Semicolon && items[i - 1] is { IsUnit: true, Unit: { Grain: Grain.Year, HasYear: true }, YearFromPlan: false, YearGuessed: false };
            // «с марта 2025 г. ежемесячно до 10 числа»: its start stands before it.
            years |= i > 0 && end > i + 1 && items[i].Gap < Gap.Semicolon && items[i - 1] is { IsUnit: true, IsSpan: false, Role: Role.From or Role.NotBefore, Unit.Grain: not Grain.MonthDay }
                && (items[i].Repetition.Frequency != Frequency.Yearly || items[i - 1] is { YearFromPlan: false, YearGuessed: false });
            // «до 30 декабря ежегодно, начиная с 2020 года»: what stands behind may only bound it.
            if (end > i + 1 && Bind(i, i + 1, end) && !(IsPlain(items[i].Repetition) && items[i].Gap is Gap.None or Gap.Line))
            {
                if (years && items[i].From is null && items[i].To is null && BindWindow(ref items[i], items[i - 1], stoodBefore: true)) items[i - 1].Dropped = true;
                continue;
            }
            var first = i;
            while (first > 0 && CanBind(first - 1) && items[first].Gap < Gap.Semicolon) first--;
            if (first < i) Bind(i, first, i);
        }
        LeftMonthDays();
    }

    /// <summary>«ежемесячно, итоговый отчёт до 25.12.2024»: other words and a whole date are a deadline of their own.</summary>
    private bool IsReportOfItsOwn(int i, in Repetition repetition)
    {
        if (items[i] is not { Gap: Gap.Noise, Role: Role.By or Role.NotLater, IsSpan: false, Unit: { Grain: Grain.Day, HasYear: true, Yearly: false } }) return false;
        if (items[i] is { YearFromPlan: false, YearGuessed: false }) return true;
        // «ежемесячно до 5 числа; годовой – до 20 января»: one day is no list of a repetition's days.
        return repetition.Frequency != Frequency.Yearly && !(i + 1 < itemCount && items[i + 1] is { IsUnit: true, Gap: Gap.Comma or Gap.And, Unit.Grain: Grain.Day }) && items[i - 1].Unit.Grain == Grain.MonthDay;
    }

    private bool CanBind(int i) => items[i].Kind is TermKind.Unit or TermKind.Weekday && !items[i].Dropped;

    /// <summary>«ежемесячно, последняя пятница»; «ежедневно по рабочим дням»: two words for one repetition.</summary>
    private void JoinRepetitions()
    {
        for (var i = 0; i + 1 < itemCount; i++)
        {
            ref var general = ref items[i];
            ref var exact = ref items[i + 1];
            if (general.Kind != TermKind.Every || exact.Kind != TermKind.Every || exact.Gap >= Gap.Semicolon) continue;
            if (IsPlain(exact.Repetition) && !IsPlain(general.Repetition) && exact.Repetition.Times < 0 && SamePace(exact.Repetition, general.Repetition))
            {
                general.Dropped = true;
                (exact.Repetition, exact.Gap) = (general.Repetition with { Interval = Math.Max(general.Repetition.Interval, exact.Repetition.Interval) }, general.Gap);
                continue;
            }
            // «ежегодно, 1 раз в год»
            if (IsPlain(general.Repetition) && IsPlain(exact.Repetition) && general.Repetition.Times < 0 && SamePace(general.Repetition, exact.Repetition) && general.Repetition.Interval == exact.Repetition.Interval)
            {
                exact.Gap = general.Gap;
                general.Dropped = true;
                continue;
            }
            if (!IsPlain(general.Repetition) || IsPlain(exact.Repetition) || exact.Repetition.Times >= 0) continue;
            // «ежемесячно, каждая третья среда»: the third of the month.
            if (general.Repetition.Frequency == Frequency.Monthly && exact.Repetition is { Frequency: Frequency.Weekly, Interval: >= 2 and <= 5, Weekdays: not 0 })
                exact.Repetition = exact.Repetition with { Frequency = Frequency.Monthly, Positions = 1u << exact.Repetition.Interval };
            var daily = general.Repetition.Frequency == Frequency.Daily && exact.Repetition is { Frequency: Frequency.Weekly, Weekdays: not 0 };
            if (!daily && !SamePace(general.Repetition, exact.Repetition)) continue;
            exact.Repetition.Times = general.Repetition.Times;
            exact.Repetition.Interval = general.Repetition.Interval;
            if (daily) exact.Repetition.Frequency = Frequency.Daily;
            exact.Gap = general.Gap;
            general.Dropped = true;
        }
    }

    private static bool IsPlain(in Repetition repetition) => repetition is { MonthDays: 0, Months: 0, Weekdays: 0, Positions: 0 };

    private static bool SamePace(in Repetition a, in Repetition b) => a.Frequency == b.Frequency;

    /// <summary>Gives a repetition the items from one place to another; false when they say something of their own.</summary>
    private bool Bind(int every, int first, int end)
    {
        ref var item = ref items[every];
        var taken = false;
        for (var i = first; i < end; i++)
        {
            ref var part = ref items[i];
            if (part.Kind == TermKind.Ongoing) continue;
            var fits = part.Kind == TermKind.Weekday ? BindWeekdays(ref item, part) : part.Unit.Grain == Grain.MonthDay ? BindMonthDay(ref item, part) : false;
            if (fits) part.Dropped = taken = true;
        }
        if (item.Repetition.Frequency == Frequency.Yearly) return BindYearly(every, first, end) || taken;
        if (item.Repetition.Frequency == Frequency.Monthly && BindDates(every, first, end)) return true;
        for (var i = first; i < end; i++)
            if (!items[i].Dropped && BindWindow(ref item, items[i], i < every))
                items[i].Dropped = taken = true;
        return taken;
    }

    private static bool BindWeekdays(ref Item item, in Item part)
    {
        item.Repetition.Weekdays |= part.Repetition.Weekdays;
        return true;
    }

    private static uint MonthDayBits(in Item part)
    {
        if (!part.IsSpan) return part.Unit.Ordinal == -1 ? 1u : 1u << part.Unit.Ordinal;
        var bits = 0u;
        for (int day = Math.Max(part.Unit.Ordinal, (sbyte)1); day <= part.UnitTo.Ordinal; day++) bits |= 1u << day;
        return bits;
    }

    private static bool BindMonthDay(ref Item item, in Item part)
    {
        item.Repetition.MonthDays |= MonthDayBits(part);
        // «ежегодно, до 20 числа месяца, следующего за отчётным годом»
        if (item.Repetition.Frequency == Frequency.Yearly && part.Unit.Months == 12) item.Repetition.Months |= 1 << 1;
        return true;
    }

    /// <summary>The span that a repetition lasts, or its first or last day.</summary>
    private static bool BindWindow(ref Item item, in Item part, bool stoodBefore)
    {
        if (part.Kind != TermKind.Unit) return false;
        if (part.IsSpan)
        {
            (item.From, item.To) = (part.Unit.First, part.UnitTo.Last);
            return true;
        }
        switch (part.Role)
        {
            case Role.From or Role.NotBefore or Role.After or Role.Start:
                item.From = part.Unit.First;
                return true;
            case Role.By or Role.NotLater or Role.Through or Role.Finish when !stoodBefore || part.Unit.Grain != Grain.Day:
                item.To = part.Unit.Last;
                return true;
            case Role.By or Role.NotLater: return false;
        }
        if (part.Unit.Grain is Grain.Day or Grain.NthWeekday) return false;
        var span = part.Unit.Edge == Edge.Whole ? part.Unit : SoftPart(part.Unit);
        (item.From, item.To) = (span.First, span.Last);
        return true;
    }

    /// <summary>«ежеквартально до 10 апреля, 10 июля…»: the same day of several months is a yearly rule.</summary>
    private bool BindDates(int every, int first, int end)
    {
        ref var item = ref items[every];
        var days = 0;
        var months = 0;
        for (var i = first; i < end; i++)
        {
            if (items[i].Dropped) continue;
            if (items[i] is { IsSpan: false, Unit: { Grain: Grain.Day } } && (items[i].YearFromPlan || items[i].YearGuessed)) days++;
            else if (items[i] is { IsSpan: false, Unit: { Grain: Grain.Month } } && (items[i].YearFromPlan || items[i].YearGuessed)) months++;
            else return false;
        }
        if (days + months < 2 || days > 0 && months > 0) return false;
        ushort monthBits = 0;
        uint dayBits = 0;
        bool sameDay = true, lastDays = true;
        for (var i = first; i < end; i++)
        {
            if (items[i].Dropped) continue;
            var unit = items[i].Unit;
            monthBits |= (ushort)(1 << unit.FirstMonth);
            if (days == 0) continue;
            sameDay &= dayBits == 0 || dayBits == 1u << unit.FirstDay;
            dayBits |= 1u << unit.FirstDay;
            lastDays &= unit.FirstDay >= WrittenDate.LastDay(2001, unit.FirstMonth);
        }
        // «ежеквартально к 1 апреля, 1 июля, 31 декабря»: rules of their own
        if (days > 0 && !sameDay && !lastDays)
        {
            item.Repetition = Repetition.Of(Frequency.Yearly);
            for (var i = first; i < end; i++)
                if (!items[i].Dropped) yearlyDays.Add((every, items[i].Unit.FirstMonth, items[i].Unit.FirstDay));
        }
        else if (months > 0 && item.Repetition.Interval < 3) item.Repetition.Months = monthBits;
        else item.Repetition = item.Repetition with { Frequency = Frequency.Yearly, Interval = 1, Months = monthBits, MonthDays = days == 0 ? 0 : sameDay ? dayBits : 1u, Times = -1 };
        for (var i = first; i < end; i++) items[i].Dropped = true;
        return true;
    }

    /// <summary>Day of the month units without a repetition are one by themselves: «до 5 числа месяца, следующего за отчётным».</summary>
    private void LeftMonthDays()
    {
        for (var i = 0; i < itemCount; i++)
        {
            ref var item = ref items[i];
            if (!item.IsUnit || item.Unit.Grain != Grain.MonthDay) continue;
            // «в мае, не позднее 20 числа»
            if (i > 0 && items[i - 1] is { IsUnit: true, IsSpan: false, Unit: { Grain: Grain.Month } } && item.Unit is { Months: 0, Ordinal: > 0 } && !item.IsSpan)
            {
                items[i - 1].Dropped = true;
                item.Unit = CalendarUnit.Day(items[i - 1].Unit.Year, items[i - 1].Unit.FirstMonth, item.Unit.Ordinal);
                item.YearFromPlan = items[i - 1].YearFromPlan;
                item.YearGuessed = items[i - 1].YearGuessed;
                continue;
            }
            var months = item.Unit.Months;
            var bits = MonthDayBits(item);
            for (var k = i + 1; k < itemCount && items[k].IsUnit && items[k].Unit.Grain == Grain.MonthDay && items[k].Gap < Gap.Semicolon; k++)
            {
                bits |= MonthDayBits(items[k]);
                months = Math.Max(months, items[k].Unit.Months);
                items[k].Dropped = true;
            }
            item.Kind = TermKind.Every;
            item.Repetition = months == 12 ? Repetition.Of(Frequency.Yearly) with { Months = 1 << 1 } : Repetition.Of(Frequency.Monthly, Math.Max(months, (sbyte)1));
            item.Repetition.MonthDays = bits;
        }
    }
}
