using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Vekha.Web.Features.Accounts.Portal;

public sealed class SignOutModel(SignInManager<Account> door) : PageModel
{
    public async Task<IActionResult> OnPost()
    {
        await door.SignOutAsync();
        return Redirect("/sign-in");
    }
}
