namespace Vekha.Plans;

/// <summary>
/// «Вопрос разбора»: a doubt of the reader, or of the review itself, about one or several rows. Equal doubts with equal
/// answers are asked once.
/// </summary>
public sealed record ReviewQuestion
{
    /// <summary>Stable within the review.</summary>
    public required string Id { get; init; }

    /// <summary>What is asked about; the kinds of <see cref="DraftQuestion.Kind"/> and those of <see cref="ReviewQuestionKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The name it is about, where it is about one: a class of executors; otherwise <c>null</c>.</summary>
    public string? About { get; init; }

    /// <summary>Rows it concerns by <see cref="ReviewRow.Id"/>; empty for the plan as a whole.</summary>
    public IReadOnlyList<int> Rows { get; init; } = [];

    /// <summary>The question in Russian.</summary>
    public required string Text { get; init; }

    /// <summary>Answers to choose from, the likeliest first; may be empty.</summary>
    public IReadOnlyList<QuestionOption> Options { get; init; } = [];

    /// <summary>Where to look in the document.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.Nowhere;

    /// <summary>What was answered, or <c>null</c>.</summary>
    public ReviewAnswer? Answer { get; init; }

    /// <summary>Put off by a person: asked again after the others.</summary>
    public bool Skipped { get; init; }

    /// <summary>Whether it still waits for an answer.</summary>
    public bool IsOpen() => Answer is null;

    /// <summary>Whether its answer is a deadline.</summary>
    public bool AsksDeadline() => Kind is ReviewQuestionKind.Deadline or ReviewQuestionKind.DeadlineLost;
}

/// <summary>An answer to a question.</summary>
/// <param name="Label">What the person chose or typed, in Russian.</param>
/// <param name="Value">What the field becomes, see <see cref="QuestionOption.Value"/>.</param>
/// <param name="Own">Typed instead of chosen.</param>
/// <param name="ByRule">Decided by the rules of the programme before anybody was asked; a person may change it.</param>
public sealed record ReviewAnswer(string Label, string Value, bool Own = false, bool ByRule = false)
{
    /// <summary>The document in whose review a person decided so; this answer was remembered and may be changed. <c>null</c> for an answer given here.</summary>
    public string? From { get; init; }
}

/// <summary>The kinds of question that change a field of the review when they are answered.</summary>
public static class ReviewQuestionKind
{
    /// <summary>What the words of a deadline mean.</summary>
    public const string Deadline = "deadline";

    /// <summary>A deadline whose words or number are lost.</summary>
    public const string DeadlineLost = "deadline-lost";

    /// <summary>Which stage the row belongs to.</summary>
    public const string Stage = "stage";

    /// <summary>Who is to do it.</summary>
    public const string Executors = "executors";

    /// <summary>Who belongs to a class of executors: names on lines; «» leaves the class as it is.</summary>
    public const string Members = "members";

    /// <summary>Misprints of titles: «true» takes all proposed repairs, «false» none.</summary>
    public const string Titles = "titles";

    /// <summary>One title.</summary>
    public const string Title = "title";

    /// <summary>Day of the approval.</summary>
    public const string Approval = "approval";

    /// <summary>Whether «до 1 октября» includes 1 October: «true» or «false»; asked once for a plan.</summary>
    public const string Inclusive = "inclusive";

    /// <summary>Where a deadline goes that falls on a day off: the name of a shift rule.</summary>
    public const string Shift = "shift";

    /// <summary>The year of the plan.</summary>
    public const string Year = "year";

    /// <summary>Whether two spellings are one executor; the value is the name to keep and the spellings it replaces, a line each.</summary>
    public const string Same = "same-executor";

    /// <summary>Which territory is meant; the value is a command of <see cref="Review.Territories"/> or <see cref="ReviewValue.Keep"/>.</summary>
    public const string Territory = "territory";
}
