using Microsoft.EntityFrameworkCore;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>Lists of participants as a place of personal data.</summary>
internal static class RegistrationPlace
{
    public static readonly DataPlace Place = new(Registrar.Place, "записи на события", "фамилия, имя, отчество; почта; телефон; организация и должность")
    {
        Held = db => db.Registrations.AsNoTracking().Where(r => r.ErasedOn == null)
            .Select(r => new DataHeld { SubjectId = r.Id, ProgrammeId = r.ProgrammeId, Name = r.Name, Contact = r.Email ?? r.Phone ?? "" }),
        Export = async (db, id, cancel) =>
        {
            if (await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } r) return [];
            var happening = await db.Events.AsNoTracking().SingleAsync(e => e.Id == r.EventId, cancel);
            return
            [
                new("Событие", $"{happening.Title}, {happening.Time.Digits}"), new("Фамилия, имя, отчество", r.Name), new("Почта", r.Email ?? "не указана"), new("Телефон", r.Phone ?? "не указан"),
                new("Организация", r.Organisation ?? "не указана"), new("Должность", r.Post ?? "не указана"), new("Пришло с участником детей", Ru.Number(r.Seats - 1)),
                new("Записан", Ru.Moment(r.At)), new("Отметка о приходе", r.CheckedInAt is { } at ? Ru.Moment(at) : "нет"),
            ];
        },
        Erase = async (db, ids, on, cancel) =>
        {
            var found = await db.Registrations.Where(r => ids.Contains(r.Id)).ToListAsync(cancel);
            foreach (var registration in found) registration.Erase(on);
            return [];
        },
    };
}
