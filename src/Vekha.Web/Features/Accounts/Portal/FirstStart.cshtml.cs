using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts.Portal;

/// <summary>An installation without accounts: whoever can read its data folder becomes the first administrator.</summary>
public sealed class FirstStartModel(VekhaDb db, UserManager<Account> accounts, SignInManager<Account> door, FirstStartKey secret, Journal journal, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true), Display(Name = "Ключ первого запуска"), Required]
    public string Key { get; set; } = "";

    [BindProperty, Display(Name = "Организация"), Required, StringLength(300)]
    public string Organisation { get; set; } = "";

    [BindProperty, Display(Name = "Администратор"), Required, StringLength(200)]
    public string FullName { get; set; } = "";

    [BindProperty, Display(Name = "Логин"), Required, StringLength(100)]
    public string Login { get; set; } = "";

    [BindProperty, Display(Name = "Пароль"), Required, StringLength(100, MinimumLength = 10)]
    public string Password { get; set; } = "";

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return await db.Accounts.AnyAsync() ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await db.Accounts.AnyAsync()) return NotFound();
        if (!secret.Fits(Key)) throw new Refusal("Начать не удалось", "Ключ не подходит", "Возьмите его из файла first-start.key в папке данных") { Field = nameof(Key) };
        var organisation = Accounts.Organisation.Found(Organisation, OrganisationKind.Administration);
        var person = Person.Hire(FullName, "администратор системы", organisation.Id);
        person.Grant(Role.Administrator, organisation.Id, time.GetUtcNow());
        person.Grant(Role.ProjectOffice, organisation.Id, time.GetUtcNow());
        db.AddRange(organisation, person);
        journal.Write("первый запуск", "organisation", organisation.Id, after: new { organisation.Name });
        var account = Account.For(person, Login);
        var made = await accounts.CreateAsync(account, Password);
        if (!made.Succeeded) throw new Refusal("Начать не удалось", string.Join(' ', made.Errors.Select(e => e.Description)));
        secret.Forget();
        await door.SignInAsync(account, isPersistent: false);
        return Redirect("/desk");
    }

    public Task ShowAgain() => Task.CompletedTask;
}
