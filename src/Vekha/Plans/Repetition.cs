using Vekha.Deadlines;

namespace Vekha.Plans;

/// <summary>«План на новый период»: the deadlines of an earlier plan moved by whole years.</summary>
public static class Repetition
{
    /// <summary>
    /// The same deadline <paramref name="years"/> later. What has no day of its own («постоянно», «в течение 10 дней со дня …»)
    /// and what lies in no certain year stays as it is; 29 February becomes the 28th in a common year.
    /// </summary>
    public static Deadline Shift(Deadline deadline, int years)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return deadline.Match<Deadline>(
            on => new Deadline.On(Shift(on.Date, years)),
            by => new Deadline.By(Shift(by.Date, years), Shift(by.NotBefore, years)),
            from => new Deadline.From(Shift(from.Date, years)),
            during => new Deadline.During(Shift(during.First, years), ShiftLast(during.Last, years)),
            ongoing => ongoing,
            every => every with { First = Shift(every.First, years), Last = Shift(every.Last, years) },
            relative => relative,
            asNeeded => asNeeded,
            reference => reference,
            unknown => unknown);
    }

    private static WrittenDate Shift(WrittenDate date, int years) => date.HasYear ? WrittenDate.Of(date.Year + years, date.Month, date.Day) : date;

    private static WrittenDate? Shift(WrittenDate? date, int years) => date is { } known ? Shift(known, years) : null;

    // «февраль 2023» ends on the 28th and, repeated for 2024, on the 29th: the end of a month stays the end of the month.
    private static WrittenDate ShiftLast(WrittenDate date, int years) =>
        date.HasYear && date.Day == WrittenDate.LastDay(date.Year, date.Month)
            ? WrittenDate.Of(date.Year + years, date.Month, 31)
            : Shift(date, years);
}
