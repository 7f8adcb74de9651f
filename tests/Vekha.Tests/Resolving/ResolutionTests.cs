using System.Globalization;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Resolving;

namespace Vekha.Tests.Resolving;

/// <summary>The days that the five documents come to, as the acceptance scripts expect them.</summary>
public sealed class ResolutionTests
{
    private static readonly DateRange Khimki = new(new(2020, 8, 1), new(2021, 7, 31));

    [Theory, Trait("Acceptance", "S0.2")]
    [InlineData("2020-08-01", "2020-08-31", "2020-08-31", "")]
    [InlineData("2020-10-01", "2020-10-31", "2020-10-30", "31-е — суббота")]
    [InlineData("2021-02-01", "2021-02-28", "2021-02-26", "28-е — воскресенье")]
    [InlineData("2020-10-01", "2021-06-30", "2021-06-30", "")]
    [InlineData("2021-06-01", "2021-07-31", "2021-07-30", "31-е — суббота")]
    public void A_window_is_due_on_its_last_day_and_moves_back_from_a_day_off(string first, string last, string control, string why)
    {
        var day = Single(new Deadline.During(Date(first), Date(last)), Khimki);
        (day.Start, day.Nominal, day.Control, day.Why).ShouldBe((Iso(first), Iso(last), Iso(control), why));
        day.IsOutsidePlan.ShouldBeFalse();
    }

    [Fact, Trait("Acceptance", "S0.2")]
    public void Every_control_day_explains_itself_in_one_line()
    {
        Said(new Deadline.During(new(2020, 10, 1), new(2020, 10, 31)), "октябрь  2020")
            .ShouldBe("октябрь 2020 → 1–31 октября → срок — последний день, 31.10, сб → выходной, назад → 30 октября 2020, пт");
        Said(new Deadline.By(new(2020, 10, 1)), "до 01.10.2020").ShouldBe("до 01.10.2020 → 1 октября включительно → 1 октября 2020, чт");
        Said(new Deadline.On(new(2021, 6, 24)), "24 июня 2021").ShouldBe("24 июня 2021 → 24 июня 2021, чт");
        Said(new Deadline.During(new(2020, 10, 1), new(2021, 6, 30)), null)
            .ShouldBe("IV квартал 2020 – II квартал 2021 → 1 октября 2020 – 30 июня 2021 → срок — последний день, 30.06, ср → 30 июня 2021, ср");
    }

    [Fact, Trait("Acceptance", "S0.2")]
    public void A_town_may_say_that_before_is_not_inclusive()
    {
        var policy = DeadlinePolicy.Municipal with { BeforeIsInclusive = false };
        var by = new Deadline.By(new(2020, 10, 1));
        Single(by, Khimki, policy).Control.ShouldBe(Iso("2020-09-30"));
        var said = Resolution.Of(by, new(WorkCalendar.Russia, policy, Khimki) { Text = "не позднее 1 октября 2020" });
        said.ControlDays[0].Control.ShouldBe(Iso("2020-10-01"));
    }

    [Fact, Trait("Acceptance", "S0.2")]
    public void A_separate_plan_is_an_open_link() =>
        Of(new Deadline.Reference("по отдельному плану"), Khimki).ShouldBe(new Resolution.Link("по отдельному плану"));

    [Fact, Trait("Acceptance", "S0.17")]
    public void Standing_measures_get_a_report_for_each_year_or_for_each_quarter()
    {
        var standing = Of(new Deadline.Ongoing(), Khimki).ShouldBeOfType<Resolution.Standing>();
        standing.Stubs.Select(s => (s.Control, s.Occurrence)).ShouldBe([(Iso("2021-01-20"), "за 2020\u00A0год"), (Iso("2022-01-20"), "за 2021\u00A0год")]);

        var quarterly = DeadlinePolicy.Municipal with { StandingReport = StandingReport.Quarterly };
        Of(new Deadline.Ongoing(), Khimki, quarterly).ControlDays.Select(s => s.Nominal).ShouldBe(
            [Iso("2020-10-10"), Iso("2021-01-20"), Iso("2021-04-10"), Iso("2021-07-10"), Iso("2021-10-10"), Iso("2022-01-20")]);
    }

