using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Control;

/// <summary>A measure without a day.</summary>
public sealed record WaitingRow(Guid MeasureId, string Code, string Title, string? DeadlineText, Guid ProgrammeId, string Programme, string Why);

/// <summary>«Нельзя вычислить»: measures of all programmes that wait for an event, or whose deadline cannot be read.</summary>
public sealed class WaitingList(VekhaDb db, OverdueList list)
{
    /// <summary>More than this is read in the plan itself.</summary>
    public const int Most = 20;

    public async Task<(int Count, IReadOnlyList<WaitingRow> Rows)> Load()
    {
        var programmes = (await list.Programmes()).ToDictionary(p => p.Id, p => p.Name);
        Guid[] ids = [.. programmes.Keys];
        // Over the index of open work by programme and kind: what waits is found without touching what has a day. Made distinct here:
        // asked to do it, SQLite walks the index of measures over all assignments instead (336 ms at a million, measured).
        var waiting = (await db.Assignments.Where(a => ids.Contains(a.ProgrammeId) && a.Phase == AssignmentPhase.Open && a.Kind == AssignmentKind.Waiting && a.Answers)
            .Select(a => new { a.MeasureId, a.ProgrammeId }).ToListAsync()).Distinct().ToList();
        if (waiting.Count == 0) return (0, []);
        var chosen = waiting.OrderBy(w => w.MeasureId).Take(Most).ToList();
        var measures = chosen.Select(w => w.MeasureId).ToArray();
        var lines = await db.Measures.Where(m => measures.Contains(m.Id)).Select(m => new { m.Id, m.PlanId, m.Position, m.Code, m.Title, m.DeadlineText }).ToDictionaryAsync(m => m.Id);
        var why = (await db.Assignments.Where(a => measures.Contains(a.MeasureId) && a.Phase == AssignmentPhase.Open && a.Kind == AssignmentKind.Waiting && a.Answers).Select(a => new { a.Id, a.MeasureId, a.Why }).ToListAsync())
            .OrderBy(a => a.Id).DistinctBy(a => a.MeasureId).ToDictionary(a => a.MeasureId, a => a.Why);
        return (waiting.Count, [.. chosen.Select(w => (Waiting: w, Line: lines[w.MeasureId])).OrderBy(w => w.Line.PlanId).ThenBy(w => w.Line.Position)
            .Select(w => new WaitingRow(w.Line.Id, w.Line.Code, w.Line.Title, w.Line.DeadlineText, w.Waiting.ProgrammeId, programmes[w.Waiting.ProgrammeId], why[w.Line.Id]))]);
    }
}
