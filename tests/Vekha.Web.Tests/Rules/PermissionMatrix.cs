using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Features.Cascade;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Rules;

/// <summary>
/// Who opens what: every address that takes a thing, for every role, standing in every relation to the thing, in every state
/// of it. The answers are asked of the running application and kept in docs/permissions.md.
/// </summary>
public abstract class PermissionMatrix(VekhaApp app)
{
    private const string Page = "docs/permissions.md";

    private static readonly (string Name, string Words)[] Relations =
        [("own", "та, что ведёт план"), ("above", "вышестоящая"), ("given", "район, которому роздано"), ("sister", "соседний район"), ("inner", "школа района"), ("foreign", "чужая область")];

    [Fact]
    public async Task The_page_of_permissions_says_what_the_application_does()
    {
        var things = await Things();
        var text = new StringBuilder(Head);
        foreach (var (state, ids) in things)
        {
            text.Append($"\n## {state}\n\n| адрес | роль | {string.Join(" | ", Relations.Select(r => r.Words))} |\n|---|---|{string.Concat(Relations.Select(_ => "---|"))}\n");
            foreach (var (route, id) in Routes(ids))
                foreach (var role in Enum.GetValues<Role>())
                {
                    var answers = new List<string>();
                    foreach (var (relation, _) in Relations) answers.Add(Word((await (await Visitor(role, relation)).Ask(route.Replace("{id}", id.ToString()))).StatusCode));
                    text.Append($"| {route} | {role.Word()} | {string.Join(" | ", answers)} |\n");
                }
        }
        var found = text.ToString();
        if (Environment.GetEnvironmentVariable("VEKHA_ACCEPT") is not null) File.WriteAllText(Path.Combine(Repository.Root, PermissionMatrix.Page), found);
        Repository.Read(PermissionMatrix.Page).ReplaceLineEndings("\n").ShouldBe(found, "VEKHA_ACCEPT=1 rewrites the page; the difference is the review");
    }

    [Fact]
    public void A_thing_of_somebody_else_does_not_exist()
    {
        var rows = Repository.Read(PermissionMatrix.Page).Split('\n').Where(l => l.StartsWith("| /desk", StringComparison.Ordinal)).Select(l => l.Trim('|', ' ').Split('|').Select(c => c.Trim()).ToArray()).ToList();

        rows.ShouldNotBeEmpty();
        foreach (var row in rows) row[^1].ShouldBeOneOf(["404", "403"], string.Join(' ', row));
        // A sister district sees the plan that gave it work, never a thing of its neighbour.
        foreach (var row in rows.Where(r => r[0].Contains("/assignment/") || r[0].Contains("/child/") || r[0].Contains("/my"))) row[5].ShouldBeOneOf(["404", "403"], string.Join(' ', row));
    }

    private const string Head = """
        # Кто что открывает

        Страница получена опросом работающего приложения: каждый адрес, который берёт одну вещь, для каждой роли, в каждом
        отношении к этой вещи и в каждом её состоянии. Проверка `PermissionMatrix` держит её верной; `VEKHA_ACCEPT=1` переписывает.

        «да» — страница открывается; «404» — для этого человека такой вещи нет; «403» — вещь видна, действие не для этой роли.
        Роль дана в подразделении, которое названо в столбце, и действует во всём, что ниже него.

        """;

    private readonly Dictionary<(Role, string), Visitor> visitors = [];
    private Dictionary<string, Organisation> units = [];

    private async Task<Visitor> Visitor(Role role, string relation) =>
        visitors.TryGetValue((role, relation), out var known) ? known : visitors[(role, relation)] = await app.SignedIn(role, units[relation]);

