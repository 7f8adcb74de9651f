using System.Collections.Concurrent;
using Vekha.Wording;

namespace Vekha.Calendars;

/// <summary>
/// «Производственный календарь»: the federal calendar of ст. 112 ТК and the Government's transfers of 2017–2027, under
/// the layers of decrees, of a region and of a town. A value: adding a layer gives another calendar.
/// Outside 2017–2027 only the rules are known, see <see cref="IsCertain"/>.
/// </summary>
public sealed partial class WorkCalendar
{
    private readonly ConcurrentDictionary<int, DayKind[]> kinds = new();
    private readonly ConcurrentDictionary<int, FederalYear> years;
    private readonly Dictionary<DateOnly, (LayerDay Day, CalendarLayer Layer)> special = [];

    private WorkCalendar(IReadOnlyList<CalendarLayer> layers, bool decreeDaysAreOff, ConcurrentDictionary<int, FederalYear> years)
    {
        Layers = layers;
        DecreeDaysAreOff = decreeDaysAreOff;
        this.years = years;
        foreach (var layer in layers)
            foreach (var day in layer.Days.Where(d => layer.KnownSince is not { } since || d.Day >= since)) special[day.Day] = (day, layer);
    }

    /// <summary>The federal calendar with the decree days of 2020–2021, which do not move deadlines.</summary>
    public static WorkCalendar Russia { get; } = new([CalendarLayer.Decrees], false, new());

    /// <summary>What lies over the federal calendar, later layers win.</summary>
    public IReadOnlyList<CalendarLayer> Layers { get; }

    /// <summary>Whether «нерабочие дни по указу» count as days off. By general rule they do not.</summary>
    public bool DecreeDaysAreOff { get; }

    /// <summary>This calendar with one more layer.</summary>
    public WorkCalendar With(CalendarLayer layer) => new([.. Layers, layer], DecreeDaysAreOff, years);

    /// <summary>This calendar where decree days are days off, or are not.</summary>
    public WorkCalendar WithDecreeDaysOff(bool off) => off == DecreeDaysAreOff ? this : new(Layers, off, years);

    /// <summary>The calendar as it was known on a day: layers that were announced later are not in it.</summary>
    public WorkCalendar AsKnownOn(DateOnly day) => Layers.Any(l => l.KnownSince > day)
        ? new([.. Layers.Where(l => l.KnownSince is not { } since || since <= day)], DecreeDaysAreOff, years)
        : this;

    /// <summary>Whether the Government's transfers of the year are known; otherwise only holidays and weekends are.</summary>
    public static bool IsCertain(int year) => FederalYear.IsPublished(year);

    /// <summary>What sort of day it is.</summary>
    public DayKind Kind(DateOnly day) => kinds.GetOrAdd(day.Year, Build)[day.DayOfYear - 1];

    /// <summary>Whether people work on that day. A decree day counts as working unless <see cref="DecreeDaysAreOff"/>.</summary>
    public bool IsWorking(DateOnly day) => Kind(day) switch
    {
        DayKind.Working or DayKind.ShortWorking or DayKind.WorkingWeekend => true,
        DayKind.Decree => !DecreeDaysAreOff,
        _ => false,
    };

    /// <summary>What day it is and why, in Russian: «суббота», «выходной: перенос с 3 января (постановление № 1564)».</summary>
    public string Describe(DateOnly day)
    {
        var exchange = Federal(day.Year).ExchangeOf(day);
        return Kind(day) switch
        {
            DayKind.Weekend => Ru.Weekday(day.DayOfWeek),
            DayKind.Holiday => $"праздник: {FederalYear.Holiday(day)}",
            DayKind.Transferred when exchange is { } from => $"выходной: перенос с {Ru.DayMonth(from.Other)} ({from.Ground})",
            DayKind.WorkingWeekend when exchange is { } to => $"рабочая {Ru.Weekday(day.DayOfWeek)}: перенос на {Ru.DayMonth(to.Other)} ({to.Ground})",
            DayKind.Decree => "нерабочий день по указу Президента" + (DecreeDaysAreOff ? "" : ", сроки не сдвигает"),
            DayKind.ShortWorking when !special.ContainsKey(day) => "рабочий день, короче на час",
            _ when special.TryGetValue(day, out var own) => $"{(IsWorking(day) ? "рабочий день" : "выходной")}: {own.Day.Note} ({own.Layer.Name})",
            _ => "рабочий день",
        };
    }

    /// <summary>Whether the working day is one hour shorter; a working Saturday may be shortened too.</summary>
    public bool IsShortened(DateOnly day) => IsWorking(day) && (Kind(day) == DayKind.ShortWorking || Federal(day.Year).IsShortened(day));

    private FederalYear Federal(int year) => years.GetOrAdd(year, y => new FederalYear(y));

    private DayKind[] Build(int year)
    {
        var federal = Federal(year);
        var days = DateRange.Year(year).Days().Select(federal.Kind).ToArray();
        foreach (var (day, own) in special.Where(s => s.Key.Year == year).OrderBy(s => s.Key))
        {
            // A decree or a town gives a day off to those who would work; it does not rename a Saturday.
            var works = days[day.DayOfYear - 1] is DayKind.Working or DayKind.ShortWorking or DayKind.WorkingWeekend;
            var gives = own.Day.Kind is DayKind.Working or DayKind.ShortWorking or DayKind.WorkingWeekend;
            if (works || gives) days[day.DayOfYear - 1] = own.Day.Kind;
        }
        return days;
    }
}
