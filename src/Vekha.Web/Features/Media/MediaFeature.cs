using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>«Медиаплан»: what is to come out where and when, who writes and approves it, and what proves that it came out.</summary>
public static class MediaFeature
{
    // The stamp of media plans and publications.
    private const string Changed = "media";

    public static readonly Feature Contents = new("Media")
    {
        Tables = [MediaTables.Map, Premiere.Map],
        Alongside = db => Stamp.GrowWith(db, Changed, e => e is MediaPlan or Publication),
        Services = services => services.AddScoped<MediaAccess>().AddScoped<ChannelDesk>().AddScoped<PublicationDesk>().AddScoped<MediaTasks>().AddScoped<ScheduleDesk>().AddScoped<DraftDesk>().AddSingleton(new LinkedProgressSource(MediaList.Progress)).AddSingleton(new Facts.PlannedFactSource(MediaList.Ahead)).AddSingleton(new ReportSource(MediaKnown.Of)),
        Menu = [new("Медиаплан", "/desk/media") { IsMore = true, Count = MediaAccess.Waiting, Stamps = [RightsMemory.Stamp, ProgrammeMemory.Stamp, Changed] }],
        Jobs = [new("media-tasks", "Задачи медиаплана из сроков и событий", TimeSpan.FromSeconds(20), MediaTasks.Run)],
    };
}
