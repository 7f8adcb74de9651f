using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

/// <summary>An approved document becomes a plan: reading, questions, confirmation.</summary>
public static class ImportFeature
{
    /// <summary>Read documents in and confirm them.</summary>
    public const string Confirm = "import.confirm";

    public static readonly Feature Contents = new("Import")
    {
        Tables = [ImportDraft.Map],
        Services = AddServices,
        Permissions = [new(Confirm, nameof(Role.ProjectOffice), nameof(Role.Curator), nameof(Role.Administrator))],
    };

    private static void AddServices(IServiceCollection services)
    {
        services.AddScoped<ImportDesk>();
        services.AddSingleton<ReadingBell>();
        services.AddSingleton<SampleCaptions>();
        services.AddHostedService<ReadImports>();
    }
}
