using Microsoft.EntityFrameworkCore;
using Vekha.Norms;
using Vekha.Registries;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Registries;

/// <summary>
/// What events of confirmed cards are for the rest of the system: facts that norms count, days that deadlines wait for, objects
/// that a norm «в каждом клубе» asks about. A draft is nobody's fact: its events are told when it is confirmed.
/// </summary>
public sealed class CardFacts(VekhaDb db, FactBook facts, AnchorBook anchors)
{
    /// <summary>A fact whose source is an event of a card.</summary>
    public const string Source = "card";

    public static string AddressOf(Guid card) => $"/desk/registries/card/{card}";

    /// <summary>What objects are called in the registries of a programme.</summary>
    public static async Task<IReadOnlyList<string>> Kinds(VekhaDb db, Guid programme) =>
        [.. (await db.Registries.AsNoTracking().Where(r => r.ProgrammeId == programme).Select(r => r.Definition).ToListAsync()).Select(d => d.One).Distinct()];

    /// <summary>Records what an event means.</summary>
    /// <param name="despiteDouble">The likely double was looked at.</param>
    public async Task Tell(RegistryDefinition definition, RegistryObject card, ObjectEvent happened, bool despiteDouble)
    {
        if (!card.IsConfirmed || card.IsMerged) return;
        await Count(definition, card);
        if (definition.Move(happened.MoveKey) is not { } move) return;
        var reaches = move.Anchor is { Length: > 0 } anchor ? anchor : null;
        if (move.FactKind is { Length: > 0 } kind)
        {
            var (title, quantity) = (move.TitleField is { } named ? card.ValueAt(happened, named) : null, move.QuantityField is { } counted ? RegistryField.NumberOf(card.ValueAt(happened, counted)) : null);
            await facts.Record(EntryOf(definition, card, happened, kind, title ?? $"{happened.Title}: {card.Name}", quantity is > 0 ? (long)quantity : 1, happened.Day) with { Reaches = reaches, DespiteDouble = despiteDouble });
        }
        else if (reaches is not null)
            await anchors.Reach(card.ProgrammeId, reaches, happened.Day, new(Source, happened.Id, $"{happened.Title}: {card.Name}", AddressOf(card.Id)), card.Id, card.Name);
        await Leave(definition, card, happened);
        HandToBranch(card);
    }

    /// <summary>Takes back what an event meant.</summary>
    public async Task Recall(RegistryDefinition definition, RegistryObject card, ObjectEvent gone, string ground)
    {
        if (!card.IsConfirmed) return;
        foreach (var fact in await facts.OfSource(Source, gone.Id)) await facts.Withdraw(fact, $"событие отменено: {ground}");
        if (definition.Move(gone.MoveKey) is { FactKind: null or "", Anchor: { Length: > 0 } anchor }) await anchors.Recall(card.ProgrammeId, anchor, $"событие отменено: {ground}", card.Id);
        await Count(definition, card);
    }

    /// <summary>Tells norms when the object counts; called again it takes the new name, place and days.</summary>
    public async Task Count(RegistryDefinition definition, RegistryObject card)
    {
        if (card.Opened is not { } opened || card.IsMerged) return;
        await facts.ObjectOpened(new(card.Id, card.ProgrammeId, definition.One, card.Name, opened, card.TerritoryId, card.UnitId, AddressOf(card.Id), card.Latitude, card.Longitude));
        // A norm counts an object until its day; the card counts it on that day too: it leaves after its date.
        await facts.ObjectClosed(card.Id, card.Closed?.AddDays(1));
    }

