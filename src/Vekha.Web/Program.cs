using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Awards;
using Vekha.Web.Features.Campaigns;
using Vekha.Web.Features.Cascade;
using Vekha.Web.Features.Changes;
using Vekha.Web.Features.Control;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Home;
using Vekha.Web.Features.Import;
using Vekha.Web.Features.Maps;
using Vekha.Web.Features.Media;
using Vekha.Web.Features.Minutes;
using Vekha.Web.Features.Operations;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Features.Reminders;
using Vekha.Web.Features.Shared;
using Vekha.Web.Features.Sites;
using Vekha.Web.Platform;
using Vekha.Web.Platform.Backup;

SqliteLoader.EnsureLoaded();

// All that Vekha consists of, in order: a feature may lean only on those above it.
Feature[] features =
[
    SharedFeature.Contents,
    AccountsFeature.Contents,
    OperationsFeature.Contents,
    PlansFeature.Contents,
    MapsFeature.Contents,
    FactsFeature.Contents,
    ImportFeature.Contents,
    ControlFeature.Contents,
    ChangesFeature.Contents,
    RemindersFeature.Contents,
    CascadeFeature.Contents,
    CampaignsFeature.Contents,
    PersonalDataFeature.Contents,
    RegistriesFeature.Contents,
    SitesFeature.Contents,
    EventsFeature.Contents,
    MinutesFeature.Contents,
    MediaFeature.Contents,
    AwardsFeature.Contents,
    HomeFeature.Contents,
];

if (args is ["schema", .. var name])
{
    SchemaScript.Write(PlatformServices.MappingsOf(features), name.FirstOrDefault());
    return 0;
}

if (args is ["backup" or "restore", ..]) return await BackupCommand.Run(args, features);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    // «--empty» stands alone, the configuration wants a value.
    Args = [.. args.Select(a => a == "--empty" ? "--empty=true" : a)],
    ContentRootPath = AppContext.BaseDirectory,
});
builder.Services.AddVekha(builder.Configuration, features);
FailPoint.Arm(builder.Configuration["die-at"], builder.Environment);
builder.WebHost.ListenWhereTold(builder.Configuration);

var app = builder.Build();
await app.Prepare(features);
app.UseVekha();
app.GreetWhenReady(features);
app.Run();
return 0;

/// <summary>Named for the tests' host.</summary>
public partial class Program;
