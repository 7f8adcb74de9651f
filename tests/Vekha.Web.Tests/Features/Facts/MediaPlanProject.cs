using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Facts;

/// <summary>A media plan in the shape of the Petrovsky one: a press release after each contract, three tasks after each completed project.</summary>
public sealed class MediaPlanProject
{
    private const string OnCompletion = "не позднее 30 календарных дней со дня завершения реализации проекта";

    public required VekhaApp App { get; init; }
    public required Organisation Town { get; init; }
    public required Organisation Finance { get; init; }
    public required Organisation Press { get; init; }
    public required Programme Programme { get; init; }
    public required Plan Plan { get; init; }

    public Measure Row(string code) => Plan.Measures.Single(m => m.Code == code);

    public static async Task<MediaPlanProject> Approve(VekhaApp app)
    {
        app.Clock.Set(new(2023, 12, 5, 12, 0, 0, TimeSpan.FromHours(3)));
        var town = await app.Unit();
        var (finance, press) = (await app.Unit(under: town), await app.Unit(under: town));
        var programme = new Programme("Инициативное бюджетирование", town.Id, "Петровский округ", DeadlinePolicy.Stavropol);
        var plan = new Plan(programme.Id, "МЕДИАПЛАН", new DateRange(new(2023, 1, 1), new(2023, 12, 31)));
        var project = new MediaPlanProject { App = app, Town = town, Finance = finance, Press = press, Programme = programme, Plan = plan };
        var completed = new Deadline.Relative(30, OffsetUnit.CalendarDay, OffsetDirection.After, "завершения реализации проекта", OffsetLimit.NotLater);
        project.Add("2.3", "Пресс-релиз о заключении контракта", "… дней с даты заключения контракта", new Deadline.Relative(null, null, OffsetDirection.After, "заключения контракта", OffsetLimit.Within), press);
        foreach (var code in new[] { "2.5", "3.3", "4.3" }) project.Add(code, $"Сообщение {code} о завершении проекта", OnCompletion, completed, finance);
        foreach (var code in new[] { "2.5", "3.3", "4.3" }) project.Row(code).DeadlineClass = DeadlineClass.Statutory;
        var made = plan.Approve(new(new(2023, 1, 20), "Глава округа", "Н.В. Выдумкина", null), programme.Policy.Calendar(), programme.Policy, app.Clock.GetUtcNow(), Guid.CreateVersion7());
        await app.Keep([programme, plan, .. made]);
        return project;
    }

    public Task<List<Assignment>> Of(string code) => App.Read(db => db.Assignments.AsNoTracking().AsSplitQuery().Include(a => a.TermChanges).Include(a => a.Reports)
        .Where(a => a.MeasureId == Row(code).Id).OrderBy(a => a.ObjectName).ThenBy(a => a.Id).ToListAsync());

    private void Add(string code, string title, string words, Deadline deadline, Organisation unit) => Plan.Row(null, code, title, words, deadline, (unit, "Финансовое управление"));
}
