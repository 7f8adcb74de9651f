using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>«Медиаплан»: what is to come out where and when, who writes and approves it, and what proves that it came out.</summary>
public static class MediaFeature
{
    public static readonly Feature Contents = new("Media")
    {
        Tables = [MediaTables.Map],
        Services = services => services.AddScoped<MediaAccess>().AddScoped<ChannelDesk>().AddScoped<PublicationDesk>(),
        Menu = [new("Медиаплан", "/desk/media") { Count = MediaAccess.Waiting }],
    };
}
