using Vekha.Deadlines;
using Vekha.Plans;

namespace Vekha.Tests;

public sealed class RepetitionTests
{
    [Fact]
    public void A_month_repeated_for_a_leap_year_ends_on_its_last_day() =>
        Repetition.Shift(new Deadline.During(new(2023, 2, 1), new(2023, 2, 28)), 1)
            .ShouldBe(new Deadline.During(new(2024, 2, 1), new(2024, 2, 29)));

    [Fact]
    public void A_day_moves_by_whole_years_and_29_February_becomes_the_28th() =>
        Repetition.Shift(new Deadline.By(new(2024, 2, 29)), 1).ShouldBe(new Deadline.By(new(2025, 2, 28)));

    [Fact]
    public void What_has_no_day_of_its_own_stays()
    {
        Repetition.Shift(new Deadline.Ongoing(), 3).ShouldBe(new Deadline.Ongoing());
        Repetition.Shift(new Deadline.By(new(0, 5, 15)), 3).ShouldBe(new Deadline.By(new(0, 5, 15)));
        var event30 = new Deadline.Relative(30, OffsetUnit.CalendarDay, OffsetDirection.After, "завершения", OffsetLimit.NotLater);
        Repetition.Shift(event30, 3).ShouldBe(event30);
    }
}
