using Vekha.Calendars;
using Vekha.Wording;

namespace Vekha.Control;

/// <summary>
/// «Исполнительская дисциплина»: how many of those that fell due were done in time. Due is what was accepted, what is past its
/// control day without an accepted report, and what was reported late. A report sent in time that still waits for the controller is counted apart.
/// Taken off control, standing and not computed ones are not counted. Extended ones count by the new day and are shown apart as well.
/// </summary>
public sealed record Discipline
{
    /// <summary>Done in time.</summary>
    public int InTime { get; private init; }

    /// <summary>Done late.</summary>
    public int Late { get; private init; }

    /// <summary>Past due and not done.</summary>
    public int NotDone { get; private init; }

    /// <summary>Sent in time, past due, waiting for the controller.</summary>
    public int UnderCheck { get; private init; }

    /// <summary>Of the due ones: with an extended deadline.</summary>
    public int Extended { get; private init; }

    /// <summary>Of the extended ones: done in time by the new day.</summary>
    public int ExtendedInTime { get; private init; }

    /// <summary>How many fell due.</summary>
    public int Due => InTime + Late + NotDone;

    /// <summary>Whole percent in time, <c>null</c> when nothing fell due; 100 only when nothing lacks.</summary>
    public int? Percent => Ru.Share(InTime, Due);

    /// <summary>The discipline of assignments whose control day lies in the period.</summary>
    public static Discipline Of(IEnumerable<AssignmentStatus> statuses, DateRange period)
    {
        ArgumentNullException.ThrowIfNull(statuses);
        var all = statuses.Where(s => s.Control is { } control && period.Contains(control)).Select(s => (Status: s, Mark: MarkOf(s))).ToArray();
        int Count(Func<AssignmentStatus, Mark, bool> which) => all.Count(a => which(a.Status, a.Mark));
        return new()
        {
            InTime = Count((_, m) => m == Mark.InTime),
            Late = Count((_, m) => m == Mark.Late),
            NotDone = Count((_, m) => m == Mark.NotDone),
            UnderCheck = Count((_, m) => m == Mark.UnderCheck),
            Extended = Count((s, m) => s.IsExtended && (m is Mark.InTime or Mark.Late or Mark.NotDone)),
            ExtendedInTime = Count((s, m) => s.IsExtended && m == Mark.InTime),
        };
    }

    private enum Mark { None, InTime, Late, NotDone, UnderCheck }

    private static Mark MarkOf(AssignmentStatus s) => s.State switch
    {
        AssignmentState.Done => Mark.InTime,
        AssignmentState.DoneLate => Mark.Late,
        AssignmentState.Overdue => Mark.NotDone,
        AssignmentState.Submitted when s.Day > s.Control => s.IsSubmittedLate ? Mark.NotDone : Mark.UnderCheck,
        AssignmentState.Returned when s.Day > s.Control => Mark.NotDone,
        _ => Mark.None,
    };
}
