using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Registries;

/// <summary>«Реестры» of all programmes the person sees.</summary>
public sealed class IndexModel(VekhaDb db, RegistryAccess access, PlanAccess plans) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? Programme { get; set; }

    /// <param name="Counted">How many count on the day of their programme.</param>
    /// <param name="Drafts">How many wait to be confirmed.</param>
    public sealed record Line(Registry Registry, Programme Programme, DateOnly Day, int Counted, int Drafts, int Goal, bool Keeps);

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public bool MayMake { get; private set; }

    public async Task OnGet()
    {
        var seen = (await access.Registries()).AsNoTracking().Include(r => r.Goals);
        var registries = await (Programme is { } one ? seen.Where(r => r.ProgrammeId == one) : seen).ToListAsync();
        var kept = await plans.KeptProgrammes();
        MayMake = kept.Count > 0;
        var (ids, programmeIds) = (registries.Select(r => r.Id).ToArray(), registries.Select(r => r.ProgrammeId).Distinct().ToArray());
        var programmes = await db.Programmes.AsNoTracking().Where(p => programmeIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var drafts = await db.RegistryObjects.Where(o => ids.Contains(o.RegistryId) && o.ConfirmedOn == null && o.MergedIntoId == null).GroupBy(o => o.RegistryId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var counts = new Dictionary<Guid, int>();
        // Programmes speak of a few days: one query for a day, not for a registry.
        foreach (var group in registries.GroupBy(r => access.Today(programmes[r.ProgrammeId])))
        {
            var (day, of) = (group.Key, group.Select(r => r.Id).ToArray());
            foreach (var c in await db.RegistryObjects.Where(o => of.Contains(o.RegistryId)).CountedOn(day).GroupBy(o => o.RegistryId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()) counts[c.Key] = c.Count;
        }
        Lines = [.. registries.Select(r => new Line(r, programmes[r.ProgrammeId], access.Today(programmes[r.ProgrammeId]), counts.GetValueOrDefault(r.Id), kept.Contains(r.ProgrammeId) ? drafts.GetValueOrDefault(r.Id) : 0, r.Goals.Sum(g => g.Least), kept.Contains(r.ProgrammeId)))
            .OrderBy(l => l.Programme.Name).ThenBy(l => l.Registry.Title)];
    }
}
