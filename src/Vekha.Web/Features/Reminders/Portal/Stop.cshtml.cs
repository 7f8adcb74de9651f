using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;

namespace Vekha.Web.Features.Reminders.Portal;

/// <summary>«Больше не присылать писем», by the link of a letter: without signing in, and never by opening alone.</summary>
public sealed class StopModel(VekhaDb db, IDataProtectionProvider keys) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public bool IsStopped { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Reader() is not { } reader) return NotFound();
        IsStopped = await db.NoticeSettings.AnyAsync(s => s.PersonId == reader && !s.ByMail);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Reader() is not { } reader) return NotFound();
        var settings = await db.NoticeSettings.SingleOrDefaultAsync(s => s.PersonId == reader);
        if (settings is null) db.Add(settings = NoticeSettings.Of(reader));
        settings.StopMail();
        await db.SaveChangesAsync();
        return Redirect($"/reminders/stop/{Token}");
    }

    private async Task<Guid?> Reader() =>
        StopLink.Read(Token, keys) is { } person && await db.People.AnyAsync(p => p.Id == person) ? person : null;
}
