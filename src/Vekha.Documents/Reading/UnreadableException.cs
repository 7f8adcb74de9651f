namespace Vekha.Documents.Reading;

/// <summary>Ends the reading of a file that cannot be read; never leaves <see cref="DocumentReader"/>.</summary>
/// <param name="text">What is wrong and what to do about it, in Russian.</param>
/// <param name="place">Where, or <c>null</c>.</param>
internal sealed class UnreadableException(string text, string? place = null) : Exception(text)
{
    public ReadingProblem Problem { get; } = new(text, place, IsFatal: true);
}
