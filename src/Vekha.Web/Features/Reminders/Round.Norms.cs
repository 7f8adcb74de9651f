using Microsoft.EntityFrameworkCore;

namespace Vekha.Web.Features.Reminders;

internal sealed partial class Round
{
    /// <summary>«Норма под угрозой»: to the executors of those who are behind and to the curators, once a person a day.</summary>
    private async Task TellNorms(DateOnly? last, CancellationToken cancel)
    {
        // What was said yesterday is said anew or is not true any more.
        var now = run.Now;
        await run.Db.Notices.Where(n => n.ProgrammeId == programme.Id && n.Day < today && n.ReadAt == null && (n.Cause == NoticeCause.Norm || n.Cause == NoticeCause.CuratorNorm))
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now), cancel);
        foreach (var some in (await new NormAlarms(run.Db, chain).Of(programme, today, rhythm, last, cancel)).Chunk(Batch))
        {
            foreach (var alarm in some)
                foreach (var reader in chain.Instead(alarm.Person, today).Prepend(alarm.Person))
                {
                    if (!told.Add((reader, alarm.Norm))) continue;
                    run.Db.Add(Notice.OfNorm(reader, today, programme.Id, alarm, run.Now));
                    count++;
                }
            await run.Save(cancel);
        }
    }
}
