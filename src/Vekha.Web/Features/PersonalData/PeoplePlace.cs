using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.PersonalData;

/// <summary>The lists of people of programmes as a place of personal data.</summary>
internal static class PeoplePlace
{
    public const string Key = "people";

    public static readonly DataPlace Place = new(Key, "списки людей программы", "фамилия, имя, отчество; телефон или почта; пометка; сведения о здоровье, если записаны")
    {
        Held = db => db.DataSubjects.AsNoTracking().Where(s => s.ErasedOn == null)
            .Select(s => new DataHeld { SubjectId = s.Id, ProgrammeId = s.ProgrammeId, Name = s.Name, Contact = s.Contact ?? "" }),
        Export = async (db, id, cancel) =>
        {
            if (await db.DataSubjects.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } s) return [];
            var unit = await db.Organisations.Where(o => o.Id == s.UnitId).Select(o => o.Name).SingleAsync(cancel);
            return
            [
                new("Кто в программе", s.Kind.Word()), new("Чей список", unit), new("Фамилия, имя, отчество", s.Name), new("Телефон или почта", s.Contact ?? "не указаны"),
                new("Пометка", s.Note ?? "нет"), new("Моложе 18 лет", s.IsChild ? "да" : "нет"), new("Сведения о здоровье", s.Health ?? "не записаны"),
                new("Внесено", $"{Ru.Digits(s.AddedOn)}, {s.AddedBy}"),
            ];
        },
        Erase = async (db, ids, on, cancel) =>
        {
            foreach (var subject in await db.DataSubjects.Where(s => ids.Contains(s.Id)).ToListAsync(cancel)) subject.Erase(on);
            return [];
        },
    };
}
