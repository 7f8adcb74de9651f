using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Sites;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Sites;

/// <summary>A public organisation with a plan in the shape of «Ресурсная среда»: seven steps, thirty-three rows, no site yet.</summary>
public sealed class SiteProject
{
    private static readonly (int Rows, DateOnly From, DateOnly Until)[] Steps =
    [
        (10, new(2020, 3, 1), new(2020, 5, 31)), (7, new(2020, 4, 1), new(2020, 6, 30)), (2, new(2020, 4, 1), new(2020, 6, 30)), (4, new(2020, 6, 1), new(2020, 9, 30)),
        (1, new(2020, 5, 1), new(2020, 9, 30)), (8, new(2020, 10, 1), new(2020, 11, 30)), (1, new(2020, 11, 15), new(2020, 11, 30)),
    ];

    private static readonly string[] Names = ["Волжский", "Заречный", "Камский", "Лесной", "Морской", "Озёрный", "Полевой", "Речной", "Северный", "Южный"];

    public required VekhaApp App { get; init; }
    public required Organisation Centre { get; init; }
    public required Programme Programme { get; init; }
    public required Plan Plan { get; init; }
    public required Visitor Office { get; init; }

    public string Address => $"/desk/sites/programme/{Programme.Id}";

    /// <summary>Ten lines as a person pastes them from a table.</summary>
    public static string Ten => string.Join('\n', Names.Select((n, i) => LineOf(n, i)));

    public static string LineOf(string name, int i) => $"Центр «{name}»\t{name} край\tДом дружбы «{name}»\tКоординатов{i} Пётр Ильич\tsite{i}@example.org\t8 900 000-00-{i:00}\tг. {name}, ул. Мира, {i + 1}";

    public static async Task<SiteProject> Approve(VekhaApp app)
    {
        app.Clock.Set(new(2020, 2, 26, 12, 0, 0, TimeSpan.FromHours(3)));
        var centre = Organisation.Found("Ресурсный центр в сфере согласия", OrganisationKind.Outside, territory: "Российская Федерация");
        var author = Person.Hire("Курбатова Лариса Михайловна", "директор", centre.Id);
        var programme = new Programme("Ресурсная среда", centre.Id, "Российская Федерация", DeadlinePolicy.Municipal);
        var plan = new Plan(programme.Id, "Дорожная карта проекта «Ресурсная среда»", new DateRange(new(2020, 3, 1), new(2020, 11, 30)));
        foreach (var ((rows, from, until), i) in Steps.Select((s, i) => (s, i + 1)))
        {
            var stage = plan.AddStage($"Шаг {i}", $"{i}");
            for (var n = 1; n <= rows; n++)
            {
                var row = plan.AddMeasure(stage, $"{n}", $"Работа {n} шага {i}", $"{i}.{n}");
                (row.DeadlineText, row.Deadlines) = ($"{from:dd.MM.yyyy} - {until:dd.MM.yyyy}", [new Deadline.During(new(from.Year, from.Month, from.Day), new(until.Year, until.Month, until.Day))]);
            }
        }
        var assignments = plan.Approve(new(new(2020, 2, 25), "Директор", "Л.М. Курбатова", null), programme.Policy.Calendar(), programme.Policy, app.Clock.GetUtcNow(), author.Id);
        await app.Keep([centre, author, programme, plan, .. assignments]);
        return new() { App = app, Centre = centre, Programme = programme, Plan = plan, Office = await app.SignedIn(Role.ProjectOffice, centre) };
    }

    /// <summary>Ten sites at once.</summary>
    public async Task<Page> AddTen() => await (await Office.Open($"/desk/sites/add/{Programme.Id}")).Form("Завести площадки").Set("List", Ten).Submit();

    public Task<List<Site>> Sites() => App.Read(db => db.Sites.AsNoTracking().Include(s => s.Unit).Include(s => s.Invitations).ThenInclude(i => i.Person).Where(s => s.ProgrammeId == Programme.Id).OrderBy(s => s.Name).ToListAsync());

    /// <summary>The link in the letter to an address.</summary>
    public async Task<string> Link(string address)
    {
        var text = await App.Read(db => db.Letters.Where(l => l.Address == address).OrderByDescending(l => l.CreatedAt).Select(l => l.Text).FirstAsync());
        return "/sites/invitation/" + text.Split("/sites/invitation/")[1].Trim();
    }

    /// <summary>The coordinator agrees by the link of the letter, sets a password and is inside.</summary>
    public async Task<Visitor> Agree(int i)
    {
        var guest = App.Guest();
        var door = await (await guest.Open(await Link($"site{i}@example.org"))).Form("Согласиться").Submit();
        var desk = await door.Form("Задать пароль и войти").Set("Password", Staff.Password).Set("Again", Staff.Password).Submit();
        desk.Address.ShouldStartWith("/desk");
        return guest;
    }

    /// <summary>Steps as a person ticks them; sites as the page proposes, with more if named.</summary>
    public async Task<Page> HandOut(int buffer, IEnumerable<int> steps, IEnumerable<Site>? more = null)
    {
        var page = await Office.Open($"/desk/sites/hand-out/{Programme.Id}");
        var form = page.Form("Проверить дни").Set("Buffer", $"{buffer}");
        var boxes = page.Document.QuerySelectorAll("input[name=Whole]").ToList();
        foreach (var step in steps) form.Add("Whole", boxes[step - 1].GetAttribute("value")!);
        foreach (var site in more ?? []) form.Add("Taking", site.UnitId.ToString());
        return await form.Submit();
    }

    public Task<List<Assignment>> PartsOf(Site site) => App.Read(db => db.Assignments.AsNoTracking().Where(a => a.OrganisationId == site.UnitId && a.ParentId != null).OrderBy(a => a.Control).ToListAsync());
}
