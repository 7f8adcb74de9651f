using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

/// <summary>What the builder of a registry asks about the cards that are there.</summary>
public sealed class RegistryBuilder(VekhaDb db)
{
    /// <summary>Measures of the programme's plans as choices of a list.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Measures(Guid programme)
    {
        var plans = db.Plans.Where(p => p.ProgrammeId == programme).Select(p => p.Id);
        var rows = await db.Measures.Where(m => plans.Contains(m.PlanId) && m.RemovedOn == null).OrderBy(m => m.PlanId).ThenBy(m => m.Position).Select(m => new { m.Id, m.Code, m.Title }).Take(500).ToListAsync();
        return [.. rows.Select(m => new SelectListItem($"{m.Code}. {(m.Title.Length > 90 ? m.Title[..90] + "…" : m.Title)}", m.Id.ToString()))];
    }

    /// <summary>Changes a registry that is kept here and saves it; who has read an older one sees both texts.</summary>
    /// <param name="desk">Tracked.</param>
    /// <param name="version">The version the person has read.</param>
    /// <param name="change">Takes the states that some card stands in or has passed.</param>
    public async Task Change(RegistryOnDesk desk, int version, Action<IReadOnlyCollection<string>> change)
    {
        db.Expect(desk.Registry, version);
        change(await Used(desk.Registry.Id));
        // Fields and moves lie inside one column: the version must step whatever has changed in it.
        db.Entry(desk.Registry).Property(r => r.Title).IsModified = true;
        await db.SaveChangesAsync();
    }

    /// <summary>States that some card stands in or has passed.</summary>
    public async Task<IReadOnlyCollection<string>> Used(Guid registry)
    {
        var cards = db.RegistryObjects.Where(o => o.RegistryId == registry).Select(o => o.Id);
        var events = await db.Set<ObjectEvent>().Where(e => cards.Contains(e.ObjectId)).Select(e => e.ToState).Distinct().ToListAsync();
        return [.. events];
    }
}
