using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;

namespace Vekha.Web.Features.Plans;

/// <summary>
/// Who may see and do what with programmes, plans and assignments. A role is held in a unit and reaches down its
/// tree; what a person may not see does not exist for them, the page answers 404.
/// </summary>
public sealed class PlanAccess(VekhaDb db, CurrentPerson current)
{
    /// <summary>Who keeps a programme: reads documents, confirms, checks reports.</summary>
    public static readonly Role[] Keepers = [Role.ProjectOffice, Role.Curator, Role.Administrator];

    /// <summary>Programmes the person may see: those of the units in reach, and those that gave the person or the unit an assignment.</summary>
    public async Task<IQueryable<Programme>> Programmes()
    {
        var kept = await current.ReachAs([.. Keepers, Role.Guest]);
        var mine = await Mine();
        return db.Programmes.Where(p => kept.Contains(p.OrganisationId) || mine.Any(a => a.ProgrammeId == p.Id));
    }

    /// <summary>Plans the person may see; a plan that is not approved is seen only by those who keep its programme.</summary>
    public async Task<IQueryable<Plan>> Plans()
    {
        var kept = await current.ReachAs(Keepers);
        var seen = await Programmes();
        return db.Plans.Where(plan => seen.Any(p => p.Id == plan.ProgrammeId && (plan.IsApproved || kept.Contains(p.OrganisationId))));
    }

    /// <summary>Assignments the person may open: all of the programmes kept, and one's own.</summary>
    public async Task<IQueryable<Assignment>> Assignments()
    {
        var kept = await current.ReachAs(Keepers);
        var (units, person) = await Me();
        var programmes = db.Programmes; // An expression tree cannot hold an extension property.
        return db.Assignments.Where(a => a.PersonId == person || (a.OrganisationId != null && units.Contains(a.OrganisationId.Value))
            || programmes.Any(p => p.Id == a.ProgrammeId && kept.Contains(p.OrganisationId)));
    }

    /// <summary>Programmes the person keeps: of them every assignment may be opened.</summary>
    public async Task<IReadOnlySet<Guid>> KeptProgrammes()
    {
        var kept = await current.ReachAs(Keepers);
        return (await db.Programmes.Where(p => kept.Contains(p.OrganisationId)).Select(p => p.Id).ToListAsync()).ToHashSet();
    }

    /// <summary>Assignments the person owes: handed to the person, or to a unit in reach of the executor's role.</summary>
    public async Task<IQueryable<Assignment>> Mine()
    {
        var (units, person) = await Me();
        return db.Assignments.Where(a => a.PersonId == person || (a.OrganisationId != null && units.Contains(a.OrganisationId.Value)));
    }

    /// <summary>Whether the person reads documents into the programme, edits its drafts and checks its reports.</summary>
    public async Task<bool> MayKeep(Programme programme) => (await current.ReachAs(Keepers)).Contains(programme.OrganisationId);

    /// <summary>Whether the person writes down the approval of the head and decides on days: the author of the deadline.</summary>
    public async Task<bool> MayDecide(Programme programme) => (await current.ReachAs(Role.Curator, Role.ProjectOffice)).Contains(programme.OrganisationId);

    /// <summary>Whether the person reports on the assignment.</summary>
    public async Task<bool> MayAnswer(Assignment assignment)
    {
        var (units, person) = await Me();
        return assignment.PersonId == person || (assignment.OrganisationId is { } unit && units.Contains(unit));
    }

    private async Task<(IReadOnlySet<Guid> Units, Guid Person)> Me() => (await current.ReachAs(Role.Executor), (await current.Get()).Id);
}
