using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Platform;

/// <summary>One job, any number of instances: who has it, who may write, what happens to the one that sleeps.</summary>
public abstract class JobTests(VekhaApp app)
{
    private static int number;

    private readonly JobRunner runner = app.Services.GetRequiredService<JobRunner>();

    private static Job JobOf(Func<JobRun, CancellationToken, Task<string>> work) => new($"job{Interlocked.Increment(ref number)}", "Проба", TimeSpan.FromMinutes(10), work);

    private Task<JobState> State(Job job) => app.Read(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Name == job.Name));

    [Fact]
    public async Task Job_runs_once_and_then_after_its_pause()
    {
        var runs = 0;
        var job = JobOf((_, _) => { runs++; return Task.FromResult("сделано"); });
        (await runner.Run(job, default)).ShouldBeTrue();
        (await runner.Run(job, default)).ShouldBeFalse();
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        (await runner.Run(job, default)).ShouldBeTrue();
        runs.ShouldBe(2);
        var state = await State(job);
        (state.Result, state.Failure, state.Fence, state.Holder).ShouldBe(("сделано", null, 2, null));
    }

    [Fact]
    public async Task Of_twenty_instances_one_has_the_job()
    {
        var (runs, gate) = (0, new TaskCompletionSource());
        var job = JobOf(async (_, _) => { Interlocked.Increment(ref runs); await gate.Task; return ""; });
        await runner.Ask(job, default);
        var all = Enumerable.Range(0, 20).Select(_ => Task.Run(() => runner.Run(job, default))).ToList();
        await Task.WhenAny(all.Append(Task.Delay(1000)));
        gate.SetResult();
        (await Task.WhenAll(all)).Count(took => took).ShouldBe(1);
        runs.ShouldBe(1);
    }

    [Fact]
    public async Task Who_slept_through_the_lease_is_taken_over_and_writes_nothing_more()
    {
        var (asleep, wake) = (new TaskCompletionSource(), new TaskCompletionSource());
        var mark = Guid.NewGuid();
        var isFirst = true;
        var job = JobOf(async (run, cancel) =>
        {
            if (isFirst)
            {
                isFirst = false;
                asleep.SetResult();
                await wake.Task;
            }
            run.Db.Add(new FormKey { Key = $"{mark}|{run.Fence}", At = run.Now });
            await run.Save(cancel);
            return $"под номером {run.Fence}";
        });
        var sleeper = Task.Run(() => runner.Run(job, default));
        await asleep.Task;
        app.Clock.Advance(TimeSpan.FromSeconds(31));
        (await runner.Run(job, default)).ShouldBeTrue();
        wake.SetResult();
        await sleeper;

        (await app.Read(db => db.Set<FormKey>().Where(k => k.Key.StartsWith(mark.ToString())).Select(k => k.Key).ToListAsync())).ShouldBe([$"{mark}|2"]);
        (await State(job)).Result.ShouldBe("под номером 2");
    }

    [Fact]
    public async Task Failure_is_written_down_and_tried_again_with_growing_pauses()
    {
        var job = JobOf((_, _) => throw new JobSetback("Сервер не отвечает"));
        var pauses = new List<double>();
        for (var i = 0; i < 4; i++)
        {
            (await runner.Run(job, default)).ShouldBeTrue();
            var state = await State(job);
            state.Failure.ShouldBe("Сервер не отвечает");
            pauses.Add((state.NextAt - app.Clock.GetUtcNow()).TotalMinutes);
            app.Clock.Set(state.NextAt);
        }
        pauses.ShouldBe([10, 15, 15, 15]);
        (await State(job)).Failures.ShouldBe(4);
    }

    [Fact]
    public async Task Instance_that_stops_gives_the_job_back_at_once()
    {
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var job = JobOf(async (_, cancel) => { begun.TrySetResult(); await Task.Delay(Timeout.Infinite, cancel); return ""; });
        var run = runner.Run(job, stop.Token);
        await begun.Task;
        await stop.CancelAsync();
        await run;
        (await runner.Due(default)).ShouldNotBeNull();
        (await State(job)).Holder.ShouldBeNull();
        (await runner.Run(job with { Work = (_, _) => Task.FromResult("за него") }, default)).ShouldBeTrue();
    }
}

public sealed class JobTestsOnSqlite(SqliteApp app) : JobTests(app), IClassFixture<SqliteApp>;

public sealed class JobTestsOnPostgres(PostgresApp app) : JobTests(app), IClassFixture<PostgresApp>;
