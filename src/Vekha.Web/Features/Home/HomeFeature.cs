using Vekha.Web.Features.Home.Examples;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Home;

/// <summary>The first page of the desk, the portal, and the example programmes.</summary>
public static class HomeFeature
{
    public static readonly Feature Contents = new("Home")
    {
        Services = services => services.AddScoped<PublicPlans>(),
        Examples = async (services, cancel) =>
        {
            await ExamplePlans.Load(services, cancel);
            await ExampleLists.Load(services, cancel);
            await ExampleAwards.Load(services, cancel);
        },
    };
}
