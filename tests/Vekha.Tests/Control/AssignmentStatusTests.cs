using Vekha.Calendars;
using Vekha.Control;
using Vekha.Resolving;

namespace Vekha.Tests.Control;

public sealed class AssignmentStatusTests
{
    private static readonly DateOnly Signed = new(2020, 8, 17);

    /// <summary>«октябрь 2020»: nominal 31.10 (Saturday), control 30.10.</summary>
    private static readonly AssignmentRecords October = AssignmentRecords.Of(Signed, new(2020, 10, 30), new(2020, 10, 31), new(2020, 10, 1));

    public static TheoryData<string, AssignmentRecords, DateOnly, AssignmentState, string> States => new()
    {
        { "before the window", October, new(2020, 9, 15), AssignmentState.NotDue, "" },
        { "inside the window", October, new(2020, 10, 5), AssignmentState.InProgress, "" },
        { "six working days left", October, new(2020, 10, 22), AssignmentState.InProgress, "" },
        { "five working days left", October, new(2020, 10, 23), AssignmentState.Risk, "через 5 рабочих дней" },
        { "three working days left", October, new(2020, 10, 27), AssignmentState.Risk, "через 3 рабочих дня" },
        { "the day itself", October, new(2020, 10, 30), AssignmentState.Risk, "срок сегодня" },
        { "the day after", October, new(2020, 10, 31), AssignmentState.Overdue, "1 день, отчёта нет" },
        { "Monday without a report", October, new(2020, 11, 2), AssignmentState.Overdue, "3 дня, отчёта нет" },
        { "before it was put on control", October, new(2020, 8, 16), AssignmentState.NotDue, "ещё не на контроле" },
        { "a declared risk", October with { RiskDeclared = new(2020, 10, 2) }, new(2020, 10, 5), AssignmentState.Risk, "исполнитель сообщил о риске" },
        { "a risk declared later", October with { RiskDeclared = new(2020, 10, 12) }, new(2020, 10, 5), AssignmentState.InProgress, "" },
        { "begun before the window", October with { Started = new(2020, 9, 10) }, new(2020, 9, 15), AssignmentState.InProgress, "" },
        { "interim information closes nothing", October with { Reports = [new(new(2020, 10, 29)) { IsInterim = true }] }, new(2020, 11, 2), AssignmentState.Overdue, "3 дня, отчёта нет" },
        { "sent", October with { Reports = [new(new(2020, 10, 30))] }, new(2020, 11, 2), AssignmentState.Submitted, "сдан 30 октября" },
        { "sent tomorrow", October with { Reports = [new(new(2020, 10, 30))] }, new(2020, 10, 29), AssignmentState.Risk, "через 1 рабочий день" },
        { "returned", Returned(new(2020, 11, 2)), new(2020, 11, 2), AssignmentState.Returned, "доработать до 2 ноября" },
        { "returned and not mended", Returned(new(2020, 11, 2)), new(2020, 11, 5), AssignmentState.Overdue, "6 дней, возвращено, исправленного отчёта нет" },
        { "returned without a term, still in time", Returned(null, new(2020, 10, 20)), new(2020, 10, 26), AssignmentState.Returned, "доработать до 30 октября" },
        { "accepted in time", Accepted(new(2020, 10, 21), new(2020, 10, 23)), new(2020, 11, 2), AssignmentState.Done, "21 октября" },
        { "accepted, seen next year", Accepted(new(2020, 10, 21), new(2020, 10, 23)), new(2021, 1, 11), AssignmentState.Done, "21 октября 2020" },
        { "accepted late", Accepted(new(2020, 11, 3), new(2020, 11, 3)), new(2020, 11, 9), AssignmentState.DoneLate, "3 ноября, на 4 дня позже" },
        { "released", October with { Released = new(2020, 11, 1) }, new(2020, 11, 2), AssignmentState.Released, "1 ноября" },
        { "released later", October with { Released = new(2020, 11, 3) }, new(2020, 11, 2), AssignmentState.Overdue, "3 дня, отчёта нет" },
        { "cancelled", October with { Cancelled = new(2020, 10, 12) }, new(2020, 11, 2), AssignmentState.Cancelled, "12 октября" },
        { "standing", Standing, new(2030, 1, 1), AssignmentState.Standing, "" },
        { "waits for an event", Waiting, new(2023, 11, 1), AssignmentState.Waiting, "" },
        { "the event was recorded", Waiting, new(2023, 12, 6), AssignmentState.NotDue, "" },
    };

