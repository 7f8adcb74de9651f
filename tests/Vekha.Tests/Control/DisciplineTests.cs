using Vekha.Calendars;
using Vekha.Control;
using Vekha.Resolving;

namespace Vekha.Tests.Control;

public sealed class DisciplineTests
{
    private static readonly DateOnly Today = new(2017, 11, 20);
    private static readonly DateOnly Passed = new(2017, 11, 15);
    private static readonly DateOnly Ahead = new(2017, 12, 15);
    private static readonly DateRange Period = new(new(2017, 9, 1), new(2018, 8, 31));

    [Fact]
    public void The_board_of_the_monday_meeting_counts_68_of_78()
    {
        AssignmentRecords[] records =
        [
            .. Many(60, Accepted(Passed, Passed)), .. Many(8, Accepted(Ahead, Passed)),
            .. Many(4, Accepted(Passed, Passed.AddDays(2))), .. Many(4, Due(Passed)),
            .. Many(2, Due(Passed) with { Reports = [new(Passed) { Return = new(Passed, new(2017, 11, 27)) }] }),
            .. Many(99, Due(Ahead)),
        ];
        var discipline = Of(records);
        (discipline.InTime, discipline.Late, discipline.NotDone, discipline.Due, discipline.Percent).ShouldBe((68, 4, 6, 78, 87));
    }

    [Fact]
    public void A_report_that_waits_for_the_controller_is_counted_apart_and_a_late_one_is_not_in_time()
    {
        var discipline = Of([Due(Passed) with { Reports = [new(Passed)] }, Due(Passed) with { Reports = [new(Passed.AddDays(1))] }]);
        (discipline.UnderCheck, discipline.NotDone, discipline.Due, discipline.Percent).ShouldBe((1, 1, 1, 0));
    }

    [Fact]
    public void Extended_ones_count_by_the_new_day_and_are_shown_apart()
    {
        var extended = Due(new(2017, 10, 10)) with
        {
            Extensions = [new(new(2017, 10, 6), Passed)],
            Reports = [new(new(2017, 11, 10)) { Accepted = new(2017, 11, 13) }],
        };
        var discipline = Of([extended, Accepted(Passed, Passed)]);
        (discipline.InTime, discipline.Due, discipline.Extended, discipline.ExtendedInTime).ShouldBe((2, 2, 1, 1));
    }

    [Fact]
    public void What_is_off_control_standing_not_computed_or_outside_the_period_is_not_counted()
    {
        var discipline = Of(
        [
            Due(Passed) with { Released = Passed }, Due(Passed) with { Cancelled = Passed }, Due(Passed) with { IsStanding = true },
            new() { Terms = [new(Passed, null)] }, Due(new(2017, 8, 30)),
        ]);
        (discipline.Due, discipline.Percent).ShouldBe((0, null));
    }

    private static Discipline Of(IEnumerable<AssignmentRecords> records) => Discipline.Of(
        records.Select(r => AssignmentStatus.Of(r, Today, WorkCalendar.Russia, DeadlinePolicy.Municipal)), Period);

    private static IEnumerable<AssignmentRecords> Many(int count, AssignmentRecords records) => Enumerable.Repeat(records, count);

    private static AssignmentRecords Due(DateOnly control) => AssignmentRecords.Of(new(2017, 8, 1), control);

    private static AssignmentRecords Accepted(DateOnly control, DateOnly fact) => Due(control) with { Reports = [new(fact) { Accepted = fact }] };
}
