using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Cascade;

/// <summary>Plans and cascades as the person may work with them; what is foreign does not exist.</summary>
public sealed class CascadeDesk(VekhaDb db, PlanAccess access, CurrentPerson me)
{
    /// <summary>An approved plan of a programme the person keeps, with measures and executors; <c>null</c> otherwise.</summary>
    public async Task<(Plan Plan, Programme Programme)?> Plan(Guid id)
    {
        var plans = await access.Plans();
        if (await plans.AsNoTracking().AsSplitQuery().Include(p => p.Measures).ThenInclude(m => m.Executors.OrderBy(e => e.Position)).SingleOrDefaultAsync(p => p.Id == id && p.IsApproved) is not { } plan) return null;
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        return await access.MayKeep(programme) ? (plan, programme) : null;
    }

    public async Task<Cascade?> Open(Guid id) =>
        await db.Cascades.SingleOrDefaultAsync(c => c.Id == id) is { } cascade && await Plan(cascade.PlanId) is not null ? cascade : null;

    /// <summary>
    /// A part that the person's unit owes, to split, to appoint for or to answer a change of; <c>null</c> for a foreign one.
    /// </summary>
    public async Task<Assignment?> Part(Guid id)
    {
        var mine = await access.Mine();
        return await mine.AsSplitQuery().Include(a => a.Reports).Include(a => a.Extensions).SingleOrDefaultAsync(a => a.Id == id && a.OrganisationId != null);
    }

    /// <summary>Whether the person leads the unit: heads it or holds a role in it himself.</summary>
    public async Task<bool> Leads(Guid unit) => (await access.InnerUnits()).Contains(unit) || await me.Reaches(unit, Role.ProjectOffice);
}
