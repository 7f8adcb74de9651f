using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>Writes openings down. A page that shows names calls it before it shows them.</summary>
public sealed class ReadingLog(VekhaDb db, Actor actor, TimeProvider time)
{
    /// <summary>Adds the entry; the caller saves.</summary>
    /// <param name="what">«открыт скан листа регистрации».</param>
    /// <param name="why">In the reader's own words, where they are asked for.</param>
    /// <param name="link">Local address of what was opened.</param>
    public void Note(Guid programme, Guid? subject, string what, string? why = null, string? link = null) =>
        db.Add(new DataReading(Guid.CreateVersion7(), programme, subject, what, why, link, time.GetUtcNow(), actor));

    /// <summary>«Открыта карточка»: one line a person a day for one thing, however often it is opened. Saved at once.</summary>
    /// <param name="subject">Whose data they are: a person, or the card that names people.</param>
    /// <inheritdoc cref="Note"/>
    public async Task NoteOnceADay(Programme programme, Guid subject, string what, string link)
    {
        var now = time.GetUtcNow();
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(programme.Policy.TimeZoneId)).DateTime);
        // The key is made of what must not stand twice: two tabs opened at once leave one line too.
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor.PersonId}:{subject}:{what}:{day:yyyy-MM-dd}")).AsSpan(0, 16));
        if (await db.DataReadings.AnyAsync(r => r.Id == id)) return;
        var reading = new DataReading(id, programme.Id, subject, what, null, link, now, actor);
        db.Add(reading);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (e.IsDuplicate("data_readings"))
        {
            db.Entry(reading).State = EntityState.Detached;
        }
    }
}
