using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>One run of a job: its services, and the number under which it may write.</summary>
public sealed class JobRun(IServiceProvider services, string name, long fence, TimeProvider time)
{
    /// <summary>An instance that died is missed after this long.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public IServiceProvider Services => services;

    public VekhaDb Db { get; } = services.GetRequiredService<VekhaDb>();

    public string Name => name;

    public long Fence => fence;

    public DateTimeOffset Now => time.GetUtcNow();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>
    /// Saves what has gathered, together with the proof that the job is still ours: an instance that slept through its lease
    /// writes nothing.
    /// </summary>
    /// <exception cref="LeaseLost">Another instance has the job.</exception>
    public async Task Save(CancellationToken cancel)
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(cancel);
        await MustHold(cancel);
        await Db.SaveChangesAsync(cancel);
        FailPoint.Pass($"{name}.saving");
        await transaction.CommitAsync(cancel);
        FailPoint.Pass($"{name}.saved");
        Db.ChangeTracker.Clear();
    }

    /// <summary>Prolongs the lease; inside a transaction the row stays ours until its end.</summary>
    /// <exception cref="LeaseLost">Another instance has the job.</exception>
    public async Task MustHold(CancellationToken cancel)
    {
        if (!await Prolong(Db, name, fence, Now, cancel)) throw new LeaseLost(name, fence);
    }

    internal static async Task<bool> Prolong(VekhaDb db, string name, long fence, DateTimeOffset now, CancellationToken cancel)
    {
        var until = now + Lease;
        return await db.Jobs.Where(j => j.Name == name && j.Fence == fence && j.Holder != null)
            .ExecuteUpdateAsync(j => j.SetProperty(x => x.LeaseUntil, until), cancel) == 1;
    }
}
