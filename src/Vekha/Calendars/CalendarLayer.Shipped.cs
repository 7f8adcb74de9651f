namespace Vekha.Calendars;

public sealed partial record CalendarLayer
{
    /// <summary>«Нерабочие дни по указам Президента»: 30.03–30.04, 6–8.05, 24.06, 01.07.2020; 4–7.05, 30.10–03.11.2021.</summary>
    public static CalendarLayer Decrees { get; } = new("указ Президента",
    [
        .. Off(new(new(2020, 3, 30), new(2020, 4, 30))),
        .. Off(new(new(2020, 5, 6), new(2020, 5, 8))),
        .. Off(DateRange.Of(new(2020, 6, 24))),
        .. Off(DateRange.Of(new(2020, 7, 1))),
        .. Off(new(new(2021, 5, 4), new(2021, 5, 7))),
        .. Off(new(new(2021, 10, 30), new(2021, 11, 3))),
    ]);

    /// <summary>
    /// «Ставропольский край»: days off by decisions of the krai. 29.04.2025 is certain; 25.04.2023 is likely and says so.
    /// </summary>
    public static CalendarLayer StavropolKrai { get; } = new("Ставропольский край",
    [
        new(new(2019, 12, 31), DayKind.Regional, "решение о выходном дне"),
        new(new(2023, 4, 25), DayKind.Regional, "Радоница, требует проверки"),
        new(new(2025, 4, 29), DayKind.Regional, "Радоница"),
        new(new(2025, 4, 30), DayKind.Regional, "решение о выходном дне"),
    ]);

    /// <summary>The regional layers that ship, to choose from by name.</summary>
    public static IReadOnlyList<CalendarLayer> Regional { get; } = [StavropolKrai];

    private static IEnumerable<LayerDay> Off(DateRange days) =>
        days.Days().Select(day => new LayerDay(day, DayKind.Decree, "нерабочий день"));
}
