using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;

namespace Vekha.Web.Features.Minutes;

/// <summary>Minutes the person may see, the last ones first.</summary>
public sealed class IndexModel(VekhaDb db, MinutesDesk desk, PlanAccess access) : PageModel
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public MinutesKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<(MeetingMinutes Minutes, string Programme)> Lines { get; private set; } = [];
    public int Total { get; private set; }
    public int Pages { get; private set; }
    public bool MayWrite { get; private set; }

    public async Task OnGet()
    {
        MayWrite = (await access.KeptProgrammes()).Count > 0;
        var seen = (await desk.Seen()).AsNoTracking();
        Total = await seen.CountAsync();
        if (Kind is { } kind) seen = seen.Where(m => m.Kind == kind);
        var found = await seen.OrderByDescending(m => m.Day).ThenByDescending(m => m.Number).ToListAsync();
        // Letters are compared in memory: SQLite folds only the Latin ones.
        if (Search?.Trim() is { Length: > 0 } words) found = [.. found.Where(m => $"{m.Title} {m.Body} {m.Subject}".Contains(words, StringComparison.OrdinalIgnoreCase))];
        Pages = (found.Count + PerPage - 1) / PerPage;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        var shown = found.Skip((Number - 1) * PerPage).Take(PerPage).ToList();
        Guid[] ids = [.. shown.Select(m => m.ProgrammeId).Distinct()];
        var names = await db.Programmes.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        Lines = [.. shown.Select(m => (m, names[m.ProgrammeId]))];
    }
}
