using Vekha.Wording;

namespace Vekha.Documents.Writing.Forms;

/// <summary>What goes into a «План мероприятий («дорожная карта»)».</summary>
public sealed record PlanPaperInput
{
    /// <summary>Title in full, in the words of the document.</summary>
    public required string Title { get; init; }

    /// <summary>«УТВЕРЖДАЮ», «УТВЕРЖДЕН …», «Приложение …», in order.</summary>
    public IReadOnlyList<CornerBlock> Corner { get; init; } = [];

    /// <summary>Lines under the title.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    /// <summary>Stages in order; a plan without stages is one stage without a title.</summary>
    public required IReadOnlyList<PlanPaperStage> Stages { get; init; }

    /// <summary>Abbreviations that the plan uses, in order.</summary>
    public IReadOnlyList<PaperAbbreviation> Abbreviations { get; init; } = [];

    /// <summary>Other notes under the table.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Who signs the plan, in order.</summary>
    public IReadOnlyList<PaperSignature> Signatures { get; init; } = [];

    /// <summary>Prints the control day under the deadline as written (in Excel: in a column of its own).</summary>
    public bool WithControlDays { get; init; }

    /// <summary>The organisation that gives the paper out, or <c>null</c>.</summary>
    public string? Issuer { get; init; }

    /// <summary>The day the file says it was made, or <c>null</c>.</summary>
    public DateOnly? Made { get; init; }

    /// <summary>«Отметка об электронной подписи», only where the plan was signed so.</summary>
    public ElectronicSignature? ElectronicSignature { get; init; }
}

/// <summary>«Этап» of the plan.</summary>
/// <param name="Title">Title with its number as printed, or <c>null</c> for measures outside stages.</param>
/// <param name="Rows">Its measures in order.</param>
/// <param name="DeadlineText">Words about the period of the stage, or <c>null</c>.</param>
public sealed record PlanPaperStage(string? Title, IReadOnlyList<PlanPaperRow> Rows, string? DeadlineText = null);

/// <summary>«Мероприятие»: a row of the plan.</summary>
public sealed record PlanPaperRow
{
    /// <summary>Number as the document prints it, or <c>null</c>.</summary>
    public string? Number { get; init; }

    /// <summary>The measure in its words.</summary>
    public required string Title { get; init; }

    /// <summary>Deadline as written, or <c>null</c> where the document has none.</summary>
    public string? DeadlineText { get; init; }

    /// <summary>Control days worked out, in order; empty where they cannot be.</summary>
    public IReadOnlyList<DateOnly> ControlDays { get; init; } = [];

    /// <summary>Why the control day is that day («31-е — суббота»), or <c>null</c>.</summary>
    public string? ControlReason { get; init; }

    /// <summary>Who does it; the first named leads.</summary>
    public IReadOnlyList<PlanPaperExecutor> Executors { get; init; } = [];

    /// <summary>«Вид подтверждающего документа», or <c>null</c>.</summary>
    public string? Evidence { get; init; }
}

/// <summary>«Исполнитель» of a row.</summary>
/// <param name="Name">Name as printed.</param>
/// <param name="ByConsent">«(по согласованию)»: an outside body.</param>
public sealed record PlanPaperExecutor(string Name, bool ByConsent = false);

/// <summary>«Принятое сокращение».</summary>
/// <param name="Short">«ЛОИРО».</param>
/// <param name="Full">«Ленинградский областной институт развития образования».</param>
public sealed record PaperAbbreviation(string Short, string Full);

