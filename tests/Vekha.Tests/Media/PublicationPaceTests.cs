using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Media;

namespace Vekha.Tests.Media;

public sealed class PublicationPaceTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Russia;
    private static readonly PublicationPace TwiceAMonth = new(new(Frequency.Monthly), 2);

    // S1, row 17: «не менее 2 раз в месяц», 16 October – 25 December 2017.
    private static readonly DateRange Autumn = new(new(2017, 10, 16), new(2017, 12, 25));

    [Theory]
    [InlineData(PartialPeriod.Whole, "2,2,2")]
    [InlineData(PartialPeriod.Share, "2,2,2")]
    [InlineData(PartialPeriod.None, "0,2,0")]
    public void Partial_months_owe_what_the_town_has_said(PartialPeriod partial, string owed) =>
        string.Join(',', TwiceAMonth.Windows(Autumn, partial, Calendar).Select(w => w.Owed)).ShouldBe(owed);

    [Fact]
    public void A_third_of_a_month_owes_one_of_two() =>
        TwiceAMonth.Windows(new(new(2017, 10, 21), new(2017, 11, 30)), PartialPeriod.Share, Calendar)[0].ShouldBe(new(new(new(2017, 10, 21), new(2017, 10, 31)), 1, true));

    [Fact]
    public void Two_of_a_month_are_owed_by_the_last_working_days_of_its_halves()
    {
        var november = TwiceAMonth.Windows(Autumn, PartialPeriod.Whole, Calendar)[1];

        PublicationPace.DaysOf(november, Calendar).ShouldBe([new(2017, 11, 15), new(2017, 11, 30)]);
    }

    [Fact]
    public void Quarter_begins_in_january_and_a_quarterly_text_is_owed_by_its_last_working_day()
    {
        var windows = new PublicationPace(new(Frequency.Monthly, 3)).Windows(DateRange.Year(2023), PartialPeriod.Whole, Calendar);

        windows.Count.ShouldBe(4);
        windows.SelectMany(w => PublicationPace.DaysOf(w, Calendar)).ShouldBe([new(2023, 3, 31), new(2023, 6, 30), new(2023, 9, 29), new(2023, 12, 29)]);
    }

    [Fact]
    public void Daily_pace_asks_on_working_days_only_and_gaps_are_working_days_without_a_release()
    {
        var week = new DateRange(new(2017, 3, 6), new(2017, 3, 12)); // The eighth of March is a holiday.
        var daily = new PublicationPace(new(Frequency.Daily));

        daily.Windows(week, PartialPeriod.Whole, Calendar).Select(w => w.Days.First.Day).ShouldBe([6, 7, 9, 10]);
        PublicationPace.Gaps(week, new HashSet<DateOnly> { new(2017, 3, 6), new(2017, 3, 8), new(2017, 3, 10) }, Calendar).Select(d => d.Day).ShouldBe([7, 9]);
    }

    [Fact]
    public void Only_what_repeats_has_a_pace()
    {
        PublicationPace.Of(new Deadline.Every(new(Frequency.Monthly), 2)).ShouldBe(TwiceAMonth);
        PublicationPace.Of(new Deadline.Ongoing()).ShouldBeNull();
    }
}
