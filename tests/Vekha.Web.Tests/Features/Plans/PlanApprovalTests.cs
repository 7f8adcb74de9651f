using Vekha.Control;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Tests.Features.Plans;

/// <summary>What an approved plan puts on control, without a database.</summary>
public sealed class PlanApprovalTests
{
    private static readonly DeadlinePolicy Policy = DeadlinePolicy.Municipal;
    private static readonly DateTimeOffset Now = new(2020, 8, 17, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Head = Guid.CreateVersion7();
    private static readonly Approval Act = new(new(2020, 8, 17), "Глава городского округа", "С.П. Орлов", null);

    private static Plan Plan() => new(Guid.CreateVersion7(), "План мероприятий", new(new(2020, 8, 1), new(2021, 7, 31)));

    private static Measure Add(Plan plan, Deadline deadline, params string[] executors)
    {
        var measure = plan.AddMeasure(null, "1", "Создание медиаплана");
        measure.Deadlines = [deadline];
        foreach (var name in executors) measure.AddExecutor(name, ExecutorKind.Organisation);
        return measure;
    }

    private static IReadOnlyList<Assignment> Approve(Plan plan) => plan.Approve(Act, Policy.Calendar(), Policy, Now, Head);

    [Fact]
    public void A_measure_is_owed_by_each_executor_and_only_the_first_answers()
    {
        var plan = Plan();
        Add(plan, new Deadline.During(new(2020, 10, 1), new(2020, 10, 31)), "Управление по образованию", "МКУ «Управление делами»");
        var assignments = Approve(plan);
        assignments.Select(a => (a.ExecutorName, a.Answers)).ShouldBe([("Управление по образованию", true), ("МКУ «Управление делами»", false)]);
        assignments.ShouldAllBe(a => a.Nominal == new DateOnly(2020, 10, 31) && a.Control == new DateOnly(2020, 10, 30));
    }

    [Fact]
    public void Five_dates_in_a_cell_are_five_assignments()
    {
        var plan = Plan();
        Add(plan, new Deadline.Unknown(), "КОПО").Deadlines =
            [.. new[] { 1, 2, 3, 4, 5 }.Select(month => new Deadline.On(new(2021, month, 15)))];
        Approve(plan).Count.ShouldBe(5);
    }

    [Fact]
    public void A_deadline_that_waits_for_an_event_gets_no_day_and_says_why()
    {
        var plan = Plan();
        Add(plan, new Deadline.Relative(30, OffsetUnit.CalendarDay, OffsetDirection.After, "завершения реализации проекта", OffsetLimit.NotLater), "Финансовое управление");
        var assignment = Approve(plan).ShouldHaveSingleItem();
        assignment.Control.ShouldBeNull();
        assignment.Kind.ShouldBe(AssignmentKind.Waiting);
        assignment.Why.ShouldContain("завершения реализации проекта");
        assignment.StatusOn(new(2021, 1, 1), Policy.Calendar(), Policy).State.ShouldBe(AssignmentState.Waiting);
    }

    [Fact]
    public void An_approved_plan_is_locked()
    {
        var plan = Plan();
        Add(plan, new Deadline.Ongoing());
        Approve(plan);
        Should.Throw<Refusal>(() => plan.AddMeasure(null, "2", "Ещё одно")).Text.ShouldContain("утверждён и заперт");
        Should.Throw<Refusal>(() => Approve(plan));
    }

    [Fact]
    public void A_plan_without_measures_is_not_approved() => Should.Throw<Refusal>(() => Approve(Plan())).Text.ShouldContain("нет ни одного мероприятия");

    [Fact]
    public void A_late_report_with_an_early_fact_counts_as_done_in_time()
    {
        var plan = Plan();
        Add(plan, new Deadline.During(new(2020, 10, 1), new(2020, 10, 31)), "Управление");
        var assignment = Approve(plan)[0];
        assignment.Submit("Медиаплан утверждён", new(2020, 10, 29), null, new(2020, 10, 30), Now, Head, []);
        assignment.SendBack("Нужны реквизиты приказа", new(2020, 10, 30), Now, Head);
        assignment.Submit("Приказ № 118", new(2020, 10, 29), null, new(2020, 11, 2), Now, Head, []);
        assignment.Accept(null, new(2020, 11, 2), Now, Head);
        var status = assignment.StatusOn(new(2020, 11, 2), Policy.Calendar(), Policy);
        status.State.ShouldBe(AssignmentState.Done);
        status.IsSubmittedLate.ShouldBeTrue();
        assignment.StatusOn(new(2020, 10, 30), Policy.Calendar(), Policy).State.ShouldBe(AssignmentState.Returned, "what was decided later does not change the past");
    }

    [Fact]
    public void The_first_late_report_is_not_sent_without_a_reason()
    {
        var plan = Plan();
        Add(plan, new Deadline.By(new(2020, 10, 1)), "Управление");
        var assignment = Approve(plan)[0];
        Should.Throw<Refusal>(() => assignment.Submit("Сделано", new(2020, 10, 1), " ", new(2020, 10, 5), Now, Head, [])).Field.ShouldBe("LateReason");
        assignment.Reports.ShouldBeEmpty();
    }

    [Fact]
    public void An_extension_keeps_the_first_day_and_holds_from_its_own_day_on()
    {
        var plan = Plan();
        Add(plan, new Deadline.By(new(2020, 10, 1)), "Управление");
        var assignment = Approve(plan)[0];
        assignment.Extend(new(2020, 10, 15), "Совет переносит утверждение", new(2020, 9, 28), Now, Head);
        (assignment.FirstControl, assignment.Control).ShouldBe((new DateOnly(2020, 10, 1), new DateOnly(2020, 10, 15)));
        assignment.StatusOn(new(2020, 9, 27), Policy.Calendar(), Policy).Control.ShouldBe(new DateOnly(2020, 10, 1));
        assignment.StatusOn(new(2020, 10, 5), Policy.Calendar(), Policy).State.ShouldNotBe(AssignmentState.Overdue);
    }
}
