using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries.Portal;

/// <summary>«Проекты и объекты» of a programme for everybody: only published cards.</summary>
public sealed class IndexModel(VekhaDb db, PublicCards cards, PageDay day) : PageModel
{
    private const int OnPage = 30;

    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? ProgrammeId { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public sealed record Line(Guid Id, string Name, string Territory, string One, string State, int? Percent);

    public Programme? Programme { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public int Count { get; private set; }
    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGet()
    {
        var open = cards.Open();
        if (ProgrammeId is { } id)
        {
            Programme = await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.IsPublic);
            if (Programme is null) return NotFound();
            open = open.Where(o => o.ProgrammeId == id);
            day.Of(Programme.ShownOn, Programme.Policy.TimeZoneId);
        }
        foreach (var word in RegistryObject.Plain(Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6)) open = open.Where(o => o.Words.Contains(word));
        Count = await open.CountAsync();
        Pages = Math.Max(1, (Count + OnPage - 1) / OnPage);
        Number = Math.Clamp(Number, 1, Pages);
        var rows = await open.OrderBy(o => o.Name).ThenBy(o => o.Id).Skip((Number - 1) * OnPage).Take(OnPage).Select(o => new { o.Id, o.Name, o.Territory, o.RegistryId, o.State, o.Percent }).ToListAsync();
        Guid[] ids = [.. rows.Select(r => r.RegistryId).Distinct()];
        var registries = await db.Registries.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Definition);
        Lines = [.. rows.Select(r => new Line(r.Id, r.Name, r.Territory, registries[r.RegistryId].One, registries[r.RegistryId].State(r.State).Title, r.Percent))];
        return Page();
    }
}
