using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Plans;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Home;

/// <summary>What guests may know: programmes opened to them, their approved plans, states and days. No people, no reports, no files.</summary>
public sealed class PublicPlans(VekhaDb db, PageDay day)
{
    /// <summary>Programmes that are public and have an approved plan.</summary>
    public IQueryable<Programme> Programmes()
    {
        var plans = db.Plans;
        return db.Programmes.AsNoTracking().Where(p => p.IsPublic && plans.Any(l => l.ProgrammeId == p.Id && l.IsApproved));
    }

    /// <summary>A plan of a programme on the day the page speaks about; <c>null</c> where there is nothing for guests.</summary>
    /// <param name="chosen">One of its approved plans; the one that runs on the day when absent.</param>
    public async Task<PublicPlan?> Open(Guid id, Guid? chosen)
    {
        if (await Programmes().SingleOrDefaultAsync(p => p.Id == id) is not { } programme) return null;
        var plans = await db.Plans.AsNoTracking().Where(p => p.ProgrammeId == id && p.IsApproved).ToListAsync();
        var on = day.Of(programme.ShownOn, programme.Policy.TimeZoneId);
        if ((chosen is null ? Running(plans, on) : plans.Find(p => p.Id == chosen)) is not { } plan) return null;
        var shown = await PlanOnDay.Load(db, plan, programme, on);
        var known = shown.Plan.Measures.SelectMany(m => m.Executors).Select(e => e.OrganisationId).OfType<Guid>().Distinct().ToList();
        var units = await db.Organisations.AsNoTracking().Where(o => known.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName);
        var owner = await db.Organisations.AsNoTracking().Where(o => o.Id == programme.OrganisationId).Select(o => o.Name).SingleAsync();
        return new(shown, owner, [.. shown.Measures.Select(m => RowOf(m, units))])
        {
            Plans = [.. plans.OrderBy(p => p.First).ThenBy(p => p.Last).ThenBy(p => p.Id)],
        };
    }

    /// <summary>How several programmes go, each on its own day, in one query.</summary>
    public async Task<IReadOnlyDictionary<Guid, Progress>> ProgressOf(IReadOnlyList<Programme> programmes)
    {
        var ids = programmes.Select(p => p.Id).ToList();
        var plans = await db.Plans.AsNoTracking().Where(p => ids.Contains(p.ProgrammeId) && p.IsApproved).ToListAsync();
        var inForce = programmes.Select(p => Running(plans.Where(l => l.ProgrammeId == p.Id), DayOf(p))!.Id).ToList();
        var assignments = (await PlanOnDay.WithRecords(db.Assignments.Where(a => inForce.Contains(a.PlanId) && a.Answers)).ToListAsync()).ToLookup(a => a.ProgrammeId);
        return programmes.ToDictionary(p => p.Id, p => OfProgramme(p, assignments[p.Id]));
    }

    // Of several the one whose period holds the day, the later begun of two; before and after all of them the nearest.
    private static Plan? Running(IEnumerable<Plan> plans, DateOnly on) =>
        plans.OrderByDescending(p => p.First <= on && on <= p.Last).ThenByDescending(p => p.First <= on).ThenByDescending(p => p.First <= on ? p.First.DayNumber : -p.First.DayNumber).ThenByDescending(p => p.Id).FirstOrDefault();

    private Progress OfProgramme(Programme programme, IEnumerable<Assignment> assignments)
    {
        var (calendar, on) = (programme.Policy.Calendar(), DayOf(programme));
        return new(assignments.GroupBy(a => a.MeasureId)
            .Select(same => same.Select(a => a.StatusOn(on, calendar, programme.Policy).State).MinBy(MeasureOnDay.Severity)));
    }

    /// <summary>A list has programmes of several days: each says its own.</summary>
    public DateOnly DayOf(Programme programme) => programme.ShownOn ?? day.Today(programme.Policy.TimeZoneId);

    private static PublicRow RowOf(MeasureOnDay measure, Dictionary<Guid, string> units)
    {
        var worst = measure.Worst;
        // A person is named by the unit he works in, or not at all.
        var bodies = measure.Measure.Executors.Select(e => e.OrganisationId is { } unit ? units.GetValueOrDefault(unit) : e.Kind == ExecutorKind.Person ? null : e.Name)
            .OfType<string>().Distinct().ToList();
        var moved = worst?.Assignment.Extensions.Where(e => e.On <= worst.Status.Day).OrderBy(e => e.On).ThenBy(e => e.At).LastOrDefault();
        return new(measure.Measure.Code, measure.Measure.Title, measure.Stage?.Title, Shortly(bodies), measure.Measure.DeadlineText,
            worst?.Status, worst?.Assignment.Why ?? "", moved);
    }

    private static string Shortly(List<string> bodies) => bodies.Count <= 3
        ? string.Join(", ", bodies)
        : $"{string.Join(", ", bodies.Take(2))} и ещё {Ru.Count(bodies.Count - 2, "орган", "органа", "органов")}";
}

/// <summary>A programme as guests see it.</summary>
/// <param name="Shown">The plan on the day.</param>
/// <param name="Owner">Whose programme it is.</param>
/// <param name="Rows">Its measures in the order of the document.</param>
public sealed record PublicPlan(PlanOnDay Shown, string Owner, IReadOnlyList<PublicRow> Rows)
{
    /// <summary>How many overdue and moved measures are told one by one; the rest stand in the plan below.</summary>
    public const int Told = 6;

    /// <summary>All approved plans of the programme, the earliest first.</summary>
    public required IReadOnlyList<Plan> Plans { get; init; }

    public Progress Progress { get; } = new(Rows.Where(r => r.Status is not null).Select(r => r.Status!.State));

    public IEnumerable<PublicRow> Overdue => Rows.Where(r => r.Status?.State == AssignmentState.Overdue);

    public IEnumerable<PublicRow> Moved => Rows.Where(r => r.Moved is not null);
}

/// <summary>A measure as guests see it.</summary>
/// <param name="Bodies">Who answers: organisations and bodies, never people.</param>
/// <param name="Status">Where it stands; <c>null</c> for a row that only heads others.</param>
/// <param name="Why">Why its day is this one, or why there is none.</param>
/// <param name="Moved">The last extension, or <c>null</c>.</param>
public sealed record PublicRow(string Code, string Title, string? Stage, string Bodies, string? DeadlineText, AssignmentStatus? Status, string Why, Extension? Moved);
