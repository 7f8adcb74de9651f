using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>An event that was held is a fact, and so are its participants: norms and reports count them from here.</summary>
public sealed class EventFacts(VekhaDb db, FactBook facts, AnchorBook anchors)
{
    /// <summary>What facts of an event are called as a source.</summary>
    public const string Source = "event";

    /// <summary>What participants are counted as.</summary>
    public const string Participant = "участник";

    /// <summary>What an event is for each of the several cards it was about: it counts once itself, and once in every card.</summary>
    public const string OnObject = "событие на объекте";

    /// <summary>Something alike that is recorded already, before anybody presses «Отметить проведение»; <c>null</c> for none.</summary>
    public Task<Fact?> Alike(Event e) => facts.LikelyDouble(Entry(e, e.Kind, 1, despiteDouble: false));

    /// <summary>Brings the facts into step with the event; the caller saves.</summary>
    /// <param name="ground">Why what was recorded changes.</param>
    /// <param name="despiteDouble">The person has seen that something alike is recorded.</param>
    public async Task Follow(Event e, string? ground, bool despiteDouble = false)
    {
        var known = await facts.OfSource(Source, e.Id);
        var why = ground ?? "исправлено событие";
        if (e.State != EventState.Held)
        {
            foreach (var fact in known) await facts.Withdraw(fact, why);
            await Recall(e, why);
            return;
        }
        await Reach(e, known);
        if (known.All(f => f.Kind is Participant or OnObject)) await facts.Record(Entry(e, e.Kind, 1, despiteDouble));
        var people = known.SingleOrDefault(f => f.Kind == Participant);
        if (people is null && e.Present > 0) await facts.Record(Entry(e, Participant, e.Present.Value, despiteDouble));
        else if (people is not null && e.Present is > 0 and var now && people.Quantity != now) await facts.Correct(people, new() { Quantity = now }, why);
        else if (people is not null && e.Present is null or 0) await facts.Withdraw(people!, why);
    }

    /// <summary>«Назначено»: events that were appointed and are still to be held.</summary>
    public static async Task<IReadOnlyList<PlannedFact>> Ahead(VekhaDb db, Guid programme, DateRange days) =>
        await db.Events.AsNoTracking().Where(e => e.ProgrammeId == programme && e.State == EventState.Appointed && e.Day >= days.First && e.Day <= days.Last)
            .Select(e => new PlannedFact(e.Kind, e.MeasureId, e.Day, e.Title, "/desk/events/event/" + e.Id, e.TerritoryId, e.UnitId, e.ObjectId)).ToListAsync();

    /// <summary>Every card of the event gets its fact, and the day it waited for: «в течение 5 дней со дня открытия объекта».</summary>
    private async Task Reach(Event e, IReadOnlyList<Fact> known)
    {
        var about = await db.EventObjects.AsNoTracking().Where(o => o.EventId == e.Id).OrderBy(o => o.Position).ToListAsync();
        if (about.Count == 0) return;
        if (about.Count > 1)
            foreach (var one in about.Where(o => known.All(f => f.ObjectId != o.ObjectId)))
                await facts.Record(Entry(e, OnObject, 1, despiteDouble: true) with { Title = $"{Ru.Capital(e.Kind)}: {one.Name}", ObjectId = one.ObjectId, ObjectName = one.Name });
        foreach (var waited in (await anchors.Waited(e.ProgrammeId)).Where(w => AnchorWords.IsHolding(w.Key, e.Kind)))
            foreach (var one in about) await anchors.Reach(e.ProgrammeId, waited.Event, e.Day, new(Source, e.Id, $"{e.Title}: {one.Name}", AddressOf(e.Id)), one.ObjectId, one.Name);
    }

    private async Task Recall(Event e, string why)
    {
        foreach (var anchor in await anchors.OfSource(Source, e.Id)) await anchors.Recall(e.ProgrammeId, anchor.Event, $"событие «{e.Title}»: {why}", anchor.ObjectId);
    }

    private static string AddressOf(Guid happening) => $"/desk/events/event/{happening}";

    private static FactEntry Entry(Event e, string kind, long quantity, bool despiteDouble) => new()
    {
        ProgrammeId = e.ProgrammeId, MeasureId = e.MeasureId, Kind = kind, Day = e.Day, Quantity = quantity, Title = e.Title, TerritoryId = e.TerritoryId, UnitId = e.UnitId,
        ObjectId = e.ObjectId, ObjectName = e.ObjectName, Source = new(Source, e.Id, AddressOf(e.Id)), DespiteDouble = despiteDouble,
    };
}
