using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Cascade;

/// <summary>
/// A region in the shape of «Равные возможности детям»: three districts that the plan names by their heads, fifteen that it
/// calls «Руководители МОУО в 15 районах».
/// </summary>
public sealed class RegionProject
{
    private static readonly string[] Pilots = ["Всеволожский район", "Тосненский район", "Сосновый Бор"];
    private static readonly string[] Rest =
    [
        "Бокситогорский", "Волховский", "Волосовский", "Выборгский", "Гатчинский", "Кингисеппский", "Кировский", "Киришский",
        "Лодейнопольский", "Ломоносовский", "Лужский", "Подпорожский", "Приозерский", "Сланцевский", "Тихвинский",
    ];

    public required VekhaApp App { get; init; }
    public required Organisation Region { get; init; }
    public required IReadOnlyList<Organisation> Districts { get; init; }
    public required IReadOnlyList<Person> Heads { get; init; }
    public required Programme Programme { get; init; }
    public required Plan Plan { get; init; }

    public Organisation District(string name) => Districts.Single(d => d.Territory!.StartsWith(name, StringComparison.Ordinal));
    public Person HeadOf(Organisation district) => Heads.Single(h => h.UnitId == district.Id);
    public Measure Row(string code) => Plan.Measures.Single(m => m.Code == code);

    public static async Task<RegionProject> Approve(VekhaApp app)
    {
        app.Clock.Set(new(2017, 9, 5, 12, 0, 0, TimeSpan.FromHours(3)));
        var region = Organisation.Found("Комитет общего и профессионального образования", OrganisationKind.RegionalBody, shortName: "КОПО", territory: "Ленинградская область");
        var districts = Pilots.Concat(Rest.Select(r => r + " район")).Select(t => Organisation.Found($"Комитет образования, {t}", OrganisationKind.EducationAuthority, region, territory: t)).ToList();
        var heads = districts.Select((d, i) => Person.Hire($"{Family(i)} Анна Сергеевна", "председатель комитета образования", d.Id)).ToList();
        var programme = new Programme("Равные возможности детям", region.Id, "Ленинградская область", DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, "План мероприятий («дорожная карта»)", new DateRange(new(2017, 9, 1), new(2018, 8, 31)));
        var project = new RegionProject { App = app, Region = region, Districts = districts, Heads = heads, Programme = programme, Plan = plan };
        project.Write();
        await app.Keep([region, .. districts, .. heads, .. districts.Select((d, i) => Headship.Appoint(d.Id, heads[i], null, isDeputy: false, new(2015, 1, 1), []))]);
        var made = plan.Approve(new(new(2017, 9, 4), "Председатель комитета", "А.К. Рогов", null), programme.Policy.Calendar(), programme.Policy, app.Clock.GetUtcNow(), heads[0].Id);
        await app.Keep([programme, plan, .. made]);
        return project;
    }

    /// <summary>Chooses rows, confirms what is proposed and hands down.</summary>
    public async Task<Page> HandDown(Visitor office, int buffer, params string[] codes)
    {
        var form = (await office.Open($"/desk/cascade/choose/{Plan.Id}")).Form("Подобрать подразделения").Set("Buffer", $"{buffer}");
        foreach (var code in codes) form.Add("Measures", Row(code).Id.ToString());
        return await form.Submit();
    }

    public Task<List<Assignment>> Parts(string code) => App.Read(db => db.Assignments.AsNoTracking().Where(a => a.MeasureId == Row(code).Id && a.ParentId != null && a.InnerUnitId == null).OrderBy(a => a.Territory).ToListAsync());

    public async Task<Assignment> Part(string code, Organisation district) => (await Parts(code)).Single(p => p.OrganisationId == district.Id);

    public async Task<Assignment> Whole(string code)
    {
        var id = (await Parts(code))[0].ParentId;
        return await App.Read(db => db.Assignments.AsNoTracking().Include(a => a.Reports).SingleAsync(a => a.Id == id));
    }

    private void Write()
    {
        foreach (var (code, day) in new (string, WrittenDate)[] { ("5", new(2017, 9, 30)), ("6", new(2017, 9, 30)), ("7", new(2017, 9, 30)), ("8", new(2017, 10, 10)), ("9", new(2017, 10, 10)), ("13", new(2017, 10, 10)), ("14", new(2017, 12, 25)) })
        {
            var row = Row(code, $"Мероприятие {code} трёх районов", day);
            row.EveryExecutorAnswers = true;
            foreach (var (name, i) in new[] { "Федорова И.П.", "Гринева Н.Л.", "Пылева С.Е." }.Select((n, i) => (n, i))) row.AddExecutor(name, ExecutorKind.Person, organisationId: Districts[i].Id);
        }
        foreach (var (code, day) in new (string, WrittenDate)[] { ("20", new(2017, 11, 15)), ("21", new(2017, 11, 30)), ("22", new(2017, 11, 30)), ("23", new(2017, 11, 30)), ("24", new(2017, 11, 30)), ("25", new(2017, 12, 15)), ("26", new(2017, 12, 15)) })
            Row(code, $"Мероприятие {code} в 15 районах", day).AddExecutor("Руководители МОУО в 15 районах Ленинградской области", ExecutorKind.Class);
    }

    private Measure Row(string code, string title, WrittenDate day)
    {
        var row = Plan.AddMeasure(null, code, title);
        row.DeadlineText = $"{day.Day:00}.{day.Month:00}.{day.Year}";
        row.Deadlines = [new Deadline.By(day)];
        return row;
    }

    private static string Family(int i) => ((string[])["Аверина", "Борова", "Власова", "Гордеева", "Дорохова", "Ермакова", "Жилина", "Зимина", "Ильина", "Карпова", "Лосева", "Мишина", "Носова", "Осипова", "Панова", "Рыжова", "Сомова", "Титова"])[i];
}
