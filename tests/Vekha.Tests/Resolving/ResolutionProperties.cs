using FsCheck;
using FsCheck.Fluent;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Resolving;
using Vekha.Wording;

namespace Vekha.Tests.Resolving;

/// <summary>What holds for every day, not only for those somebody thought of.</summary>
public sealed class ResolutionProperties
{
    private static readonly DateOnly First = new(2017, 1, 1);
    private static readonly WorkCalendar Russia = WorkCalendar.Russia;
    private static readonly Arbitrary<DateOnly> AnyDay = Gen.Choose(0, new DateOnly(2027, 12, 31).DayNumber - First.DayNumber).Select(First.AddDays).ToArbitrary();
    private static readonly Arbitrary<int> AnyCount = Gen.Choose(-300, 300).ToArbitrary();

    private static readonly Arbitrary<DeadlinePolicy> AnyPolicy = Gen.Elements(DeadlinePolicy.Profiles.ToArray()).ToArbitrary();

    /// <summary>Deadlines of every kind that comes to days without an event, at a day and with a length.</summary>
    private static readonly Arbitrary<Func<DateOnly, Deadline>> AnyKind = Gen.Elements<Func<DateOnly, Deadline>>(
        day => new Deadline.On(WrittenDate.Of(day)),
        day => new Deadline.By(WrittenDate.Of(day)),
        day => new Deadline.During(WrittenDate.Of(new(day.Year, day.Month, 1)), WrittenDate.Of(day)),
        day => new Deadline.Every(new(Frequency.Monthly), null, WrittenDate.Of(day), WrittenDate.Of(day.AddDays(200))),
        day => new Deadline.Every(new(Frequency.Monthly, 3) { MonthDays = [20] }, null, WrittenDate.Of(day), WrittenDate.Of(day.AddDays(400))),
        day => new Deadline.Every(new(Frequency.Weekly, 2), 2, WrittenDate.Of(day), WrittenDate.Of(day.AddDays(90))),
        day => new Deadline.Every(new(Frequency.Monthly) { WeekDays = [DayOfWeek.Saturday], Positions = [-1] }, null, WrittenDate.Of(day), WrittenDate.Of(day.AddDays(90))),
        day => new Deadline.Every(new(Frequency.Yearly), 4, WrittenDate.Of(day), WrittenDate.Of(day.AddDays(900))),
        day => new Deadline.From(WrittenDate.Of(day)),
        day => new Deadline.Relative(30, OffsetUnit.CalendarDay, OffsetDirection.After, "открытия", OffsetLimit.NotLater),
        day => new Deadline.Relative(7, OffsetUnit.WorkingDay, OffsetDirection.After, "открытия", OffsetLimit.Within),
        day => new Deadline.Relative(1, OffsetUnit.Month, OffsetDirection.After, "открытия", OffsetLimit.Exactly),
        day => new Deadline.Relative(15, OffsetUnit.CalendarDay, OffsetDirection.Before, "открытия", OffsetLimit.NotLater)).ToArbitrary();

    [Fact]
    public void A_deadline_never_lands_on_a_day_off_when_days_off_move_back() => Check.One(Quietly, Prop.ForAll(AnyDay, AnyKind, AnyPolicy, (day, kind, policy) =>
    {
        var days = Resolve(kind(day), day, policy);
        return days.Count > 0 && days.All(d => policy.Calendar().IsWorking(d.Control) && d.Control <= d.Nominal && d.Nominal.DayNumber - d.Control.DayNumber <= 12);
    }));

    [Fact]
    public void Forward_never_comes_earlier_and_stay_never_moves() => Check.One(Quietly, Prop.ForAll(AnyDay, AnyKind, (day, kind) =>
    {
        DeadlinePolicy Policy(ShiftRule rule) => DeadlinePolicy.Municipal with { Shifts = new() { Plan = rule } };
        var back = Resolve(kind(day), day, Policy(ShiftRule.Back));
        var stay = Resolve(kind(day), day, Policy(ShiftRule.Stay));
        var forward = Resolve(kind(day), day, Policy(ShiftRule.Forward));
        var counted = kind(day) is Deadline.Relative { Direction: OffsetDirection.Before };
        return stay.All(d => d.Control == d.Nominal)
            && back.Zip(stay).All(p => p.First.Control <= p.Second.Control)
            && (counted || (forward.All(d => d.Control >= d.Nominal) && forward.All(d => Russia.IsWorking(d.Control))));
    }));

    [Fact]
    public void A_later_day_never_resolves_earlier() => Check.One(Quietly, Prop.ForAll(AnyDay, AnyDay, AnyKind, (one, other, kind) =>
    {
        var (early, late) = one <= other ? (one, other) : (other, one);
        return Resolve(kind(early), early, DeadlinePolicy.Municipal)[0].Control <= Resolve(kind(late), late, DeadlinePolicy.Municipal)[0].Control;
    }));

