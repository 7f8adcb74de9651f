using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Reminders;

/// <summary>«Известие»: something has changed that touches people; told in Vekha at once and by a letter of its own. The caller saves.</summary>
public sealed class Tidings(VekhaDb db, IDataProtectionProvider keys, TimeProvider time)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="key">Names the change: the same change told twice gives one letter.</param>
    /// <param name="words">One sentence: what was, what is now.</param>
    /// <param name="address">Where it leads on this site.</param>
    /// <param name="wants">Whether a person's own settings let such a letter come; in Vekha it is told all the same.</param>
    public async Task Tell(Programme programme, IEnumerable<Guid> people, string key, string words, string address, Func<NoticeSettings, bool>? wants = null)
    {
        var (now, settings) = (time.GetUtcNow(), await MailSettings.Load(db));
        Guid[] ids = [.. people.Distinct()];
        var chosen = await db.NoticeSettings.AsNoTracking().Where(s => ids.Contains(s.PersonId)).ToDictionaryAsync(s => s.PersonId);
        foreach (var reader in await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.FullName, p.Email }).ToListAsync())
        {
            var notice = Notice.Tell(reader.Id, programme.Today(now), programme.Id, words, address, now);
            // It has a letter of its own or none: the digest of the day may have left already.
            notice.Digested(now);
            db.Add(notice);
            // An example lives on its own day: it is shown in Vekha and written to nobody.
            if (settings is not { IsOn: true } || programme.ShownOn is not null || reader.Email is not { Length: > 0 } || (chosen.GetValueOrDefault(reader.Id) is { } own && (!own.ByMail || own.IsQuiet(notice.Day) || wants?.Invoke(own) == false))) continue;
            var stop = StopLink.For(reader.Id, settings.Site, keys);
            var page = $"<!DOCTYPE html><html lang=\"ru\"><head><meta charset=\"utf-8\"></head><body><p>{Html.Encode(words)}</p><p>{Html.Encode(programme.Name)}</p><p><a href=\"{Html.Encode(settings.Site + address)}\">Открыть в Вехе</a></p><hr><p><a href=\"{Html.Encode(stop)}\">Больше не присылать писем</a></p></body></html>";
            var subject = words.Length > 120 ? words[..119] + "…" : words;
            db.Add(Letter.To(reader.Email, reader.FullName, $"told:{key}:{reader.Id}", new(subject, $"{words}\r\n{programme.Name}\r\n{settings.Site}{address}\r\n\r\nБольше не присылать писем: {stop}\r\n", page, stop), settings.Domain, now));
        }
    }
}
