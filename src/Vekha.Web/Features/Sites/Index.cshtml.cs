using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Sites;

/// <summary>«Площадки»: programmes that have them or may have; a coordinator finds his own.</summary>
public sealed class IndexModel(VekhaDb db, SiteAccess access, PlanAccess plans, TimeProvider time) : PageModel
{
    /// <summary>Programmes the person keeps, with how many sites each has and how many coordinators have agreed.</summary>
    public IReadOnlyList<(Guid Id, string Name, int Sites, int Accepted)> Programmes { get; private set; } = [];

    /// <summary>Sites the person coordinates in programmes that others keep.</summary>
    public IReadOnlyList<(Site Site, string Programme, SiteState State)> Own { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        Guid[] kept = [.. await plans.KeptProgrammes()];
        var sites = db.Sites;
        Programmes = [.. (await db.Programmes.AsNoTracking().Where(p => kept.Contains(p.Id))
            .Select(p => new { p.Id, p.Name, Sites = sites.Count(s => s.ProgrammeId == p.Id), Accepted = sites.Count(s => s.ProgrammeId == p.Id && s.Invitations.Any(i => i.IsAccepted == true)) }).ToListAsync())
            .OrderByDescending(p => p.Sites > 0).ThenBy(p => p.Name, StringComparer.Create(new("ru-RU"), ignoreCase: true)).Select(p => (p.Id, p.Name, p.Sites, p.Accepted))];
        var own = await (await access.Seen()).AsNoTracking().Include(s => s.Unit).Include(s => s.Invitations).Where(s => !kept.Contains(s.ProgrammeId)).ToListAsync();
        var ids = own.Select(s => s.ProgrammeId).Distinct().ToArray();
        var names = await db.Programmes.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        Own = [.. own.Select(s => (s, names[s.ProgrammeId], s.StateAt(time.GetUtcNow())))];
        return Page();
    }
}