    [Fact]
    public void A_longer_term_never_ends_earlier() => Check.One(Quietly, Prop.ForAll(AnyDay, Gen.Choose(0, 200).Two().ToArbitrary(), (day, terms) =>
    {
        DateOnly End(int count, OffsetUnit unit) => Resolve(new Deadline.Relative(count, unit, OffsetDirection.After, "открытия", OffsetLimit.NotLater), day, DeadlinePolicy.Municipal)[0].Control;
        var (less, more) = (Math.Min(terms.Item1, terms.Item2), Math.Max(terms.Item1, terms.Item2));
        return Enum.GetValues<OffsetUnit>().All(unit => End(less, unit) <= End(more, unit));
    }));

    [Fact]
    public void Adding_working_days_and_counting_them_agree() => Check.One(Quietly, Prop.ForAll(AnyDay, AnyCount, (day, count) =>
    {
        var there = Russia.AddWorkingDays(day, count);
        return Russia.WorkingDaysBetween(day, there) == count && (count == 0 || Russia.IsWorking(there));
    }));

    [Fact]
    public void The_nearest_working_days_lie_on_both_sides() => Check.One(Quietly, Prop.ForAll(AnyDay, day =>
    {
        var (before, after) = (Russia.PreviousWorking(day), Russia.NextWorking(day));
        return before <= day && day <= after && Russia.IsWorking(before) && Russia.IsWorking(after) && (before == after) == Russia.IsWorking(day);
    }));

    [Fact]
    public void Every_day_explains_itself_and_ends_with_the_control_day() => Check.One(Quietly, Prop.ForAll(AnyDay, AnyKind, AnyPolicy, (day, kind, policy) =>
        Resolve(kind(day), day, policy).All(d => d.Steps.Count >= 2 && d.Steps[^1] == Ru.Day(d.Control) && !d.Explanation.Contains('\n'))));

    [Fact]
    public void No_deadline_whatever_makes_resolving_fail() => Check.One(Quietly, Prop.ForAll(WildDeadline, AnyDay, (deadline, day) =>
    {
        foreach (var plan in new DateRange?[] { null, DateRange.Year(day.Year), new(day, day.AddDays(500)) })
            Resolution.Of(deadline, new(Russia, DeadlinePolicy.Municipal, plan) { Signed = day }).ControlDays.ShouldAllBe(d => d.Steps.Count > 0);
        return true;
    }));

    private static Arbitrary<Deadline> WildDeadline
    {
        get
        {
            var number = Gen.OneOf(Gen.Choose(-3, 40), Gen.Choose(int.MinValue, int.MaxValue));
            var date = from year in Gen.OneOf(Gen.Elements(0, 1, 9999), Gen.Choose(1990, 2040), Gen.Choose(-5, 20000))
                       from month in Gen.Choose(-2, 15)
                       from day in Gen.Choose(-2, 40)
                       select new WrittenDate(year, month, day);
            var maybe = Gen.OneOf(Gen.Constant((WrittenDate?)null), date.Select(d => (WrittenDate?)d));
            var rule = from frequency in Gen.Elements(Enum.GetValues<Frequency>())
                       from interval in number
                       from months in Gen.Choose(-1, 14).ArrayOf(2)
                       from days in Gen.Choose(-2, 40).ArrayOf(2)
                       from position in Gen.Choose(-6, 6)
                       from bound in Gen.Choose(0, 7)
                       select new Recurrence(frequency, interval)
                       {
                           Months = (bound & 1) > 0 ? months : [], MonthDays = (bound & 2) > 0 ? days : [],
                           WeekDays = (bound & 4) > 0 ? [DayOfWeek.Monday] : [], Positions = position == 0 ? [] : [position],
                       };
            return Gen.OneOf(
                date.Select(Deadline (d) => new Deadline.On(d)),
                date.Select(Deadline (d) => new Deadline.From(d)),
                date.Two().Select(Deadline (d) => new Deadline.During(d.Item1, d.Item2)),
                from last in date from first in maybe select (Deadline)new Deadline.By(last, first),
                from r in rule from times in number from first in maybe from last in maybe select (Deadline)new Deadline.Every(r, times, first, last),
                from count in number
                from unit in Gen.Elements(Enum.GetValues<OffsetUnit>())
                from direction in Gen.Elements(Enum.GetValues<OffsetDirection>())
                select (Deadline)new Deadline.Relative(count, unit, direction, "", OffsetLimit.Within, count - 2)).ToArbitrary();
        }
    }

    private static IReadOnlyList<ControlDay> Resolve(Deadline deadline, DateOnly anchor, DeadlinePolicy policy) =>
        Resolution.Of(deadline, new(policy.Calendar(), policy) { Anchors = new Dictionary<string, DateOnly> { ["открытия"] = anchor } }).ControlDays;

    private static Config Quietly => Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true);
}
