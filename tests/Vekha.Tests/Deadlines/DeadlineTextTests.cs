using FsCheck;
using FsCheck.Fluent;
using Vekha.Deadlines;

namespace Vekha.Tests.Deadlines;

public sealed class DeadlineTextTests
{
    public static TheoryData<Deadline, string> Words => new()
    {
        { new Deadline.By(new(2020, 10, 1)), "до 1 октября 2020 г." },
        { new Deadline.By(new(2022, 5, 20), new WrittenDate(2022, 5, 1)), "не позднее 20 мая 2022 г., но не ранее 1 мая 2022 г." },
        { new Deadline.During(new(2020, 10, 1), new(2020, 12, 31)), "IV квартал 2020 г." },
        { new Deadline.During(new(2020, 10, 1), new(2020, 10, 31)), "октябрь 2020 г." },
        { new Deadline.During(new(2022, 1, 1), new(2024, 12, 31)), "2022–2024 годы" },
        { new Deadline.During(new(2020, 10, 1), new(2021, 6, 30)), "с 1 октября 2020 г. по 30 июня 2021 г." },
        { new Deadline.Every(new(Frequency.Monthly), 2), "2 раза в месяц" },
        { new Deadline.Every(new(Frequency.Monthly, 3) { MonthDays = [10] }), "ежеквартально, до 10 числа" },
        { new Deadline.Every(new(Frequency.Monthly) { WeekDays = [DayOfWeek.Wednesday], Positions = [1, 3] }), "ежемесячно, первая и третья среда месяца" },
        { new Deadline.Relative(30, OffsetUnit.CalendarDay, OffsetDirection.After, "завершения реализации проекта", OffsetLimit.NotLater), "не позднее 30 календарных дней со дня завершения реализации проекта" },
        { new Deadline.Relative(null, null, OffsetDirection.After, "заключения контракта", OffsetLimit.NotLater), "не позднее … дней со дня заключения контракта" },
        { new Deadline.Relative(1, OffsetUnit.Month, OffsetDirection.After, "открытия", OffsetLimit.Exactly), "через 1 месяц со дня открытия" },
        { new Deadline.Unknown(), "срок не указан" },
    };

    [Theory, MemberData(nameof(Words))]
    public void A_deadline_is_written_as_a_plan_would_say_it(Deadline deadline, string words) => DeadlineText.Write(deadline).Replace('\u00A0', ' ').ShouldBe(words);

