using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Cascade;

/// <summary>Makes the assignments of a confirmed cascade; what is there already is not made again.</summary>
public sealed class CascadeMaking(VekhaDb db, TimeProvider time)
{
    private CascadePreview? seen;

    /// <summary>So many assignments are made and saved together.</summary>
    public const int Portion = 1000;

    /// <summary>Portion after portion, as long as it may; each is saved, so that what is left is made by the job behind the page.</summary>
    /// <returns>Whether all is made.</returns>
    public async Task<bool> Go(Guid id, TimeSpan budget)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            while (await Step(id))
                if (watch.Elapsed > budget) return false;
            return true;
        }
        catch (DbUpdateException)
        {
            // The job has taken it up at the same moment and goes on; one of the two gives way.
            db.Forget();
            return false;
        }
    }

    /// <summary>One portion, saved.</summary>
    /// <returns>Whether something is left.</returns>
    public async Task<bool> Step(Guid id, CancellationToken cancel = default)
    {
        var cascade = await db.Cascades.SingleAsync(c => c.Id == id, cancel);
        if (cascade.State != CascadeState.Running) return false;
        // What the units are does not change between two portions of one press.
        var shown = seen = await CascadePreview.Load(db, cascade, time.GetUtcNow(), seen?.Cascade.Id == id ? seen.Units : null);
        var made = 0;
        foreach (var (group, measure) in cascade.Groups.SelectMany(g => g.Measures.Select(m => (g, m))))
        {
            made += await HandDown(shown, group, measure, Portion - made);
            if (made >= Portion) break;
        }
        if (made > 0) cascade.Note(made);
        if (made < Portion) cascade.End();
        FailPoint.Pass("cascade.saving");
        await db.SaveChangesAsync(cancel);
        FailPoint.Pass("cascade.saved");
        db.ChangeTracker.Clear();
        return cascade.State == CascadeState.Running;
    }

    private async Task<int> HandDown(CascadePreview shown, CascadeGroup group, Guid measureId, int most)
    {
        // Thousands of new parts, none of which is looked at again here: they are not tracked.
        var (made, fresh, title) = (0, new List<Assignment>(), shown.Plan.Measures.Single(m => m.Id == measureId).Title);
        foreach (var occasion in shown.Occasions(measureId))
        {
            if (made >= most) break;
            var units = group.Units.ToHashSet();
            var own = occasion.Where(a => a.OrganisationId is { } unit && units.Contains(unit)).DistinctBy(a => a.OrganisationId).ToDictionary(a => a.OrganisationId!.Value);
            var whole = await Whole(shown, [.. occasion.Where(a => a.OrganisationId is not { } unit || !own.ContainsKey(unit))], occasion.First());
            var there = (await db.Assignments.Where(a => a.ParentId == whole.Id && a.OrganisationId != null).Select(a => a.OrganisationId!.Value).ToListAsync()).ToHashSet();
            foreach (var unit in group.Units.Where(u => !there.Contains(u)).Select(u => shown.Units[u]))
            {
                if (++made > most) break;
                var to = new HandingDown(unit.Id, unit.Name, unit.Territory, unit.HeadId, shown.Cascade.BufferDays);
                if (own.TryGetValue(unit.Id, out var named)) (await Tracked(named.Id)).ComeUnder(whole, to, title, shown.Calendar, shown.On);
                else fresh.Add(whole.HandDown(to, title, shown.Calendar, shown.On));
            }
        }
        db.AddMany(fresh);
        return Math.Min(made, most);
    }

    /// <summary>The assignment that the parts belong to: that of the class, or of the lead; over heads named alike a new one of the programme's owner.</summary>
    private async Task<Assignment> Whole(CascadePreview shown, List<Assignment> rest, Assignment any)
    {
        var taken = rest.FirstOrDefault(a => a.OrganisationId is null && a.ExecutorId is not null) ?? rest.FirstOrDefault(a => a.Answers);
        if (taken is not null)
        {
            var whole = await Tracked(taken.Id);
            if (whole.OrganisationId is null) whole.HandTo(shown.Programme.OrganisationId, null);
            return whole;
        }
        var owner = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == shown.Programme.OrganisationId);
        var over = Assignment.Over(any, owner.Id, owner.ShortName, shown.On);
        db.Add(over);
        return over;
    }

    private async Task<Assignment> Tracked(Guid id) => db.Assignments.Local.FirstOrDefault(a => a.Id == id)
        ?? await db.Assignments.Include(a => a.Reports).SingleAsync(a => a.Id == id);
}
