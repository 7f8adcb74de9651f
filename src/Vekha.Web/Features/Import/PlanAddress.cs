namespace Vekha.Web.Features.Import;

/// <summary>Where a plan is shown.</summary>
internal static class PlanAddress
{
    public static string Of(Guid plan) => $"/desk/plans/plan/{plan}";
}
