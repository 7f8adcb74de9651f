using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Home;

/// <summary>The desk opens on the first section the person may see.</summary>
public sealed class IndexModel(Menu menu, IAuthorizationService rights) : PageModel
{
    public async Task<IActionResult> OnGet()
    {
        foreach (var entry in menu.Entries)
            if (entry.Permission is null || (await rights.AuthorizeAsync(User, entry.Permission)).Succeeded) return Redirect(entry.Address);
        return Page();
    }
}
