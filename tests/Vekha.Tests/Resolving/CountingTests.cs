using System.Text.Json;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Resolving;

namespace Vekha.Tests.Resolving;

/// <summary>Terms counted from an event, missing years and the rules of a town.</summary>
public sealed class CountingTests
{
    private static readonly DateOnly Thursday = new(2023, 4, 20);

    [Theory]
    [InlineData(3, OffsetUnit.WorkingDay, "2023-04-25")]
    [InlineData(7, OffsetUnit.WorkingDay, "2023-05-02")]
    [InlineData(10, OffsetUnit.CalendarDay, "2023-04-30")]
    [InlineData(2, OffsetUnit.Week, "2023-05-04")]
    [InlineData(1, OffsetUnit.Month, "2023-05-20")]
    [InlineData(1, OffsetUnit.Year, "2024-04-20")]
    [InlineData(0, OffsetUnit.CalendarDay, "2023-04-20")]
    public void A_term_is_counted_from_the_day_after_the_event(int count, OffsetUnit unit, string nominal) =>
        After(count, unit).Nominal.ShouldBe(DateOnly.Parse(nominal, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_month_from_the_thirty_first_ends_on_the_last_day() =>
        Single(Relative(1, OffsetUnit.Month), new(2023, 1, 31)).Nominal.ShouldBe(new(2023, 2, 28));

    [Fact]
    public void Assignments_count_from_the_day_of_signing()
    {
        var urgent = new Deadline.Relative(3, OffsetUnit.CalendarDay, OffsetDirection.After, "", OffsetLimit.Within);
        var context = new ResolutionContext(WorkCalendar.Russia, DeadlinePolicy.Federal) { Class = DeadlineClass.Assignment, Signed = new(2023, 4, 17) };
        Resolution.Of(urgent, context).ControlDays[0].Nominal.ShouldBe(new(2023, 4, 19));
        Resolution.Of(urgent, context with { Class = DeadlineClass.Plan }).ControlDays[0].Nominal.ShouldBe(new(2023, 4, 20));
        Resolution.Of(urgent, context with { Signed = null }).ShouldBe(new Resolution.Waits("нельзя вычислить: не назван день, от которого считать"));
    }

    [Theory]
    [InlineData("срочно", "Общие правила муниципалитета", "2023-04-19", "«срочно» значит 3")]
    [InlineData("Оперативно", "Федеральные правила", "2023-04-26", "«оперативно» значит 10")]
    [InlineData("срочно", "Свердловская область", "2023-04-19", "«срочно» значит 3")]
    [InlineData("весьма срочно", "Свердловская область", "2023-04-17", "«весьма срочно» значит 1")]
    public void A_word_that_names_a_term_is_counted_by_the_rules_of_the_town(string text, string rules, string day, string why)
    {
        var policy = DeadlinePolicy.Profiles.Single(p => p.Name == rules);
        var deadline = DeadlineReader.Read(text, new()).Deadlines[0];
        var context = new ResolutionContext(policy.Calendar(), policy) { Class = DeadlineClass.Assignment, Signed = new(2023, 4, 17), Text = text };
        var control = Resolution.Of(deadline, context).ControlDays.ShouldHaveSingleItem();
        control.Nominal.ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        control.Explanation.Replace('\u00A0', ' ').ShouldContain(why);
        Resolution.Of(deadline, context with { Signed = null }).ShouldBeOfType<Resolution.Waits>();
    }

    [Fact]
    public void An_assignment_without_a_term_has_a_month_and_a_measure_of_a_plan_has_none()
    {
        var context = new ResolutionContext(WorkCalendar.Russia, DeadlinePolicy.Federal) { Class = DeadlineClass.Assignment, Signed = new(2023, 1, 31), Text = "" };
        var day = Resolution.Of(new Deadline.Unknown(), context).ControlDays.ShouldHaveSingleItem();
        (day.Start, day.Nominal).ShouldBe((new(2023, 1, 31), new(2023, 2, 28)));
        day.Explanation.ShouldStartWith("срок не назван → правило — ");
        Resolution.Of(new Deadline.Unknown(), context with { Signed = null }).ShouldBeOfType<Resolution.Waits>();
        Resolution.Of(new Deadline.Unknown(), context with { Text = "уточняется" }).ShouldBeOfType<Resolution.Unreadable>();
        Resolution.Of(new Deadline.Unknown(), context with { Class = DeadlineClass.Plan }).ShouldBeOfType<Resolution.Unreadable>();
    }

    [Fact]
    public void A_term_counted_back_moves_back_even_where_days_off_move_forward()
    {
        var before = new Deadline.Relative(15, OffsetUnit.CalendarDay, OffsetDirection.Before, "заседания Совета", OffsetLimit.NotLater);
        var context = Context("заседания Совета", new(2023, 5, 23)) with { Class = DeadlineClass.Civil };
        var day = Resolution.Of(before, context).ControlDays[0];
        (day.Nominal, day.Control).ShouldBe((new(2023, 5, 8), new(2023, 5, 5)));
    }

    [Fact]
    public void Before_the_start_of_a_season_is_the_day_before() =>
        Resolution.Of(new Deadline.Relative(0, OffsetUnit.CalendarDay, OffsetDirection.Before, "отопительного сезона", OffsetLimit.NotLater),
            Context("отопительный сезон", new(2023, 9, 27))).ControlDays[0].Nominal.ShouldBe(new(2023, 9, 26));

    [Theory]
    [InlineData("завершения реализации проекта")]
    [InlineData("завершение реализации проекта")]
    [InlineData("Завершение  реализации проекта.")]
    public void An_event_is_found_in_another_case(string key) =>
        Resolution.Of(Relative(30, OffsetUnit.CalendarDay), Context(key, Thursday)).ShouldBeOfType<Resolution.Days>();

    [Theory]
    [InlineData("завершение проекта")]
    [InlineData("заключение контракта")]
    [InlineData("завершения реализации программы")]
    public void Another_event_is_not_taken_for_it(string key) =>
        Resolution.Of(Relative(30, OffsetUnit.CalendarDay), Context(key, Thursday)).ShouldBeOfType<Resolution.Waits>();

    [Fact]
    public void Two_events_that_fit_equally_are_not_chosen_between()
    {
        var context = Context("завершению реализации проекта", Thursday) with
        {
            Anchors = new Dictionary<string, DateOnly> { ["завершению реализации проекта"] = Thursday, ["завершением реализации проекта"] = Thursday.AddDays(1) },
        };
        Resolution.Of(Relative(30, OffsetUnit.CalendarDay), context).ShouldBeOfType<Resolution.Waits>();
    }

    [Fact]
    public void A_missing_year_comes_from_the_plan_or_is_asked_for()
    {
        var may = new Deadline.By(new(0, 5, 15));
        Resolution.Of(may, Context(DateRange.Year(2023))).ControlDays[0].Nominal.ShouldBe(new(2023, 5, 15));
        Resolution.Of(may, Context(new DateRange(new(2020, 8, 1), new(2021, 7, 31)))).ControlDays[0].Nominal.ShouldBe(new(2021, 5, 15));
        Resolution.Of(may, Context(new DateRange(new(2020, 1, 1), new(2022, 12, 31)))).ShouldBeOfType<Resolution.NeedsYear>();
        Resolution.Of(may, Context((DateRange?)null)).ShouldBe(new Resolution.NeedsYear("в сроке нет года"));
        Resolution.Of(new Deadline.During(new(0, 9, 1), new(1, 5, 31)), Context(DateRange.Year(2023))).ControlDays[0].Nominal.ShouldBe(new(2024, 5, 31));
    }

    [Fact]
    public void Days_of_years_without_a_published_calendar_say_so()
    {
        var day = Resolution.Of(new Deadline.By(new(2031, 2, 23)), Context((DateRange?)null)).ControlDays[0];
        day.IsCertain.ShouldBeFalse();
        day.Explanation.ShouldContain("календарь 2031 года ещё не утверждён");
    }

    [Fact]
    public void An_event_on_a_saturday_stays_on_saturday()
    {
        var day = Resolution.Of(new Deadline.On(new(2004, 9, 18)), Context((DateRange?)null) with { Class = DeadlineClass.Event }).ControlDays[0];
        (day.Control, day.Why).ShouldBe((new(2004, 9, 18), "18-е — суббота, не переносится"));
    }

    [Fact]
    public void The_rules_of_a_town_are_kept_as_json()
    {
        foreach (var policy in DeadlinePolicy.Profiles)
        {
            var json = JsonSerializer.Serialize(policy);
            var read = JsonSerializer.Deserialize<DeadlinePolicy>(json)!;
            JsonSerializer.Serialize(read).ShouldBe(json);
            (read.Name, read.Shifts, read.AnnualReport, read.TimeZoneId).ShouldBe((policy.Name, policy.Shifts, policy.AnnualReport, policy.TimeZoneId));
        }
    }

    [Fact]
    public void Profiles_differ_where_their_rules_of_procedure_do()
    {
        DeadlinePolicy.Profiles.Select(p => p.Name).Distinct().Count().ShouldBe(4);
        DeadlinePolicy.Sverdlovsk.UrgentTerms[0].ShouldBe(new UrgentTerm("весьма срочно", 1, OffsetUnit.WorkingDay));
        DeadlinePolicy.Federal.UrgentTerms[0].ShouldBe(new UrgentTerm("срочно", 3, OffsetUnit.CalendarDay));
        DeadlinePolicy.Stavropol.Calendar().IsWorking(new(2025, 4, 29)).ShouldBeFalse();
        DeadlinePolicy.Municipal.Calendar().IsWorking(new(2025, 4, 29)).ShouldBeTrue();
    }

    [Fact]
    public void The_last_day_ends_at_midnight_of_the_territory()
    {
        var moment = new DateTimeOffset(2017, 3, 31, 18, 30, 0, TimeSpan.Zero);
        (DeadlinePolicy.Municipal with { TimeZoneId = "Asia/Novokuznetsk" }).DayAt(moment).ShouldBe(new(2017, 4, 1));
        DeadlinePolicy.Municipal.DayAt(moment).ShouldBe(new(2017, 3, 31));
    }

    private static ControlDay After(int count, OffsetUnit unit) => Single(Relative(count, unit), Thursday);

    private static ControlDay Single(Deadline deadline, DateOnly anchor) =>
        Resolution.Of(deadline, Context("завершения реализации проекта", anchor)).ControlDays.ShouldHaveSingleItem();

    private static Deadline.Relative Relative(int count, OffsetUnit unit) =>
        new(count, unit, OffsetDirection.After, "завершения реализации проекта", OffsetLimit.NotLater);

    private static ResolutionContext Context(DateRange? plan) => new(WorkCalendar.Russia, DeadlinePolicy.Municipal, plan);

    private static ResolutionContext Context(string anchor, DateOnly day) =>
        Context((DateRange?)null) with { Anchors = new Dictionary<string, DateOnly> { [anchor] = day } };
}
