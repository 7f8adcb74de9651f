namespace Vekha.Plans;

/// <summary>«Шаг разбора»: what one verb changed, as it was before; only the changed parts are kept.</summary>
public sealed record ReviewStep
{
    /// <summary>What was done, in Russian: «подтверждена строка 2.3».</summary>
    public required string What { get; init; }

    /// <summary>The head before, where it changed.</summary>
    public ReviewHead? Head { get; init; }

    /// <summary>The stages before, where they changed.</summary>
    public IReadOnlyList<StageDraft>? Stages { get; init; }

    /// <summary>The territories before, where they changed.</summary>
    public IReadOnlyList<TerritoryDraft>? Territories { get; init; }

    /// <summary>The abbreviations before, where they changed.</summary>
    public IReadOnlyList<ReviewAbbreviation>? Abbreviations { get; init; }

    /// <summary>Changed and removed rows as they were.</summary>
    public IReadOnlyList<ReviewRow> Rows { get; init; } = [];

    /// <summary>Identities of the rows in order, where rows came, went or moved.</summary>
    public IReadOnlyList<int>? Order { get; init; }

    /// <summary>Changed and removed questions as they were.</summary>
    public IReadOnlyList<ReviewQuestion> Questions { get; init; } = [];

    /// <summary>Identities of the questions in order, where questions came or went.</summary>
    public IReadOnlyList<string>? QuestionOrder { get; init; }

    /// <summary>The notes before, where they changed.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}

public sealed partial record Review
{
    /// <summary>How many steps back a person can go.</summary>
    private const int Remembered = 50;

    /// <summary>What <see cref="Undo"/> would take back, in Russian; <c>null</c> when nothing was done.</summary>
    public string? LastStep() => Steps.Count == 0 ? null : Steps[^1].What;

    /// <summary>«Отменить»: the review as it was before the last verb; the same review when nothing was done.</summary>
    public Review Undo()
    {
        if (Steps.Count == 0) return this;
        var step = Steps[^1];
        var rows = Rows.ToDictionary(r => r.Id);
        foreach (var row in step.Rows) rows[row.Id] = row;
        var questions = Questions.ToDictionary(q => q.Id);
        foreach (var question in step.Questions) questions[question.Id] = question;
        return this with
        {
            Head = step.Head ?? Head,
            Stages = step.Stages ?? Stages,
            Territories = step.Territories ?? Territories,
            Abbreviations = step.Abbreviations ?? Abbreviations,
            Rows = [.. (step.Order ?? Rows.Select(r => r.Id)).Select(id => rows[id])],
            Questions = [.. (step.QuestionOrder ?? Questions.Select(q => q.Id)).Select(id => questions[id])],
            Notes = step.Notes ?? Notes,
            Steps = [.. Steps.SkipLast(1)],
        };
    }

    /// <summary>Ends a verb: writes down what <paramref name="after"/> changed, so that it can be undone.</summary>
    private Review Done(string what, Review after)
    {
        var rows = after.Rows.ToDictionary(r => r.Id);
        var questions = after.Questions.ToDictionary(q => q.Id);
        var step = new ReviewStep
        {
            What = what,
            Head = ReferenceEquals(Head, after.Head) ? null : Head,
            Stages = ReferenceEquals(Stages, after.Stages) ? null : Stages,
            Territories = ReferenceEquals(Territories, after.Territories) ? null : Territories,
            Abbreviations = ReferenceEquals(Abbreviations, after.Abbreviations) ? null : Abbreviations,
            Rows = [.. Rows.Where(r => !ReferenceEquals(r, rows.GetValueOrDefault(r.Id)))],
            Order = Rows.Select(r => r.Id).SequenceEqual(after.Rows.Select(r => r.Id)) ? null : [.. Rows.Select(r => r.Id)],
            Questions = [.. Questions.Where(q => !ReferenceEquals(q, questions.GetValueOrDefault(q.Id)))],
            QuestionOrder = Questions.Select(q => q.Id).SequenceEqual(after.Questions.Select(q => q.Id)) ? null : [.. Questions.Select(q => q.Id)],
            Notes = ReferenceEquals(Notes, after.Notes) ? null : Notes,
        };
        return after with { Steps = [.. Steps.TakeLast(Remembered - 1), step] };
    }

    private Review Replace(ReviewRow row) => this with { Rows = [.. Rows.Select(r => r.Id == row.Id ? row : r)] };

    private Review Replace(ReviewQuestion question) => this with { Questions = [.. Questions.Select(q => q.Id == question.Id ? question : q)] };

    private ReviewRow Known(int row) => Row(row) ?? throw new ArgumentException($"The review has no row {row}.", nameof(row));
}
