using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Registries;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Registries;

/// <summary>«Возможные повторы»: cards of one territory that may be about one object, to be compared and merged.</summary>
public sealed class DoublesModel(VekhaDb db, RegistryAccess access) : PageModel
{
    private const int MostShown = 100;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public RegistryOnDesk Desk { get; private set; } = null!;
    public IReadOnlyList<LikeCards> Pairs { get; private set; } = [];
    public int Found { get; private set; }
    public IReadOnlyDictionary<Guid, (int Number, string Territory)> Cards { get; private set; } = new Dictionary<Guid, (int, string)>();

    public async Task<IActionResult> OnGet()
    {
        if (await access.Find(Id) is not { } desk) return NotFound();
        Desk = desk;
        if (!desk.Keeps) return Forbid();
        var cards = await db.RegistryObjects.AsNoTracking().Where(o => o.RegistryId == Id && o.MergedIntoId == null).OrderBy(o => o.Number)
            .Select(o => new { o.Id, o.Number, o.Name, o.Address, o.TerritoryId, o.Territory }).ToListAsync();
        var all = desk.Registry.Likeness().Among([.. cards.Select(c => new CardFace(c.Id, c.Name, c.Address, c.TerritoryId))]);
        (Found, Pairs) = (all.Count, [.. all.Take(MostShown)]);
        Cards = cards.ToDictionary(c => c.Id, c => (c.Number, c.Territory));
        return Page();
    }
}
