using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.PersonalData.Portal;

/// <summary>The words of a consent for whoever is asked for it: one edition, for ever at one address.</summary>
public sealed class TextModel(VekhaDb db) : PageModel
{
    public Purpose Purpose { get; private set; } = null!;
    public ConsentText Text { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await db.Purposes.AsNoTracking().Include(p => p.Texts).SingleOrDefaultAsync(p => p.Texts.Any(t => t.Id == id)) is not { } purpose) return NotFound();
        (Purpose, Text) = (purpose, purpose.Texts.Single(t => t.Id == id));
        return Page();
    }
}
