using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Vekha.Events;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>What a participant is written about.</summary>
public enum Telling
{
    /// <summary>«вы записаны».</summary>
    Placed,
    /// <summary>«вы в листе ожидания».</summary>
    Waiting,
    /// <summary>«для вас освободилось место».</summary>
    MovedUp,
    /// <summary>«перенесено».</summary>
    Moved,
    /// <summary>«изменена форма проведения».</summary>
    Form,
    /// <summary>«отменено».</summary>
    Cancelled,
    /// <summary>«напоминание».</summary>
    Reminder,
}

/// <summary>Letters to participants, through the outbox; the secret address of «Моя запись».</summary>
public sealed class RegistrationLetters(VekhaDb db, IDataProtectionProvider keys, TimeProvider time)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private MailSettings? settings;
    private bool isLoaded;
    private readonly Dictionary<Guid, Programme> programmes = [];

    /// <summary>Where a participant sees his registration, his code and gives the place back.</summary>
    public string AddressOf(Guid registration) => $"/events/mine/{WebEncoders.Base64UrlEncode(keys.CreateProtector("Vekha.Events.Mine").Protect(registration.ToByteArray()))}";

    /// <returns>Whose address it is, or <c>null</c> when it is nobody's.</returns>
    public Guid? Read(string token)
    {
        try
        {
            return new Guid(keys.CreateProtector("Vekha.Events.Mine").Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Puts a letter into the outbox; nothing where there is no mailbox, mail is off or the programme is an example of past years.</summary>
    /// <param name="cause">Tells one move from the next: the key of a letter is said once.</param>
    public async Task Tell(Event happening, Registration person, Telling telling, string cause)
    {
        if (person.Email is not { } address || await Settings() is not { } mail || (await ProgrammeOf(happening)).ShownOn is not null) return;
        var text = Write(happening, person, telling, mail.Site);
        db.Add(Letter.To(address, person.Name, $"registration:{person.Id:N}:{telling}:{cause}", text, mail.Domain, time.GetUtcNow()));
    }

    private async Task<MailSettings?> Settings()
    {
        if (!isLoaded) (settings, isLoaded) = (await MailSettings.Load(db), true);
        return settings is { IsOn: true } ? settings : null;
    }

    private async Task<Programme> ProgrammeOf(Event happening) =>
        programmes.TryGetValue(happening.ProgrammeId, out var known) ? known : programmes[happening.ProgrammeId] = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == happening.ProgrammeId);

    private LetterText Write(Event e, Registration person, Telling telling, string site)
    {
        var (subject, first) = telling switch
        {
            Telling.Placed => ($"Вы записаны: {e.Title}", "Вы записаны, место за вами."),
            Telling.Waiting => ($"Вы в листе ожидания: {e.Title}", "Свободных мест сейчас нет, вы в листе ожидания. Если место освободится, придёт письмо."),
            Telling.MovedUp => ($"Для вас есть место: {e.Title}", "Место освободилось, теперь оно за вами. Если вы не придёте, откажитесь по ссылке: его получит следующий."),
            Telling.Moved => ($"Перенесено: {e.Title}", $"Событие перенесено. Новое время: {e.Time.Words}. Ваша запись сохраняется."),
            Telling.Form => ($"Изменена форма проведения: {e.Title}", $"Теперь событие пройдёт так: {e.Form.Word()}. Ваша запись сохраняется."),
            Telling.Cancelled => ($"Отменено: {e.Title}", $"Событие отменено. {e.Changes.LastOrDefault(c => c.Kind == EventChangeKind.Cancelled)?.Ground}"),
            _ => ($"Напоминание: {e.Title}", "Напоминаем о событии, на которое вы записаны."),
        };
        List<string> lines = [first, $"Когда: {e.Time.Words}", $"Где: {e.Place}"];
        if (person.State == RegistrationState.Placed && e.Form != EventForm.OnSite && e.Link is { } link && telling != Telling.Cancelled) lines.Add($"Подключиться: {link}");
        if (person.State == RegistrationState.Placed && e.Form != EventForm.Online && telling != Telling.Cancelled) lines.Add($"Код для входа: {TicketCode.Words(person.Code)}");
        var mine = site + AddressOf(person.Id);
        var text = string.Join("\r\n\r\n", [$"{person.Name}, здравствуйте!", .. lines, $"Ваша запись, код для входа и отказ от участия: {mine}"]);
        var page = string.Concat(lines.Prepend($"{person.Name}, здравствуйте!").Select(l => $"<p>{Html.Encode(l)}</p>"));
        return new(subject, text, $"<!DOCTYPE html><html lang=\"ru\"><head><meta charset=\"utf-8\"><title>{Html.Encode(subject)}</title></head><body>{page}<p><a href=\"{Html.Encode(mine)}\">Ваша запись, код для входа и отказ от участия</a></p></body></html>");
    }
}
