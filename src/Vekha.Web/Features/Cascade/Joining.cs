using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Cascade;

/// <summary>«Присоединение к каскаду»: units that have come later get their copy of everything that goes on and that their sisters were given.</summary>
public sealed class Joining(VekhaDb db)
{
    /// <summary>Units that have come into being since the work was handed down and stand beside those that have parts; those left out on purpose are not offered every day.</summary>
    public async Task<IReadOnlyList<CascadeUnit>> Newcomers(IQueryable<Assignment> parts, DateOnly on)
    {
        var organisations = db.Organisations;
        if (await parts.MinAsync(a => (DateOnly?)a.PutOnControlOn) is not { } since) return [];
        var shapes = await organisations.Where(o => parts.Any(a => a.OrganisationId == o.Id)).Select(o => new { o.Kind, o.ParentId }).Distinct().ToListAsync();
        var (kinds, places) = (shapes.Select(s => s.Kind).Distinct().ToArray(), shapes.Select(s => s.ParentId).Distinct().ToArray());
        var later = await organisations.Where(o => kinds.Contains(o.Kind) && places.Contains(o.ParentId) && !parts.Any(a => a.OrganisationId == o.Id) && o.From != null && o.From > since && o.From <= on && (o.Until == null || o.Until >= on))
            .OrderBy(o => o.Name).Take(50).Select(o => o.Id).ToArrayAsync();
        return later.Length == 0 ? [] : [.. (await CascadePreview.UnitsOf(db, later, on)).Values];
    }

    /// <summary>Copies for these units of what sisters were given and what is not closed; nothing is given twice. The caller saves.</summary>
    /// <param name="sisters">Whose parts are copied.</param>
    /// <returns>How many assignments were made.</returns>
    public async Task<int> Join(Plan plan, Programme programme, IReadOnlyCollection<CascadeUnit> units, DateOnly today, IQueryable<Guid> sisters)
    {
        if (units.Count == 0) return 0;
        var ids = units.Select(u => (Guid?)u.Id).ToArray();
        var given = db.Assignments.Where(a => a.PlanId == plan.Id && a.ParentId != null && a.InnerUnitId == null && a.ObjectId == null);
        var buffers = await given.Where(a => a.OrganisationId != null && sisters.Contains(a.OrganisationId.Value) && !ids.Contains(a.OrganisationId))
            .GroupBy(a => a.ParentId!.Value).Select(g => new { g.Key, Buffer = g.Max(a => a.BufferDays) }).ToDictionaryAsync(g => g.Key, g => g.Buffer ?? 0);
        var wholeIds = buffers.Keys.ToArray();
        var wholes = (await db.Assignments.Where(a => wholeIds.Contains(a.Id)).ToListAsync()).Where(a => !a.IsClosed).ToList();
        var there = (await given.Where(a => ids.Contains(a.OrganisationId)).Select(a => new { a.ParentId, a.OrganisationId }).ToListAsync()).Select(a => (a.ParentId, a.OrganisationId)).ToHashSet();
        var titles = await db.Measures.Where(m => m.PlanId == plan.Id).Select(m => new { m.Id, m.Title }).ToDictionaryAsync(m => m.Id, m => m.Title);
        var calendar = programme.Policy.Calendar();
        List<Assignment> made = [.. wholes.SelectMany(w => units.Where(u => !there.Contains((w.Id, u.Id)))
            .Select(u => w.HandDown(new(u.Id, u.Name, u.Territory, u.HeadId, buffers[w.Id]), titles[w.MeasureId], calendar, today)))];
        db.AddRange(made);
        return made.Count;
    }
}