    [Fact]
    public void What_is_written_is_read_back_equal() => Prop.ForAll(Deadlines.ToArbitrary(), deadline =>
    {
        var words = DeadlineText.Write(deadline);
        var read = DeadlineReader.Read(words, new()).Deadlines;
        return (read.Count == 1 && read[0] == deadline).Label($"«{words}»: {Compact.Of(read)} instead of {Compact.Of(deadline)}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    private static Gen<WrittenDate> Dates => from year in Gen.OneOf(Gen.Constant(0), Gen.Choose(1991, 2060)) from date in In(year) select date;

    private static Gen<WrittenDate> In(int year) => from month in Gen.Choose(1, 12) from day in Gen.Choose(1, 31) select WrittenDate.Of(year, month, day);

    /// <summary>Two different days of one year or of neighbouring ones, in order.</summary>
    private static Gen<(WrittenDate First, WrittenDate Last)> Spans =>
        from year in Gen.OneOf(Gen.Constant(0), Gen.Choose(1991, 2060))
        from later in Gen.Choose(0, 1)
        from a in In(year)
        from b in In(year + later)
        where a.CompareTo(b) < 0
        select (a, b);

    private static Gen<Deadline> Deadlines => Gen.OneOf(
        Dates.Select(Deadline (d) => new Deadline.On(d)),
        Dates.Select(Deadline (d) => new Deadline.By(d)),
        Spans.Where(s => s.First.Year == s.Last.Year).Select(Deadline (s) => new Deadline.By(s.Last, s.First)),
        Dates.Select(Deadline (d) => new Deadline.From(d)),
        Spans.Select(Deadline (s) => new Deadline.During(s.First, s.Last)),
        from year in Gen.Choose(1991, 2060) from first in Gen.Choose(1, 12) from last in Gen.Choose(first, 12)
        select (Deadline)new Deadline.During(new(year, first, 1), WrittenDate.Of(year, last, 31)),
        Gen.Elements<Deadline>(new Deadline.Ongoing(), new Deadline.AsNeeded(), new Deadline.Unknown(), new Deadline.Reference("по отдельному плану"), new Deadline.Reference("согласно графику")),
        // «26 лет» with no event named is an age to the reader, not a term.
        Repetitions, Counted.Where(d => d is not Deadline.Relative { Unit: OffsetUnit.Year, Anchor: "" }));

    private static Gen<Deadline> Repetitions
    {
        get
        {
            var times = Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1, 20).Select(t => (int?)t));
            var window = Gen.OneOf(Gen.Constant(((WrittenDate?)null, (WrittenDate?)null)), Spans.Where(s => s.First.HasYear).Select(s => ((WrittenDate?)s.First, (WrittenDate?)s.Last)),
                Gen.Choose(1991, 2060).SelectMany(In).Select(d => ((WrittenDate?)d, (WrittenDate?)null)));
            var monthDays = Gen.Elements<int[]>([], [5], [10, 20], [1, 15, -1], [-1]);
            var weekdays = Gen.Elements<DayOfWeek[]>([], [DayOfWeek.Monday], [DayOfWeek.Tuesday, DayOfWeek.Friday], [DayOfWeek.Saturday, DayOfWeek.Sunday]);
            return Gen.OneOf(
                from n in Gen.Choose(1, 30) from t in times from w in window select (Deadline)new Deadline.Every(new(Frequency.Daily, n), t, w.Item1, w.Item2),
                from n in Gen.Choose(1, 8) from t in times from w in window from d in weekdays select (Deadline)new Deadline.Every(new(Frequency.Weekly, n) { WeekDays = d }, t, w.Item1, w.Item2),
                from n in Gen.Choose(1, 12) from t in times from w in window from d in monthDays select (Deadline)new Deadline.Every(new(Frequency.Monthly, n) { MonthDays = d }, t, w.Item1, w.Item2),
                from p in Gen.Elements<int[]>([1], [2, 4], [-1], [5]) from d in Gen.Choose(0, 6) from n in Gen.Elements(1, 3)
                select (Deadline)new Deadline.Every(new(Frequency.Monthly, n) { WeekDays = [(DayOfWeek)d], Positions = p }),
                from n in Gen.Choose(1, 5) from t in times from w in window select (Deadline)new Deadline.Every(new(Frequency.Yearly, n), t, w.Item1, w.Item2),
                from m in Gen.Elements<int[]>([3], [4, 10], [1, 4, 7, 10]) from d in Gen.Elements<int[]>([], [1], [5, 20]) select (Deadline)new Deadline.Every(new(Frequency.Yearly) { Months = m, MonthDays = d }),
                Spans.Where(s => s.Last.Year == 0).Select(Deadline (s) => new Deadline.Every(new(Frequency.Yearly), null, s.First, s.Last)),
                from m in Gen.Choose(1, 12) from p in Gen.Elements(1, 2, 3, 4, -1) from d in Gen.Choose(0, 6) select (Deadline)new Deadline.Every(new(Frequency.Yearly) { Months = [m], WeekDays = [(DayOfWeek)d], Positions = [p] }));
        }
    }

    private static Gen<Deadline> Counted
    {
        get
        {
            var units = Gen.Elements(Enum.GetValues<OffsetUnit>());
            var events = Gen.Elements("", "завершения реализации проекта", "подписания контракта", "получения заявки", "начала мероприятия");
            var named = events.Where(e => e.Length > 0);
            return Gen.OneOf(
                from n in Gen.Choose(1, 90) from u in units from e in events from l in Gen.Elements(OffsetLimit.NotLater, OffsetLimit.Within, OffsetLimit.Exactly)
                select (Deadline)new Deadline.Relative(n, u, OffsetDirection.After, e, l),
                from n in Gen.Choose(1, 90) from u in units from e in events from l in Gen.Elements(OffsetLimit.NotLater, OffsetLimit.Within, OffsetLimit.Unsaid)
                select (Deadline)new Deadline.Relative(n, u, OffsetDirection.Before, e, l),
                from n in Gen.Choose(2, 90) from u in units from e in named select (Deadline)new Deadline.Relative(n, u, OffsetDirection.After, e, OffsetLimit.NotLater, n - 1),
                from n in Gen.Choose(2, 90) from u in units from e in named select (Deadline)new Deadline.Relative(n, u, OffsetDirection.After, e, OffsetLimit.Within, n - 1),
                from n in Gen.Choose(1, 90) from u in units from e in named select (Deadline)new Deadline.Relative(n, u, OffsetDirection.Before, e, OffsetLimit.NotLater, n + 5),
                from n in Gen.Choose(1, 90) from u in units from e in named select (Deadline)new Deadline.Relative(n, u, OffsetDirection.After, e, OffsetLimit.Unsaid, n),
                from e in named from d in Gen.Elements((OffsetDirection.After, OffsetLimit.Exactly), (OffsetDirection.Before, OffsetLimit.NotLater), (OffsetDirection.After, OffsetLimit.Unsaid))
                select (Deadline)new Deadline.Relative(0, OffsetUnit.CalendarDay, d.Item1, e, d.Item2),
                from e in named from d in Gen.Elements(OffsetDirection.After, OffsetDirection.Before) select (Deadline)new Deadline.Relative(null, null, d, e, OffsetLimit.NotLater));
        }
    }
}
