using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>«Второй фактор» of one's own account: switched on by a code of the telephone, off by the password.</summary>
public sealed class FactorModel(VekhaDb db, UserManager<Account> accounts, IUserStore<Account> store, SignInManager<Account> door, Journal journal, Saying say) : PageModel, IShowsAgain
{
    private const int Spare = 10;

    [Display(Name = "Код из приложения"), StringLength(20)]
    public string? Code { get; private set; }

    [Display(Name = "Пароль"), StringLength(200)]
    public string? Password { get; private set; }

    /// <summary>Spare codes made a moment ago, shown once.</summary>
    [TempData]
    public string? Codes { get; set; }

    public Account Account { get; private set; } = null!;

    /// <summary>A role of the person asks for it.</summary>
    public bool IsOwed { get; private set; }
    public string Key { get; private set; } = "";
    public (string Path, int Side) Picture { get; private set; }

    public async Task OnGet()
    {
        await Load();
        // The secret is made when somebody first looks at it and stays until it is switched on: a page opened twice shows one picture.
        if (!Account.HasFactor && Account.FactorKey is null)
        {
            // The manager's own «reset» would also end every session of the person, this one within a minute.
            await ((IUserAuthenticatorKeyStore<Account>)store).SetAuthenticatorKeyAsync(Account, accounts.GenerateNewAuthenticatorKey(), HttpContext.RequestAborted);
            await accounts.UpdateAsync(Account);
        }
        await Show();
    }

    public async Task<IActionResult> OnPostOn(string? code)
    {
        Code = code;
        await Load();
        if (Account.HasFactor) return Redirect(FactorFilter.Page);
        if (!await accounts.VerifyTwoFactorTokenAsync(Account, accounts.Options.Tokens.AuthenticatorTokenProvider, Plain(code)))
            throw new Refusal("Второй фактор не включён", "Код не подходит", "Проверьте, что часы телефона идут верно, и впишите код, который виден сейчас") { Field = "Code" };
        await accounts.SetTwoFactorEnabledAsync(Account, true);
        await Renew();
        journal.Write("второй фактор включён", "person", Account.PersonId);
        await db.SaveChangesAsync();
        await door.RefreshSignInAsync(Account);
        say.Done("Второй фактор включён: при входе Веха спросит код из приложения.");
        return Redirect(FactorFilter.Page);
    }

    public async Task<IActionResult> OnPostCodes(string? password)
    {
        await MustKnow(password, "Новые коды не выданы");
        if (!Account.HasFactor) return Redirect(FactorFilter.Page);
        await Renew();
        journal.Write("запасные коды заменены", "person", Account.PersonId);
        await db.SaveChangesAsync();
        say.Done("Выданы новые запасные коды. Прежние больше не действуют.");
        return Redirect(FactorFilter.Page);
    }

    public async Task<IActionResult> OnPostOff(string? password)
    {
        await MustKnow(password, "Второй фактор не выключен");
        if (IsOwed) throw new Refusal("Второй фактор не выключен", "Для вашей роли он обязателен", "Если телефон потерян, администратор сбросит его, и вы настроите новый");
        await accounts.SetTwoFactorEnabledAsync(Account, false);
        journal.Write("второй фактор выключен", "person", Account.PersonId);
        await db.SaveChangesAsync();
        await door.RefreshSignInAsync(Account);
        say.Done("Второй фактор выключен: для входа нужен только пароль.");
        return Redirect(FactorFilter.Page);
    }

    public async Task ShowAgain()
    {
        if (Account is null) await Load();
        await Show();
    }

    internal static string Plain(string? code) => new([.. (code ?? "").Where(char.IsLetterOrDigit)]);

    private async Task Renew() => Codes = string.Join(' ', (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(Account, Spare))!);

    private async Task MustKnow(string? password, string not)
    {
        Password = password;
        await Load();
        if (!await accounts.CheckPasswordAsync(Account, password ?? "")) throw new Refusal(not, "Пароль не подходит", "Впишите пароль, с которым входите") { Field = "Password" };
    }

    private async Task Load()
    {
        Account = await accounts.GetUserAsync(User) ?? throw new InvalidOperationException("A signed-in person has an account.");
        IsOwed = await db.AsksFactor(Account.Person!);
    }

    private async Task Show()
    {
        if (Account.HasFactor || await accounts.GetAuthenticatorKeyAsync(Account) is not { } key) return;
        var owner = await db.Organisations.Where(o => o.ParentId == null).OrderBy(o => o.Id).Select(o => o.ShortName).FirstOrDefaultAsync() ?? "";
        Key = FactorCode.Spaced(key);
        Picture = FactorCode.Picture(FactorCode.Address($"Веха {owner}".Trim(), Account.Login, key));
    }
}
