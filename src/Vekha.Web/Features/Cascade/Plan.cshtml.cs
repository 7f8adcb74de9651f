using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Cascade;

/// <summary>A measure that has been handed down, counted by the database.</summary>
public sealed record CascadedMeasure(Guid Id, int Position, string Code, string Title, int Units, int Accepted, int Reported, int Overdue, DateOnly? Nearest);

/// <summary>«Каскад плана»: what has been handed down and how far it is.</summary>
public sealed class PlanModel(VekhaDb db, CascadeDesk desk, PlanAccess access, Platform.PageDay day) : PageModel
{
    public Plan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<CascadedMeasure> Rows { get; private set; } = [];

    /// <summary>Cascades begun and not confirmed.</summary>
    public IReadOnlyList<Cascade> Drafts { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await desk.Plan(id) is not { } found) return await access.Denied(id);
        (Plan, Programme) = found;
        var on = day.Of(Programme.ShownOn, Programme.Policy.TimeZoneId);
        var parts = db.Assignments.Where(a => a.PlanId == id && a.ParentId != null && a.InnerUnitId == null);
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
        Drafts = await db.Cascades.AsNoTracking().Where(c => c.PlanId == id && c.State != CascadeState.Done).OrderByDescending(c => c.At).Take(10).ToListAsync();
        return Page();
    }
}
