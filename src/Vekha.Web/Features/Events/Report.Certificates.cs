using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

public sealed partial class ReportModel
{
    /// <summary>A number for everybody who was marked at the door and has none yet.</summary>
    public async Task<IActionResult> OnPostCertify()
    {
        if (!await Load(tracked: true)) return NotFound();
        if (Card.Event.State != EventState.Held) throw new Refusal("Сертификаты не выданы", "Событие ещё не проведено", "Внесите, сколько пришло");
        var known = db.EventCertificates;
        var people = await db.Registrations.Where(r => r.EventId == Id && r.CheckedInAt != null && r.ErasedOn == null && !known.Any(c => c.RegistrationId == r.Id)).OrderBy(r => r.Turn).Select(r => r.Id).ToListAsync();
        if (people.Count == 0) throw new Refusal("Сертификаты не выданы", "Нет отмеченных на входе, у кого их ещё нет", "Отметьте приход тех, кто был, и нажмите ещё раз");
        var on = access.Today(Card.Programme);
        var last = await known.Where(c => c.ProgrammeId == Card.Programme.Id && c.Year == on.Year).MaxAsync(c => (int?)c.Number) ?? 0;
        db.AddRange(people.Select((p, i) => new EventCertificate(Card.Event, p, last + i + 1, on)));
        journal.Write("выданы сертификаты", "event", Id, after: new { Сертификатов = people.Count, С = last + 1 });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException clash) when (clash.IsDuplicate("event_certificates"))
        {
            throw new Refusal("Сертификаты не выданы", "В ту же минуту номера взял кто-то другой", "Нажмите ещё раз");
        }
        say.Done($"Выдано: {Vekha.Wording.Ru.Count(people.Count, "сертификат", "сертификата", "сертификатов")}.");
        return Redirect($"/desk/events/report/{Id}");
    }
}
