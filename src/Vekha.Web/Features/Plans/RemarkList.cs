using System.Text.RegularExpressions;
using Vekha.Documents.Writing;
using Vekha.Documents.Writing.Forms;
using Vekha.Plans;
using Printed = Vekha.Documents.Writing.Forms.PlanRemark;
using Remark = Vekha.Plans.PlanRemark;

namespace Vekha.Web.Features.Plans;

/// <summary>One remark as a page shows it.</summary>
/// <param name="Code">The row it is about; «» for the plan as a whole.</param>
/// <param name="Text">What does not agree.</param>
/// <param name="Address">Where to mend it, or <c>null</c>.</param>
/// <param name="Quote">The words of the document, or <c>null</c>.</param>
public sealed record RemarkLine(string Code, string Text, string? Address = null, string? Quote = null);

/// <summary>Remarks of one sort.</summary>
public sealed record RemarkGroup(string Title, IReadOnlyList<RemarkLine> Lines);

/// <summary>A row whose day was moved from a day off.</summary>
/// <param name="Code">The row.</param>
/// <param name="Text">«31-е — суббота»: why and to which day.</param>
/// <param name="Quote">The words of the document.</param>
/// <param name="Address">Where to look.</param>
public sealed record MovedDay(string Code, string Text, string? Quote, string? Address);

/// <summary>«Замечания к плану» of a review or of a draft plan: for the page and for the paper.</summary>
public sealed partial class RemarkList
{
    // The gravest first: what cannot be put on control, then what contradicts itself, then what is only worth knowing.
    private static readonly (string[] Kinds, string Title)[] Sorts =
    [
        (["norm"], "Числа не сходятся"), (["deadline"], "Нет срока"), (["executors"], "Нет исполнителя"),
        (["span", "order", "stage", "year"], "Сроки противоречат друг другу"), (["territory"], "Территории"), (["unused"], "Названы, но не участвуют"),
    ];

    /// <param name="title">Title of the plan.</param>
    /// <param name="remarks">The arithmetic check.</param>
    /// <param name="codeOf">Code of the row at a position.</param>
    /// <param name="addressOf">Where that row is mended.</param>
    /// <param name="moved">Deadlines that fall on a day off.</param>
    public RemarkList(string title, IReadOnlyList<Remark> remarks, Func<int, string> codeOf, Func<int, string?> addressOf, IReadOnlyList<MovedDay> moved)
    {
        Title = title;
        Implications = [.. remarks.Where(r => r.Kind is "duties" or "norm-total").Select(r => r.Text)];
        Groups =
        [
            .. Sorts.Select(s => new RemarkGroup(s.Title, [.. remarks.Where(r => s.Kinds.Contains(r.Kind)).Select(r => Line(r, codeOf, addressOf))])).Where(g => g.Lines.Count > 0),
            .. moved.Count > 0 ? [new RemarkGroup("Срок выпал на выходной", [.. moved.Select(m => new RemarkLine(m.Code, m.Text, m.Address, m.Quote))])] : Array.Empty<RemarkGroup>(),
        ];
    }

    public string Title { get; }
    public IReadOnlyList<RemarkGroup> Groups { get; }
    public IReadOnlyList<string> Implications { get; }
    public int Count => Groups.Sum(g => g.Lines.Count);

    public Paper Paper(string? fileName, DateOnly on) => RemarksForm.Paper(new()
    {
        PlanTitle = Title, FileName = fileName, On = on, Implications = Implications,
        Groups = [.. Groups.Select(g => new RemarksPaperGroup(g.Title, [.. g.Lines.Select(l => new Printed(l.Code.Length > 0 ? $"п. {l.Code}" : "План в целом", l.Text, l.Quote))]))],
    });

    /// <summary>The remarks on a plan that is still a draft, or was approved with them.</summary>
    public static RemarkList Of(PlanOnDay shown)
    {
        var rows = shown.Measures;
        var stages = shown.Plan.Stages.OrderBy(s => s.Position).ToList();
        var draft = new PlanDraft
        {
            Title = shown.Plan.Title,
            Abbreviations = shown.Plan.Abbreviations,
            Stages = [.. stages.Select(s => new StageDraft { Title = s.Title, Number = s.Number, Deadlines = s.Deadlines })],
            Measures = [.. rows.Select(r => Read(r, stages))],
        };
        string? Edit(int row) => shown.Plan.IsApproved ? $"/desk/plans/measure/{rows[row].Measure.Id}" : $"/desk/plans/edit/{shown.Plan.Id}?row={rows[row].Measure.Id}#row";
        var moved = rows.Select((r, i) => (Row: r, Day: r.Answering.FirstOrDefault(a => a.Assignment.Nominal is { } n && a.Assignment.FirstControl is { } c && n != c && !shown.Calendar.IsWorking(n)), Index: i))
            .Where(m => m.Day is not null)
            .Select(m => new MovedDay(m.Row.Measure.Code, Moved(m.Day!.Assignment.Nominal!.Value, m.Day.Assignment.FirstControl!.Value, m.Day.Assignment.Why), m.Row.Measure.DeadlineText, Edit(m.Index)));
        return new(shown.Plan.Title, PlanRemarks.Of(draft), i => rows[i].Measure.Code, Edit, [.. moved]);
    }

    /// <summary>«31 октября — суббота, контроль 30 октября 2020, пт».</summary>
    public static string Moved(DateOnly nominal, DateOnly control, string why) =>
        $"{Wording.Ru.DayMonthYear(nominal)} — нерабочий день ({why}), контрольный день {Wording.Ru.Day(control)}.";

    private static MeasureDraft Read(MeasureOnDay row, List<Stage> stages) => new()
    {
        Number = row.Measure.Number, Title = row.Measure.Title, Stage = row.Stage is { } stage ? stages.FindIndex(s => s.Id == stage.Id) : null,
        Executors = [.. row.Measure.Executors.Select(e => new ExecutorDraft(e.Name, e.Kind, e.ByConsent))], Deadlines = row.Measure.Deadlines,
        DeadlineInherited = row.Measure.DeadlineInherited, IsParent = row.Measure.Fields.ContainsKey("parent"), Norms = row.Measure.Norms, Fields = row.Measure.Fields,
    };

    private static RemarkLine Line(Remark remark, Func<int, string> codeOf, Func<int, string?> addressOf) => remark.Measure is { } row
        ? new(codeOf(row), NumberAhead().Replace(remark.Text, "«"), addressOf(row))
        : new("", remark.Text);

    // The row is named once, by its code in the place before the words: «О.6» and «п. 6» side by side look like two.
    [GeneratedRegex(@"^п\. \S+ «")]
    private static partial Regex NumberAhead();
}
