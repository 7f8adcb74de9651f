using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Sites;

/// <summary>Who sees which sites: those who keep a programme all of its own, a coordinator the one he answers for. A sister does not exist for him.</summary>
public sealed class SiteAccess(VekhaDb db, PlanAccess plans, CurrentPerson me, PageDay day, TimeProvider time)
{
    public async Task<IQueryable<Site>> Seen()
    {
        Guid[] kept = [.. await plans.KeptProgrammes()];
        var own = await Own();
        return db.Sites.Where(s => kept.Contains(s.ProgrammeId) || own.Contains(s.UnitId));
    }

    /// <summary>A programme the person keeps: only then sites are added, invited and handed work.</summary>
    public async Task<Programme?> Kept(Guid id) =>
        await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is { } programme && await plans.MayKeep(programme) ? programme : null;

    /// <summary>A site the person may open, with its unit and invitations.</summary>
    /// <param name="keptOnly">To act on it as one who keeps the programme.</param>
    public async Task<(Site Site, Programme Programme, bool Keeps)?> Find(Guid id, bool keptOnly = false)
    {
        var seen = (await Seen()).Include(s => s.Unit).Include(s => s.Invitations.OrderBy(i => i.At)).ThenInclude(i => i.Person).AsSplitQuery();
        if (await seen.SingleOrDefaultAsync(s => s.Id == id) is not { } site) return null;
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == site.ProgrammeId);
        var keeps = await plans.MayKeep(programme);
        return keeps || !keptOnly ? (site, programme, keeps) : null;
    }

    /// <summary>Sites of a programme by name, with units and invitations.</summary>
    public async Task<IReadOnlyList<Site>> Of(Guid programme) =>
        [.. (await db.Sites.AsNoTracking().Include(s => s.Unit).Include(s => s.Invitations).ThenInclude(i => i.Person).AsSplitQuery().Where(s => s.ProgrammeId == programme).ToListAsync())
            .OrderBy(s => s.Unit!.ShortName, StringComparer.Create(new("ru-RU"), ignoreCase: true))];

    /// <summary>The approved plan that sites work by: the last one approved, or <c>null</c>.</summary>
    public async Task<Plan?> PlanOf(Guid programme) => (await db.Plans.AsNoTracking().AsSplitQuery().Include(p => p.Versions).Include(p => p.Stages.OrderBy(s => s.Position)).Include(p => p.Measures.OrderBy(m => m.Position))
        .Where(p => p.ProgrammeId == programme && p.IsApproved).ToListAsync()).MaxBy(p => p.Versions.Max(v => v.ApprovedOn));

    /// <summary>The day the page speaks about.</summary>
    public DateOnly Shown(Programme programme) => day.Of(programme.ShownOn, programme.Policy.TimeZoneId);

    /// <summary>The day acts of the programme are dated by.</summary>
    public DateOnly Today(Programme programme) => programme.Today(time.GetUtcNow());

    private async Task<IQueryable<Guid>> Own()
    {
        List<Person> owing = [await me.Get(), .. await me.Absent()];
        var headed = await me.HeadedBy([.. owing.Select(p => p.Id)]);
        return db.UnitsUnder([.. owing.SelectMany(p => CurrentPerson.HeldBy(p, Role.Executor)).Concat(headed).Distinct()]);
    }
}
