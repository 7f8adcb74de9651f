using System.Globalization;

namespace Vekha.Web.Platform;

/// <summary>
/// «На какой день»: the day a page speaks about. The address may say it (<c>?on=2020-11-02</c> or <c>02.11.2020</c>), an
/// example programme has a day of its own in the middle of its life, otherwise it is today in the territory's zone, else in that
/// of its reader.
/// </summary>
/// <remarks>A page asks once, <c>day.Of(programme.ShownOn)</c>; the layout then shows the day on top of the page.</remarks>
public sealed class PageDay(IHttpContextAccessor http, TimeProvider time, Installation installation)
{
    /// <summary>The day the page settled on; <c>null</c> on pages that speak about no day.</summary>
    public DateOnly? Shown { get; private set; }

    /// <summary>The address asked for this day: links that stay on it should carry it on.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>Where the reader works; <c>null</c> for a guest and where nobody has said it.</summary>
    public TimeZoneInfo? ReadersZone { get; private set; }

    /// <summary>The reader's zone, or the installation's.</summary>
    public TimeZoneInfo Zone => ReadersZone ?? installation.Zone;

    /// <summary>Known once a request, before the page is asked.</summary>
    public void ReadIn(TimeZoneInfo? zone) => ReadersZone = zone;

    /// <param name="shownOn">The programme's own day, for examples.</param>
    /// <param name="zone">The territory's zone, an IANA name; the reader's when absent.</param>
    public DateOnly Of(DateOnly? shownOn = null, string? zone = null)
    {
        var asked = Asked();
        IsAsked = asked is not null;
        var day = asked ?? shownOn ?? Today(zone);
        Shown = day;
        return day;
    }

    /// <summary>The calendar's day now, whatever the page shows: acts of people are dated by it.</summary>
    public DateOnly Today(string? zone = null)
    {
        var where = zone is null ? Zone : TimeZoneInfo.FindSystemTimeZoneById(zone);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), where).DateTime);
    }

    /// <summary>A moment by the reader's clock.</summary>
    public DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    private DateOnly? Asked() => Parse(http.HttpContext?.Request.Query["on"]);

    /// <summary>«02.11.2020», «2.11.2020» or 2020-11-02; anything else is no day.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and <= 2200 ? day : null;
}
