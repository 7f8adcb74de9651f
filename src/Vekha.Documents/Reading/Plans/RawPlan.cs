using Vekha.Deadlines;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>A stage as it was found, before its words are understood.</summary>
internal sealed class RawStage(string title)
{
    public string Title { get; set; } = title;
    public string? Number { get; set; }
    public string? Outcome { get; set; }
    public string? DeadlineText { get; set; }
    public List<string> Requirements { get; } = [];
    public SourcePlace Place { get; set; } = SourcePlace.Nowhere;

    /// <summary>Which of two plans in one file it belongs to.</summary>
    public string? Plan { get; set; }
}

/// <summary>A row of the plan as it was found, before its words are understood.</summary>
internal sealed class RawMeasure
{
    public string? Number { get; set; }
    public RawStage? Stage { get; set; }
    public string Title { get; set; } = "";

    /// <summary>Words of the executor cell; lines kept.</summary>
    public string ExecutorText { get; set; } = "";

    /// <summary>Executors where the layout already told them apart.</summary>
    public IReadOnlyList<ExecutorDraft>? Executors { get; set; }
    public bool ExecutorsInherited { get; set; }

    /// <summary>Words of each deadline column, in order.</summary>
    public List<string> Deadlines { get; } = [];

    /// <summary>Marked columns of a month grid, neighbouring ones as one period, in words to be read.</summary>
    public List<string> Runs { get; } = [];

    /// <summary>The heading of the column says «ежегодные сроки».</summary>
    public bool EveryYear { get; set; }

    /// <summary>What stands between them in <see cref="DeadlineText"/>: «; » between two meanings, « – » between start and end.</summary>
    public string DeadlineJoint { get; set; } = "; ";

    /// <summary>Values known without reading words: true dates of a spreadsheet, marks of a month grid.</summary>
    public IReadOnlyList<Deadline>? Known { get; set; }
    public bool DeadlineInherited { get; set; }
    public bool DeadlineLost { get; set; }
    public bool IsParent { get; set; }

    /// <summary>From a table that came as text, where merged cells are empty ones.</summary>
    public bool FromText { get; set; }
    public bool IsChild { get; set; }
    public Dictionary<string, string> Fields { get; } = [];
    public SourcePlace Place { get; set; } = SourcePlace.Nowhere;
    public Dictionary<string, SourcePlace> Places { get; } = [];
    public double Confidence { get; set; } = 1;

    /// <summary>Doubts that arose while finding it: kind of question and its words.</summary>
    public List<(string Kind, string Text)> Doubts { get; } = [];

    public string? DeadlineText => Deadlines.Count == 0 ? null : string.Join(DeadlineJoint, Deadlines);
}

/// <summary>What the layout gave: titles, stages and rows, before their words are understood.</summary>
internal sealed class RawPlan
{
    public string? Title { get; set; }
    public string? Kind { get; set; }
    public IReadOnlyList<string> Columns { get; set; } = [];

    /// <summary>Every heading of its tables once, with what it was taken for; a bare «№» cannot mean anything else.</summary>
    public List<ColumnDraft> ColumnMeanings { get; } = [];
    public List<RawStage> Stages { get; } = [];
    public List<RawMeasure> Measures { get; } = [];
    public List<string> Goals { get; } = [];
    public List<string> Notes { get; } = [];

    /// <summary>Lines that no table or list took: title block, footnotes, contacts.</summary>
    public List<TextLine> Before { get; } = [];
    public List<TextLine> After { get; } = [];
    public List<DraftQuestion> Questions { get; } = [];
    public bool IsEmpty => Measures.Count == 0;
}
