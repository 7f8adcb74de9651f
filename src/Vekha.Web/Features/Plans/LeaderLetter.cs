using Vekha.Documents.Writing;
using Vekha.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>«Письмо-поручение»: what one leader of a scheme is to see done, with the form of the report attached.</summary>
public static class LeaderLetter
{
    /// <summary>Empty lines of the attached form.</summary>
    private const int Blank = 5;

    /// <summary>Leaders in the order of the plan; empty where its rows name none.</summary>
    public static IReadOnlyList<string> Leaders(PlanOnDay shown) =>
        [.. shown.Measures.Select(m => m.Measure.Fields.GetValueOrDefault("leader")).OfType<string>().Where(l => l.Length > 0).Distinct()];

    /// <summary>The letter to one leader.</summary>
    public static Paper Of(PlanOnDay shown, string leader)
    {
        var rows = shown.Measures.Where(m => m.Measure.Fields.GetValueOrDefault("leader") == leader).ToList();
        var days = rows.SelectMany(r => r.Answering).Select(a => a.Assignment.FirstControl).OfType<DateOnly>().ToList();
        var until = days.Count == 0 ? "" : $" в срок до {Ru.PaperDay(days.Max())} включительно";
        return new()
        {
            Title = "Письмо-поручение",
            Orientation = PaperOrientation.Landscape,
            Lead = [Addressee(leader)],
            Body =
            [
                new PaperParagraph($"По документу «{shown.Plan.Title}» прошу обеспечить исполнение {Ru.Count(rows.Count, "строки", "строк", "строк")}{until} и представить отчёт по прилагаемой форме."),
                new PaperTable("Поручено", [new("№", 1.2, PaperAlignment.Center), new("Кому поручено", 6), new("Охват", 6), new("Срок", 3.5), new("Что сделать", 8)], [.. rows.Select(Row)]) { Description = "Строки, порученные руководителю" },
                new PaperHeading("Форма отчёта"),
                Form(rows),
            ],
            Signatures = [new(shown.Plan.InForce?.Post ?? "", shown.Plan.InForce?.Name)],
            Made = shown.Plan.InForce?.ApprovedOn ?? shown.Day,
        };
    }

    private static PaperRow Row(MeasureOnDay row)
    {
        var day = row.Worst?.Assignment.FirstControl;
        var measure = row.Measure;
        return new PaperRow.Cells([measure.Number ?? measure.Code, string.Join("; ", measure.Executors.OrderBy(e => e.Position).Select(e => e.Name)),
            measure.Fields.GetValueOrDefault("audience"), new PaperCell(new PaperValue.Text(measure.DeadlineText ?? "—"), day is { } due ? new PaperValue.Text($"контроль {Ru.ShortDay(due)}") : null),
            measure.Fields.GetValueOrDefault("method") ?? measure.Title]);
    }

    // «предоставление отчета (количество охваченных предприятий (какие); высказанные замечания …)»: the form asks for what the way of work names.
    private static PaperTable Form(List<MeasureOnDay> rows)
    {
        var asked = string.Join(' ', rows.Select(r => r.Measure.Fields.GetValueOrDefault("method") ?? r.Measure.Title));
        (string Word, string Heading)[] columns =
        [
            ("предприят", "Охваченные предприятия, учреждения (какие)"), ("встреч", "Дата встречи, число участников"), ("замечан", "Замечания (к концепции, к пункту плана)"),
            ("предложен", "Предложения по включению, дополнению"), ("стенд", "Где размещено (адрес, снимок)"), ("пресс-релиз", "Публикация (ссылка, дата)"),
        ];
        List<string> headings = [.. columns.Where(c => asked.Contains(c.Word, StringComparison.OrdinalIgnoreCase)).Select(c => c.Heading)];
        if (headings.Count == 0) headings.Add("Что сделано (дата, подтверждение)");
        headings.Add("Собственная оценка");
        return new("Форма отчёта", [new("№", 1.2, PaperAlignment.Center), .. headings.Select(h => new PaperColumn(h, 5))],
            [.. Enumerable.Range(1, Blank).Select(n => new PaperRow.Cells([n, .. headings.Select(_ => (PaperCell)(string?)null)]))]) { Description = "Пустая форма отчёта" };
    }

    // «БЕДАРЕВ Е.А.» in a table is «Бедарев Е.А.» in a letter; the other letters of a unit stay.
    private static string Addressee(string leader) => leader == leader.ToUpperInvariant()
        ? string.Join(' ', leader.Split(' ').Select(w => w.Contains('.') ? w : Ru.Capital(w.ToLowerInvariant()))) : leader;
}
