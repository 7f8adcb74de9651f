using Vekha.Wording;

namespace Vekha.Documents.Writing.Forms;

/// <summary>
/// «Отчёт о ходе реализации»: planned and actual day of every measure, the deviation and its reason, and the
/// counts by stage. The states are those of the forms used for programmes: «в срок», «позже срока», «не наступило».
/// </summary>
public static class ProgressForm
{
    private static readonly ProgressState[] Counted =
        [ProgressState.InTime, ProgressState.Late, ProgressState.NotReached, ProgressState.NotDue, ProgressState.Standing, ProgressState.NoDay];

    /// <summary>The paper of the report.</summary>
    public static Paper Paper(ProgressPaperInput report)
    {
        var rows = report.Stages.SelectMany(s => s.Rows).ToList();
        return new Paper
        {
            Title = "Отчёт о ходе реализации\n" + report.Subject,
            Orientation = PaperOrientation.Landscape,
            Corner = report.Corner,
            Lead = ["по состоянию на\u00A0" + Ru.PaperDay(report.On)],
            Body =
            [
                new PaperParagraph(Sentence(rows, report.On)),
                .. report.Explanation.Select(text => new PaperParagraph(text)),
                Measures(report, rows),
                new PaperHeading("Итоги"),
                Summary(report, rows),
            ],
            Notes =
            [
                .. PlanForm.AbbreviationNotes(report.Abbreviations),
                "Отклонение — число дней от плановой даты до фактической, а где срок прошёл без исполнения, — до дня отчёта. «Не наступило» — срок прошёл, исполнение не подтверждено.",
                "Исполнительская дисциплина — доля исполненных в срок среди исполненных и тех, срок которых прошёл.",
            ],
            Signatures = report.Signatures,
            Issuer = report.Issuer,
            Made = report.On,
        };
    }

    /// <summary>What the head reads first: «Всего 16 мероприятий: в срок — 4, позже срока — 1, …».</summary>
    private static string Sentence(List<ProgressPaperRow> rows, DateOnly on)
    {
        if (rows.Count == 0)
            return "Мероприятий нет.";
        var counts = rows.CountBy(row => row.StateOn(on)).OrderBy(pair => pair.Key).Select(pair => $"{Word(pair.Key)}\u00A0— {pair.Value}");
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
                numbered ? [new PaperCell(PaperValue.RowNumber(row.Number)), .. Cells(row, report.On)] : Cells(row, report.On))));
        }

        return new PaperTable("Ход реализации", columns, lines) { Description = "Мероприятия с плановой и фактической датой, отклонением и его причиной" };
    }

    private static PaperCell[] Cells(ProgressPaperRow row, DateOnly on)
    {
        var state = row.StateOn(on);
        var deviation = row.DeviationOn(on);
        return
        [
            row.Title,
            string.Join('\n', row.Executors.Select(e => e.ByConsent ? e.Name + " (по\u00A0согласованию)" : e.Name)),
            PlannedCell(row),
            state is ProgressState.InTime or ProgressState.Late ? row.ActualDay : "—",
            deviation is { } days ? new PaperCell(new PaperValue.Number(days, PaperNumber.Signed)) { Bold = days > 0 } : "—",
            new PaperCell(new PaperValue.Text(Word(state)), row.IsUnderReview ? new PaperValue.Text("отчёт на проверке") : null)
            {
                Bold = state is ProgressState.NotReached,
            },
            row.Comment,
        ];
    }

    private static PaperCell PlannedCell(ProgressPaperRow row)
    {
        if (row.PlannedDay is not { } planned)
            return row.DeadlineText ?? "—";
        PaperCell cell = planned;
        // An extended term is counted by the new day, the first one stays in sight.
        return row.FirstPlannedDay is { } first && first != planned
            ? cell with { SecondLead = "первоначально", Second = new PaperValue.Day(first) }
            : cell;
    }

    private static PaperTable Summary(ProgressPaperInput report, List<ProgressPaperRow> rows)
    {
        var withReleased = rows.Any(r => r.IsReleased);
        List<ProgressState> states = [.. Counted, .. withReleased ? new[] { ProgressState.Released } : []];
        List<PaperColumn> columns =
        [
            new("Этап", 6),
            new("Всего", 2, PaperAlignment.Center),
            .. states.Select(state => new PaperColumn(Word(state), 2.6, PaperAlignment.Center) { Group = "из них" }),
            new("Исполнительская дисциплина", 3.4, PaperAlignment.Center),
        ];
        List<PaperRow> lines = [];
        if (report.Stages.Count > 1)
        {
            lines.AddRange(report.Stages.Select(stage => new PaperRow.Cells(
                Counts(stage.Title ?? "Вне этапов", stage.Rows, states, report.On))));
        }

        lines.Add(new PaperRow.Cells(Counts("Всего", rows, states, report.On)) { IsTotal = true });
        return new PaperTable("Итоги", columns, lines) { Description = "Число мероприятий по состояниям, по этапам и всего" };
    }

    private static List<PaperCell> Counts(string title, IReadOnlyList<ProgressPaperRow> rows, List<ProgressState> states, DateOnly on)
    {
        var counts = rows.CountBy(row => row.StateOn(on)).ToDictionary();
        int Of(ProgressState state) => counts.GetValueOrDefault(state);
        var due = Of(ProgressState.InTime) + Of(ProgressState.Late) + Of(ProgressState.NotReached);
        return
        [
            title,
            rows.Count,
            .. states.Select(state => (PaperCell)Of(state)),
            Ru.Share(Of(ProgressState.InTime), due) is { } percent ? new PaperCell(new PaperValue.Number(percent / 100m, PaperNumber.Percent)) : "—",
        ];
    }

    /// <summary>The word of a state.</summary>
    internal static string Word(ProgressState state) => state switch
    {
        ProgressState.InTime => "в\u00A0срок",
        ProgressState.Late => "позже срока",
        ProgressState.NotReached => "не\u00A0наступило",
        ProgressState.NotDue => "срок не\u00A0наступил",
        ProgressState.Standing => "исполняется постоянно",
        ProgressState.NoDay => "дата не\u00A0вычислена",
        ProgressState.Released => "снято с\u00A0контроля",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
