using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

/// <summary>
/// Who may see and do what with programmes, plans and assignments. A role is held in a unit and reaches down its
/// tree, or it is given by name in one programme (<see cref="Appointment"/>); what a person may not see does not exist for
/// them, the page answers 404.
/// </summary>
public sealed class PlanAccess(VekhaDb db, CurrentPerson current, PageDay day, ProgrammeMemory memory)
{
    /// <summary>Who keeps a programme: reads documents, confirms, checks reports.</summary>
    public static readonly Role[] Keepers = [Role.ProjectOffice, Role.Curator, Role.Administrator];

    /// <summary>What another person may see, by the same rules.</summary>
    public PlanAccess As(Guid person) => new(db, current.As(person), day, memory);

    /// <summary>Programmes the person may see: those of the units in reach, and those that gave the person or the unit an assignment.</summary>
    public async Task<IQueryable<Programme>> Programmes()
    {
        var (kept, lines) = (await current.HeldAs([.. Keepers, Role.Guest]), db.UnitLines);
        var (given, named) = ((await Mine()).Select(a => a.ProgrammeId), await Named());
        return db.Programmes.Where(p => lines.Any(l => l.UnitId == p.OrganisationId && kept.Contains(l.AboveId)) || given.Contains(p.Id) || named.Any(n => n.ProgrammeId == p.Id));
    }

    /// <summary>The same programmes in memory: shared, never to be changed.</summary>
    public async Task<IReadOnlyList<Programme>> SeenProgrammes()
    {
        var (reached, named, all) = (await ReachedAsGuest(), await NamedFor(), await memory.All(db));
        var given = all.Count == reached.Count ? [] : await (await Mine()).Select(a => a.ProgrammeId).Distinct().ToListAsync();
        return [.. all.Values.Where(p => reached.Contains(p.Id) || named.Contains(p.Id) || given.Contains(p.Id))];
    }

    /// <summary>A programme the person may see, in memory; <c>null</c> where there is none.</summary>
    public async Task<Programme?> Seen(Guid id)
    {
        if (!(await memory.All(db)).TryGetValue(id, out var programme)) return null;
        return (await ReachedAsGuest()).Contains(id) || (await NamedFor()).Contains(id) || await (await Mine()).AnyAsync(a => a.ProgrammeId == id) ? programme : null;
    }

    /// <summary>A programme in memory, whoever asks.</summary>
    public async Task<Programme> ProgrammeOf(Guid id) => (await memory.All(db))[id];

    private async Task<IReadOnlySet<Guid>> ReachedAsGuest() => await memory.Reached(db, (await current.Get()).Id, asGuest: true, await current.HeldAs([.. Keepers, Role.Guest]));

    /// <summary>Plans the person may see; a plan that is not approved is seen only by those who keep its programme.</summary>
    public async Task<IQueryable<Plan>> Plans()
    {
        var (kept, lines) = (await current.HeldAs(Keepers), db.UnitLines);
        var (seen, named) = (await Programmes(), await Named());
        return db.Plans.Where(plan => seen.Any(p => p.Id == plan.ProgrammeId && (plan.IsApproved || lines.Any(l => l.UnitId == p.OrganisationId && kept.Contains(l.AboveId)) || named.Any(n => n.ProgrammeId == p.Id))));
    }

    /// <summary>Assignments the person may open: all of the programmes kept, and one's own.</summary>
    public async Task<IQueryable<Assignment>> Assignments()
    {
        var (kept, lines) = (await current.HeldAs(Keepers), db.UnitLines);
        var (own, named) = ((await Mine()).Select(a => a.Id), await Named());
        var programmes = db.Programmes; // An expression tree cannot hold an extension property.
        var ids = programmes.Where(p => lines.Any(l => l.UnitId == p.OrganisationId && kept.Contains(l.AboveId)) || named.Any(n => n.ProgrammeId == p.Id)).Select(p => p.Id);
        var inner = await InnerUnits();
        return db.Assignments.Where(a => (ids.Contains(a.ProgrammeId) && a.InnerUnitId == null) || own.Contains(a.Id) || inner.Contains(a.InnerUnitId));
    }

