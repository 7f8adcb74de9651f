using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Finds the plan in a document: title, approval, stages, measures, executors, deadlines and the doubts about them.</summary>
public static class PlanFinder
{
    /// <summary>
    /// Finds the plan, or gives <c>null</c> where the document holds none. Never throws on content.
    /// A text file is best given as one paragraph a line, blank lines and tabs kept: tables drawn in text are found here.
    /// </summary>
    /// <param name="source">The document as it is.</param>
    /// <param name="name">Name of the file, used where the document has no title.</param>
    /// <param name="year">The year a person named for the plan, or <c>null</c> to look for it in the document.</param>
    /// <param name="columns">Heading of a column → its meaning as a person said it, in the names of <see cref="ColumnDraft.Meaning"/>; a name that is none of them is passed over.</param>
    public static PlanDraft? Find(SourceDocument source, string name, int? year = null, IReadOnlyDictionary<string, string>? columns = null)
    {
        var said = new SaidColumns(columns);
        var outline = Outline.Of(source, fromText: Path.GetExtension(name) is ".txt" or ".csv" or ".TXT" or ".CSV");
        var raw = TablePlan.Read(outline, said);
        if (raw.IsEmpty) raw = LabelledCards.Read(outline, said);
        // A sheet with one filled column is running text: steps and orders are kept in spreadsheets, too.
        if (raw.IsEmpty) outline = outline.Flattened();
        if (raw.IsEmpty) raw = Minutes.Read(outline);
        if (raw.IsEmpty) raw = NumberedText.Read(outline);
        return raw.IsEmpty ? null : Understanding.Of(raw, outline, name, year);
    }
}
