using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Control;

/// <summary>Reads what the person owes.</summary>
public sealed class MyWork(VekhaDb db, PlanAccess access, ReportDrafts drafts, PageDay day, TimeProvider time)
{
    private static readonly AssignmentPhase[] Open = [AssignmentPhase.Open, AssignmentPhase.Submitted, AssignmentPhase.Returned];

    /// <summary>The list of one's work.</summary>
    /// <param name="programme">Only of this programme, or of all.</param>
    /// <param name="state">The group asked for as a whole; <c>closed</c> is read only when it is asked for.</param>
    public async Task<MyList> Load(Guid? programme, string? state)
    {
        var all = db.Programmes;
        var mine = await access.Mine();
        var ofMine = mine.Select(a => a.ProgrammeId);
        var programmes = await all.AsNoTracking().Where(p => ofMine.Contains(p.Id)).ToListAsync();
        programmes = [.. programmes.OrderBy(p => p.Name, StringComparer.Create(new("ru-RU"), ignoreCase: true))];
        var chosen = programmes.Where(p => programme is null || p.Id == programme).ToDictionary(p => p.Id);
        var shown = DayOf([.. chosen.Values]);
        var ids = chosen.Keys.ToArray();
        mine = mine.Where(a => ids.Contains(a.ProgrammeId));
        // Who asks for a past day needs what has been closed since.
        var isNow = chosen.Values.All(p => DayOf(p) == p.Today(time.GetUtcNow(), day.ReadersZone));
        var read = isNow && state != "closed" ? mine.Where(a => Open.Contains(a.Phase)) : mine;
        var rows = await Read(read, chosen);
        var begun = await drafts.Mine();
        if (state == "draft") rows = [.. rows.Where(r => begun.Contains(r.Assignment.Id))];
        var groups = MyList.GroupsOf(rows.Where(r => r.Assignment.PutOnControlOn <= r.Status.Day), shown, state);
        var closed = groups.FirstOrDefault(g => g.Name == "closed");
        return new()
        {
            Day = shown, Programmes = programmes, Begun = begun,
            Groups = [.. groups.Where(g => string.IsNullOrEmpty(state) || state == "draft" ? g.Name != "closed" : g.Name == state)],
            Closed = closed?.Count ?? await mine.CountAsync(a => !Open.Contains(a.Phase)),
        };
    }

    /// <summary>One assignment of one's own; <c>null</c> when there is none or it is somebody else's.</summary>
    public async Task<Owed?> Find(Guid id)
    {
        var mine = await access.Mine();
        var programmes = db.Programmes;
        var programme = await programmes.AsNoTracking().SingleOrDefaultAsync(p => mine.Any(a => a.Id == id && a.ProgrammeId == p.Id));
        if (programme is null) return null;
        return (await Read(mine.Where(a => a.Id == id), new() { [programme.Id] = programme })).SingleOrDefault();
    }

    /// <summary>The day of a programme on this page: the one asked for, or its own for who works here.</summary>
    public DateOnly DayOf(Programme programme) => day.IsAsked ? day.Shown!.Value : programme.Today(time.GetUtcNow(), day.ReadersZone);

    /// <summary>The page has one day when all its programmes do; otherwise it speaks about today and the rows say theirs.</summary>
    private DateOnly DayOf(IReadOnlyList<Programme> programmes) =>
        programmes.Select(p => p.Today(time.GetUtcNow(), day.ReadersZone)).Distinct().ToList() is [var one] ? day.Of(one) : day.Of();

    private async Task<List<Owed>> Read(IQueryable<Assignment> assignments, Dictionary<Guid, Programme> programmes)
    {
        // From the assignments to their measures: asked the other way round, SQLite walks over all measures there are.
        var named = assignments.Select(a => a.MeasureId);
        var lines = await db.Measures.Where(m => named.Contains(m.Id))
            .Select(m => new MeasureLine(m.Id, m.PlanId, m.StageId, m.Position, m.Code, m.Title, m.DeadlineText)).ToDictionaryAsync(m => m.Id);
        var rules = programmes.Values.ToDictionary(p => p.Id, p => (Day: DayOf(p), Calendar: p.Policy.Calendar(), Programme: p));
        var found = await PlanOnDay.WithRecords(assignments).ToListAsync();
        return [.. found.Select(a =>
        {
            var (on, calendar, programme) = rules[a.ProgrammeId];
            return new Owed(a, a.StatusOn(on, calendar, programme.Policy), lines[a.MeasureId], programme);
        })];
    }
}
