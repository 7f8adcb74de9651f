namespace Vekha.Deadlines;

/// <summary>What the reader knows around a deadline cell.</summary>
/// <param name="Year">The year a date without one belongs to, or <c>null</c>.</param>
/// <param name="YearFrom">Where that year comes from, in Russian, for the explanation («из названия плана»); <c>null</c> with no year.</param>
public sealed record ReadingContext(int? Year = null, string? YearFrom = null);

/// <summary>A doubt about a deadline, put to a person instead of a guess.</summary>
/// <param name="Text">The question in Russian.</param>
/// <param name="Candidates">Whole readings in order of likelihood; may be empty.</param>
public sealed record DeadlineQuestion(string Text, IReadOnlyList<IReadOnlyList<Deadline>> Candidates);

/// <summary>The reading of one deadline cell.</summary>
/// <param name="Text">The words of the document, untouched.</param>
/// <param name="Deadlines">What they say; a single <see cref="Deadline.Unknown"/> where nothing can be read.</param>
/// <param name="Questions">Doubts; a reading with doubts is not certain.</param>
/// <param name="Explanation">One Russian line on how the words were understood («год — из названия плана»), or <c>null</c> where they speak for themselves.</param>
public sealed record DeadlineReading(
    string Text, IReadOnlyList<Deadline> Deadlines, IReadOnlyList<DeadlineQuestion> Questions, string? Explanation = null)
{
    /// <summary>Whether nobody needs to be asked.</summary>
    public bool IsCertain => Questions.Count == 0 && !Deadlines.Any(d => d is Deadline.Unknown);
}
