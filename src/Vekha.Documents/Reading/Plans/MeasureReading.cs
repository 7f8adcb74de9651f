using System.Text.RegularExpressions;
using Vekha.Deadlines;
using Vekha.Norms;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>A measure with its words understood.</summary>
internal static partial class MeasureReading
{
    public static MeasureDraft Of(RawMeasure raw, int position, int? stage, List<StageDraft> stages, PlanYears years, TextRepairs repairs, Case column, List<DraftQuestion> questions)
    {
        var title = Footnotes.Unmark(raw.Title).TrimEnd(' ', ':').Trim();
        var inherited = raw.DeadlineInherited || raw.Deadlines.Count == 0 && !raw.IsParent && stage is { } s && stages[s].Deadlines.Count > 0;
        var text = raw.DeadlineText is { } words ? Footnotes.Unmark(Words.Lines(words)) : null;
        var reading = text is null ? null : InStage(Deadlines(raw, years.Near(stage is { } at ? stages[at] : null)), stage is { } under ? stages[under] : null, years);
        if (reading is not null) Ask(reading, position, raw, questions);
        else if (!raw.IsParent && !inherited)
            foreach (var (kind, doubt) in raw.Doubts)
                questions.Add(new DraftQuestion($"{kind}-{position}-{questions.Count}", kind, position, doubt, [], raw.Place));
        if (raw.DeadlineLost)
            questions.Add(new DraftQuestion($"deadline-lost-{position}", "deadline-lost", position, $"Срок мероприятия «{title}» потерян в документе. Каким он должен быть?", [], raw.Place));
        if (raw.ExecutorText.TrimEnd().EndsWith(','))
            questions.Add(new DraftQuestion($"executors-{position}", "executors", position, $"Список исполнителей обрывается запятой: «{Words.Line(raw.ExecutorText)}». Кто ещё?", [], raw.Places.GetValueOrDefault("executors", raw.Place)));
        if (title.EndsWith(','))
            questions.Add(new DraftQuestion($"title-{position}", "title", position, $"Название кончается запятой: «{title}». Текст оборван или знак лишний?", [], raw.Place));
        var norms = NormReader.Read(title);
        Contradictions.Ask(norms, $"«{title}»", position, raw.Place, questions);
        return new MeasureDraft
        {
            Number = raw.Number,
            Stage = stage,
            Title = title,
            Executors = raw.Executors ?? ExecutorCase.Split(raw.ExecutorText, column),
            DeadlineText = text,
            Deadlines = raw.DeadlineLost ? [new Deadline.Unknown()] : reading is not null ? reading.Deadlines : inherited && stage is { } i ? stages[i].Deadlines : [],
            DeadlineExplanation = reading?.Explanation,
            DeadlineInherited = inherited,
            ExecutorsInherited = raw.ExecutorsInherited,
            IsParent = raw.IsParent,
            Norms = norms,
            Parts = Deliverables.Of(title),
            ProposedTitle = repairs.Propose(title),
            Fields = raw.Fields,
            Confidence = Math.Min(raw.Confidence, reading is { IsCertain: false } ? 0.5 : 1),
            FieldConfidence = Fields(raw, reading, title, inherited),
            Place = raw.Place,
            Places = raw.Places,
        };
    }

    /// <summary>How sure each field is; those that are sure are left out.</summary>
    private static Dictionary<string, double> Fields(RawMeasure raw, DeadlineReading? reading, string title, bool inherited)
    {
        Dictionary<string, double> sure = [];
        if (raw.DeadlineLost) sure["deadline"] = 0.3;
        else if (reading is { IsCertain: false }) sure["deadline"] = 0.5;
        else if (inherited) sure["deadline"] = 0.8;
        if (raw.ExecutorText.TrimEnd().EndsWith(',')) sure["executors"] = 0.5;
        else if (raw.ExecutorsInherited && raw.FromText) sure["executors"] = 0.7;
        if (title.EndsWith(',')) sure["title"] = 0.5;
        // Glued, stacked or cut rows: all of the row was put together.
        if (raw.Confidence < 1) sure["title"] = Math.Min(raw.Confidence, sure.GetValueOrDefault("title", 1));
        return sure;
    }

    /// <summary>«25–29» under «Сентябрь»: the stage names the month.</summary>
    private static DeadlineReading InStage(DeadlineReading reading, StageDraft? stage, PlanYears years)
    {
        if ((stage?.Deadlines is [Deadline.During one] ? one : years.Month) is not { } month || month.First.Month != month.Last.Month) return reading;
        if (OfMonth.IsMatch(reading.Text)) return reading with { Deadlines = [month], Questions = [], Explanation = From(stage) };
        if (MonthName.IsMatch(reading.Text) || !reading.Deadlines.All(d => d is Deadline.Unknown) && !DayOnly.IsMatch(reading.Text)) return reading;
        var whole = years.Read($"{reading.Text} {Genitives[month.First.Month - 1]}", month.First.HasYear ? month.First.Year : null);
        return whole.Deadlines.All(d => d is Deadline.Unknown) ? reading : whole with { Text = reading.Text, Explanation = From(stage) };
    }

    private static string From(StageDraft? stage) => stage?.Deadlines.Count > 0 ? "месяц — из названия раздела" : "месяц — из названия плана";

    private static readonly string[] Genitives = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    [GeneratedRegex(@"^\s*(?:в\s+)?течени[ие]\s+(?:всего\s+)?месяца|^\s*весь\s+месяц", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfMonth { get; }

    [GeneratedRegex(DeadlineWords.Month + @"|\d\s*\.\s*\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthName { get; }

    [GeneratedRegex(@"^\W*(?:до|с|по|к|не\s+позднее|\d|числа|[-–—,\s]|и|недел\w*|декад\w*|перв\w+|втор\w+|трет\w+|четв\w+|последн\w+|начал\w+|середин\w+|кон\w+|месяца|[IVX]+)+\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayOnly { get; }

    private static DeadlineReading Deadlines(RawMeasure raw, PlanYears years)
    {
        var text = raw.DeadlineText!;
        if (raw.Known is not null) return new DeadlineReading(text, raw.Known, []);
        if (raw.Runs.Count > 0) return Joined(text, raw.Runs.Select(r => years.Read(r)));
        if (raw.Deadlines.Count == 1)
        {
            var words = Footnotes.Unmark(raw.Deadlines[0]);
            // «Ежегодные сроки исполнения | до 15 марта»
            return raw.EveryYear && years.Read("ежегодно, " + words) is { Deadlines: [Deadline.Every], Questions: [] } yearly ? yearly with { Text = words } : years.Read(words);
        }
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
