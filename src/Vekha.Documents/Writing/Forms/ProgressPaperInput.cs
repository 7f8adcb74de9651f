using Vekha.Calendars;
using Vekha.Control;

namespace Vekha.Documents.Writing.Forms;

/// <summary>What goes into an «Отчёт о ходе реализации».</summary>
public sealed record ProgressPaperInput
{
    /// <summary>What is reported on, in the genitive: «плана мероприятий («дорожной карты») …».</summary>
    public required string Subject { get; init; }

    /// <summary>The day the paper speaks about; every status must speak about it too.</summary>
    public required DateOnly On { get; init; }

    /// <summary>«Отчётный период» whose discipline is counted; <c>null</c> is all the time up to <see cref="On"/>.</summary>
    public DateRange? Period { get; init; }

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

    /// <summary>«Отметка об электронной подписи», only where the report was signed so.</summary>
    public ElectronicSignature? ElectronicSignature { get; init; }

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

    /// <summary>Executors, the lead first.</summary>
    public IReadOnlyList<PlanPaperExecutor> Executors { get; init; } = [];

    /// <summary>Deadline as written, printed where no control day is known («постоянно»).</summary>
    public string? DeadlineText { get; init; }

    /// <summary>The status on the day of the report: the same value that the board shows.</summary>
    public required AssignmentStatus Status { get; init; }

    /// <summary>«Комментарий (причина отклонения)», or <c>null</c>.</summary>
    public string? Comment { get; init; }
}

/// <summary>«Состояние» of a row in the report of progress.</summary>
internal enum ProgressState
{
    /// <summary>«в срок».</summary>
    InTime,
    /// <summary>«позже срока».</summary>
    Late,
    /// <summary>«не наступило»: the term has passed without the fact.</summary>
    NotReached,
    /// <summary>«отчёт на проверке».</summary>
    UnderCheck,
    /// <summary>«срок не наступил».</summary>
    NotDue,
    /// <summary>«исполняется постоянно».</summary>
    Standing,
    /// <summary>«дата не вычислена»: waits for an event or for another paper.</summary>
    NoDay,
    /// <summary>«снято с контроля», also what was taken off as no longer needed.</summary>
    TakenOff,
}
