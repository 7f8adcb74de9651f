using Microsoft.EntityFrameworkCore;
using Vekha.Deadlines;
using Vekha.Resolving;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Plans;

/// <summary>«Наступившие события» of a programme, ready for <see cref="Resolution"/>: those of the whole and those of each object.</summary>
public sealed class AnchorDays
{
    /// <summary>Nothing has happened yet.</summary>
    public static AnchorDays None { get; } = new([]);

    /// <param name="anchors">Those that have a day count; a recalled one is not known.</param>
    public AnchorDays(IEnumerable<Anchor> anchors)
    {
        var known = anchors.Where(a => a.Day is not null).ToList();
        Common = DaysOf(known.Where(a => a.ObjectId is null));
        Objects = [.. known.Where(a => a.ObjectId is not null).GroupBy(a => a.ObjectId!.Value)
            .Select(g => new ObjectDays(g.Key, g.MaxBy(a => a.Day)!.ObjectName ?? "", DaysOf(g))).OrderBy(o => o.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Events of the whole programme by their words.</summary>
    public IReadOnlyDictionary<string, DateOnly> Common { get; }

    /// <summary>Events of single objects: «завершение проекта» of each project.</summary>
    public IReadOnlyList<ObjectDays> Objects { get; }

    /// <summary>Objects whose event this deadline waits for.</summary>
    public IEnumerable<ObjectDays> ObjectsOf(Deadline deadline) =>
        Objects.Count > 0 && deadline is Deadline.Relative relative ? Objects.Where(o => o.Days.Keys.Any(k => AnchorWords.Same(k, relative.Anchor))) : [];

    /// <summary>The object whose event of this deadline came last; <c>null</c> for none.</summary>
    public ObjectDays? LastOf(Deadline deadline) => ObjectsOf(deadline).MaxBy(o => o.Days.Values.Max());

    public static async Task<AnchorDays> Of(VekhaDb db, Guid programme) =>
        new(await db.Anchors.AsNoTracking().Where(a => a.ProgrammeId == programme && a.Day != null).ToListAsync());

    private static Dictionary<string, DateOnly> DaysOf(IEnumerable<Anchor> anchors) => anchors.DistinctBy(a => a.Event).ToDictionary(a => a.Event, a => a.Day!.Value);
}

/// <summary>Days of the events of one object.</summary>
public sealed record ObjectDays(Guid Id, string Name, IReadOnlyDictionary<string, DateOnly> Days);
