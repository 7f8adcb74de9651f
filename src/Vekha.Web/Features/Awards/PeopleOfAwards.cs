using Microsoft.EntityFrameworkCore;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Awards;

/// <summary>People who are awarded, as a place of personal data; organisations are none.</summary>
internal static class PeopleOfAwards
{
    public const string Key = "awards";

    public static readonly DataPlace Place = new(Key, "списки награждаемых", "фамилия, имя, отчество; должность и место работы")
    {
        Held = db => db.Awards.AsNoTracking().Where(a => !a.IsOrganisation && a.ErasedOn == null)
            .Select(a => new DataHeld { SubjectId = a.Id, ProgrammeId = a.ProgrammeId, Name = a.Name, Contact = "" }),
        Export = async (db, id, cancel) =>
        {
            if (await db.Awards.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } a) return [];
            var list = await db.AwardLists.AsNoTracking().SingleAsync(l => l.Id == a.ListId, cancel);
            return
            [
                new("Список", list.Title), new("Фамилия, имя, отчество", a.Name), new("Должность, место работы", a.Post ?? "не указаны"), new("Награда", a.Kind.Word()), new("Кто представил", a.Nominator), new("Заслуги", a.Merit),
                new("Акт", a.ActNumber is { } number ? $"№ {number} от {Ru.Digits(a.ActOn!.Value)}" : "нет"), new("Вручено", a.HandedOn is { } on ? Ru.Digits(on) : "нет"),
            ];
        },
        Erase = async (db, ids, on, cancel) =>
        {
            foreach (var award in await db.Awards.Where(a => ids.Contains(a.Id)).ToListAsync(cancel)) award.Erase(on);
            return [];
        },
    };
}
