using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>«Сбор отчётности»: forms that units send by days, and the sheet they make together.</summary>
public static class CampaignsFeature
{
    public static readonly Feature Contents = new("Campaigns")
    {
        Tables = [CampaignsTables.Map],
        Sections = [new("assignment", "/Features/Campaigns/_OfAssignment.cshtml", WholeFigures.Load)],
        Services = services => services.AddScoped<CampaignAccess>().AddScoped<FormCounts>().AddScoped<FormDesk>().AddScoped<CampaignSheets>(),
        Menu = [new("Отчётность", "/desk/campaigns") { Count = MyForms.Count }],
    };
}
