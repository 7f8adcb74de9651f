using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Media;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>
/// Media plans of three examples on their days: of the local-history portal («О.3 по отдельному плану»), of the initiative projects
/// with tasks made from the rows of the plan, and the premieres of a public organisation. Addresses and figures are made up.
/// </summary>
internal sealed class ExampleMedia(VekhaDb db, PublicationDesk desk, MediaTasks tasks, Actor actor)
{
    public async Task Tell(Programme programme, Plan plan, ExampleProgramme example, DateTimeOffset at, CancellationToken cancel)
    {
        var units = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Name, cancel);
        switch (example.Sample)
        {
            case "khimki-portal":
                await Portal(programme, plan, units["МКУ «Управление информационной политики»"], at);
                break;
            case "petrovsky-mediaplan":
                await Projects(programme, plan, units["Финансовое управление администрации Петровского городского округа"], at, cancel);
                break;
            case "resource-environment":
                Premieres(programme, units, at);
                break;
        }
        await db.SaveChangesAsync(cancel);
    }

    private async Task Portal(Programme programme, Plan plan, Organisation press, DateTimeOffset at)
    {
        var row = plan.Measures.Single(m => m.Code == "О.3");
        var media = Made(programme, "Медиаплан портала «Живые голоса»", plan.Period, press, Publisher.Authority, "site", "vk", "ok", "newspaper", "stand");
        media.StandFor(row.Id);
        media.Ask("#ЖивыеГолоса", needsApproval: false, PartialPeriod.Whole);
        async Task<Publication> Theme(string title, PublicationFormat format, string channel, string due, string? text) =>
            await One(media, row, press, title, format, channel, PageDay.Parse(due), "по медиаплану", text is null ? null : $"{text}\n\n#ЖивыеГолоса", at);
        var start = await Theme("Портал открывает сбор семейных историй", PublicationFormat.Announcement, "site", "07.09.2020", "В городе начинают собирать рассказы старожилов. Первые интервью запишут в сентябре.");
        await Out(programme, media, start, "04.09.2020", "https://khimki.example.ru/news/104", 860);
        var first = await Theme("Первое интервью: учительница из Сходни", PublicationFormat.Interview, "vk", "30.09.2020", "Сорок лет в одной школе: рассказ Анны Петровны открывает раздел портала.");
        await Out(programme, media, first, "28.09.2020", "https://vk.com/zhivye_golosa_example?w=wall_12", 2140);
        var second = await Theme("Фотографии старого Левобережья", PublicationFormat.Post, "ok", "16.10.2020", "Жители принесли в архив портала сорок снимков.");
        await Out(programme, media, second, "19.10.2020", "https://ok.ru/zhivye-golosa-example/topic/7", 730);
        await Theme("Старожилы улицы Заводской", PublicationFormat.Article, "newspaper", "30.10.2020", "Очерк о трёх семьях, которые живут на одной улице с 1948 года.");
        await Theme("Как рассказать свою историю", PublicationFormat.Post, "vk", "06.11.2020", "Памятка для тех, кто хочет записать рассказ родителей.");
        await Theme("Экскурсия по следам интервью", PublicationFormat.Announcement, "site", "27.11.2020", null);
        await Theme("Новогодние воспоминания", PublicationFormat.Post, "ok", "18.12.2020", null);
        media.Ask("#ЖивыеГолоса", needsApproval: true, PartialPeriod.Whole);
    }

    private async Task Projects(Programme programme, Plan plan, Organisation finance, DateTimeOffset at, CancellationToken cancel)
    {
        var media = Made(programme, "Публикации об инициативных проектах, 2023 год", plan.Period, finance, Publisher.Authority, "site", "vk", "ok", "newspaper", "radio", "press-tour");
        media.Follow(plan);
        media.Ask("#СДЕЛАЕМВМЕСТЕ", needsApproval: false, PartialPeriod.Whole);
        await db.SaveChangesAsync(cancel);
        var stages = plan.Stages.ToDictionary(s => s.Id, s => s.Title);
        var rows = new List<MediaRow>();
        foreach (var measure in plan.Measures)
        {
            var named = PublicationWords.ChannelsIn(measure.Title);
            if (named.Count == 0) named = PublicationWords.ChannelsIn(measure.StageId is { } stage ? stages[stage] : null);
            if (named.Count == 0) continue;
            var row = new MediaRow(media.Id, measure.Id);
            row.ComeOutIn(named, PublicationWords.FormatIn(measure.Title));
            // «Итоги отбора»: the decision of the commission is told by a draft.
            if (measure.Code == "2.2") row.DraftOf($"move:{await db.Registries.Where(r => r.ProgrammeId == programme.Id).Select(r => r.Id).SingleAsync(cancel)}:support");
            rows.Add(row);
        }
        db.AddRange(rows);
        await tasks.Make(media, programme, rows);
        var made = db.Publications.Local.Where(p => p.Due <= programme.ShownOn && p.Channel is "site" or "vk").OrderBy(p => p.Due);
        foreach (var (publication, i) in made.ToList().Select((p, i) => (p, i)))
        {
            Written(publication, $"{publication.Title}. Заявки и вопросы принимает финансовое управление.\n\n#СДЕЛАЕМВМЕСТЕ", at);
            await Out(programme, media, publication, publication.Due!.Value.AddDays(-2).ToString("dd.MM.yyyy"), publication.Channel == "site" ? $"https://petrovsk.example.ru/news/{300 + i}" : $"https://vk.com/petrovsk_example?w=wall_{40 + i}", 400 + (i * 135));
        }
        media.Ask("#СДЕЛАЕМВМЕСТЕ", needsApproval: true, PartialPeriod.Whole);
    }

    private void Premieres(Programme programme, Dictionary<string, Organisation> units, DateTimeOffset at)
    {
        var media = Made(programme, "Видеосюжеты о лучших практиках", new(new(2020, 8, 1), new(2020, 11, 15)), units[ExampleOrganisations.Resource], Publisher.Organisation, "site", "vkvideo", "rutube", "telegram");
        var site = units["региональные ресурсные центры"];
        (string First, string Second, string Day, int Hour, string? Out)[] stories =
        [
            ("Школа межнациональных посредников", "Соседский двор", "25.08.2020", 12, "https://rutube.ru/video/example-1"), ("Музей семейных историй", "Праздник улицы", "10.09.2020", 12, "https://vkvideo.ru/example-2"),
            ("Кухня народов края", "Языковой клуб", "20.10.2020", 15, null), ("Ремесленная слобода", "Хор трёх сёл", "22.10.2020", 15, null),
        ];
        foreach (var (story, i) in stories.Select((s, i) => (s, i)))
        {
            var premiere = new Premiere(media, site, new(story.First, story.Second, "5 мин", null));
            premiere.Propose(PageDay.Parse(story.Day), story.Hour, at.AddMinutes(i));
            if (i < 3) premiere.Appoint(PageDay.Parse(story.Day), story.Hour, media, null);
            var day = PageDay.Parse(story.Day)!.Value;
            if (story.Out is not null)
            {
                premiere.Step(day.AddDays(-30), day.AddDays(-20), day.AddDays(-5), programme.ShownOn!.Value);
                premiere.ComeOut(day, story.Out, ChannelTable.Shipped, Publisher.Organisation, programme.ShownOn!.Value);
            }
            else premiere.Step(new(2020, 9, 28), i == 2 ? new(2020, 10, 9) : null, null, programme.ShownOn!.Value);
            db.Add(premiere);
        }
    }

    private MediaPlan Made(Programme programme, string title, DateRange period, Organisation unit, Publisher publisher, params string[] channels)
    {
        var media = new MediaPlan(programme, title, period, unit.Id);
        media.ComeOutIn(channels, ChannelTable.Shipped, publisher);
        db.Add(media);
        return media;
    }

    private async Task<Publication> One(MediaPlan media, Measure row, Organisation press, string title, PublicationFormat format, string channel, DateOnly? due, string why, string? text, DateTimeOffset at)
    {
        var made = (await desk.Plan(media, new(title, format, due, why) { MeasureId = row.Id, UnitId = press.Id, Responsible = "А.И. Седов" }, [channel]))[0];
        if (text is not null) Written(made, text, at);
        return made;
    }

    private void Written(Publication publication, string text, DateTimeOffset at)
    {
        if (publication.Write(publication.Title, text, null, at, actor) is { } written) db.Add(written);
    }

    private Task Out(Programme programme, MediaPlan media, Publication publication, string on, string link, long reach) =>
        desk.ComeOut(new(publication, media, programme, ChannelTable.Shipped, Publisher.Authority, null), new(PageDay.Parse(on), link, null, reach), [], despiteDouble: true);
}
