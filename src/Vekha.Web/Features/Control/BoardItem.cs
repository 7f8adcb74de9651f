using Vekha.Calendars;
using Vekha.Control;
using Vekha.Resolving;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Control;

/// <summary>An assignment as boards read it: plain columns and the records its state follows from, on any day.</summary>
public sealed record BoardItem
{
    public required Guid Id { get; init; }
    public required Guid MeasureId { get; init; }
    public required Guid? ParentId { get; init; }
    public required Guid? OrganisationId { get; init; }
    public required string ExecutorName { get; init; }

    /// <summary>«Тосненский район»: where it is done, by the cascade or by the unit that owes it; <c>null</c> where nothing tells.</summary>
    public required string? Territory { get; init; }
    public required bool Answers { get; init; }
    public required bool ByConsent { get; init; }
    public required AssignmentKind Kind { get; init; }
    public required string? Occurrence { get; init; }
    public required DateOnly? Start { get; init; }
    public required DateOnly? Nominal { get; init; }
    public required DateOnly? FirstControl { get; init; }
    public required DateOnly? Control { get; init; }
    public required string Why { get; init; }
    public required DateOnly PutOnControlOn { get; init; }
    public required AssignmentPhase Phase { get; init; }
    public required Guid? AcceptedReport { get; init; }
    public required DateOnly? AcceptedOn { get; init; }
    public required DateOnly? ReleasedOn { get; init; }
    public required bool AsObsolete { get; init; }

    public bool IsClosed => Phase is AssignmentPhase.Accepted or AssignmentPhase.Released or AssignmentPhase.Cancelled;

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<BoardReport> Reports { get; internal set; } = [];
    internal IReadOnlyList<BoardReturn> Returns { get; set; } = [];
    internal IReadOnlyList<BoardExtension> Extensions { get; set; } = [];
    internal IReadOnlyList<BoardTerm> Terms { get; set; } = [];

    /// <summary>The report sent last by the day, or <c>null</c>.</summary>
    public BoardReport? ReportBy(DateOnly day) => Reports.LastOrDefault(r => r.On <= day);

    /// <summary>A report waits for the controller on the day.</summary>
    public bool IsUnderCheck(DateOnly day) => Reports.Count(r => r.On <= day) > Returns.Count(r => r.On <= day) && !(AcceptedOn <= day);

    /// <summary>The same answer as <see cref="Assignment.StatusOn"/> gives from the tracked records.</summary>
    public AssignmentStatus StatusOn(DateOnly day, WorkCalendar calendar, DeadlinePolicy policy) => AssignmentStatus.Of(records ??= Records(), day, calendar, policy);

    private AssignmentRecords? records;

    private AssignmentRecords Records() => new()
    {
        Terms = TermsInOrder(),
        IsStanding = Kind == AssignmentKind.Standing,
        Extensions = [.. Extensions.OrderBy(e => e.On).ThenBy(e => e.At).Select(e => new ExtensionRecord(e.On, e.Until))],
        Reports = [.. Reports.Select(RecordOf)],
        Released = AsObsolete ? null : ReleasedOn,
        Cancelled = AsObsolete ? ReleasedOn : null,
    };

    private ReportRecord RecordOf(BoardReport report) => new(report.On, report.FactOn)
    {
        Return = Returns.FirstOrDefault(r => r.ReportId == report.Id) is { } back ? new ReturnRecord(back.On) : null,
        Accepted = AcceptedReport == report.Id ? AcceptedOn : null,
    };

    private IReadOnlyList<TermRecord> TermsInOrder()
    {
        if (Terms.Count == 0) return [new(PutOnControlOn, FirstControl, Nominal, Start)];
        var changes = Terms.OrderBy(c => c.On).ThenBy(c => c.At).ToList();
        var first = changes[0];
        return [new(PutOnControlOn, first.From is null ? null : FirstControl, first.FromNominal, first.FromStart),
            .. changes.Select(c => new TermRecord(c.On, c.Control, c.Nominal, c.Start) { IsExtension = c.Control > c.From })];
    }
}

/// <summary>A report as boards read it.</summary>
public sealed record BoardReport(Guid AssignmentId, Guid Id, int Number, DateOnly On, DateOnly FactOn);

internal sealed record BoardReturn(Guid AssignmentId, Guid ReportId, DateOnly On);

internal sealed record BoardExtension(Guid AssignmentId, DateOnly On, DateTimeOffset At, DateOnly Until, string Ground);

internal sealed record BoardTerm(Guid AssignmentId, DateOnly On, DateTimeOffset At, DateOnly? From, DateOnly? FromNominal, DateOnly? FromStart, DateOnly? Control, DateOnly? Nominal, DateOnly? Start, string Ground);
