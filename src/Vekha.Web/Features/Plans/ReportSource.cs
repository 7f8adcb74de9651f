using Vekha.Web.Data;

namespace Vekha.Web.Features.Plans;

/// <summary>«Уже известно»: what another part of Vekha can say in a report, so that nobody types it again.</summary>
/// <param name="Text">«Вышло 3 публикации, охват 2 140», in whole sentences.</param>
/// <param name="From">«из медиаплана», «из списков награждаемых».</param>
/// <param name="Address">Where it stands.</param>
public sealed record ReportKnown(string Text, string From, string Address)
{
    public IReadOnlyList<string> Links { get; init; } = [];
    public string? ActNumber { get; init; }
    public DateOnly? ActOn { get; init; }

    /// <summary>The day of the last of what is told.</summary>
    public DateOnly? FactOn { get; init; }
}

/// <summary>A later feature that knows something of assignments; Control does not know which.</summary>
/// <param name="Of">For an assignment on a day; <c>null</c> where there is nothing to tell.</param>
public sealed record ReportSource(Func<VekhaDb, Assignment, DateOnly, Task<ReportKnown?>> Of);
