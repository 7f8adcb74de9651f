using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>Who sees, records and mends which facts: the keepers of a programme all of its own, an executor those of his measures and places.</summary>
public sealed class FactDesk(VekhaDb db, PlanAccess access, CurrentPerson me, Actor actor, Files files)
{
    private const int MostFiles = 10, MostChoices = 500;

    /// <summary>Facts the person may open.</summary>
    public async Task<IQueryable<Fact>> Seen()
    {
        Guid[] kept = [.. await access.KeptProgrammes()];
        var (mine, reach, self) = ((await access.Mine()).Select(a => (Guid?)a.MeasureId), (await me.Reach()).Select(u => (Guid?)u), actor.PersonId);
        return db.Facts.Where(f => kept.Contains(f.ProgrammeId)
            || (mine.Contains(f.MeasureId) && (f.ById == self || reach.Contains(f.TerritoryId) || reach.Contains(f.UnitId) || (f.TerritoryId == null && f.UnitId == null))));
    }

    /// <summary>Whether the person corrects or withdraws it: a keeper, or who recorded it and still owes the measure.</summary>
    public async Task<bool> MayMend(Fact fact, Programme programme) =>
        await access.MayKeep(programme) || (fact.ById == actor.PersonId && fact.MeasureId is { } measure && await Owes(measure));

    /// <summary>Whether the person records facts: a keeper anywhere in the programme, an executor on his own measures.</summary>
    public async Task<bool> MayRecord(Programme programme, Guid? measure) => await access.MayKeep(programme) || (measure is { } id && await Owes(id));

    private async Task<bool> Owes(Guid measure) => await (await access.Mine()).AnyAsync(a => a.MeasureId == measure);

    /// <summary>Programmes in which the person may record at all.</summary>
    public async Task<IReadOnlyList<Programme>> Programmes()
    {
        Guid[] kept = [.. await access.KeptProgrammes()];
        var mine = (await access.Mine()).Select(a => a.ProgrammeId);
        var plans = db.Plans;
        return await db.Programmes.AsNoTracking().Where(p => (kept.Contains(p.Id) || mine.Contains(p.Id)) && plans.Any(l => l.ProgrammeId == p.Id && l.IsApproved)).OrderBy(p => p.Name).ToListAsync();
    }

    /// <summary>Rows in force that a fact of the person may serve, in the order of the plan.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Measures(Programme programme)
    {
        var (plans, all, keeps) = (db.Plans, await access.MayKeep(programme), (await access.Mine()).Select(a => a.MeasureId));
        var rows = await db.Measures.AsNoTracking().Where(m => m.RemovedOn == null && plans.Any(p => p.Id == m.PlanId && p.ProgrammeId == programme.Id && p.IsApproved) && (all || keeps.Contains(m.Id)))
            .OrderBy(m => m.PlanId).ThenBy(m => m.Position).Select(m => new { m.Id, m.Code, m.Title }).Take(MostChoices).ToListAsync();
        return [.. rows.Select(m => new SelectListItem($"{m.Code}. {(m.Title.Length > 90 ? m.Title[..90] + "…" : m.Title)}", m.Id.ToString()))];
    }

    /// <summary>Places the person may name: of the programme's tree for a keeper, of one's own units for the rest.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Places(Programme programme)
    {
        var reach = await access.MayKeep(programme) ? db.UnitsUnder(programme.OrganisationId) : await me.Reach();
        return [.. (await OrganisationTree.Load(db, reach)).Choices()];
    }

    public async Task<IReadOnlyList<SelectListItem>> Objects(Guid programme) =>
        [.. (await db.FactObjects.AsNoTracking().Where(o => o.ProgrammeId == programme && o.Closed == null).OrderBy(o => o.KindKey).ThenBy(o => o.Name).Take(MostChoices)
            .Select(o => new { o.Id, o.Kind, o.Name }).ToListAsync()).Select(o => new SelectListItem($"{o.Name} ({o.Kind})", o.Id.ToString()))];

    /// <summary>What is counted in the programme: units of its norms first, then kinds of facts recorded before.</summary>
    public async Task<IReadOnlyList<string>> Kinds(Guid programme)
    {
        var norms = await db.Norms.Where(n => n.ProgrammeId == programme && n.Phase == NormPhase.Confirmed).Select(n => n.Unit).Distinct().ToListAsync();
        var facts = await db.Facts.Where(f => f.ProgrammeId == programme).OrderByDescending(f => f.Day).Select(f => f.Kind).Take(200).ToListAsync();
        return [.. norms.Order(StringComparer.CurrentCulture).Concat(facts.Distinct().Order(StringComparer.CurrentCulture)).Distinct().Take(30)];
    }

    /// <summary>Keeps attached files; they are saved together with the fact.</summary>
    public async Task<IReadOnlyList<FactFile>> Keep(IReadOnlyList<IFormFile> uploads, CancellationToken cancel)
    {
        if (uploads.Count > MostFiles) throw new Refusal("Факт не записан", $"Приложено {Ru.Count(uploads.Count, Noun.File)}, а к одному факту не больше {MostFiles}", "Сложите снимки в один документ или архив") { Field = "Files" };
        List<FactFile> kept = [];
        foreach (var upload in uploads)
        {
            var file = await files.Keep(upload, cancel);
            kept.Add(new(file.Id, file.Name, file.Size));
        }
        return kept;
    }

    /// <summary>What a person set as proof of the measure is asked of its facts too.</summary>
    public static void MustBeProven(Measure? measure, ProofGiven given, IEnumerable<string> fileNames)
    {
        var missing = ProofRule.Missing(measure?.ProofSet ?? [], given, [.. fileNames]);
        if (missing.Count > 0) throw new Refusal("Факт не записан", Ru.Capital(string.Join(", ", missing)), "Допишите: без подтверждения факт этого мероприятия не считается") { Field = "Proof" };
    }
}
