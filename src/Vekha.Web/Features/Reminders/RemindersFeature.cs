using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Reminders;

/// <summary>Who hears of what and when: notices in Vekha, one letter a day, the way up when nobody acts.</summary>
public static class RemindersFeature
{
    public static readonly Feature Contents = new("Reminders")
    {
        Tables = [Notice.Map, ReminderRound.Map, RhythmChoice.Map, NoticeSettings.Map, CalendarFeed.Map, JournalCursor.Map],
        Services = services => services.AddScoped<FeedReader>().AddScoped<Tidings>(),
        Menu = [new("Уведомления", "/desk/reminders") { Icon = "bell", Count = Unread }],
        Jobs =
        [
            new("reminders", "Напоминания о сроках", TimeSpan.FromMinutes(10), RemindPeople.Work),
            new("decisions", "Известия о решениях", TimeSpan.FromSeconds(30), TellDecisions.Work),
            new("digests", "Сводки на почту", TimeSpan.FromMinutes(10), SendDigests.Work),
        ],
    };

    private static async Task<MenuCount?> Unread(HttpContext http)
    {
        if (http.RequestServices.GetRequiredService<Actor>().PersonId is not { } me) return null;
        var unread = await http.RequestServices.GetRequiredService<VekhaDb>().Notices.CountAsync(n => n.PersonId == me && n.ReadAt == null);
        return new(unread, false, "не прочитано");
    }
}
