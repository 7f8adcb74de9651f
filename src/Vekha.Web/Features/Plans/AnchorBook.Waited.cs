using Microsoft.EntityFrameworkCore;
using Vekha.Deadlines;
using Vekha.Resolving;

namespace Vekha.Web.Features.Plans;

/// <summary>«Событие, которого ждут»: deadlines of approved plans count from it.</summary>
/// <param name="Event">«завершение реализации проекта».</param>
/// <param name="Rows">Codes and titles of the measures, in the order of the plan.</param>
public sealed record WaitedEvent(string Event, string Key, IReadOnlyList<WaitedRow> Rows);

/// <summary>A measure that counts from an event.</summary>
/// <param name="IsLost">The number of days is lost in the document: naming the day is not enough.</param>
public sealed record WaitedRow(Guid MeasureId, string Code, string Title, bool IsLost);

public sealed partial class AnchorBook
{
    /// <summary>Events from which deadlines of the programme are counted, whether they have happened or not.</summary>
    public async Task<IReadOnlyList<WaitedEvent>> Waited(Guid programmeId)
    {
        var plans = db.Plans;
        var rows = await db.Measures.AsNoTracking().Where(m => m.CountsFromEvent && m.RemovedOn == null && plans.Any(p => p.Id == m.PlanId && p.ProgrammeId == programmeId && p.IsApproved)).OrderBy(m => m.Position).ToListAsync();
        return [.. rows.SelectMany(m => m.Deadlines.OfType<Deadline.Relative>().Select(d => (Row: new WaitedRow(m.Id, m.Code, m.Title, d.Offset is null), d.Event, Key: AnchorWords.Key(d.Anchor)))).Where(w => w.Key.Length > 0)
            .GroupBy(w => w.Key).Select(g => new WaitedEvent(g.First().Event, g.Key, [.. g.Select(w => w.Row).DistinctBy(r => r.MeasureId)])).OrderBy(w => w.Event, StringComparer.CurrentCulture)];
    }
}