    /// <summary>
    /// Facts of a merged card go over to the survivor; what both have is withdrawn, so that it counts once.
    /// </summary>
    /// <returns>How many went over and how many were doubles.</returns>
    public async Task<(int Moved, int Doubles)> Merge(RegistryDefinition definition, RegistryObject merged, RegistryObject survivor, string ground)
    {
        var (from, to, one) = (merged.Id, survivor.Id, CountedUnit.Key(definition.One));
        var theirs = await db.Facts.Where(f => f.ObjectId == from && !f.IsWithdrawn).OrderBy(f => f.Day).ToListAsync();
        var kept = await db.Facts.AsNoTracking().Where(f => f.ObjectId == to && !f.IsWithdrawn).Select(f => new { f.KindKey, f.Day, f.TitleKey, f.Quantity }).ToListAsync();
        var (moved, doubles) = (0, 0);
        foreach (var fact in theirs)
        {
            // The object itself was opened once, whatever days two people wrote.
            var isDouble = kept.Exists(k => k.KindKey == fact.KindKey && ((k.Day == fact.Day && k.TitleKey == fact.TitleKey) || fact.KindKey == one));
            var reached = await anchors.OfSource(FactBook.Subject, fact.Id);
            await facts.Withdraw(fact, $"карточка объединена с № {survivor.Number} «{survivor.Name}»: {ground}");
            if (isDouble)
            {
                doubles++;
                continue;
            }
            moved++;
            await facts.Record(new()
            {
                ProgrammeId = fact.ProgrammeId, MeasureId = fact.MeasureId, Kind = fact.Kind, Day = fact.Day, Quantity = fact.Quantity, Title = fact.Title, TerritoryId = fact.TerritoryId, UnitId = fact.UnitId,
                ObjectId = survivor.Id, ObjectName = survivor.Name, Source = new(fact.SourceKind, fact.SourceId, fact.SourceAddress), Proof = fact.Proof, DespiteDouble = true, Reaches = reached.Select(a => a.Event).FirstOrDefault(),
            });
        }
        await facts.ObjectClosed(merged.Id, merged.Opened);
        return (moved, doubles);
    }

    // The object leaves the count on the day after; a fact cannot be of tomorrow, so one that closes today is taken off today.
    private async Task Leave(RegistryDefinition definition, RegistryObject card, ObjectEvent happened)
    {
        var before = happened.FromState is { } from && definition.State(from).Counts;
        if (!before || happened.Counts || !await WasCounted(definition, card)) return;
        await facts.Record(EntryOf(definition, card, happened, definition.One, $"{happened.Title}: {card.Name}", -1, happened.Day < happened.On ? happened.Day.AddDays(1) : happened.Day) with { DespiteDouble = true });
    }

    private async Task<bool> WasCounted(RegistryDefinition definition, RegistryObject card)
    {
        var (id, kind) = (card.Id, CountedUnit.Key(definition.One));
        await db.Facts.Where(f => f.ObjectId == id && f.KindKey == kind && !f.IsWithdrawn).LoadAsync();
        return db.Facts.Local.Where(f => f.ObjectId == id && f.KindKey == kind && !f.IsWithdrawn).Sum(f => f.Quantity) > 0;
    }

    private static FactEntry EntryOf(RegistryDefinition definition, RegistryObject card, ObjectEvent happened, string kind, string title, long quantity, DateOnly day) => new()
    {
        ProgrammeId = card.ProgrammeId, Kind = kind,
        // «Создан» serves the row by which the object was founded; what happens in it later serves the row that the event names.
        MeasureId = (quantity < 0 ? definition.First : definition.Move(happened.MoveKey))?.MeasureId ?? (happened.FromState is null || quantity < 0 || CountedUnit.Key(kind) == CountedUnit.Key(definition.One) ? card.MeasureId : null),
        Day = day, Quantity = quantity, Title = title, TerritoryId = card.TerritoryId, UnitId = card.UnitId,
        ObjectId = card.Id, ObjectName = card.Name, Source = new(Source, happened.Id, AddressOf(card.Id)), Files = [.. card.Files.Where(f => f.EventId == happened.Id).Select(f => new FactFile(f.FileId, f.Name, f.Size))],
    };

    // «Отдел, орган, координирующий отрасль»: an assignment of the object whose executor is such a class is owed by the unit of its card.
    private void HandToBranch(RegistryObject card)
    {
        if (card.UnitId is not { } unit) return;
        foreach (var assignment in db.Assignments.Local.Where(a => a.ObjectId == card.Id && a.OrganisationId is null && a.PersonId is null && !a.IsClosed).ToList()) assignment.HandTo(unit, null);
    }
}
