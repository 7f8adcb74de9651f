using System.Globalization;
using Vekha.Calendars;

namespace Vekha.Tests.Calendars;

/// <summary>The published production calendars of 2017–2027, five-day week.</summary>
public sealed class FederalCalendarTests
{
    private static readonly WorkCalendar Russia = WorkCalendar.Russia;

    [Theory]
    [InlineData(2017, 247, "2-6.01 23-24.02 8.03 1.05 8-9.05 12.06 6.11", "", "22.02 7.03 3.11")]
    [InlineData(2018, 247, "1-5.01 8.01 23.02 8-9.03 30.04 1-2.05 9.05 11-12.06 5.11 31.12", "28.04 9.06 29.12", "28.04 9.06 29.12 22.02 7.03 8.05")]
    [InlineData(2019, 247, "1-4.01 7-8.01 8.03 1-3.05 9-10.05 12.06 4.11", "", "22.02 7.03 30.04 8.05 11.06 31.12")]
    [InlineData(2020, 248, "1-3.01 6-8.01 24.02 9.03 1.05 4-5.05 11.05 12.06 4.11", "", "11.06 3.11 31.12")]
    [InlineData(2021, 247, "1.01 4-8.01 22-23.02 8.03 3.05 10.05 14.06 4-5.11 31.12", "20.02", "20.02 30.04 11.06")]
    [InlineData(2022, 247, "3-7.01 23.02 7-8.03 2-3.05 9-10.05 13.06 4.11", "5.03", "5.03 22.02 3.11")]
    [InlineData(2023, 247, "2-6.01 23-24.02 8.03 1.05 8-9.05 12.06 6.11", "", "22.02 7.03 3.11")]
    [InlineData(2024, 248, "1-5.01 8.01 23.02 8.03 29-30.04 1.05 9-10.05 12.06 4.11 30-31.12", "27.04 2.11 28.12", "22.02 7.03 8.05 11.06 2.11")]
    [InlineData(2025, 247, "1-3.01 6-8.01 1-2.05 8-9.05 12-13.06 3-4.11 31.12", "1.11", "7.03 30.04 11.06 1.11")]
    [InlineData(2026, 247, "1-2.01 5-9.01 23.02 9.03 1.05 11.05 12.06 4.11 31.12", "", "30.04 8.05 11.06 3.11")]
    [InlineData(2027, 247, "1.01 4-8.01 22-23.02 8.03 3.05 10.05 14.06 4-5.11 31.12", "20.02", "20.02 30.04 11.06 3.11")]
    public void A_year_has_the_published_days_off_working_saturdays_and_short_days(int year, int working, string weekdaysOff, string saturdays, string shortened)
    {
        var days = DateRange.Year(year).Days().ToArray();
        Russia.WorkingDaysIn(DateRange.Year(year)).ShouldBe(working);
        days.Where(d => !IsWeekend(d) && !Russia.IsWorking(d)).ShouldBe(Parse(year, weekdaysOff));
        days.Where(d => IsWeekend(d) && Russia.IsWorking(d)).ShouldBe(Parse(year, saturdays));
        days.Where(Russia.IsShortened).ShouldBe(Parse(year, shortened).Order());
        WorkCalendar.IsCertain(year).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2020-10-31", "суббота")]
    [InlineData("2020-10-30", "рабочий день")]
    [InlineData("2022-05-10", "выходной: перенос с 2 января (постановление № 1564)")]
    [InlineData("2017-11-06", "выходной: перенос с 4 ноября (ст. 112 ТК)")]
    [InlineData("2021-02-20", "рабочая суббота: перенос на 22 февраля (постановление № 1648)")]
    [InlineData("2027-12-31", "выходной: перенос с 3 января (постановление Правительства)")]
    [InlineData("2023-06-12", "праздник: День России")]
    [InlineData("2024-01-03", "праздник: новогодние каникулы")]
    [InlineData("2020-06-11", "рабочий день, короче на час")]
    [InlineData("2020-04-01", "нерабочий день по указу Президента, сроки не сдвигает")]
    public void A_day_says_what_it_is_and_why(string day, string said) => Russia.Describe(Iso(day)).Replace('\u00A0', ' ').ShouldBe(said);

    [Fact]
    public void Years_without_published_transfers_know_holidays_and_say_that_they_are_not_certain()
    {
        WorkCalendar.IsCertain(2031).ShouldBeFalse();
        Russia.Kind(Iso("2031-05-09")).ShouldBe(DayKind.Holiday);
        Russia.Kind(Iso("2031-02-24")).ShouldBe(DayKind.Transferred); // 23 February 2031 is a Sunday.
        Russia.Kind(Iso("2031-03-07")).ShouldBe(DayKind.ShortWorking);
    }

    [Fact, Trait("Acceptance", "S4.2")]
    public void Decree_days_of_2020_are_shown_and_do_not_stop_work()
    {
        DateRange[] decrees = [new(Iso("2020-03-30"), Iso("2020-04-30")), new(Iso("2020-05-06"), Iso("2020-05-08"))];
        foreach (var day in decrees.SelectMany(r => r.Days()).Where(d => !IsWeekend(d)))
        {
            Russia.Kind(day).ShouldBe(DayKind.Decree);
            Russia.IsWorking(day).ShouldBeTrue();
            Russia.WithDecreeDaysOff(true).IsWorking(day).ShouldBeFalse();
        }
        Russia.Kind(Iso("2020-04-04")).ShouldBe(DayKind.Weekend);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly Iso(string day) => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);

    /// <summary>«1-5.01 8.01» as days.</summary>
    private static IEnumerable<DateOnly> Parse(int year, string days) =>
        from part in days.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let month = int.Parse(part.Split('.')[1], CultureInfo.InvariantCulture)
        let ends = part.Split('.')[0].Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray()
        from number in Enumerable.Range(ends[0], ends[^1] - ends[0] + 1)
        select new DateOnly(year, month, number);
}
