using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Operations;

/// <summary>«Обслуживание»: what Vekha does by itself and how its letters leave, for the administrator of the installation.</summary>
public static class OperationsFeature
{
    /// <summary>See jobs and letters, set up mail.</summary>
    public const string Run = "operations.run";

    public static readonly Feature Contents = new("Operations")
    {
        Services = services => services.AddScoped<Duty>(),
        Permissions = [new(Run, nameof(Role.Administrator))],
        Menu = [new("Обслуживание", "/desk/operations") { Permission = Run, IsLast = true, IsMore = true }],
    };
}
