using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;

namespace Vekha.Web.Features.Plans;

/// <summary>Programmes and their plans.</summary>
public sealed class IndexModel(VekhaDb db, PlanAccess access, CurrentPerson me) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    public IReadOnlyList<ProgrammeRow> Programmes { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public async Task OnGet()
    {
        MayKeep = await me.Has(Role.ProjectOffice, Role.Curator, Role.Administrator);
        var plans = await access.Plans();
        var measures = db.Measures;
        var programmes = await (await access.Programmes()).AsNoTracking().ToListAsync();
        var rows = await plans.AsNoTracking()
            .Select(p => new PlanRow(p.Id, p.ProgrammeId, p.Title, p.IsApproved, p.First, p.Last, measures.Count(m => m.PlanId == p.Id && m.RemovedOn == null), p.Versions.Max(v => (DateOnly?)v.ApprovedOn)))
            .ToListAsync();
        var byProgramme = rows.OrderByDescending(p => p.First).ToLookup(p => p.ProgrammeId);
        Programmes = [.. programmes.Select(p => new ProgrammeRow(p.Id, p.Name, p.Territory, [.. byProgramme[p.Id]])).Where(Matches)
            .OrderBy(p => p.Name, StringComparer.Create(new("ru-RU"), ignoreCase: true))];
    }

    // A few dozen programmes: case-insensitive Cyrillic is compared here, SQLite's LIKE knows only Latin letters.
    private bool Matches(ProgrammeRow row) => string.IsNullOrWhiteSpace(Search)
        || new[] { row.Name, row.Territory }.Concat(row.Plans.Select(p => p.Title)).Any(t => t.Contains(Search.Trim(), StringComparison.CurrentCultureIgnoreCase));
}

public sealed record ProgrammeRow(Guid Id, string Name, string Territory, IReadOnlyList<PlanRow> Plans);

public sealed record PlanRow(Guid Id, Guid ProgrammeId, string Title, bool IsApproved, DateOnly First, DateOnly Last, int Measures, DateOnly? ApprovedOn);
