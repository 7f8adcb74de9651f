namespace Vekha.Web.Platform;

/// <summary>Looks every few seconds which jobs are due and starts them, each beside the others.</summary>
internal sealed class JobLoop(JobRunner runner, ILogger<JobLoop> log) : BackgroundService
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, Task> running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var job in await runner.Due(stoppingToken))
                    if (!running.TryGetValue(job.Name, out var task) || task.IsCompleted) running[job.Name] = Start(job, stoppingToken);
                await Task.Delay(Glance, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (Exception failure)
            {
                // The database is away: the pages say so too; the jobs wait for it.
                log.LogWarning(failure, "Jobs cannot be looked up");
                await Task.Delay(Glance, CancellationToken.None);
            }
        }
        await Task.WhenAll(running.Values);
    }

    private async Task Start(Job job, CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            await runner.Run(job, stop);
        }
        catch (Exception failure)
        {
            // How it went could not even be written down; the lease ends by itself.
            if (!stop.IsCancellationRequested) log.LogWarning(failure, "Job {Name} broke off", job.Name);
        }
    }
}
