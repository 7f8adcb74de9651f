namespace Vekha.Web.Platform;

/// <summary>«Задание»: work that Vekha does by itself. Named in the table of contents of its feature; safe to run twice.</summary>
/// <param name="Name">Short and for ever: <c>reminders</c>.</param>
/// <param name="Title">Russian, for the page «Задания».</param>
/// <param name="Every">How long after one run the next one begins.</param>
/// <param name="Work">Does what is due and says in Russian what it did: «отправлено 12 писем».</param>
public sealed record Job(string Name, string Title, TimeSpan Every, Func<JobRun, CancellationToken, Task<string>> Work);

/// <summary>The jobs of all features in order.</summary>
public sealed record Jobs(IReadOnlyList<Job> All)
{
    public Job Of(string name) => All.Single(j => j.Name == name);
}

/// <summary>Something outside stands in the way of a job: it is tried again, and an administrator reads why.</summary>
public sealed class JobSetback(string words, Exception? cause = null) : Exception(words, cause);

/// <summary>Another instance has taken the job over: nothing more may be written under the old number.</summary>
public sealed class LeaseLost(string job, long fence) : Exception($"Job {job}: run {fence} has been taken over.");
