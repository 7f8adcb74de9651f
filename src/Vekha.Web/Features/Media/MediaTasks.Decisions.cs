using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Wording;

namespace Vekha.Web.Features.Media;

/// <summary>«Итоги отбора»: a decision recorded in a registry is told by a draft that nobody has to ask for.</summary>
public sealed partial class MediaTasks
{
    /// <summary>Where the decisions of a row are recorded: registry and move, or <c>null</c>.</summary>
    internal static (Guid Registry, string Move)? SourceOf(string? draftFrom) =>
        draftFrom?.Split(':') is ["move", var id, var move] && Guid.TryParse(id, out var registry) ? (registry, move) : null;

    /// <summary>Drafts of decisions that are not told yet, one for each day of decisions and channel.</summary>
    private async Task<int> Tell(MediaPlan plan, IReadOnlyList<MediaRow> rows, Dictionary<Guid, Measure> measures)
    {
        var made = 0;
        foreach (var row in rows.Where(r => SourceOf(r.DraftFrom) is not null && r.Channels.Count > 0))
        {
            var (registry, move) = SourceOf(row.DraftFrom)!.Value;
            var definition = await db.Registries.AsNoTracking().Where(r => r.Id == registry && r.ProgrammeId == plan.ProgrammeId).SingleOrDefaultAsync();
            if (definition is null) continue;
            var cards = await Decided(db, registry, move).AsNoTracking().Include(o => o.Events).Include(o => o.Changes).AsSplitQuery().OrderBy(o => o.Number).ToListAsync();
            var told = (await db.Publications.Where(p => p.MediaPlanId == plan.Id && p.MeasureId == row.MeasureId && p.DraftedOf != null).Select(p => new { p.Channel, p.DraftedOf }).ToListAsync())
                .Select(p => (p.Channel, p.DraftedOf!)).ToHashSet();
            var days = cards.SelectMany(c => c.Events).Where(e => e.MoveKey == move && e.TakenBackWhy == null && plan.Period.Contains(e.Day)).Select(e => e.Day).Distinct().Order();
            foreach (var day in days) made += Draft(plan, row, measures[row.MeasureId], definition, cards, move, day, told);
        }
        return made;
    }

    private int Draft(MediaPlan plan, MediaRow row, Measure measure, Registry registry, IReadOnlyList<RegistryObject> cards, string move, DateOnly day, HashSet<(string, string)> told)
    {
        var (key, task, made) = ($"{row.DraftFrom}:{day:yyyy-MM-dd}", Guid.CreateVersion7(), 0);
        foreach (var channel in row.Channels.Where(c => !told.Contains((c, key))))
        {
            var draft = DraftDesk.OfDecisions(registry.Definition, cards, move, day, day)!;
            var title = Ru.Capital(measure.Title);
            var publication = new Publication(plan, task, channel, new(title.Length > 480 ? title[..480] : title, row.Format, null, $"решение от {Ru.Digits(day)}; срок публикации в плане: {measure.DeadlineText ?? "не назван"}")
            {
                MeasureId = measure.Id, UnitId = measure.Executors.OrderBy(e => e.Position).FirstOrDefault()?.OrganisationId ?? plan.UnitId, DraftedOf = key,
            });
            db.Add(publication);
            if (publication.Write(draft.Headline, plan.Hashtag is { } tag ? $"{draft.Body}\n\n{tag}" : draft.Body, null, time.GetUtcNow(), actor) is { } text) db.Add(text);
            journal.Write("черновик составлен по решению из реестра", "publication", publication.Id, $"{registry.Title}, {Ru.Digits(day)}");
            made++;
        }
        return made;
    }

    /// <summary>Media plans with a decision that is not told yet: two queries, whatever the number of plans.</summary>
    private static async Task<IReadOnlyList<Guid>> Untold(VekhaDb db, CancellationToken cancel)
    {
        var rows = await db.MediaRows.AsNoTracking().Where(r => r.DraftFrom != null).ToListAsync(cancel);
        if (rows.Count == 0) return [];
        Guid[] registries = [.. rows.Select(r => SourceOf(r.DraftFrom)?.Registry).OfType<Guid>().Distinct()];
        var objects = db.RegistryObjects;
        var days = await objects.Where(o => registries.Contains(o.RegistryId) && o.ConfirmedOn != null && o.MergedIntoId == null)
            .SelectMany(o => o.Events.Where(e => e.TakenBackWhy == null), (o, e) => new { o.RegistryId, e.MoveKey, e.Day }).Distinct().ToListAsync(cancel);
        Guid[] plans = [.. rows.Select(r => r.MediaPlanId).Distinct()];
        var periods = await db.MediaPlans.AsNoTracking().Where(m => plans.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancel);
        var told = (await db.Publications.Where(p => plans.Contains(p.MediaPlanId) && p.DraftedOf != null).Select(p => new { p.MediaPlanId, p.MeasureId, p.Channel, p.DraftedOf }).ToListAsync(cancel))
            .Select(p => (p.MediaPlanId, p.MeasureId, p.Channel, p.DraftedOf)).ToHashSet();
        return [.. rows.Where(r => SourceOf(r.DraftFrom) is var (registry, move) && r.Channels.Any(c => days.Any(d => d.RegistryId == registry && d.MoveKey == move
            && periods[r.MediaPlanId].Period.Contains(d.Day) && !told.Contains((r.MediaPlanId, r.MeasureId, c, $"{r.DraftFrom}:{d.Day:yyyy-MM-dd}"))))).Select(r => r.MediaPlanId).Distinct()];
    }

    private static IQueryable<RegistryObject> Decided(VekhaDb db, Guid registry, string move) =>
        db.RegistryObjects.Where(o => o.RegistryId == registry && o.ConfirmedOn != null && o.MergedIntoId == null && o.Events.Any(e => e.MoveKey == move && e.TakenBackWhy == null));
}
