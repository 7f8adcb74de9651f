using Vekha.Deadlines;

namespace Vekha.Plans;

/// <summary>
/// «Черновик плана»: what the reader found in a document. Nothing in it is a plan until a person has confirmed
/// each doubtful field. Every field keeps the words of the document; a place leads back to where they stand.
/// </summary>
public sealed record PlanDraft
{
    /// <summary>Title in the words and case of the document, spaces collapsed; «» where none was found.</summary>
    public string Title { get; init; } = "";

    /// <summary>«roadmap», «roadmap-steps», «promotion-scheme», «mediaplan», «minutes», «schedule».</summary>
    public string Kind { get; init; } = "roadmap";

    /// <summary>The year of the plan where its title, approval or dates tell it.</summary>
    public int? Year { get; init; }

    /// <summary>Where <see cref="Year"/> comes from, in Russian («из названия»).</summary>
    public string? YearFrom { get; init; }

    /// <summary>«Утверждаю»: who approved, or <c>null</c>.</summary>
    public ApprovalDraft? Approval { get; init; }

    /// <summary>Headings of the table's columns, empty without a table.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>What each heading of the tables was taken for; empty without a table.</summary>
    public IReadOnlyList<ColumnDraft> ColumnMeanings { get; init; } = [];

    /// <summary>Abbreviation or short name → what it stands for, from footnotes and «далее – …».</summary>
    public IReadOnlyDictionary<string, string> Abbreviations { get; init; } = new Dictionary<string, string>();

    /// <summary>Aims named above the table.</summary>
    public IReadOnlyList<string> Goals { get; init; } = [];

    /// <summary>«Этапы», «разделы», «шаги», in order.</summary>
    public IReadOnlyList<StageDraft> Stages { get; init; } = [];

    /// <summary>«Мероприятия», in the order of the document.</summary>
    public IReadOnlyList<MeasureDraft> Measures { get; init; } = [];

    /// <summary>«Территории» the document names, each once whatever its spellings; empty where it names none.</summary>
    public IReadOnlyList<TerritoryDraft> Territories { get; init; } = [];

    /// <summary>Executors that stand in several spellings and are proposed as one; nothing is joined without a person.</summary>
    public IReadOnlyList<SameExecutor> SameExecutors { get; init; } = [];

    /// <summary>Contacts of the document; private phones and mailboxes carry <see cref="ContactDraft.Hidden"/>.</summary>
    public IReadOnlyList<ContactDraft> Contacts { get; init; } = [];

    /// <summary>Requirements said in running text under the table.</summary>
    public IReadOnlyList<string> GeneralRequirements { get; init; } = [];

    /// <summary>What a person is asked instead of a guess, in the order of the document.</summary>
    public IReadOnlyList<DraftQuestion> Questions { get; init; } = [];

    /// <summary>Reading decisions a careful reader would mention, in Russian.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>«Гриф утверждения».</summary>
/// <param name="Position">Post of the one who approves («глава Петровского городского округа»).</param>
/// <param name="Name">«Н.В. Конкина», or <c>null</c>.</param>
/// <param name="Act">«постановлением администрации … от … № …», or <c>null</c>.</param>
/// <param name="Date">Day of the approval, or <c>null</c> when the document has none.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ApprovalDraft(string? Position, string? Name, string? Act, DateOnly? Date, SourcePlace Place);

/// <summary>«Столбец документа»: its heading and what it was taken for.</summary>
/// <param name="Heading">The heading in the words of the document.</param>
/// <param name="Meaning">
/// «number», «title», «deadline», «start», «end», «mark», «executor», «co-executor», «leader», «section», «result», «evidence», «funding»,
/// «place», «audience», «method», «note», «time», «indicator», «control»; «none» for a column that is not read.
/// </param>
public sealed record ColumnDraft(string Heading, string Meaning)
{
    /// <summary>What it was read as before a person said otherwise, or <c>null</c>.</summary>
    public string? ReadAs { get; init; }

    /// <summary>The document in whose review it was said, where the meaning was remembered; otherwise <c>null</c>.</summary>
    public string? From { get; init; }
}

/// <summary>«Этап», «раздел», «шаг».</summary>
public sealed record StageDraft
{
    /// <summary>Title in the words of the document.</summary>
    public required string Title { get; init; }

    /// <summary>Number as printed, or <c>null</c>.</summary>
    public string? Number { get; init; }

    /// <summary>What is achieved at the end of the stage, or <c>null</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>Words about the period of the stage, or <c>null</c>.</summary>
    public string? DeadlineText { get; init; }

    /// <summary>The reading of <see cref="DeadlineText"/>.</summary>
    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];

    /// <summary>Quantities the stage demands.</summary>
    public IReadOnlyList<NormDraft> Norms { get; init; } = [];

    /// <summary>Requirements and participants said for the whole stage.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.Nowhere;
}

/// <summary>«Мероприятие»: a row of the plan as it was read.</summary>
public sealed record MeasureDraft
{
    /// <summary>Number as printed, without the full stop; <c>null</c> where there is none. May start again in every stage.</summary>
    public string? Number { get; init; }

    /// <summary>Position in <see cref="PlanDraft.Stages"/>, or <c>null</c>.</summary>
    public int? Stage { get; init; }

    /// <summary>The measure in the words of the document, misprints included.</summary>
    public required string Title { get; init; }

    /// <summary>A repair of <see cref="Title"/> to propose («Созданыдва» → «Созданы два»), or <c>null</c>.</summary>
    public string? ProposedTitle { get; init; }

