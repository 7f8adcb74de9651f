using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>
/// «Ход задания»: who does it now, when it is due again, how it went last. One row a job, shared by all instances: whoever
/// steps the fencing number has the job until the lease ends.
/// </summary>
public sealed class JobState
{
    private JobState() { }

    public string Name { get; private init; } = "";

    /// <summary>Grows with every run; a write that carries an older number is refused.</summary>
    public long Fence { get; private set; }

    /// <summary>The run that has the job now, or <c>null</c>.</summary>
    public Guid? Holder { get; private set; }

    /// <summary>Until when the job is the holder's, unless it is prolonged.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    public DateTimeOffset NextAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>What the last run that succeeded did, in Russian.</summary>
    public string? Result { get; private set; }

    /// <summary>Why the last run failed; <c>null</c> when it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>How many runs failed one after another.</summary>
    public int Failures { get; private set; }

    public static JobState New(string name, DateTimeOffset now) => new() { Name = name, NextAt = now };

    /// <summary>Somebody is at work on it.</summary>
    public bool IsRunning(DateTimeOffset now) => Holder is not null && LeaseUntil >= now;

    internal static void Map(ModelBuilder model) => model.Entity<JobState>(job => job.ToTable("jobs").HasKey(j => j.Name));
}

public static class JobSets
{
    extension(VekhaDb db)
    {
        public DbSet<JobState> Jobs => db.Set<JobState>();
    }
}
