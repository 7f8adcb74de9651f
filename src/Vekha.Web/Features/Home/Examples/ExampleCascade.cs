using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>Rows that many committees owe, each for its district, handed down on the day of approval: the region sees the whole.</summary>
internal static class ExampleCascade
{
    /// <returns>The wholes; the parts are among the assignments.</returns>
    public static async Task<IReadOnlyList<Assignment>> HandDown(VekhaDb db, Plan plan, Programme programme, IReadOnlyList<Assignment> assignments, DateOnly on, CancellationToken cancel)
    {
        var units = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.EducationAuthority).ToDictionaryAsync(o => o.Id, cancel);
        var heads = (await db.HeadsOn(on).Select(h => new { h.UnitId, h.PersonId }).ToListAsync(cancel)).ToDictionary(h => h.UnitId, h => h.PersonId);
        var owner = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == programme.OrganisationId, cancel);
        var titles = plan.Measures.ToDictionary(m => m.Id, m => m.Title);
        var wholes = new List<Assignment>();
        foreach (var parts in assignments.Where(a => a.Answers && a.OrganisationId is { } unit && units.ContainsKey(unit)).GroupBy(a => (a.MeasureId, a.Occurrence, a.Nominal)).Where(g => g.Count() > 1))
        {
            var whole = Assignment.Over(parts.First(), owner.Id, owner.ShortName, on);
            wholes.Add(whole);
            foreach (var part in parts.DistinctBy(p => p.OrganisationId))
            {
                var unit = units[part.OrganisationId!.Value];
                part.ComeUnder(whole, new(unit.Id, unit.Name, unit.Territory, heads.GetValueOrDefault(unit.Id) is var head && head != default ? head : null, 0), titles[part.MeasureId], programme.Policy.Calendar(), on);
            }
        }
        db.AddRange(wholes);
        return wholes;
    }

    /// <summary>What follows from the accepted parts by the day of the example: the whole is put together and accepted.</summary>
    public static void PutTogether(ExampleHistory history, IReadOnlyList<Assignment> wholes, DateOnly day, Guid controller)
    {
        foreach (var whole in wholes)
        {
            var parts = history.Assignments.Where(a => a.ParentId == whole.Id).ToList();
            if (parts.Exists(p => p.Acceptance is null)) continue;
            var (text, fact) = RollUp.Sum(parts);
            var last = parts.Max(p => p.Acceptance!.On);
            whole.SumUp(text, fact, last, history.At(last, new(16, 0)), controller);
            var accepted = history.Calendar.AddWorkingDays(last, 1);
            if (accepted <= day) whole.Accept(null, accepted, history.At(accepted, new(11, 0)), controller);
        }
    }
}