    /// <summary>Who is to do it; the first named leads.</summary>
    public IReadOnlyList<ExecutorDraft> Executors { get; init; } = [];

    /// <summary>Words of the deadline cell, <c>null</c> where the measure has none of its own or they are lost.</summary>
    public string? DeadlineText { get; init; }

    /// <summary>The reading of <see cref="DeadlineText"/>.</summary>
    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];

    /// <summary>How the words were understood, in Russian; <c>null</c> where they speak for themselves.</summary>
    public string? DeadlineExplanation { get; init; }

    /// <summary>The period is that of the stage.</summary>
    public bool DeadlineInherited { get; init; }

    /// <summary>The executors are those of the parent row or a merged cell.</summary>
    public bool ExecutorsInherited { get; init; }

    /// <summary>A row that only heads its sub-rows.</summary>
    public bool IsParent { get; init; }

    /// <summary>Quantities the text demands.</summary>
    public IReadOnlyList<NormDraft> Norms { get; init; } = [];

    /// <summary>Pieces of one measure run together in the text; offered as deliverables.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Other named columns: «audience», «method», «result», «leader», «executor», «territory», «channels», «parent_unit», «evidence», «funding», «plan».</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Positions in <see cref="PlanDraft.Territories"/> where the measure is to be done; empty where it names none.</summary>
    public IReadOnlyList<int> Territories { get; init; } = [];

    /// <summary>0–1, the least sure of its fields.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>0–1 for single fields: «number», «title», «stage», «executors», «deadline»; a field not named is sure.</summary>
    public IReadOnlyDictionary<string, double> FieldConfidence { get; init; } = new Dictionary<string, double>();

    /// <summary>Where the row stands.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.Nowhere;

    /// <summary>Where single fields stand: «title», «deadline», «executors» → place.</summary>
    public IReadOnlyDictionary<string, SourcePlace> Places { get; init; } = new Dictionary<string, SourcePlace>();
}

/// <summary>What kind of executor a name is.</summary>
public enum ExecutorKind
{
    /// <summary>A named person.</summary>
    Person,
    /// <summary>An organisation or its unit.</summary>
    Organisation,
    /// <summary>«Коллегиальный орган»: council, commission, working group.</summary>
    Body,
    /// <summary>A class of executors that resolves to members («Руководители МОУО»).</summary>
    Class,
}

/// <summary>«Исполнитель» as it was read.</summary>
/// <param name="Name">Name in the nominative.</param>
/// <param name="Kind">Person, organisation, body or class.</param>
/// <param name="ByConsent">«(по согласованию)»: an outside body, invited and not ordered.</param>
/// <param name="Role">Post or part («контроль», «лид»), or <c>null</c>.</param>
public sealed record ExecutorDraft(string Name, ExecutorKind Kind, bool ByConsent = false, string? Role = null);

/// <summary>«Норма»: a quantity the text demands.</summary>
/// <param name="Text">Words of the document.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Unit">What is counted, nominative singular.</param>
/// <param name="AtLeast">«не менее» when true, otherwise exactly so many.</param>
/// <param name="Per">For each what, nominative singular; <c>null</c> for the whole measure or stage.</param>
public sealed record NormDraft(string Text, decimal Quantity, string Unit, bool AtLeast, string? Per);

/// <summary>A contact printed in the document.</summary>
/// <param name="Text">The line; a hidden one reads «скрыто».</param>
/// <param name="Hidden">A private phone or mailbox was taken out.</param>
public sealed record ContactDraft(string Text, bool Hidden);

/// <summary>A question about one place of the document.</summary>
/// <param name="Id">Stable within the draft: kind and position.</param>
/// <param name="Kind">What is asked about: «deadline», «deadline-lost», «stage», «executors», «title», «approval», «norm», «territory», «columns».</param>
/// <param name="Measure">Position in <see cref="PlanDraft.Measures"/>, or <c>null</c> for the plan.</param>
/// <param name="Text">The question in Russian, with the words of the document quoted.</param>
/// <param name="Options">Answers to choose from, the likeliest first; may be empty.</param>
/// <param name="Place">Where to look.</param>
public sealed record DraftQuestion(string Id, string Kind, int? Measure, string Text, IReadOnlyList<QuestionOption> Options, SourcePlace Place);

/// <summary>One answer to a question.</summary>
/// <param name="Label">What the person reads.</param>
/// <param name="Value">What the field becomes; for deadlines the JSON of <see cref="DeadlineJson"/> in a list.</param>
public sealed record QuestionOption(string Label, string Value);

/// <summary>
/// Where something stands in the source: page or sheet, block, table, row, cell and paragraph, all from 0; −1 means "not that deep".
/// </summary>
/// <param name="Block">Position of the paragraph or table among the blocks of the document.</param>
/// <param name="Row">Row of the table.</param>
/// <param name="Cell">Column of the grid where the cell starts.</param>
/// <param name="Line">Line inside the cell.</param>
/// <param name="Sheet">Name of the sheet, or <c>null</c>.</param>
public sealed record SourcePlace(int Block, int Row = -1, int Cell = -1, int Line = -1, string? Sheet = null)
{
    /// <summary>No place.</summary>
    public static readonly SourcePlace Nowhere = new(-1);

    /// <summary>«b3r2c1», used as an anchor on the review page; lines are left out.</summary>
    public string Anchor => Row < 0 ? $"b{Block}" : Cell < 0 ? $"b{Block}r{Row}" : $"b{Block}r{Row}c{Cell}";
}