    [Theory, Trait("Acceptance", "S1.3")]
    [InlineData("2017-09-30", "2017-09-29")]
    [InlineData("2018-03-25", "2018-03-23")]
    [InlineData("2017-12-31", "2017-12-29")]
    [InlineData("2018-08-31", "2018-08-31")]
    [InlineData("2018-01-15", "2018-01-15")]
    public void Dates_on_a_day_off_move_back(string date, string control) =>
        Single(new Deadline.On(Date(date)), null).Control.ShouldBe(Iso(control));

    [Fact, Trait("Acceptance", "S1.3")]
    public void A_window_keeps_both_ends()
    {
        var day = Single(new Deadline.During(new(2017, 10, 10), new(2017, 12, 25)), null);
        (day.Start, day.Nominal, day.Control).ShouldBe((Iso("2017-10-10"), Iso("2017-12-25"), Iso("2017-12-25")));
    }

    [Fact, Trait("Acceptance", "S1.14")]
    public void Twice_a_month_is_due_by_the_end_of_each_month_and_partial_months_say_so()
    {
        var rule = new Deadline.Every(new(Frequency.Monthly), 2, new(2017, 10, 23), new WrittenDate(2017, 12, 25));
        var days = Of(rule, null).ControlDays;
        days.Select(d => (d.Start, d.Nominal, d.Control, d.IsPartial, d.Times)).ShouldBe(
        [
            (Iso("2017-10-23"), Iso("2017-10-31"), Iso("2017-10-31"), true, 2),
            (Iso("2017-11-01"), Iso("2017-11-30"), Iso("2017-11-30"), false, 2),
            (Iso("2017-12-01"), Iso("2017-12-25"), Iso("2017-12-25"), true, 2),
        ]);
        days[1].Occurrence.ShouldBe("ноябрь 2017");
    }

    [Fact, Trait("Acceptance", "S2.4")]
    public void March_is_due_on_its_last_day()
    {
        var day = Single(new Deadline.During(new(2017, 3, 1), new(2017, 3, 31)), null);
        (day.Start, day.Control).ShouldBe((Iso("2017-03-01"), Iso("2017-03-31")));
        day.Steps[^1].Replace('\u00A0', ' ').ShouldBe("31 марта 2017, пт");
    }

    [Theory, Trait("Acceptance", "S3.3")]
    [InlineData("by", "2023-03-20", "2023-03-20")]
    [InlineData("by", "2023-06-15", "2023-06-15")]
    [InlineData("by", "2023-07-01", "2023-06-30")]
    [InlineData("period", "2023-12-31", "2023-12-29")]
    [InlineData("period", "2023-12-30", "2023-12-29")]
    public void Dates_of_the_media_plan(string kind, string last, string control)
    {
        Deadline deadline = kind == "by" ? new Deadline.By(Date(last)) : new Deadline.During(new(2023, 12, 1), Date(last));
        Single(deadline, DateRange.Year(2023)).Control.ShouldBe(Iso(control));
    }

    [Fact, Trait("Acceptance", "S3.3")]
    public void Quarterly_falls_on_the_tenth_of_the_next_month_and_the_last_one_is_outside_the_year()
    {
        var days = Of(new Deadline.Every(new(Frequency.Monthly, 3)), DateRange.Year(2023)).ControlDays;
        days.Select(d => (d.Control, d.IsOutsidePlan)).ShouldBe(
            [(Iso("2023-04-10"), false), (Iso("2023-07-10"), false), (Iso("2023-10-10"), false), (Iso("2024-01-10"), true)]);
        days[1].Occurrence.ShouldBe("за II\u00A0квартал 2023");
    }

