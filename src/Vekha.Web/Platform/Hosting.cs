using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>The three steps of a start: put together, prepare the database, answer.</summary>
internal static class Hosting
{
    private const int UsualPort = 8080;

    public static void ListenWhereTold(this ConfigureWebHostBuilder host, IConfiguration words)
    {
        // Any free port can be asked for on an address only, not on a name.
        if (words["port"] is "0") host.UseUrls("http://127.0.0.1:0");
        else if (words["port"] is { } port) host.UseUrls($"http://localhost:{port}");
        else if (words["urls"] is null) host.UseUrls($"http://localhost:{UsualPort}");
        host.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = Files.Limit + 1024 * 1024;
        });
    }

    public static void AddVekha(this IServiceCollection services, IConfiguration words, IReadOnlyList<Feature> features)
    {
        var installation = Installation.Read(words);
        Directory.CreateDirectory(installation.DataFolder);
        services.AddPlatform(installation, features);
        services.AddLogging(log => log
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // It says that an error page with a form is not cached, which is what we want.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            // NumberedFailure has said it already, with a number.
            .AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None));
        services.AddDataProtection().SetApplicationName("Vekha");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory, TimeProvider>((o, scopes, time) => o.XmlRepository = new DataKeys(scopes, time));
        services.AddExceptionHandler<NumberedFailure>();
        foreach (var feature in features) feature.Services(services);
    }

    /// <summary>Brings the schema up to date; fills a new installation with the examples unless it was told to be empty.</summary>
    public static async Task Prepare(this WebApplication app, IReadOnlyList<Feature> features)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo("ru-RU");
        var isNew = await app.Services.GetRequiredService<Migrator>().Migrate() == Migrator.NamesFor(app.Services.GetRequiredService<DataSource>().Engine).Count;
        await ForgetOldForms(app.Services);
        if (SqliteLoader.UsesFallback)
            app.Logger.LogWarning("The system has no libsqlite3: SQLite {Version} shipped beside the program is used. Install libsqlite3-0.", SqliteLoader.NativeVersion);
        if (isNew && !app.Services.GetRequiredService<Installation>().IsEmpty) await Examples.Load(app.Services, features);
    }

    // A form that was open for a month is not sent twice by a double click.
    private static async Task ForgetOldForms(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var since = services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-30);
        await scope.ServiceProvider.GetRequiredService<VekhaDb>().Set<FormKey>().Where(k => k.At < since).ExecuteDeleteAsync();
    }

    /// <summary>Says on the console where Vekha is and how to come in, once it listens.</summary>
    public static void GreetWhenReady(this WebApplication app, IReadOnlyList<Feature> features) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        if (app.Urls.FirstOrDefault() is not { } address || app.Environment.IsEnvironment("Testing")) return;
        Console.WriteLine($"\nVekha is at {address}");
        using var scope = app.Services.CreateScope();
        foreach (var greet in features.Select(f => f.Greeting).OfType<Func<IServiceProvider, string, Task<string?>>>())
            if (greet(scope.ServiceProvider, address).GetAwaiter().GetResult() is { } line) Console.WriteLine(line);
        Console.WriteLine("Ctrl+C stops it.");
    });

    public static void UseVekha(this WebApplication app)
    {
        // A balancer on this machine says who asks and how; from elsewhere nobody is believed.
        app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseSafeHeaders();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=86400",
        });
        app.UseRouting();
        app.UseAuthentication();
        // The fallback policy would ask a guest to sign in for an address that does not exist; under /desk that is right.
        app.Use((context, next) =>
        {
            if (context.GetEndpoint() is not null || context.Request.Path.StartsWithSegments("/desk")) return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        app.UseAuthorization();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") }).AllowAnonymous();
        app.MapRazorPages();
    }
}
