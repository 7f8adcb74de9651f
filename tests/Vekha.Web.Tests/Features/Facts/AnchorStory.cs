using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Deadlines;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Features.Control;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Facts;

/// <summary>Deadlines that wait for an event get their days when it happens, move with it and wait again when it is taken back.</summary>
public abstract class AnchorStory(VekhaApp app)
{
    private static readonly AnchorSource Act = new("project", Guid.CreateVersion7(), "акт приёмки от 04.12.2023");

    private Task<AnchorEffect> Reach(Guid programme, string anchor, DateOnly day, Guid? thing = null, string? name = null) => app.Do(async s =>
    {
        var effect = await s.GetRequiredService<AnchorBook>().Reach(programme, anchor, day, Act, thing, name);
        await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
        return effect;
    });

    [Fact]
    [Trait("Acceptance", "S3.16")]
    public async Task A_completed_project_gives_three_tasks_with_both_dates_and_the_plan_waits_for_the_next_one()
    {
        var project = await MediaPlanProject.Approve(app);
        var square = Guid.CreateVersion7();
        var effect = await Reach(project.Programme.Id, "дня завершения реализации проекта", new(2023, 12, 4), square, "Сквер на Садовой");
        effect.Born.ShouldBe(3);
        foreach (var code in new[] { "2.5", "3.3", "4.3" })
        {
            var its = await project.Of(code);
            its.Count.ShouldBe(2);
            var task = its.Single(a => a.ObjectId == square);
            (task.Nominal, task.Control, task.ByOppositeRule).ShouldBe((new(2024, 1, 3), new(2023, 12, 29), new DateOnly(2024, 1, 9)), "day 30 is a holiday: back to 29.12, forward would be 09.01");
            task.Explanation.ShouldContain("срок по закону");
            task.ObjectName.ShouldBe("Сквер на Садовой");
            var waiting = its.Single(a => a.ObjectId is null);
            (waiting.Kind, waiting.Control).ShouldBe((AssignmentKind.Waiting, null));
            waiting.Why.ShouldBe("ждёт следующих: поручение создаётся по каждому объекту, последнее — «Сквер на Садовой»");
        }
        (await Reach(project.Programme.Id, "завершение реализации проекта", new(2023, 12, 4), square, "Сквер на Садовой")).Born.ShouldBe(0, "the same day once more does nothing");
        (await Reach(project.Programme.Id, "завершения реализации проекта", new(2023, 12, 1), Guid.CreateVersion7(), "Детская площадка")).Born.ShouldBe(3);
        (await project.Of("2.5")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_day_that_moves_moves_open_work_with_its_history_and_leaves_what_is_accepted()
    {
        var project = await PortalProject.Approve(app);
        await Reach(project.Programme.Id, "завершение проекта", new(2020, 10, 1));
        var task = await project.Of("О.7", project.Media);
        (task.Kind, task.Nominal, task.Control).ShouldBe((AssignmentKind.Dated, new(2020, 10, 31), new DateOnly(2020, 10, 30)));
        await Reach(project.Programme.Id, "завершения проекта", new(2020, 9, 10));
        task = await app.Read(db => db.Assignments.AsNoTracking().Include(a => a.TermChanges).SingleAsync(a => a.Id == task.Id));
        (task.Control, task.FirstControl).ShouldBe((new DateOnly(2020, 10, 9), new DateOnly(2020, 10, 30)));
        task.TermChanges.Select(c => (c.From, c.Control, c.ByEvent)).OrderBy(c => c.From).ShouldBe([(null, new DateOnly(2020, 10, 30), true), (new(2020, 10, 30), new DateOnly(2020, 10, 9), true)]);
        (await app.Read(db => db.Journal.Where(e => e.Subject == "measure" && e.SubjectId == task.MeasureId).OrderBy(e => e.Id).Select(e => e.Ground).LastAsync()))!.ShouldContain("01.10.2020 → 10.09.2020");

        await app.Do(async s =>
        {
            var db = s.GetRequiredService<VekhaDb>();
            var own = await db.Assignments.Include(a => a.Reports).SingleAsync(a => a.Id == task.Id);
            own.Submit("Готово", new(2020, 10, 1), null, new(2020, 10, 2), app.Clock.GetUtcNow(), Guid.CreateVersion7(), []);
            own.Accept(null, new(2020, 10, 3), app.Clock.GetUtcNow(), Guid.CreateVersion7());
            await db.SaveChangesAsync();
        });
        (await Reach(project.Programme.Id, "завершения проекта", new(2020, 10, 20))).Moved.ShouldBe(0);
        (await project.Of("О.7", project.Media)).Control.ShouldBe(new DateOnly(2020, 10, 9), "what is accepted stays");
    }

    [Fact]
    public async Task A_recalled_event_lets_the_work_wait_again_and_takes_the_task_of_the_object_off()
    {
        var project = await MediaPlanProject.Approve(app);
        var square = Guid.CreateVersion7();
        await Reach(project.Programme.Id, "завершение реализации проекта", new(2023, 12, 4), square, "Сквер");
        await app.Do(async s =>
        {
            await s.GetRequiredService<AnchorBook>().Recall(project.Programme.Id, "завершение реализации проекта", "акт отменён", square);
            await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
        });
        var its = await project.Of("2.5");
        its.Single(a => a.ObjectId == square).Phase.ShouldBe(AssignmentPhase.Cancelled);
        its.Single(a => a.ObjectId is null).Why.ShouldBe("нельзя вычислить: нет дня завершения реализации проекта");
    }

    [Fact]
    public async Task A_plan_approved_after_the_event_knows_it()
    {
        var project = await PortalProject.Approve(app);
        await Reach(project.Programme.Id, "завершение проекта", new(2020, 10, 1));
        var plan = new Plan(project.Programme.Id, "Второй план", new(new(2020, 8, 1), new(2021, 7, 31)));
        var row = plan.AddMeasure(null, "1", "Итоговый отчёт");
        row.Deadlines = [new Deadline.Relative(5, OffsetUnit.WorkingDay, OffsetDirection.After, "завершения проекта", OffsetLimit.Within)];
        var made = await app.Read(async db => plan.Approve(new(new(2020, 10, 2), "Глава", "С.П. Орлов", null), project.Programme.Policy.Calendar(), project.Programme.Policy, default, Guid.CreateVersion7(), await AnchorDays.Of(db, project.Programme.Id)));
        made.ShouldHaveSingleItem().Control.ShouldBe(new DateOnly(2020, 10, 8));
    }

    [Fact]
    public async Task An_event_to_come_is_refused_where_deadlines_count_from_it()
    {
        var project = await PortalProject.Approve(app);
        app.Clock.Set(new(2020, 11, 2, 12, 0, 0, TimeSpan.FromHours(3)));
        (await Should.ThrowAsync<Refusal>(() => Reach(project.Programme.Id, "завершение проекта", new(2020, 11, 3)))).Text.ShouldContain("ещё не наступило");
    }
}

public sealed class AnchorStoryOnSqlite(SqliteApp app) : AnchorStory(app), IClassFixture<SqliteApp>;

public sealed class AnchorStoryOnPostgres(PostgresApp app) : AnchorStory(app), IClassFixture<PostgresApp>;
