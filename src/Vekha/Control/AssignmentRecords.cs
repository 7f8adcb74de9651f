namespace Vekha.Control;

/// <summary>«Срок поручения»: the days it is controlled by, from the day they became known.</summary>
/// <param name="Since">The day this became known: put on control, or an awaited event was recorded.</param>
/// <param name="Control">The control day; <c>null</c> while it cannot be computed.</param>
/// <param name="Nominal">The day the words mean; <c>null</c> together with <paramref name="Control"/>.</param>
/// <param name="Start">The first day of the window, where there is one.</param>
public sealed record TermRecord(DateOnly Since, DateOnly? Control, DateOnly? Nominal = null, DateOnly? Start = null)
{
    /// <summary>«срок продлён» by a new version of the plan. An awaited event that comes later extends nothing.</summary>
    public bool IsExtension { get; init; }
}

/// <summary>«Продление срока», granted by the author of the assignment.</summary>
/// <param name="Granted">The day of the decision; before it the old date holds.</param>
/// <param name="Control">The new control day.</param>
/// <param name="Requested">The day the request was filed, or <c>null</c>.</param>
public sealed record ExtensionRecord(DateOnly Granted, DateOnly Control, DateOnly? Requested = null);

/// <summary>«Возврат на доработку».</summary>
/// <param name="Day">The day of the decision.</param>
/// <param name="Until">Until when to mend, or <c>null</c>.</param>
/// <param name="Reason">Why, as the controller wrote it.</param>
public sealed record ReturnRecord(DateOnly Day, DateOnly? Until = null, string? Reason = null);

/// <summary>«Отчёт» and the controller's decision on it.</summary>
/// <param name="Submitted">The day it was sent.</param>
/// <param name="Fact">«фактическая дата»: the day the work was done, by its proof; <c>null</c> counts as the day of sending.</param>
public sealed record ReportRecord(DateOnly Submitted, DateOnly? Fact = null)
{
    /// <summary>The return, if it was returned.</summary>
    public ReturnRecord? Return { get; init; }

    /// <summary>The day of acceptance, if it was accepted.</summary>
    public DateOnly? Accepted { get; init; }

    /// <summary>«промежуточная информация»: no ground to close, only shows that work goes on.</summary>
    public bool IsInterim { get; init; }
}

/// <summary>
/// Everything that was recorded about one assignment, each thing with its day, so that the state of any past day can be told.
/// Lists stand in the order of their days.
/// </summary>
public sealed record AssignmentRecords
{
    /// <summary>The days to control by; the last one known on a day holds.</summary>
    public required IReadOnlyList<TermRecord> Terms { get; init; }

    /// <summary>«исполняется постоянно»: has no end and is never late.</summary>
    public bool IsStanding { get; init; }

    /// <summary>The day work was begun, where somebody said so.</summary>
    public DateOnly? Started { get; init; }

    /// <summary>The day the executor declared a risk.</summary>
    public DateOnly? RiskDeclared { get; init; }

    /// <summary>Granted extensions.</summary>
    public IReadOnlyList<ExtensionRecord> Extensions { get; init; } = [];

    /// <summary>Reports with the decisions on them.</summary>
    public IReadOnlyList<ReportRecord> Reports { get; init; } = [];

    /// <summary>«снято с контроля»: the day.</summary>
    public DateOnly? Released { get; init; }

    /// <summary>«снято как неактуальное»: the day.</summary>
    public DateOnly? Cancelled { get; init; }

    /// <summary>The usual case: put on control on a day with days that are known.</summary>
    public static AssignmentRecords Of(DateOnly since, DateOnly control, DateOnly? nominal = null, DateOnly? start = null) =>
        new() { Terms = [new(since, control, nominal ?? control, start)] };
}
