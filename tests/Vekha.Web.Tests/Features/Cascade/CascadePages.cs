using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Cascade;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Cascade;

/// <summary>From the choice of measures to the parts of districts.</summary>
public abstract class CascadePages(VekhaApp app)
{
    [Fact, Trait("Acceptance", "S1.4")]
    public async Task Seven_rows_go_to_fifteen_districts_each_with_its_head_and_territory()
    {
        var project = await RegionProject.Approve(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Region);

        var preview = await project.HandDown(office, 0, "20", "21", "22", "23", "24", "25", "26");

        preview.Text.ShouldContain("В документе 15, всего таких 18: не отмечены те, кого план называет отдельно (3)");
        preview.Text.ShouldContain("7 мероприятий × 15 подразделений = 105 поручений");
        (await app.Read(db => db.Assignments.CountAsync(a => a.PlanId == project.Plan.Id && a.ParentId != null))).ShouldBe(0);
        var done = await preview.Form("Раздать 105 поручений").Submit();
        done.Text.ShouldContain("Роздано: 105 поручений");
        var parts = await app.Read(db => db.Assignments.AsNoTracking().Where(a => a.PlanId == project.Plan.Id && a.ParentId != null).ToListAsync());
        parts.Count.ShouldBe(105);
        parts.Select(p => p.Territory).Distinct().Count().ShouldBe(15);
        foreach (var part in parts)
        {
            var district = project.Districts.Single(d => d.Id == part.OrganisationId);
            (part.PersonId, part.Territory).ShouldBe((project.HeadOf(district).Id, district.Territory));
        }
        (await office.Open($"/desk/cascade/measure/{project.Row("20").Id}")).Text.ShouldContain("Принято 0 из 15 обязательных");
    }

    [Fact, Trait("Acceptance", "S1.4")]
    public async Task Rows_that_name_three_heads_give_three_parts_each_and_no_second_assignment_of_the_same_head()
    {
        var project = await RegionProject.Approve(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Region);

        var preview = await project.HandDown(office, 0, "5", "6", "7", "8", "9", "13", "14");
        await preview.Form("Раздать 21 поручение").Submit();

        var all = await app.Read(db => db.Assignments.AsNoTracking().Where(a => a.PlanId == project.Plan.Id && a.ParentId != null).ToListAsync());
        all.Count.ShouldBe(21);
        var row = await project.Parts("5");
        row.Select(p => p.Territory).ShouldBe(["Всеволожский район", "Сосновый Бор", "Тосненский район"]);
        row.Select(p => p.ExecutorName).ShouldContain("Гринева Н.Л.");
        var parts = row.Select(p => p.OrganisationId).ToArray();
        (await app.Read(db => db.Assignments.CountAsync(a => a.MeasureId == project.Row("5").Id && parts.Contains(a.OrganisationId)))).ShouldBe(3);
        (await project.Whole("5")).OrganisationId.ShouldBe(project.Region.Id);
    }

    [Fact, Trait("Acceptance", "S1.5")]
    public async Task Five_working_days_before_15_November_is_8_November_and_the_plan_keeps_its_day()
    {
        var project = await RegionProject.Approve(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Region);

        var preview = await project.HandDown(office, 5, "20");
        preview.Text.ShouldContain("08.11.2017");
        preview.Text.ShouldContain("за 5 рабочих дней до срока плана 15.11.2017");
        await preview.Form("Раздать 15 поручений").Submit();

        foreach (var part in await project.Parts("20")) part.Control.ShouldBe(new DateOnly(2017, 11, 8));
        (await project.Whole("20")).Control.ShouldBe(new DateOnly(2017, 11, 15));
        (await app.Read(db => db.Measures.SingleAsync(m => m.Id == project.Row("20").Id))).DeadlineText.ShouldBe("15.11.2017");
        var kings = project.District("Кингисеппский");
        var head = await app.SignedInAs(project.HeadOf(kings));
        (await head.Open("/desk/my")).Text.ShouldContain("08.11.2017");
    }

    [Fact]
    public async Task Units_can_be_left_out_and_a_second_press_makes_nothing_twice()
    {
        var project = await RegionProject.Approve(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Region);
        var preview = await project.HandDown(office, 0, "21");
        var form = preview.Form("Раздать 15 поручений");

        form.Set("units", null);
        foreach (var name in new[] { "Лужский", "Тихвинский" }) form.Add("units", $"0.{project.District(name).Id}");
        var first = await form.Submit();
        var second = await form.Submit();

        first.Text.ShouldContain("Роздано: 2 поручения");
        second.Address.ShouldBe(first.Address);
        (await project.Parts("21")).Select(p => p.Territory).ShouldBe(["Лужский район", "Тихвинский район"]);
    }

