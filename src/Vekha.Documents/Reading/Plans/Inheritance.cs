namespace Vekha.Documents.Reading.Plans;

/// <summary>What a row takes from the one above it: executor and deadline of a parent, of a merged cell.</summary>
internal static class Inheritance
{
    public static void Apply(RawPlan raw)
    {
        Parents(raw.Measures);
        var fromText = raw.Measures.Any(m => m.FromText);
        RawMeasure? above = null;
        foreach (var measure in raw.Measures)
        {
            // Text loses merging: an empty executor under a filled one was a merged cell.
            if (fromText && measure is { ExecutorText: "", Executors: null, IsParent: false } && above is { ExecutorText.Length: > 0 } && ReferenceEquals(above.Stage, measure.Stage))
            {
                measure.ExecutorText = above.ExecutorText;
                measure.ExecutorsInherited = true;
                measure.Confidence = Math.Min(measure.Confidence, 0.7);
            }
            above = measure;
        }
    }

    private static void Parents(List<RawMeasure> measures)
    {
        for (var i = 0; i < measures.Count; i++)
        {
            var parent = measures[i];
            for (var j = i + 1; j < measures.Count && ReferenceEquals(measures[j].Stage, parent.Stage); j++)
            {
                var child = measures[j];
                if (!(child.IsChild && child.Number is null || Numbering.IsUnder(child.Number, parent.Number)) || parent.IsChild && child.Number is null) break;
                parent.IsParent = parent.Deadlines.Count == 0;
                if (child.ExecutorText.Length == 0 && child.Executors is null && (parent.ExecutorText.Length > 0 || parent.Executors is not null))
                    (child.ExecutorText, child.Executors, child.ExecutorsInherited) = (parent.ExecutorText, parent.Executors, true);
                if (child.Deadlines.Count == 0 && parent.Deadlines.Count > 0)
                {
                    child.Deadlines.AddRange(parent.Deadlines);
                    (child.DeadlineJoint, child.Known) = (parent.DeadlineJoint, parent.Known);
                    child.Runs.AddRange(parent.Runs);
                }
            }
        }
    }
}
