using Vekha.Web.Platform;

namespace Vekha.Web.Features.Minutes;

/// <summary>«Протоколы»: minutes of meetings and resolutions of round tables; what they decide goes on control.</summary>
public static class MinutesFeature
{
    public static readonly Feature Contents = new("Minutes")
    {
        Tables = [MinutesTables.Map],
        Services = services => services.AddScoped<MinutesDesk>(),
        Menu = [new("Протоколы", "/desk/minutes") { IsMore = true }],
    };
}
