using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Control;

/// <summary>The number beside «Мои мероприятия»: what is overdue and what falls due this week.</summary>
internal static class MyCount
{
    private static readonly AssignmentPhase[] Unreported = [AssignmentPhase.Open, AssignmentPhase.Returned];

    public static async Task<MenuCount?> Of(HttpContext http)
    {
        var services = http.RequestServices;
        if (!services.GetRequiredService<Actor>().IsKnown) return null;
        var db = services.GetRequiredService<VekhaDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var zone = services.GetRequiredService<PageDay>().ReadersZone;
        var mine = await services.GetRequiredService<PlanAccess>().Mine();
        // A programme lives today or, as an example, on a day of its own, which may be any: what falls due in a week of either is counted then.
        var (horizon, examples) = (DateOnly.FromDateTime(now.UtcDateTime).AddDays(8), db.Programmes.Where(p => p.ShownOn != null));
        var due = await mine.Where(a => Unreported.Contains(a.Phase) && a.Kind == AssignmentKind.Dated && a.Control != null && (a.Control <= horizon || examples.Any(p => p.Id == a.ProgrammeId)))
            .GroupBy(a => new { a.ProgrammeId, a.Control }).Select(g => new { g.Key.ProgrammeId, g.Key.Control, Count = g.Count() }).ToListAsync();
        if (due.Count == 0) return null;
        var programmes = await services.GetRequiredService<ProgrammeMemory>().All(db);
        var days = due.Select(d => d.ProgrammeId).Distinct().ToDictionary(id => id, id => programmes[id].Today(now, zone));
        var over = due.Where(d => d.Control < days[d.ProgrammeId]).Sum(d => d.Count);
        var week = due.Where(d => d.Control >= days[d.ProgrammeId] && d.Control <= EndOfWeek(days[d.ProgrammeId])).Sum(d => d.Count);
        return new(over + week, over > 0, over > 0 ? "ждут вас, есть просроченные" : "ждут вас на этой неделе");
    }

    private static DateOnly EndOfWeek(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);
}
