using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Control;

/// <summary>Reads assignments the person may open: to act on them, or whole, for the card.</summary>
public sealed class Cards(VekhaDb db, PlanAccess access, CurrentPerson me, PageDay day, TimeProvider time)
{
    /// <summary>One's own assignment with its records, to report on; <c>null</c> for a foreign one.</summary>
    public async Task<Assignment?> Own(Guid id) => await Tracked(id) is { } found && await access.MayAnswer(found) ? found : null;

    /// <summary>An assignment of a programme whose reports the person checks; <c>null</c> where the person may not decide.</summary>
    public async Task<Assignment?> Kept(Guid id) =>
        await Opened(id) is { } found && await access.MayCheck(found, await ProgrammeOf(found)) ? found : null;

    /// <summary>An assignment whose day the person sets, to extend or take off; <c>null</c> where the person may not.</summary>
    public async Task<Assignment?> Authored(Guid id) =>
        await Opened(id) is { } found && await access.MayDecide(found, await ProgrammeOf(found)) ? found : null;

    /// <summary>The day acts in the assignment's programme are dated by.</summary>
    public async Task<DateOnly> Today(Assignment assignment) => (await ProgrammeOf(assignment)).Today(time.GetUtcNow());

    /// <summary>The day a report on it is dated by: that of who reports, never before what the report answers.</summary>
    public async Task<DateOnly> ReportDay(Assignment assignment)
    {
        var day = await DutyDay(assignment);
        var last = assignment.Returns.Select(r => r.On).Concat(assignment.Reports.Select(r => r.On)).Append(assignment.PutOnControlOn).Max();
        return day < last ? last : day;
    }

    /// <summary>The page speaks about the day on which one reports.</summary>
    public async Task<bool> IsNow(Assignment assignment, DateOnly shown) => shown == await DutyDay(assignment);

    private async Task<DateOnly> DutyDay(Assignment assignment) => (await ProgrammeOf(assignment)).Today(time.GetUtcNow(), await me.Zone());

    public async Task<Programme> ProgrammeOf(Assignment assignment) =>
        await db.Programmes.FindAsync(assignment.ProgrammeId) ?? throw new InvalidOperationException("An assignment belongs to a programme.");

    /// <summary>Everything the card shows; <c>null</c> for an assignment the person may not open.</summary>
    public async Task<AssignmentCard?> Load(Guid id)
    {
        // Found by its key and then asked about: the question «which may I open at all» would be answered for all of them.
        var assignment = await PlanOnDay.WithRecords(db.Assignments).Include(a => a.Reports).ThenInclude(r => r.Files).SingleOrDefaultAsync(a => a.Id == id);
        if (assignment is null) return null;
        var programme = await access.ProgrammeOf(assignment.ProgrammeId);
        if (!await access.MayOpen(assignment, programme)) return null;
        var plan = await db.Plans.AsNoTracking().Include(p => p.Versions).SingleAsync(p => p.Id == assignment.PlanId);
        var measure = await db.Measures.AsNoTracking().Include(m => m.Executors.OrderBy(e => e.Position)).SingleAsync(m => m.Id == assignment.MeasureId);
        var stage = await db.Stages.AsNoTracking().SingleOrDefaultAsync(s => s.Id == measure.StageId);
        var family = await PlanOnDay.WithRecords(FamilyOf(assignment)).ToListAsync();
        var passed = await db.Set<HandOver>().AsNoTracking().Where(h => h.AssignmentId == id).ToListAsync();
        var on = day.Of(programme.ShownOn, programme.Policy.TimeZoneId);
        return new(assignment, programme, plan, measure, stage, on)
        {
            Family = [.. family.Where(a => a.PutOnControlOn <= on).OrderBy(a => a.Control ?? DateOnly.MaxValue).ThenByDescending(a => a.Answers)
                .Select(a => new AssignmentOnDay(a, a.StatusOn(on, programme.Policy.Calendar(), programme.Policy)))],
            Passed = passed,
            People = await PeopleOf(assignment, plan, passed),
            Roles = await RolesOf(programme, assignment, on),
            IsNow = on == programme.Today(time.GetUtcNow()),
            MayAnswer = await access.MayAnswer(assignment),
            MayCheck = await access.MayCheck(assignment, programme),
            MayDecide = await access.MayDecide(assignment, programme),
        };
    }

