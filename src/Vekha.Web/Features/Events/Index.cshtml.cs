using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Web.Data;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>«События»: month, week or list; every choice is in the address.</summary>
public sealed class IndexModel(VekhaDb db, EventAccess access, PageDay day) : PageModel
{
    private const int OnPage = 40;

    [BindProperty(SupportsGet = true, Name = "view")]
    public string? View { get; set; }

    /// <summary>Any day of the month or week that is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public EventFilter Filter { get; private set; } = new();
    public int Pages { get; private set; } = 1;
    public DateOnly First { get; private set; }
    public DateOnly Last { get; private set; }
    public IReadOnlyList<EventLine> Lines { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Programmes { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<EventResource> Resources { get; private set; } = [];
    public IReadOnlyList<string> Kinds { get; private set; } = [];
    public DateOnly Today { get; private set; }

    /// <summary>Days off of the programme chosen, with those of its region; of the country otherwise.</summary>
    public WorkCalendar Calendar { get; private set; } = WorkCalendar.Russia;

    public async Task OnGet(EventFilter filter)
    {
        Filter = filter;
        var programmes = await access.Programmes();
        Programmes = programmes.ToDictionary(p => p.Id, p => p.Name);
        Today = day.Of(programmes.FirstOrDefault(p => p.Id == filter.Programme)?.ShownOn);
        if (programmes.FirstOrDefault(p => p.Id == filter.Programme) is { } chosen) Calendar = chosen.Policy.Calendar();
        var seen = await access.Seen();
        Kinds = await seen.Select(e => e.Kind).Distinct().OrderBy(k => k).ToListAsync();
        if (filter.Programme is { } one) Resources = await db.EventResources.AsNoTracking().Where(r => r.ProgrammeId == one && !r.IsRetired).OrderBy(r => r.Name).ToListAsync();
        var found = await filter.Of(seen, access, db);
        // Nobody named a day: the calendar opens where there is something to see.
        var at = From ?? (View == "list" ? Today : await Nearest(found));
        (First, Last) = View switch { "week" => Week(at), "list" => (at, DateOnly.MaxValue), _ => Month(at) };
        var (first, last) = (First, Last);
        if (View == "list")
        {
            if (From is { } since) found = found.Where(e => e.LastDay >= since);
            var count = await found.CountAsync();
            Pages = Math.Max(1, (count + OnPage - 1) / OnPage);
            Number = Math.Clamp(Number, 1, Pages);
            found = found.OrderBy(e => e.StartsAt).ThenBy(e => e.Id).Skip((Number - 1) * OnPage).Take(OnPage);
        }
        else found = found.Where(e => e.Day <= last && e.LastDay >= first).OrderBy(e => e.StartsAt).ThenBy(e => e.Id).Take(500);
        Lines = await EventLine.Load(found, db);
    }

    private async Task<DateOnly> Nearest(IQueryable<Event> found)
    {
        var today = Today;
        var next = await found.Where(e => e.LastDay >= today).OrderBy(e => e.Day).Select(e => (DateOnly?)e.Day).FirstOrDefaultAsync();
        return next ?? await found.Where(e => e.Day <= today).OrderByDescending(e => e.Day).Select(e => (DateOnly?)e.Day).FirstOrDefaultAsync() ?? today;
    }

    private static (DateOnly, DateOnly) Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return (monday, monday.AddDays(6));
    }

    private static (DateOnly, DateOnly) Month(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return (first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>The weeks of the month, whole, from Monday.</summary>
    public IEnumerable<DateOnly[]> Weeks()
    {
        for (var monday = Week(First).Item1; monday <= Last; monday = monday.AddDays(7))
            yield return [.. Enumerable.Range(0, 7).Select(monday.AddDays)];
    }

    public IEnumerable<EventLine> On(DateOnly date) => Lines.Where(l => l.Time.Day <= date && l.Time.LastDay >= date);

    /// <summary>The schedule of what is shown, as a file.</summary>
    public string Schedule(HttpRequest request, string format)
    {
        var address = request.With("from", View == "list" ? From : First, "view", "p").Replace("/desk/events", "/desk/events/schedule", StringComparison.Ordinal);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? "&" : "?")}{(View == "list" ? "" : $"until={Last:yyyy-MM-dd}&")}format={format}";
    }

    /// <summary>Where «Раньше» and «Позже» lead.</summary>
    public DateOnly Step(int by) => View == "week" ? First.AddDays(7 * by) : First.AddMonths(by);
}
