using System.Text.Json.Serialization;
using Vekha.Calendars;
using Vekha.Wording;

namespace Vekha.Norms;

/// <summary>«Состояние нормы» of one subject in one window.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NormState>))]
public enum NormState
{
    /// <summary>«не выполнена»: the window is closed and something is missing. Red.</summary>
    Missed,
    /// <summary>«окно закрывается»: five working days or less are left and something is missing. Yellow.</summary>
    Alarm,
    /// <summary>«идёт»: there is time.</summary>
    Running,
    /// <summary>«ещё не началась».</summary>
    NotStarted,
    /// <summary>«выполнена». Green.</summary>
    Met,
    /// <summary>«не считается»: a part of an interval, by the rule of the town.</summary>
    NotCounted,
}

/// <summary>«Выполнение нормы» on a day: done, missing, share, forecast.</summary>
public sealed record NormStatus
{
    /// <summary>From how many working days before the window closes «окно закрывается».</summary>
    public const int AlarmDays = 5;

    private NormStatus() { }

    /// <summary>Where it stands.</summary>
    public required NormState State { get; init; }

    /// <summary>How many have been done up to the day.</summary>
    public required long Done { get; init; }

    /// <summary>How many are owed.</summary>
    public required long Target { get; init; }

    /// <summary>The last day of the window.</summary>
    public required DateOnly Closes { get; init; }

    /// <summary>From this day on a missing one is an alarm.</summary>
    public required DateOnly AlarmOn { get; init; }

    /// <summary>How many there will be at this pace when the window closes; <c>null</c> before it opens and once it is closed.</summary>
    public required long? Forecast { get; init; }

    /// <summary>How many are missing, 0 when met.</summary>
    public long Missing => Math.Max(0, Target - Done);

    /// <summary>Per cent of what is owed; over 100 when more was done; <c>null</c> where nothing is owed.</summary>
    public int? Percent => Target > 0 ? (int)Math.Clamp(Math.Floor(100m * Done / Target), int.MinValue, int.MaxValue) : null;

    /// <summary>«не выполнена», «окно закрывается», «выполнена».</summary>
    public string Word => State switch
    {
        NormState.Missed => "не выполнена",
        NormState.Alarm => "окно закрывается",
        NormState.Running => "идёт",
        NormState.NotStarted => "ещё не началась",
        NormState.Met => "выполнена",
        _ => "не считается",
    };

    /// <summary>«не хватает 1, закрывается 30.11.2017, чт»; what the colour does not say.</summary>
    public string Line => State switch
    {
        NormState.Missed => $"не хватило {Ru.Number(Missing)}",
        NormState.Alarm => $"не хватает {Ru.Number(Missing)}, закрывается {Ru.ShortDay(Closes)}",
        NormState.Running => $"осталось {Ru.Number(Missing)} до {Ru.Digits(Closes)}" + (Forecast is { } pace && pace < Target ? $"; таким темпом будет {Ru.Number(pace)}" : ""),
        NormState.Met when Done > Target => $"больше нормы на {Ru.Number(Done - Target)}",
        NormState.NotCounted => "неполный период",
        _ => "",
    };

    /// <summary>The state of a norm in a window.</summary>
    /// <param name="window">Which window.</param>
    /// <param name="done">How many facts count in it up to the day.</param>
    /// <param name="day">The day that is asked about.</param>
    /// <param name="calendar">Working days of the town.</param>
    /// <param name="subjects">How many owe the quantity together: 15 clubs owe 45 events.</param>
    public static NormStatus Of(NormWindow window, long done, DateOnly day, WorkCalendar calendar, long subjects = 1) => Of(window, done, day, AlarmOf(window, calendar), subjects);

    /// <summary>The first day on which a missing one is an alarm, for many subjects of one window.</summary>
    /// <param name="window">Which window.</param>
    /// <param name="calendar">Working days of the town.</param>
    public static DateOnly AlarmOf(NormWindow window, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.AddWorkingDays(window.Days.Last, -AlarmDays);
    }

    /// <inheritdoc cref="Of(NormWindow, long, DateOnly, WorkCalendar, long)"/>
    /// <param name="alarm">As <see cref="AlarmOf"/> says.</param>
    public static NormStatus Of(NormWindow window, long done, DateOnly day, DateOnly alarm, long subjects = 1)
    {
        ArgumentNullException.ThrowIfNull(window);
        var target = window.Target * subjects;
        return new()
        {
            State = StateOf(window, done, target, day, alarm), Done = done, Target = target, Closes = window.Days.Last, AlarmOn = alarm, Forecast = ForecastOf(window.Days, done, day),
        };
    }

    private static NormState StateOf(NormWindow window, long done, long target, DateOnly day, DateOnly alarm) =>
        window.Target == 0 ? NormState.NotCounted
        : done >= target ? NormState.Met
        : day > window.Days.Last ? NormState.Missed
        : day < window.Days.First ? NormState.NotStarted
        : day >= alarm ? NormState.Alarm
        : NormState.Running;

    private static long? ForecastOf(DateRange days, long done, DateOnly day)
    {
        if (!days.Contains(day)) return null;
        var elapsed = day.DayNumber - days.First.DayNumber + 1;
        return (long)Math.Round((decimal)done * days.Length / elapsed, MidpointRounding.AwayFromZero);
    }
}
