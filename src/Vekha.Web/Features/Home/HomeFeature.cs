using Vekha.Web.Platform;

namespace Vekha.Web.Features.Home;

/// <summary>The first page of the desk and of the portal.</summary>
public static class HomeFeature
{
    public static readonly Feature Contents = new("Home");
}
