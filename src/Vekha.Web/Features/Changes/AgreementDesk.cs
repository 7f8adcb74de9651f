using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Changes;

/// <summary>A draft on agreement as the desk lists it.</summary>
/// <param name="Waiting">Units without a word.</param>
/// <param name="Unanswered">Remarks without an answer.</param>
/// <param name="IsMine">A unit of the person owes its word.</param>
/// <param name="IsLate">The day has passed.</param>
public sealed record RoundLine(Guid PlanId, string Title, string Programme, int Number, DateOnly By, int Waiting, int Unanswered, bool IsMine, bool IsLate);

/// <summary>Which drafts wait for the word of the person's units, and which for the keeper.</summary>
public sealed class AgreementDesk(VekhaDb db, PlanAccess access, CurrentPerson me, TimeProvider time)
{
    /// <summary>Units for which the person may speak: those of the executor's role, and of the one who is away.</summary>
    public async Task<IQueryable<Guid>> Units() =>
        db.UnitsUnder([.. (await me.HeldAs(Role.Executor)).Concat((await me.Absent()).SelectMany(p => CurrentPerson.HeldBy(p, Role.Executor))).Distinct()]);

    /// <summary>The last round of every draft, and of every plan whose changes are not a version yet.</summary>
    private IQueryable<AgreementRound> GoingOn()
    {
        var (plans, versions, rounds) = (db.Plans, db.Set<PlanVersion>(), db.Set<AgreementRound>());
        return rounds.Where(r => !rounds.Any(l => l.PlanId == r.PlanId && l.Number > r.Number)).Where(r => r.ForVersion == null
            ? plans.Any(p => p.Id == r.PlanId && !p.IsApproved) : !versions.Any(v => v.PlanId == r.PlanId && v.Number >= r.ForVersion));
    }

    /// <summary>Units of the last rounds of drafts that owe their word and for which the person speaks.</summary>
    public async Task<IQueryable<Agreement>> Owed()
    {
        var (units, last) = (await Units(), GoingOn());
        return db.Set<Agreement>().Where(a => a.Word == AgreementWord.Waiting && a.OrganisationId != null && units.Contains(a.OrganisationId.Value) && last.Any(r => r.Id == a.RoundId));
    }

    /// <summary>How many; who speaks for no unit is not asked about.</summary>
    public async Task<int> CountOwed() => (await me.HeldAs(Role.Executor)).Length == 0 && (await me.Absent()).Count == 0 ? 0 : await (await Owed()).CountAsync();

    /// <summary>Drafts that wait for one's own word, and those one keeps.</summary>
    public async Task<IReadOnlyList<RoundLine>> Open()
    {
        Guid[] kept = [.. await access.KeptProgrammes()];
        var (owed, plans, programmes) = (await Owed(), db.Plans, db.Programmes);
        var rounds = await GoingOn().AsNoTracking().Include(r => r.Units)
            .Where(r => kept.Contains(r.ProgrammeId) || owed.Any(a => a.RoundId == r.Id)).OrderBy(r => r.By).ToListAsync();
        if (rounds.Count == 0) return [];
        var (mine, ids, planIds) = ((await owed.Select(a => a.RoundId).ToListAsync()).ToHashSet(), rounds.Select(r => r.ProgrammeId).ToArray(), rounds.Select(r => r.PlanId).ToArray());
        var titles = await plans.Where(p => planIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title);
        var of = await programmes.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        return [.. rounds.Select(r => new RoundLine(r.PlanId, titles[r.PlanId], of[r.ProgrammeId].Name, r.Number, r.By, r.Units.Count(u => u.Word == AgreementWord.Waiting),
            r.Units.Count(u => u.IsOpen && u.Word != AgreementWord.Waiting), mine.Contains(r.Id), r.By < of[r.ProgrammeId].Today(time.GetUtcNow())))];
    }
}