    [Theory, MemberData(nameof(States))]
    public void The_state_follows_from_the_records_up_to_the_day(string when, AssignmentRecords records, DateOnly today, AssignmentState state, string line)
    {
        var status = On(today, records);
        status.State.ShouldBe(state, when);
        status.Line.Replace('\u00A0', ' ').ShouldBe(line, when);
        status.Word.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact, Trait("Acceptance", "S0.13")]
    public void Late_report_with_early_proof_counts_as_done_in_time_and_says_when_it_was_sent()
    {
        var records = October with
        {
            Reports =
            [
                new(new(2020, 10, 30), new(2020, 10, 29)) { Return = new(new(2020, 10, 30), new(2020, 11, 2), "нужен утверждённый медиаплан") },
                new(new(2020, 11, 2), new(2020, 10, 29)) { Accepted = new(2020, 11, 3) },
            ],
        };
        On(new(2020, 11, 1), records).State.ShouldBe(AssignmentState.Returned);
        var checkedOn = On(new(2020, 11, 2), records);
        (checkedOn.State, checkedOn.Line, checkedOn.IsCheckedLate, checkedOn.Light)
            .ShouldBe((AssignmentState.Submitted, "сдан 2\u00A0ноября повторно", true, TrafficLight.Yellow));
        var done = On(new(2020, 11, 3), records);
        (done.State, done.Word, done.Line).ShouldBe((AssignmentState.Done, "исполнено", "29\u00A0октября, отчёт сдан 2\u00A0ноября"));
        (done.IsSubmittedLate, done.DaysLate).ShouldBe((true, 0));
        (done.Nominal, done.Control, done.Fact, done.Accepted).ShouldBe((new(2020, 10, 31), new(2020, 10, 30), new(2020, 10, 29), new(2020, 11, 3)));
    }

    [Fact, Trait("Acceptance", "S0.13")]
    public void Work_done_after_the_control_day_is_done_late() =>
        On(new(2020, 11, 9), Accepted(new(2020, 10, 31), new(2020, 11, 2))).State.ShouldBe(AssignmentState.DoneLate);

    [Fact, Trait("Acceptance", "S0.15")]
    public void An_extension_counts_from_the_day_it_was_granted_and_the_first_date_is_kept()
    {
        var conference = AssignmentRecords.Of(Signed, new(2021, 2, 26), new(2021, 2, 28), new(2021, 2, 1)) with
        {
            Extensions = [new(new(2021, 3, 2), new(2021, 3, 31), Requested: new(2021, 2, 19))],
        };
        var before = On(new(2021, 3, 1), conference);
        (before.State, before.Control, before.IsExtended).ShouldBe((AssignmentState.Overdue, new(2021, 2, 26), false));
        var after = On(new(2021, 3, 2), conference);
        (after.State, after.Control, after.FirstControl, after.IsExtended)
            .ShouldBe((AssignmentState.InProgress, new(2021, 3, 31), new(2021, 2, 26), true));
    }

    [Theory, Trait("Acceptance", "S0.15")]
    [InlineData(19, true)]
    [InlineData(20, true)]
    [InlineData(24, false)]
    public void A_working_saturday_counts_when_an_extension_is_asked_for(int filed, bool inTime)
    {
        var last = DeadlinePolicy.Municipal.LastDayToAskForExtension(new(2021, 2, 26), WorkCalendar.Russia);
        last.ShouldBe(new(2021, 2, 20));
        (new DateOnly(2021, 2, filed) <= last).ShouldBe(inTime);
    }

    [Fact, Trait("Acceptance", "S0.12")]
    public void October_items_are_reminded_of_three_working_days_before()
    {
        Reminder.Of(new(2020, 10, 30), WorkCalendar.Russia, DeadlinePolicy.Municipal).ShouldBe(
        [
            new(new(2020, 10, 16), 10), new(new(2020, 10, 23), 5), new(new(2020, 10, 27), 3), new(new(2020, 10, 29), 1), new(new(2020, 10, 30), 0),
        ]);
        On(new(2020, 11, 2), October).Light.ShouldBe(TrafficLight.Red);
    }

    [Fact, Trait("Acceptance", "S0.17")]
    public void Standing_assignments_are_never_red()
    {
        var days = Enumerable.Range(0, 3000).Select(n => Signed.AddDays(n));
        days.Select(d => On(d, Standing)).ShouldAllBe(s => s.State == AssignmentState.Standing && s.Light == TrafficLight.Grey && s.Word == "исполняется постоянно");
    }

    [Fact, Trait("Acceptance", "S1.14")]
    public void Publications_of_november_turn_yellow_five_working_days_before_its_end()
    {
        var november = AssignmentRecords.Of(new(2017, 9, 1), new(2017, 11, 30), start: new DateOnly(2017, 11, 1));
        On(new(2017, 11, 22), november).Light.ShouldBe(TrafficLight.Green);
        On(new(2017, 11, 23), november).Light.ShouldBe(TrafficLight.Yellow);
    }

    [Fact]
    public void Every_state_has_its_own_word()
    {
        var states = Enum.GetValues<AssignmentState>();
        states.Select(s => s.Word()).Distinct().Count().ShouldBe(states.Length);
        States.Select(row => row.Data.Item4).Distinct().Count().ShouldBe(states.Length, "the table above shows every state");
    }

    private static AssignmentRecords Standing => new() { Terms = [new(Signed, null)], IsStanding = true };

    private static AssignmentRecords Waiting => new()
    {
        Terms = [new(new(2023, 3, 14), null), new(new(2023, 12, 5), new(2023, 12, 29), new(2024, 1, 3))],
    };

    private static AssignmentRecords Returned(DateOnly? until, DateOnly? day = null) => October with
    {
        Reports = [new(day ?? new(2020, 10, 30)) { Return = new(day ?? new(2020, 10, 30), until) }],
    };

    private static AssignmentRecords Accepted(DateOnly fact, DateOnly sent) => October with { Reports = [new(sent, fact) { Accepted = sent }] };

    private static AssignmentStatus On(DateOnly today, AssignmentRecords records) =>
        AssignmentStatus.Of(records, today, WorkCalendar.Russia, DeadlinePolicy.Municipal);
}
