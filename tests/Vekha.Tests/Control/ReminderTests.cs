using Vekha.Calendars;
using Vekha.Control;
using Vekha.Resolving;

namespace Vekha.Tests.Control;

/// <summary>When one is reminded, counted in working days of the real calendar.</summary>
public sealed class ReminderTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Russia;
    private static readonly ReminderRhythm Usual = ReminderRhythm.Usual;
    private static readonly DateOnly Friday = new(2020, 10, 30);

    private static int? Left(DateOnly today, DateOnly? lastRound = null, ReminderRhythm? rhythm = null) =>
        Reminder.Due(today, lastRound ?? Calendar.AddWorkingDays(today, -1), Friday, Calendar, rhythm ?? Usual)?.WorkingDaysLeft;

    [Theory]
    [InlineData(15, null)]
    [InlineData(16, 10)]
    [InlineData(23, 5)]
    [InlineData(26, null)]
    [InlineData(27, 3)]
    [InlineData(28, null)]
    [InlineData(29, 1)]
    [InlineData(30, 0)]
    public void October_items_of_Khimki_are_reminded_ten_five_three_and_one_working_days_before_and_on_the_day(int day, int? left) =>
        Left(new(2020, 10, day)).ShouldBe(left);

    [Fact]
    public void Overdue_is_counted_in_working_days_and_reminded_daily()
    {
        Left(new(2020, 11, 2)).ShouldBe(-1);
        Left(new(2020, 11, 3)).ShouldBe(-2);
        // 4 November is a holiday.
        Left(new(2020, 11, 5)).ShouldBe(-3);
    }

    [Fact]
    public void Town_that_does_not_remind_daily_reminds_on_the_first_day_and_weekly()
    {
        var weekly = Usual with { OverdueDaily = false };
        Left(new(2020, 11, 2), rhythm: weekly).ShouldBe(-1);
        Left(new(2020, 11, 3), rhythm: weekly).ShouldBeNull();
        Left(new(2020, 11, 9), rhythm: weekly).ShouldBe(-5);
    }

    [Fact]
    public void Reminder_that_fell_while_nobody_reminded_is_made_up_for_once()
    {
        Left(new(2020, 10, 28), lastRound: new(2020, 10, 26)).ShouldBe(2);
        Left(new(2020, 10, 28), lastRound: new(2020, 10, 27)).ShouldBeNull();
    }

    [Fact]
    public void Deadline_that_stays_on_a_Saturday_is_reminded_on_the_Friday_before()
    {
        var saturday = new DateOnly(2020, 10, 31);
        Reminder.Due(new(2020, 10, 30), new(2020, 10, 29), saturday, Calendar, Usual)!.WorkingDaysLeft.ShouldBe(0);
        Reminder.Due(new(2020, 11, 2), new(2020, 10, 30), saturday, Calendar, Usual)!.IsOverdue.ShouldBeTrue();
    }

    [Fact]
    public void Working_Saturday_counts()
    {
        // 20.02.2021 works for 22.02: the third working day before 26.02.
        Reminder.Due(new(2021, 2, 20), new(2021, 2, 19), new(2021, 2, 26), Calendar, Usual)!.WorkingDaysLeft.ShouldBe(3);
        Reminder.Due(new(2021, 2, 19), new(2021, 2, 18), new(2021, 2, 26), Calendar, Usual).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 3)]
    [InlineData(50, 3)]
    public void Overdue_goes_up_step_by_step(int late, int step) => Usual.StepAt(late).ShouldBe(step);

    [Fact]
    public void Weekly_list_falls_on_Monday_or_the_first_working_day_after()
    {
        Usual.IsCuratorDay(new(2020, 11, 2), Calendar).ShouldBeTrue();
        Usual.IsCuratorDay(new(2020, 11, 3), Calendar).ShouldBeFalse();
        // 24 February 2020 is a Monday off.
        Usual.IsCuratorDay(new(2020, 2, 25), Calendar).ShouldBeTrue();
        Usual.IsCuratorDay(new(2020, 2, 26), Calendar).ShouldBeFalse();
    }

    [Fact]
    public void Programme_without_a_rhythm_of_its_own_takes_the_days_of_its_rules() =>
        ReminderRhythm.Of(DeadlinePolicy.Municipal with { ReminderDays = [7, 2] }).DaysBefore.ShouldBe([7, 2]);
}
