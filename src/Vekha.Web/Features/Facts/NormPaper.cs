using Vekha.Documents.Writing;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>Norms to take away as a table: those of a plan, or who owes one of them.</summary>
internal static class NormPaper
{
    public static Paper Of(Programme programme, Plan plan, IEnumerable<NormSheet> sheets, IReadOnlyDictionary<Guid, Measure> measures, DateOnly on) => Paper($"Нормы: {programme.Name}", plan.Title, on,
        [new("Норма", 8), new("Мероприятие", 2.4), new("Окно", 3), new("Сделано", 2.2, PaperAlignment.Center), new("Нужно", 2.2, PaperAlignment.Center), new("%", 1.8, PaperAlignment.Center), new("Отстают", 2.2, PaperAlignment.Center), new("Состояние", 4)],
        sheets.Select(s => new PaperRow.Cells([s.Norm.Text, s.Norm.MeasureId is { } m && measures.TryGetValue(m, out var row) ? row.Code : "", s.Window.Name.Length > 0 ? s.Window.Name : Ru.RangeDigits(s.Window.Days),
            Number(s.Total.Done), Number(s.Total.Target), s.Total.Percent is { } share ? Number(share) : "", Number(s.Behind), s.Total.Word])));

    public static Paper Of(NormSheet sheet, IEnumerable<NormLine> lines, DateOnly on) => Paper(sheet.Norm.Text, sheet.Norm.Line + (sheet.Window.Name.Length > 0 ? $", {sheet.Window.Name}" : ""), on,
        [new(Who(sheet.Norm), 8), new("Сделано", 2.4, PaperAlignment.Center), new("Назначено", 2.4, PaperAlignment.Center), new("Нужно", 2.4, PaperAlignment.Center), new("Не хватает", 2.4, PaperAlignment.Center), new("%", 1.8, PaperAlignment.Center), new("Состояние", 4), new("Пояснение", 5)],
        lines.Select(l => new PaperRow.Cells([l.Subject.Name, Number(l.Status.Done), Number(l.Planned), Number(l.Status.Target), Number(l.Status.Missing), l.Status.Percent is { } share ? Number(share) : "", l.Word, l.Line])));

    /// <summary>Heading of the column of those who owe it.</summary>
    public static string Who(Norm norm) => norm.Per switch
    {
        NormPer.Object or NormPer.Event => Ru.Capital(norm.PerKind ?? ""),
        NormPer.Territory => "Территория",
        NormPer.Executor => "Исполнитель",
        _ => "Всего",
    };

    private static PaperCell Number(long number) => new(new PaperValue.Number(number));

    private static Paper Paper(string title, string lead, DateOnly on, IReadOnlyList<PaperColumn> columns, IEnumerable<PaperRow> rows) => new()
    {
        Title = title, Orientation = PaperOrientation.Landscape, Lead = [lead, "на\u00A0" + Ru.PaperDay(on)], Body = [new PaperTable("Нормы", columns, [.. rows]) { Description = title }], Made = on,
    };
}
