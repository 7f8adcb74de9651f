using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>
/// Who may see names. Those who keep a programme keep its purposes, its journal and its acts; a list of people is opened by
/// the unit that keeps it. Everybody else sees how many there are.
/// </summary>
public sealed class DataAccess(VekhaDb db, PlanAccess plans, CurrentPerson me, PageDay day, TimeProvider time)
{
    public async Task<Programme?> Programme(Guid id) => await (await plans.Programmes()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id);

    public Task<bool> MayKeep(Programme programme) => plans.MayKeep(programme);

    /// <summary>The programme if the person keeps it.</summary>
    public async Task<Programme?> Kept(Guid id) => await Programme(id) is { } programme && await MayKeep(programme) ? programme : null;

    /// <summary>The day acts of the programme are dated by.</summary>
    public DateOnly Today(Programme programme) => programme.Today(time.GetUtcNow());

    /// <summary>Units whose lists the person opens: where he works for it himself, not what lies below or above.</summary>
    public async Task<IReadOnlyList<Guid>> Units()
    {
        var (person, today) = (await me.Get(), day.Today());
        var headed = await db.HeadsOn(today).Where(h => h.PersonId == person.Id).Select(h => h.UnitId).ToListAsync();
        var held = CurrentPerson.HeldBy(person, Role.Executor, Role.ProjectOffice, Role.Curator);
        return [.. headed.Concat(held).Concat(held.Length > 0 ? [person.UnitId] : []).Distinct()];
    }

    /// <summary>A person of a list the signed-in one opens; <c>null</c> for everybody else's.</summary>
    public async Task<DataSubject?> Subject(Guid id, bool tracked = false)
    {
        var units = await Units();
        var subjects = db.DataSubjects.Where(s => units.Contains(s.UnitId));
        var programmes = (await plans.Programmes()).Select(p => p.Id);
        return await (tracked ? subjects : subjects.AsNoTracking()).SingleOrDefaultAsync(s => s.Id == id && programmes.Contains(s.ProgrammeId));
    }
}
