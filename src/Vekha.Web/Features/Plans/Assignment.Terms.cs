using Vekha.Control;
using Vekha.Resolving;

namespace Vekha.Web.Features.Plans;

public sealed partial class Assignment
{
    private readonly List<TermChange> termChanges = [];

    /// <summary>«Изменения срока» by later versions of the plan, in order.</summary>
    public IReadOnlyList<TermChange> TermChanges => termChanges;

    /// <summary>A new version of the plan gives the assignment other days; the first control day and the history stay.</summary>
    /// <param name="day">The days by the new words.</param>
    /// <param name="version">Number of the version that changed them.</param>
    /// <param name="ground">The act or the request it rests on.</param>
    /// <returns>What was changed; <c>null</c> where the days are the same.</returns>
    internal TermChange? Retime(ControlDay day, int version, string ground, DateOnly on, DateTimeOffset at, Guid by)
    {
        if (Control == day.Control && Nominal == day.Nominal && Start == day.Start) return null;
        var change = new TermChange(Id, this, day, version, ground, on, at, by);
        termChanges.Add(change);
        (Start, Nominal, Control) = (day.Start, day.Nominal, day.Control);
        FirstControl ??= day.Control;
        (Explanation, Why, ByOppositeRule) = (day.Explanation, day.Why, day.ByOppositeRule);
        if (Kind is AssignmentKind.Waiting or AssignmentKind.Linked) Kind = AssignmentKind.Dated;
        return change;
    }

    /// <summary>The words of the plan have changed and no day follows from them any more: says what it waits for.</summary>
    internal void WaitAnew(AssignmentKind kind, string why) => (Kind, Why) = (kind, why);

    // The days first approved are kept in the first change; without changes they are those in force.
    private IReadOnlyList<TermRecord> TermsInOrder()
    {
        var changes = termChanges.OrderBy(c => c.On).ThenBy(c => c.At).ToList();
        return changes is [var first, ..]
            ? [new(PutOnControlOn, FirstControlBefore(first), first.FromNominal, first.FromStart), .. changes.Select(c => new TermRecord(c.On, c.Control, c.Nominal, c.Start))]
            : [new(PutOnControlOn, FirstControl, Nominal, Start)];
    }

    // An extension stands in a record of its own: the term itself began with the control day first approved.
    private DateOnly? FirstControlBefore(TermChange first) => first.From is null ? null : FirstControl;
}

/// <summary>«Изменение срока» by a new version of the plan: the old days stay beside the new ones.</summary>
public sealed class TermChange
{
    private TermChange() { }

    internal TermChange(Guid assignmentId, Assignment before, ControlDay day, int version, string ground, DateOnly on, DateTimeOffset at, Guid by)
    {
        Id = Guid.CreateVersion7();
        AssignmentId = assignmentId;
        (From, FromNominal, FromStart) = (before.Control, before.Nominal, before.Start);
        (Control, Nominal, Start) = (day.Control, day.Nominal, day.Start);
        PlanVersion = version;
        Ground = ground;
        On = on;
        At = at;
        ById = by;
    }

    public Guid Id { get; private set; }
    public Guid AssignmentId { get; private set; }

    /// <summary>The control day before, or <c>null</c> where there was none.</summary>
    public DateOnly? From { get; private set; }
    public DateOnly? FromNominal { get; private set; }
    public DateOnly? FromStart { get; private set; }
    public DateOnly Control { get; private set; }
    public DateOnly Nominal { get; private set; }
    public DateOnly? Start { get; private set; }

    /// <summary>Number of the version of the plan that brought it.</summary>
    public int PlanVersion { get; private set; }
    public string Ground { get; private set; } = "";

    /// <summary>From this day on the new days hold.</summary>
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid ById { get; private set; }
}
