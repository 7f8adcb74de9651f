using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>One who owes a norm: an object, a district, an executor, an event.</summary>
/// <param name="Address">Where one can click through to, or <c>null</c>.</param>
/// <param name="PlaceId">The unit of the tree on whose territory it lies.</param>
public sealed record NormSubject(Guid Id, string Name, string? Address = null, DateOnly? Closed = null, Guid? PlaceId = null);

/// <summary>A subject with what it has done.</summary>
/// <param name="Planned">How many are appointed in the window from the day on.</param>
/// <param name="NextOn">The day of the nearest of them.</param>
public sealed record NormLine(NormSubject Subject, NormStatus Status, long Planned = 0, DateOnly? NextOn = null)
{
    /// <summary>What is appointed will do, if it takes place.</summary>
    public bool IsCovered => Status.Missing > 0 && Planned >= Status.Missing && Status.State is NormState.Alarm or NormState.Running;

    /// <summary>«хватит, если состоится», «не выполнена».</summary>
    public string Word => IsCovered ? "хватит, если состоится" : Status.Word;

    /// <summary>Name of the look of <see cref="Word"/>.</summary>
    public string Look => IsCovered ? "risk" : Status.State.Look();

    /// <summary>«не хватает 2, закрывается 25.12.2017, пн; назначено 1, не хватит 1».</summary>
    public string Line => Status.Line + (Status.Missing == 0 || Planned == 0 || Status.State == NormState.Missed ? "" : IsCovered ? $"; назначено {Ru.Number(Planned)}" : $"; назначено {Ru.Number(Planned)}, не хватит {Ru.Number(Status.Missing - Planned)}");

    /// <summary>It would be met with what is appointed.</summary>
    public bool WillMeet => Status.State == NormState.Met || IsCovered;
}

/// <summary>«Выполнение нормы» on a day in one window: who is behind stands first.</summary>
public sealed class NormSheet
{
    internal NormSheet(Norm norm, NormRule rule, NormWindow window, DateOnly day, WorkCalendar calendar, IReadOnlyList<NormSubject> subjects, Func<Guid, long> done, Func<Guid, PlannedCount>? planned = null)
    {
        (Norm, Rule, Window) = (norm, rule, window);
        // They come in the order of their names, and the sort is stable: comparing thousands of names by the rules of the language costs more than all the rest.
        var alarm = NormStatus.AlarmOf(window, calendar);
        Lines = [.. subjects.Select(s => planned?.Invoke(s.Id) is { Count: > 0 } ahead ? new NormLine(s, NormStatus.Of(window, done(s.Id), day, alarm), ahead.Count, ahead.First) : new NormLine(s, NormStatus.Of(window, done(s.Id), day, alarm))).OrderBy(l => l.Status.State).ThenByDescending(l => l.Status.Missing)];
        Total = NormStatus.Of(window, norm.Per == NormPer.Whole ? done(Guid.Empty) : Lines.Sum(l => l.Status.Done), day, alarm, norm.Per == NormPer.Whole ? 1 : Lines.Count);
        Planned = norm.Per == NormPer.Whole ? planned?.Invoke(Guid.Empty).Count ?? 0 : Lines.Sum(l => l.Planned);
    }

    public Norm Norm { get; }
    public NormRule Rule { get; }
    public NormWindow Window { get; }

    /// <summary>Empty for a norm of the whole.</summary>
    public IReadOnlyList<NormLine> Lines { get; }

    /// <summary>All together: 15 clubs owe 45 events. It may be met while some are behind.</summary>
    public NormStatus Total { get; }

    /// <summary>How many are appointed in the window from the day on; 0 where it was not asked for.</summary>
    public long Planned { get; }

    /// <summary>How many are red or yellow.</summary>
    public int Behind => Lines.Count(l => l.Status.State is NormState.Missed or NormState.Alarm);

