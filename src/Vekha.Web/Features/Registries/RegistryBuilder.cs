using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Registries;

/// <summary>What the builder of a registry asks about the cards that are there.</summary>
public sealed class RegistryBuilder(VekhaDb db)
{
    /// <summary>Measures of the programme's plans as choices of a list.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Measures(Guid programme)
    {
        var plans = db.Plans;
        var rows = await db.Measures.Where(m => plans.Any(p => p.Id == m.PlanId && p.ProgrammeId == programme) && m.RemovedOn == null).OrderBy(m => m.PlanId).ThenBy(m => m.Position).Select(m => new { m.Id, m.Code, m.Title }).Take(500).ToListAsync();
        return [.. rows.Select(m => new SelectListItem($"{m.Code}. {(m.Title.Length > 90 ? m.Title[..90] + "…" : m.Title)}", m.Id.ToString()))];
    }

    /// <summary>States that some card stands in or has passed.</summary>
    public async Task<IReadOnlyCollection<string>> Used(Guid registry)
    {
        var cards = db.RegistryObjects.Where(o => o.RegistryId == registry).Select(o => o.Id);
        var events = await db.Set<ObjectEvent>().Where(e => cards.Contains(e.ObjectId)).Select(e => e.ToState).Distinct().ToListAsync();
        return [.. events];
    }
}
