using System.Globalization;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Resolving;

namespace Vekha.Tests.Resolving;

public sealed class RepetitionTests
{
    private static readonly DateRange Plan = DateRange.Year(2023);

    [Theory]
    [InlineData("FREQ=MONTHLY;INTERVAL=6", null, "2023-07-10 2024-01-10")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20", null, "2023-04-20 2023-07-20 2023-10-20 2024-01-20")]
    [InlineData("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10", null, "2023-04-10 2023-07-10 2023-10-10 2024-01-10")]
    [InlineData("FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=15", null, "2023-07-15 2024-01-15")]
    [InlineData("FREQ=YEARLY", null, "2024-01-20")]
    [InlineData("FREQ=YEARLY", 4, "2023-12-31")]
    [InlineData("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10", null, "2023-06-10")]
    [InlineData("FREQ=YEARLY;BYMONTH=5", null, "2023-05-31")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3", 2, "2023-03-31 2023-06-30 2023-09-30 2023-12-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=25;BYMONTH=3,6", null, "2023-03-25 2023-06-25")]
    public void A_rule_falls_on_these_nominal_days_of_a_plan_for_2023(string rule, int? times, string days) =>
        Nominal(new(Recurrence.Parse(rule), times), Plan).ShouldBe(Days(days));

    [Fact]
    public void Monthly_reports_follow_the_month_and_late_days_stay_inside_it()
    {
        var spring = new DateRange(new(2023, 3, 1), new(2023, 5, 31));
        Nominal(new(Recurrence.Parse("FREQ=MONTHLY")), spring).ShouldBe(Days("2023-04-10 2023-05-10 2023-06-10"));
        Nominal(new(Recurrence.Parse("FREQ=MONTHLY;BYMONTHDAY=3")), spring).ShouldBe(Days("2023-04-03 2023-05-03 2023-06-03"));
        Nominal(new(Recurrence.Parse("FREQ=MONTHLY;BYMONTHDAY=25")), spring).ShouldBe(Days("2023-03-25 2023-04-25 2023-05-25"));
        Nominal(new(Recurrence.Parse("FREQ=MONTHLY;BYMONTHDAY=5,20")), spring).ShouldBe(Days("2023-03-05 2023-03-20 2023-04-05 2023-04-20 2023-05-05 2023-05-20"));
        Nominal(new(Recurrence.Parse("FREQ=MONTHLY;BYMONTHDAY=-1")), spring).ShouldBe(Days("2023-03-31 2023-04-30 2023-05-31"));
    }

    [Fact]
    public void Weekdays_weeks_and_fortnights()
    {
        var march = DateRange.Month(2023, 3);
        Nominal(new(Recurrence.Parse("FREQ=WEEKLY;BYDAY=WE")), march).ShouldBe(Days("2023-03-01 2023-03-08 2023-03-15 2023-03-22 2023-03-29"));
        Nominal(new(Recurrence.Parse("FREQ=MONTHLY;BYDAY=WE;BYSETPOS=1")), march).ShouldBe(Days("2023-03-01"));
        Nominal(new(Recurrence.Parse("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1")), march).ShouldBe(Days("2023-03-31"));
        Nominal(new(Recurrence.Parse("FREQ=WEEKLY")), march).ShouldBe(Days("2023-03-05 2023-03-12 2023-03-19 2023-03-26 2023-03-31"));
        Nominal(new(Recurrence.Parse("FREQ=WEEKLY;INTERVAL=2")), march).ShouldBe(Days("2023-03-12 2023-03-26 2023-03-31"));
    }

    [Fact]
    public void A_window_without_a_year_comes_in_every_year_of_the_plan()
    {
        var rule = new Deadline.Every(new(Frequency.Yearly), null, new WrittenDate(0, 6, 1), new WrittenDate(0, 9, 1));
        var days = Of(rule, new(new(2022, 1, 1), new(2023, 12, 31))).ControlDays;
        days.Select(d => (d.Start, d.Nominal)).ShouldBe(
            [(new DateOnly(2022, 6, 1), new DateOnly(2022, 9, 1)), (new DateOnly(2023, 6, 1), new DateOnly(2023, 9, 1))]);
    }

    [Fact]
    public void Bounds_with_years_need_no_plan_and_nothing_else_does_without_one()
    {
        var bounded = new Deadline.Every(new(Frequency.Monthly), null, new WrittenDate(2022, 3, 1), new WrittenDate(2022, 10, 31));
        Nominal(bounded, null).Count.ShouldBe(8);
        Of(new Deadline.Every(new(Frequency.Monthly)), null).ShouldBeOfType<Resolution.NeedsYear>();
    }

    [Fact]
    public void Daily_duties_stand_and_are_reported_once_a_year()
    {
        var standing = Of(new Deadline.Every(new(Frequency.Daily)), Plan).ShouldBeOfType<Resolution.Standing>();
        standing.Stubs.ShouldHaveSingleItem().Nominal.ShouldBe(new(2024, 1, 20));
    }

    [Fact]
    public void A_report_says_what_it_is_about_and_by_which_rule() =>
        Of(new Deadline.Every(new(Frequency.Monthly, 3)), Plan).ControlDays[1].Explanation.Replace('\u00A0', ' ').ShouldBe(
            "ежеквартально → отчёт за II квартал 2023 → день не назван, правило — 10-е число следующего месяца → 10 июля 2023, пн");

    private static IReadOnlyList<DateOnly> Nominal(Deadline.Every rule, DateRange? plan) => [.. Of(rule, plan).ControlDays.Select(d => d.Nominal)];

    private static Resolution Of(Deadline deadline, DateRange? plan) => Resolution.Of(deadline, new(WorkCalendar.Russia, DeadlinePolicy.Municipal, plan));

    private static IEnumerable<DateOnly> Days(string days) => days.Split(' ').Select(d => DateOnly.ParseExact(d, "O", CultureInfo.InvariantCulture));
}
