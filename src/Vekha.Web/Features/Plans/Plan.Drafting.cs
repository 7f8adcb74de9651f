using Vekha.Deadlines;

namespace Vekha.Web.Features.Plans;

public sealed partial class Plan
{
    /// <summary>Changes a row of the draft.</summary>
    public void Change(Measure measure, string title, string? deadlineText, IEnumerable<Deadline> deadlines, IEnumerable<string> executors, IEnumerable<string> parts, bool everyExecutorAnswers)
    {
        MustBeDraft();
        measure.Word(title, deadlineText, deadlines, everyExecutorAnswers);
        measure.NameExecutors(executors);
        measure.SplitInto(parts);
    }

    /// <summary>Takes a row out of the draft; the rest close up.</summary>
    public void Remove(Measure measure)
    {
        MustBeDraft();
        measures.Remove(measure);
        foreach (var (row, position) in measures.OrderBy(m => m.Position).Select((m, i) => (m, i)).ToList()) row.StandAt(position);
    }
}