    /// <summary>The state of the norm: that of the worst who owes it.</summary>
    public NormState State => Norm.Per == NormPer.Whole ? Total.State : Lines.Count > 0 ? Lines[0].Status.State : NormState.NotStarted;
}

/// <summary>Puts norms and their tallies together in a fixed number of queries, however many norms there are.</summary>
public sealed class NormSheets(VekhaDb db, IEnumerable<PlannedFactSource> sources)
{
    /// <param name="norms">Of one programme.</param>
    /// <param name="day">The day that is asked about: facts after it do not count.</param>
    /// <param name="today">The day of the programme now: on it the tallies are ready.</param>
    /// <param name="withPlanned">What is appointed is asked for too; of one norm only.</param>
    /// <param name="windowOf">A day of the window to show; that of <paramref name="day"/> when absent.</param>
    public async Task<IReadOnlyList<NormSheet>> Of(Programme programme, IReadOnlyList<Norm> norms, DateOnly day, DateOnly today, DateOnly? windowOf = null, bool withPlanned = false)
    {
        if (norms.Count == 0) return [];
        var (calendar, partial) = (programme.Policy.Calendar(), programme.Policy.PartialIntervals ?? PartialRule.Whole);
        var shown = norms.Select(n => (Norm: n, Rule: n.Rule(partial))).Select(n => (n.Norm, n.Rule, Window: n.Rule.WindowNear(windowOf ?? day))).ToList();
        var done = day >= today ? await Tallies(shown.Select(s => (s.Norm.Id, s.Window.Days.First)).ToList()) : await new NormCount(db).FromFacts(norms, day);
        var alone = withPlanned && shown.Count == 1 && shown[0].Norm.Per == NormPer.Object ? await ObjectsOf(shown[0].Norm, shown[0].Window, day) : null;
        var (objects, events, units) = (alone is null ? await Objects(norms) : null, await Events(norms, day), await Units(norms));
        var lines = await Lines(units);
        var planned = withPlanned && norms is [var one] ? await new NormCount(db).FromPlans(one, shown[0].Window, await Ahead(programme.Id, shown[0].Window, day)) : null;
        return [.. shown.Select(s => Sheet(s.Norm, s.Rule, s.Window, s.Norm.Per switch
        {
            NormPer.Object => alone ?? ObjectsOf(s.Norm, s.Window, day, objects!),
            NormPer.Event => [.. events.Where(g => CountedUnit.Same(g.Key, s.Norm.PerKey!)).SelectMany(g => g).Where(e => s.Norm.Counts(e.Measure) && s.Window.Days.Contains(e.Day)).Select(e => e.Subject).DistinctBy(e => e.Id)],
            NormPer.Territory or NormPer.Executor => UnitsOf(s.Norm, units, lines),
            _ => [],
        }))];
        NormSheet Sheet(Norm norm, NormRule rule, NormWindow window, IReadOnlyList<NormSubject> subjects)
        {
            long Done(Guid subject) => done.GetValueOrDefault(new(norm.Id, window.Days.First, subject));
            var isUnits = norm.Per is NormPer.Territory or NormPer.Executor;
            PlannedCount Planned(Guid subject) => planned!.GetValueOrDefault(subject);
            var own = planned is null ? null : isUnits ? Own(subjects, lines, s => Planned(s).Count) : null;
            return new(norm, rule, window, day, calendar, subjects, isUnits ? Own(subjects, lines, Done) : Done, planned is null ? null : own is null ? Planned : s => new(own(s), Planned(s).First));
        }
    }

    private async Task<IReadOnlyList<PlannedFact>> Ahead(Guid programme, NormWindow window, DateOnly day)
    {
        List<PlannedFact> ahead = [];
        if (day <= window.Days.Last)
            foreach (var source in sources) ahead.AddRange(await source.Read(db, programme, new(day > window.Days.First ? day : window.Days.First, window.Days.Last)));
        return ahead;
    }

