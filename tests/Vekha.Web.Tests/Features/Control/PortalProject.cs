using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Control;

/// <summary>
/// A town with its project office and two executors, and an approved plan in the shape of the Khimki road map: October
/// items, standing ones, one «по отдельному плану», one that waits for an event.
/// </summary>
public sealed class PortalProject
{
    public required VekhaApp App { get; init; }
    public required Organisation Town { get; init; }
    public required Organisation Office { get; init; }
    public required Organisation Education { get; init; }
    public required Organisation Media { get; init; }
    public required Programme Programme { get; init; }
    public required Plan Plan { get; init; }

    /// <param name="shownOn">The day of an example; <c>null</c> lives by the clock.</param>
    public static async Task<PortalProject> Approve(VekhaApp app, DateOnly? shownOn = null)
    {
        var town = await app.Unit();
        var (office, education, media) = (await app.Unit(under: town), await app.Unit(under: town), await app.Unit(under: town));
        var programme = new Programme("Краеведческий портал", town.Id, "городской округ Химки", DeadlinePolicy.Municipal with { StandingReport = StandingReport.Quarterly }) { ShownOn = shownOn };
        var plan = new Plan(programme.Id, "План организационных мероприятий (дорожная карта)", new DateRange(new(2020, 8, 1), new(2021, 7, 31)));
        var made = new PortalProject { App = app, Town = town, Office = office, Education = education, Media = media, Programme = programme, Plan = plan };
        made.Write();
        await app.Approve(programme, plan, new(2020, 8, 17), "Орлов Степан Петрович", "Глава городского округа", hour: 11);
        return made;
    }

    private void Write()
    {
        var (first, second) = (Plan.AddStage("Подготовительный этап", code: "П"), Plan.AddStage("Основной этап", code: "О"));
        var october = new Deadline.During(new(2020, 10, 1), new(2020, 10, 31));
        Row(first, "2", "Формирование состава рабочих групп", "до 01.10.2020", new Deadline.By(new(2020, 10, 1)), Education);
        Row(first, "5", "Подготовка графика съёмок", "октябрь 2020", october, Education, Media);
        Row(first, "7", "Создание медиаплана", "октябрь 2020", october, Media);
        Row(second, "1", "Обеспечение деятельности рабочих групп", "постоянно", new Deadline.Ongoing(), Education);
        Row(second, "3", "Информационное освещение проекта", "по отдельному плану", new Deadline.Reference("отдельный план"), Media);
        Row(second, "6", "Проведение краеведческой конференции", "февраль 2021", new Deadline.During(new(2021, 2, 1), new(2021, 2, 28)), Education);
        Row(second, "7", "Отчёт о завершении", "не позднее 30 дней со дня завершения проекта",
            new Deadline.Relative(30, OffsetUnit.CalendarDay, OffsetDirection.After, "завершения проекта", OffsetLimit.NotLater), Media);
    }

    private void Row(Stage stage, string number, string title, string words, Deadline deadline, params Organisation[] executors) =>
        Plan.Row(stage, number, title, words, deadline, [.. executors.Select(u => (u, u == Education ? "Управление по образованию" : "МКУ «Управление информационной политики»"))]);

    /// <summary>The assignment of the unit on the measure: <c>Of("П.7", project.Media)</c>; the earliest of several.</summary>
    public Task<Assignment> Of(string code, Organisation unit) => App.Read(db =>
    {
        var measures = db.Measures;
        return db.Assignments.AsNoTracking().AsSplitQuery().Include(a => a.Reports).Include(a => a.Extensions).Include(a => a.Acceptance).Include(a => a.Release).Include(a => a.Returns)
            .Where(a => a.PlanId == Plan.Id && a.OrganisationId == unit.Id && measures.Any(m => m.Id == a.MeasureId && m.Code == code)).OrderBy(a => a.Control).ThenBy(a => a.Id).FirstAsync();
    });

    public async Task<string> CardOf(string code, Organisation unit) => $"/desk/control/assignment/{(await Of(code, unit)).Id}";

    /// <summary>The unit sends a report through «Мои мероприятия».</summary>
    public async Task<Page> Report(Visitor executor, string code, Organisation unit, string text, string factOn, string? lateReason = null)
    {
        var form = (await executor.Open($"/desk/my?job={(await Of(code, unit)).Id}")).Form("Отправить на проверку").Set("Text", text).Set("FactOn", factOn);
        return await (lateReason is null ? form : form.Set("LateReason", lateReason).Set("LateKind", "ждали согласования или ответа")).Submit();
    }
}
