using System.Globalization;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>«Время события»: two moments and the zone in which people there read them.</summary>
/// <param name="StartsAt">In UTC.</param>
/// <param name="EndsAt">In UTC, later than the start.</param>
/// <param name="ZoneId">IANA name of the territory's zone.</param>
public sealed record EventTime(DateTimeOffset StartsAt, DateTimeOffset EndsAt, string ZoneId)
{
    private static readonly string[] Forms = ["H:mm", "HH:mm", "H.mm", "HH.mm", "H-mm", "%H"];

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    /// <summary>Local beginning.</summary>
    public DateTime From => TimeZoneInfo.ConvertTime(StartsAt, Zone).DateTime;

    /// <summary>Local end.</summary>
    public DateTime Until => TimeZoneInfo.ConvertTime(EndsAt, Zone).DateTime;

    public DateOnly Day => DateOnly.FromDateTime(From);

    /// <summary>The last day; an event that ends at midnight ends on the day before.</summary>
    public DateOnly LastDay => DateOnly.FromDateTime(Until.AddTicks(-1));

    /// <summary>«12 марта 2020, чт, 15:00–17:00».</summary>
    public string Words => LastDay == Day ? $"{Ru.Day(Day)}, {Clock(From)}–{Clock(Until)}" : $"{Ru.Day(Day)}, {Clock(From)} – {Ru.Day(LastDay)}, {Clock(Until)}";

    /// <summary>«12.03.2020, 15:00–17:00».</summary>
    public string Digits => LastDay == Day ? $"{Ru.Digits(Day)}, {Clock(From)}–{Clock(Until)}" : $"{Ru.Digits(Day)}, {Clock(From)} – {Ru.Digits(LastDay)}, {Clock(Until)}";

    /// <summary>«15:00–17:00».</summary>
    public string Hours => $"{Clock(From)}–{Clock(Until)}";

    /// <param name="from">«15:00»; the end is two hours later when <paramref name="until"/> is empty.</param>
    /// <exception cref="Refusal">Words that are no time, an end before the beginning.</exception>
    public static EventTime Of(DateOnly? day, string? from, DateOnly? lastDay, string? until, string zone)
    {
        const string not = "Событие не сохранено";
        if (day is not { } first) throw new Refusal(not, "Не указан день", "Впишите его как день.месяц.год") { Field = "Input.Day" };
        if (Read(from) is not { } begins) throw new Refusal(not, string.IsNullOrWhiteSpace(from) ? "Не указано время начала" : $"«{from}» не похоже на время", "Впишите часы и минуты: «15:00»") { Field = "Input.From" };
        var ends = string.IsNullOrWhiteSpace(until) ? (TimeOnly?)null : Read(until) ?? throw new Refusal(not, $"«{until}» не похоже на время", "Впишите часы и минуты: «17:00»") { Field = "Input.Until" };
        var where = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var start = first.ToDateTime(begins);
        var end = ends is { } known ? (lastDay ?? first).ToDateTime(known) : (lastDay ?? first).ToDateTime(begins).AddHours(2);
        if (end <= start) throw new Refusal(not, "Окончание раньше начала", "Проверьте время и день окончания") { Field = "Input.Until" };
        if (end - start > TimeSpan.FromDays(31)) throw new Refusal(not, "Событие длится дольше месяца", "Заведите его серией отдельных встреч") { Field = "Input.LastDay" };
        return new(Utc(start, where), Utc(end, where), zone);
    }

    /// <summary>The same hours on another day.</summary>
    public EventTime On(DateOnly day)
    {
        var (from, until) = (From, Until);
        var start = day.ToDateTime(TimeOnly.FromDateTime(from));
        return new(Utc(start, Zone), Utc(start + (until - from), Zone), ZoneId);
    }

    /// <summary>Whether two events are under way at one moment; one may begin when the other ends.</summary>
    public bool Meets(EventTime other) => StartsAt < other.EndsAt && other.StartsAt < EndsAt;

    /// <returns>«15:00», «9.30», «9», or <c>null</c>.</returns>
    public static TimeOnly? Read(string? words) =>
        TimeOnly.TryParseExact(words?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static string Clock(DateTime local) => local.ToString("H:mm", CultureInfo.InvariantCulture);

    // An hour that the clocks jumped over is taken as the next one.
    private static DateTimeOffset Utc(DateTime local, TimeZoneInfo zone) =>
        new(TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone), TimeSpan.Zero);
}
