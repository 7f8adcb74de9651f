using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>The control days of a plan on the sheet of a month.</summary>
public sealed class CalendarModel(VekhaDb db, PlanAccess access, PageDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>«2020-10».</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? MonthAsked { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "executor")]
    public string? Executor { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    public PlanTable Table { get; private set; } = null!;

    public PlanOnDay Shown => Table.Plan;

    public DateRange Month { get; private set; }

    public ILookup<DateOnly, (MeasureOnDay Row, AssignmentOnDay Due)> Due { get; private set; } = null!;

    /// <summary>Whole weeks from Monday on that hold the month.</summary>
    public IEnumerable<DateOnly[]> Weeks()
    {
        var first = DateRange.Week(Month.First).First;
        for (var monday = first; monday <= Month.Last; monday = monday.AddDays(7)) yield return [.. Enumerable.Range(0, 7).Select(monday.AddDays)];
    }

    /// <summary>A day off by a decree: shown, and it moves nothing.</summary>
    public bool IsDecree(DateOnly day) => Shown.Calendar.Kind(day) == DayKind.Decree;

    /// <summary>Decree days of the month.</summary>
    public IReadOnlyList<DateRange> Decrees => Shown.Calendar.DecreeDays(Month);

    /// <summary>The nearest month before or after with a control day, to skip empty ones.</summary>
    public DateOnly? Nearest(bool later)
    {
        var days = Due.Select(g => g.Key).Where(d => later ? d > Month.Last : d < Month.First).ToList();
        return days.Count == 0 ? null : later ? days.Min() : days.Max();
    }

    public async Task<IActionResult> OnGet()
    {
        if (await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } plan) return NotFound();
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        Table = new(await PlanOnDay.Load(db, plan, programme, day.Of(programme.ShownOn, programme.Policy.TimeZoneId), await access.InPlans(programme)), new(State, Executor, Search, null));
        Due = Table.Rows.SelectMany(m => m.Answering, (m, a) => (Row: m, Due: a)).Where(x => x.Due.Status.Control is not null).ToLookup(x => x.Due.Status.Control!.Value);
        var month = DateOnly.TryParseExact(MonthAsked + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is >= 1990 and <= 2100 ? asked : Shown.Day;
        Month = DateRange.Month(month.Year, month.Month);
        return Page();
    }
}
