using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;
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
public sealed class PublicationDesk(VekhaDb db, MediaAccess access, ChannelDesk channels, FactBook book, Journal journal, Files files, Actor actor, TimeProvider time)
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
    /// <param name="despiteDouble">The person has seen that the same is recorded already.</param>
    public async Task ComeOut(OpenPublication open, OutProof proof, IReadOnlyList<IFormFile> uploads, bool despiteDouble = false)
    {
        var p = open.Publication;
        var before = await db.PublicationFiles.CountAsync(f => f.PublicationId == p.Id);
        p.ComeOut(proof with { Files = before + uploads.Count }, open.Plan, open.Channel, open.Table, open.Publisher, open.Last, access.Today(open.Programme));
        await Keep(p, uploads);
        journal.Write("публикация вышла", "publication", p.Id, p.Link ?? p.Issue, after: new { p.OutOn, p.Reach });
        await Count(open, despiteDouble);
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
        await Recount(open, why);
    }

    /// <summary>«Снять».</summary>
    public async Task Drop(OpenPublication open, string? why)
    {
        var state = open.Publication.State;
        open.Publication.Drop(why);
        journal.Write("публикация снята", "publication", open.Publication.Id, why, before: new { State = state.Word() });
        foreach (var fact in await book.OfSource(Subject, open.Publication.Id)) await book.Withdraw(fact, $"публикация снята: {why}");
    }

    /// <summary>What a publication is called as the source of a fact.</summary>
    public const string Subject = "publication";

    internal const string Kind = "публикация";
    private const string ReachKind = "охват";

    /// <summary>What came out is a fact, and how many have seen it another.</summary>
    private async Task Count(OpenPublication open, bool despiteDouble)
    {
        var entry = await Entry(open, Kind, 1);
        if (!despiteDouble && await book.LikelyDouble(entry) is { } twin)
            throw new Refusal("Выход не записан", $"Похоже на двойник: «{twin.Title}», {Vekha.Wording.Ru.Day(twin.Day)}, записал(а) {twin.ByName}", "Если это другая публикация, отметьте «записать всё равно»") { Field = "Despite" };
        await book.Record(entry with { DespiteDouble = true });
        if (open.Publication.Reach is > 0 and var reach) await book.Record(await Entry(open, ReachKind, reach));
    }

    private async Task Recount(OpenPublication open, string why)
    {
        var (p, facts) = (open.Publication, await book.OfSource(Subject, open.Publication.Id));
        var correction = new FactCorrection { Day = p.OutOn, Proof = ProofOf(p), IsVouched = true };
        foreach (var fact in facts)
        {
            if (fact.Kind == Kind) await book.Correct(fact, correction, why);
            else if (p.Reach is not > 0) await book.Withdraw(fact, why);
            else if (fact.Quantity != p.Reach || fact.Day != p.OutOn) await book.Correct(fact, correction with { Quantity = p.Reach }, why);
        }
        if (p.Reach is > 0 and var reach && facts.All(f => f.Kind != ReachKind)) await book.Record(await Entry(open, ReachKind, reach));
    }

    private async Task<FactEntry> Entry(OpenPublication open, string kind, long quantity)
    {
        var (p, day) = (open.Publication, open.Publication.OutOn!.Value);
        // A text about a club that has closed is no deed of the club: the name stays, the count of the object does not grow.
        var lives = p.ObjectId is not { } id || await db.FactObjects.FindAsync(id) is not { } thing || (thing.Opened <= day && !(thing.Closed <= day));
        return new()
        {
            ProgrammeId = p.ProgrammeId, MeasureId = p.MeasureId, Kind = kind, Day = day, Quantity = quantity, Title = $"{p.Title} ({open.Channel.Name})",
            TerritoryId = p.UnitId, UnitId = p.UnitId, ObjectId = lives ? p.ObjectId : null, ObjectName = p.ObjectName,
            Source = new(Subject, p.Id, $"/desk/media/publication/{p.Id}"), Proof = ProofOf(p), IsVouched = true, DespiteDouble = kind == ReachKind,
        };
    }

    private static ProofGiven ProofOf(Publication p) => new() { Links = p.Link is { } link ? [link] : [], ActNumber = p.Issue, ActOn = p.Issue is null ? null : p.OutOn };

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
