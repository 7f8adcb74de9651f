using Vekha.Control;
using Vekha.Wording;

namespace Vekha.Documents.Writing.Forms;

/// <summary>What goes into a «Справка о ходе исполнения» for a meeting.</summary>
public sealed record AssignmentsPaperInput
{
    /// <summary>What the note is about, in the genitive: «плана мероприятий по реализации проекта «…»».</summary>
    public required string Subject { get; init; }

    /// <summary>The day the paper speaks about.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The meeting it is made for, in the dative («оперативному совещанию при главе городского округа»), or <c>null</c>.</summary>
    public string? Meeting { get; init; }

    /// <summary>Assignments whose term has passed, in groups (by unit or by plan), the longest overdue first.</summary>
    public required IReadOnlyList<AssignmentsPaperGroup> Overdue { get; init; }

    /// <summary>Assignments whose term comes soon, in the same groups.</summary>
    public IReadOnlyList<AssignmentsPaperGroup> Coming { get; init; } = [];

    /// <summary>The last day that <see cref="Coming"/> looks ahead to; <c>null</c> leaves the section out.</summary>
    public DateOnly? ComingUntil { get; init; }

    /// <summary>How many assignments are on control; <c>null</c> leaves the sentence out.</summary>
    public int? OnControl { get; init; }

    /// <summary>Who signs the note.</summary>
    public IReadOnlyList<PaperSignature> Signatures { get; init; } = [];

    /// <summary>The organisation that gives the paper out, or <c>null</c>.</summary>
    public string? Issuer { get; init; }
}

/// <summary>Assignments of one unit or plan.</summary>
/// <param name="Title">Name of the unit or plan, or <c>null</c> for a list without groups.</param>
/// <param name="Rows">Its assignments.</param>
public sealed record AssignmentsPaperGroup(string? Title, IReadOnlyList<AssignmentPaperRow> Rows);

/// <summary>«Поручение» on the list.</summary>
public sealed record AssignmentPaperRow
{
    /// <summary>Code of the measure in its plan («П.6»), or <c>null</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The assignment in its words.</summary>
    public required string Title { get; init; }

    /// <summary>The plan it comes from, or <c>null</c> where the paper is about one plan.</summary>
    public string? Plan { get; init; }

    /// <summary>Executors, the lead first.</summary>
    public required IReadOnlyList<PlanPaperExecutor> Executors { get; init; }

    /// <summary>The status on the day of the note, with a control day: the same value that the board shows.</summary>
    public required AssignmentStatus Status { get; init; }

    /// <summary>The reason and what is proposed, or <c>null</c>.</summary>
    public string? Note { get; init; }
}

/// <summary>«Справка о ходе исполнения»: what is overdue and what comes next, for the meeting of the week.</summary>
public static class AssignmentsForm
{
    /// <summary>The paper of the note; a week without overdue assignments says so.</summary>
    /// <exception cref="ArgumentException">A status speaks about another day, or has no control day.</exception>
    public static Paper Paper(AssignmentsPaperInput note)
    {
        var overdue = note.Overdue.Sum(g => g.Rows.Count);
        if (note.Overdue.Concat(note.Coming).SelectMany(g => g.Rows).FirstOrDefault(row => row.Status.Day != note.On) is { } stray)
            throw new ArgumentException($"The note speaks about {note.On:yyyy-MM-dd}, «{stray.Title}» about {stray.Status.Day:yyyy-MM-dd}.");
        return new Paper
        {
            Title = "Справка о ходе исполнения\n" + note.Subject,
            Orientation = PaperOrientation.Landscape,
            Lead =
            [
                .. note.Meeting is { } meeting ? ["к\u00A0" + meeting] : Array.Empty<string>(),
                "по состоянию на\u00A0" + Ru.PaperDay(note.On),
            ],
            Body = [new PaperParagraph(Sentence(note, overdue)), .. OverdueBlocks(note, overdue), .. ComingBlocks(note)],
            Signatures = note.Signatures,
            Issuer = note.Issuer,
            Made = note.On,
        };
    }

    private static string Sentence(AssignmentsPaperInput note, int overdue)
    {
        var late = overdue == 0 ? "Просроченных поручений нет." : $"Просрочено {Ru.Count(overdue, Noun.Assignment)}.";
        return note.OnControl is { } all ? $"На контроле {Ru.Count(all, Noun.Assignment)}. {late}" : late;
    }

    private static IEnumerable<PaperBlock> OverdueBlocks(AssignmentsPaperInput note, int overdue)
    {
        if (overdue == 0)
            yield break;
        yield return new PaperHeading("Срок прошёл");
        yield return Table("Просрочено", note.Overdue, "Просрочено, дней", row => note.On.DayNumber - ControlDay(row).DayNumber);
    }

    private static IEnumerable<PaperBlock> ComingBlocks(AssignmentsPaperInput note)
    {
        if (note.ComingUntil is not { } until)
            yield break;
        yield return new PaperHeading("Срок наступает до\u00A0" + Ru.PaperDay(until) + " включительно");
        if (note.Coming.Sum(g => g.Rows.Count) == 0)
            yield return new PaperParagraph("Таких поручений нет.");
        else
            yield return Table("Срок наступает", note.Coming, "Осталось, дней", row => ControlDay(row).DayNumber - note.On.DayNumber);
    }

    private static PaperTable Table(string name, IReadOnlyList<AssignmentsPaperGroup> groups, string daysHeading, Func<AssignmentPaperRow, int> days)
    {
        var filled = groups.Where(g => g.Rows.Count > 0).ToList();
        var withPlans = filled.Any(g => g.Rows.Any(r => r.Plan is not null));
        List<PaperColumn> columns =
        [
            new("№ п/п", 1.3, PaperAlignment.Center),
            new("Поручение", 9),
            new("Исполнитель", 6),
            new("Срок", 3, PaperAlignment.Center) { SecondHeading = "Первоначальный срок" },
            new(daysHeading, 2.6, PaperAlignment.Center),
            new("Состояние, причина", 6.5),
        ];
        if (withPlans)
            columns.Insert(2, new PaperColumn("План", 5));
        List<PaperRow> lines = [];
        var number = 0;
        foreach (var group in filled)
        {
            if (group.Title is { } title)
                lines.Add(new PaperRow.Stage(title));
            lines.AddRange(group.Rows.Select(row => new PaperRow.Cells(Cells(row, ++number, withPlans, days(row)))));
        }

        return new PaperTable(name, columns, lines) { Description = $"Поручения: {daysHeading.ToLowerInvariant()}" };
    }

    private static List<PaperCell> Cells(AssignmentPaperRow row, int number, bool withPlans, int days)
    {
        PaperCell term = ControlDay(row);
        var status = row.Status;
        List<PaperCell> cells =
        [
            number,
            row.Code is { } code ? $"{code} {row.Title}" : row.Title,
            PlanForm.Executors(row.Executors),
            status is { IsExtended: true, FirstControl: { } first } ? term with { SecondLead = "первоначально", Second = new PaperValue.Day(first) } : term,
            new PaperCell(new PaperValue.Number(days)) { Bold = true },
            new PaperCell(
                new PaperValue.Text(status.Line.Length > 0 ? $"{status.Word}: {status.Line}" : status.Word),
                row.Note is { Length: > 0 } note ? new PaperValue.Text(note) : null),
        ];
        if (withPlans)
            cells.Insert(2, row.Plan);
        return cells;
    }

    private static DateOnly ControlDay(AssignmentPaperRow row) =>
        row.Status.Control ?? throw new ArgumentException($"«{row.Title}» has no control day and cannot be overdue.");
}
