using Vekha.Documents.Reading.Plans;
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
    private static readonly ReadingProblem NoPlan = new(
        "В документе не найден план: нет ни таблицы мероприятий, ни пронумерованных пунктов со сроками. Проверьте, тот ли файл выбран.", IsFatal: true);

    /// <summary>Reads a file by its content; the name only breaks ties between plain-text formats.</summary>
    /// <param name="file">A seekable stream at its start.</param>
    /// <param name="name">File name with extension.</param>
    /// <param name="year">The year a person named for the plan, or <c>null</c> to look for it in the document.</param>
    public static DocumentReading Read(Stream file, string name, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            var source = FileFormat.Read(file, name);
            var draft = PlanFinder.Find(source, name, year);
            return new(source, draft, draft is null ? [.. source.Problems, NoPlan] : source.Problems);
        }
        catch (UnreadableException unreadable)
        {
            return new(null, null, [unreadable.Problem]);
        }
    }
}
