using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Registries;
using Vekha.Web.Tests.Features.Campaigns;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>A registry made from a template by the committee of <see cref="ClubReports"/>, with three pilot districts.</summary>
public sealed class ClubRegistry
{
    public required VekhaApp App { get; init; }
    public required ClubReports Region { get; init; }
    public required Visitor Keeper { get; init; }
    public required Guid Id { get; init; }

    public Organisation[] Districts => Region.Districts;
    public string Address => $"/desk/registries/registry/{Id}";

    /// <param name="today">The day of the clock: events before it can be written down.</param>
    public static async Task<ClubRegistry> Make(VekhaApp app, string template = "clubs", DateOnly? today = null)
    {
        var region = await ClubReports.Approve(app);
        app.Clock.Set(new((today ?? new(2018, 3, 1)).ToDateTime(new(12, 0)), TimeSpan.FromHours(3)));
        var keeper = await app.Again(region.KeeperPerson);
        var form = (await keeper.Open("/desk/registries/new")).Form("Завести реестр").Set("Input.Programme", region.Programme.Id.ToString()).Set("Input.Template", template);
        var made = await form.Submit();
        made.Refusal.ShouldBe("");
        return new() { App = app, Region = region, Keeper = keeper, Id = Guid.Parse(made.Address.Split('/', '?')[4]) };
    }

    public Task<Visitor> District(int number) => App.SignedIn(Role.Executor, Districts[number]);

    /// <summary>A club through the page.</summary>
    public async Task<Page> Add(Visitor by, string name, int district, string day = "02.10.2017", string address = "ул. Садовая, 1", Func<Form, Form>? more = null)
    {
        var form = (await by.Open($"/desk/registries/add/{Id}")).Form("Завести карточку").Set("Input.Name", name).Set("Input.Territory", Districts[district].Id.ToString()).Set("Input.Day", day)
            .Set("v.base", "Школа № 1").Set("v.address", address).Set("p.0", "положение от 25.09.2017").Set("p.1", "распоряжение от 29.09.2017 № 12");
        return await (more?.Invoke(form) ?? form).Submit();
    }

    /// <summary>Writes an event down through the page of the card.</summary>
    public async Task<Page> Happen(Visitor by, Guid card, string move, string day, params (string Name, string Value)[] fields)
    {
        var form = (await by.Open($"/desk/registries/move/{card}?move={move}")).Form("Записать событие").Set("Day", day);
        foreach (var (name, value) in fields) form = form.Set(name, value);
        return await form.Submit();
    }

    public Task<RegistryObject> Card(string name) => App.Read(db => db.RegistryObjects.AsNoTracking().Include(o => o.Events).Include(o => o.Spans).Include(o => o.Changes).AsSplitQuery().SingleAsync(o => o.RegistryId == Id && o.Name == name));

    public static Guid IdOf(Page card) => Guid.Parse(card.Address.Split('/', '?')[4]);
}
