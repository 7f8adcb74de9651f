using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Cascade;

/// <summary>A part on the cascade page.</summary>
/// <param name="InnerDone">How many parts the unit has accepted inside itself.</param>
/// <param name="InnerAll">How many it has handed down; its notes stay with it.</param>
/// <param name="Expected">The day that follows from the parent and the buffer.</param>
public sealed record PartRow(AssignmentOnDay Part, string? Person, int InnerDone, int InnerAll, bool Deviates, bool IsOffered, bool HasPlan, DateOnly? Expected);

/// <summary>«Каскад мероприятия»: units with the state of each, what differs from the plan, who has joined later.</summary>
public sealed class MeasureModel(VekhaDb db, CascadeDesk desk, Joining joining, PageDay day, Journal journal, Saying say, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public Plan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public Measure Measure { get; private set; } = null!;
    public DateOnly On { get; private set; }

    /// <summary>The wholes, one for each date of the measure.</summary>
    public IReadOnlyList<AssignmentOnDay> Wholes { get; private set; } = [];
    public IReadOnlyList<PartRow> Rows { get; private set; } = [];
    public IReadOnlyList<(AssignmentState State, int Count)> Counts { get; private set; } = [];
    public int All { get; private set; }
    public int Accepted { get; private set; }
    public int Pages { get; private set; }

    /// <summary>Units of the same kind that have no part yet.</summary>
    public IReadOnlyList<CascadeUnit> Newcomers { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        var calendar = Programme.Policy.Calendar();
        Wholes = [.. (await PlanOnDay.WithRecords(Parents()).ToListAsync()).OrderBy(a => a.Control).Select(a => new AssignmentOnDay(a, a.StatusOn(On, calendar, Programme.Policy)))];
        var parts = (await PlanOnDay.WithRecords(Parts()).ToListAsync()).Select(a => new AssignmentOnDay(a, a.StatusOn(On, calendar, Programme.Policy))).ToList();
        (All, Accepted) = (parts.Count(p => p.Assignment.IsMandatory), parts.Count(p => p.Assignment.IsMandatory && p.Status.State is AssignmentState.Done or AssignmentState.DoneLate));
        Counts = [.. parts.CountBy(p => p.Status.State).OrderBy(c => MeasureOnDay.Severity(c.Key)).Select(c => (c.Key, c.Value))];
        var chosen = parts.Where(p => string.IsNullOrEmpty(State) || p.Status.State.Look() == State)
            .OrderBy(p => MeasureOnDay.Severity(p.Status.State)).ThenBy(p => p.Assignment.Control ?? DateOnly.MaxValue).ThenBy(p => p.Assignment.Territory ?? p.Assignment.ExecutorName, StringComparer.CurrentCulture).ToList();
        Pages = Math.Max(1, (chosen.Count + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Rows = await RowsOf([.. chosen.Skip((Number - 1) * PageSize).Take(PageSize)]);
        Newcomers = await joining.Newcomers(Parts(), On);
        return Page();
    }

    /// <summary>«Добавить»: a unit that has joined later gets its copy of every date of the measure.</summary>
    public async Task<IActionResult> OnPostAdd(Guid unit)
    {
        if (!await Load()) return NotFound();
        if ((await joining.Newcomers(Parts(), On)).FirstOrDefault(u => u.Id == unit) is not { } found) return NotFound();
        var buffer = await Parts().MaxAsync(a => a.BufferDays) ?? 0;
        var today = Programme.Today(time.GetUtcNow());
        foreach (var whole in await Parents().Where(a => a.Phase != AssignmentPhase.Accepted && a.Phase != AssignmentPhase.Released && a.Phase != AssignmentPhase.Cancelled).ToListAsync())
            db.Add(whole.HandDown(new(found.Id, found.Name, found.Territory, found.HeadId, buffer), Measure.Title, Programme.Policy.Calendar(), today));
        journal.Write("подразделение добавлено в каскад", "measure", Id, after: new { Подразделение = found.Name });
        await db.SaveChangesAsync();
        say.Done($"{found.Name}: поручение роздано.");
        return Redirect($"/desk/cascade/measure/{Id}");
    }

    private async Task<IReadOnlyList<PartRow>> RowsOf(IReadOnlyList<AssignmentOnDay> parts)
    {
        var ids = parts.Select(p => (Guid?)p.Assignment.Id).ToArray();
        var inner = await db.Assignments.Where(a => ids.Contains(a.ParentId)).GroupBy(a => a.ParentId!.Value).Select(g => new { g.Key, All = g.Count(), Done = g.Count(a => a.Phase == AssignmentPhase.Accepted) }).ToDictionaryAsync(g => g.Key);
        var people = parts.Select(p => p.Assignment.PersonId).OfType<Guid>().Distinct().ToArray();
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.ShortName);
        var plans = (await db.SubPlans.Where(s => ids.Contains(s.AssignmentId)).Select(s => s.AssignmentId).ToListAsync()).ToHashSet();
        var (wholes, calendar) = (Wholes.ToDictionary(w => w.Assignment.Id, w => w.Assignment), Programme.Policy.Calendar());
        return [.. parts.Select(p =>
        {
            var (a, whole) = (p.Assignment, wholes[p.Assignment.ParentId!.Value]);
            var (done, all) = inner.TryGetValue(a.Id, out var i) ? (i.Done, i.All) : (0, 0);
            return new PartRow(p, a.PersonId is { } id ? names.GetValueOrDefault(id) : null, done, all, a.Deviates(whole.Control, calendar), a.IsOffered(whole, Measure.Title), plans.Contains(a.Id),
                whole.Control is { } limit ? calendar.AddWorkingDays(limit, -(a.BufferDays ?? 0)) : null);
        })];
    }

    private IQueryable<Assignment> Parts() => db.Assignments.Where(a => a.MeasureId == Id && a.ParentId != null && a.InnerUnitId == null);

    private IQueryable<Assignment> Parents()
    {
        var parents = Parts().Select(a => a.ParentId);
        return db.Assignments.Where(a => a.MeasureId == Id && parents.Contains(a.Id));
    }

    private async Task<bool> Load()
    {
        if (await db.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id) is not { } measure || await desk.Plan(measure.PlanId) is not { } found) return false;
        (Measure, Plan, Programme) = (measure, found.Plan, found.Programme);
        On = day.Of(Programme.ShownOn, Programme.Policy.TimeZoneId);
        return true;
    }
}
