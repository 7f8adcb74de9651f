using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Cascade;

/// <summary>A unit that may get its part.</summary>
/// <param name="Head">Who heads it on the day, or <c>null</c>.</param>
public sealed record CascadeUnit(Guid Id, string Name, string? Territory, Guid? HeadId, string? Head);

/// <summary>A measure on its way down: its day and that of the units.</summary>
/// <param name="Why">«за 5 рабочих дней до 15.11.2017».</param>
public sealed record CascadeDay(Guid MeasureId, string Code, string Title, string? Occurrence, DateOnly? Limit, DateOnly? Day, string Why);

/// <summary>Everything about a cascade that a person looks at before confirming, in a fixed number of queries.</summary>
public sealed class CascadePreview
{
    public required Cascade Cascade { get; init; }
    public required Plan Plan { get; init; }
    public required Programme Programme { get; init; }
    public required DateOnly On { get; init; }
    public required WorkCalendar Calendar { get; init; }
    public required IReadOnlyDictionary<Guid, CascadeUnit> Units { get; init; }
    public required ILookup<Guid, Assignment> Tops { get; init; }

    /// <summary>Who has a part already, by measure and date: it is not handed down twice.</summary>
    public ILookup<(Guid Measure, string? Occurrence), Guid> There { get; private init; } = Array.Empty<int>().ToLookup(_ => default((Guid, string?)), _ => Guid.Empty);

    /// <summary>How many assignments the confirmation makes.</summary>
    public int Total => Cascade.Groups.Sum(New);

    /// <summary>How many of them belong to a group.</summary>
    public int New(CascadeGroup group) => group.Measures.Sum(m => Occasions(m).Sum(o => group.Units.Except(There[(m, o.Key.Occurrence)]).Count()));

    /// <param name="known">Units that were read a moment ago, or <c>null</c>.</param>
    /// <param name="counts">For a person to look at: what is there already is counted off.</param>
    public static async Task<CascadePreview> Load(VekhaDb db, Cascade cascade, DateTimeOffset now, IReadOnlyDictionary<Guid, CascadeUnit>? known = null, bool counts = false)
    {
        var plan = await db.Plans.AsNoTracking().Include(p => p.Measures).SingleAsync(p => p.Id == cascade.PlanId);
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        var on = programme.Today(now);
        var (units, measures) = (cascade.Groups.SelectMany(g => g.Offered.Concat(g.Units)).Distinct().ToArray(), cascade.Groups.SelectMany(g => g.Measures).ToArray());
        var tops = await db.Assignments.AsNoTracking().Include(a => a.Reports).Where(a => measures.Contains(a.MeasureId) && a.ParentId == null).ToListAsync();
        return new()
        {
            Cascade = cascade, Plan = plan, Programme = programme, On = on, Calendar = programme.Policy.Calendar(),
            Units = known ?? await UnitsOf(db, units, on), Tops = tops.ToLookup(a => a.MeasureId), There = await ThereOf(db, counts ? measures : []),
        };
    }

    private static async Task<ILookup<(Guid Measure, string? Occurrence), Guid>> ThereOf(VekhaDb db, Guid[] measures) =>
        (measures.Length == 0 ? [] : await db.Assignments.Where(a => measures.Contains(a.MeasureId) && a.ParentId != null && a.InnerUnitId == null && a.ObjectId == null && a.OrganisationId != null)
            .Select(a => new { a.MeasureId, a.Occurrence, Unit = a.OrganisationId!.Value }).ToListAsync()).ToLookup(a => (a.MeasureId, a.Occurrence), a => a.Unit);

    internal static async Task<IReadOnlyDictionary<Guid, CascadeUnit>> UnitsOf(VekhaDb db, Guid[] units, DateOnly on)
    {
        var found = await db.Organisations.AsNoTracking().Where(o => units.Contains(o.Id)).Select(o => new { o.Id, o.Name, o.Territory }).ToListAsync();
        var heads = (await db.HeadsOn(on).Where(h => units.Contains(h.UnitId)).Select(h => new { h.UnitId, h.PersonId, h.Person!.FullName }).ToListAsync()).DistinctBy(h => h.UnitId).ToDictionary(h => h.UnitId);
        return found.Select(o => heads.TryGetValue(o.Id, out var head)
            ? new CascadeUnit(o.Id, o.Name, o.Territory, head.PersonId, Person.Shorten(head.FullName)) : new CascadeUnit(o.Id, o.Name, o.Territory, null, null)).ToDictionary(o => o.Id);
    }

    /// <summary>The measure once, or once for each of its dates.</summary>
    public IEnumerable<IGrouping<(string? Occurrence, DateOnly? Nominal), Assignment>> Occasions(Guid measure) =>
        Tops[measure].Where(a => !a.IsClosed).GroupBy(a => (a.Occurrence, a.Nominal)).OrderBy(g => g.Key.Nominal);

    public IEnumerable<CascadeDay> Days(CascadeGroup group) => group.Measures.Select(m => Plan.Measures.Single(x => x.Id == m)).OrderBy(m => m.Position).SelectMany(m => Occasions(m.Id).Select(g =>
    {
        var limit = g.Select(a => a.Control).FirstOrDefault();
        var (day, why) = limit is { } known ? Assignment.DayBefore(known, Cascade.BufferDays, Calendar, On) : ((DateOnly?)null, g.First().Why);
        return new CascadeDay(m.Id, m.Code, m.Title, g.Key.Occurrence, limit, day, why);
    }));
}
