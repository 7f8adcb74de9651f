using Vekha.Calendars;
using Vekha.Deadlines;

namespace Vekha.Plans;

/// <summary>«Замечание к плану»: something in its numbers, dates or people that does not agree.</summary>
/// <param name="Kind">
/// «duties», «norm», «norm-total», «span», «stage», «order», «year», «day-off», «executors», «deadline», «unused», «territory»; <see cref="PlanRemarks.Heading"/> names its group.
/// </param>
/// <param name="Measure">Position in <see cref="PlanDraft.Measures"/>, or <c>null</c> for the plan.</param>
/// <param name="Text">The remark in Russian.</param>
/// <param name="Place">Where to look.</param>
public sealed record PlanRemark(string Kind, int? Measure, string Text, SourcePlace Place);

/// <summary>«Замечания к плану»: the arithmetic check of a draft. Nothing is corrected, everything is said with its place.</summary>
public static partial class PlanRemarks
{
    /// <summary>The remarks on a review as it stands now; <see cref="PlanRemark.Measure"/> is the position of the row.</summary>
    /// <param name="review">The review.</param>
    /// <param name="calendar">Days off of the place; the federal calendar unless said otherwise.</param>
    public static IReadOnlyList<PlanRemark> Of(Review review, WorkCalendar? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(review);
        return Of(new PlanDraft
        {
            Title = review.Head.Title,
            Year = review.Head.Year,
            Abbreviations = (review.Abbreviations ?? []).ToDictionary(a => a.Short, a => a.Full),
            Stages = review.Stages,
            Territories = review.Territories,
            Measures = [.. review.Rows.Select(r => new MeasureDraft
            {
                Number = r.Number, Title = r.Title, Stage = r.Stage, Executors = r.Executors, Deadlines = r.Deadlines, DeadlineText = r.DeadlineText,
                DeadlineInherited = r.DeadlineInherited, IsParent = r.IsParent, Norms = r.Norms, Place = r.Place, Fields = r.Fields, Territories = r.Territories,
            })],
            Questions = [.. review.Questions.Where(q => q.IsOpen() && (q.Kind is "norm" or ReviewQuestionKind.Territory)).Select(q => new DraftQuestion(q.Id, q.Kind, PositionOf(review, q), q.Text, q.Options, q.Place))],
        }, calendar);
    }

    private static int? PositionOf(Review review, ReviewQuestion question) =>
        question.Rows is [var only] && review.Row(only) is { } row ? review.Rows.ToList().IndexOf(row) : null;

    /// <summary>The remarks, the plan's own first, then by rows.</summary>
    /// <param name="draft">The draft as it was read.</param>
    /// <param name="calendar">Days off of the place; the federal calendar unless said otherwise.</param>
    public static IReadOnlyList<PlanRemark> Of(PlanDraft draft, WorkCalendar? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        List<PlanRemark> remarks = [];
        AddDuties(draft, remarks);
        remarks.AddRange(draft.Questions.Where(q => q.Kind == "norm" || q.Id.StartsWith("territory-count", StringComparison.Ordinal)).Select(q => new PlanRemark(q.Kind == "norm" ? "norm" : "territory", q.Measure, q.Text, q.Place)));
        AddTotals(draft, remarks);
        AddUnused(draft, remarks);
        AddStageSpans(draft, remarks);
        AddDaysOff(draft, calendar ?? WorkCalendar.Russia, remarks);
        AddRows(draft, remarks);
        return remarks;
    }

    /// <summary>What a group of remarks is called on a page and in the paper: «Сроки», «Исполнители».</summary>
    public static string Heading(string kind) => kind switch
    {
        "duties" or "norm-total" => "Что следует из плана",
        "norm" => "Числа, которые не сходятся",
        "executors" or "unused" => "Исполнители",
        "territory" => "Территории",
        _ => "Сроки",
    };

