using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>Programmes, plans, measures and the assignments they make.</summary>
public static class PlansFeature
{
    public static readonly Feature Contents = new("Plans")
    {
        Tables = [PlansTables.Map],
        Services = services => services.AddScoped<PlanAccess>(),
        Menu = [new("Планы", "/desk/plans")],
    };
}
