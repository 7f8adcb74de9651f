using Vekha.Deadlines;
using Vekha.Documents.Reading.Plans.Territories;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Understands the words the layout gave: deadlines, executors, inheritance, norms, doubts.</summary>
internal static class Understanding
{
    public static PlanDraft Of(RawPlan raw, Outline outline, string name, int? year)
    {
        var titles = Titles.Of(raw);
        var years = PlanYears.Of(titles, raw, year);
        Inheritance.Apply(raw);
        List<DraftQuestion> questions = [.. raw.Questions];
        var stages = raw.Stages.Select(s => StageReading.Of(s, years)).ToList();
        var order = raw.Stages.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i);
        foreach (var stage in stages) Contradictions.Ask(stage.Norms, $"«{stage.Title}»", null, stage.Place, questions);
        Contradictions.AskScope(stages, questions);
        if (titles.Approval is { Act: null, Date: null } approval)
            questions.Add(new DraftQuestion("approval", "approval", null, "В грифе «Утверждаю» нет даты. Когда план утверждён?", [], approval.Place));
        var repairs = new TextRepairs(raw.Measures.Select(m => m.Title));
        List<MeasureDraft> measures = [];
        var preparing = years.IsSchool;
        var column = ExecutorCase.Of(raw.Measures.Where(m => m.Executors is null).Select(m => m.ExecutorText));
        foreach (var measure in raw.Measures)
        {
            measures.Add(MeasureReading.Of(measure, measures.Count, measure.Stage is null ? null : order[measure.Stage], stages, years with { IsPreparing = preparing }, repairs, column, questions));
            preparing = preparing && measures[^1].Deadlines.All(d => d is not (Deadline.On or Deadline.By or Deadline.During) || PlanYears.IsAugust(d));
        }
        var draft = new PlanDraft
        {
            Title = titles.Title.Length > 0 ? titles.Title : Path.GetFileNameWithoutExtension(name),
            Kind = raw.Kind ?? "roadmap",
            Year = years.Year,
            YearFrom = years.From,
            Approval = titles.Approval,
            Abbreviations = Abbreviations.Of(raw, outline),
            Contacts = Contacts.Of(raw),
            Columns = raw.Columns,
            ColumnMeanings = raw.ColumnMeanings,
            Goals = [.. AroundPlan.Goals(raw)],
            GeneralRequirements = [.. AroundPlan.Requirements(raw)],
            Stages = stages,
            Measures = measures,
            Questions = questions,
            Notes = raw.Notes,
        };
        return SameExecutors.Into(TerritoryReading.Into(draft));
    }
}
