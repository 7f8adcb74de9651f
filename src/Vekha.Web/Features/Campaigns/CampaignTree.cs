using Microsoft.EntityFrameworkCore;
using Vekha.Campaigns;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Campaigns;

/// <summary>«Чьё число куда идёт»: units of a campaign as a tree, by who handed the work to whom, else by who stands above whom.</summary>
public static class CampaignTree
{
    extension(VekhaDb db)
    {
        /// <summary>Puts every unit of a new campaign under the one its number goes into.</summary>
        public async Task SetTree(Campaign campaign)
        {
            var units = campaign.Units.Select(u => u.UnitId).ToArray();
            var parents = await db.Parents([.. campaign.Measures.Select(m => m.MeasureId)], units, units);
            foreach (var unit in campaign.Units) unit.ComeUnder(parents.TryGetValue(unit.UnitId, out var parent) ? parent : null);
        }

        /// <summary>The unit of a campaign under which another one comes.</summary>
        public async Task<Guid?> ParentIn(Guid campaign, Guid unit)
        {
            var units = await db.Set<CampaignUnit>().Where(u => u.CampaignId == campaign).Select(u => u.UnitId).ToArrayAsync();
            var measures = await db.Set<CampaignMeasure>().Where(m => m.CampaignId == campaign).Select(m => m.MeasureId).ToArrayAsync();
            return (await db.Parents(measures, [unit], units)).TryGetValue(unit, out var parent) ? parent : null;
        }

        private async Task<Dictionary<Guid, Guid>> Parents(Guid[] measures, Guid[] below, Guid[] units)
        {
            var assignments = db.Assignments;
            var handed = await assignments.Where(a => measures.Contains(a.MeasureId) && a.ParentId != null && a.OrganisationId != null && below.Contains(a.OrganisationId.Value))
                .Join(assignments, a => a.ParentId, p => p.Id, (a, p) => new { Child = a.OrganisationId!.Value, Parent = p.OrganisationId }).Distinct().ToListAsync();
            var above = await db.UnitLines.Where(l => below.Contains(l.UnitId) && units.Contains(l.AboveId) && l.Depth > 0).Select(l => new { l.UnitId, l.AboveId, l.Depth }).ToListAsync();
            // Who stands nearest above, unless the work came from another.
            var parents = above.GroupBy(l => l.UnitId).ToDictionary(g => g.Key, g => g.MinBy(l => l.Depth)!.AboveId);
            foreach (var line in handed.Where(h => h.Parent is { } parent && parent != h.Child && units.Contains(parent))) parents[line.Child] = line.Parent!.Value;
            // Two who hand work to each other are nobody's parents: numbers must not go round.
            foreach (var child in parents.Keys.ToList())
                if (GoesRound(parents, child)) parents.Remove(child);
            return parents;
        }
    }

    private static bool GoesRound(Dictionary<Guid, Guid> parents, Guid start)
    {
        var (at, steps) = (start, 0);
        while (parents.TryGetValue(at, out var next) && steps++ <= parents.Count)
        {
            if (next == start) return true;
            at = next;
        }
        return steps > parents.Count;
    }
}

/// <summary>A unit whose number goes into a form, and its form.</summary>
public sealed record PartOfForm(CampaignUnit Unit, FormReport? Report);

/// <summary>«Из чего сложилось»: units below with their forms of the same day, read at once.</summary>
public sealed class FormParts(IReadOnlyList<FormCell> cells, IReadOnlyList<PartOfForm> parts)
{
    public static readonly FormParts None = new([], []);

    public IReadOnlyList<PartOfForm> All => parts;

    /// <summary>Only what was accepted goes up: a number under check may still come back.</summary>
    public IReadOnlyList<FormAnswer?> Accepted { get; } = [.. parts.Select(p => p.Report is { Phase: FormPhase.Accepted } form ? new FormAnswer(form.ValuesOn(DateOnly.MaxValue)!, form.Acts.Max(a => a.On)) : null)];

    /// <summary>Numbers of all together, by cell.</summary>
    public IReadOnlyDictionary<string, string> Together => field ??= FormTotal.Together(cells, Accepted);

    public int Given => Accepted.Count(a => a is not null);

    /// <summary>«сложено из 2 принятых форм из 3, не представили: Лужский район».</summary>
    public string Words => $"сложено из {Wording.Ru.OutOf(Given, parts.Count)} форм подразделений" + (Given == parts.Count ? "" : $", нет принятой: {string.Join(", ", Missing.Take(3))}{(parts.Count - Given > 3 ? $" и ещё {parts.Count - Given - 3}" : "")}");

    public IEnumerable<string> Missing => parts.Where((_, i) => Accepted[i] is null).Select(p => p.Unit.Name);

    /// <summary>Forms of these units on a day of a campaign, in one question.</summary>
    public static async Task<FormParts> Of(VekhaDb db, IReadOnlyList<FormCell> cells, Guid date, IReadOnlyList<CampaignUnit> units)
    {
        if (units.Count == 0) return None;
        var ids = units.Select(u => u.UnitId).ToArray();
        var forms = await db.FormReports.AsNoTracking().Include(r => r.Acts).Where(r => r.DateId == date && ids.Contains(r.UnitId)).ToDictionaryAsync(r => r.UnitId);
        return new(cells, [.. units.OrderBy(u => u.Position).Select(u => new PartOfForm(u, forms.GetValueOrDefault(u.UnitId)))]);
    }
}
