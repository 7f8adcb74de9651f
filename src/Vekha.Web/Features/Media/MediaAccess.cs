using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>
/// Who may see and do what with media plans. Those who keep the programme and the executors of the press unit see everything; a
/// unit that writes sees its own publications; a guest of the programme sees what has come out. The rest does not exist for them.
/// </summary>
public sealed class MediaAccess(VekhaDb db, PlanAccess plans, CurrentPerson me, TimeProvider time)
{
    private Guid[]? kept;

    /// <summary>Media plans the person may open.</summary>
    public async Task<IQueryable<MediaPlan>> Plans()
    {
        var (all, publications) = (db.MediaPlans, db.Publications);
        var (own, mine, seen) = (await Kept(), await me.ReachAs(Role.Executor), await me.ReachAs(Role.Guest));
        var programmes = db.Programmes;
        return all.Where(p => own.Contains(p.ProgrammeId) || mine.Contains(p.UnitId)
            || publications.Any(x => x.MediaPlanId == p.Id && x.UnitId != null && mine.Contains(x.UnitId.Value))
            || programmes.Any(g => g.Id == p.ProgrammeId && seen.Contains(g.OrganisationId)));
    }

    /// <summary>Publications the person may open.</summary>
    public async Task<IQueryable<Publication>> Publications()
    {
        var (all, media, programmes) = (db.Publications, db.MediaPlans, db.Programmes);
        var (own, mine, seen) = (await Kept(), await me.ReachAs(Role.Executor), await me.ReachAs(Role.Guest));
        return all.Where(p => own.Contains(p.ProgrammeId)
            || (p.UnitId != null && mine.Contains(p.UnitId.Value))
            || media.Any(m => m.Id == p.MediaPlanId && mine.Contains(m.UnitId))
            || (p.State == PublicationState.Out && programmes.Any(g => g.Id == p.ProgrammeId && seen.Contains(g.OrganisationId))));
    }

    /// <summary>Whether the person sets up media plans of the programme.</summary>
    public Task<bool> MayKeep(Programme programme) => plans.MayKeep(programme);

    /// <summary>Whether the person plans, writes and approves everything here: the keeper or the press unit.</summary>
    public async Task<bool> MayEdit(MediaPlan plan) =>
        (await Kept()).Contains(plan.ProgrammeId) || await me.Reaches(plan.UnitId, Role.Executor);

    /// <summary>Whether the person writes this one and records that it came out.</summary>
    public async Task<bool> MayWrite(MediaPlan plan, Publication publication) =>
        await MayEdit(plan) || (publication.UnitId is { } unit && await me.Reaches(unit, Role.Executor));

    /// <summary>The day acts of the programme are dated by.</summary>
    public DateOnly Today(Programme programme) => programme.Today(time.GetUtcNow());

    public Task<Programme> ProgrammeOf(Guid id) => db.Programmes.AsNoTracking().SingleAsync(p => p.Id == id);

    private async Task<Guid[]> Kept() => kept ??= [.. await plans.KeptProgrammes()];

    /// <summary>The number in the menu: texts that wait for this person's approval and texts that came back.</summary>
    internal static async Task<MenuCount?> Waiting(HttpContext http)
    {
        var (services, actor) = (http.RequestServices, http.RequestServices.GetRequiredService<Actor>());
        if (!actor.IsKnown) return null;
        var (access, me) = (services.GetRequiredService<MediaAccess>(), services.GetRequiredService<CurrentPerson>());
        var db = services.GetRequiredService<VekhaDb>();
        var (own, mine, person) = (await access.Kept(), await me.ReachAs(Role.Executor), actor.PersonId);
        var media = db.MediaPlans;
        var count = await db.Publications.CountAsync(p =>
            (p.State == PublicationState.Submitted && p.SubmittedById != person && (own.Contains(p.ProgrammeId) || media.Any(m => m.Id == p.MediaPlanId && mine.Contains(m.UnitId))))
            || (p.State == PublicationState.Draft && p.Remark != null && p.SubmittedById == person));
        return count == 0 ? null : new(count, false, "ждут вашего решения или возвращены вам");
    }
}