    [Fact, Trait("Acceptance", "S3.3")]
    public void Thirty_days_after_completion_wait_for_the_completion() =>
        Of(Completion, DateRange.Year(2023)).ShouldBe(new Resolution.Waits("нельзя вычислить: нет дня завершения реализации проекта"));

    [Fact, Trait("Acceptance", "S3.2")]
    public void A_lost_number_of_days_is_never_guessed() =>
        Of(new Deadline.Relative(null, null, OffsetDirection.After, "заключения контракта", OffsetLimit.NotLater), null)
            .ShouldBe(new Resolution.Unreadable("срок не распознан: в документе потеряно число дней"));

    [Fact, Trait("Acceptance", "S3.16")]
    public void Thirty_days_after_completion_show_both_days_and_the_statutory_mark()
    {
        var context = new ResolutionContext(WorkCalendar.Russia, DeadlinePolicy.Municipal, DateRange.Year(2023))
        {
            Class = DeadlineClass.Statutory,
            Anchors = new Dictionary<string, DateOnly> { ["завершение реализации проекта"] = Iso("2023-12-04") },
        };
        var day = Resolution.Of(Completion, context).ControlDays.ShouldHaveSingleItem();
        (day.Nominal, day.Control, day.ByOppositeRule, day.IsStatutory).ShouldBe((Iso("2024-01-03"), Iso("2023-12-29"), Iso("2024-01-09"), true));
        Plain(day.Explanation).ShouldBe("не позднее 30 календарных дней со дня завершения реализации проекта → день отсчёта — 4 декабря 2023, пн → "
            + "считается со следующего дня → 30-й календарный день, 03.01, ср → праздник, назад → срок по закону, вперёд было бы 9 января 2024, вт → 29 декабря 2023, пт");
        var civil = Resolution.Of(Completion, context with { Class = DeadlineClass.Civil }).ControlDays[0];
        (civil.Control, civil.ByOppositeRule).ShouldBe((Iso("2024-01-09"), Iso("2023-12-29")));
    }

    [Theory, Trait("Acceptance", "S4.2")]
    [InlineData("2020-05-31", "2020-05-29")]
    [InlineData("2020-11-15", "2020-11-13")]
    [InlineData("2020-04-01", "2020-04-01")]
    [InlineData("2020-05-08", "2020-05-08")]
    public void Decree_days_do_not_move_a_deadline_unless_the_town_says_so(string last, string control)
    {
        Single(new Deadline.By(Date(last)), null).Control.ShouldBe(Iso(control));
        var moving = DeadlinePolicy.Municipal with { DecreeDaysMove = true };
        Single(new Deadline.By(new(2020, 4, 15)), null, moving).Control.ShouldBe(Iso("2020-03-27"));
    }

    private static readonly Deadline Completion =
        new Deadline.Relative(30, OffsetUnit.CalendarDay, OffsetDirection.After, "завершения реализации проекта", OffsetLimit.NotLater);

    private static Resolution Of(Deadline deadline, DateRange? plan, DeadlinePolicy? policy = null) =>
        Resolution.Of(deadline, new(WorkCalendar.Russia, policy ?? DeadlinePolicy.Municipal, plan));

    private static ControlDay Single(Deadline deadline, DateRange? plan, DeadlinePolicy? policy = null) =>
        Of(deadline, plan, policy).ShouldBeOfType<Resolution.Days>().Items.ShouldHaveSingleItem();

    private static string Said(Deadline deadline, string? text) => Plain(Resolution.Of(deadline,
        new(WorkCalendar.Russia, DeadlinePolicy.Municipal, Khimki) { Text = text }).ControlDays[0].Explanation);

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private static DateOnly Iso(string day) => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);

    private static WrittenDate Date(string day) => WrittenDate.Of(Iso(day));
}
