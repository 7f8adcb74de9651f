using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Campaigns;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Campaigns;

/// <summary>A committee with three pilot districts and a plan whose row 16 is reported on five days.</summary>
public sealed class ClubReports
{
    public static readonly string[] Days = ["23.10.2017", "15.11.2017", "30.11.2017", "15.12.2017", "25.12.2017"];

    public required VekhaApp App { get; init; }
    public required Organisation Committee { get; init; }
    public required Organisation[] Districts { get; init; }
    public required Programme Programme { get; init; }
    public required Plan Plan { get; init; }
    public required Visitor Keeper { get; init; }
    public required Person KeeperPerson { get; init; }
    public string Campaign { get; private set; } = "";

    public static async Task<ClubReports> Approve(VekhaApp app, int districtCount = 3)
    {
        app.Clock.Set(new(2017, 10, 9, 12, 0, 0, TimeSpan.FromHours(3)));
        var committee = await app.Unit();
        var districts = new Organisation[districtCount];
        for (var i = 0; i < districtCount; i++) districts[i] = await app.Unit(under: committee);
        var programme = new Programme("Равные возможности", committee.Id, "область", DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, "План мероприятий («дорожная карта»)", new DateRange(new(2017, 9, 1), new(2018, 8, 31)));
        var measure = plan.AddMeasure(null, "16", "Проведён сбор отчётов о работе клубов");
        measure.DeadlineText = string.Join('\n', Days);
        measure.Deadlines = [.. Days.Select(d => new Deadline.On(WrittenDay(d)))];
        measure.EveryExecutorAnswers = true;
        measure.AddExecutor("Комитет", ExecutorKind.Organisation, organisationId: committee.Id);
        foreach (var district in districts) measure.AddExecutor(district.Name, ExecutorKind.Organisation, organisationId: district.Id);
        var author = Person.Hire("Рогов Антон Кириллович", "председатель комитета", committee.Id);
        var assignments = plan.Approve(new(new(2017, 9, 4), "Председатель комитета", "А.К. Рогов", null), programme.Policy.Calendar(), programme.Policy, new(2017, 9, 4, 9, 0, 0, TimeSpan.Zero), author.Id);
        await app.Keep([author, programme, plan, .. assignments]);
        var (keeper, person) = await app.Hired(Role.ProjectOffice, committee);
        return new() { App = app, Committee = committee, Districts = districts, Programme = programme, Plan = plan, Keeper = keeper, KeeperPerson = person };
    }

    /// <summary>The campaign put together and begun through the pages: clubs, children by age, publications, difficulties.</summary>
    public static async Task<ClubReports> Begin(VekhaApp app)
    {
        var clubs = await Approve(app);
        var edit = await clubs.Create();
        edit = await clubs.Ask(edit, "Работает клубов", "Number", ("Jump", "10"));
        edit = await clubs.Ask(edit, "Детей по возрасту", "Table", ("Rows", "7–10 лет\n11–14 лет"), ("Columns", "мальчики\nдевочки"), ("Jump", "10"), ("Unit", "детей"));
        edit = await clubs.Ask(edit, "Ссылки на публикации", "Text", ("Required", "false"));
        edit = await clubs.Ask(edit, "Есть трудности", "YesNo", ("Source", "Nothing"));
        await edit.Form("Начать сбор").Submit();
        return clubs;
    }

    public async Task<Page> Create()
    {
        var page = await Keeper.Open($"/desk/campaigns/create?plan={Plan.Id}");
        var edit = await page.Form("Создать черновик сбора").Add("Measure", Plan.Measures[0].Id.ToString()).Set("Title", "Отчёт о клубах").Submit();
        Campaign = edit.Address.Split('/', '?')[^1];
        return edit;
    }

    /// <summary>Adds a field through the builder.</summary>
    public async Task<Page> Ask(Page edit, string title, string kind, params (string Name, string Value)[] more)
    {
        var form = (await Keeper.Open($"/desk/campaigns/edit/{Campaign}?field=new")).Form("Сохранить показатель").Set("Input.Title", title).Set("Input.Kind", kind);
        foreach (var (name, value) in more) form = form.Set("Input." + name, value);
        var page = await form.Submit();
        page.Refusal.ShouldBe("", edit.Address);
        return page;
    }

    public async Task<FormReport> Of(int district, int day) => await App.Read(db =>
    {
        var (unit, due, campaign) = (Districts[district].Id, DateOnly.ParseExact(Days[day], "dd.MM.yyyy", null), Guid.Parse(Campaign));
        return db.FormReports.AsNoTracking().Include(r => r.Acts).SingleAsync(r => r.CampaignId == campaign && r.UnitId == unit && r.Due == due);
    });

    public async Task<string> FillOf(int district, int day) => $"/desk/campaigns/fill/{(await Of(district, day)).Id}";

    public async Task<string> FormOf(int district, int day) => $"/desk/campaigns/form/{(await Of(district, day)).Id}";

    /// <summary>The district fills everything and sends on a day of 2017.</summary>
    public async Task<Page> Send(int district, int day, (int Month, int Day) on, params string[] values)
    {
        On(on);
        var page = await (await App.SignedIn(Role.Executor, Districts[district])).Open(await FillOf(district, day));
        return await Filled(page, values).Submit();
    }

    public static Form Filled(Page page, params string[] values)
    {
        var form = page.Form("Сдать форму");
        foreach (var (key, value) in new[] { "f1", "f2.1.1", "f2.1.2", "f2.2.1", "f2.2.2", "f3", "f4" }.Zip(values)) form = form.Set("v." + key, value);
        return form;
    }

    public async Task Accept(int district, int day) => (await (await (await Office()).Open(await FormOf(district, day))).Form("Принять").Submit()).Text.ShouldContain("Форма принята");

    /// <summary>The keeper signs in on the day of the clock.</summary>
    public Task<Visitor> Office() => App.Again(KeeperPerson);

    public void On((int Month, int Day) day) => App.Clock.Set(new(2017, day.Month, day.Day, 12, 0, 0, TimeSpan.FromHours(3)));

    private static WrittenDate WrittenDay(string text)
    {
        var day = DateOnly.ParseExact(text, "dd.MM.yyyy", null);
        return new(day.Year, day.Month, day.Day);
    }
}
