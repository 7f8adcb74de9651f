using System.Text.Json;
using Vekha.Calendars;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

public sealed partial class Plan
{
    /// <summary>The rows in force: those of the first version and of later ones, without those taken out.</summary>
    public IEnumerable<Measure> Rows => measures.Where(m => m.RemovedOn is null).OrderBy(m => m.Position);

    /// <summary>
    /// «Внести изменения»: the approved text is changed by a new version with its own act. Assignments of rows that stay are
    /// not touched; those of changed rows take the new days and keep the old ones in their history; those of removed rows are
    /// released; new rows are put on control. A change request and the rows accepted from a changed document both end here.
    /// </summary>
    /// <param name="changes">What changes, in any order, each row once.</param>
    /// <param name="approval">Who approved the new version, when and by which act.</param>
    /// <param name="ground">Why: the act, the request, the document. It stands in the history of each assignment.</param>
    /// <param name="assignments">All assignments of the plan, tracked, with their reports, term changes and release.</param>
    /// <param name="anchors">Events of the programme that have happened.</param>
    /// <returns>New assignments to save.</returns>
    public IReadOnlyList<Assignment> Amend(IReadOnlyList<RowAmendment> changes, Approval approval, string ground,
        IReadOnlyList<Assignment> assignments, WorkCalendar calendar, DeadlinePolicy policy, DateTimeOffset at, Guid by, AnchorDays? anchors = null)
    {
        var days = anchors ?? AnchorDays.None;
        if (InForce is not { } before) throw new Refusal("Изменения не внесены", "План ещё не утверждён", "Правьте черновик: новая версия нужна только утверждённому плану");
        if (changes.Count == 0) throw new Refusal("Изменения не внесены", "Не принято ни одного изменения", "Отметьте изменения, которые вносятся, или оставьте план как есть");
        if (string.IsNullOrWhiteSpace(ground)) throw new Refusal("Изменения не внесены", "Не указано основание", "Впишите акт или обращение, по которому меняется план") { Field = "Ground" };
        if (approval.On < before.ApprovedOn)
            throw new Refusal("Изменения не внесены", $"Новая версия датирована {Wording.Ru.Digits(approval.On)}, раньше действующей ({Wording.Ru.Digits(before.ApprovedOn)})", "Проверьте дату утверждения") { Field = "On" };
        var change = new Amending(before.Number + 1, approval.On, ground.Trim(), at, by);
        var byMeasure = assignments.ToLookup(a => a.MeasureId);
        List<Assignment> added = [];
        foreach (var removed in changes.OfType<RowAmendment.Remove>()) TakeOut(InForceRow(removed.Measure), byMeasure[removed.Measure], change);
        foreach (var changed in changes.OfType<RowAmendment.Change>())
        {
            var measure = InForceRow(changed.Measure);
            measure.Amend(changed.Words);
            // Parts handed down the tree have days of their own: the change is offered to them, it does not move them.
            added.AddRange(Follow(measure, [.. byMeasure[measure.Id].Where(a => a.ParentId is null)], change, days, calendar, policy));
        }
        // Numbers that become free are given to new rows, so the old rows take theirs first.
        foreach (var moved in changes.OfType<RowAmendment.Move>()) InForceRow(moved.Measure).Renumber(moved.Number, moved.Code, StageOf(moved.Stage, moved.StageTitle));
        foreach (var fresh in changes.OfType<RowAmendment.Add>()) added.AddRange(PutOnControl(BringIn(fresh, approval.On), approval.On, approval.On, days, calendar, policy));
        Arrange(changes);
        versions.Add(new PlanVersion(Id, change.Version, approval, JsonSerializer.Serialize(Rows.Select(Frozen)), at, by));
        return added;
    }

    /// <summary>Takes what the document of the new version says of short names; those it does not name stay.</summary>
    public void Explain(IEnumerable<KeyValuePair<string, string>> names)
    {
        var known = new Dictionary<string, string>(abbreviations);
        foreach (var (name, full) in names) known[name] = full;
        abbreviations = known;
    }

    private Measure InForceRow(Guid measure) => measures.SingleOrDefault(m => m.Id == measure && m.RemovedOn is null)
        ?? throw new Refusal("Изменения не внесены", "Строки, которую меняют, в действующей версии уже нет", "Сравните документ с планом ещё раз");

