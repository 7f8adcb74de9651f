using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries.Portal;

/// <summary>The page of a project for everybody: before and after, money by source, its life, events. Photographs only of public fields.</summary>
public sealed class CardModel(VekhaDb db, PublicCards cards, Files files, Sections sections) : PageModel
{
    public PublicCard Shown { get; private set; } = null!;
    public IReadOnlyList<(string View, object Model)> Sections { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await cards.Find(id) is not { } found) return NotFound();
        Shown = found;
        Sections = await sections.Of("public-card", HttpContext, id);
        return Page();
    }

    public async Task<IActionResult> OnGetPhoto(Guid id, Guid file)
    {
        if (await cards.Find(id) is not { } found || found.Photos.FirstOrDefault(p => p.File.Id == file).File is not { } photo) return NotFound();
        return files.Download(await db.Files.AsNoTracking().SingleAsync(f => f.Id == photo.FileId));
    }
}
