using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Cascade;

/// <summary>A measure that has been handed down, counted by the database.</summary>
public sealed record CascadedMeasure(Guid Id, int Position, string Code, string Title, int Units, int Accepted, int Reported, int Overdue, DateOnly? Nearest);

/// <summary>«Каскад плана»: what has been handed down and how far it is.</summary>
public sealed class PlanModel(VekhaDb db, CascadeDesk desk, Joining joining, PlanAccess access, PageDay day, Journal journal, Saying say, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Plan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<CascadedMeasure> Rows { get; private set; } = [];

    /// <summary>Cascades begun and not confirmed.</summary>
    public IReadOnlyList<Cascade> Drafts { get; private set; } = [];

    /// <summary>Units that have come later and have nothing yet.</summary>
    public IReadOnlyList<CascadeUnit> Newcomers { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (await desk.Plan(Id) is not { } found) return await access.Denied(Id);
        (Plan, Programme) = found;
        var on = day.Of(Programme.ShownOn, Programme.Policy.TimeZoneId);
        var parts = Parts();
        var counted = (await parts.GroupBy(a => a.MeasureId).Select(g => new
        {
            g.Key, All = g.Count(),
            Accepted = g.Count(a => a.Phase == AssignmentPhase.Accepted),
            Reported = g.Count(a => a.Phase == AssignmentPhase.Submitted),
            Overdue = g.Count(a => (a.Phase == AssignmentPhase.Open || a.Phase == AssignmentPhase.Returned) && a.Kind == AssignmentKind.Dated && a.Control < on),
            Nearest = g.Where(a => a.Phase == AssignmentPhase.Open || a.Phase == AssignmentPhase.Returned).Min(a => a.Control),
        }).ToListAsync()).ToDictionary(g => g.Key);
        Rows = [.. Plan.Measures.Where(m => counted.ContainsKey(m.Id)).OrderBy(m => m.Position).Select(m => (m, c: counted[m.Id])).Select(x =>
            new CascadedMeasure(x.m.Id, x.m.Position, x.m.Code, x.m.Title, x.c.All, x.c.Accepted, x.c.Reported, x.c.Overdue, x.c.Nearest))];
        Drafts = await db.Cascades.AsNoTracking().Where(c => c.PlanId == Id && c.State != CascadeState.Done).OrderByDescending(c => c.At).Take(10).ToListAsync();
        Newcomers = await joining.Newcomers(parts, on);
        return Page();
    }

    /// <summary>«Раздать всё»: a unit that has joined later gets its copy of every measure that goes on.</summary>
    public async Task<IActionResult> OnPostJoin(Guid unit)
    {
        if (await desk.Plan(Id) is not { } found) return await access.Denied(Id);
        var (plan, programme) = found;
        var today = programme.Today(time.GetUtcNow());
        if ((await joining.Newcomers(Parts(), today)).FirstOrDefault(u => u.Id == unit) is not { } newcomer) return NotFound();
        var organisations = db.Organisations;
        var sisters = organisations.Where(o => o.Id != unit && organisations.Any(n => n.Id == unit && n.Kind == o.Kind && n.ParentId == o.ParentId)).Select(o => o.Id);
        var made = await joining.Join(plan, programme, [newcomer], today, sisters);
        journal.Write("подразделение добавлено в каскад", "plan", Id, after: new { Подразделение = newcomer.Name, Поручений = made });
        await db.SaveChangesAsync();
        say.Done(made == 0 ? $"{newcomer.Name}: всё розданное уже закрыто, поручений нет." : $"{newcomer.Name}: роздано {Ru.Count(made, Noun.Assignment)}.");
        return Redirect($"/desk/cascade/plan/{Id}");
    }

    private IQueryable<Assignment> Parts() => db.Assignments.Where(a => a.PlanId == Id && a.ParentId != null && a.InnerUnitId == null);
}
