using Vekha.Web.Platform;

namespace Vekha.Web.Features.Cascade;

/// <summary>«Каскад»: work of a plan handed down to units, each with its own day, executor and proof.</summary>
public static class CascadeFeature
{
    public static readonly Feature Contents = new("Cascade")
    {
        Tables = [Cascade.Map, SubPlan.Map],
        Services = services => services.AddScoped<CascadeDesk>().AddScoped<CascadeMaking>().AddScoped<Joining>().AddScoped<SubPlans>(),
        Jobs = [new("cascade", "Раздача поручений подразделениям", TimeSpan.FromSeconds(2), MakeCascades.Work)],
    };
}
