using Vekha.Deadlines;
using Vekha.Documents.Reading.Plans;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>«Мероприятие»: a row of the plan.</summary>
public sealed partial class Measure
{
    private readonly List<MeasureExecutor> executors = [];
    private readonly List<Deliverable> deliverables = [];
    private List<Deadline> deadlines = [];

    private Measure() { }

    internal Measure(Guid planId, Stage? stage, int position, string? number, string title, string? code = null)
    {
        Id = Guid.CreateVersion7();
        PlanId = planId;
        StageId = stage?.Id;
        Position = position;
        Number = number;
        // Stages whose numbering starts again give codes П.1 … З.3; a continuous numbering needs no letter.
        Code = code ?? (stage is { Code.Length: > 0 } ? $"{stage.Code}.{number ?? (position + 1).ToString()}" : number ?? (position + 1).ToString());
        Title = string.IsNullOrWhiteSpace(title) ? throw new Refusal("Мероприятие не добавлено", "У него нет названия", "Впишите его словами документа") : title.Trim();
    }

    public Guid Id { get; private set; }
    public Guid PlanId { get; private set; }
    public Guid? StageId { get; private set; }
    public int Position { get; private set; }

    /// <summary>Number as printed; may start again in every stage.</summary>
    public string? Number { get; private set; }

    /// <summary>Unique within the plan: «П.3», «2.4», «17».</summary>
    public string Code { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>The words of the document before a person repaired them; <c>null</c> where nothing was repaired.</summary>
    public string? RawTitle { get; set; }

    /// <summary>Words of the deadline cell, for ever as they stood.</summary>
    public string? DeadlineText { get; set; }

    /// <summary>What they mean, as a person confirmed it.</summary>
    public List<Deadline> Deadlines
    {
        get => deadlines;
        set => (deadlines, CountsFromEvent) = (value, value.Exists(d => d is Deadline.Relative));
    }

    /// <summary>Some deadline of it is counted from an event: «30 дней со дня завершения проекта».</summary>
    public bool CountsFromEvent { get; private set; }

    /// <summary>By which rule a day off moves the deadline: a duty set by a law, an event bound to its day, …</summary>
    public DeadlineClass DeadlineClass { get; set; } = DeadlineClass.Plan;

    /// <summary>The period is that of the stage.</summary>
    public bool DeadlineInherited { get; set; }

    /// <summary>Each executor answers separately (several persons, each for a territory), instead of the first named for all.</summary>
    public bool EveryExecutorAnswers { get; set; }

    /// <summary>Quantities the text demands.</summary>
    public List<NormDraft> Norms { get; set; } = [];

    /// <summary>Other columns of the document by meaning: «audience», «method», «result», …</summary>
    public Dictionary<string, string> Fields { get; set; } = [];

    /// <summary>What was decided about the row while it was read.</summary>
    public string? Note { get; set; }

    /// <summary>The day a later version of the plan brought the row in; <c>null</c> for a row of the first version.</summary>
    public DateOnly? AddedOn { get; internal set; }

    /// <summary>The day a later version took the row out: before that day the plan still shows it.</summary>
    public DateOnly? RemovedOn { get; internal set; }

    /// <summary>The plan that «по отдельному плану» means, once it is known.</summary>
    public Guid? LinkedPlanId { get; set; }

    /// <summary>Executors in the order of the document; the first leads.</summary>
    public IReadOnlyList<MeasureExecutor> Executors => executors;

    /// <summary>«Результаты»: parts one measure is split into; numbering of the plan stays.</summary>
    public IReadOnlyList<Deliverable> Deliverables => deliverables;

    public MeasureExecutor AddExecutor(string name, ExecutorKind kind, bool byConsent = false, Guid? organisationId = null, Guid? personId = null)
    {
        var executor = new MeasureExecutor(Id, executors.Count, name, kind, byConsent, organisationId, personId);
        executors.Add(executor);
        return executor;
    }

    public Deliverable AddDeliverable(string title)
    {
        var deliverable = new Deliverable(Id, deliverables.Count, title);
        deliverables.Add(deliverable);
        return deliverable;
    }
}

/// <summary>«Исполнитель мероприятия»: a name in the executor cell and, once known, who stands behind it.</summary>
public sealed partial class MeasureExecutor
{
    private MeasureExecutor() { }

    internal MeasureExecutor(Guid measureId, int position, string name, ExecutorKind kind, bool byConsent, Guid? organisationId, Guid? personId)
    {
        Id = Guid.CreateVersion7();
        MeasureId = measureId;
        Position = position;
        Name = name.Trim();
        Kind = kind;
        ByConsent = byConsent;
        OrganisationId = organisationId;
        PersonId = personId;
    }

    public Guid Id { get; private set; }
    public Guid MeasureId { get; private set; }
    public int Position { get; private set; }

    /// <summary>As printed in the document.</summary>
    public string Name { get; private set; } = "";

    /// <summary>As lists call it: «Комитету общего образования» of a column «Кому» is «Комитет общего образования».</summary>
    public string Called => ExecutorWords.InNominative(Name);
    public ExecutorKind Kind { get; private set; }

    /// <summary>«(по согласованию)»: an outside body, invited and not ordered.</summary>
    public bool ByConsent { get; private set; }

    /// <summary>The unit of the tree this name means, once matched.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>The person this name means, once matched.</summary>
    public Guid? PersonId { get; set; }

    public bool IsLead => Position == 0;

    internal void StandAt(int position) => Position = position;
}

/// <summary>«Результат» of a measure.</summary>
public sealed class Deliverable
{
    private Deliverable() { }

    internal Deliverable(Guid measureId, int position, string title)
    {
        Id = Guid.CreateVersion7();
        MeasureId = measureId;
        Position = position;
        Title = title.Trim();
    }

    public Guid Id { get; private set; }
    public Guid MeasureId { get; private set; }
    public int Position { get; private set; }
    public string Title { get; private set; } = "";
}
