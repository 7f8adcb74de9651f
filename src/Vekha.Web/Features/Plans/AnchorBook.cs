using Microsoft.EntityFrameworkCore;
using Vekha.Deadlines;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>What a day of an event has done to assignments.</summary>
/// <param name="Anchor">The event; with the same day as before nothing else happened.</param>
/// <param name="Moved">Open assignments that got a day or another one.</param>
/// <param name="Born">New assignments of the object.</param>
public sealed record AnchorEffect(Anchor Anchor, int Moved, int Born)
{
    /// <summary>«Вычислено 3 срока, создано 3 поручения»; empty where no deadline waits.</summary>
    public string Words => string.Join(", ", new[]
    {
        Moved > 0 ? $"{Ru.Plural(Moved, "вычислен", "вычислено", "вычислено")} {Ru.Count(Moved, Noun.Deadline)}" : "",
        Born > 0 ? $"{Ru.Plural(Born, "создано", "создано", "создано")} {Ru.Count(Born, Noun.Assignment)}" : "",
    }.Where(w => w.Length > 0));
}

/// <summary>
/// «Книга событий»: keeps the days of events that deadlines wait for. A day recorded, moved or recalled resolves the assignments
/// that wait in the same save; the caller saves once.
/// </summary>
public sealed partial class AnchorBook(VekhaDb db, Journal journal, Actor actor, TimeProvider time)
{
    /// <summary>
    /// «Событие наступило»: stores or moves the day and resolves what waits for it. Accepted assignments stay, open ones move with
    /// history; the event of an object gives every waiting measure an assignment of that object. The same day again does nothing.
    /// </summary>
    /// <param name="anchor">In any case: «дня заключения контракта», «завершение реализации проекта».</param>
    /// <param name="source">Where the day is known from; its title is the ground in every history.</param>
    /// <param name="objectId">The card of a registry whose event it is; <c>null</c> for an event of the whole programme.</param>
    /// <param name="objectName">Its name, printed in the assignments.</param>
    public async Task<AnchorEffect> Reach(Guid programmeId, string anchor, DateOnly day, AnchorSource source, Guid? objectId = null, string? objectName = null)
    {
        var key = AnchorWords.Key(anchor);
        if (key.Length == 0) throw new Refusal("День события не записан", "Не сказано, какое событие наступило", "Впишите его словами срока: «завершение проекта»") { Field = "Input.Event" };
        if (day.Year is < 1900 or > 2200) throw new Refusal("День события не записан", $"{Ru.Digits(day)} — не день этой программы", "Проверьте год") { Field = "Input.Day" };
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == programmeId);
        var today = programme.Today(time.GetUtcNow());
        var known = await Find(programmeId, key, objectId);
        if (known?.Day == day) return new(known, 0, 0);
        var rows = await Waiting(programmeId, key);
        // «за 15 дней до начала сезона» must know a day to come; «со дня завершения» must not.
        if (day > today && !rows.Any(r => r.Deadlines.OfType<Deadline.Relative>().Any(d => d.Direction == OffsetDirection.Before && AnchorWords.Key(d.Anchor) == key)))
            throw new Refusal("День события не записан", $"{Ru.Day(day)} ещё не наступило", "Запишите день, когда событие произойдёт") { Field = "Input.Day" };
        var found = known ?? new Anchor(programmeId, anchor, objectId);
        if (known is null) db.Add(found);
        var change = found.Reach(day, source, objectName, today, time.GetUtcNow(), actor);
        return await Resolve(programme, found, change, rows, today);
    }

    /// <summary>«Отозвать»: the event has not happened after all; open assignments wait again, those of an object are taken off control.</summary>
    /// <returns><c>null</c> where no such day was recorded.</returns>
    public async Task<AnchorEffect?> Recall(Guid programmeId, string anchor, string ground, Guid? objectId = null)
    {
        var key = AnchorWords.Key(anchor);
        if (await Find(programmeId, key, objectId) is not { Day: not null } known) return null;
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == programmeId);
        var today = programme.Today(time.GetUtcNow());
        var change = known.Recall(ground, today, time.GetUtcNow(), actor);
        return await Resolve(programme, known, change, await Waiting(programmeId, key), today);
    }

    /// <summary>Events known from one source: a fact that is corrected moves its own.</summary>
    public async Task<IReadOnlyList<Anchor>> OfSource(string kind, Guid id)
    {
        await db.Anchors.Where(a => a.SourceKind == kind && a.SourceId == id).LoadAsync();
        return [.. db.Anchors.Local.Where(a => a.SourceKind == kind && a.SourceId == id)];
    }

    private async Task<Anchor?> Find(Guid programme, string key, Guid? objectId) =>
        db.Anchors.Local.FirstOrDefault(a => a.ProgrammeId == programme && a.Key == key && a.ObjectId == objectId)
            ?? await db.Anchors.SingleOrDefaultAsync(a => a.ProgrammeId == programme && a.Key == key && a.ObjectId == objectId);

    /// <summary>Rows in force of approved plans that count from the event.</summary>
    private async Task<IReadOnlyList<Measure>> Waiting(Guid programme, string key)
    {
        var plans = db.Plans;
        var relative = await db.Measures.AsNoTracking().Include(m => m.Executors.OrderBy(e => e.Position))
            .Where(m => m.CountsFromEvent && m.RemovedOn == null && plans.Any(p => p.Id == m.PlanId && p.ProgrammeId == programme && p.IsApproved)).ToListAsync();
        return [.. relative.Where(m => m.Deadlines.OfType<Deadline.Relative>().Any(d => AnchorWords.Key(d.Anchor) == key))];
    }

    private async Task<AnchorEffect> Resolve(Programme programme, Anchor anchor, AnchorChange change, IReadOnlyList<Measure> rows, DateOnly today)
    {
        journal.Write(change.To is null ? $"день события отозван: {anchor.Title}" : change.From is null ? $"событие наступило: {anchor.Title}" : $"день события изменён: {anchor.Title}",
            "anchor", anchor.Id, change.Ground, before: change.From, after: change.To);
        if (rows.Count == 0) return new(anchor, 0, 0);
        Guid[] plansOfRows = [.. rows.Select(r => r.PlanId).Distinct()];
        var plans = await db.Plans.AsNoTracking().Where(p => plansOfRows.Contains(p.Id))
            .Select(p => new { Plan = p, InForce = p.Versions.OrderByDescending(v => v.Number).Select(v => new { v.Number, v.ApprovedOn }).First() }).ToDictionaryAsync(p => p.Plan.Id);
        var days = await DaysWith(anchor);
        var its = await Its(rows, anchor.ObjectId);
        var (calendar, born, moved) = (programme.Policy.Calendar(), 0, 0);
        foreach (var row in rows)
        {
            var plan = plans[row.PlanId];
            var amending = new Amending(plan.InForce.Number, today, $"{anchor.Title}: {change.Words}, {change.Ground}", time.GetUtcNow(), actor.PersonId ?? Guid.Empty, ByEvent: true);
            var before = its[row.Id].Where(a => a.ParentId is null).Select(a => (Assignment: a, a.Control)).ToList();
            var added = plan.Plan.Reach(row, [.. before.Select(b => b.Assignment)], anchor.ObjectId, plan.InForce.ApprovedOn, days, amending, calendar, programme.Policy);
            db.AddRange(added);
            foreach (var part in its[row.Id].Where(a => a.ParentId is not null))
                if (before.Find(b => b.Assignment.Id == part.ParentId).Assignment is { } whole) part.TakeDayOf(whole, calendar, amending);
            var changed = before.Count(b => b.Assignment.Control != b.Control);
            (moved, born) = (moved + changed, born + added.Count);
            if (changed + added.Count > 0)
                journal.Write(change.To is null ? "срок снова ждёт события" : added.Count > 0 ? $"создано по событию: {anchor.ObjectName}" : "срок вычислен по событию", "measure", row.Id, amending.Ground, after: added.Count + changed);
        }
        return new(anchor, moved, born);
    }

    /// <summary>The events known with this one: of the whole programme and, for an event of an object, of that object.</summary>
    private async Task<AnchorDays> DaysWith(Anchor anchor)
    {
        await db.Anchors.Where(a => a.ProgrammeId == anchor.ProgrammeId && (a.ObjectId == null || a.ObjectId == anchor.ObjectId)).LoadAsync();
        return new(db.Anchors.Local.Where(a => a.ProgrammeId == anchor.ProgrammeId && (a.ObjectId is null || a.ObjectId == anchor.ObjectId)));
    }

    private async Task<ILookup<Guid, Assignment>> Its(IReadOnlyList<Measure> rows, Guid? objectId)
    {
        Guid[] ids = [.. rows.Select(r => r.Id)];
        // Closed ones are needed too: what is accepted answers for its occurrence.
        await db.Assignments.Where(a => ids.Contains(a.MeasureId) && (a.ObjectId == null || a.ObjectId == objectId)).Include(a => a.Extensions).LoadAsync();
        return db.Assignments.Local.Where(a => ids.Contains(a.MeasureId) && (a.ObjectId is null || a.ObjectId == objectId)).ToLookup(a => a.MeasureId);
    }
}
