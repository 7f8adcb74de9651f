using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Minutes;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>«Краеведческий портал Химок»: purposes with their texts, a small list of made-up veterans and volunteers, minutes that wait to be signed.</summary>
internal static class ExampleLists
{
    private const string Unit = "Управление по образованию Администрации";

    private static readonly (PersonKind Kind, string Name, string Contact, string? Note)[] People =
    [
        (PersonKind.Veteran, "Лыкова Антонина Петровна", "+7 900 000-01-01", "строитель завода, удобно утром"), (PersonKind.Veteran, "Рогов Олег Иванович", "+7 900 000-01-02", "учитель истории"),
        (PersonKind.Volunteer, "Ветрова Дарья Львовна", "vetrova@town.example", "расшифровывает записи"), (PersonKind.Volunteer, "Тихонов Илья Сергеевич", "tihonov@town.example", null),
        (PersonKind.Psychologist, "Светлова Анна Юрьевна", "+7 900 000-01-05", "будни с 9 до 17"),
    ];

    public static async Task Load(IServiceProvider services, CancellationToken cancel)
    {
        var (db, book, time) = (services.GetRequiredService<VekhaDb>(), services.GetRequiredService<ConsentBook>(), services.GetRequiredService<TimeProvider>());
        var programme = await db.Programmes.SingleAsync(p => p.Name == "Краеведческий портал Химок" && p.ShownOn != null, cancel);
        var owner = await db.Organisations.Where(o => o.Id == programme.OrganisationId).Select(o => o.Name).SingleAsync(cancel);
        var unit = await db.Organisations.Where(o => o.Name == Unit).Select(o => o.Id).FirstAsync(cancel);
        var known = (await db.Purposes.Where(p => p.ProgrammeId == programme.Id).Select(p => p.Use).ToListAsync(cancel)).ToHashSet();
        var purposes = StandardPurposes.For(programme.Id, programme.Name, owner, known, time.GetUtcNow(), "М.А. Зотова");
        db.AddRange(purposes);
        var signed = programme.Today(time.GetUtcNow()).AddDays(-20);
        foreach (var (kind, name, contact, note) in People)
        {
            var person = new DataSubject(programme.Id, unit, kind);
            person.Describe(kind, name, contact, note, isChild: false);
            person.Enter(signed, "Н.Л. Громова");
            db.Add(person);
            foreach (var purpose in purposes.Where(p => p.Use == PurposeUse.People)) book.Give(new(person.Id, "people"), purpose, new(ConsentChannel.Paper, signed) { PaperPlace = "папка 04-12" });
        }
        db.Add(Draft(programme, signed.AddDays(18)));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private static MeetingMinutes Draft(Programme programme, DateOnly day)
    {
        var minutes = new MeetingMinutes(programme.Id, null, new()
        {
            Body = "Координационный совет проекта", Subject = "О съёмках «Живых голосов»", Day = day, Place = "Малый зал администрации", ChairPost = "Заместитель главы администрации", ChairName = "И.С. Белов", Secretary = "М.А. Зотова",
            Present = "Громова Н.Л., управление по образованию\nСедов А.И., МКУ «Управление информационной политики»",
        });
        minutes.Put(null, "О ходе съёмок", "Громову Н.Л. о двух снятых интервью", "Седов А.И. о сроках монтажа", $"Принять информацию к сведению.\nСоставить список героев на первый квартал. Ответственный: {Unit}. Срок: до {day.AddDays(25):dd.MM.yyyy}.");
        return minutes;
    }
}
