using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>
/// Takes a job that is due, runs it, writes down how it went. Of any number of instances one has a job at a time; when it
/// dies, its lease ends and another takes over under a higher number (docs/decisions/0055).
/// </summary>
public sealed class JobRunner(Jobs jobs, IServiceScopeFactory scopes, TimeProvider time, ILogger<JobRunner> log)
{
    /// <summary>However often a job fails, it is tried at least this often.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Heartbeat = JobRun.Lease / 3;

    /// <summary>Jobs that are due and that nobody has.</summary>
    public async Task<IReadOnlyList<Job>> Due(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<VekhaDb>().Jobs.AsNoTracking().ToDictionaryAsync(j => j.Name, cancel);
        var now = time.GetUtcNow();
        return [.. jobs.All.Where(j => !known.TryGetValue(j.Name, out var state) || (state.NextAt <= now && !state.IsRunning(now)))];
    }

    /// <summary>Makes a job due now, whatever its rhythm.</summary>
    public async Task Ask(Job job, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<VekhaDb>();
        await Enrol(db, job, cancel);
        var now = time.GetUtcNow();
        await db.Jobs.Where(j => j.Name == job.Name).ExecuteUpdateAsync(j => j.SetProperty(x => x.NextAt, now), cancel);
    }

    /// <summary>Runs the job if it is due and free. False when it was neither.</summary>
    public async Task<bool> Run(Job job, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await Take(scope.ServiceProvider.GetRequiredService<VekhaDb>(), job, cancel) is not { } fence) return false;
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var done = new CancellationTokenSource();
        var heart = Beat(job, fence, held, done.Token);
        try
        {
            var result = await job.Work(new JobRun(scope.ServiceProvider, job.Name, fence, time), held.Token);
            await Close(job, fence, result, null);
        }
        catch (LeaseLost lost)
        {
            log.LogWarning("{Message}", lost.Message);
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested)
        {
            // Stopping: the next instance need not wait for the lease to end.
            await Free(job, fence);
        }
        catch (Exception failure)
        {
            if (failure is not JobSetback) log.LogError(failure, "Job {Name} failed", job.Name);
            await Close(job, fence, null, failure is JobSetback ? failure.Message : $"Ошибка программы: {failure.Message}");
        }
        finally
        {
            await done.CancelAsync();
            await heart;
        }
        return true;
    }

    private async Task<long?> Take(VekhaDb db, Job job, CancellationToken cancel)
    {
        await Enrol(db, job, cancel);
        var now = time.GetUtcNow();
        var (me, until) = (Guid.NewGuid(), now + JobRun.Lease);
        var taken = await db.Jobs.Where(j => j.Name == job.Name && j.NextAt <= now && (j.LeaseUntil == null || j.LeaseUntil < now))
            .ExecuteUpdateAsync(j => j.SetProperty(x => x.Fence, x => x.Fence + 1).SetProperty(x => x.Holder, me)
                .SetProperty(x => x.LeaseUntil, until).SetProperty(x => x.StartedAt, now), cancel);
        if (taken == 0) return null;
        return await db.Jobs.Where(j => j.Name == job.Name && j.Holder == me).Select(j => (long?)j.Fence).SingleOrDefaultAsync(cancel);
    }

    private async Task Enrol(VekhaDb db, Job job, CancellationToken cancel)
    {
        if (await db.Jobs.AnyAsync(j => j.Name == job.Name, cancel)) return;
        var state = JobState.New(job.Name, time.GetUtcNow());
        db.Add(state);
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateException e) when (e.IsDuplicate("jobs")) { }
        db.Entry(state).State = EntityState.Detached;
    }

    // A long run shows that it lives; when it has been taken over, its work is stopped.
    private async Task Beat(Job job, long fence, CancellationTokenSource held, CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Heartbeat, done);
                await using var scope = scopes.CreateAsyncScope();
                if (await JobRun.Prolong(scope.ServiceProvider.GetRequiredService<VekhaDb>(), job.Name, fence, time.GetUtcNow(), done)) continue;
                await held.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested) { }
        catch (Exception failure)
        {
            log.LogWarning(failure, "Job {Name} cannot prolong its lease", job.Name);
        }
    }

    private async Task Close(Job job, long fence, string? result, string? failure)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mine = scope.ServiceProvider.GetRequiredService<VekhaDb>().Jobs.Where(j => j.Name == job.Name && j.Fence == fence);
        var now = time.GetUtcNow();
        var failures = failure is null ? 0 : await mine.Select(j => j.Failures).SingleOrDefaultAsync() + 1;
        var next = now + Pause(job, failures);
        await mine.ExecuteUpdateAsync(j => j.SetProperty(x => x.Holder, (Guid?)null).SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null)
            .SetProperty(x => x.FinishedAt, now).SetProperty(x => x.NextAt, next).SetProperty(x => x.Failures, failures)
            .SetProperty(x => x.Failure, failure).SetProperty(x => x.Result, x => result ?? x.Result));
    }

    private async Task Free(Job job, long fence)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<VekhaDb>().Jobs.Where(j => j.Name == job.Name && j.Fence == fence)
            .ExecuteUpdateAsync(j => j.SetProperty(x => x.Holder, (Guid?)null).SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null));
    }

    private static TimeSpan Pause(Job job, int failures)
    {
        if (failures == 0) return job.Every;
        var grown = job.Every * Math.Pow(2, Math.Min(failures - 1, 10));
        return grown < LongestPause ? grown : job.Every > LongestPause ? job.Every : LongestPause;
    }
}
