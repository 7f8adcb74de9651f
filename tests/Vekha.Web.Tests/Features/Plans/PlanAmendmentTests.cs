using Vekha.Control;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Tests.Features.Plans;

/// <summary>What a new version of a plan does to what is already on control, without a database.</summary>
public sealed class PlanAmendmentTests
{
    private static readonly DeadlinePolicy Policy = DeadlinePolicy.Municipal;
    private static readonly DateTimeOffset Now = new(2020, 8, 17, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Head = Guid.CreateVersion7();
    private static readonly Approval First = new(new(2020, 8, 17), "Глава городского округа", "С.П. Орлов", null);
    private static readonly Approval Second = First with { On = new(2020, 9, 21), Act = "постановлением от 21.09.2020 № 800" };

    private readonly Plan plan = new(Guid.CreateVersion7(), "План мероприятий", new(new(2020, 8, 1), new(2021, 7, 31)));
    private readonly List<Assignment> assignments = [];

    private Measure Add(string title, Deadline deadline, params string[] executors)
    {
        var measure = plan.AddMeasure(null, $"{plan.Measures.Count + 1}", title);
        (measure.DeadlineText, measure.Deadlines) = (DeadlineText.Write(deadline), [deadline]);
        foreach (var name in executors) measure.AddExecutor(name, ExecutorKind.Organisation);
        return measure;
    }

    private static Deadline.During Month(int month) => new(new(2020, month, 1), new(2020, month, month is 9 or 11 ? 30 : 31));

    private void Approve() => assignments.AddRange(plan.Approve(First, Policy.Calendar(), Policy, Now, Head));

    private IReadOnlyList<Assignment> Amend(params RowAmendment[] changes) => plan.Amend(changes, Second, "обращение управления", assignments, Policy.Calendar(), Policy, Now.AddMonths(1), Head);

    private AssignmentStatus On(Assignment assignment, int month, int day) => assignment.StatusOn(new(2020, month, day), Policy.Calendar(), Policy);

    [Fact]
    public void A_moved_deadline_keeps_the_first_day_and_the_past_stays_as_it_was()
    {
        var conference = Add("Конференция", Month(10), "Управление");
        Approve();
        Amend(new RowAmendment.Change(conference.Id, new() { DeadlineText = "ноябрь 2020", Deadlines = [Month(11)] })).ShouldBeEmpty();
        var assignment = assignments.ShouldHaveSingleItem();
        (assignment.FirstControl, assignment.Control).ShouldBe((new DateOnly(2020, 10, 30), new DateOnly(2020, 11, 30)));
        assignment.TermChanges.ShouldHaveSingleItem().Ground.ShouldBe("обращение управления");
        On(assignment, 9, 20).Control.ShouldBe(new DateOnly(2020, 10, 30), "the day before the new version the old day held");
        On(assignment, 9, 21).Control.ShouldBe(new DateOnly(2020, 11, 30));
        On(assignment, 11, 5).State.ShouldNotBe(AssignmentState.Overdue);
        plan.Versions.Select(v => v.Number).ShouldBe([1, 2]);
        plan.InForce!.Act.ShouldBe(Second.Act);
    }

    [Fact]
    public void An_earlier_day_is_taken_too()
    {
        var row = Add("Создание медиаплана", Month(11), "Управление");
        Approve();
        Amend(new RowAmendment.Change(row.Id, new() { DeadlineText = "октябрь 2020", Deadlines = [Month(10)] }));
        assignments[0].Control.ShouldBe(new DateOnly(2020, 10, 30));
    }

    [Fact]
    public void A_removed_row_is_released_with_its_ground_and_a_new_row_is_put_on_control()
    {
        var (kept, gone) = (Add("Остаётся", Month(10), "Управление"), Add("Уходит", Month(10), "Управление"));
        Approve();
        var added = Amend(new RowAmendment.Remove(gone.Id), new RowAmendment.Add(null, null, "3", "3", new() { Title = "Новое", DeadlineText = "ноябрь 2020", Deadlines = [Month(11)], Executors = [new("Отдел")] }, kept.Id));
        var released = assignments.Single(a => a.MeasureId == gone.Id);
        released.Phase.ShouldBe(AssignmentPhase.Cancelled);
        released.Release!.Ground.ShouldContain("обращение управления");
        assignments.Single(a => a.MeasureId == kept.Id).TermChanges.ShouldBeEmpty();
        added.ShouldHaveSingleItem().PutOnControlOn.ShouldBe(Second.On);
        plan.Rows.Select(r => r.Title).ShouldBe(["Остаётся", "Новое"]);
        gone.RemovedOn.ShouldBe(Second.On);
    }

    [Fact]
    public void An_executor_who_leaves_is_released_one_who_comes_gets_an_assignment_and_one_who_stays_is_not_touched()
    {
        var row = Add("Совместное", Month(10), "Управление", "Отдел");
        Approve();
        var added = Amend(new RowAmendment.Change(row.Id, new() { Executors = [new("Управление"), new("Комитет")] }));
        assignments.Single(a => a.ExecutorName == "Управление").IsClosed.ShouldBeFalse();
        assignments.Single(a => a.ExecutorName == "Отдел").Phase.ShouldBe(AssignmentPhase.Cancelled);
        added.Select(a => a.ExecutorName).ShouldBe(["Комитет"]);
    }

    [Fact]
    public void What_is_done_stays_done()
    {
        var row = Add("Сделано", Month(9), "Управление");
        Approve();
        assignments[0].Submit("Готово", new(2020, 9, 1), null, new(2020, 9, 2), Now, Head, []);
        assignments[0].Accept(null, new(2020, 9, 3), Now, Head);
        Amend(new RowAmendment.Change(row.Id, new() { DeadlineText = "ноябрь 2020", Deadlines = [Month(11)] })).ShouldBeEmpty();
        assignments[0].Phase.ShouldBe(AssignmentPhase.Accepted);
        assignments[0].Control.ShouldBe(new DateOnly(2020, 9, 30));
    }

    [Fact]
    public void A_version_needs_an_approved_plan_a_change_a_ground_and_a_later_day()
    {
        var row = Add("Строка", Month(10), "Управление");
        Should.Throw<Refusal>(() => Amend(new RowAmendment.Remove(row.Id))).Text.ShouldContain("ещё не утверждён");
        Approve();
        Should.Throw<Refusal>(() => Amend()).Text.ShouldContain("Не принято ни одного изменения");
        Should.Throw<Refusal>(() => plan.Amend([new RowAmendment.Remove(row.Id)], First with { On = new(2020, 8, 1) }, "обращение", assignments, Policy.Calendar(), Policy, Now, Head)).Field.ShouldBe("On");
        Should.Throw<Refusal>(() => plan.Amend([new RowAmendment.Remove(row.Id)], Second, " ", assignments, Policy.Calendar(), Policy, Now, Head)).Field.ShouldBe("Ground");
    }
}