    /// <summary>Assignments that pages of a common plan count for the person: of a site's part only those who keep the programme and the site itself know.</summary>
    public async Task<IQueryable<Assignment>?> InPlans(Programme programme)
    {
        if (await MayOpenAll(programme)) return null;
        var (sites, own) = (db.UnitsOfSites(), (await Mine()).Select(a => a.Id));
        return db.Assignments.Where(a => a.ParentId == null || a.OrganisationId == null || !sites.Contains(a.OrganisationId.Value) || own.Contains(a.Id));
    }

    /// <summary>Programmes of which the person may open every assignment.</summary>
    public async Task<IReadOnlySet<Guid>> KeptProgrammes()
    {
        var reached = await memory.Reached(db, (await current.Get()).Id, asGuest: false, await current.HeldAs(Keepers));
        var named = await NamedFor();
        return named.Count == 0 ? reached : reached.Concat(named.Select(n => n.Key)).ToHashSet();
    }

    /// <summary>
    /// Assignments the person owes: handed to the person or to somebody who is away and is replaced, or to a unit in reach of
    /// the executor's role. Each way goes over its own index.
    /// </summary>
    public async Task<IQueryable<Assignment>> Mine()
    {
        var owing = await Owing();
        Guid?[] people = [.. owing.Select(p => (Guid?)p.Id)];
        var held = await Held(owing);
        var units = db.UnitsUnder(held);
        // What a unit hands down inside itself is not owed by those who stand above the unit.
        var inside = db.UnitLines.Where(l => held.Contains(l.UnitId)).Select(l => l.AboveId);
        var all = db.Assignments;
        var ids = all.Where(a => people.Contains(a.PersonId)).Select(a => a.Id)
            .Concat(all.Where(a => a.OrganisationId != null && units.Contains(a.OrganisationId.Value)
                && (a.InnerUnitId == null || inside.Contains(a.InnerUnitId.Value))).Select(a => a.Id));
        return all.Where(a => ids.Contains(a.Id));
    }

    /// <summary>
    /// Whether the person may open this one: the same answer as <see cref="Assignments"/>, asked about one and so found by its keys.
    /// </summary>
    public async Task<bool> MayOpen(Assignment assignment, Programme programme) =>
        (assignment.InnerUnitId is null && await MayOpenAll(programme)) || (assignment.InnerUnitId is not null && (await InnerUnits()).Contains(assignment.InnerUnitId)) || await MayAnswer(assignment);

    /// <summary>Whether the person reads documents into the programme and edits its drafts.</summary>
    public async Task<bool> MayKeep(Programme programme) =>
        await current.Reaches(programme.OrganisationId, Keepers) || await IsNamed(programme, ProgrammeRole.Curator, ProgrammeRole.Lead);

    /// <summary>Whether the person accepts and returns reports of the programme.</summary>
    public async Task<bool> MayCheck(Programme programme) =>
        await current.Reaches(programme.OrganisationId, Keepers) || await IsNamed(programme, ProgrammeRole.Curator, ProgrammeRole.Controller);

    /// <summary>The same for one assignment: what a unit handed down inside itself, the unit checks.</summary>
    public async Task<bool> MayCheck(Assignment assignment, Programme programme) =>
        assignment.InnerUnitId is null ? await MayCheck(programme) : (await InnerUnits()).Contains(assignment.InnerUnitId);

    /// <inheritdoc cref="MayDecide(Programme)"/>
    public async Task<bool> MayDecide(Assignment assignment, Programme programme) =>
        assignment.InnerUnitId is null ? await MayDecide(programme) : (await InnerUnits()).Contains(assignment.InnerUnitId);

