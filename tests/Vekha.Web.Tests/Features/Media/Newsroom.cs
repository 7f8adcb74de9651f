using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Media;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Media;

/// <summary>A town with a press unit and an approved plan in the spring of 2023, and a media plan over it.</summary>
public sealed class Newsroom
{
    public required VekhaApp App { get; init; }
    public required Organisation Town { get; init; }
    public required Organisation Press { get; init; }
    public required Organisation Finance { get; init; }
    public required Programme Programme { get; init; }
    public required Plan Plan { get; init; }

    /// <summary>The project office.</summary>
    public required Visitor Keeper { get; init; }

    /// <summary>Writes in the press unit.</summary>
    public required Visitor Editor { get; init; }
    public required Person EditorPerson { get; init; }

    public Guid Media { get; private set; }

    /// <summary>Rows 2.1, 3.1 and 4.1 say one thing in three places; О.3 stands «по отдельному плану».</summary>
    public static async Task<Newsroom> Open(VekhaApp app, OrganisationKind kind = OrganisationKind.Administration, DateOnly? on = null, Action<Plan, Organisation>? more = null)
    {
        var today = on ?? new DateOnly(2023, 4, 20);
        app.Clock.Set(new(today, new(12, 0), TimeSpan.FromHours(3)));
        var town = Organisation.Found($"Округ {Guid.NewGuid():N}"[..14], kind);
        await app.Keep(town);
        var (press, finance) = (await app.Unit("Отдел по связям с общественностью", town), await app.Unit("Финансовое управление", town));
        var programme = new Programme("Инициативные проекты", town.Id, "Петровский округ", DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, "Медиаплан на 2023 год", DateRange.Year(2023));
        var (site, social, print) = (plan.AddStage("Сопровождение практики на официальном сайте", "2"), plan.AddStage("Продвижение практики в социальных сетях, на официальных страницах", "3"), plan.AddStage("Продвижение практики в печатных СМИ", "4"));
        foreach (var (stage, number, title) in new[] { (site, "2.1", "информирование о сроках конкурсного отбора"), (social, "3.1", "информирование о сроках конкурсного отбора"), (print, "4.1", "публикация информации о сроках конкурсного отбора") })
            Row(plan, stage, number, title, "до 30.06.2023", new Deadline.By(new WrittenDate(2023, 6, 30)), finance);
        Row(plan, null, "О.3", "Размещение материалов о проектах", "по отдельному плану", new Deadline.Reference("по отдельному плану"), press);
        more?.Invoke(plan, press);
        await app.Approve(programme, plan, new(2023, 2, 6), "Савина Нина Фёдоровна", "Глава округа");
        var (editor, person) = await app.Hired(Role.Executor, press);
        return new() { App = app, Town = town, Press = press, Finance = finance, Programme = programme, Plan = plan, Keeper = await app.SignedIn(Role.ProjectOffice, town), Editor = editor, EditorPerson = person };
    }

    public static Measure Row(Plan plan, Stage? stage, string number, string title, string words, Deadline deadline, Organisation executor)
    {
        var row = plan.AddMeasure(stage, number, title, number);
        (row.DeadlineText, row.Deadlines) = (words, [deadline]);
        row.AddExecutor(executor.Name, ExecutorKind.Organisation, organisationId: executor.Id);
        return row;
    }

    public Measure RowOf(string code) => Plan.Measures.Single(m => m.Code == code);

    /// <summary>Makes the media plan through its page.</summary>
    public async Task<Page> Begin(string? hashtag = null, string[]? channels = null, string? boundTo = null, bool needsApproval = true)
    {
        var page = await Keeper.Open($"/desk/media/settings?programme={Programme.Id}");
        var form = page.Form("Сохранить").Set("Title", "Медиаплан проектов").Set("First", "01.01.2023").Set("Last", "31.12.2023").Set("UnitId", Press.Id.ToString())
            .Set("Hashtag", hashtag).Set("PlanId", Plan.Id.ToString()).Set("NeedsApproval", needsApproval ? "true" : "false").Set("Input.Channels", null);
        if (boundTo is not null) form.Set("MeasureId", RowOf(boundTo).Id.ToString());
        foreach (var channel in channels ?? ["site", "vk", "ok", "newspaper"]) form.Add("Input.Channels", channel);
        var made = await form.Submit();
        Media = Guid.TryParse(made.Address.Split('/')[^1], out var id) ? id : Guid.Empty;
        return made;
    }

    /// <summary>Plans one theme in some channels; gives the publications back by channel.</summary>
    public async Task<Dictionary<string, Publication>> PlanTheme(string title, string? due, Measure? row, params string[] channels)
    {
        var form = (await Editor.Open($"/desk/media/new/{Media}")).Form("Запланировать").Set("Title", title).Set("Due", due).Set("MeasureId", row?.Id.ToString());
        foreach (var channel in channels) form.Add("Input.Channels", channel);
        (await form.Submit()).Refusal.ShouldBe("");
        return (await App.Read(db => db.Publications.AsNoTracking().Where(p => p.MediaPlanId == Media && p.Title == title).ToListAsync())).ToDictionary(p => p.Channel);
    }

    /// <summary>The editor writes and sends, the keeper approves.</summary>
    public async Task Approve(Publication publication, string body)
    {
        var sent = await (await Editor.Open(Card(publication))).Form("На утверждение").Set("headline", publication.Title).Set("body", body).Submit();
        sent.Refusal.ShouldBe("");
        (await (await Keeper.Open(Card(publication))).Form("Утвердить текст").Submit()).Refusal.ShouldBe("");
    }

    /// <summary>The editor says that it came out.</summary>
    public async Task<Page> ComeOut(Publication publication, string on, string? link, string? reach = null, string? issue = null, string? scan = null)
    {
        var form = (await Editor.Open(Card(publication))).Form("Записать выход").Set("on", on).Set("link", link).Set("reach", reach);
        if (issue is not null) form.Set("issue", issue);
        if (scan is not null) form.Attach("proof", scan, scan.EndsWith(".png", StringComparison.Ordinal) ? Dot : "скан"u8.ToArray());
        return await form.Submit();
    }

    /// <summary>A picture of one point.</summary>
    private static byte[] Dot => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static string Card(Publication publication) => $"/desk/media/publication/{publication.Id}";
}