/// <summary>«План мероприятий («дорожная карта»)»: the plan as it is approved and signed.</summary>
public static class PlanForm
{
    /// <summary>The paper of the plan: numbers, wording and order are those of the document.</summary>
    public static Paper Paper(PlanPaperInput plan)
    {
        var rows = plan.Stages.SelectMany(s => s.Rows).ToList();
        var shape = new Shape(
            Numbers: rows.Any(r => !string.IsNullOrWhiteSpace(r.Number)),
            Evidence: rows.Any(r => !string.IsNullOrWhiteSpace(r.Evidence)),
            ControlDays: plan.WithControlDays);
        return new Paper
        {
            Title = plan.Title,
            Orientation = shape.Evidence ? PaperOrientation.Landscape : PaperOrientation.Portrait,
            Corner = plan.Corner,
            Lead = plan.Lead,
            Body = [new PaperTable("План мероприятий", Columns(shape), [.. plan.Stages.SelectMany(s => RowsOf(s, shape))])
            {
                Description = "Мероприятия по этапам, их сроки и исполнители",
            }],
            Notes = [.. AbbreviationNotes(plan.Abbreviations), .. plan.Notes],
            Signatures = plan.Signatures,
            ElectronicSignature = plan.ElectronicSignature,
            Issuer = plan.Issuer,
            Made = plan.Made,
        };
    }

    private sealed record Shape(bool Numbers, bool Evidence, bool ControlDays);

    private static List<PaperColumn> Columns(Shape shape)
    {
        List<PaperColumn> columns = [];
        if (shape.Numbers)
            columns.Add(new PaperColumn("№ п/п", 1.4, PaperAlignment.Center));
        columns.Add(new PaperColumn("Мероприятие", shape.Evidence ? 11 : 9));
        columns.Add(new PaperColumn("Срок", 4) { SecondHeading = shape.ControlDays ? "Контрольный день (включительно)" : null });
        columns.Add(new PaperColumn("Исполнители", 6));
        if (shape.Evidence)
            columns.Add(new PaperColumn("Вид подтверждающего документа", 5));
        return columns;
    }

    private static IEnumerable<PaperRow> RowsOf(PlanPaperStage stage, Shape shape)
    {
        if (stage.Title is { } title)
            yield return new PaperRow.Stage(title, stage.DeadlineText);
        foreach (var row in stage.Rows)
        {
            List<PaperCell> cells = [];
            if (shape.Numbers)
                cells.Add(new PaperCell(PaperValue.RowNumber(row.Number)));
            cells.Add(row.Title);
            cells.Add(DeadlineCell(row, shape));
            cells.Add(Executors(row.Executors));
            if (shape.Evidence)
                cells.Add(row.Evidence);
            yield return new PaperRow.Cells(cells);
        }
    }

    private static PaperCell DeadlineCell(PlanPaperRow row, Shape shape)
    {
        PaperCell cell = row.DeadlineText ?? "—";
        if (!shape.ControlDays || row.ControlDays.Count == 0)
            return cell;
        // «до 1 октября» is argued about in courts: papers say «включительно» (domain, section 3).
        var reason = row.ControlReason is { Length: > 0 } why ? $" ({why.Replace(' ', '\u00A0')})" : "";
        return cell with
        {
            SecondLead = row.ControlDays.Count == 1 ? "контрольный день:" : "контрольные дни:",
            Second = row.ControlDays.Count == 1 ? new PaperValue.Day(row.ControlDays[0]) : new PaperValue.Text(Days(row.ControlDays)),
            SecondTail = "включительно" + reason,
        };
    }

    private static string Days(IEnumerable<DateOnly> days) =>
        string.Join(", ", days.Select(Ru.Digits));

    /// <summary>Executors, one a line, as papers print them.</summary>
    internal static string Executors(IEnumerable<PlanPaperExecutor> executors) =>
        string.Join('\n', executors.Select(e => e.ByConsent ? e.Name + " (по\u00A0согласованию)" : e.Name));

    /// <summary>The list of abbreviations as lines of notes.</summary>
    internal static IEnumerable<string> AbbreviationNotes(IReadOnlyList<PaperAbbreviation> abbreviations) =>
        abbreviations.Count == 0 ? [] : ["Принятые сокращения:", .. abbreviations.Select(a => $"{a.Short} — {a.Full}")];
}
