using Vekha.Calendars;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>«План мероприятий («дорожная карта»)»: what was approved on paper, row by row.</summary>
public sealed partial class Plan
{
    private readonly List<Stage> stages = [];
    private readonly List<Measure> measures = [];
    private Dictionary<string, string> abbreviations = [];
    private readonly List<PlanVersion> versions = [];

    private Plan() { }

    /// <param name="programmeId">The programme it belongs to.</param>
    /// <param name="title">Title in the words of the document.</param>
    /// <param name="period">First and last day the plan covers; «постоянно» and «ежеквартально» are expanded inside it.</param>
    public Plan(Guid programmeId, string title, DateRange period)
    {
        Id = Guid.CreateVersion7();
        ProgrammeId = programmeId;
        Title = string.IsNullOrWhiteSpace(title) ? throw new Refusal("План не сохранён", "У него нет названия", "Впишите его так, как оно стоит в документе") : title.Trim();
        (First, Last) = (period.First, period.Last);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public string Title { get; private set; } = "";
    public string Kind { get; init; } = "roadmap";
    public DateOnly First { get; private set; }
    public DateOnly Last { get; private set; }

    /// <summary>«Далее – …» and footnotes: what the short names of the document stand for.</summary>
    public Dictionary<string, string> Abbreviations { get => abbreviations; init => abbreviations = value; }

    /// <summary>Decisions taken while the document was read.</summary>
    public List<string> Notes { get; init; } = [];

    /// <summary>Post of the one whom the document names in its approval block, or <c>null</c>.</summary>
    public string? ApproverPost { get; init; }

    /// <summary>Name in the approval block, or <c>null</c>.</summary>
    public string? ApproverName { get; init; }

    /// <summary>Day written in the approval block, or <c>null</c>.</summary>
    public DateOnly? ApprovalWritten { get; init; }

    /// <summary>The act named there in the instrumental case, or <c>null</c>.</summary>
    public string? ApprovalAct { get; init; }

    /// <summary>The file the plan was read from.</summary>
    public Guid? SourceFileId { get; init; }

    /// <summary>The plan of an earlier period this one repeats.</summary>
    public Guid? RepeatedFromId { get; init; }

    public IReadOnlyList<Stage> Stages => stages;
    public IReadOnlyList<Measure> Measures => measures;
    public IReadOnlyList<PlanVersion> Versions => versions;

    public DateRange Period => new(First, Last);

    public Stage AddStage(string title, string? number = null, string code = "")
    {
        MustBeDraft();
        var stage = new Stage(Id, stages.Count, title, number, code);
        stages.Add(stage);
        return stage;
    }

    /// <param name="code">Unique within the plan where the number alone is not; the stage's letter and the number when absent.</param>
    public Measure AddMeasure(Stage? stage, string? number, string title, string? code = null)
    {
        MustBeDraft();
        var measure = new Measure(Id, stage, measures.Count, number, title, code);
        measures.Add(measure);
        return measure;
    }

    /// <summary>A registered text is never edited; it is changed by a new act (ГОСТ Р 7.0.97-2025).</summary>
    private void MustBeDraft()
    {
        if (IsApproved) throw new Refusal("План не изменён", "Он утверждён и заперт", "Изменение вносится новой версией");
    }
}
