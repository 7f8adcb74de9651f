using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>
/// «Книга фактов»: the one way a fact is recorded, corrected and withdrawn, whoever does it: a person, a registry, an event, the
/// media log. It keeps norms, anchors and the journal in step; the caller saves once. Who may record at all, the page decides.
/// </summary>
public sealed partial class FactBook(VekhaDb db, AnchorBook anchors, PlanAccess access, CurrentPerson me, Actor actor, Journal journal, TimeProvider time)
{
    /// <summary>«Записать факт»: adds it to the context. A fact of the future, before its object, of another district or very like one already recorded is refused with its reason.</summary>
    public async Task<Fact> Record(FactEntry entry)
    {
        var programme = await Programme(entry.ProgrammeId);
        var planId = await PlanOf(entry.MeasureId, entry.ProgrammeId);
        await MustBePossible(entry, programme);
        if (!entry.DespiteDouble && await LikelyDouble(entry) is { } twin)
            throw new Refusal("Факт не записан", $"Похоже на двойник: «{twin.Title}», {Ru.Day(twin.Day)}{(twin.ObjectName is { } name ? $", {name}" : "")}, записал(а) {twin.ByName}", "Если это другое событие, отметьте «записать всё равно»") { Field = "Input.DespiteDouble" };
        var fact = new Fact(entry, planId, time.GetUtcNow(), actor);
        db.Add(fact);
        journal.Write($"факт записан: {fact.Kind}", "fact", fact.Id, after: fact.Line);
        if (!string.IsNullOrWhiteSpace(entry.Reaches))
            await anchors.Reach(entry.ProgrammeId, entry.Reaches, entry.Day, SourceOf(fact), entry.ObjectId, entry.ObjectName);
        return fact;
    }

    /// <summary>«Исправить»: what stood before stays in the history; an event known from this fact moves with its day.</summary>
    /// <param name="fact">Tracked.</param>
    /// <param name="ground">Why.</param>
    public async Task Correct(Fact fact, FactCorrection now, string ground)
    {
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == fact.ProgrammeId);
        var planId = now.MeasureId is { } measure ? await PlanOf(measure, fact.ProgrammeId) : null;
        await MustBePossible(new FactEntry
        {
            ProgrammeId = fact.ProgrammeId, Kind = fact.Kind, Title = now.Title ?? fact.Title, Day = now.Day ?? fact.Day, Quantity = now.Quantity ?? fact.Quantity, ObjectId = fact.ObjectId,
            TerritoryId = now.TerritoryId ?? fact.TerritoryId, UnitId = now.UnitId ?? fact.UnitId, Source = new(fact.SourceKind, fact.SourceId), IsVouched = now.IsVouched,
        }, programme);
        var before = fact.Day;
        var change = fact.Correct(now, planId, ground, programme.Today(time.GetUtcNow()), time.GetUtcNow(), actor);
        journal.Write("факт исправлен", "fact", fact.Id, change.Ground, before: change.Before, after: change.After);
        if (fact.Day == before) return;
        foreach (var anchor in await anchors.OfSource(Subject, fact.Id))
            await anchors.Reach(fact.ProgrammeId, anchor.Event, fact.Day, SourceOf(fact) with { Title = $"{fact.Title}; исправлено: {change.Ground}" }, anchor.ObjectId, anchor.ObjectName);
    }

    /// <summary>«Отозвать»: it stays to be seen and counts no more; an event known from it is recalled.</summary>
    /// <param name="fact">Tracked.</param>
    public async Task Withdraw(Fact fact, string ground)
    {
        var today = (await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == fact.ProgrammeId)).Today(time.GetUtcNow());
        var change = fact.Withdraw(ground, today, time.GetUtcNow(), actor);
        journal.Write("факт отозван", "fact", fact.Id, change.Ground, before: change.Before);
        foreach (var anchor in await anchors.OfSource(Subject, fact.Id))
            await anchors.Recall(fact.ProgrammeId, anchor.Event, $"отозван факт «{fact.Title}»: {change.Ground}", anchor.ObjectId);
    }

    /// <summary>Facts of one source that count, tracked: of an event, a publication, a card.</summary>
    public async Task<IReadOnlyList<Fact>> OfSource(string kind, Guid id) =>
        await db.Facts.Where(f => f.SourceKind == kind && f.SourceId == id && !f.IsWithdrawn).OrderBy(f => f.Id).ToListAsync();

    /// <summary>«Объект открыт»: from its day norms per object ask for it. Called again it takes the new name, place and day.</summary>
    public async Task<FactObject> ObjectOpened(ObjectCard card)
    {
        var known = await Object(card.Id);
        if (known is not null)
        {
            known.Be(card);
            return known;
        }
        var thing = new FactObject(card);
        db.Add(thing);
        return thing;
    }

    /// <summary>«Объект закрыт»: on this day it does not count any more; <c>null</c> opens it again. What happened before stays.</summary>
    public async Task ObjectClosed(Guid objectId, DateOnly? day)
    {
        if (await Object(objectId) is { } known) known.Close(day);
    }

    /// <summary>What a fact is called in the journal and as the source of an event's day.</summary>
    public const string Subject = "fact";

    private static AnchorSource SourceOf(Fact fact) => new(Subject, fact.Id, fact.Title, $"/desk/facts/card/{fact.Id}");

    private bool onlyNewObjects;
    private readonly Dictionary<Guid, Programme> programmes = [];
    private readonly Dictionary<(Guid, Guid), Guid> planOf = [];

    /// <summary>Whoever makes many cards at once says so: an object that is not among those being saved is not looked for in the database.</summary>
    public void NoObjects() => onlyNewObjects = true;

    private async Task<FactObject?> Object(Guid id) => onlyNewObjects ? db.FactObjects.Local.FindEntry(id)?.Entity : await db.FactObjects.FindAsync(id);

    private async Task<Programme> Programme(Guid id) => programmes.TryGetValue(id, out var known) ? known : programmes[id] = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == id);

    private async Task<Guid?> PlanOf(Guid? measureId, Guid programmeId)
    {
        if (measureId is not { } id) return null;
        if (planOf.TryGetValue((id, programmeId), out var known)) return known;
        var (plans, measures) = (db.Plans, db.Measures);
        return planOf[(id, programmeId)] = await plans.Where(p => p.ProgrammeId == programmeId && measures.Any(m => m.Id == id && m.PlanId == p.Id)).Select(p => (Guid?)p.Id).SingleOrDefaultAsync()
            ?? throw new Refusal("Факт не записан", "Такого мероприятия в программе нет", "Выберите мероприятие из списка") { Field = "Input.MeasureId" };
    }
}
