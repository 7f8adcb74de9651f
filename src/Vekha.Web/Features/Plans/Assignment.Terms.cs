using Vekha.Calendars;
using Vekha.Control;

namespace Vekha.Web.Features.Plans;

public sealed partial class Assignment
{
    private readonly List<TermChange> termChanges = [];

    /// <summary>«Изменения срока» by later versions of the plan, in order.</summary>
    public IReadOnlyList<TermChange> TermChanges => termChanges;

    /// <summary>A new version of the plan gives the assignment other days or another part in them; the first control day and the history stay.</summary>
    /// <param name="now">The assignment as the new words alone would make it; not saved.</param>
    internal void Follow(Assignment now, Amending change)
    {
        (ExecutorId, Answers, Occurrence) = (now.ExecutorId, now.Answers, now.Occurrence);
        // A longer term that somebody has granted stays granted when the event moves.
        if (change.ByEvent && extensions.Count > 0 && Control >= now.Control) return;
        if (Control == now.Control && Nominal == now.Nominal && Start == now.Start)
        {
            (Explanation, Why) = (now.Explanation, now.Why);
            return;
        }
        termChanges.Add(new TermChange(Id, this, now, change));
        (Kind, Start, Nominal, Control) = (now.Kind, now.Start, now.Nominal, now.Control);
        FirstControl ??= now.Control;
        (Explanation, Why, ByOppositeRule) = (now.Explanation, now.Why, now.ByOppositeRule);
    }

    /// <summary>A part handed down while its whole waited for an event takes the day of the whole, less its buffer.</summary>
    internal void TakeDayOf(Assignment whole, WorkCalendar calendar, Amending change)
    {
        if (whole.Control is not { } limit || Control is not null || IsClosed) return;
        var now = (Assignment)MemberwiseClone();
        var (day, why) = DayBefore(limit, BufferDays ?? 0, calendar, change.On);
        (now.Kind, now.Start, now.Nominal, now.Control, now.Explanation) = (whole.Kind, whole.Start, whole.Nominal, day, whole.Explanation);
        now.Why = why.Length > 0 ? why : whole.Why;
        Follow(now, change);
        TakenControl = limit;
    }

    // The days first approved are kept in the first change; without changes they are those in force.
    private IReadOnlyList<TermRecord> TermsInOrder()
    {
        var changes = termChanges.OrderBy(c => c.On).ThenBy(c => c.At).ToList();
        return changes is [var first, ..]
            ? [new(PutOnControlOn, FirstControlBefore(first), first.FromNominal, first.FromStart), .. changes.Select(c => new TermRecord(c.On, c.Control, c.Nominal, c.Start) { IsExtension = c.IsExtension })]
            : [new(PutOnControlOn, FirstControl, Nominal, Start)];
    }

    // An extension stands in a record of its own: the term itself began with the control day first approved.
    private DateOnly? FirstControlBefore(TermChange first) => first.From is null ? null : FirstControl;
}

/// <summary>«Изменение срока» by a new version of the plan or by an event it counts from: the old days stay beside the new ones.</summary>
public sealed class TermChange
{
    private TermChange() { }

    internal TermChange(Guid assignmentId, Assignment before, Assignment now, Amending change)
    {
        Id = Guid.CreateVersion7();
        AssignmentId = assignmentId;
        (From, FromNominal, FromStart) = (before.Control, before.Nominal, before.Start);
        (Control, Nominal, Start) = (now.Control, now.Nominal, now.Start);
        (PlanVersion, ByEvent, Ground, On, At, ById) = (change.Version, change.ByEvent, change.Ground, change.On, change.At, change.By);
    }

    public Guid Id { get; private set; }
    public Guid AssignmentId { get; private set; }

    /// <summary>The control day before, or <c>null</c> where there was none.</summary>
    public DateOnly? From { get; private set; }
    public DateOnly? FromNominal { get; private set; }
    public DateOnly? FromStart { get; private set; }

    /// <summary>The control day by the new words, or <c>null</c> where none follows from them.</summary>
    public DateOnly? Control { get; private set; }
    public DateOnly? Nominal { get; private set; }
    public DateOnly? Start { get; private set; }

    /// <summary>«Продлён»: the new version gave a later day. An event that comes later puts nothing off.</summary>
    public bool IsExtension => !ByEvent && Control > From;

    /// <summary>An event that the deadline waits for happened, moved or was taken back; the words of the plan are the same.</summary>
    public bool ByEvent { get; private set; }

    /// <summary>Number of the version of the plan that brought it, or in whose days the event fell.</summary>
    public int PlanVersion { get; private set; }
    public string Ground { get; private set; } = "";

    /// <summary>From this day on the new days hold.</summary>
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid ById { get; private set; }
}
