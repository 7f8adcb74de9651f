using Vekha.Deadlines;

namespace Vekha.Plans;

/// <summary>«Замечание к плану»: something in its numbers, dates or people that does not agree.</summary>
/// <param name="Kind">«norm», «order», «span», «stage», «executors», «deadline», «duties».</param>
/// <param name="Measure">Position in <see cref="PlanDraft.Measures"/>, or <c>null</c> for the plan.</param>
/// <param name="Text">The remark in Russian.</param>
/// <param name="Place">Where to look.</param>
public sealed record PlanRemark(string Kind, int? Measure, string Text, SourcePlace Place);

/// <summary>«Замечания к плану»: the arithmetic check of a draft. Nothing is corrected, everything is said with its place.</summary>
public static class PlanRemarks
{
    /// <summary>The remarks, the plan's own first, then by rows.</summary>
    public static IReadOnlyList<PlanRemark> Of(PlanDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        List<PlanRemark> remarks = [];
        Duties(draft, remarks);
        remarks.AddRange(draft.Questions.Where(q => q.Kind == "norm").Select(q => new PlanRemark("norm", q.Measure, q.Text, q.Place)));
        var namesExecutors = draft.Measures.Any(m => m.Executors.Count > 0);
        var ordered = MostlyOrdered(draft);
        for (var i = 0; i < draft.Measures.Count; i++)
        {
            var measure = draft.Measures[i];
            if (measure.IsParent) continue;
            if (namesExecutors && measure.Executors.Count == 0) Add(remarks, draft, i, "executors", "не назван исполнитель");
            if (measure.Deadlines.All(d => d is Deadline.Unknown)) Add(remarks, draft, i, "deadline", "нет срока");
            Spans(draft, i, remarks);
            OutsideStage(draft, i, remarks);
            if (ordered && i > 0 && draft.Measures[i - 1].Stage == measure.Stage && Due(draft.Measures[i - 1]) is { } before && Due(measure) is { } due && due.CompareTo(before) < 0)
                Add(remarks, draft, i, "order", $"срок {Written(due)} раньше, чем у строки выше ({Written(before)})");
        }
        return remarks;
    }

    private static void Add(List<PlanRemark> remarks, PlanDraft draft, int i, string kind, string what)
    {
        var measure = draft.Measures[i];
        var name = measure.Number is { } number ? $"п. {number} «{measure.Title}»" : $"«{measure.Title}»";
        remarks.Add(new PlanRemark(kind, i, $"{name}: {what}.", measure.Place));
    }

    /// <summary>«34 строки — около 70 поручений»: each executor on each day is a duty of its own.</summary>
    private static void Duties(PlanDraft draft, List<PlanRemark> remarks)
    {
        var rows = draft.Measures.Count(m => !m.IsParent);
        var duties = draft.Measures.Where(m => !m.IsParent).Sum(m => Math.Max(1, m.Executors.Count) * Math.Max(1, m.Deadlines.Count));
        if (duties > rows)
            remarks.Add(new PlanRemark("duties", null, $"Строк: {rows}. С учётом исполнителей и отдельных сроков из них следует поручений: {duties}.", SourcePlace.Nowhere));
    }

    private static void Spans(PlanDraft draft, int i, List<PlanRemark> remarks)
    {
        foreach (var span in draft.Measures[i].Deadlines.OfType<Deadline.During>())
            if (span.First.CompareTo(span.Last) > 0) Add(remarks, draft, i, "span", $"окончание {Written(span.Last)} раньше начала {Written(span.First)}");
    }

    private static void OutsideStage(PlanDraft draft, int i, List<PlanRemark> remarks)
    {
        var measure = draft.Measures[i];
        if (measure.DeadlineInherited || measure.Stage is not { } s || draft.Stages[s].Deadlines is not [Deadline.During stage]) return;
        if (Due(measure) is not { } due || due.HasYear != stage.Last.HasYear) return;
        if (due.CompareTo(stage.Last) > 0 || due.CompareTo(stage.First) < 0)
            Add(remarks, draft, i, "stage", $"срок {Written(due)} вне периода этапа «{draft.Stages[s].Title}» ({Written(stage.First)} – {Written(stage.Last)})");
    }

    /// <summary>Out of order is worth a remark only in a plan that keeps an order.</summary>
    private static bool MostlyOrdered(PlanDraft draft)
    {
        int pairs = 0, kept = 0;
        for (var i = 1; i < draft.Measures.Count; i++)
            if (draft.Measures[i - 1].Stage == draft.Measures[i].Stage && Due(draft.Measures[i - 1]) is { } before && Due(draft.Measures[i]) is { } due)
            {
                pairs++;
                if (due.CompareTo(before) >= 0) kept++;
            }
        return pairs >= 3 && kept * 5 >= pairs * 4;
    }

    private static WrittenDate? Due(MeasureDraft measure) => measure.Deadlines is not [var only] ? null : only switch
    {
        Deadline.On on => on.Date,
        Deadline.By by => by.Date,
        Deadline.During during => during.Last,
        _ => null,
    };

    private static string Written(WrittenDate date) => date.HasYear ? $"{date.Day:00}.{date.Month:00}.{date.Year}" : $"{date.Day:00}.{date.Month:00}";
}
