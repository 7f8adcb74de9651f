using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts.Portal;

/// <summary>The second step of the door: the code of the telephone, or a spare one.</summary>
public sealed class CodeModel(VekhaDb db, SignInManager<Account> door, Journal journal, TimeProvider time) : PageModel
{
    [BindProperty, Display(Name = "Код"), StringLength(40)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public async Task<IActionResult> OnGet() => await door.GetTwoFactorAuthenticationUserAsync() is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPost()
    {
        if (await door.GetTwoFactorAuthenticationUserAsync() is not { } account) return Redirect("/sign-in");
        var code = FactorModel.Plain(Code);
        // Six digits come from the telephone; a spare code is longer.
        var isSpare = code.Length != 6;
        if (!isSpare && !account.UseOnce(code)) throw Wrong("Этим кодом уже входили", "Дождитесь следующего: он появится через полминуты");
        var result = isSpare ? await door.TwoFactorRecoveryCodeSignInAsync(Code!.Trim()) : await door.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        if (result.IsLockedOut) throw new Refusal("Вход закрыт на 15 минут", "Пять раз подряд код не подошёл", "Подождите или попросите администратора сбросить второй фактор");
        if (result.IsNotAllowed) throw new Refusal("Войти не удалось", "Учётная запись отключена", "Обратитесь к администратору вашей организации");
        if (!result.Succeeded) throw Wrong("Код не подходит", "Впишите код, который приложение показывает сейчас, или запасной");
        await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.LastSignInAt, time.GetUtcNow()));
        journal.Write(isSpare ? "выполнен вход по запасному коду" : "выполнен вход с кодом", "person", account.PersonId, after: new { account.Login });
        await db.SaveChangesAsync();
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/desk");
    }

    private static Refusal Wrong(string why, string next) => new("Войти не удалось", why, next) { Field = "Code" };
}