    /// <summary>A plan that is a draft, one in force, a part handed down, and a part handed down inside.</summary>
    private async Task<IReadOnlyList<(string State, IReadOnlyDictionary<string, Guid> Ids)>> Things()
    {
        var project = await RegionProject.Approve(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Region);
        await (await project.HandDown(office, 0, "20")).Form("Раздать 15 поручений").Submit();
        var (kings, luga) = (project.District("Кингисеппский"), project.District("Лужский"));
        var part = await project.Part("20", kings);
        var above = await app.Unit("Правительство области");
        await app.Do(async s =>
        {
            var db = s.GetRequiredService<Vekha.Web.Data.VekhaDb>();
            await db.Rehang(await db.Organisations.SingleAsync(o => o.Id == project.Region.Id), await db.Organisations.Include(o => o.Lines).SingleAsync(o => o.Id == above.Id));
            await db.SaveChangesAsync();
        });
        var district = await app.Read(db => db.Organisations.Include(o => o.Lines).SingleAsync(o => o.Id == kings.Id));
        var school = Organisation.Found("Школа № 1", OrganisationKind.School, district);
        await app.Keep(school);
        var head = await app.SignedInAs(project.HeadOf(kings));
        await (await head.Open($"/desk/cascade/child/{part.Id}")).Form("Разделить").Add("units", school.Id.ToString()).Submit();
        var inner = await app.Read(db => db.Assignments.SingleAsync(a => a.ParentId == part.Id));
        var draft = new Plan(project.Programme.Id, "Черновик плана", new(new(2018, 1, 1), new(2018, 12, 31)));
        var row = draft.AddMeasure(null, "1", "Строка черновика");
        await app.Keep(draft);
        var fact = await app.Do(async s =>
        {
            var held = await s.GetRequiredService<FactBook>().Record(new() { ProgrammeId = project.Programme.Id, MeasureId = project.Row("20").Id, Kind = "мероприятие", Title = "Занятие", Day = new(2017, 9, 4), UnitId = kings.Id, TerritoryId = kings.Id });
            await s.GetRequiredService<Vekha.Web.Data.VekhaDb>().SaveChangesAsync();
            return held;
        });
        units = new() { ["own"] = project.Region, ["above"] = above, ["given"] = kings, ["sister"] = luga, ["inner"] = school, ["foreign"] = await app.Unit("Комитет другой области") };
        return
        [
            ("Черновик плана", new Dictionary<string, Guid> { ["plan"] = draft.Id, ["measure"] = row.Id }),
            ("План утверждён, роздан районам", new Dictionary<string, Guid> { ["plan"] = project.Plan.Id, ["measure"] = project.Row("20").Id, ["programme"] = project.Programme.Id }),
            ("Поручение района", new Dictionary<string, Guid> { ["assignment"] = part.Id }),
            ("Поручение школы внутри района", new Dictionary<string, Guid> { ["assignment"] = inner.Id }),
            ("Факт района", new Dictionary<string, Guid> { ["fact"] = fact.Id }),
            ("Подразделение и сотрудник района", new Dictionary<string, Guid> { ["unit"] = kings.Id, ["person"] = project.HeadOf(kings).Id }),
        ];
    }

    /// <summary>The addresses of the route table that take a thing of one of these kinds.</summary>
    private IEnumerable<(string Route, Guid Id)> Routes(IReadOnlyDictionary<string, Guid> ids) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Where(r => r.StartsWith("/desk", StringComparison.Ordinal) && r.Contains('{'))
            .Select(r => (Route: r[..r.IndexOf('{')] + "{id}", Kind: KindOf(r))).Where(r => r.Kind is not null && ids.ContainsKey(r.Kind)).Distinct().OrderBy(r => r.Route, StringComparer.Ordinal)
            .Select(r => (r.Route, ids[r.Kind!]))
            .Concat(ids.TryGetValue("assignment", out var job) ? [("/desk/my?job={id}", job)] : Array.Empty<(string, Guid)>());

    private static string? KindOf(string route) => route[..route.IndexOf('{')] switch
    {
        "/desk/plans/plan/" or "/desk/plans/edit/" or "/desk/plans/approve/" or "/desk/plans/papers/" or "/desk/plans/calendar/" or "/desk/plans/repeat/" or "/desk/plans/remarks/"
            or "/desk/cascade/plan/" or "/desk/cascade/choose/" or "/desk/plans/order/" or "/desk/changes/agreement/" or "/desk/changes/version/" or "/desk/norms/" => "plan",
        "/desk/plans/measure/" or "/desk/cascade/measure/" => "measure",
        "/desk/plans/programme/" or "/desk/plans/team/" or "/desk/control/" or "/desk/changes/rules/" or "/desk/plans/anchors/" => "programme",
        "/desk/facts/card/" => "fact",
        "/desk/control/assignment/" or "/desk/cascade/child/" => "assignment",
        "/desk/accounts/organisations/card/" or "/desk/accounts/organisations/edit/" => "unit",
        "/desk/accounts/people/card/" or "/desk/accounts/people/edit/" or "/desk/plans/hand-over/" => "person",
        _ => null,
    };

    private static string Word(HttpStatusCode answer) => answer switch
    {
        HttpStatusCode.OK => "да",
        HttpStatusCode.Redirect => "да, ведёт дальше",
        _ => ((int)answer).ToString(),
    };
}

public sealed class PermissionMatrixOnSqlite(SqliteApp app) : PermissionMatrix(app), IClassFixture<SqliteApp>;

public sealed class PermissionMatrixOnPostgres(PostgresApp app) : PermissionMatrix(app), IClassFixture<PostgresApp>;
