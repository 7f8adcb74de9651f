using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Control;

/// <summary>A row of the overdue list: only what it shows.</summary>
public sealed record OverdueRow(Guid Id, Guid ProgrammeId, string Code, string Title, string? Occurrence, string? DeadlineText,
    string Executor, bool Answers, bool ByConsent, DateOnly Control, DateOnly FirstControl, string Why, bool WasReturned);

/// <summary>A programme of the person's, with the day it lives on.</summary>
public sealed record ControlledProgramme(Guid Id, string Name, string Territory, DateOnly Day, bool IsExample);

/// <summary>
/// «Просрочено» over all programmes: found by the database, counted by the database; nothing is read but the page that is
/// shown. The same answer as <see cref="Vekha.Control.AssignmentStatus"/> gives for each.
/// </summary>
public sealed class OverdueList(VekhaDb db, PlanAccess access, PageDay day, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>Rows of a file to take away: more are read in the programme itself.</summary>
    public const int FileSize = 5_000;

    private static readonly AssignmentPhase[] Unreported = [AssignmentPhase.Open, AssignmentPhase.Returned];

    private IReadOnlyList<ControlledProgramme>? programmes;
    private IReadOnlyList<(Guid Programme, string Kind, int Count)>? tallies;

    /// <summary>Programmes the person sees, each on the day asked for or its own.</summary>
    public async Task<IReadOnlyList<ControlledProgramme>> Programmes()
    {
        if (programmes is not null) return programmes;
        var now = time.GetUtcNow();
        // Where a programme has sites, what is overdue there is nobody's list but theirs who keep it: a site has its own in «Мои мероприятия».
        var (kept, seen) = (await access.KeptProgrammes(), await access.SeenProgrammes());
        Guid?[] owners = [.. seen.Where(p => !kept.Contains(p.Id)).Select(p => (Guid?)p.OrganisationId).Distinct()];
        var withSites = owners.Length == 0 ? [] : await db.Organisations.Where(o => o.Kind == OrganisationKind.Site && owners.Contains(o.ParentId)).Select(o => o.ParentId).Distinct().ToListAsync();
        seen = [.. seen.Where(p => kept.Contains(p.Id) || !withSites.Contains(p.OrganisationId))];
        var shown = seen.Select(p => p.Today(now)).Distinct().ToList() is [var one] ? day.Of(one) : day.Of();
        return programmes = [.. seen.Select(p => new ControlledProgramme(p.Id, p.Name, p.Territory, day.IsAsked ? shown : p.Today(now), p.ShownOn is not null))
            .OrderBy(p => p.Name, StringComparer.Create(new("ru-RU"), ignoreCase: true))];
    }

    /// <summary>How many are overdue in each programme.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> CountByProgramme() => day.IsAsked
        ? (await (await Overdue(null, parts: false)).GroupBy(a => a.ProgrammeId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).ToDictionary(g => g.Key, g => g.Count)
        : (await Tallied(null)).Where(t => t.Kind == DueTally.Due).ToDictionary(t => t.Programme, t => t.Count);

    /// <summary>How many reports wait for a decision in each programme, now.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> UnderCheckByProgramme() => (await Tallied(null)).Where(t => t.Kind == DueTally.Sent).ToDictionary(t => t.Programme, t => t.Count);

    /// <summary>Counts kept in step with every change: sums of days, no walk over assignments.</summary>
    private async Task<IReadOnlyList<(Guid Programme, string Kind, int Count)>> Tallied(Guid? programme)
    {
        if (tallies is null)
        {
            var days = (await Programmes()).ToDictionary(p => p.Id, p => p.Day);
            // Most programmes live on one day, examples on days of their own: the sums of each day are made by the database.
            var sums = days.GroupBy(d => d.Value, d => d.Key).Select(g => TalliesOn(g.Key, [.. g])).Aggregate((IQueryable<Sum>?)null, (sum, next) => sum is null ? next : sum.Concat(next));
            tallies = sums is null ? [] : [.. (await sums.ToListAsync()).Select(s => (s.ProgrammeId, s.Kind, s.Count))];
        }
        return programme is null ? tallies : [.. tallies.Where(t => t.Programme == programme)];
    }

    private sealed class Sum
    {
        public Guid ProgrammeId { get; init; }
        public required string Kind { get; init; }
        public int Count { get; init; }
    }

    private IQueryable<Sum> TalliesOn(DateOnly on, Guid[] ids) => db.DueTallies.Where(t => ids.Contains(t.ProgrammeId) && t.Count > 0 && (t.Day < on || t.Kind == DueTally.Sent))
        .GroupBy(t => new { t.ProgrammeId, t.Kind }).Select(g => new Sum { ProgrammeId = g.Key.ProgrammeId, Kind = g.Key.Kind, Count = g.Sum(t => t.Count) });

    /// <summary>How many are overdue, counted from the tallies or, for a past day, from the records.</summary>
    private async Task<int> Count(Guid? programme, bool parts) => day.IsAsked
        ? await (await Overdue(programme, parts)).CountAsync()
        : (await Tallied(programme)).Where(t => t.Kind == (parts ? DueTally.Part : DueTally.Due)).Sum(t => t.Count);

    /// <summary>One page, the longest overdue first.</summary>
    /// <param name="parts">What co-executors send instead of what answers for measures (docs/decisions/0003).</param>
    public async Task<(int Count, IReadOnlyList<OverdueRow> Rows)> Load(Guid? programme, bool parts, int page, int size = PageSize)
    {
        var count = await Count(programme, parts);
        if (count == 0) return (0, []);
        var overdue = await Overdue(programme, parts);
        var on = day.Shown!.Value;
        var isPast = day.IsAsked;
        // The fifty are chosen by the index alone; only they are read and joined with their words.
        var chosen = overdue.OrderBy(k => k.Due).ThenBy(k => k.Id).Skip((page - 1) * size).Take(size).Select(k => k.Id);
        var measures = db.Measures;
        var rows = await db.Assignments.Where(a => chosen.Contains(a.Id)).Join(measures, a => a.MeasureId, m => m.Id, (a, m) => new OverdueRow(a.Id, a.ProgrammeId, m.Code, m.Title, a.Occurrence, m.DeadlineText,
            a.ExecutorName, a.Answers, a.ByConsent,
            (isPast ? a.Extensions.Where(e => e.On <= on).Max(e => (DateOnly?)e.Until) ?? (a.TermChanges.Where(c => c.On <= on).OrderByDescending(c => c.On).ThenByDescending(c => c.At).Select(c => c.Control).FirstOrDefault() ?? a.FirstControl) : a.Control)!.Value, a.FirstControl!.Value, a.Why,
            a.Returns.Any(r => r.On <= on || !isPast))).ToListAsync();
        return (count, [.. rows.OrderBy(r => r.Control).ThenBy(r => r.Id)]);
    }

    /// <summary>Those of the rows that the person may open; of the others only the words of the plan are shown.</summary>
    public async Task<IReadOnlySet<Guid>> Openable(IReadOnlyList<OverdueRow> rows)
    {
        var kept = await access.KeptProgrammes();
        var foreign = rows.Where(r => !kept.Contains(r.ProgrammeId)).Select(r => r.Id).ToArray();
        var own = foreign.Length == 0 ? [] : await (await access.Mine()).Where(a => foreign.Contains(a.Id)).Select(a => a.Id).ToListAsync();
        return rows.Where(r => kept.Contains(r.ProgrammeId)).Select(r => r.Id).Concat(own).ToHashSet();
    }

    /// <summary>How many parts of co-executors are overdue.</summary>
    public Task<int> CountParts(Guid? programme) => Count(programme, parts: true);

    /// <summary>What finds a row and puts it in order.</summary>
    private sealed class Key
    {
        public Guid Id { get; init; }
        public Guid ProgrammeId { get; init; }
        public DateOnly? Due { get; init; }
    }

    private async Task<IQueryable<Key>> Overdue(Guid? programme, bool parts)
    {
        var seen = (await Programmes()).Where(p => programme is null || p.Id == programme);
        var answers = !parts;
        var all = db.Assignments.Where(a => a.Answers == answers && a.Kind == AssignmentKind.Dated);
        if (parts) all = all.Where(a => a.InnerUnitId == null);
        if (!day.IsAsked)
        {
            // A programme without anything overdue is not looked at: its tally says so.
            var kind = parts ? DueTally.Part : DueTally.Due;
            var late = (await Tallied(programme)).Where(t => t.Kind == kind && t.Count > 0).Select(t => t.Programme).ToHashSet();
            seen = seen.Where(p => late.Contains(p.Id));
        }
        // Examples live on days of their own: each day is a query over its index, put together by the database.
        return seen.GroupBy(p => p.Day).Select(g => On(all, [.. g.Select(p => p.Id)], g.Key)).Aggregate((IQueryable<Key>?)null, (sum, next) => sum is null ? next : sum.Concat(next))
            ?? all.Where(a => false).Select(a => new Key { Id = a.Id, ProgrammeId = a.ProgrammeId, Due = a.Control });
    }

    private IQueryable<Key> On(IQueryable<Assignment> all, Guid[] ids, DateOnly on) => day.IsAsked
        ? all.Where(a => ids.Contains(a.ProgrammeId) && a.PutOnControlOn <= on && (a.TermChanges.Where(c => c.On <= on).OrderByDescending(c => c.On).ThenByDescending(c => c.At).Select(c => c.Control).FirstOrDefault() ?? a.FirstControl) < on
            && !a.Extensions.Any(e => e.On <= on && e.Until >= on)
            && (a.Acceptance == null || a.Acceptance.On > on) && (a.Release == null || a.Release.On > on)
            && a.Reports.Count(r => r.On <= on) == a.Returns.Count(r => r.On <= on))
            .Select(a => new Key { Id = a.Id, ProgrammeId = a.ProgrammeId, Due = a.Extensions.Where(e => e.On <= on).Max(e => (DateOnly?)e.Until) ?? (a.TermChanges.Where(c => c.On <= on).OrderByDescending(c => c.On).ThenByDescending(c => c.At).Select(c => c.Control).FirstOrDefault() ?? a.FirstControl) })
        : all.Where(a => ids.Contains(a.ProgrammeId) && Unreported.Contains(a.Phase) && a.Control < on)
            .Select(a => new Key { Id = a.Id, ProgrammeId = a.ProgrammeId, Due = a.Control });
}
