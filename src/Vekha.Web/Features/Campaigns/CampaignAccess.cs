using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>Forms one may still send.</summary>
internal static class OpenForms
{
    extension(IQueryable<FormReport> forms)
    {
        public IQueryable<FormReport> InOpenCampaigns(VekhaDb db)
        {
            var campaigns = db.Campaigns;
            return forms.Where(r => !campaigns.Any(c => c.Id == r.CampaignId && c.ClosedOn != null));
        }
    }
}

/// <summary>
/// Who may see and do what with campaigns. Those who keep a programme see its campaigns and every form that was sent; a unit
/// sees its own forms. What a person may not see does not exist for them.
/// </summary>
public sealed class CampaignAccess(VekhaDb db, PlanAccess plans, CurrentPerson me, TimeProvider time)
{
    /// <summary>Campaigns of the programmes the person opens as a whole.</summary>
    public async Task<IQueryable<Campaign>> Kept()
    {
        var kept = (await plans.KeptProgrammes()).ToArray();
        return db.Campaigns.Where(c => kept.Contains(c.ProgrammeId));
    }

    /// <summary>Forms of one's own units, and of those whose executor is away and is replaced.</summary>
    public async Task<IQueryable<FormReport>> Mine()
    {
        var owing = (await me.Absent()).Append(await me.Get());
        var units = db.UnitsUnder([.. owing.SelectMany(p => CurrentPerson.HeldBy(p, Role.Executor)).Distinct()]);
        return db.FormReports.Where(r => units.Contains(r.UnitId));
    }

    public async Task<bool> IsMine(FormReport form) => await (await Mine()).AnyAsync(r => r.Id == form.Id);

    /// <summary>A campaign of a programme the person keeps, with dates, units and measures.</summary>
    public async Task<Campaign?> Find(Guid id, bool tracked = false)
    {
        var kept = (await Kept()).Include(c => c.Dates.OrderBy(d => d.Due)).Include(c => c.Units.OrderBy(u => u.Position)).Include(c => c.Measures).AsSplitQuery();
        return await (tracked ? kept : kept.AsNoTracking()).SingleOrDefaultAsync(c => c.Id == id);
    }

    public Task<Programme> ProgrammeOf(Guid id) => db.Programmes.AsNoTracking().SingleAsync(p => p.Id == id);

    public Task<bool> MayKeep(Programme programme) => plans.MayKeep(programme);

    public Task<bool> MayCheck(Programme programme) => plans.MayCheck(programme);

    /// <summary>The day acts of the programme are dated by.</summary>
    public DateOnly Today(Programme programme) => programme.Today(time.GetUtcNow());
}
