using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Browser;

/// <summary>Registries in a real browser: the list with its counts, a card, the map.</summary>
public sealed class RegistryLooks(BrowserApp app, Chromium chromium) : IClassFixture<BrowserApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task Clubs_of_the_example_are_found_opened_and_seen_on_the_map()
    {
        await using var w = await chromium.Open(app);
        await w.SignIn("zotova", ExamplePeople.Password);
        await w.Go("/desk/registries");
        await w.Click("Реестр клубов");
        (await w.Text()).ShouldContain("11 из 11");
        await w.Look("registries-01-list");
        var list = w.Page.Url;
        await w.Click("Клуб «Спутник»");
        await w.Look("registries-02-card");
        await w.Go(new Uri(list).PathAndQuery);
        await w.Click("На карте");
        await w.Look("registries-03-map");
    }
}
