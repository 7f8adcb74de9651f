using Vekha.Documents.Writing;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>A list of assignments to take away as a table: the overdue ones, one's own.</summary>
internal static class ListPaper
{
    public static Paper Overdue(IEnumerable<OverdueRow> rows, IReadOnlyDictionary<Guid, ControlledProgramme> programmes, bool parts, DateOnly on) =>
        Of(parts ? "Просроченные части соисполнителей" : "Просроченные поручения", on, rows.Select(r =>
        {
            var programme = programmes[r.ProgrammeId];
            return new PaperRow.Cells([r.Code, programme.Name, Named(r.Title, r.Occurrence), Who(r.Executor, r.ByConsent), r.DeadlineText, r.Control,
                new PaperCell(new PaperValue.Number(programme.Day.DayNumber - r.Control.DayNumber)), r.WasReturned ? "возвращено, исправленного отчёта нет" : "отчёта нет"]);
        }));

    public static Paper Mine(MyList list) => Of("Мои мероприятия", list.Day, list.Groups.SelectMany(g => g.Rows, (g, r) => new PaperRow.Cells(
        [r.Measure.Code, r.Programme.Name, Named(r.Measure.Title, r.Assignment.Occurrence), Who(r.Assignment.ExecutorName, r.Assignment.ByConsent), r.Measure.DeadlineText,
            r.Status.Control is { } day ? day : r.Assignment.Why, r.Status.DaysLate > 0 ? new PaperCell(new PaperValue.Number(r.Status.DaysLate)) : "", r.StateWords])));

    private static Paper Of(string title, DateOnly on, IEnumerable<PaperRow> rows) => new()
    {
        Title = title,
        Orientation = PaperOrientation.Landscape,
        Lead = ["на\u00A0" + Ru.PaperDay(on)],
        Body = [new PaperTable("Поручения",
            [new("№", 1.5), new("Программа", 4), new("Мероприятие", 8), new("Исполнитель", 5), new("Срок в документе", 3), new("Контрольный день", 2.6, PaperAlignment.Center), new("Просрочено, дней", 2.2, PaperAlignment.Center), new("Состояние", 4)],
            [.. rows]) { Description = title }],
        Made = on,
    };

    private static string Named(string title, string? occurrence) => occurrence is null ? title : $"{title}, {occurrence}";

    private static string Who(string executor, bool byConsent) => (executor.Length > 0 ? executor : "не назван") + (byConsent ? " (по\u00A0согласованию)" : "");
}
