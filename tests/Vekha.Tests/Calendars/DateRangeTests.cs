using System.Text.Json;
using Vekha.Calendars;

namespace Vekha.Tests.Calendars;

public sealed class DateRangeTests
{
    [Fact]
    public void Both_ends_belong_to_a_range()
    {
        var october = DateRange.Month(2020, 10);
        october.Length.ShouldBe(31);
        october.Days().Count().ShouldBe(31);
        october.Contains(october.First).ShouldBeTrue();
        october.Contains(october.Last).ShouldBeTrue();
        october.Contains(new DateOnly(2020, 11, 1)).ShouldBeFalse();
    }

    [Fact]
    public void Months_quarters_halves_and_weeks_end_where_they_should()
    {
        DateRange.Month(2024, 2).Last.ShouldBe(new(2024, 2, 29));
        DateRange.Quarter(2020, 4).ShouldBe(new(new(2020, 10, 1), new(2020, 12, 31)));
        DateRange.HalfYear(2021, 2).ShouldBe(new(new(2021, 7, 1), new(2021, 12, 31)));
        DateRange.Week(new(2017, 11, 26)).ShouldBe(new(new(2017, 11, 20), new(2017, 11, 26)));
    }

    [Fact]
    public void Ranges_meet_in_their_common_days()
    {
        DateRange.Quarter(2020, 4).Intersect(DateRange.Month(2020, 12)).ShouldBe(DateRange.Month(2020, 12));
        DateRange.Month(2020, 9).Intersect(DateRange.Month(2020, 10)).ShouldBeNull();
        DateRange.Year(2020).Contains(DateRange.Month(2020, 2)).ShouldBeTrue();
    }

    [Fact]
    public void A_range_cannot_end_before_it_starts() =>
        Should.Throw<ArgumentException>(() => new DateRange(new(2020, 10, 2), new(2020, 10, 1)));

    [Fact]
    public void A_range_is_kept_as_json() =>
        JsonSerializer.Deserialize<DateRange>(JsonSerializer.Serialize(DateRange.Quarter(2021, 2))).ShouldBe(DateRange.Quarter(2021, 2));
}
