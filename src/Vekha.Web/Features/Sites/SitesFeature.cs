using Vekha.Web.Platform;

namespace Vekha.Web.Features.Sites;

/// <summary>«Площадки»: units of a programme with coordinators of their own, each with its card, its part of the work and nothing of its sisters.</summary>
public static class SitesFeature
{
    public static readonly Feature Contents = new("Sites")
    {
        Tables = [Site.Map],
        Services = services => services.AddScoped<SiteAccess>().AddScoped<SiteBook>().AddScoped<SiteInviting>().AddScoped<SiteAnswers>(),
        Menu = [new("Площадки", "/desk/sites") { IsMore = true }],
    };
}
