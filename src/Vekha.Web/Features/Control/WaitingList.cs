using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Control;

/// <summary>A measure without a day.</summary>
public sealed record WaitingRow(Guid MeasureId, string Code, string Title, string? DeadlineText, Guid ProgrammeId, string Programme, string Why);

/// <summary>«Нельзя вычислить»: measures of all programmes that wait for an event, or whose deadline cannot be read.</summary>
public sealed class WaitingList(VekhaDb db, PlanAccess access)
{
    /// <summary>More than this is read in the plan itself.</summary>
    public const int Most = 20;

    public async Task<(int Count, IReadOnlyList<WaitingRow> Rows)> Load()
    {
        var seen = await access.Programmes();
        var waiting = db.Assignments.Where(a => a.Phase == AssignmentPhase.Open && a.Kind == AssignmentKind.Waiting && a.Answers && seen.Any(p => p.Id == a.ProgrammeId));
        var (measures, plans) = (db.Measures.Where(m => waiting.Any(a => a.MeasureId == m.Id)), db.Plans);
        var rows = await measures.OrderBy(m => m.PlanId).ThenBy(m => m.Position).Take(Most).Select(m => new WaitingRow(m.Id, m.Code, m.Title, m.DeadlineText,
            seen.Where(p => plans.Any(l => l.Id == m.PlanId && l.ProgrammeId == p.Id)).Select(p => p.Id).First(),
            seen.Where(p => plans.Any(l => l.Id == m.PlanId && l.ProgrammeId == p.Id)).Select(p => p.Name).First(),
            waiting.Where(a => a.MeasureId == m.Id).OrderBy(a => a.Id).Select(a => a.Why).First())).ToListAsync();
        return (rows.Count < Most ? rows.Count : await measures.CountAsync(), rows);
    }
}
