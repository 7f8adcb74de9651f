using Vekha.Plans;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Import;

/// <summary>A line of the comparison with a running plan, as it may be accepted.</summary>
/// <param name="Index">Its place among the lines, also its name in the form.</param>
/// <param name="Pair">What is different.</param>
/// <param name="Row">The row of the document; <c>null</c> for a removed one.</param>
/// <param name="Measure">The row of the plan; <c>null</c> for an added one.</param>
/// <param name="WhyNot">Why it cannot be accepted yet, or <c>null</c>.</param>
public sealed record ChangeLine(int Index, ComparedPair Pair, ReviewRow? Row, Measure? Measure, string? WhyNot)
{
    public bool IsDifferent => Pair.Change != RowChange.Same;
}

/// <summary>«Изменения по документу»: the lines of a comparison as amendments of the plan.</summary>
internal static class DocumentChanges
{
    /// <summary>Pairs with the rows behind them. A row nobody has confirmed is not accepted.</summary>
    public static IReadOnlyList<ChangeLine> Of(ReviewComparison comparison, Review review, IReadOnlyList<ComparedRow> after, Plan plan, IReadOnlyList<ComparedRow> before)
    {
        // Two rows of a document may be equal to the letter: they are told apart by where they stand.
        IEqualityComparer<ComparedRow> byPlace = ReferenceEqualityComparer.Instance;
        var rows = after.Zip(review.Rows).ToDictionary(p => p.First, p => p.Second, byPlace);
        var measures = before.Zip(plan.Rows).ToDictionary(p => p.First, p => p.Second, byPlace);
        return [.. comparison.Lines.Select((pair, i) =>
        {
            var row = pair.After is { } a ? rows[a] : null;
            var needsLook = row is not null && pair.Change is RowChange.Added or RowChange.Changed && review.StateOf(row) != ReviewRowState.Confirmed;
            return new ChangeLine(i, pair, row, pair.Before is { } b ? measures[b] : null, needsLook ? "строка не подтверждена" : null);
        })];
    }

    /// <summary>The accepted lines as changes of the plan. Where all are accepted, the numbers follow the new document too.</summary>
    public static IReadOnlyList<RowAmendment> Accepted(IReadOnlyList<ChangeLine> lines, IReadOnlySet<int> taken, Review review, IReadOnlyDictionary<int, string> codes, ExecutorMatch matches)
    {
        var all = lines.Where(l => l.IsDifferent).All(l => taken.Contains(l.Index));
        List<RowAmendment> changes = [];
        Guid above = default;
        foreach (var line in lines)
        {
            if (line is { Measure: { } measure, Row: { } row })
            {
                var renumbered = all && measure.Code != codes[row.Id];
                if (line.IsDifferent && taken.Contains(line.Index) && WordsOf(line.Pair, row, matches) is { } words) changes.Add(new RowAmendment.Change(measure.Id, words));
                if ((line.IsDifferent && taken.Contains(line.Index) && IsMoved(line.Pair)) || renumbered)
                    changes.Add(new RowAmendment.Move(measure.Id, null, StageOf(row, review), all ? row.Number : measure.Number, all ? codes[row.Id] : measure.Code, IsMoved(line.Pair) ? above : null));
                above = measure.Id;
            }
            else if (taken.Contains(line.Index) && line.Measure is { } gone) changes.Add(new RowAmendment.Remove(gone.Id));
            else if (taken.Contains(line.Index) && line.Row is { } added)
                changes.Add(new RowAmendment.Add(null, StageOf(added, review), added.Number, codes[added.Id], Whole(added, matches), above));
        }
        return changes;
    }

    private static bool IsMoved(ComparedPair pair) => pair.Change == RowChange.Moved || (pair.Change == RowChange.Changed && pair.Before!.Stage != pair.After!.Stage);

    private static string? StageOf(ReviewRow row, Review review) => row.Stage is { } at && at < review.Stages.Count ? review.Stages[at].Title : null;

    private static RowWords? WordsOf(ComparedPair pair, ReviewRow row, ExecutorMatch matches)
    {
        if (pair.Fields.Count == 0) return null;
        var whole = Whole(row, matches);
        bool Has(string field) => pair.Fields.Any(f => f.Name == field);
        return new()
        {
            Title = Has("название") ? whole.Title : null,
            Executors = Has("исполнители") ? whole.Executors : null,
            EveryExecutorAnswers = Has("исполнители") ? whole.EveryExecutorAnswers : null,
            DeadlineText = Has("срок") ? whole.DeadlineText : null,
            Deadlines = Has("срок") ? whole.Deadlines : null,
        };
    }

    private static RowWords Whole(ReviewRow row, ExecutorMatch matches) => new()
    {
        Title = row.Title, DeadlineText = row.DeadlineText, Deadlines = row.Deadlines, EveryExecutorAnswers = row.EveryExecutorAnswers,
        Executors = [.. row.Executors.Select(matches.Named)],
    };
}
