using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Operations;

/// <summary>«Почта»: through which server letters leave; a test letter shows whether they do.</summary>
[Authorize(Policy = OperationsFeature.Run)]
public sealed class MailModel(VekhaDb db, Duty duty, CurrentPerson me, IDataProtectionProvider keys, Journal journal, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    /// <summary>Bound in its own handler: the form of the test letter does not carry it.</summary>
    public MailForm Input { get; private set; } = new();

    /// <summary>Where the test letter goes unless another address is written.</summary>
    public string? MyAddress { get; private set; }

    public bool HasPassword { get; private set; }
    public bool IsKept { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await duty.IsMine()) return NotFound();
        Input = await MailSettings.Load(db) is { } settings ? MailForm.Of(settings) : new() { Site = $"{Request.Scheme}://{Request.Host}{Request.PathBase}" };
        await ShowAgain();
        return Page();
    }

    public async Task<IActionResult> OnPost([FromForm(Name = nameof(Input))] MailForm input)
    {
        Input = input;
        if (!await duty.IsMine()) return NotFound();
        var settings = await MailSettings.Load(db);
        if (settings is null) db.Add(settings = MailSettings.Empty());
        else db.Expect(settings, Input.Version);
        var before = settings.Host;
        settings.Leave(Input.Host, Input.Port, Input.UseTls, Input.Login);
        // A password of the old server is never offered to another one.
        if (before.Length > 0 && before != settings.Host && settings.Login is not null && settings.ProtectedPassword is not null && string.IsNullOrEmpty(Input.Password))
            throw new Refusal("Настройки почты не сохранены", "Сервер другой, а пароль прежний", "Впишите пароль к новому серверу") { Field = "Input.Password" };
        settings.SignAs(Input.From, Input.FromName, Input.Site, Input.IsOn);
        settings.Remember(Input.Password, keys);
        journal.Write("настройки почты изменены", "mail", Guid.Empty, after: new { settings.Host, settings.Port, settings.UseTls, settings.Login, settings.From, settings.Site, settings.IsOn });
        await db.SaveChangesAsync();
        say.Done("Настройки почты сохранены. Проверьте их пробным письмом.");
        return Redirect("/desk/operations/mail");
    }

    public async Task<IActionResult> OnPostTest(string? to, CancellationToken cancel)
    {
        if (!await duty.IsMine()) return NotFound();
        if (await MailSettings.Load(db, cancel) is not { } settings) throw Untried("Настройки ещё не сохранены", "Заполните форму и сохраните её");
        if (string.IsNullOrWhiteSpace(to)) throw Untried("Не сказано, кому", "Впишите адрес, который можете открыть сами");
        var letter = Letter.To(to, (await me.Get()).FullName, $"test:{Guid.NewGuid():N}", TestLetter.Of(settings), settings.Domain, time.GetUtcNow());
        try
        {
            using var post = new SmtpPost(settings, keys);
            if (await post.Send(letter, cancel) is { Words: { } words }) throw Untried(words, "Проверьте адрес получателя");
        }
        catch (JobSetback away)
        {
            throw Untried(away.Message, "Проверьте имя сервера, порт, логин и пароль; сервер должен пускать адрес этой машины");
        }
        say.Done($"Почтовый сервер принял пробное письмо для {letter.Address}. Откройте почту: если письма нет через пять минут, посмотрите в «Спаме».");
        return Redirect("/desk/operations/mail");
    }

    public async Task ShowAgain()
    {
        var settings = await MailSettings.Load(db);
        (IsKept, HasPassword, MyAddress) = (settings is not null, settings?.ProtectedPassword is not null, (await me.Get()).Email);
    }

    private static Refusal Untried(string why, string next) => new("Пробное письмо не отправлено", why, next);
}
