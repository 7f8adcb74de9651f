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
        var mine = await services.GetRequiredService<PlanAccess>().Mine();
        var programmes = db.Programmes;
        var ofMine = mine.Select(a => a.ProgrammeId);
        var days = await programmes.AsNoTracking().Where(p => ofMine.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Today(now));
        if (days.Count == 0) return null;
        var horizon = days.Values.Max().AddDays(7);
        var due = await mine.Where(a => Unreported.Contains(a.Phase) && a.Kind == AssignmentKind.Dated && a.Control <= horizon)
            .GroupBy(a => new { a.ProgrammeId, a.Control }).Select(g => new { g.Key.ProgrammeId, g.Key.Control, Count = g.Count() }).ToListAsync();
        var over = due.Where(d => d.Control < days[d.ProgrammeId]).Sum(d => d.Count);
        var week = due.Where(d => d.Control >= days[d.ProgrammeId] && d.Control <= EndOfWeek(days[d.ProgrammeId])).Sum(d => d.Count);
        return new(over + week, over > 0, over > 0 ? "ждут вас, есть просроченные" : "ждут вас на этой неделе");
    }

    private static DateOnly EndOfWeek(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);
}
