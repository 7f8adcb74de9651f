using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>«События»: seminars, meetings, filmings with their calendar, invitations, registration and count.</summary>
public static class EventsFeature
{
    public static readonly Feature Contents = new("Events")
    {
        Tables = [EventsTables.Map, Registration.Map, HostLink.Map, EventObject.Map, FormRequest.Map, LetterTemplate.Map, EventLetter.Map, ReportSets.Map, FeedbackSets.Map],
        Services = services => services.AddScoped<EventAccess>().AddScoped<EventDesk>().AddScoped<EventFacts>().AddSingleton(new Facts.PlannedFactSource(EventFacts.Ahead)).AddScoped<EventCards>().AddScoped<EventActs>().AddScoped<ReportDesk>().AddScoped<LetterDesk>().AddScoped<Registrar>().AddScoped<RegistrationLetters>().AddSingleton<Turnstile>().AddScoped<Portal.PublicEvents>(),
        Jobs = [new("event-reminders", "Напоминания участникам событий", TimeSpan.FromMinutes(15), RemindParticipants.Work)],
        Sections = [new("registry-card", "/Features/Events/_OfCard.cshtml", OfCard.Load), new("public-card", "/Features/Events/Portal/_OfCard.cshtml", OfCard.LoadPublic)],
        DataPlaces = [RegistrationPlace.Place],
        Menu = [new("События", "/desk/events")],
    };
}
