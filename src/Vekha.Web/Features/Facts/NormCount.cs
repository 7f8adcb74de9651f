using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Facts;

/// <summary>
/// Keeps the tallies of norms in the transaction of the save that records, corrects or withdraws facts: «done = done + n», so that
/// two who record at once both count. A norm that is confirmed or changed is counted anew from all facts.
/// </summary>
internal sealed class NormCount(VekhaDb db)
{
    /// <summary>Rows of one statement: PostgreSQL takes 65,535 parameters.</summary>
    private const int Most = 500;

    private readonly record struct Step(Guid ProgrammeId, Guid? MeasureId, string KindKey, DateOnly Day, long Quantity, Guid? TerritoryId, Guid? UnitId, Guid? ObjectId, Guid? EventId);

    internal readonly record struct Key(Guid Norm, DateOnly Opens, Guid Subject);

    /// <summary>What the pending changes of a context mean for tallies; <c>null</c> for nothing. It runs after the rows are written, before the commit.</summary>
    public static Func<CancellationToken, Task>? Alongside(VekhaDb db)
    {
        List<Step> steps = [];
        List<Norm> changed = [];
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;
            if (entry.Entity is Norm norm) changed.Add(norm);
            if (entry.Entity is not Fact fact) continue;
            if (entry.State == EntityState.Modified && !entry.OriginalValues.GetValue<bool>(nameof(Fact.IsWithdrawn))) steps.Add(StepOf(entry.OriginalValues, -1));
            if (!fact.IsWithdrawn) steps.Add(StepOf(entry.CurrentValues, 1));
        }
        return steps.Count + changed.Count == 0 ? null : cancel => new NormCount(db).Write(steps, changed, cancel);
    }

    private static Step StepOf(PropertyValues fact, int sign) => new(
        fact.GetValue<Guid>(nameof(Fact.ProgrammeId)), fact.GetValue<Guid?>(nameof(Fact.MeasureId)), fact.GetValue<string>(nameof(Fact.KindKey)), fact.GetValue<DateOnly>(nameof(Fact.Day)),
        sign * fact.GetValue<long>(nameof(Fact.Quantity)), fact.GetValue<Guid?>(nameof(Fact.TerritoryId)), fact.GetValue<Guid?>(nameof(Fact.UnitId)), fact.GetValue<Guid?>(nameof(Fact.ObjectId)),
        fact.GetValue<string>(nameof(Fact.SourceKind)) == FactSource.Hand.Kind ? null : fact.GetValue<Guid>(nameof(Fact.SourceId)));

    private async Task Write(List<Step> steps, List<Norm> changed, CancellationToken cancel)
    {
        Dictionary<Key, long> sums = [];
        var (programmes, heads) = (steps.Select(s => s.ProgrammeId).Distinct().ToArray(), steps.Select(s => CountedUnit.Head(s.KindKey)).Distinct().ToArray());
        var recounted = changed.Select(n => n.Id).ToHashSet();
        if (steps.Count > 0)
        {
            var norms = await db.Norms.AsNoTracking().Where(n => programmes.Contains(n.ProgrammeId) && heads.Contains(n.UnitHead) && n.Phase == NormPhase.Confirmed).ToListAsync(cancel);
            await Sum(norms.Where(n => !recounted.Contains(n.Id)).ToList(), steps, sums, cancel);
        }
        foreach (var norm in changed.OrderBy(n => n.Id)) await Recount(norm, sums, cancel);
        await Add(sums, cancel);
    }

    private async Task Sum(IReadOnlyList<Norm> norms, List<Step> steps, Dictionary<Key, long> sums, CancellationToken cancel)
    {
        if (norms.Count == 0) return;
        var above = norms.Any(n => n.Per is NormPer.Territory or NormPer.Executor) ? await Above(steps, cancel) : null;
        foreach (var norm in norms)
            foreach (var step in steps)
                if (step.ProgrammeId == norm.ProgrammeId && norm.Counts(step.MeasureId, step.KindKey) && norm.WindowOf(step.Day) is { } opens)
                    foreach (var subject in SubjectsOf(norm.Per, step, above))
                        sums[new(norm.Id, opens, subject)] = sums.GetValueOrDefault(new(norm.Id, opens, subject)) + step.Quantity;
    }

    /// <summary>A fact of a school counts for the school, its district and all above: whoever of them owes the norm finds it.</summary>
    private static IEnumerable<Guid> SubjectsOf(NormPer per, Step step, ILookup<Guid, Guid>? above) => per switch
    {
        NormPer.Whole => [Guid.Empty],
        NormPer.Object => step.ObjectId is { } thing ? [thing] : [],
        NormPer.Event => step.EventId is { } held ? [held] : [],
        NormPer.Territory => (step.TerritoryId ?? step.UnitId) is { } place ? above![place] : [],
        _ => step.UnitId is { } unit ? above![unit] : [],
    };

    private async Task<ILookup<Guid, Guid>> Above(List<Step> steps, CancellationToken cancel)
    {
        Guid[] units = [.. steps.SelectMany(s => new[] { s.TerritoryId, s.UnitId }).OfType<Guid>().Distinct()];
        return (await db.UnitLines.Where(l => units.Contains(l.UnitId)).Select(l => new { l.UnitId, l.AboveId }).ToListAsync(cancel)).ToLookup(l => l.UnitId, l => l.AboveId);
    }

    private async Task Recount(Norm norm, Dictionary<Key, long> sums, CancellationToken cancel)
    {
        // Facts that are being saved hold the programme by their key: once it is ours, all of them are seen, and the next ones see this norm.
        if (db.Engine == Engine.Postgres)
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM programmes WHERE id = {norm.ProgrammeId} FOR UPDATE", cancel);
        await db.NormTallies.Where(t => t.NormId == norm.Id).ExecuteDeleteAsync(cancel);
        if (norm.Phase != NormPhase.Confirmed) return;
        foreach (var (key, done) in await FromFacts([norm], DateOnly.MaxValue, cancel)) sums[key] = done;
    }

    /// <summary>The tallies as they stood on a day, from the facts themselves.</summary>
    /// <param name="norms">Of one programme.</param>
    internal async Task<Dictionary<Key, long>> FromFacts(IReadOnlyList<Norm> norms, DateOnly until, CancellationToken cancel = default)
    {
        Dictionary<Key, long> sums = [];
        if (norms.Count == 0) return sums;
        var (programme, heads) = (norms[0].ProgrammeId, norms.Select(n => n.UnitHead).Distinct().ToArray());
        var (first, last, hand) = (norms.Min(n => n.First), norms.Max(n => n.Last), FactSource.Hand.Kind);
        if (until < last) last = until;
        var groups = await db.Facts.AsNoTracking().Where(f => f.ProgrammeId == programme && heads.Contains(f.KindHead) && !f.IsWithdrawn && f.Day >= first && f.Day <= last)
            .GroupBy(f => new { f.KindKey, f.MeasureId, f.Day, f.TerritoryId, f.UnitId, f.ObjectId, EventId = f.SourceKind != hand ? (Guid?)f.SourceId : null })
            .Select(g => new { g.Key, Quantity = g.Sum(f => f.Quantity) }).ToListAsync(cancel);
        await Sum(norms, [.. groups.Select(g => new Step(programme, g.Key.MeasureId, g.Key.KindKey, g.Key.Day, g.Quantity, g.Key.TerritoryId, g.Key.UnitId, g.Key.ObjectId, g.Key.EventId))], sums, cancel);
        return sums;
    }

    /// <summary>How many of what is appointed would serve a norm in a window, by subject.</summary>
    internal async Task<IReadOnlyDictionary<Guid, PlannedCount>> FromPlans(Norm norm, NormWindow window, IEnumerable<PlannedFact> planned, CancellationToken cancel = default)
    {
        var counts = new Dictionary<Guid, PlannedCount>();
        List<Step> steps = [.. planned.OrderBy(p => p.Day).Select(p => new Step(norm.ProgrammeId, p.MeasureId, CountedUnit.Key(p.Kind), p.Day, 1, p.TerritoryId, p.UnitId, p.ObjectId, null))
            .Where(s => window.Days.Contains(s.Day) && norm.Counts(s.MeasureId, s.KindKey))];
        if (steps.Count == 0) return counts;
        var above = norm.Per is NormPer.Territory or NormPer.Executor ? await Above(steps, cancel) : null;
        foreach (var step in steps)
            foreach (var subject in SubjectsOf(norm.Per, step, above))
                counts[subject] = counts.TryGetValue(subject, out var known) ? known with { Count = known.Count + 1 } : new(1, step.Day);
        return counts;
    }

    private async Task Add(Dictionary<Key, long> sums, CancellationToken cancel)
    {
        // In one order, so that two savers never wait for each other.
        foreach (var some in sums.Where(s => s.Value != 0).OrderBy(s => s.Key.Norm).ThenBy(s => s.Key.Opens).ThenBy(s => s.Key.Subject).Chunk(Most))
        {
            var rows = string.Join(", ", some.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"({{{4 * i}}}, {{{(4 * i) + 1}}}, {{{(4 * i) + 2}}}, {{{(4 * i) + 3}}})")));
            var words = $"INSERT INTO norm_tallies (norm_id, opens, subject_id, done) VALUES {rows} ON CONFLICT (norm_id, opens, subject_id) DO UPDATE SET done = norm_tallies.done + excluded.done";
            await db.Database.ExecuteSqlRawAsync(words, some.SelectMany(s => new object[] { s.Key.Norm, s.Key.Opens, s.Key.Subject, s.Value }), cancel);
        }
    }
}
