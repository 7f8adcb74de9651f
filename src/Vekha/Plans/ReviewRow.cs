using Vekha.Deadlines;

namespace Vekha.Plans;

/// <summary>«Строка разбора»: one measure as a person confirms or corrects it.</summary>
public sealed record ReviewRow
{
    /// <summary>Stable within the review: the position in the draft, or a higher number for an added row.</summary>
    public required int Id { get; init; }

    /// <summary>Positions in <see cref="PlanDraft.Measures"/> the row came from; several after a merge, empty for an added row.</summary>
    public IReadOnlyList<int> Origins { get; init; } = [];

    /// <summary>Number as printed, or <c>null</c>.</summary>
    public string? Number { get; init; }

    /// <summary>Position in <see cref="Review.Stages"/>, or <c>null</c>.</summary>
    public int? Stage { get; init; }

    /// <summary>The measure as it will stand in the plan.</summary>
    public required string Title { get; init; }

    /// <summary>The words of the document; <c>null</c> for an added row.</summary>
    public string? RawTitle { get; init; }

    /// <summary>A repair of the title that waits for a decision, or <c>null</c>.</summary>
    public string? ProposedTitle { get; init; }

    /// <summary>Who is to do it; the first named leads.</summary>
    public IReadOnlyList<ExecutorDraft> Executors { get; init; } = [];

    /// <summary>«Каждый отвечает»: each executor owes his own part, instead of the first named for all.</summary>
    public bool EveryExecutorAnswers { get; init; }

    /// <summary>The executors are those of the parent row or of a merged cell.</summary>
    public bool ExecutorsInherited { get; init; }

    /// <summary>Words of the deadline as the document has them, or as a person typed them where it has none.</summary>
    public string? DeadlineText { get; init; }

    /// <summary>What they mean.</summary>
    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];

    /// <summary>How the words were understood, or <c>null</c> where they speak for themselves.</summary>
    public string? DeadlineExplanation { get; init; }

    /// <summary>The period is that of the stage.</summary>
    public bool DeadlineInherited { get; init; }

    /// <summary>A row that only heads its sub-rows.</summary>
    public bool IsParent { get; init; }

    /// <summary>Quantities the text demands.</summary>
    public IReadOnlyList<NormDraft> Norms { get; init; } = [];

    /// <summary>Pieces found in the text, offered as deliverables.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>«Результаты» the measure was split into.</summary>
    public IReadOnlyList<string> Deliverables { get; init; } = [];

    /// <summary>Other named columns, see <see cref="MeasureDraft.Fields"/>.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Positions in <see cref="Review.Territories"/> where the measure is to be done.</summary>
    public IReadOnlyList<int> Territories { get; init; } = [];

    /// <summary>What was decided about the row, in Russian.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>A person has confirmed the row.</summary>
    public bool Confirmed { get; init; }

    /// <summary>0–1, the least sure of its fields as they were read.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>0–1 for single fields, see <see cref="MeasureDraft.FieldConfidence"/>.</summary>
    public IReadOnlyDictionary<string, double> FieldConfidence { get; init; } = new Dictionary<string, double>();

    /// <summary>Where the row stands in the document.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.Nowhere;

    /// <summary>Where single fields stand: «title», «deadline», «executors» → place.</summary>
    public IReadOnlyDictionary<string, SourcePlace> Places { get; init; } = new Dictionary<string, SourcePlace>();

    /// <summary>Whether the deadline cannot become a day because words or a number are missing.</summary>
    public bool LacksDeadline() => !IsParent && (Deadlines.Count == 0 || Deadlines.Any(d => d is Deadline.Unknown or Deadline.Relative { Offset: null }));

    internal static ReviewRow Of(MeasureDraft measure, int position) => new()
    {
        Id = position,
        Origins = [position],
        Number = measure.Number,
        Stage = measure.Stage,
        Title = measure.Title,
        RawTitle = measure.Title,
        ProposedTitle = measure.ProposedTitle,
        Executors = measure.Executors,
        // «Федоренко И.П. Грачева Н.В. Пыльцына Е.С.»: several persons stand for their territories, nobody leads the others.
        EveryExecutorAnswers = measure.Executors.Count > 1 && measure.Executors.All(e => e.Kind == ExecutorKind.Person),
        ExecutorsInherited = measure.ExecutorsInherited,
        DeadlineText = measure.DeadlineText,
        Deadlines = measure.Deadlines,
        DeadlineExplanation = measure.DeadlineExplanation,
        DeadlineInherited = measure.DeadlineInherited,
        IsParent = measure.IsParent,
        Norms = measure.Norms,
        Parts = measure.Parts,
        Fields = measure.Fields,
        Territories = measure.Territories,
        Confidence = measure.Confidence,
        FieldConfidence = measure.FieldConfidence,
        Place = measure.Place,
        Places = measure.Places,
    };
}

/// <summary>What a person makes of a row; a field left <c>null</c> stays as it is.</summary>
public sealed record ReviewCorrection
{
    /// <summary>New title.</summary>
    public string? Title { get; init; }

    /// <summary>New number; «» takes it away.</summary>
    public string? Number { get; init; }

    /// <summary>New stage by position; −1 takes the row out of the stages.</summary>
    public int? Stage { get; init; }

    /// <summary>The whole list of executors, the lead first.</summary>
    public IReadOnlyList<ExecutorDraft>? Executors { get; init; }

    /// <summary>Whether each executor owes his own part.</summary>
    public bool? EveryExecutorAnswers { get; init; }

    /// <summary>The words a person typed for the deadline, together with <see cref="Deadlines"/>.</summary>
    public string? DeadlineText { get; init; }

    /// <summary>What the words mean, as the person saw and took it.</summary>
    public IReadOnlyList<Deadline>? Deadlines { get; init; }

    /// <summary>«Результаты»; an empty list joins them again.</summary>
    public IReadOnlyList<string>? Deliverables { get; init; }
}
