using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Control;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Media;

/// <summary>A line of the report: a row of the plan, or a theme outside the rows.</summary>
/// <param name="Plan">Publications planned; assignments for a row that makes none.</param>
/// <param name="Fact">Those that came out; accepted assignments for a row that makes none.</param>
/// <param name="Reach"><c>null</c> where nobody has counted.</param>
/// <param name="IsAwaited">The row makes publications, but its day is not known yet.</param>
public sealed record ReportLine(string? Stage, string? Code, string Title, string? Deadline, string Executors, int Plan, int Fact, IReadOnlyList<MediaLine> Out, long? Reach, string Look, string Word, bool IsPublications, bool IsAwaited = false);

/// <summary>«Отчёт по медиаплану»: plan and fact row by row, with links and reach.</summary>
public sealed class MediaReport
{
    private MediaReport(MediaPlan plan, Programme programme, ChannelTable table, DateOnly day, string unit, IReadOnlyList<ReportLine> lines) =>
        (Plan, Programme, Table, Day, Unit, Lines) = (plan, programme, table, day, unit, lines);

    public MediaPlan Plan { get; }
    public Programme Programme { get; }
    public ChannelTable Table { get; }
    public DateOnly Day { get; }

    /// <summary>Who keeps the media plan.</summary>
    public string Unit { get; }
    public IReadOnlyList<ReportLine> Lines { get; }

    public int Closed => Lines.Count(l => l.Look is "done" or "late");
    public int Planned => Lines.Where(l => l.IsPublications).Sum(l => l.Plan);
    public int Out => Lines.Where(l => l.IsPublications).Sum(l => l.Fact);
    public long Reach => Lines.Sum(l => l.Reach ?? 0);

    /// <param name="publications">Those the person may open.</param>
    public static async Task<MediaReport> Load(VekhaDb db, MediaPlan plan, Programme programme, ChannelTable table, IQueryable<Publication> publications, DateOnly day)
    {
        var calendar = programme.Policy.Calendar();
        var all = await publications.AsNoTracking().Where(p => p.MediaPlanId == plan.Id && p.State != PublicationState.Dropped).OrderBy(p => p.OutOn ?? p.Due).ThenBy(p => p.Id).Lines(db).ToListAsync();
        // On an earlier day what came out later had not come out.
        var lines = all.Select(l => l.OutOn > day ? l with { State = PublicationState.Approved, OutOn = null, Link = null, Issue = null, Reach = null } : l).ToList();
        var units = db.Set<Accounts.Organisation>();
        var unit = await units.Where(u => u.Id == plan.UnitId).Select(u => u.Name).SingleAsync();
        var (rows, told) = (new List<ReportLine>(), new HashSet<Guid>());
        if (plan.PlanId is { } id && await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is { } followed)
        {
            var shown = await PlanOnDay.Load(db, followed, programme, day);
            var followedRows = await db.MediaRows.Where(r => r.MediaPlanId == plan.Id).Select(r => r.MeasureId).ToListAsync();
            told = [.. shown.Measures.Where(m => m.State is not null).Select(m => m.Measure.Id)];
            foreach (var row in shown.Measures.Where(m => m.State is not null)) rows.Add(Of(row, [.. lines.Where(l => l.MeasureId == row.Measure.Id)], programme, day, calendar, followedRows.Contains(row.Measure.Id)));
        }
        rows.AddRange(lines.Where(l => l.MeasureId is not { } served || !told.Contains(served)).GroupBy(l => l.TaskId).Select(g => Of(told.Count == 0 ? null : "Вне строк плана", g.First().Code, g.First().Title, null, g.First().Unit ?? "", [.. g], programme, day, calendar)));
        return new(plan, programme, table, day, unit, rows);
    }

    private static ReportLine Of(MeasureOnDay row, IReadOnlyList<MediaLine> its, Programme programme, DateOnly day, WorkCalendar calendar, bool isFollowed)
    {
        var (measure, executors) = (row.Measure, string.Join(", ", row.Measure.Executors.OrderBy(e => e.Position).Select(e => e.Name)));
        if (its.Count > 0) return Of(row.Heading, measure.Code, measure.Title, measure.DeadlineText, executors, its, programme, day, calendar);
        // Trainings, tours, awards: the row is closed by the report on it.
        var answering = row.Answering.ToList();
        return new(row.Heading, measure.Code, measure.Title, measure.DeadlineText, executors, answering.Count, answering.Count(a => a.Status.State is AssignmentState.Done or AssignmentState.DoneLate), [], null,
            row.State!.Value.Look(), row.Worst!.Status.Word, IsPublications: false, IsAwaited: isFollowed);
    }

    private static ReportLine Of(string? stage, string? code, string title, string? deadline, string executors, IReadOnlyList<MediaLine> its, Programme programme, DateOnly day, WorkCalendar calendar)
    {
        var done = its.Where(l => l.State == PublicationState.Out).ToList();
        var worst = its.Select(l => l.On(day, calendar, programme.Policy.RiskDays)).OrderBy(s => Array.IndexOf(Order, s.Look) is >= 0 and var place ? place : Order.Length).First();
        var (look, word) = done.Count == its.Count ? its.Any(l => l.OutOn > l.Due) ? ("late", "вышло, часть позже срока") : ("done", "вышло всё") : worst;
        return new(stage, code, title, deadline, executors, its.Count, done.Count, done, done.Any(l => l.Reach is not null) ? done.Sum(l => l.Reach ?? 0) : null, look, word, IsPublications: true);
    }

    private static readonly string[] Order = ["over", "back", "risk", "sent", "work", "yes", "idle", "wait", "late", "done"];
}
