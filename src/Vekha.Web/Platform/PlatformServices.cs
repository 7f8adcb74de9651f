using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.WebEncoders;
using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>What every feature stands on, put together once.</summary>
internal static class PlatformServices
{
    /// <summary>The tables and jobs of the platform itself; those of the features follow them.</summary>
    public static readonly Feature Tables = new("Platform")
    {
        Tables = [JournalEntry.Map, FormKey.Map, StoredFile.Map, DataKey.Map, JobState.Map, Letter.Map, MailSettings.Map, Stamp.Map],
        Jobs = [SendLetters.Job],
    };

    public static Mappings MappingsOf(IReadOnlyList<Feature> features) => new([.. features.Prepend(Tables).SelectMany(f => f.Tables)]) { Alongside = [.. features.Select(f => f.Alongside).OfType<Func<VekhaDb, Func<CancellationToken, Task>?>>()] };

    public static IServiceCollection AddPlatform(this IServiceCollection services, Installation installation, IReadOnlyList<Feature> features)
    {
        services.AddSingleton(installation);
        services.AddSingleton(installation.Database);
        services.AddSingleton(MappingsOf(features));
        services.AddSingleton(new Menu([.. features.SelectMany(f => f.Menu).OrderBy(e => e.IsLast).ThenByDescending(e => e.IsFirst)]));
        services.AddSingleton(new Sections([.. features.SelectMany(f => f.Sections)]));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Migrator>();
        services.AddDbContext<VekhaDb>(options => installation.Database.Configure(options));
        services.AddHttpContextAccessor();
        services.AddScoped<Actor>().AddScoped<Journal>().AddScoped<Files>().AddScoped<PageDay>().AddScoped<PageHead>().AddScoped<Saying>();
        services.AddSingleton(new Jobs([.. features.Prepend(Tables).SelectMany(f => f.Jobs)])).AddSingleton<JobRunner>();
        services.AddSingleton(new DataPlaces([.. features.SelectMany(f => f.DataPlaces)]));
        if (installation.RunsJobs) services.AddHostedService<JobLoop>();
        services.AddPages();
        services.AddRights(features);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        return services;
    }

    private static void AddPages(this IServiceCollection services)
    {
        // Without this every Cyrillic letter becomes &#x...; and a page doubles in size.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(o =>
        {
            var russian = new CultureInfo("ru-RU");
            o.DefaultRequestCulture = new RequestCulture(russian);
            o.SupportedCultures = o.SupportedUICultures = [russian];
            o.RequestCultureProviders.Clear();
        });
        services.AddAntiforgery(o => o.Cookie.Name = "vekha.form");
        services.AddRazorPages(o =>
            {
                o.RootDirectory = "/Features";
                var folders = new FeatureFolders();
                o.Conventions.Add((Microsoft.AspNetCore.Mvc.ApplicationModels.IPageRouteModelConvention)folders);
                o.Conventions.Add((Microsoft.AspNetCore.Mvc.ApplicationModels.IPageApplicationModelConvention)folders);
            })
            .AddMvcOptions(o =>
            {
                RussianBinding.Apply(o);
                // The key is outside: a refused form has given no answer.
                o.Filters.Add<FormKeyFilter>(order: 0);
                o.Filters.Add<RefusalFilter>(order: 10);
            })
            .AddCookieTempDataProvider(o => o.Cookie.Name = "vekha.say");
    }

    private static void AddRights(this IServiceCollection services, IReadOnlyList<Feature> features)
    {
        var rights = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var permission in features.SelectMany(f => f.Permissions))
            rights.AddPolicy(permission.Name, policy => policy.RequireAuthenticatedUser().RequireRole(permission.Roles));
    }
}
