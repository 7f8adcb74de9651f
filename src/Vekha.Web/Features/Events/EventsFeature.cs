using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>«События»: seminars, meetings, filmings with their calendar, invitations, registration and count.</summary>
public static class EventsFeature
{
    public static readonly Feature Contents = new("Events")
    {
        Tables = [EventsTables.Map],
        Services = services => services.AddScoped<EventAccess>().AddScoped<EventDesk>(),
        Menu = [new("События", "/desk/events")],
    };
}