    /// <summary>Sisters are nobody's family: of a part handed down, only the unit's own other days; of a whole, what the plan itself holds.</summary>
    private IQueryable<Assignment> FamilyOf(Assignment one) => db.Assignments.Where(a => a.MeasureId == one.MeasureId && a.Id != one.Id && a.InnerUnitId == one.InnerUnitId
        && (one.ParentId == null ? a.ParentId == null : a.ParentId != null && a.OrganisationId == one.OrganisationId));

    /// <summary>A file of a report on an assignment the person may open.</summary>
    public async Task<StoredFile?> Proof(Guid id, Guid file)
    {
        var found = await db.Assignments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Reports.Any(r => r.Files.Any(f => f.FileId == file)));
        return found is not null && await access.MayOpen(found, await ProgrammeOf(found)) ? await db.Files.AsNoTracking().SingleAsync(f => f.Id == file) : null;
    }

    private async Task<Assignment?> Opened(Guid id) => await Tracked(id) is { } found && await access.MayOpen(found, await ProgrammeOf(found)) ? found : null;

    private Task<Assignment?> Tracked(Guid id) => db.Assignments.AsSplitQuery()
        .Include(a => a.Reports).ThenInclude(r => r.Files).Include(a => a.Returns).Include(a => a.Extensions).Include(a => a.TermChanges).Include(a => a.Acceptance).Include(a => a.Release)
        .SingleOrDefaultAsync(a => a.Id == id);

    private async Task<IReadOnlyDictionary<Guid, string>> PeopleOf(Assignment a, Plan plan, IEnumerable<HandOver> passed)
    {
        Guid?[] ids = [.. a.Reports.Select(r => r.ById), .. a.Returns.Select(r => r.ById), .. a.Extensions.Select(e => e.ById), .. a.TermChanges.Select(c => c.ById),
            a.Acceptance?.ById, a.Release?.ById, plan.InForce?.ById, a.PersonId, .. passed.SelectMany(h => new Guid?[] { h.FromId, h.ToId, h.ById })];
        var known = ids.OfType<Guid>().Distinct().ToArray();
        return (await db.People.AsNoTracking().Where(p => known.Contains(p.Id)).ToListAsync()).ToDictionary(p => p.Id, p => p.ShortName);
    }

    /// <summary>Who is named for the programme on the day, else who holds the roles over it; and who reports for the executor's unit. Two names of each are enough.</summary>
    private async Task<IReadOnlyList<(string Title, string Who)>> RolesOf(Programme programme, Assignment assignment, DateOnly on)
    {
        var named = (await db.Team(programme.Id)).Where(m => m.HoldsOn(on)).ToList();
        var titles = new Dictionary<Role, string> { [Role.Curator] = "Куратор", [Role.ProjectOffice] = "Контролёр", [Role.Executor] = "Отчитывается" };
        var above = await db.UnitsAbove(programme.OrganisationId).ToListAsync();
        Guid[] executor = assignment.OrganisationId is { } unit ? [unit] : [];
        var holders = await db.People.AsNoTracking().Include(p => p.Unit)
            .SelectMany(p => p.Roles, (Person, Holding) => new { Person, Holding })
            .Where(h => h.Holding.RevokedAt == null && (((h.Holding.Role == Role.ProjectOffice || h.Holding.Role == Role.Curator) && above.Contains(h.Holding.UnitId))
                || (h.Holding.Role == Role.Executor && executor.Contains(h.Holding.UnitId))))
            .Select(h => new { h.Holding.Role, h.Person.FullName, h.Person.Post }).OrderBy(h => h.FullName).ToListAsync();
        var byRole = holders.GroupBy(h => h.Role).SelectMany(g => g.Take(2)).Select(h => (Title: titles[h.Role], Who: Named(h.FullName, h.Post)));
        var byName = named.Select(m => (Title: Vekha.Wording.Ru.Capital(m.Role.Word()), Who: Named(m.FullName, m.Post))).ToList();
        return [.. byName, .. byRole.Where(r => byName.All(n => n.Title != r.Title))];

        static string Named(string name, string post) => Person.Shorten(name) + (post.Length > 0 ? ", " + post : "");
    }
}