    [Fact]
    public async Task A_district_founded_later_is_offered_and_gets_its_copy()
    {
        var project = await RegionProject.Approve(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Region);
        await (await project.HandDown(office, 5, "20")).Form("Раздать 15 поручений").Submit();
        app.Clock.Set(new(2017, 10, 2, 12, 0, 0, TimeSpan.FromHours(3)));
        office = await app.SignedIn(Role.ProjectOffice, project.Region);
        (await office.Open($"/desk/cascade/measure/{project.Row("20").Id}")).Text.ShouldNotContain("Появились после раздачи");
        var region = await app.Read(db => db.Organisations.Include(o => o.Lines).SingleAsync(o => o.Id == project.Region.Id));
        var late = Organisation.Found("Комитет образования нового округа", OrganisationKind.EducationAuthority, region, territory: "Новый округ");
        late.Live(new(2017, 10, 1), null);
        await app.Keep(late);

        var page = await (await office.Open($"/desk/cascade/measure/{project.Row("20").Id}")).Form("Добавить").Submit();

        page.Text.ShouldContain("Комитет образования нового округа: поручение роздано");
        var parts = await project.Parts("20");
        parts.Count.ShouldBe(16);
        parts.Single(p => p.OrganisationId == late.Id).Control.ShouldBe(new DateOnly(2017, 11, 8));
        page.Text.ShouldContain("Принято 0 из 16");
    }

    [Fact]
    public async Task A_district_sees_its_own_part_and_never_that_of_a_sister()
    {
        var project = await RegionProject.Approve(app);
        var office = await app.SignedIn(Role.ProjectOffice, project.Region);
        await (await project.HandDown(office, 0, "20")).Form("Раздать 15 поручений").Submit();
        var (luga, tikhvin) = (project.District("Лужский"), project.District("Тихвинский"));
        var head = await app.SignedInAs(project.HeadOf(luga), Role.Executor);
        var sister = (await project.Part("20", tikhvin)).Id;

        (await head.Open($"/desk/control/assignment/{(await project.Part("20", luga)).Id}")).Text.ShouldNotContain("Тихвинск");
        foreach (var address in new[] { $"/desk/control/assignment/{sister}", $"/desk/cascade/child/{sister}", $"/desk/my?job={sister}", $"/desk/cascade/measure/{project.Row("20").Id}" })
            (await head.Open(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
    }

    [Fact]
    public async Task A_thousand_units_and_seven_rows_are_handed_down_in_portions()
    {
        var project = await RegionProject.Approve(app);
        var region = await app.Read(db => db.Organisations.Include(o => o.Lines).SingleAsync(o => o.Id == project.Region.Id));
        await app.Keep([.. Enumerable.Range(1, 1000).Select(i => Organisation.Found($"Школа № {i}", OrganisationKind.School, region))]);
        var schools = await app.Read(db => db.Organisations.Where(o => o.ParentId == region.Id && o.Kind == OrganisationKind.School).Select(o => o.Id).ToListAsync());
        Guid[] rows = [.. new[] { "20", "21", "22", "23", "24", "25", "26" }.Select(c => project.Row(c).Id)];
        var cascade = new Vekha.Web.Features.Cascade.Cascade(project.Plan, 5, [new("школы", rows, schools, schools)], Guid.NewGuid(), app.Clock.GetUtcNow());
        cascade.Start(7000);
        await app.Keep(cascade);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        await app.Do(async s => { while (await s.GetRequiredService<CascadeMaking>().Step(cascade.Id)) { } });
        TestContext.Current.TestOutputHelper!.WriteLine($"7,000 assignments in {watch.ElapsedMilliseconds} ms");

        (await app.Read(db => db.Assignments.CountAsync(a => a.PlanId == project.Plan.Id && a.ParentId != null))).ShouldBe(7000);
        (await app.Read(db => db.Cascades.SingleAsync(c => c.Id == cascade.Id))).Made.ShouldBe(7000);
    }
}

public sealed class CascadePagesOnSqlite(SqliteApp app) : CascadePages(app), IClassFixture<SqliteApp>;

public sealed class CascadePagesOnPostgres(PostgresApp app) : CascadePages(app), IClassFixture<PostgresApp>;
