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
public sealed class PlanAccess(VekhaDb db, CurrentPerson current, PageDay day)
{
    /// <summary>Who keeps a programme: reads documents, confirms, checks reports.</summary>
    public static readonly Role[] Keepers = [Role.ProjectOffice, Role.Curator, Role.Administrator];

    /// <summary>Programmes the person may see: those of the units in reach, and those that gave the person or the unit an assignment.</summary>
    public async Task<IQueryable<Programme>> Programmes()
    {
        var kept = await current.ReachAs([.. Keepers, Role.Guest]);
        var (mine, named) = (await Mine(), await Named());
        return db.Programmes.Where(p => kept.Contains(p.OrganisationId) || mine.Any(a => a.ProgrammeId == p.Id) || named.Any(n => n.ProgrammeId == p.Id));
    }

    /// <summary>Plans the person may see; a plan that is not approved is seen only by those who keep its programme.</summary>
    public async Task<IQueryable<Plan>> Plans()
    {
        var kept = await current.ReachAs(Keepers);
        var (seen, named) = (await Programmes(), await Named());
        return db.Plans.Where(plan => seen.Any(p => p.Id == plan.ProgrammeId && (plan.IsApproved || kept.Contains(p.OrganisationId) || named.Any(n => n.ProgrammeId == p.Id))));
    }

    /// <summary>Assignments the person may open: all of the programmes kept, and one's own.</summary>
    public async Task<IQueryable<Assignment>> Assignments()
    {
        var kept = await current.ReachAs(Keepers);
        var ((units, person), named) = (await Me(), await Named());
        var programmes = db.Programmes; // An expression tree cannot hold an extension property.
        return db.Assignments.Where(a => a.PersonId == person || (a.OrganisationId != null && units.Contains(a.OrganisationId.Value))
            || programmes.Any(p => p.Id == a.ProgrammeId && kept.Contains(p.OrganisationId)) || named.Any(n => n.ProgrammeId == a.ProgrammeId));
    }

    /// <summary>Programmes of which the person may open every assignment.</summary>
    public async Task<IReadOnlySet<Guid>> KeptProgrammes()
    {
        var (kept, named) = (await current.ReachAs(Keepers), await Named());
        return (await db.Programmes.Where(p => kept.Contains(p.OrganisationId) || named.Any(n => n.ProgrammeId == p.Id)).Select(p => p.Id).ToListAsync()).ToHashSet();
    }

    /// <summary>Assignments the person owes: handed to the person, or to a unit in reach of the executor's role.</summary>
    public async Task<IQueryable<Assignment>> Mine()
    {
        var (units, person) = await Me();
        return db.Assignments.Where(a => a.PersonId == person || (a.OrganisationId != null && units.Contains(a.OrganisationId.Value)));
    }

    /// <summary>Whether the person reads documents into the programme and edits its drafts.</summary>
    public async Task<bool> MayKeep(Programme programme) =>
        (await current.ReachAs(Keepers)).Contains(programme.OrganisationId) || await IsNamed(programme, ProgrammeRole.Curator, ProgrammeRole.Lead);

    /// <summary>Whether the person accepts and returns reports of the programme.</summary>
    public async Task<bool> MayCheck(Programme programme) =>
        (await current.ReachAs(Keepers)).Contains(programme.OrganisationId) || await IsNamed(programme, ProgrammeRole.Curator, ProgrammeRole.Controller);

    /// <summary>Whether the person opens every assignment of the programme.</summary>
    public async Task<bool> MayOpenAll(Programme programme) =>
        (await current.ReachAs(Keepers)).Contains(programme.OrganisationId) || await IsNamed(programme, Enum.GetValues<ProgrammeRole>());

    /// <summary>Whether the person writes down the approval of the head and decides on days: the author of the deadline.</summary>
    public async Task<bool> MayDecide(Programme programme) =>
        (await current.ReachAs(Role.Curator, Role.ProjectOffice)).Contains(programme.OrganisationId) || await IsNamed(programme, ProgrammeRole.Curator);

    /// <summary>The answer to who may not act on a plan: told so where the plan is seen, otherwise there is no such plan.</summary>
    public async Task<IActionResult> Denied(Guid plan) => await (await Plans()).AnyAsync(p => p.Id == plan) ? new ForbidResult() : new NotFoundResult();

    /// <summary>Whether the person reports on the assignment.</summary>
    public async Task<bool> MayAnswer(Assignment assignment)
    {
        var (units, person) = await Me();
        return assignment.PersonId == person || (assignment.OrganisationId is { } unit && units.Contains(unit));
    }

    /// <summary>The person's own appointments that hold today: rights do not live in the past of an example.</summary>
    private async Task<IQueryable<Appointment>> Named()
    {
        var (person, today) = ((await current.Get()).Id, day.Today());
        return db.Appointments.Where(a => a.PersonId == person && a.Since <= today && (a.Until == null || a.Until >= today));
    }

    private async Task<bool> IsNamed(Programme programme, params ProgrammeRole[] roles) =>
        await (await Named()).AnyAsync(a => a.ProgrammeId == programme.Id && roles.Contains(a.Role));

    private async Task<(IReadOnlySet<Guid> Units, Guid Person)> Me() => (await current.ReachAs(Role.Executor), (await current.Get()).Id);
}
