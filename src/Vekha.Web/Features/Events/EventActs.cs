using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>Carries a decision about an event through: its record, the journal, letters to participants, facts and what is booked, in one save.</summary>
public sealed class EventActs(VekhaDb db, EventDesk desk, EventFacts facts, Registrar registrar, Journal journal)
{
    /// <param name="happening">Tracked, with its places and changes.</param>
    /// <param name="verb">One of its verbs: <c>e => e.Recount(17, "регистрационный лист", decision)</c>.</param>
    /// <param name="despiteDouble">Something alike is recorded already and this is another event.</param>
    public async Task Do(Event happening, Action<Event> verb, bool despiteDouble = false)
    {
        verb(happening);
        var change = happening.Changes[^1];
        db.Add(change);
        journal.Write($"событие: {change.Kind.Word()}", "event", happening.Id, change.Ground, before: change.Before, after: change.After);
        if (change.Kind == EventChangeKind.Cancelled) await registrar.TellAll(happening, Telling.Cancelled, change.Id);
        if (change.Kind is EventChangeKind.Held or EventChangeKind.Counted or EventChangeKind.Reopened) await facts.Follow(happening, change.Ground, despiteDouble);
        await desk.Save(happening.ProgrammeId, [happening]);
    }
}
