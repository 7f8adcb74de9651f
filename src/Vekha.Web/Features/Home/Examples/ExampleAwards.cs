using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Awards;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>Of the initiative projects: a press tour of three of them with its editors, an opening, entrepreneurs to be thanked. All names are made up.</summary>
internal sealed class ExampleAwards(VekhaDb db, AwardDesk awards, EventCards cards, TimeProvider time)
{
    public static Task Load(IServiceProvider services, CancellationToken cancel) => ActivatorUtilities.CreateInstance<ExampleAwards>(services).Load(cancel);

    private async Task Load(CancellationToken cancel)
    {
        // The one example whose plan asks for a press tour, an opening and awards.
        var (plans, measures, registries) = (db.Plans, db.Measures, db.Registries);
        var programme = await db.Programmes.Where(p => p.ShownOn != null && plans.Any(l => l.ProgrammeId == p.Id && measures.Any(m => m.PlanId == l.Id && m.Code == "5.3"))
            && registries.Any(r => r.ProgrammeId == p.Id)).OrderBy(p => p.Id).FirstOrDefaultAsync(cancel);
        if (programme is null) return;
        var rows = await measures.AsNoTracking().Where(m => plans.Any(l => l.Id == m.PlanId && l.ProgrammeId == programme.Id) && (m.Code == "5.1" || m.Code == "5.2" || m.Code == "5.3")).ToDictionaryAsync(m => m.Code, cancel);
        var objects = await db.RegistryObjects.Where(o => o.ProgrammeId == programme.Id).OrderBy(o => o.Number).ToListAsync(cancel);
        var unit = await db.Organisations.AsNoTracking().SingleAsync(o => o.Name == "Финансовое управление администрации Петровского городского округа", cancel);
        foreach (var card in objects.Take(3)) card.Publish(programme.ShownOn!.Value, "М.А. Зотова");
        var (tour, opening) = (await Tour(programme, rows.GetValueOrDefault("5.1"), unit, objects), await Opening(programme, rows.GetValueOrDefault("5.2"), unit, objects[0]));
        await Thanks(programme, rows["5.3"], unit, opening, objects, cancel);
        await db.SaveChangesAsync(cancel);
        await Route(tour);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private async Task<Event> Tour(Programme programme, Measure? row, Organisation unit, List<RegistryObject> objects)
    {
        var three = objects.Take(3).ToList();
        var tour = Made(programme, row, unit, "пресс-тур", "Пресс-тур по инициативным проектам округа", new(2023, 8, 24), "10:00", "14:30", "г. Светлоград, пл. 50 лет Октября, у здания администрации",
            "Журналисты увидят три объекта, которые жители выбрали сами, и поговорят с инициативными группами.") with { IsOnRoute = true, ObjectName = string.Join("; ", three.Select(o => o.Name)) };
        var happening = Keep(programme, tour);
        await cards.Bind(happening, [.. three.Select(o => o.Id)]);
        foreach (var ((organisation, person, group), i) in new[] { ("Газета «Петровская новь»", "Главному редактору В.С. Ольховой", EventLetter.Press), ("Телестудия «Калаус»", "Редактору новостей", EventLetter.Press), ("Территориальный отдел", "Начальнику отдела П.Н. Громову", "органы власти"), ("Инициативная группа «Солнышко»", "М.И. Лозовой", "инициативная группа, жители") }.Select((l, i) => (l, i)))
            db.Add(new EventLetter(happening, organisation, person, null, i + 1, group));
        return happening;
    }

    private async Task<Event> Opening(Programme programme, Measure? row, Organisation unit, RegistryObject card)
    {
        var happening = Keep(programme, Made(programme, row, unit, "открытие", $"Открытие: {card.Name}", new(2023, 9, 9), "11:00", "12:30", "с. Донская Балка, ул. Ленина, у школы",
            "Детскую площадку откроют инициативная группа и глава округа; приглашены жители, подрядчик и пресса.") with { ObjectId = card.Id, ObjectName = card.Name });
        await cards.Bind(happening, [card.Id]);
        return happening;
    }

    private async Task Route(Event tour)
    {
        var stops = await db.EventObjects.Where(o => o.EventId == tour.Id).OrderBy(o => o.Position).ToListAsync();
        foreach (var (stop, (at, where, note)) in stops.Zip([("10:30", "с. Донская Балка, ул. Ленина, у школы", "Игровые комплексы и покрытие; встречает инициативная группа"), ("11:50", "г. Светлоград, сквер у Дома культуры", "Разбивка газона; встречает прораб"), ("13:20", "с. Константиновское, ул. Школьная", "Будущий тротуар; встречает староста")]))
            stop.Stop(at, where, note, tour.Time);
    }

    private async Task Thanks(Programme programme, Measure row, Organisation unit, Event opening, List<RegistryObject> objects, CancellationToken cancel)
    {
        var owner = await db.Organisations.Where(o => o.Id == programme.OrganisationId).Select(o => o.Name).SingleAsync(cancel);
        var known = (await db.Purposes.Where(p => p.ProgrammeId == programme.Id).Select(p => p.Use).ToListAsync(cancel)).ToHashSet();
        db.AddRange(StandardPurposes.For(programme.Id, programme.Name, owner, known, time.GetUtcNow(), "М.А. Зотова"));
        await db.SaveChangesAsync(cancel);
        var today = programme.ShownOn!.Value;
        var list = new AwardList(programme, new()
        {
            Title = "Предприниматели, помогающие проектам 2023 года", UnitId = unit.Id, MeasureId = row.Id, EventId = opening.Id, Subject = "О награждении участников реализации инициативных проектов",
            Ground = "Положением о наградах округа", Merit = "помощь в реализации инициативных проектов", SignPost = "Глава округа",
        });
        db.Add(list);
        foreach (var (isFirm, name, dative, post, kind, merit, card, stage) in new (bool, string, string?, string?, AwardKind, string, int, int)[]
        {
            (false, "Берёзов Илья Олегович", "Берёзову Илье Олеговичу", "индивидуальный предприниматель", AwardKind.Letter, "безвозмездную подготовку площадки", 0, 2), (true, "ООО «Зелёный двор»", "обществу «Зелёный двор»", null, AwardKind.Gratitude, "озеленение сквера сверх договора", 1, 2),
            (false, "Лозовая Марина Игоревна", "Лозовой Марине Игоревне", "руководитель инициативной группы", AwardKind.Diploma, "организацию сбора средств жителей", 0, 1), (true, "Крестьянское хозяйство «Нива»", "крестьянскому хозяйству «Нива»", null, AwardKind.Letter, "перевозку щебня", 2, 1),
            (false, "Сухов Пётр Андреевич", null, "водитель", AwardKind.Letter, "перевозку щебня", 2, 0),
        })
        {
            var award = new Award(list, new() { IsOrganisation = isFirm, Name = name, NameDative = dative, Post = post, Nominator = "инициативная группа", Kind = kind, Merit = merit, ObjectId = objects[card].Id, ObjectName = objects[card].Name });
            db.Add(award);
            if (stage > 0) await awards.Agree(list, award, new(ConsentChannel.Paper, today.AddDays(-6)) { PaperPlace = "папка 05-03" });
            if (stage > 0) award.Agree(today.AddDays(-3), "М.А. Зотова, проектный офис");
            if (stage > 1) award.Include("118-р", today.AddDays(-1));
        }
        await db.SaveChangesAsync(cancel);
        await awards.Follow(list, "пример");
    }

    private static EventTerms Made(Programme programme, Measure? row, Organisation unit, string kind, string title, DateOnly day, string from, string until, string venue, string about) => new()
    {
        Kind = kind, Title = title, UnitId = unit.Id, Time = EventTime.Of(day, from, null, until, programme.Policy.TimeZoneId), Venue = venue, About = about, PlanId = row?.PlanId, MeasureId = row?.Id, IsPublic = true,
    };

    private Event Keep(Programme programme, EventTerms terms)
    {
        var happening = new Event(programme, terms);
        happening.Appoint(new(programme.ShownOn!.Value.AddDays(-5), "М.А. Зотова, проектный офис", null, time.GetUtcNow(), null));
        db.Add(happening);
        return happening;
    }
}
