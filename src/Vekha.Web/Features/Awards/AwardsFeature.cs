using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Awards;

/// <summary>«Награждение»: whom a programme thanks, for what, by which act, and when it was handed over.</summary>
public static class AwardsFeature
{
    public static readonly Feature Contents = new("Awards")
    {
        Tables = [AwardList.Map, Award.Map],
        Services = services => services.AddScoped<AwardAccess>().AddScoped<AwardDesk>().AddSingleton(new ReportSource(AwardDesk.Known)),
        DataPlaces = [PeopleOfAwards.Place],
        Sections = [new("event", "/Features/Awards/_OfEvent.cshtml", OfEvent.Load), new("registry-card", "/Features/Awards/_OfCard.cshtml", OfEvent.LoadCard)],
        Menu = [new("Награждение", "/desk/awards") { IsMore = true }],
    };
}
