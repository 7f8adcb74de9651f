using System.Globalization;

namespace Vekha.Calendars;

/// <summary>Where a day off or a working weekend day came from or went to.</summary>
/// <param name="Other">The other day of the exchange.</param>
/// <param name="Ground">The act: «постановление № 1564», «ст. 112 ТК».</param>
internal readonly record struct Exchange(DateOnly Other, string Ground);

/// <summary>One year of the federal calendar: the rule of ст. 112 ТК and the transfers of the Government.</summary>
internal sealed class FederalYear
{
    /// <summary>Numbers of the acts, transfers «откуда→куда» and shortened days, as published. What moves by itself is computed.</summary>
    private static readonly Dictionary<int, (string? Act, string Transfers, string Short)> Published = new()
    {
        [2017] = ("756", "1.01→24.02, 7.01→8.05", "22.02 7.03 3.11"),
        [2018] = ("1250", "6.01→9.03, 7.01→2.05, 28.04→30.04, 9.06→11.06, 29.12→31.12", "28.04 9.06 29.12 22.02 7.03 8.05"),
        [2019] = ("1163", "5.01→2.05, 6.01→3.05, 23.02→10.05", "22.02 7.03 30.04 8.05 11.06 31.12"),
        [2020] = ("875", "4.01→4.05, 5.01→5.05", "11.06 3.11 31.12"),
        [2021] = ("1648", "2.01→5.11, 3.01→31.12, 20.02→22.02", "20.02 30.04 11.06"),
        [2022] = ("1564", "1.01→3.05, 2.01→10.05, 5.03→7.03", "5.03 22.02 3.11"),
        [2023] = ("1505", "1.01→24.02, 8.01→8.05", "22.02 7.03 3.11"),
        [2024] = ("1314", "6.01→10.05, 7.01→31.12, 27.04→29.04, 2.11→30.04, 28.12→30.12", "22.02 7.03 8.05 11.06 2.11"),
        [2025] = ("1335", "4.01→2.05, 5.01→31.12, 23.02→8.05, 8.03→13.06, 1.11→3.11", "7.03 30.04 11.06 1.11"),
        [2026] = ("1466", "3.01→9.01, 4.01→31.12", "30.04 8.05 11.06 3.11"),
        [2027] = (null, "2.01→5.11, 3.01→31.12, 20.02→22.02", "20.02 30.04 11.06 3.11"),
    };

    private static readonly Dictionary<(int Month, int Day), string> Holidays = new()
    {
        [(1, 1)] = NewYear, [(1, 2)] = NewYear, [(1, 3)] = NewYear, [(1, 4)] = NewYear, [(1, 5)] = NewYear, [(1, 6)] = NewYear,
        [(1, 7)] = "Рождество Христово", [(1, 8)] = NewYear,
        [(2, 23)] = "День защитника Отечества", [(3, 8)] = "Международный женский день", [(5, 1)] = "Праздник Весны и Труда",
        [(5, 9)] = "День Победы", [(6, 12)] = "День России", [(11, 4)] = "День народного единства",
    };

    private const string NewYear = "новогодние каникулы";

    private readonly Dictionary<DateOnly, Exchange> off = [];
    private readonly Dictionary<DateOnly, Exchange> working = [];
    private readonly HashSet<DateOnly> shortened = [];

    internal FederalYear(int year)
    {
        if (Published.TryGetValue(year, out var data)) Transfer(year, data);
        MoveByItself(year);
        if (data.Short is { } days) shortened = [.. days.Split(' ').Select(d => Day(year, d))];
        else shortened = [.. DateRange.Year(year).Days().Where(d => d.DayNumber < DateOnly.MaxValue.DayNumber && IsHoliday(d.AddDays(1)) && Base(d) == DayKind.Working)];
    }

    /// <summary>Whether transfers of the year are known.</summary>
    internal static bool IsPublished(int year) => Published.ContainsKey(year);

    internal static string? Holiday(DateOnly day) => Holidays.GetValueOrDefault((day.Month, day.Day));

    internal DayKind Kind(DateOnly day) => Base(day) switch
    {
        DayKind.Working when shortened.Contains(day) => DayKind.ShortWorking,
        var kind => kind,
    };

    internal Exchange? ExchangeOf(DateOnly day) =>
        off.TryGetValue(day, out var from) ? from : working.TryGetValue(day, out var to) ? to : null;

    internal bool IsShortened(DateOnly day) => shortened.Contains(day);

    private DayKind Base(DateOnly day) =>
        IsHoliday(day) ? DayKind.Holiday
        : off.ContainsKey(day) ? DayKind.Transferred
        : working.ContainsKey(day) ? DayKind.WorkingWeekend
        : IsWeekend(day) ? DayKind.Weekend
        : DayKind.Working;

    private void Transfer(int year, (string? Act, string Transfers, string Short) data)
    {
        var ground = data.Act is { } act ? $"постановление № {act}" : "постановление Правительства";
        foreach (var pair in data.Transfers.Split(", ").Select(t => t.Split('→')))
        {
            var (from, to) = (Day(year, pair[0]), Day(year, pair[1]));
            off[to] = new(from, ground);
            if (!IsHoliday(from)) working[from] = new(to, ground);
        }
    }

    /// <summary>Ст. 112 ТК: a weekend that meets a holiday moves to the next working day; those of January are left to the Government.</summary>
    private void MoveByItself(int year)
    {
        var moved = off.Values.Select(e => e.Other).ToHashSet();
        foreach (var (month, number) in Holidays.Keys.Where(k => k.Month > 1).Order())
        {
            var holiday = new DateOnly(year, month, number);
            if (!IsWeekend(holiday) || moved.Contains(holiday)) continue;
            var day = holiday.AddDays(1);
            while (Base(day) != DayKind.Working) day = day.AddDays(1);
            off[day] = new(holiday, "ст. 112 ТК");
        }
    }

    private static bool IsHoliday(DateOnly day) => Holidays.ContainsKey((day.Month, day.Day));

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly Day(int year, string text) => DateOnly.ParseExact($"{text}.{year}", "d.MM.yyyy", CultureInfo.InvariantCulture);
}
