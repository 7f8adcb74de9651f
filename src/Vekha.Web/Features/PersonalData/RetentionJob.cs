using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.PersonalData;

/// <summary>
/// «Сроки хранения»: once a day destroys by rule where every purpose of a person says so. The rest waits for a person in
/// «К уничтожению». An example lives on its own day and is left alone.
/// </summary>
internal static class RetentionJob
{
    public static readonly Job Job = new("retention", "Сроки хранения персональных данных", TimeSpan.FromHours(24), Run);

    private static async Task<string> Run(JobRun run, CancellationToken cancel)
    {
        var programmes = await run.Db.Programmes.AsNoTracking().Where(p => p.ShownOn == null).ToListAsync(cancel);
        var (waiting, destroyed, destruction) = (0, 0, run.Get<Destruction>());
        foreach (var programme in programmes)
        {
            var today = programme.Today(run.Now);
            var due = await destruction.Due(programme.Id, today).ToListAsync(cancel);
            var byHand = await ByHand(run.Db, programme.Id, cancel);
            var now = due.Where(d => !byHand.Contains(d.SubjectId)).Take(Destruction.MostInAct).ToList();
            (waiting, destroyed) = (waiting + due.Count - now.Count, destroyed + now.Count);
            if (now.Count == 0) continue;
            var why = now.ToDictionary(d => d.SubjectId, d => d.Term.Why);
            await destruction.Destroy(programme, [.. now.Select(d => new DataOf(d.SubjectId, d.Place))], s => why[s], "истёк срок хранения или отозвано согласие, правило цели", null, "", today, cancel);
            await run.Save(cancel);
            await run.Get<Files>().Shred(cancel);
        }
        return $"уничтожено {Ru.Count(destroyed, "запись", "записи", "записей")}, ждут подтверждения {waiting}";
    }

    /// <summary>People of whom at least one purpose asks a person to confirm.</summary>
    private static async Task<HashSet<Guid>> ByHand(VekhaDb db, Guid programme, CancellationToken cancel)
    {
        var purposes = db.Purposes;
        return [.. await db.DataHoldings.Where(h => h.ProgrammeId == programme && h.ActId == null && purposes.Any(p => p.Id == h.PurposeId && !p.IsAutomatic)).Select(h => h.SubjectId).Distinct().ToListAsync(cancel)];
    }
}
