using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Control;

/// <summary>Reads the board of a programme the person sees, on any day, in a fixed number of queries.</summary>
public sealed class Boards(VekhaDb db, PlanAccess access, PageDay day, TimeProvider time)
{
    /// <returns>The board; <c>null</c> for a programme the person does not see.</returns>
    public async Task<Board?> Load(Guid programmeId, BoardFilter filter)
    {
        if (await (await access.Programmes()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == programmeId) is not { } programme) return null;
        var on = day.Of(programme.ShownOn, programme.Policy.TimeZoneId);
        var plans = await (await access.Plans()).Where(p => p.ProgrammeId == programmeId && p.IsApproved)
            .Select(p => new BoardPlan(p.Id, p.Title, p.First, p.Last)).ToListAsync();
        plans = [.. plans.OrderBy(p => p.First)];
        // Of several plans the one that runs on the day; a road map of next year has its own board.
        var plan = plans.Find(p => p.Id == filter.Plan) ?? plans.FindLast(p => p.First <= on && on <= p.Last) ?? plans.LastOrDefault();
        var rows = plan is null ? [] : await Rows(programme, plan, on);
        return new(programme, plans, plan, on, filter, rows)
        {
            Openable = await access.MayOpenAll(programme) ? null : await OwnIn(programmeId),
            MayCheck = await access.MayCheck(programme) && on == programme.Today(time.GetUtcNow()),
            Team = [.. (await db.Team(programmeId)).Where(m => m.HoldsOn(on))],
            MayExtend = await access.MayDecide(programme) && on == programme.Today(time.GetUtcNow()),
        };
    }

    private async Task<IReadOnlySet<Guid>> OwnIn(Guid programmeId)
    {
        var own = await access.Assignments();
        return (await own.Where(a => a.ProgrammeId == programmeId).Select(a => a.Id).ToListAsync()).ToHashSet();
    }

    private async Task<IReadOnlyList<BoardRow>> Rows(Programme programme, BoardPlan plan, DateOnly on)
    {
        var stages = await db.Stages.AsNoTracking().Where(s => s.PlanId == plan.Id).OrderBy(s => s.Position).ToDictionaryAsync(s => s.Id);
        var measures = await db.Measures.Where(m => m.PlanId == plan.Id)
            .Select(m => new MeasureLine(m.Id, m.PlanId, m.StageId, m.Position, m.Code, m.Title, m.DeadlineText)).ToDictionaryAsync(m => m.Id);
        var found = await PlanOnDay.WithRecords(db.Assignments.Where(a => a.PlanId == plan.Id && a.InnerUnitId == null && a.PutOnControlOn <= on)).ToListAsync();
        var calendar = programme.Policy.Calendar();
        var owed = found.Select(a => new Owed(a, a.StatusOn(on, calendar, programme.Policy), measures[a.MeasureId], programme)).OrderBy(o => o.Measure.Position).ToList();
        var executors = owed.GroupBy(KeyOf).ToDictionary(g => g.Key, ExecutorOf);
        var columns = new BoardColumns(owed, stages);
        return [.. owed.Select(o => new BoardRow(o, executors[KeyOf(o)], columns.Of(o)))];
    }

    // «Рабочие группы» and «рабочие группы» are one row, as long as no unit is known behind them.
    private static string KeyOf(Owed row) => row.Assignment.OrganisationId?.ToString() ?? row.Assignment.ExecutorName.ToLowerInvariant();

    /// <summary>One unit may be printed in several ways: the way it is printed most often names the row.</summary>
    private static BoardKey ExecutorOf(IGrouping<string, Owed> group)
    {
        var name = group.GroupBy(o => o.Assignment.ExecutorName).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
        return new(KeyOf(group.Key), name.Length > 0 ? name : "исполнитель не назван", group.Min(o => o.Measure.Position));
    }

    /// <summary>A short word for an address that stays the same from day to day.</summary>
    internal static string KeyOf(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..8];
}