    /// <summary>A unit's tally holds all that is below it. Where a unit below owes the norm too, what it did is its own and not once more the upper one's.</summary>
    private static Func<Guid, long> Own(IReadOnlyList<NormSubject> subjects, ILookup<Guid, UnitLine> lines, Func<Guid, long> withBelow)
    {
        var owing = subjects.Select(s => s.Id).ToHashSet();
        var below = subjects.Select(s => (s.Id, Above: lines[s.Id].Where(l => owing.Contains(l.AboveId)).MinBy(l => l.Depth)?.AboveId)).Where(s => s.Above is not null).ToLookup(s => s.Above!.Value, s => s.Id);
        return unit => withBelow(unit) - below[unit].Sum(withBelow);
    }

    private async Task<ILookup<Guid, UnitLine>> Lines(IReadOnlyList<Owing> units)
    {
        Guid[] ids = [.. units.Select(u => u.Unit).Distinct()];
        return (ids.Length == 0 ? [] : await db.UnitLines.AsNoTracking().Where(l => ids.Contains(l.UnitId) && l.Depth > 0).ToListAsync()).ToLookup(l => l.UnitId);
    }

    private async Task<Dictionary<NormCount.Key, long>> Tallies(List<(Guid Norm, DateOnly Opens)> windows)
    {
        if (windows is [var (norm, opens)])
            return (await db.NormTallies.Where(t => t.NormId == norm && t.Opens == opens).Select(t => new { t.SubjectId, t.Done }).ToListAsync()).ToDictionary(t => new NormCount.Key(norm, opens, t.SubjectId), t => t.Done);
        var (ids, first, last) = (windows.Select(w => w.Norm).ToArray(), windows.Min(w => w.Opens), windows.Max(w => w.Opens));
        var rows = await db.NormTallies.Where(t => ids.Contains(t.NormId) && t.Opens >= first && t.Opens <= last).Select(t => new { t.NormId, t.Opens, t.SubjectId, t.Done }).ToListAsync();
        return rows.ToDictionary(t => new NormCount.Key(t.NormId, t.Opens, t.SubjectId), t => t.Done);
    }

    private sealed record Thing(string KindKey, DateOnly Opened, NormSubject Subject);

    private async Task<ILookup<string, Thing>> Objects(IReadOnlyList<Norm> norms)
    {
        string[] kinds = [.. norms.Where(n => n.Per == NormPer.Object).Select(n => CountedUnit.Head(n.PerKey!)).Distinct()];
        var programme = norms[0].ProgrammeId;
        return kinds.Length == 0 ? Array.Empty<Thing>().ToLookup(t => t.KindKey)
            : (await db.FactObjects.AsNoTracking().Where(o => o.ProgrammeId == programme && kinds.Contains(o.KindHead)).OrderBy(o => o.Name)
                .Select(o => new Thing(o.KindKey, o.Opened, new NormSubject(o.Id, o.Name, o.Address, o.Closed, o.TerritoryId))).ToListAsync()).ToLookup(t => t.KindKey);
    }

    /// <summary>The same of one norm, sorted out by the database: a page of thousands needs no more of each than its name; where it leads, the page asks for those it shows.</summary>
    private async Task<IReadOnlyList<NormSubject>> ObjectsOf(Norm norm, NormWindow window, DateOnly day)
    {
        var (programme, key, longer, head, on) = (norm.ProgrammeId, norm.PerKey!, norm.PerKey + " ", CountedUnit.Head(norm.PerKey!), day < window.Days.Last ? day : window.Days.Last);
        var words = key.Split(' ');
        string[] shorter = [.. Enumerable.Range(1, words.Length - 1).Select(n => string.Join(' ', words[..n]))];
        return await db.FactObjects.AsNoTracking().Where(o => o.ProgrammeId == programme && o.KindHead == head && (o.KindKey == key || o.KindKey.StartsWith(longer) || shorter.Contains(o.KindKey)) && o.Opened <= on && (o.Closed == null || o.Closed > on))
            .OrderBy(o => o.Name).Select(o => new NormSubject(o.Id, o.Name, null, o.Closed, o.TerritoryId)).ToListAsync();
    }

