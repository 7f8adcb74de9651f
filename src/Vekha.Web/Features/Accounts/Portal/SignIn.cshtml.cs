using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts.Portal;

public sealed class SignInModel(VekhaDb db, SignInManager<Account> door, UserManager<Account> accounts, Journal journal, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty, Display(Name = "Логин или рабочая почта"), Required, StringLength(200)]
    public string Login { get; set; } = "";

    [BindProperty, Display(Name = "Пароль"), Required, StringLength(200)]
    public string Password { get; set; } = "";

    /// <summary>Where the person wanted to go.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public string Owner { get; private set; } = "";

    public IReadOnlyList<(string Login, string Words)> Demo { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await db.Accounts.AnyAsync()) return Redirect("/first-start");
        await ShowAgain();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var account = await accounts.FindByNameAsync(Login.Trim()) ?? await ByEmail(Login.Trim());
        // The same words for a wrong name and a wrong password: a stranger learns nothing.
        var wrong = new Refusal("Войти не удалось", "Логин или пароль не подходит", "Проверьте раскладку клавиатуры");
        if (account is null) throw wrong;
        var result = await door.PasswordSignInAsync(account, Password, isPersistent: false, lockoutOnFailure: true);
        if (result.IsLockedOut) throw new Refusal("Вход закрыт на 15 минут", "Пять раз подряд пароль не подошёл", "Подождите или попросите администратора прислать новую ссылку");
        if (result.IsNotAllowed) throw new Refusal("Войти не удалось", "Учётная запись отключена", "Обратитесь к администратору вашей организации");
        if (result.RequiresTwoFactor) return Redirect(Url.IsLocalUrl(Back) ? $"/sign-in/code?back={Uri.EscapeDataString(Back!)}" : "/sign-in/code");
        if (!result.Succeeded) throw wrong;
        // Past the version of the account: the same person may come in at a desk and on a phone at one moment.
        await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.LastSignInAt, time.GetUtcNow()));
        journal.Write("выполнен вход", "person", account.PersonId, after: new { account.Login });
        await db.SaveChangesAsync();
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/desk");
    }

    public async Task ShowAgain()
    {
        Owner = await db.Organisations.Where(o => o.ParentId == null).OrderBy(o => o.Id).Select(o => o.Name).FirstOrDefaultAsync() ?? "";
        Demo = await db.Accounts.Where(a => a.Person!.IsDemo && a.DisabledAt == null).OrderBy(a => a.Id)
            .Select(a => new ValueTuple<string, string>(a.Login, a.Person!.Post)).ToListAsync();
    }

    private async Task<Account?> ByEmail(string email)
    {
        var ids = await db.Accounts.Where(a => a.Person!.Email == email).OrderBy(a => a.Id).Select(a => a.Id).Take(2).ToListAsync();
        return ids is [var only] ? await accounts.FindByIdAsync(only.ToString()) : null;
    }
}