    private static void AddRows(PlanDraft draft, List<PlanRemark> remarks)
    {
        var namesExecutors = draft.Measures.Any(m => m.Executors.Count > 0);
        var ordered = MostlyOrdered(draft);
        var years = Years(draft);
        for (var i = 0; i < draft.Measures.Count; i++)
        {
            var measure = draft.Measures[i];
            if (measure.IsParent) continue;
            if (namesExecutors && measure.Executors.Count == 0) Add(remarks, draft, i, "executors", "не назван исполнитель");
            if (measure.Deadlines.All(d => d is Deadline.Unknown)) Add(remarks, draft, i, "deadline", "нет срока");
            if (measure.Deadlines.Any(d => d is Deadline.Relative { Offset: null })) Add(remarks, draft, i, "deadline", $"в сроке потеряно число: «{measure.DeadlineText}»");
            AddSpans(draft, i, remarks);
            AddOutsideStage(draft, i, remarks);
            AddYear(draft, i, years, remarks);
            if (ordered && i > 0 && draft.Measures[i - 1].Stage == measure.Stage && Due(draft.Measures[i - 1]) is { } before && Due(measure) is { } due && due.CompareTo(before) < 0)
                Add(remarks, draft, i, "order", $"срок {Written(due)} раньше, чем у строки выше ({Written(before)})");
        }
    }

    private static void Add(List<PlanRemark> remarks, PlanDraft draft, int i, string kind, string what) =>
        remarks.Add(new PlanRemark(kind, i, $"{Name(draft.Measures[i])}: {what}.", draft.Measures[i].Place));

    private static string Name(MeasureDraft measure) => measure.Number is { } number ? $"п. {number} «{measure.Title}»" : $"«{measure.Title}»";

    private static void AddSpans(PlanDraft draft, int i, List<PlanRemark> remarks)
    {
        foreach (var span in draft.Measures[i].Deadlines.OfType<Deadline.During>())
            if (IsReversed(span)) Add(remarks, draft, i, "span", $"окончание {Written(span.Last)} раньше начала {Written(span.First)}");
    }

    private static bool IsReversed(Deadline.During span) => span.First.CompareTo(span.Last) > 0;

    private static void AddStageSpans(PlanDraft draft, List<PlanRemark> remarks)
    {
        foreach (var stage in draft.Stages)
            foreach (var span in stage.Deadlines.OfType<Deadline.During>().Where(IsReversed))
                remarks.Add(new PlanRemark("span", null, $"Этап «{stage.Title}»: окончание {Written(span.Last)} раньше начала {Written(span.First)}.", stage.Place));
    }

    private static void AddOutsideStage(PlanDraft draft, int i, List<PlanRemark> remarks)
    {
        var measure = draft.Measures[i];
        if (measure.DeadlineInherited || measure.Stage is not { } s || draft.Stages[s].Deadlines is not [Deadline.During stage]) return;
        foreach (var day in Days(measure).Where(d => d.HasYear == stage.Last.HasYear))
            if (day.CompareTo(stage.Last) > 0 || day.CompareTo(stage.First) < 0)
            {
                Add(remarks, draft, i, "stage", $"срок {Written(day)} вне периода этапа «{draft.Stages[s].Title}» ({Written(stage.First)} – {Written(stage.Last)})");
                return;
            }
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

    private static WrittenDate? Due(MeasureDraft measure) => measure.Deadlines is [var only] ? Due(only) : null;

    private static WrittenDate? Due(Deadline deadline) => deadline switch
    {
        Deadline.On on => on.Date,
        Deadline.By by => by.Date,
        Deadline.During during => during.Last,
        _ => null,
    };

    private static IEnumerable<WrittenDate> Days(MeasureDraft measure) => measure.Deadlines.SelectMany(d => d is Deadline.During span ? [span.First, span.Last] : Due(d) is { } due ? [due] : Array.Empty<WrittenDate>());

    private static string Written(WrittenDate date) => date.HasYear ? $"{date.Day:00}.{date.Month:00}.{date.Year}" : $"{date.Day:00}.{date.Month:00}";
}
