using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

public sealed class MeModel(VekhaDb db, UserManager<Account> accounts, SignInManager<Account> door, Journal journal, Saying say) : PageModel, IShowsAgain
{
    private Dictionary<Guid, string> units = [];

    [BindProperty, Display(Name = "Прежний пароль"), Required]
    public string Old { get; set; } = "";

    [BindProperty, Display(Name = "Новый пароль"), Required, StringLength(100, MinimumLength = 10)]
    public string New { get; set; } = "";

    [BindProperty, Display(Name = "Новый пароль ещё раз"), Required, Compare(nameof(New), ErrorMessage = "Новый пароль в двух полях разный.")]
    public string Again { get; set; } = "";

    public Account Account { get; private set; } = null!;

    public Person Person => Account.Person!;

    public string UnitName(Guid unit) => units.GetValueOrDefault(unit) ?? "";

    public Task OnGet() => ShowAgain();

    public async Task<IActionResult> OnPost()
    {
        await ShowAgain();
        var changed = await accounts.ChangePasswordAsync(Account, Old, New);
        if (!changed.Succeeded) throw new Refusal("Пароль не изменён", string.Join(' ', changed.Errors.Select(e => e.Description)));
        journal.Write("пароль изменён", "person", Account.PersonId);
        await db.SaveChangesAsync();
        await door.RefreshSignInAsync(Account);
        say.Done("Пароль изменён. На других устройствах нужно будет войти заново.");
        return Redirect("/desk/me");
    }

    public async Task ShowAgain()
    {
        Account = await accounts.GetUserAsync(User) ?? throw new InvalidOperationException("A signed-in person has an account.");
        Guid[] held = [.. Person.Roles.Where(r => r.RevokedAt is null).Select(r => r.UnitId).Distinct()];
        units = await db.Organisations.Where(o => held.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name);
    }
}
