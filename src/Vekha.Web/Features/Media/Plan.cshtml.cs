using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>A media plan: list, table by month, calendar.</summary>
public sealed class PlanModel(VekhaDb db, MediaAccess access, ChannelDesk channels, PublicationDesk desk, PageDay day, Saying say) : PageModel, IShowsAgain
{
    private const int PageSize = 40;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary><c>months</c>, <c>calendar</c> or the list.</summary>
    [BindProperty(SupportsGet = true, Name = "view")]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "channel")]
    public string? Channel { get; set; }

    [BindProperty(SupportsGet = true, Name = "unit")]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "measure")]
    public Guid? Measure { get; set; }

    [BindProperty(SupportsGet = true, Name = "object")]
    public Guid? Object { get; set; }

    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public MediaPlan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public WorkCalendar Calendar { get; private set; } = null!;
    public ChannelTable Table { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public MediaCounts Counts { get; private set; } = null!;
    public IReadOnlyList<MediaLine> Lines { get; private set; } = [];
    public int Pages { get; private set; } = 1;
    public bool MayEdit { get; private set; }
    public bool MayKeep { get; private set; }
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Measures { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Objects { get; private set; } = [];

    /// <summary>The measure it stands for, «О.3».</summary>
    public Measure? Bound { get; private set; }

    public MediaFilter Filter => new(State, Channel, Unit, Measure, Object, Month, Search);
    public IEnumerable<ChannelRule> Channels => Plan.Channels.Select(k => Table.Find(k)).OfType<ChannelRule>();
    public DateRange Shown => Filter.MonthDays ?? DateRange.Month(Today.Year, Today.Month);

    public string NameOf(string channel) => Table.Find(channel)?.Name ?? channel;

    public (string Look, string Word) StateOf(MediaLine line) => line.On(Today, Calendar, Programme.Policy.RiskDays);

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    /// <summary>«Добавить»: a theme, channels and a day; the rest can be said on its card.</summary>
    public async Task<IActionResult> OnPostAdd(string? title, string[] where, DateOnly? due)
    {
        if (!await Load() || !MayEdit) return NotFound();
        var made = await desk.Plan(Plan, new(title, PublicationFormat.Post, due, null) { UnitId = Plan.UnitId }, where);
        await db.SaveChangesAsync();
        say.Done(made.Count == 1 ? "Публикация запланирована." : $"Запланировано: {Vekha.Wording.Ru.Count(made.Count, Vekha.Wording.Noun.Publication)}, по одной на площадку.");
        return Redirect($"/desk/media/plan/{Id}");
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Load()
    {
        if (await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } plan) return false;
        (Plan, Programme, Table) = (plan, await access.ProgrammeOf(plan.ProgrammeId), await channels.Table());
        (Today, Calendar) = (day.Of(Programme.ShownOn, Programme.Policy.TimeZoneId), Programme.Policy.Calendar());
        (MayEdit, MayKeep) = (await access.MayEdit(plan), await access.MayKeep(Programme));
        var all = (await access.Publications()).Where(p => p.MediaPlanId == Id).AsNoTracking();
        Counts = await all.Count(Today);
        await LoadChoices(all);
        var found = await all.Where(Filter with { Month = View is "months" or "calendar" ? null : Month }, Today).Named(Search);
        if (View == "months") await LoadMonths(found);
        else if (View == "calendar") await LoadCalendar(found);
        else await LoadPage(found);
        if (plan.MeasureId is { } bound) Bound = await db.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == bound);
        return true;
    }

    private async Task LoadChoices(IQueryable<Publication> all)
    {
        var (units, measures, named, writing) = (db.Set<Accounts.Organisation>(), db.Measures, all.Select(p => p.MeasureId), all.Select(p => p.UnitId));
        Units = [.. (await units.Where(u => writing.Contains(u.Id)).Select(u => new { u.Id, u.ShortName }).ToListAsync()).OrderBy(u => u.ShortName).Select(u => new SelectListItem(u.ShortName, u.Id.ToString(), u.Id == Unit))];
        Measures = [.. (await measures.Where(m => named.Contains(m.Id)).OrderBy(m => m.Position).Select(m => new { m.Id, m.Code, m.Title }).ToListAsync())
            .Select(m => new SelectListItem($"{m.Code}. {(m.Title.Length > 60 ? m.Title[..59] + "…" : m.Title)}", m.Id.ToString(), m.Id == Measure))];
        Objects = [.. (await all.Where(p => p.ObjectId != null).Select(p => new { p.ObjectId, p.ObjectName }).Distinct().ToListAsync()).DistinctBy(o => o.ObjectId).OrderBy(o => o.ObjectName)
            .Select(o => new SelectListItem(o.ObjectName, o.ObjectId.ToString(), o.ObjectId == Object))];
    }

    private async Task LoadPage(IQueryable<Publication> found)
    {
        Pages = Math.Max(1, (await found.CountAsync() + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Lines = await found.InOrder(Today).Skip((Number - 1) * PageSize).Take(PageSize).Lines(db).ToListAsync();
    }

    // A page holds whole tasks: what is told in four channels stands in one row.
    private async Task LoadMonths(IQueryable<Publication> found)
    {
        var tasks = found.GroupBy(p => p.TaskId).Select(g => new { g.Key, First = g.Min(p => p.OutOn ?? p.Due) });
        Pages = Math.Max(1, (await tasks.CountAsync() + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        var shown = await tasks.OrderBy(t => t.First == null).ThenBy(t => t.First).ThenBy(t => t.Key).Skip((Number - 1) * PageSize).Take(PageSize).Select(t => t.Key).ToArrayAsync();
        Lines = [.. (await found.Where(p => shown.Contains(p.TaskId)).Lines(db).ToListAsync()).OrderBy(l => Array.IndexOf(shown, l.TaskId)).ThenBy(l => l.Day)];
    }

    private async Task LoadCalendar(IQueryable<Publication> found)
    {
        var (first, last) = (DateRange.Week(Shown.First).First, DateRange.Week(Shown.Last).Last);
        Lines = await found.Where(p => (p.OutOn ?? p.Due) >= first && (p.OutOn ?? p.Due) <= last).InOrder(Today).Lines(db).ToListAsync();
    }
}
