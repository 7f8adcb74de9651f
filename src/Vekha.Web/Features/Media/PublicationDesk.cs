using Microsoft.EntityFrameworkCore;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>A publication with everything that its rules ask about.</summary>
public sealed record OpenPublication(Publication Publication, MediaPlan Plan, Programme Programme, ChannelTable Table, Publisher Publisher, PublicationText? Last)
{
    /// <summary>The channel as the table says it today; a channel taken out of the table keeps its word.</summary>
    public ChannelRule Channel => Table.Find(Publication.Channel) ?? new(Publication.Channel, Publication.Channel, PublicationProof.File);
}

/// <summary>Acts on publications: each leaves its entry in the journal, what came out becomes a fact. The caller saves once.</summary>
public sealed class PublicationDesk(VekhaDb db, MediaAccess access, ChannelDesk channels, Journal journal, Files files, Actor actor, TimeProvider time)
{
    /// <summary>A publication the person may open, for changing.</summary>
    public async Task<OpenPublication?> Find(Guid id)
    {
        if (await (await access.Publications()).SingleOrDefaultAsync(p => p.Id == id) is not { } publication) return null;
        var plan = await db.MediaPlans.AsNoTracking().SingleAsync(p => p.Id == publication.MediaPlanId);
        var last = await db.PublicationTexts.AsNoTracking().Where(t => t.PublicationId == id).OrderByDescending(t => t.Number).FirstOrDefaultAsync();
        return new(publication, plan, await access.ProgrammeOf(plan.ProgrammeId), await channels.Table(), await channels.PublisherOf(plan.ProgrammeId), last);
    }

    /// <summary>«Запланировать»: one publication in each channel, all of one task.</summary>
    public async Task<IReadOnlyList<Publication>> Plan(MediaPlan plan, PublicationAim aim, IReadOnlyCollection<string> where, Guid? task = null)
    {
        if (where.Count == 0) throw new Refusal("Публикация не запланирована", "Не выбрана площадка", "Отметьте, где она выйдет: на каждую площадку будет своя строка") { Field = "Input.Channels" };
        var (table, publisher) = (await channels.Table(), await channels.PublisherOf(plan.ProgrammeId));
        var group = task ?? Guid.CreateVersion7();
        var made = new List<Publication>();
        foreach (var key in where.Distinct())
        {
            if (table.Find(key) is not { } channel || !channel.IsOpenTo(publisher))
                throw new Refusal("Публикация не запланирована", table.Find(key) is { Ban: { } ban } closed ? $"{closed.Name}: {ban.Law}, {ban.Reason}" : "Такой площадки нет", "Выберите площадку из списка") { Field = "Input.Channels" };
            var publication = new Publication(plan, group, key, aim);
            journal.Write("публикация запланирована", "publication", publication.Id, aim.DueWhy, after: new { publication.Title, Площадка = channel.Name, publication.Due });
            made.Add(publication);
        }
        db.AddRange(made);
        return made;
    }

    /// <summary>«Вышла»: closes it with proof.</summary>
    public async Task ComeOut(OpenPublication open, OutProof proof, IReadOnlyList<IFormFile> uploads)
    {
        var p = open.Publication;
        var before = await db.PublicationFiles.CountAsync(f => f.PublicationId == p.Id);
        p.ComeOut(proof with { Files = before + uploads.Count }, open.Plan, open.Channel, open.Table, open.Publisher, open.Last, access.Today(open.Programme));
        await Keep(p, uploads);
        journal.Write("публикация вышла", "publication", p.Id, p.Link ?? p.Issue, after: new { p.OutOn, p.Reach });
    }

    /// <summary>Corrects what was said about the way it came out.</summary>
    public async Task Correct(OpenPublication open, OutProof proof, IReadOnlyList<IFormFile> uploads, string? why)
    {
        var p = open.Publication;
        if (string.IsNullOrWhiteSpace(why)) throw new Refusal("Исправление не записано", "Не названа причина", "Напишите, что было записано неверно: прежнее останется в журнале") { Field = "Why" };
        var (on, link, reach) = (p.OutOn, p.Link, p.Reach);
        var before = await db.PublicationFiles.CountAsync(f => f.PublicationId == p.Id);
        p.CorrectProof(proof with { Files = before + uploads.Count }, open.Channel, open.Table, open.Publisher, access.Today(open.Programme));
        await Keep(p, uploads);
        journal.Write("выход исправлен", "publication", p.Id, why, new { OutOn = on, Link = link, Reach = reach }, new { p.OutOn, p.Link, p.Reach });
    }

    /// <summary>«Снять».</summary>
    public void Drop(OpenPublication open, string? why)
    {
        var state = open.Publication.State;
        open.Publication.Drop(why);
        journal.Write("публикация снята", "publication", open.Publication.Id, why, before: new { State = state.Word() });
    }

    /// <summary>The day acts are dated by and the moment of the act.</summary>
    public (DateOnly Today, DateTimeOffset Now, Actor By) Act(OpenPublication open) => (access.Today(open.Programme), time.GetUtcNow(), actor);

    private async Task Keep(Publication publication, IReadOnlyList<IFormFile> uploads)
    {
        foreach (var upload in uploads)
        {
            var file = await files.Keep(upload);
            db.Add(publication.Attach(file, time.GetUtcNow(), actor));
            journal.Write($"приложен файл «{file.Name}»", "publication", publication.Id);
        }
    }
}
