using System.Text.Json.Serialization;
using Vekha.Calendars;
using Vekha.Wording;

namespace Vekha.Norms;

/// <summary>«Периодичность нормы»: whether the quantity is owed once or in every interval of the calendar.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NormRhythm>))]
public enum NormRhythm
{
    /// <summary>«за всё время».</summary>
    Once,
    /// <summary>«каждую неделю», Monday to Sunday.</summary>
    Week,
    /// <summary>«каждый месяц».</summary>
    Month,
    /// <summary>«каждый квартал».</summary>
    Quarter,
    /// <summary>«каждый год».</summary>
    Year,
}

/// <summary>«Неполный период»: what is owed in an interval of which only a part lies in the plan, «октябрь с 10-го». Every town says it once.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PartialRule>))]
public enum PartialRule
{
    /// <summary>«как полный»: the whole quantity.</summary>
    Whole,
    /// <summary>«пропорционально дням», to the nearest whole and at least one.</summary>
    Proportional,
    /// <summary>«не считается».</summary>
    NotCounted,
}

/// <summary>«Окно нормы»: an interval in which a quantity is owed.</summary>
/// <param name="Days">Its days inside the plan; the last one closes it.</param>
/// <param name="Target">How many are owed by one subject; 0 where the town does not count a part of an interval.</param>
/// <param name="IsPartial">Only a part of the calendar interval lies in the plan.</param>
/// <param name="Name">«ноябрь 2017»; «» for a norm that is owed once.</param>
public sealed record NormWindow(DateRange Days, long Target, bool IsPartial, string Name);

/// <summary>«Норма»: how many of what are owed in which days. Whom it is asked of and which facts serve it, the caller knows.</summary>
/// <param name="Quantity">How many in one window, above zero.</param>
/// <param name="Span">First and last day of the norm.</param>
/// <param name="Rhythm">Once, or in every interval of the calendar that meets the span.</param>
/// <param name="Partial">How the town takes an interval of which only a part lies in the span.</param>
public sealed record NormRule(long Quantity, DateRange Span, NormRhythm Rhythm = NormRhythm.Once, PartialRule Partial = PartialRule.Whole)
{
    /// <summary>Windows in order; one for a norm that is owed once.</summary>
    public IEnumerable<NormWindow> Windows()
    {
        for (var day = Span.First; day <= Span.Last;)
        {
            var window = WindowOn(day)!;
            yield return window;
            day = window.Days.Last.AddDays(1);
        }
    }

    /// <summary>The window that a day belongs to; <c>null</c> outside the span.</summary>
    public NormWindow? WindowOn(DateOnly day)
    {
        if (!Span.Contains(day)) return null;
        if (Rhythm == NormRhythm.Once) return new(Span, Quantity, IsPartial: false, "");
        var interval = Interval(day);
        var days = interval.Intersect(Span)!.Value;
        return new(days, TargetIn(days, interval), days != interval, Rhythm == NormRhythm.Week ? Ru.Range(interval) : Ru.Period(interval));
    }

    /// <summary>The window that a page of a day speaks about: that of the day, the first before the span, the last behind it.</summary>
    public NormWindow WindowNear(DateOnly day) => WindowOn(day < Span.First ? Span.First : day > Span.Last ? Span.Last : day)!;

    /// <summary>Whether the rule of partial intervals matters: the span cuts its first or its last one.</summary>
    public bool HasPartial => WindowOn(Span.First)!.IsPartial || WindowOn(Span.Last)!.IsPartial;

    private DateRange Interval(DateOnly day) => Rhythm switch
    {
        NormRhythm.Week => DateRange.Week(day),
        NormRhythm.Month => DateRange.Month(day.Year, day.Month),
        NormRhythm.Quarter => DateRange.Quarter(day.Year, ((day.Month - 1) / 3) + 1),
        _ => DateRange.Year(day.Year),
    };

    private long TargetIn(DateRange days, DateRange interval) => days == interval || Partial == PartialRule.Whole ? Quantity
        : Partial == PartialRule.NotCounted ? 0
        : Math.Max(1, (long)Math.Round((decimal)Quantity * days.Length / interval.Length, MidpointRounding.AwayFromZero));
}
