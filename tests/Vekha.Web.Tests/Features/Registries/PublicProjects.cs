using System.Net;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Registries;
using Vekha.Web.Tests.Features.Facts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>Cards are found by their own fields; a guest opens published ones and reads only what is marked for guests.</summary>
public abstract class PublicProjects(VekhaApp app)
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    private async Task<(MediaPlanProject Plan, Registry Registry, Visitor Office)> Ready()
    {
        var plan = await MediaPlanProject.Approve(app);
        var registry = new Registry(plan.Programme.Id, RegistryTemplate.Of("initiative-projects")!.Definition);
        await app.Keep(registry);
        return (plan, registry, await app.SignedIn(Role.ProjectOffice, plan.Town));
    }

    private static async Task<Page> Add(Visitor office, Registry registry, MediaPlanProject plan, string name, string received, string cost, string regional, string local)
    {
        var made = await (await office.Open($"/desk/registries/add/{registry.Id}")).Form("Завести карточку").Set("Input.Name", name).Set("Input.Territory", plan.Town.Id.ToString()).Set("Input.Day", received)
            .Set("v.received", received).Set("v.initiator", "инициативная группа").Set("v.spokesman", "Лозовая Марина Игоревна").Set("v.contact", "+7 900 000-00-01").Set("v.decision", "поддержать")
            .Set("v.cost", cost).Set("v.regional", regional).Set("v.local", local).Set("p.0", "протокол № 1").Attach("f.before", "до.png", Png).Submit();
        made.Refusal.ShouldBe("");
        return made;
    }

    [Fact]
    public async Task Cards_are_found_by_sum_day_and_choice_in_the_address_and_the_same_go_to_excel()
    {
        var (plan, registry, office) = await Ready();
        await Add(office, registry, plan, "Сквер", "20.02.2023", "2490000", "2000000", "490000");
        await Add(office, registry, plan, "Тротуар", "03.03.2023", "900000", "700000", "200000");
        var list = $"/desk/registries/registry/{registry.Id}";
        (await office.Open($"{list}?v.cost.from=1000000")).All("tbody tr").ShouldHaveSingleItem().ShouldContain("Сквер");
        (await office.Open($"{list}?v.received.from=01.03.2023&v.received.to=31.03.2023&v.decision=поддержать")).All("tbody tr").ShouldHaveSingleItem().ShouldContain("Тротуар");
        (await office.Open($"{list}?v.decision=отказать")).Text.ShouldContain("По этим условиям карточек нет");
        (await office.Open($"{list}?v.cost.from=много")).Text.ShouldContain("«Стоимость»: нужно число");
        // Personal data are no filter: the address cannot ask for them.
        (await office.Open($"{list}?v.spokesman=Никто")).All("tbody tr").Count.ShouldBe(2);
        var page = await office.Open($"{list}?v.cost.to=1000000");
        var excel = await Media.Papers.Excel(await office.Ask(page.Document.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "Excel").GetAttribute("href")!));
        excel.ShouldContain(r => r.Contains("Тротуар"));
        excel.ShouldNotContain(r => r.Contains("Сквер"));
    }

    [Fact]
    public async Task A_guest_reads_a_published_project_with_its_money_life_and_photographs_and_nothing_else()
    {
        var (plan, registry, office) = await Ready();
        var card = await Add(office, registry, plan, "Сквер на Садовой", "20.02.2023", "2490000", "2000000", "490000");
        var id = ClubRegistry.IdOf(card);
        var programme = plan.Programme.Id;
        await app.Do(async s => await ((Vekha.Web.Data.VekhaDb)s.GetService(typeof(Vekha.Web.Data.VekhaDb))!).Set<Vekha.Web.Features.Plans.Programme>().Where(p => p.Id == programme).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsPublic, true)));
        var guest = app.Guest();
        (await guest.Ask($"/projects/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await card.Form("Опубликовать").Submit()).Refusal.ShouldBe("");

        var open = await (await (await guest.Open($"/programme/{programme}")).Click("Проекты и объекты, 1")).Click("Сквер на Садовой");

        open.Title.ShouldBe("Сквер на Садовой");
        open.Text.ShouldContain("2 000 000,00 ₽");
        open.Text.ShouldContain("80 %");
        open.All("#h-life ~ ol li").ShouldHaveSingleItem().ShouldContain("Внесён");
        open.Text.ShouldNotContain("Лозовая");
        open.Text.ShouldNotContain("900 000-00-01");
        open.Text.ShouldNotContain("Протокол собрания", customMessage: "not marked for guests");
        var photo = open.One(".v-pair img").GetAttribute("src")!;
        (await guest.Ask(photo)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await guest.Ask($"/projects/{id}?handler=Photo&file={Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await office.Open(card.Address)).Form("Снять с портала").Submit()).Refusal.ShouldBe("");
        (await guest.Ask($"/projects/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await guest.Ask(photo)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class PublicProjectsOnSqlite(SqliteApp app) : PublicProjects(app), IClassFixture<SqliteApp>;

public sealed class PublicProjectsOnPostgres(PostgresApp app) : PublicProjects(app), IClassFixture<PostgresApp>;
