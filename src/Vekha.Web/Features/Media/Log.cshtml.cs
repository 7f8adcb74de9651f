using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>«Дневник выходов»: day by day what came out; a working day without anything is a gap.</summary>
public sealed class LogModel(VekhaDb db, MediaAccess access, ChannelDesk channels, PageDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true, Name = "channel")]
    public string? Channel { get; set; }

    [BindProperty(SupportsGet = true, Name = "measure")]
    public Guid? Measure { get; set; }

    public MediaPlan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public WorkCalendar Calendar { get; private set; } = null!;
    public ChannelTable Table { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public DateRange Shown { get; private set; }
    public ILookup<DateOnly, MediaLine> Out { get; private set; } = null!;
    public IReadOnlySet<DateOnly> Gaps { get; private set; } = new HashSet<DateOnly>();
    public int WorkingDays { get; private set; }
    public IReadOnlyList<(Guid Id, string Name)> Measures { get; private set; } = [];

    /// <summary>Days that have come, the latest first.</summary>
    public IEnumerable<DateOnly> Days => Counted is { } counted ? counted.Days().Reverse() : [];

    /// <summary>The part of the month that the plan covers and that has come.</summary>
    public DateRange? Counted => Shown.Intersect(Plan.Period) is { } inside && inside.First <= Today ? new DateRange(inside.First, inside.Last > Today ? Today : inside.Last) : null;

    public async Task<IActionResult> OnGet()
    {
        if (await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } plan) return NotFound();
        (Plan, Programme, Table) = (plan, await access.ProgrammeOf(plan.ProgrammeId), await channels.Table());
        (Today, Calendar) = (day.Of(Programme.ShownOn, Programme.Policy.TimeZoneId), Programme.Policy.Calendar());
        var asked = DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 1990 and <= 2100 ? month : Today;
        Shown = DateRange.Month(asked.Year, asked.Month);
        var all = (await access.Publications()).AsNoTracking().Where(p => p.MediaPlanId == Id && p.State == PublicationState.Out);
        var (measures, named) = (db.Measures, all.Select(p => p.MeasureId));
        Measures = [.. (await measures.Where(m => named.Contains(m.Id)).OrderBy(m => m.Position).Select(m => new { m.Id, m.Code, m.Title }).ToListAsync()).Select(m => (m.Id, $"{m.Code}. {(m.Title.Length > 60 ? m.Title[..59] + "…" : m.Title)}"))];
        var found = all.Where(p => p.OutOn >= Shown.First && p.OutOn <= Shown.Last);
        if (Channel is { Length: > 0 }) found = found.Where(p => p.Channel == Channel);
        if (Measure is { } one) found = found.Where(p => p.MeasureId == one);
        Out = (await found.OrderBy(p => p.Id).Lines(db).ToListAsync()).ToLookup(l => l.OutOn!.Value);
        if (Counted is not { } counted) return Page();
        // Today is not over yet: it is a gap tomorrow.
        Gaps = PublicationPace.Gaps(counted, Out.Select(g => g.Key).ToHashSet(), Calendar).Where(d => d < Today).ToHashSet();
        WorkingDays = Calendar.WorkingDaysIn(counted);
        return Page();
    }
}
