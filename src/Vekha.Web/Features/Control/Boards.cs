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
    /// <summary>A plan of the programme on the page's day; <c>null</c> for a programme the person does not see.</summary>
    /// <param name="wanted">One of its plans, or the one that runs.</param>
    public async Task<BoardScene?> Open(Guid programmeId, Guid? wanted)
    {
        if (await access.Seen(programmeId) is not { } programme) return null;
        var on = day.Of(programme.ShownOn, programme.Policy.TimeZoneId);
        // An approved plan is seen by everybody who sees its programme.
        var plans = await db.Plans.Where(p => p.ProgrammeId == programmeId && p.IsApproved).Select(p => new BoardPlan(p.Id, p.Title, p.First, p.Last)).ToListAsync();
        plans = [.. plans.OrderBy(p => p.First)];
        // Of several plans the one that runs on the day; a road map of next year has its own board.
        var plan = plans.Find(p => p.Id == wanted) ?? plans.FindLast(p => p.First <= on && on <= p.Last) ?? plans.LastOrDefault();
        if (plan is null) return new(programme, plans, null, on, new Dictionary<Guid, MeasureLine>(), [], []);
        var stages = await db.Stages.AsNoTracking().Where(s => s.PlanId == plan.Id).OrderBy(s => s.Position).ToDictionaryAsync(s => s.Id);
        var measures = await db.Measures.Where(m => m.PlanId == plan.Id)
            .Select(m => new MeasureLine(m.Id, m.PlanId, m.StageId, m.Position, m.Code, m.Title, m.DeadlineText)).ToDictionaryAsync(m => m.Id);
        return new(programme, plans, plan, on, measures, stages, await BoardReading.Read(db, BoardReading.Of(await access.InPlans(programme) ?? db.Assignments, plan.Id, on)));
    }

    /// <returns>The board; <c>null</c> for a programme the person does not see.</returns>
    public async Task<Board?> Load(Guid programmeId, BoardFilter filter)
    {
        if (await Open(programmeId, filter.Plan) is not { } scene) return null;
        var isNow = scene.Day == scene.Programme.Today(time.GetUtcNow());
        return new(scene, filter)
        {
            Openable = await Openable(scene.Programme),
            MayCheck = isNow && await access.MayCheck(scene.Programme),
            Team = [.. (await db.Team(programmeId)).Where(m => m.HoldsOn(scene.Day))],
            MayExtend = isNow && await access.MayDecide(scene.Programme),
        };
    }

    /// <summary>Assignments of the programme the person may open; <c>null</c> for all.</summary>
    public async Task<IReadOnlySet<Guid>?> Openable(Programme programme)
    {
        if (await access.MayOpenAll(programme)) return null;
        var own = await access.Assignments();
        return (await own.Where(a => a.ProgrammeId == programme.Id).Select(a => a.Id).ToListAsync()).ToHashSet();
    }

    // «Рабочие группы» and «рабочие группы» are one row, as long as no unit is known behind them.
    internal static string ExecutorKeyOf(BoardItem item) => item.OrganisationId?.ToString() ?? item.ExecutorName.ToLowerInvariant();

    /// <summary>One unit may be printed in several ways: the way it is printed most often names the row.</summary>
    internal static BoardKey ExecutorOf(string key, IReadOnlyList<(BoardItem Item, MeasureLine Measure)> group)
    {
        var name = group.GroupBy(o => o.Item.ExecutorName).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
        return new(KeyOf(key), name.Length > 0 ? name : "исполнитель не назван", group.Min(o => o.Measure.Position));
    }

    /// <summary>A short word for an address that stays the same from day to day.</summary>
    internal static string KeyOf(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..8];
}
