using Vekha.Deadlines;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>A measure with its words understood.</summary>
internal static class MeasureReading
{
    public static MeasureDraft Of(RawMeasure raw, int position, int? stage, List<StageDraft> stages, PlanYears years, List<DraftQuestion> questions)
    {
        var title = Footnotes.Unmark(raw.Title).TrimEnd(' ', ':').Trim();
        var inherited = raw.DeadlineInherited || raw.Deadlines.Count == 0 && !raw.IsParent && stage is { } s && stages[s].Deadlines.Count > 0;
        var text = raw.DeadlineText is { } words ? Footnotes.Unmark(Words.Lines(words)) : null;
        var reading = text is null ? null : Deadlines(raw, years);
        if (reading is not null) Ask(reading, position, raw, questions);
        return new MeasureDraft
        {
            Number = raw.Number,
            Stage = stage,
            Title = title,
            Executors = raw.Executors ?? Executors.Split(raw.ExecutorText),
            DeadlineText = text,
            Deadlines = raw.DeadlineLost ? [new Deadline.Unknown()] : reading is not null ? reading.Deadlines : inherited && stage is { } i ? stages[i].Deadlines : [],
            DeadlineExplanation = reading?.Explanation,
            DeadlineInherited = inherited,
            ExecutorsInherited = raw.ExecutorsInherited,
            IsParent = raw.IsParent,
            Norms = Norms.Of(title),
            Fields = raw.Fields,
            Confidence = Math.Min(raw.Confidence, reading is { IsCertain: false } ? 0.5 : 1),
            Place = raw.Place,
            Places = raw.Places,
        };
    }

    private static DeadlineReading Deadlines(RawMeasure raw, PlanYears years)
    {
        var text = raw.DeadlineText!;
        if (raw.Known is not null) return new DeadlineReading(text, raw.Known, []);
        if (raw.Runs.Count > 0) return Joined(text, raw.Runs.Select(r => years.Read(r)));
        if (raw.Deadlines.Count == 1) return years.Read(Footnotes.Unmark(raw.Deadlines[0]));
        var parts = raw.Deadlines.Select(d => years.Read(Footnotes.Unmark(d))).ToList();
        if (raw.DeadlineJoint == " – " && First(parts[0]) is { } first && Last(parts[^1]) is { } last)
            return new DeadlineReading(text, [new Deadline.During(first, last)], [.. parts.SelectMany(p => p.Questions)], parts[0].Explanation);
        return Joined(text, parts);
    }

    private static DeadlineReading Joined(string text, IEnumerable<DeadlineReading> parts)
    {
        var all = parts.ToList();
        return new DeadlineReading(text, [.. all.SelectMany(p => p.Deadlines)], [.. all.SelectMany(p => p.Questions)], all.Select(p => p.Explanation).FirstOrDefault(e => e is not null));
    }

    private static WrittenDate? First(DeadlineReading reading) => reading.Deadlines.FirstOrDefault() switch
    {
        Deadline.On d => d.Date,
        Deadline.By d => d.Date,
        Deadline.From d => d.Date,
        Deadline.During d => d.First,
        _ => null,
    };

    private static WrittenDate? Last(DeadlineReading reading) => reading.Deadlines.LastOrDefault() switch
    {
        Deadline.On d => d.Date,
        Deadline.By d => d.Date,
        Deadline.During d => d.Last,
        _ => null,
    };

    private static void Ask(DeadlineReading reading, int position, RawMeasure raw, List<DraftQuestion> questions)
    {
        foreach (var question in reading.Questions)
            questions.Add(new DraftQuestion($"deadline-{position}-{questions.Count}", "deadline", position, question.Text,
                [.. question.Candidates.Select(c => new QuestionOption(string.Join("; ", c.Select(d => DeadlineJson.Write(d).ToJsonString())), string.Join("", c.Select(d => DeadlineJson.Write(d).ToJsonString()))))],
                raw.Places.GetValueOrDefault("deadline", raw.Place)));
        foreach (var (kind, text) in raw.Doubts)
            questions.Add(new DraftQuestion($"{kind}-{position}-{questions.Count}", kind, position, text, [], raw.Place));
    }
}
