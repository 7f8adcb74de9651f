using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Sites;

/// <summary>«Пригласить координатора»: finds or hires the person, writes the letter into the outbox. The caller saves.</summary>
public sealed class SiteInviting(VekhaDb db, Actor actor, Journal journal, TimeProvider time)
{
    public const string Post = "координатор площадки";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private (MailSettings? Settings, bool IsKnown) mail;

    /// <param name="site">Tracked or new, with its invitations.</param>
    /// <returns>The secret part of the link, and whether a letter carries it.</returns>
    public async Task<(string Token, bool IsWritten)> Invite(Site site, Organisation unit, Programme programme, string fullName, string? email, string? phone)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        var person = await PersonOf(unit, programme, fullName, email, phone);
        var invitation = site.Invite(person, email, Accounts.Invitation.HashOf(token), time.GetUtcNow(), actor.PersonId ?? throw new InvalidOperationException("Nobody is signed in."));
        db.Entry(invitation).State = EntityState.Added;
        journal.Write("координатор площадки приглашён", "site", site.Id, after: new { Площадка = unit.Name, Координатор = person.FullName, Почта = invitation.Address });
        // Nobody is written to about an example of past years.
        if (programme.ShownOn is not null || await Mail() is not { } settings) return (token, false);
        var owner = await db.Organisations.AsNoTracking().Where(o => o.Id == programme.OrganisationId).Select(o => o.Name).SingleAsync();
        db.Add(Letter.To(invitation.Address, person.FullName, $"site-invitation:{invitation.Id:N}", Words(person, unit, programme, owner, $"{settings.Site}/sites/invitation/{token}", Ru.Digits(DateOnly.FromDateTime(invitation.Until.UtcDateTime))), settings.Domain, time.GetUtcNow()));
        return (token, true);
    }

    /// <summary>Who is known in the organisation by the mailbox stays one person; another mailbox is another person.</summary>
    private async Task<Person> PersonOf(Organisation unit, Programme programme, string fullName, string? email, string? phone)
    {
        if (string.IsNullOrWhiteSpace(fullName) || !fullName.Trim().Contains(' ')) throw new Refusal("Приглашение не отправлено", "Не названы фамилия и имя координатора", "Впишите их полностью") { Field = "Input.Coordinator" };
        var (address, inside) = (email?.Trim().ToLowerInvariant(), db.UnitsUnder(programme.OrganisationId));
        var known = address is null ? null : db.People.Local.FirstOrDefault(p => p.Email == address)
            ?? await db.People.Include(p => p.Roles).FirstOrDefaultAsync(p => p.Email == address && inside.Contains(p.UnitId));
        if (known is not null) return known;
        var person = Person.Hire(fullName, Post, unit.Id, address, phone);
        db.Add(person);
        return person;
    }

    private async Task<MailSettings?> Mail()
    {
        if (!mail.IsKnown) mail = (await MailSettings.Load(db), true);
        return mail.Settings is { IsOn: true } settings ? settings : null;
    }

    private static LetterText Words(Person person, Organisation unit, Programme programme, string owner, string link, string until)
    {
        var subject = $"Приглашение координатора: {unit.ShortName}";
        string[] lines =
        [
            $"{person.FullName}, здравствуйте!",
            $"{owner} приглашает вас координировать площадку «{unit.Name}» программы «{programme.Name}».",
            "Координатор видит поручения своей площадки и их сроки, сдаёт отчёты, ведёт её события. Работу других площадок он не видит.",
            $"Ответьте по ссылке до {until}: можно согласиться или отказаться.",
        ];
        var page = string.Concat(lines.Select(l => $"<p>{Html.Encode(l)}</p>"));
        return new(subject, string.Join("\r\n\r\n", [.. lines, link]),
            $"<!DOCTYPE html><html lang=\"ru\"><head><meta charset=\"utf-8\"><title>{Html.Encode(subject)}</title></head><body>{page}<p><a href=\"{Html.Encode(link)}\">Ответить на приглашение</a></p></body></html>");
    }
}
