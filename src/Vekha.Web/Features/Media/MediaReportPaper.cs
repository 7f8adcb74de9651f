using Vekha.Documents.Writing;
using Vekha.Media;
using Vekha.Wording;

namespace Vekha.Web.Features.Media;

/// <summary>«Медиаплан» and «Отчёт по медиаплану» as papers.</summary>
internal static class MediaReportPaper
{
    /// <summary>What is planned, in the four columns that media plans have.</summary>
    public static Paper Plan(MediaPlan plan, string unit, ChannelTable table, IReadOnlyList<MediaLine> lines, DateOnly on) => new()
    {
        Title = plan.Title,
        Orientation = PaperOrientation.Landscape,
        Lead = [Ru.RangeDigits(plan.Period)],
        Body =
        [
            new PaperTable("Медиаплан", [new("Наименование мероприятий", 8), new("Формы сопровождения", 5), new("Срок исполнения", 4), new("Ответственные", 5)],
            [
                .. lines.GroupBy(l => l.TaskId).OrderBy(g => g.Min(l => l.Due ?? DateOnly.MaxValue)).Select(g => PaperRow.Of(g.First().Title,
                    string.Join("\n", g.OrderBy(l => plan.Channels.IndexOf(l.Channel)).Select(l => $"{l.Format.Word()}: {table.Find(l.Channel)?.Name ?? l.Channel}")), DueOf([.. g]), string.Join("\n", g.Select(l => l.Responsible ?? l.Unit).OfType<string>().Distinct()))),
            ]) { Description = "Темы, площадки, сроки и ответственные" },
        ],
        Notes = [.. plan.Hashtag is { } tag ? new[] { $"Обязательный хэштег: {tag}." } : []],
        Issuer = unit,
        Made = on,
    };

    /// <summary>Plan and fact with links and reach.</summary>
    public static Paper Report(MediaReport report)
    {
        var rows = new List<PaperRow>();
        foreach (var stage in report.Lines.GroupBy(l => l.Stage))
        {
            if (stage.Key is { } title) rows.Add(new PaperRow.Stage(title));
            rows.AddRange(stage.Select(l => Row(l, report.Table)));
        }
        rows.Add(PaperRow.Total("", "Всего публикаций", PaperCell.Empty, PaperCell.Empty, report.Planned, report.Out, PaperCell.Empty, Number(report.Reach), PaperCell.Empty));
        return new()
        {
            Title = $"Отчёт по медиаплану\n{report.Plan.Title}",
            Orientation = PaperOrientation.Landscape,
            Lead = [$"на {Ru.PaperDay(report.Day)}", report.Programme.Name],
            Body =
            [
                new PaperTable("Отчёт по медиаплану",
                    [new("№", 1.5, PaperAlignment.Center), new("Мероприятие", 6), new("Срок", 3.2), new("Ответственные", 4), new("План", 1.3, PaperAlignment.Right), new("Факт", 1.3, PaperAlignment.Right), new("Ссылки, номера выпусков", 6), new("Охват", 1.8, PaperAlignment.Right), new("Состояние", 3)],
                    rows) { Description = "Строки медиаплана: план, факт, ссылки и охват" },
            ],
            Notes =
            [
                $"Закрыто {Ru.OutOf(report.Closed, report.Lines.Count)} строк. Строка закрыта, когда каждая её публикация подтверждена ссылкой, сканом или справкой.",
                "Охват — сумма по площадкам: один человек мог увидеть сообщение несколько раз.",
            ],
            Issuer = report.Unit,
            Made = report.Day,
        };
    }

    private static PaperRow Row(ReportLine line, ChannelTable table) => PaperRow.Of(line.Code ?? "", line.Title, line.Deadline, line.Executors, line.Plan, line.Fact,
        string.Join("\n", line.Out.Select(o => $"{table.Find(o.Channel)?.Name ?? o.Channel}, {Ru.Digits(o.OutOn!.Value)}: {o.Link ?? o.Issue ?? "файл приложен"}")),
        line.Reach is { } reach ? Number(reach) : line.IsPublications && line.Fact > 0 ? "нет данных" : "—", Ru.Capital(line.Word));

    private static PaperCell Number(long number) => new(new PaperValue.Number(number));

    private static PaperCell DueOf(IReadOnlyList<MediaLine> task)
    {
        var days = task.Select(l => l.Due).Distinct().ToList();
        return days is [{ } one] ? new PaperCell(new PaperValue.Day(one)) : days is [null] ? "день не назначен" : string.Join("\n", task.Select(l => l.Due is { } due ? Ru.Digits(due) : "день не назначен").Distinct());
    }
}