    /// <summary>Those that lived when the window closed, or live on the day while it is open: a closed club counts until its day.</summary>
    private static IReadOnlyList<NormSubject> ObjectsOf(Norm norm, NormWindow window, DateOnly day, ILookup<string, Thing> objects)
    {
        var on = day < window.Days.Last ? day : window.Days.Last;
        return [.. objects.Where(g => CountedUnit.Same(g.Key, norm.PerKey!)).SelectMany(g => g).Where(o => o.Opened <= on && !(o.Subject.Closed <= on)).Select(o => o.Subject)];
    }

    private sealed record Held(string KindKey, Guid? Measure, DateOnly Day, NormSubject Subject);

    private async Task<ILookup<string, Held>> Events(IReadOnlyList<Norm> norms, DateOnly day)
    {
        string[] kinds = [.. norms.Where(n => n.Per == NormPer.Event).Select(n => CountedUnit.Head(n.PerKey!)).Distinct()];
        var (programme, hand) = (norms[0].ProgrammeId, FactSource.Hand.Kind);
        return kinds.Length == 0 ? Array.Empty<Held>().ToLookup(h => h.KindKey)
            : (await db.Facts.AsNoTracking().Where(f => f.ProgrammeId == programme && kinds.Contains(f.KindHead) && f.SourceKind != hand && !f.IsWithdrawn && f.Day <= day).OrderBy(f => f.Day)
                .Select(f => new Held(f.KindKey, f.MeasureId, f.Day, new NormSubject(f.SourceId, f.Title, f.SourceAddress, null))).ToListAsync()).ToLookup(h => h.KindKey);
    }

    private sealed record Owing(Guid PlanId, Guid MeasureId, Guid Unit, string Name, string? Territory);

    /// <summary>Units that hold assignments; where a whole was handed down, those who got its parts.</summary>
    private async Task<IReadOnlyList<Owing>> Units(IReadOnlyList<Norm> norms)
    {
        if (!norms.Any(n => n.Per is NormPer.Territory or NormPer.Executor)) return [];
        var (plans, assignments, organisations) = (norms.Select(n => n.PlanId).Distinct().ToArray(), db.Assignments, db.Organisations);
        var held = assignments.Where(a => plans.Contains(a.PlanId) && a.OrganisationId != null && a.InnerUnitId == null && a.Phase != AssignmentPhase.Cancelled && !assignments.Any(c => c.ParentId == a.Id && c.InnerUnitId == null))
            .Select(a => new { a.PlanId, a.MeasureId, Unit = a.OrganisationId!.Value }).Distinct();
        return await held.Join(organisations, h => h.Unit, o => o.Id, (h, o) => new Owing(h.PlanId, h.MeasureId, h.Unit, o.ShortName, o.Territory)).ToListAsync();
    }

    /// <summary>Those who hold the work. The region over the districts («в каждом районе») is no district: its committee executes, its territory owes nothing of its own.</summary>
    private static IReadOnlyList<NormSubject> UnitsOf(Norm norm, IReadOnlyList<Owing> units, ILookup<Guid, UnitLine> lines)
    {
        var held = units.Where(u => u.PlanId == norm.PlanId && (norm.MeasureId is null || u.MeasureId == norm.MeasureId)).DistinctBy(u => u.Unit).ToList();
        var above = norm.Per == NormPer.Territory ? held.SelectMany(u => lines[u.Unit]).Select(l => l.AboveId).ToHashSet() : [];
        return [.. held.Where(u => !above.Contains(u.Unit)).Select(u => new NormSubject(u.Unit, norm.Per == NormPer.Territory ? u.Territory ?? u.Name : u.Name, PlaceId: u.Unit)).OrderBy(s => s.Name, StringComparer.CurrentCulture)];
    }
}
