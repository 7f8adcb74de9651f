using Vekha.Plans;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Import;

/// <summary>Makes a plan of a confirmed review. The plan is not approved: that is for its head.</summary>
internal static class PlanAssembly
{
    public static Plan Of(OpenImport open, ExecutorNames names)
    {
        var (review, draft) = (open.Draft.Review, open.Draft.Draft);
        var plan = new Plan(open.Programme.Id, review.Head.Title, review.Head.Period()!.Value)
        {
            Kind = review.Head.Kind,
            Abbreviations = (review.Abbreviations ?? []).ToDictionary(a => a.Short, a => a.Full),
            Notes = [.. review.Notes, .. draft.GeneralRequirements.Select(r => $"Общее требование: {r}"), .. draft.Goals.Select(g => $"Цель: {g}")],
            SourceFileId = open.Draft.FileId,
            ApproverPost = review.Head.Approval?.Position,
            ApproverName = review.Head.Approval?.Name,
            ApprovalWritten = review.Head.Approval?.Date,
            ApprovalAct = review.Head.Approval?.Act,
        };
        var letters = PlanCodes.OfStages(review);
        var codes = PlanCodes.Of(review);
        var stages = review.Stages.Select(s => Add(plan, s, letters)).ToList();
        foreach (var row in review.Rows) Add(plan, row, row.Stage is { } at && at < stages.Count ? stages[at] : null, codes[row.Id], names);
        return plan;
    }

    private static Stage Add(Plan plan, StageDraft draft, IReadOnlyDictionary<string, string> letters)
    {
        var stage = plan.AddStage(draft.Title, draft.Number, letters.GetValueOrDefault(PlanCodes.StageKey(draft), ""));
        (stage.Outcome, stage.DeadlineText, stage.Deadlines) = (draft.Outcome, draft.DeadlineText, [.. draft.Deadlines]);
        return stage;
    }

    private static void Add(Plan plan, ReviewRow row, Stage? stage, string code, ExecutorNames names)
    {
        var measure = plan.AddMeasure(stage, row.Number, Lines(row), code);
        measure.RawTitle = row.RawTitle == row.Title ? null : row.RawTitle;
        measure.DeadlineText = row.DeadlineText;
        measure.Deadlines = [.. row.Deadlines];
        measure.DeadlineInherited = row.DeadlineInherited;
        measure.EveryExecutorAnswers = row.EveryExecutorAnswers;
        measure.Norms = [.. row.Norms];
        measure.Fields = row.Fields.ToDictionary();
        if (row.IsParent) measure.Fields["parent"] = "true";
        measure.Note = row.Decisions.Count > 0 ? string.Join("\n", row.Decisions) : null;
        foreach (var executor in row.Executors)
        {
            var (organisation, person) = names.Find(executor);
            measure.AddExecutor(executor.Name, executor.Kind, executor.ByConsent, organisation, person);
        }
        foreach (var part in row.Deliverables) measure.AddDeliverable(part);
    }

    // «…сотрудников Администрации» and «Определение ответственных…» stand on lines of their own in the cell and stay so in the plan.
    private static string Lines(ReviewRow row) => string.Join(' ', row.Parts) == row.Title ? string.Join('\n', row.Parts) : row.Title;
}

/// <summary>Finds the unit or the person that a name on paper means. A name that fits two means nobody.</summary>
internal sealed class ExecutorNames
{
    private readonly ILookup<string, Guid> organisations;
    private readonly ILookup<string, Guid> people;

    public ExecutorNames(IEnumerable<Organisation> organisations, IEnumerable<Person> people)
    {
        this.organisations = organisations.SelectMany(o => new[] { o.Name, o.ShortName }.Select(Ru.Key).Distinct().Select(n => (n, o.Id))).ToLookup(n => n.n, n => n.Id);
        this.people = people.SelectMany(p => new[] { p.FullName, p.ShortName, Reversed(p.ShortName) }.Select(Ru.Key).Distinct().Select(n => (n, p.Id))).ToLookup(n => n.n, n => n.Id);
    }

    public (Guid? Organisation, Guid? Person) Find(ExecutorDraft executor) => executor.Kind switch
    {
        ExecutorKind.Person => (null, Only(people, executor.Name)),
        ExecutorKind.Class => (null, null),
        _ => (Only(organisations, executor.Name), null),
    };

    private static Guid? Only(ILookup<string, Guid> known, string name) => known[Ru.Key(name)].Take(2).ToArray() is [var one] ? one : null;

    // «И.П. Федотов» stands in documents as «Федотов И.П.»
    private static string Reversed(string shortName) => shortName.LastIndexOf(' ') is > 0 and var gap ? $"{shortName[(gap + 1)..]} {shortName[..gap]}" : shortName;
}
