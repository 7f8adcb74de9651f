using Vekha.Campaigns;
using Vekha.Documents.Writing;
using Vekha.Wording;

namespace Vekha.Web.Features.Campaigns;

/// <summary>«Аналитическая справка»: what the indicators of a campaign say on one of its days, in words and tables.</summary>
internal static class MonitoringPaper
{
    private static readonly PaperColumn[] Figures =
    [
        new("Базовое", 2.2, PaperAlignment.Right), new("Целевое", 2.2, PaperAlignment.Right), new("Факт", 2.2, PaperAlignment.Right),
        new("С начала", 2.2, PaperAlignment.Right), new("Исполнение", 2.4, PaperAlignment.Right),
    ];

    public static Paper Of(CampaignMonitor monitor) => new()
    {
        Title = "Аналитическая справка\n" + monitor.Campaign.Title,
        Lead = [$"{monitor.Programme.Name}, {monitor.Programme.Territory}", $"отчёт к {Ru.PaperDay(monitor.Date.Due)}, по состоянию на {Ru.PaperDay(monitor.Day)}"],
        Body =
        [
            new PaperHeading("1. Кто отчитался"), new PaperParagraph(Reported(monitor)),
            new PaperHeading("2. Показатели"), .. Whole(monitor),
            new PaperHeading("3. По подразделениям"), .. monitor.Lines.Where(l => l.Given > 0).Select(l => Units(l)),
            new PaperHeading("4. Что требует внимания"), .. Attention(monitor).Select(w => new PaperParagraph(w)),
        ],
        Notes = ["«—» — значение не названо или не представлено; это не ноль. Исполнение — доля целевого значения, округлена вниз."],
        Made = monitor.Day,
    };

    private static string Reported(CampaignMonitor monitor)
    {
        var words = $"Отчёт представили {Ru.OutOf(monitor.Given, monitor.Campaign.Units.Count)}.";
        return monitor.Missing.Count == 0 ? words : $"{words} Не представили: {string.Join(", ", monitor.Missing.Select(u => u.Name))}; в итоги они не входят.";
    }

    private static IEnumerable<PaperBlock> Whole(CampaignMonitor monitor)
    {
        if (monitor.Lines.Count == 0) return [new PaperParagraph("В форме нет числовых показателей.")];
        var reached = monitor.Lines.Where(l => l.Whole.IsReached == true).Select(Quoted).ToList();
        var not = monitor.Lines.Where(l => l.Whole.IsReached == false).Select(l => $"{Quoted(l)} ({Ru.Percent(l.Whole.Percent ?? 0)})").ToList();
        var without = monitor.Lines.Where(l => l.Whole.IsReached is null && l.Whole.Target is null).Select(Quoted).ToList();
        var table = new PaperTable("Показатели", [new("Показатель", 7), .. Figures, new("Сдали", 2.4)],
            [.. monitor.Lines.Select(l => new PaperRow.Cells([l.Title, .. Cells(l.Whole), Ru.OutOf(l.Given, monitor.Campaign.Units.Count)]))]) { Description = "Базовое и целевое значение, факт, нарастающий итог" };
        return [table, .. Words("Целевое значение достигнуто: ", reached), .. Words("Целевое значение не достигнуто: ", not), .. Words("Целевое значение не задано: ", without)];
    }

    private static PaperTable Units(IndicatorLine line) => new(line.Title, [new("Подразделение", 7), .. Figures, new("Отчёт", 4)],
        [
            new PaperRow.Stage(line.Title),
            .. line.Units.OrderByDescending(u => u.Value.Percent ?? int.MinValue).ThenBy(u => u.Unit.Position).Select(u => new PaperRow.Cells([u.Unit.Name, .. Cells(u.Value), u.Status?.Word ?? "не запрашивался"])),
        ]) { Description = $"{line.Title}: по подразделениям" };

    private static IEnumerable<string> Attention(CampaignMonitor monitor)
    {
        var said = new List<string>();
        foreach (var line in monitor.Lines.Where(l => l.Behind.Count > 0))
            said.Add($"{Ru.Capital(Quoted(line))}: целевого значения не достигли {string.Join(", ", line.Behind.Take(5).Select(u => u.Value.Percent is { } p ? $"{u.Unit.Name} ({Ru.Percent(p)})" : u.Unit.Name))}{(line.Behind.Count > 5 ? $" и ещё {line.Behind.Count - 5}" : "")}.");
        foreach (var outlier in monitor.Outliers)
            said.Add($"{outlier.Unit.Name}, {outlier.Cell.Title}: {outlier.Words}. {Why(outlier)}");
        return said.Count > 0 ? said : ["Отставаний от целевых значений и скачков нет."];
    }

    private static string Why(Outlier outlier) => outlier.Note is { } note ? $"Подтверждено: {note.Words} ({note.ByName})." : outlier.UnitsReason is { } reason ? $"Подразделение объяснило: {reason}; контролёром не подтверждено." : "Не объяснено и не подтверждено.";

    private static IEnumerable<PaperBlock> Words(string lead, List<string> items) => items.Count == 0 ? [] : [new PaperParagraph(lead + string.Join("; ", items) + ".")];

    private static string Quoted(IndicatorLine line) => $"«{line.Field.Title}»";

    private static IEnumerable<PaperCell> Cells(Indicator value) =>
        [Number(value.Baseline), Number(value.Target), Number(value.Actual), Number(value.Cumulative), value.Percent is { } percent ? Ru.Percent(percent) : "—"];

    private static PaperCell Number(decimal? number) => number is { } one ? FormCell.Figure(one) : "—";
}
