using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts.Portal;

public sealed class InvitationModel(VekhaDb db, UserManager<Account> accounts, SignInManager<Account> door, Journal journal, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty, Display(Name = "Пароль"), Required, StringLength(100, MinimumLength = 10)]
    public string Password { get; set; } = "";

    [BindProperty, Display(Name = "Пароль ещё раз"), Required, Compare(nameof(Password), ErrorMessage = "Пароль в двух полях разный.")]
    public string Again { get; set; } = "";

    public string Name { get; private set; } = "";

    public string Login { get; private set; } = "";

    public async Task<IActionResult> OnGet()
    {
        await ShowAgain();
        return Name == "" ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Find() is not { } invitation) return NotFound();
        invitation.Accept(time.GetUtcNow());
        var account = await db.Accounts.Include(a => a.Person!).ThenInclude(p => p.Unit).Include(a => a.Person!).ThenInclude(p => p.Roles)
            .SingleOrDefaultAsync(a => a.PersonId == invitation.PersonId) ?? Account.For(invitation.Person!, invitation.Login);
        await Check(account);
        // Accepted, journalled and given a password in one save: the managers save through the same context.
        journal.Write("пароль задан по приглашению", "person", account.PersonId);
        await accounts.SetLockoutEndDateAsync(account, null);
        var known = await db.Accounts.AnyAsync(a => a.Id == account.Id);
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, Password);
        var result = known ? await accounts.UpdateSecurityStampAsync(account) : await accounts.CreateAsync(account);
        if (!result.Succeeded) throw new Refusal("Пароль не задан", string.Join(' ', result.Errors.Select(e => e.Description)));
        await door.SignInAsync(account, isPersistent: false);
        return Redirect("/desk");
    }

    public async Task ShowAgain()
    {
        if (await Find() is not { } invitation) return;
        (Name, Login) = (invitation.Person!.FullName, invitation.Login);
    }

    private async Task Check(Account account)
    {
        foreach (var rule in accounts.PasswordValidators)
        {
            var result = await rule.ValidateAsync(accounts, account, Password);
            if (!result.Succeeded) throw new Refusal("Пароль не задан", string.Join(' ', result.Errors.Select(e => e.Description))) { Field = nameof(Password) };
        }
    }

    private Task<Invitation?> Find()
    {
        var hash = Invitation.HashOf(Token);
        return db.Invitations.Include(i => i.Person!).ThenInclude(p => p.Unit).Include(i => i.Person!).ThenInclude(p => p.Roles).SingleOrDefaultAsync(i => i.TokenHash == hash);
    }
}
