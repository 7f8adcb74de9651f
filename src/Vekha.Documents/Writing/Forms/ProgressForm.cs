using Vekha.Calendars;
using Vekha.Control;
using Vekha.Wording;

namespace Vekha.Documents.Writing.Forms;

/// <summary>
/// «Отчёт о ходе реализации»: planned and actual day of every measure, the deviation and its reason, and the
/// counts by stage. The states are those of the forms used for programmes: «в срок», «позже срока», «не наступило».
/// </summary>
public static partial class ProgressForm
{
    /// <summary>The paper of the report.</summary>
    /// <exception cref="ArgumentException">A status speaks about another day than the report.</exception>
    public static Paper Paper(ProgressPaperInput report)
    {
        var rows = report.Stages.SelectMany(s => s.Rows).ToList();
        if (rows.Find(row => row.Status.Day != report.On) is { } stray)
            throw new ArgumentException($"The report speaks about {report.On:yyyy-MM-dd}, «{stray.Title}» about {stray.Status.Day:yyyy-MM-dd}.");
        return new Paper
        {
            Title = "Отчёт о ходе реализации\n" + report.Subject,
            Orientation = PaperOrientation.Landscape,
            Corner = report.Corner,
            Lead = [.. PeriodLine(report.Period), "по состоянию на\u00A0" + Ru.PaperDay(report.On)],
            Body =
            [
                new PaperParagraph(Sentence(rows)),
                .. report.Explanation.Select(text => new PaperParagraph(text)),
                Measures(report, rows),
                new PaperHeading("Итоги"),
                Summary(report, rows),
            ],
            Notes =
            [
                .. PlanForm.AbbreviationNotes(report.Abbreviations),
                "Отклонение — число дней от плановой даты до фактической, а где срок прошёл без исполнения, — до дня отчёта. «Не наступило» — срок прошёл, исполнение не подтверждено.",
                "Исполнительская дисциплина — доля исполненных в срок среди тех, срок которых наступил; сданные в срок и ещё не проверенные не считаются.",
            ],
            Signatures = report.Signatures,
            ElectronicSignature = report.ElectronicSignature,
            Issuer = report.Issuer,
            Made = report.On,
        };
    }

    private static string[] PeriodLine(DateRange? period) =>
        period is { } known ? [$"за период с\u00A0{Ru.Digits(known.First)} по\u00A0{Ru.Digits(known.Last)}"] : [];

    /// <summary>What the head reads first: «Всего 16 мероприятий: в срок — 4, позже срока — 1, …».</summary>
    private static string Sentence(List<ProgressPaperRow> rows)
    {
        if (rows.Count == 0)
            return "Мероприятий нет.";
        var counts = rows.CountBy(row => StateOf(row.Status)).OrderBy(pair => pair.Key).Select(pair => $"{Word(pair.Key)}\u00A0—\u00A0{pair.Value}");
        return $"Всего {Ru.Count(rows.Count, Noun.Measure)}: {string.Join(", ", counts)}.";
    }

    private static PaperTable Measures(ProgressPaperInput report, List<ProgressPaperRow> rows)
    {
        var numbered = rows.Any(r => !string.IsNullOrWhiteSpace(r.Number));
        List<PaperColumn> columns =
        [
            new("Мероприятие", 9),
            new("Исполнитель", 6),
            new("плановая", 3, PaperAlignment.Center) { Group = "Дата", SecondHeading = "первоначальная" },
            new("фактическая", 3, PaperAlignment.Center) { Group = "Дата" },
            new("Отклонение, дней", 2.6, PaperAlignment.Center),
            new("Состояние", 3.6),
            new("Комментарий (причина отклонения)", 6),
        ];
        if (numbered)
            columns.Insert(0, new PaperColumn("№ п/п", 1.3, PaperAlignment.Center));
        List<PaperRow> lines = [];
        foreach (var stage in report.Stages)
        {
            if (stage.Title is { } title)
                lines.Add(new PaperRow.Stage(title));
            lines.AddRange(stage.Rows.Select(row => new PaperRow.Cells(
                numbered ? [new PaperCell(PaperValue.RowNumber(row.Number)), .. Cells(row)] : Cells(row))));
        }

        return new PaperTable("Ход реализации", columns, lines) { Description = "Мероприятия с плановой и фактической датой, отклонением и его причиной" };
    }

    private static PaperCell[] Cells(ProgressPaperRow row)
    {
        var state = StateOf(row.Status);
        return
        [
            row.Title,
            PlanForm.Executors(row.Executors),
            PlannedCell(row),
            row.Status.Accepted is not null ? row.Status.Fact : "—",
            Deviation(row.Status) is { } days ? new PaperCell(new PaperValue.Number(days, PaperNumber.Signed)) { Bold = days > 0 } : "—",
            new PaperCell(new PaperValue.Text(Word(state)), StateLine(row.Status) is { Length: > 0 } line ? new PaperValue.Text(line) : null)
            {
                Bold = state is ProgressState.NotReached,
            },
            row.Comment,
        ];
    }

    private static PaperCell PlannedCell(ProgressPaperRow row)
    {
        if (row.Status.Control is not { } planned)
            return row.DeadlineText ?? "—";
        PaperCell cell = planned;
        // An extended term is counted by the new day, the first one stays in sight.
        return row.Status is { IsExtended: true, FirstControl: { } first } && first != planned
            ? cell with { SecondLead = "первоначально", Second = new PaperValue.Day(first) }
            : cell;
    }

    private static PaperTable Summary(ProgressPaperInput report, List<ProgressPaperRow> rows)
    {
        var met = rows.Select(row => StateOf(row.Status)).ToHashSet();
        // The three columns of the form always stand, the others where something is in them.
        List<ProgressState> states = [.. Enum.GetValues<ProgressState>().Where(state => state <= ProgressState.NotReached || met.Contains(state))];
        List<PaperColumn> columns =
        [
            new("Этап", 6),
            new("Всего", 2, PaperAlignment.Center),
            .. states.Select(state => new PaperColumn(Word(state), 2.6, PaperAlignment.Center) { Group = "из них" }),
            new("Исполнительская дисциплина", 3.4, PaperAlignment.Center),
        ];
        var period = report.Period ?? new DateRange(DateOnly.MinValue, report.On);
        List<PaperRow> lines = [];
        if (report.Stages.Count > 1)
            lines.AddRange(report.Stages.Select(stage => new PaperRow.Cells(Counts(stage.Title ?? "Вне этапов", stage.Rows, states, period))));
        lines.Add(new PaperRow.Cells(Counts("Всего", rows, states, period)) { IsTotal = true });
        return new PaperTable("Итоги", columns, lines) { Description = "Число мероприятий по состояниям, по этапам и всего" };
    }

    private static List<PaperCell> Counts(string title, IReadOnlyList<ProgressPaperRow> rows, List<ProgressState> states, DateRange period)
    {
        var counts = rows.CountBy(row => StateOf(row.Status)).ToDictionary();
        return
        [
            title,
            rows.Count,
            .. states.Select(state => (PaperCell)counts.GetValueOrDefault(state)),
            Discipline.Of(rows.Select(row => row.Status), period).Percent is { } percent
                ? new PaperCell(new PaperValue.Number(percent / 100m, PaperNumber.Percent))
                : "—",
        ];
    }
}
