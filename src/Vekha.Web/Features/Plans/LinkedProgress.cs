using Vekha.Web.Data;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>«По отдельному плану»: what stands behind a measure besides a plan read from a document, and how far it has come.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Address">Local address.</param>
/// <param name="Done">«опубликовано».</param>
/// <param name="Planned">«запланировано».</param>
public sealed record LinkedProgress(Guid MeasureId, string Title, string Address, int Done, int Planned)
{
    /// <summary>«7 из 20, 35 %».</summary>
    public string Words => Planned == 0 ? "ещё не наполнен" : $"{Ru.OutOf(Done, Planned)}, {Ru.Percent(Done, Planned)}";
}

/// <summary>How a feature that keeps such plans of its own is asked about measures; registered by the feature, asked by pages of a plan.</summary>
public sealed record LinkedProgressSource(Func<VekhaDb, IReadOnlyCollection<Guid>, Task<IReadOnlyList<LinkedProgress>>> Read)
{
    /// <summary>What all features say about the measures, by measure.</summary>
    public static async Task<IReadOnlyDictionary<Guid, LinkedProgress>> Of(IEnumerable<LinkedProgressSource> sources, VekhaDb db, params Guid[] measures)
    {
        var found = new Dictionary<Guid, LinkedProgress>();
        if (measures.Length == 0) return found;
        foreach (var source in sources)
            foreach (var one in await source.Read(db, measures)) found.TryAdd(one.MeasureId, one);
        return found;
    }
}