    /// <summary>Units whose inside the person sees: those he heads or holds a role in himself, never those that only lie below.</summary>
    public async Task<Guid?[]> InnerUnits()
    {
        var me = await current.Get();
        return [.. (await current.HeadedBy([me.Id])).Select(u => (Guid?)u), .. CurrentPerson.HeldBy(me, Role.Executor, Role.ProjectOffice, Role.Curator).Select(u => (Guid?)u)];
    }

    /// <summary>Whether the person opens every assignment of the programme.</summary>
    public async Task<bool> MayOpenAll(Programme programme) =>
        await current.Reaches(programme.OrganisationId, Keepers) || await IsNamed(programme, Enum.GetValues<ProgrammeRole>());

    /// <summary>Whether the person writes down the approval of the head and decides on days: the author of the deadline.</summary>
    public async Task<bool> MayDecide(Programme programme) =>
        await current.Reaches(programme.OrganisationId, Role.Curator, Role.ProjectOffice) || await IsNamed(programme, ProgrammeRole.Curator);

    /// <summary>The answer to who may not act on a plan: told so where the plan is seen, otherwise there is no such plan.</summary>
    public async Task<IActionResult> Denied(Guid plan) => await (await Plans()).AnyAsync(p => p.Id == plan) ? new ForbidResult() : new NotFoundResult();

    /// <summary>Units whose work the person sees as a whole: those answered for and those kept, with all below.</summary>
    public async Task<IQueryable<Guid>> Units() => db.UnitsUnder([.. await Held(await Owing()), .. await current.HeldAs(Keepers)]);

    /// <summary>Whether the person reports on the assignment.</summary>
    public async Task<bool> MayAnswer(Assignment assignment)
    {
        var owing = await Owing();
        if (owing.Any(p => p.Id == assignment.PersonId)) return true;
        if (assignment.OrganisationId is not { } unit || await Held(owing) is not { Length: > 0 } held) return false;
        var (lines, inner) = (db.UnitLines, assignment.InnerUnitId);
        // What a unit hands down inside itself is not owed by those who stand above the unit.
        return await lines.AnyAsync(l => l.UnitId == unit && held.Contains(l.AboveId)) && (inner is null || await lines.AnyAsync(l => l.AboveId == inner && held.Contains(l.UnitId)));
    }

    /// <summary>The absent person for whom the signed-in one acts on this assignment; <c>null</c> where it is his own duty.</summary>
    public async Task<Person?> InsteadOf(Assignment assignment)
    {
        foreach (var person in await Owing())
            if (assignment.PersonId == person.Id || await Owes(person, assignment.OrganisationId)) return person.Id == (await current.Get()).Id ? null : person;
        return null;
    }

    private async Task<bool> Owes(Person person, Guid? unit) =>
        unit is not null && await Held([person]) is { Length: > 0 } held && await db.UnitsUnder(held).AnyAsync(u => u == unit);

    /// <summary>Units for which these people answer: those of the executor's role, and those they head today.</summary>
    private async Task<Guid[]> Held(IReadOnlyList<Person> people)
    {
        var headed = await current.HeadedBy([.. people.Select(p => p.Id)]);
        return [.. people.SelectMany(p => CurrentPerson.HeldBy(p, Role.Executor)).Concat(headed).Distinct()];
    }

    /// <summary>The person himself first, then those he replaces today.</summary>
    private async Task<IReadOnlyList<Person>> Owing() => [await current.Get(), .. await current.Absent()];

    /// <summary>The person's own appointments that hold today: rights do not live in the past of an example.</summary>
    private async Task<IQueryable<Appointment>> Named()
    {
        var (person, today) = ((await current.Get()).Id, day.Today((await current.Zone())?.Id));
        return db.Appointments.Where(a => a.PersonId == person && a.Since <= today && (a.Until == null || a.Until >= today));
    }

    private async Task<bool> IsNamed(Programme programme, params ProgrammeRole[] roles) => (await NamedFor())[programme.Id].Any(roles.Contains);

    private async Task<ILookup<Guid, ProgrammeRole>> NamedFor() => await memory.NamedFor(db, (await current.Get()).Id, day.Today());
}
