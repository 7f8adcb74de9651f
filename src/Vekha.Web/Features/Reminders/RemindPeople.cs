using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Reminders;

/// <summary>
/// The job that goes through the programmes whose working day has begun, each once a day. Broken off in the middle it goes
/// through the same programme again and adds only what is missing.
/// </summary>
internal static class RemindPeople
{
    /// <summary>By the clock of the unit: before people come to work.</summary>
    private static readonly TimeOnly Morning = new(6, 0);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static async Task<string> Work(JobRun run, CancellationToken cancel)
    {
        var db = run.Db;
        await db.Notices.Where(n => n.At < run.Now - Kept).ExecuteDeleteAsync(cancel);
        var due = await Due(run, cancel);
        if (due.Count == 0) return "новых напоминаний на сегодня нет";
        var chain = await Chain.Load(db, cancel);
        var chosen = await db.Rhythms.AsNoTracking().ToDictionaryAsync(r => r.ScopeId, r => r.Rhythm, cancel);
        var units = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.ParentId }).ToDictionaryAsync(o => o.Id, o => o.ParentId, cancel);
        var told = 0;
        foreach (var (programme, day) in due)
            told += await new Round(run, chain, programme, day, RhythmOf(programme, chosen, units)).Go(cancel);
        return $"{Ru.Count(due.Count, Noun.Programme)}, {Ru.Count(told, "напоминание", "напоминания", "напоминаний")}";
    }

    /// <summary>Own rhythm, else that of the organisation or of one above it, else that of the rules.</summary>
    public static ReminderRhythm RhythmOf(Programme programme, IReadOnlyDictionary<Guid, ReminderRhythm> chosen, IReadOnlyDictionary<Guid, Guid?> parents)
    {
        if (chosen.TryGetValue(programme.Id, out var own)) return own;
        for (Guid? up = programme.OrganisationId; up is { } unit; up = parents.GetValueOrDefault(unit))
            if (chosen.TryGetValue(unit, out var towns)) return towns;
        return ReminderRhythm.Of(programme.Policy);
    }

    private static async Task<IReadOnlyList<(Programme Programme, DateOnly Day)>> Due(JobRun run, CancellationToken cancel)
    {
        var (db, assignments) = (run.Db, run.Db.Assignments);
        var programmes = await db.Programmes.AsNoTracking().Where(p => assignments.Any(a => a.ProgrammeId == p.Id)).ToListAsync(cancel);
        var since = DateOnly.FromDateTime(run.Now.UtcDateTime).AddDays(-2);
        var examples = programmes.Where(p => p.ShownOn is not null).Select(p => p.Id).ToArray();
        var done = (await db.ReminderRounds.AsNoTracking().Where(r => r.Day >= since || examples.Contains(r.ProgrammeId)).Select(r => new { r.ProgrammeId, r.Day }).ToListAsync(cancel))
            .Select(r => (r.ProgrammeId, r.Day)).ToHashSet();
        var zones = await Zones(db, programmes, cancel);
        return [.. programmes.Select(p => (Programme: p, Day: p.Today(run.Now)))
            .Where(p => HasBegun(p.Programme, p.Day, zones[p.Programme.Id], run.Now) && p.Programme.Policy.Calendar().IsWorking(p.Day) && !done.Contains((p.Programme.Id, p.Day)))];
    }

    /// <summary>The zones in which people of each programme work.</summary>
    private static async Task<ILookup<Guid, string>> Zones(VekhaDb db, IReadOnlyList<Programme> programmes, CancellationToken cancel)
    {
        var (owners, organisations) = (programmes.Select(p => p.OrganisationId).Distinct().ToArray(), db.Organisations);
        var below = (await db.UnitLines.Where(l => owners.Contains(l.AboveId)).Join(organisations.Where(o => o.TimeZoneId != null), l => l.UnitId, o => o.Id, (l, o) => new { l.AboveId, o.TimeZoneId }).Distinct().ToListAsync(cancel))
            .ToLookup(z => z.AboveId, z => z.TimeZoneId!);
        return programmes.SelectMany(p => below[p.OrganisationId].Append(p.Policy.TimeZoneId), (p, zone) => (p.Id, zone)).ToLookup(z => z.Id, z => z.zone);
    }

    // An example lives on a day that has long begun. Others begin with the morning of their easternmost unit, once the day has come at all.
    private static bool HasBegun(Programme programme, DateOnly day, IEnumerable<string> zones, DateTimeOffset now) => programme.ShownOn is not null
        || zones.Any(z => TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(z)).DateTime >= day.ToDateTime(Morning));
}
