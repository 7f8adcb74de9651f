using Microsoft.EntityFrameworkCore;
using Vekha.Privacy;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>Somebody whose data may be kept no longer.</summary>
/// <param name="EndsOn">The first day without a ground to keep them.</param>
/// <param name="WithdrawnOn">The last withdrawal, where there was one.</param>
public sealed record DueData(Guid SubjectId, string Place, DateOnly EndsOn, DateOnly? WithdrawnOn)
{
    public DestructionTerm Term => new(EndsOn, EndsOn.AddDays(Retention.DaysToDestroy), WithdrawnOn == EndsOn);
}

/// <summary>«Уничтожение»: what is due, and the act by which it goes. Places erase, counts stay, the fact of a consent stays without names.</summary>
public sealed class Destruction(VekhaDb db, DataPlaces places, Files files, Journal journal, Actor actor, TimeProvider time)
{
    /// <summary>One act holds no more people: the paper has to be read by a commission.</summary>
    public const int MostInAct = 500;

    /// <summary>Those of a programme for whom every purpose has ended by this day.</summary>
    public IQueryable<DueData> Due(Guid programme, DateOnly day) =>
        db.DataHoldings.Where(h => h.ProgrammeId == programme && h.ActId == null).GroupBy(h => new { h.SubjectId, h.Place })
            .Where(g => g.Max(h => h.EndsOn) <= day).OrderBy(g => g.Max(h => h.EndsOn)).ThenBy(g => g.Key.SubjectId)
            .Select(g => new DueData(g.Key.SubjectId, g.Key.Place, g.Max(h => h.EndsOn), g.Max(h => h.WithdrawnOn)));

    /// <summary>Destroys what is held of these people and writes the act; saves, then deletes the files.</summary>
    /// <param name="reasonOf">Why, of each.</param>
    /// <param name="post">Of who confirms; empty for a rule.</param>
    public async Task<DestructionAct> Destroy(Programme programme, IReadOnlyList<DataOf> subjects, Func<Guid, string> reasonOf, string reason, string? commission, string post, DateOnly on, CancellationToken cancel = default)
    {
        if (subjects.Count is 0 or > MostInAct) throw new Refusal("Данные не уничтожены", subjects.Count == 0 ? "Никто не отмечен" : $"Отмечено {subjects.Count}, в один акт входит не больше {MostInAct}", "Отметьте записи, которые нужно уничтожить");
        Guid[] ids = [.. subjects.Select(s => s.SubjectId).Distinct()];
        var holdings = await db.DataHoldings.Where(h => ids.Contains(h.SubjectId) && h.ActId == null).ToListAsync(cancel);
        var titles = await db.Purposes.Where(p => p.ProgrammeId == programme.Id).ToDictionaryAsync(p => p.Id, p => p.Title, cancel);
        var consents = await db.Consents.Where(c => ids.Contains(c.SubjectId) && c.DestroyedOn == null).ToListAsync(cancel);
        var gone = await Scans(consents, cancel);
        foreach (var place in subjects.GroupBy(s => s.Place))
            foreach (var file in await places.Of(place.Key).Erase(db, [.. place.Select(s => s.SubjectId)], on, cancel)) gone.Add(file);
        var lines = subjects.Select(s => new DestroyedLine(s.SubjectId, places.Of(s.Place).Title, places.Of(s.Place).Categories,
            string.Join("; ", holdings.Where(h => h.SubjectId == s.SubjectId).Select(h => titles.GetValueOrDefault(h.PurposeId, "цель другой программы")).Distinct()), reasonOf(s.SubjectId), consents.Count(c => c.SubjectId == s.SubjectId && c.ScanId != null)));
        var number = (await db.DestructionActs.Where(a => a.ProgrammeId == programme.Id).MaxAsync(a => (int?)a.Number, cancel) ?? 0) + 1;
        var owner = await db.Organisations.Where(o => o.Id == programme.OrganisationId).Select(o => o.Name).SingleAsync(cancel);
        var act = new DestructionAct(programme.Id, number, owner, reason, commission, lines, on, time.GetUtcNow(), actor, post);
        db.Add(act);
        foreach (var consent in consents) consent.Destroy(on);
        foreach (var holding in holdings) holding.Destroy(act.Id);
        foreach (var file in gone.DistinctBy(f => f.Id)) files.Drop(file);
        foreach (var id in ids) journal.Write("персональные данные уничтожены", "data-subject", id, $"акт № {number}: {reasonOf(id)}");
        journal.Write("составлен акт об уничтожении персональных данных", "programme", programme.Id, reason, after: new { Акт = number, Записей = act.Count });
        return act;
    }

    /// <summary>Saves what <see cref="Destroy"/> has gathered and deletes the files; two acts at one moment do not share a number.</summary>
    public async Task Save(CancellationToken cancel = default)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException clash) when (clash.IsDuplicate("destruction_acts"))
        {
            throw new Refusal("Данные не уничтожены", "В ту же минуту составлен другой акт", "Обновите страницу и повторите");
        }
        await files.Shred(cancel);
    }

    // The signed sheets are papers of the person too.
    private async Task<List<StoredFile>> Scans(IEnumerable<Consent> consents, CancellationToken cancel)
    {
        Guid[] scans = [.. consents.Select(c => c.ScanId).OfType<Guid>()];
        return scans.Length == 0 ? [] : await db.Files.Where(f => scans.Contains(f.Id)).ToListAsync(cancel);
    }
}
