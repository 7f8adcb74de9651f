using System.Collections.Concurrent;

namespace Vekha.Web.Data;

/// <summary>
/// «Память»: what was worked out from rows that change rarely, kept by the process until one of their stamps grows. Every request
/// compares the stamps first, so what was changed is seen with the next request, whichever instance answers it.
/// </summary>
/// <param name="stamps">Names of the stamps of all rows that the answer follows from.</param>
internal sealed class StampedMemory<TKey, T>(params IReadOnlyList<string> stamps) where TKey : notnull
{
    // More than this at once are as many as forgetting and working out anew costs nothing beside their work.
    private const int Most = 5_000;

    private readonly ConcurrentDictionary<TKey, (long Stamp, T Value)> known = new();

    /// <param name="read">Works the answer out; what it gives is shared by requests and never changed.</param>
    public async Task<T> Of(VekhaDb db, TKey key, Func<Task<T>> read)
    {
        // A transaction that is going on sees numbers that may never come true.
        if (db.Database.CurrentTransaction is not null) return await read();
        // The stamps are read before the rows: what changes in between is remembered under a number that is already old.
        var stamp = await db.StampOf(stamps);
        if (known.TryGetValue(key, out var found) && found.Stamp == stamp) return found.Value;
        var value = await read();
        if (known.Count >= Most) known.Clear();
        known[key] = (stamp, value);
        return value;
    }
}
