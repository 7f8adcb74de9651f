namespace Vekha.Plans;

/// <summary>
/// «Разбор»: the working copy a person makes of a draft. The draft itself stays untouched; every verb gives a new review
/// and can be undone. Nothing is a plan until <see cref="CanAssemble"/>.
/// </summary>
public sealed partial record Review
{
    /// <summary>Below this the reader was not sure of a row, and it is confirmed by itself, never with the rest.</summary>
    public const double SureEnough = 0.7;

    /// <summary>What is said once for all rows.</summary>
    public required ReviewHead Head { get; init; }

    /// <summary>«Этапы» in order.</summary>
    public IReadOnlyList<StageDraft> Stages { get; init; } = [];

    /// <summary>Rows in order.</summary>
    public IReadOnlyList<ReviewRow> Rows { get; init; } = [];

    /// <summary>«Территории» of the plan; rows name them by position.</summary>
    public IReadOnlyList<TerritoryDraft> Territories { get; init; } = [];

    /// <summary>«Сокращения»; <c>null</c> in a review kept before they could be corrected: those of the draft hold.</summary>
    public IReadOnlyList<ReviewAbbreviation>? Abbreviations { get; init; }

    /// <summary>Doubts, answered and open.</summary>
    public IReadOnlyList<ReviewQuestion> Questions { get; init; } = [];

    /// <summary>Decisions about the plan as a whole, in Russian: they become notes of the plan.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What was done, the last one last; each can be undone.</summary>
    public IReadOnlyList<ReviewStep> Steps { get; init; } = [];

    /// <summary>Starts a review of a draft with its own questions added to those of the reader.</summary>
    public static Review Of(PlanDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var review = new Review
        {
            Head = ReviewHead.Of(draft),
            Stages = draft.Stages,
            Rows = [.. draft.Measures.Select(ReviewRow.Of)],
            Territories = draft.Territories,
            Abbreviations = ReviewAbbreviation.Of(draft),
            Notes = draft.Notes,
        };
        return review with { Questions = ReviewDoubts.Of(draft, review) };
    }

    /// <summary>The row with an identity, or <c>null</c>.</summary>
    public ReviewRow? Row(int id) => Rows.FirstOrDefault(r => r.Id == id);

    /// <summary>The question with an identity, or <c>null</c>.</summary>
    public ReviewQuestion? Question(string id) => Questions.FirstOrDefault(q => q.Id == id);

    /// <summary>Questions that wait for an answer: skipped ones after the others.</summary>
    public IEnumerable<ReviewQuestion> OpenQuestions() => Questions.Where(q => q.IsOpen()).OrderBy(q => q.Skipped);

    /// <summary>Open questions about one row.</summary>
    public IEnumerable<ReviewQuestion> OpenQuestions(ReviewRow row) => Questions.Where(q => q.IsOpen() && q.Rows.Contains(row.Id));

    /// <summary>Where a row is on the way to the plan.</summary>
    public ReviewRowState StateOf(ReviewRow row) =>
        OpenQuestions(row).Any(q => q.Kind is not (ReviewQuestionKind.Inclusive or ReviewQuestionKind.Titles or ReviewQuestionKind.Year)) ? ReviewRowState.Asked
        : row.Confirmed ? ReviewRowState.Confirmed
        : row.Confidence < SureEnough ? ReviewRowState.Unsure
        : ReviewRowState.Unchecked;

    /// <summary>How many rows are confirmed and have no open question.</summary>
    public int ConfirmedCount() => Rows.Count(r => StateOf(r) == ReviewRowState.Confirmed);

    /// <summary>Whether every row is confirmed and every question answered: only then the draft may become a plan.</summary>
    public bool CanAssemble() => WhatStops() is null;

    /// <summary>Why a plan cannot be assembled yet, in Russian; <c>null</c> when it can.</summary>
    public string? WhatStops()
    {
        if (Rows.Count == 0) return "В плане нет ни одного мероприятия";
        var questions = Questions.Count(q => q.IsOpen());
        var rows = Rows.Count - ConfirmedCount();
        if (questions > 0 && rows > 0) return $"Осталось ответить на {Asked(questions)} и подтвердить {Left(rows)}";
        if (questions > 0) return $"Осталось ответить на {Asked(questions)}";
        if (rows > 0) return $"Осталось подтвердить {Left(rows)}";
        return Head.Period() is null ? "Не указано, на какие дни составлен план" : null;
    }

    private static string Asked(int count) => Wording.Ru.Count(count, "вопрос", "вопроса", "вопросов");

    private static string Left(int count) => Wording.Ru.Count(count, "строку", "строки", "строк");
}

/// <summary>Where a row of a review is.</summary>
public enum ReviewRowState
{
    /// <summary>«ещё не проверено».</summary>
    Unchecked,
    /// <summary>«прочитано неуверенно»: nothing is asked, but a person must look.</summary>
    Unsure,
    /// <summary>«есть вопрос».</summary>
    Asked,
    /// <summary>«подтверждено».</summary>
    Confirmed,
}
