using Vekha.Web.Platform;

namespace Vekha.Web.Features.Shared;

/// <summary>What all pages look like: layouts, icons, states, fields.</summary>
public static class SharedFeature
{
    public static readonly Feature Contents = new("Shared") { Services = services => services.AddSingleton<IconSheet>() };
}
