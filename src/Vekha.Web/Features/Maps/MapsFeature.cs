using Vekha.Web.Platform;

namespace Vekha.Web.Features.Maps;

/// <summary>Maps drawn by the server itself: outlines of territories and points of objects, without any foreign address.</summary>
public static class MapsFeature
{
    public static readonly Feature Contents = new("Maps")
    {
        Tables = [TerritoryOutline.Map, TileServer.Map],
        Services = services => services.AddScoped<MapDesk>(),
    };
}
