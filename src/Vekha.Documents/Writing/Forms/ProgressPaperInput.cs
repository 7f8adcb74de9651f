namespace Vekha.Documents.Writing.Forms;

/// <summary>What goes into an «Отчёт о ходе реализации».</summary>
public sealed record ProgressPaperInput
{
    /// <summary>What is reported on, in the genitive or quoted as a name: «плана мероприятий («дорожной карты») …».</summary>
    public required string Subject { get; init; }

    /// <summary>The day the paper speaks about.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Blocks of the top right corner.</summary>
    public IReadOnlyList<CornerBlock> Corner { get; init; } = [];

    /// <summary>Stages in order; a plan without stages is one stage without a title.</summary>
    public required IReadOnlyList<ProgressPaperStage> Stages { get; init; }

    /// <summary>Text of the unit about the period, paragraph by paragraph.</summary>
    public IReadOnlyList<string> Explanation { get; init; } = [];

    /// <summary>Abbreviations that the rows use.</summary>
    public IReadOnlyList<PaperAbbreviation> Abbreviations { get; init; } = [];

    /// <summary>The head of the unit that reports.</summary>
    public IReadOnlyList<PaperSignature> Signatures { get; init; } = [];

    /// <summary>The organisation that gives the paper out, or <c>null</c>.</summary>
    public string? Issuer { get; init; }
}

/// <summary>«Этап» of the report.</summary>
/// <param name="Title">Title with its number, or <c>null</c> for measures outside stages.</param>
/// <param name="Rows">Its measures in order.</param>
public sealed record ProgressPaperStage(string? Title, IReadOnlyList<ProgressPaperRow> Rows);

/// <summary>A measure or an assignment as it stands on the day.</summary>
public sealed record ProgressPaperRow
{
    /// <summary>Number as the plan prints it, or <c>null</c>.</summary>
    public string? Number { get; init; }

    /// <summary>The measure in its words.</summary>
    public required string Title { get; init; }

    /// <summary>The lead executor and others, one a line.</summary>
    public IReadOnlyList<PlanPaperExecutor> Executors { get; init; } = [];

    /// <summary>Deadline as written, printed where no day is known («постоянно»).</summary>
    public string? DeadlineText { get; init; }

    /// <summary>The control day in force, extensions included; <c>null</c> where it cannot be worked out.</summary>
    public DateOnly? PlannedDay { get; init; }

    /// <summary>The first control day where the term was extended, or <c>null</c>.</summary>
    public DateOnly? FirstPlannedDay { get; init; }

    /// <summary>The day of the fact that the proof shows, not of the report; <c>null</c> where nothing was accepted.</summary>
    public DateOnly? ActualDay { get; init; }

    /// <summary>«Исполняется постоянно»: has no end to be late for.</summary>
    public bool IsStanding { get; init; }

    /// <summary>«Снято с контроля»: is not counted.</summary>
    public bool IsReleased { get; init; }

    /// <summary>A report waits for its check.</summary>
    public bool IsUnderReview { get; init; }

    /// <summary>«Комментарий (причина отклонения)», or <c>null</c>.</summary>
    public string? Comment { get; init; }

    /// <summary>What the row is on a day.</summary>
    public ProgressState StateOn(DateOnly day) => this switch
    {
        { IsReleased: true } => ProgressState.Released,
        { ActualDay: { } fact, PlannedDay: { } planned } when fact <= day => fact <= planned ? ProgressState.InTime : ProgressState.Late,
        { IsStanding: true } => ProgressState.Standing,
        { PlannedDay: null } => ProgressState.NoDay,
        { PlannedDay: { } planned } => planned < day ? ProgressState.NotReached : ProgressState.NotDue,
    };

    /// <summary>Days from the planned to the actual day, or to <paramref name="day"/> where the term has passed without a fact; <c>null</c> where there is nothing to compare.</summary>
    public int? DeviationOn(DateOnly day) => StateOn(day) switch
    {
        ProgressState.InTime or ProgressState.Late => ActualDay!.Value.DayNumber - PlannedDay!.Value.DayNumber,
        ProgressState.NotReached => day.DayNumber - PlannedDay!.Value.DayNumber,
        _ => null,
    };
}

/// <summary>«Состояние» of a row in the report of progress.</summary>
public enum ProgressState
{
    /// <summary>«в срок».</summary>
    InTime,
    /// <summary>«позже срока».</summary>
    Late,
    /// <summary>«не наступило»: the term has passed without the fact.</summary>
    NotReached,
    /// <summary>«срок не наступил».</summary>
    NotDue,
    /// <summary>«исполняется постоянно».</summary>
    Standing,
    /// <summary>«дата не вычислена»: waits for an event or for another paper.</summary>
    NoDay,
    /// <summary>«снято с контроля».</summary>
    Released,
}
