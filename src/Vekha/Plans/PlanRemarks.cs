using Vekha.Deadlines;

namespace Vekha.Plans;

/// <summary>«Замечание к плану»: something in its numbers, dates or people that does not agree.</summary>
/// <param name="Kind">«norm», «order», «span», «stage», «executors», «deadline», «unused», «duties».</param>
/// <param name="Measure">Position in <see cref="PlanDraft.Measures"/>, or <c>null</c> for the plan.</param>
/// <param name="Text">The remark in Russian.</param>
/// <param name="Place">Where to look.</param>
public sealed record PlanRemark(string Kind, int? Measure, string Text, SourcePlace Place);

/// <summary>«Замечания к плану»: the arithmetic check of a draft. Nothing is corrected, everything is said with its place.</summary>
public static class PlanRemarks
{
    /// <summary>The remarks on a review as it stands now; <see cref="PlanRemark.Measure"/> is the position of the row.</summary>
    /// <param name="review">The review.</param>
    /// <param name="abbreviations">What the document explains, see <see cref="PlanDraft.Abbreviations"/>.</param>
    public static IReadOnlyList<PlanRemark> Of(Review review, IReadOnlyDictionary<string, string>? abbreviations = null)
    {
        ArgumentNullException.ThrowIfNull(review);
        return Of(new PlanDraft
        {
            Title = review.Head.Title,
            Abbreviations = abbreviations ?? new Dictionary<string, string>(),
            Stages = review.Stages,
            Measures = [.. review.Rows.Select(r => new MeasureDraft
            {
                Number = r.Number, Title = r.Title, Stage = r.Stage, Executors = r.Executors, Deadlines = r.Deadlines,
                DeadlineInherited = r.DeadlineInherited, IsParent = r.IsParent, Place = r.Place, Fields = r.Fields,
            })],
            Questions = [.. review.Questions.Where(q => q.IsOpen() && q.Kind == "norm").Select(q => new DraftQuestion(q.Id, q.Kind, PositionOf(review, q), q.Text, q.Options, q.Place))],
        });
    }

    /// <summary>The remarks, the plan's own first, then by rows.</summary>
    public static IReadOnlyList<PlanRemark> Of(PlanDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        List<PlanRemark> remarks = [];
        Duties(draft, remarks);
        remarks.AddRange(draft.Questions.Where(q => q.Kind == "norm").Select(q => new PlanRemark("norm", q.Measure, q.Text, q.Place)));
        Unused(draft, remarks);
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

    private static int? PositionOf(Review review, ReviewQuestion question) =>
        question.Rows is [var only] && review.Row(only) is { } row ? review.Rows.ToList().IndexOf(row) : null;

    /// <summary>A short name that the document explains and then never uses.</summary>
    private static void Unused(PlanDraft draft, List<PlanRemark> remarks)
    {
        // A phrase in its case stands in the rows in another: only names of one word in capitals are looked for.
        foreach (var (name, full) in draft.Abbreviations.Where(a => a.Key.Length > 1 && a.Key.All(char.IsUpper)))
            if (!draft.Measures.Any(m => Mentions(m.Title, name) || m.Executors.Any(e => Mentions(e.Name, name)) || m.Fields.Values.Any(f => Mentions(f, name))))
                remarks.Add(new PlanRemark("unused", null, $"Сокращение «{name}» раскрыто ({full}), но ни в одной строке не встречается.", SourcePlace.Nowhere));
    }

    private static bool Mentions(string text, string name) => text.Contains(name, StringComparison.Ordinal);

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
