using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Facts;

/// <summary>What has happened, and the norms that count it.</summary>
public static class FactsFeature
{
    public static readonly Feature Contents = new("Facts")
    {
        Tables = [Fact.Map, FactObject.Map, Norm.Map],
        Alongside = NormCount.Alongside,
        Services = services => services.AddScoped<FactBook>().AddScoped<FactDesk>().AddScoped<FactList>().AddScoped<NormSheets>().AddScoped<NormDesk>().AddScoped<NormTable>().AddSingleton(new MeasureIndicatorSource(PlanIndicators.Read)),
        Menu = [new("Факты", "/desk/facts") { IsMore = true }],
        Sections = [new("measure", "/Features/Facts/_OfMeasure.cshtml", OfMeasure.Load)],
    };
}
