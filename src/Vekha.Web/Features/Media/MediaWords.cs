using Vekha.Calendars;
using Vekha.Wording;

namespace Vekha.Web.Features.Media;

/// <summary>How a publication stands on a day, in words and in looks.</summary>
public static class MediaWords
{
    /// <summary>«идея».</summary>
    public static string Word(this PublicationState state) => state switch
    {
        PublicationState.Idea => "запланирована",
        PublicationState.Draft => "черновик",
        PublicationState.Submitted => "на утверждении",
        PublicationState.Approved => "утверждена",
        PublicationState.Out => "вышла",
        _ => "снята",
    };

    /// <summary>The state on a day: look and word.</summary>
    public static (string Look, string Word) On(this PublicationState state, DateOnly? due, DateOnly? outOn, bool isReturned, bool isGone, DateOnly day, WorkCalendar calendar, int riskDays) => state switch
    {
        PublicationState.Dropped => ("none", "снята"),
        PublicationState.Out when isGone => ("risk", "удалена хостингом"),
        PublicationState.Out when outOn > due => ("late", $"вышла позже срока на {Ru.Days(outOn!.Value.DayNumber - due!.Value.DayNumber)}"),
        PublicationState.Out => ("done", "вышла"),
        _ when due < day => ("over", $"просрочена, {Ru.WorkingDays(Math.Max(1, calendar.WorkingDaysBetween(due!.Value, day)))}"),
        PublicationState.Submitted => ("sent", "на утверждении"),
        PublicationState.Draft when isReturned => ("back", "возвращена"),
        _ when due is { } by && calendar.WorkingDaysBetween(day, by) <= riskDays => ("risk", by == day ? "выйти сегодня" : $"через {Ru.WorkingDays(Math.Max(1, calendar.WorkingDaysBetween(day, by)))}"),
        PublicationState.Approved => ("yes", "утверждена"),
        PublicationState.Draft => ("work", "черновик"),
        _ => due is null ? ("wait", "день не назначен") : ("idle", "запланирована"),
    };
}
