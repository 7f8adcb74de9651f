using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>Programmes, plans, measures and the assignments they make.</summary>
public static class PlansFeature
{
    /// <summary>Keep programmes: read documents, confirm, check reports. In which units, <see cref="PlanAccess"/> says.</summary>
    public const string Keep = "plans.keep";

    public static readonly Feature Contents = new("Plans")
    {
        Tables = [PlansTables.Map],
        Alongside = KeepInStep,
        Services = services => services.AddSingleton<ProgrammeMemory>().AddScoped<PlanAccess>().AddScoped<AnchorBook>().AddScoped<DelayReasons>(),
        Permissions = [new(Keep, [.. PlanAccess.Keepers.Select(r => r.ToString())])],
        Menu = [new("Планы", "/desk/plans")],
    };

    private static Func<CancellationToken, Task>? KeepInStep(VekhaDb db)
    {
        var (tallies, stamp) = (DueTally.Alongside(db), Stamp.GrowWith(db, ProgrammeMemory.Stamp, e => e is Programme or Appointment));
        return tallies is null ? stamp : stamp is null ? tallies : async cancel =>
        {
            await tallies(cancel);
            await stamp(cancel);
        };
    }
}
