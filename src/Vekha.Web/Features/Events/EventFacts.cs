using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;

namespace Vekha.Web.Features.Events;

/// <summary>An event that was held is a fact, and so are its participants: norms and reports count them from here.</summary>
public sealed class EventFacts(FactBook facts)
{
    /// <summary>What facts of an event are called as a source.</summary>
    public const string Source = "event";

    /// <summary>What participants are counted as.</summary>
    public const string Participant = "участник";

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
            return;
        }
        if (known.All(f => f.Kind == Participant)) await facts.Record(Entry(e, e.Kind, 1, despiteDouble));
        var people = known.SingleOrDefault(f => f.Kind == Participant);
        if (people is null && e.Present > 0) await facts.Record(Entry(e, Participant, e.Present.Value, despiteDouble));
        else if (people is not null && e.Present is > 0 and var now && people.Quantity != now) await facts.Correct(people, new() { Quantity = now }, why);
        else if (people is not null && e.Present is null or 0) await facts.Withdraw(people!, why);
    }

    /// <summary>«Назначено»: events that were appointed and are still to be held.</summary>
    public static async Task<IReadOnlyList<PlannedFact>> Ahead(VekhaDb db, Guid programme, DateRange days) =>
        await db.Events.AsNoTracking().Where(e => e.ProgrammeId == programme && e.State == EventState.Appointed && e.Day >= days.First && e.Day <= days.Last)
            .Select(e => new PlannedFact(e.Kind, e.MeasureId, e.Day, e.Title, "/desk/events/event/" + e.Id, e.TerritoryId, e.UnitId, e.ObjectId)).ToListAsync();

    private static FactEntry Entry(Event e, string kind, long quantity, bool despiteDouble) => new()
    {
        ProgrammeId = e.ProgrammeId, MeasureId = e.MeasureId, Kind = kind, Day = e.Day, Quantity = quantity, Title = e.Title, TerritoryId = e.TerritoryId, UnitId = e.UnitId,
        ObjectId = e.ObjectId, ObjectName = e.ObjectName, Source = new(Source, e.Id, $"/desk/events/event/{e.Id}"), DespiteDouble = despiteDouble,
    };
}
