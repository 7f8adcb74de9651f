using Vekha.Calendars;
using Vekha.Norms;

namespace Vekha.Tests.Norms;

/// <summary>Norms on a day: what is done, missing, late, and how a part of a month is taken.</summary>
public sealed class NormRuleTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Russia;

    // «не менее 2 раз в месяц» from 10 October to 15 December 2017.
    private static NormRule TwiceAMonth(PartialRule partial = PartialRule.Whole) => new(2, new(new(2017, 10, 10), new(2017, 12, 15)), NormRhythm.Month, partial);

    private static NormStatus On(NormRule rule, long done, DateOnly day, DateOnly? of = null) => NormStatus.Of(rule.WindowNear(of ?? day), done, day, Calendar);

    [Fact]
    public void A_missing_second_one_in_November_is_yellow_from_the_23rd_and_red_in_December()
    {
        var november = new DateOnly(2017, 11, 1);
        On(TwiceAMonth(), 1, new(2017, 11, 22), november).State.ShouldBe(NormState.Running);
        var alarm = On(TwiceAMonth(), 1, new(2017, 11, 23), november);
        (alarm.State, alarm.AlarmOn, alarm.Missing).ShouldBe((NormState.Alarm, new DateOnly(2017, 11, 23), 1L));
        alarm.Line.ShouldBe("не хватает 1, закрывается 30.11.2017,\u00A0чт");
        On(TwiceAMonth(), 1, new(2017, 12, 1), november).State.ShouldBe(NormState.Missed);
        On(TwiceAMonth(), 2, new(2017, 11, 23), november).State.ShouldBe(NormState.Met);
    }

    [Theory]
    [InlineData(PartialRule.Whole, 2, 2)]
    [InlineData(PartialRule.Proportional, 1, 1)]
    [InlineData(PartialRule.NotCounted, 0, 0)]
    public void Parts_of_October_and_December_are_taken_as_the_town_says(PartialRule rule, long october, long december)
    {
        var windows = TwiceAMonth(rule).Windows().ToList();
        windows.Select(w => (w.Name, w.Target, w.IsPartial)).ShouldBe([("октябрь 2017", october, true), ("ноябрь 2017", 2, false), ("декабрь 2017", december, true)]);
        windows[0].Days.ShouldBe(new DateRange(new(2017, 10, 10), new(2017, 10, 31)));
        TwiceAMonth(rule).HasPartial.ShouldBeTrue();
    }

    [Fact]
    public void More_than_asked_is_more_than_a_hundred_per_cent()
    {
        var clubs = NormStatus.Of(new NormRule(45, new(new(2017, 10, 10), new(2018, 3, 25))).WindowNear(new(2018, 2, 1)), 49, new(2018, 2, 1), Calendar);
        (clubs.State, clubs.Percent, clubs.Line).ShouldBe((NormState.Met, 108, "больше нормы на 4"));
    }

    [Fact]
    public void Fifteen_clubs_owe_forty_five_together()
    {
        var window = new NormRule(3, new(new(2017, 10, 10), new(2017, 12, 25))).WindowNear(new(2017, 12, 26));
        NormStatus.Of(window, 50, new(2017, 12, 26), Calendar, subjects: 15).State.ShouldBe(NormState.Met);
        NormStatus.Of(window, 2, new(2017, 12, 26), Calendar).State.ShouldBe(NormState.Missed);
    }

    [Fact]
    public void The_forecast_goes_on_at_the_pace_so_far()
    {
        var rule = new NormRule(20, new(new(2020, 3, 1), new(2020, 5, 31)));
        On(rule, 4, new(2020, 3, 31)).Forecast.ShouldBe(12);
        On(rule, 4, new(2020, 3, 31)).Line.ShouldContain("таким темпом будет 12");
        On(rule, 4, new(2020, 6, 1)).Forecast.ShouldBeNull();
    }

    [Theory]
    [InlineData(NormRhythm.Week, 5)]
    [InlineData(NormRhythm.Quarter, 2)]
    [InlineData(NormRhythm.Year, 1)]
    [InlineData(NormRhythm.Once, 1)]
    public void Windows_follow_the_calendar_and_cover_every_day_once(NormRhythm rhythm, int count)
    {
        var rule = new NormRule(1, new(new(2023, 3, 15), new(2023, 4, 15)), rhythm);
        var windows = rule.Windows().ToList();
        windows.Count.ShouldBe(count);
        windows.SelectMany(w => w.Days.Days()).ShouldBe(rule.Span.Days());
    }

    [Theory]
    [InlineData("мероприятие", "мероприятий")]
    [InlineData("публикация", "Публикации")]
    [InlineData("участник", "участников")]
    [InlineData("пресс-релиз", "пресс-релизов")]
    public void A_unit_is_one_in_every_case(string one, string other) => CountedUnit.Key(one).ShouldBe(CountedUnit.Key(other));

    [Fact]
    public void Units_that_only_begin_alike_are_two() => CountedUnit.Key("клуб").ShouldNotBe(CountedUnit.Key("клубника"));
}
