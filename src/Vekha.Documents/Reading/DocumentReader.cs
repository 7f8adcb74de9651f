using Vekha.Plans;

namespace Vekha.Documents.Reading;

/// <summary>What reading a file gave: the document as it is, the plan found in it, or the reason there is none.</summary>
/// <param name="Source">The document as it is; <c>null</c> when the file could not be opened.</param>
/// <param name="Draft">The plan found in it; <c>null</c> when there is none.</param>
/// <param name="Problems">What went wrong, in Russian; a fatal one explains why <paramref name="Draft"/> is missing.</param>
public sealed record DocumentReading(SourceDocument? Source, PlanDraft? Draft, IReadOnlyList<ReadingProblem> Problems);

/// <summary>Reads a file into the document as it is and the draft of its plan. Never throws on content.</summary>
public static class DocumentReader
{
    /// <summary>Reads a file by its content; the name only breaks ties between plain-text formats.</summary>
    /// <param name="file">A seekable stream at its start.</param>
    /// <param name="name">File name with extension.</param>
    public static DocumentReading Read(Stream file, string name) =>
        new(null, null, [new ReadingProblem("Чтение документов ещё не подключено.", IsFatal: true)]);
}