    private static void TakeOut(Measure measure, IEnumerable<Assignment> its, Amending change)
    {
        measure.RemovedOn = change.On;
        foreach (var open in its.Where(a => !a.IsClosed)) open.TakeOff($"Мероприятие исключено версией {change.Version} плана: {change.Ground}", asObsolete: true, change.On, change.At, change.By);
    }

    private Measure BringIn(RowAmendment.Add fresh, DateOnly on)
    {
        var code = fresh.Code;
        for (var n = 2; Rows.Any(m => m.Code == code); n++) code = $"{fresh.Code}/{n}";
        var measure = new Measure(Id, StageOf(fresh.Stage, fresh.StageTitle), measures.Count, fresh.Number, fresh.Words.Title ?? "", code) { AddedOn = on };
        measure.Amend(fresh.Words);
        measures.Add(measure);
        return measure;
    }

    private Stage? StageOf(Guid? id, string? title)
    {
        if (id is { } known) return stages.Single(s => s.Id == known);
        if (title is null) return null;
        if (stages.FirstOrDefault(s => string.Equals(s.Title, title.Trim(), StringComparison.CurrentCultureIgnoreCase)) is { } same) return same;
        var stage = new Stage(Id, stages.Count, title, null, "");
        stages.Add(stage);
        return stage;
    }

    // Moved and added rows stand after the row they follow in the new document; the others keep their order.
    private void Arrange(IReadOnlyList<RowAmendment> changes)
    {
        var order = Rows.ToList();
        var placedAfter = new Dictionary<Guid, int>();
        foreach (var placed in changes.Where(c => c is RowAmendment.Add or RowAmendment.Move))
        {
            var (row, after) = placed switch
            {
                RowAmendment.Add add => (order.LastOrDefault(m => m.AddedOn is not null && m.Title == add.Words.Title?.Trim()), add.After),
                RowAmendment.Move move => (order.FirstOrDefault(m => m.Id == move.Measure), move.After),
                _ => (null, null),
            };
            if (row is null || after is null) continue;
            order.Remove(row);
            // Several rows after one row stand in the order they are given; an empty identity means the beginning.
            var behind = placedAfter[after.Value] = placedAfter.GetValueOrDefault(after.Value) + 1;
            order.Insert(Math.Min(order.FindIndex(m => m.Id == after) + behind, order.Count), row);
        }
        foreach (var (row, position) in order.Concat(measures.Where(m => m.RemovedOn is not null).OrderBy(m => m.Position)).Select((m, i) => (m, i)).ToList()) row.StandAt(position);
    }
}

/// <summary>What one amendment is about, for the records it leaves.</summary>
/// <param name="ByEvent">The words stay: an event they count from got its day.</param>
internal sealed record Amending(int Version, DateOnly On, string Ground, DateTimeOffset At, Guid By, bool ByEvent = false);

/// <summary>«Изменение строки плана»: what a new version does with one row.</summary>
public abstract record RowAmendment
{
    private RowAmendment() { }

    /// <summary>«изложить в новой редакции»: fields left <c>null</c> in the words stay.</summary>
    public sealed record Change(Guid Measure, RowWords Words) : RowAmendment;

    /// <summary>«дополнить строкой» after another one, or at the end.</summary>
    /// <param name="Stage">A stage of the plan; a new one is called by its title.</param>
    public sealed record Add(Guid? Stage, string? StageTitle, string? Number, string Code, RowWords Words, Guid? After = null) : RowAmendment;

    /// <summary>«исключить».</summary>
    public sealed record Remove(Guid Measure) : RowAmendment;

    /// <summary>Another place, number or stage; the words stay.</summary>
    public sealed record Move(Guid Measure, Guid? Stage, string? StageTitle, string? Number, string Code, Guid? After = null) : RowAmendment;
}

/// <summary>Words of a row in a new version; <c>null</c> leaves a field as it is.</summary>
public sealed record RowWords
{
    public string? Title { get; init; }

    /// <summary>Words of the deadline, together with <see cref="Deadlines"/>.</summary>
    public string? DeadlineText { get; init; }
    public IReadOnlyList<Deadlines.Deadline>? Deadlines { get; init; }

    /// <summary>The whole list, the lead first.</summary>
    public IReadOnlyList<NamedExecutor>? Executors { get; init; }
    public bool? EveryExecutorAnswers { get; init; }
}

/// <summary>An executor of a new version and, where known, who stands behind the name.</summary>
public sealed record NamedExecutor(string Name, ExecutorKind Kind = ExecutorKind.Organisation, bool ByConsent = false, Guid? OrganisationId = null, Guid? PersonId = null);
