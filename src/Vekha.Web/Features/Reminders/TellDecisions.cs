using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Reminders;

/// <summary>
/// The job that reads the journal on and tells people what was decided about their reports, forms and requests, and what
/// they are asked to agree to. Nobody is told of his own deed.
/// </summary>
internal static class TellDecisions
{
    private const string Name = "decisions";
    private const int Batch = 200;

    // Numbers are given before the save ends: a younger entry may be seen before an older one. After this long all are there.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    private static readonly string[] Subjects = ["assignment", "change-request", "form", "plan"];

    public static async Task<string> Work(JobRun run, CancellationToken cancel)
    {
        var (db, told) = (run.Db, 0);
        if (await db.JournalCursors.SingleOrDefaultAsync(c => c.Name == Name, cancel) is null)
        {
            // What was decided before Vekha could tell of it is known already.
            db.Add(new JournalCursor(Name, await db.Journal.MaxAsync(e => (long?)e.Id, cancel) ?? 0));
            await run.Save(cancel);
            return "начинаю читать журнал";
        }
        for (var last = false; !last;)
        {
            var cursor = await db.JournalCursors.SingleAsync(c => c.Name == Name, cancel);
            var settled = run.Now - Settled;
            var read = await db.Journal.Where(e => e.Id > cursor.Entry).OrderBy(e => e.Id).Take(Batch).ToListAsync(cancel);
            var ripe = read.TakeWhile(e => e.At <= settled).ToList();
            last = ripe.Count < Batch;
            if (ripe.Count == 0) break;
            told += await Tell(run, [.. ripe.Where(e => Subjects.Contains(e.Subject))], cancel);
            cursor.MoveTo(ripe[^1].Id);
            await run.Save(cancel);
        }
        return told == 0 ? "новых решений нет" : $"рассказано о {Ru.Count(told, "решении", "решениях", "решениях")}";
    }

    private static async Task<int> Tell(JobRun run, List<JournalEntry> entries, CancellationToken cancel)
    {
        if (entries.Count == 0) return 0;
        var decisions = await DecisionTold.Of(run.Db, entries, cancel);
        if (decisions.Count == 0) return 0;
        var ids = decisions.Select(d => d.Programme).Distinct().ToArray();
        var programmes = await run.Db.Programmes.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var tidings = run.Get<Tidings>();
        foreach (var decision in decisions.Where(d => programmes.ContainsKey(d.Programme)))
            await tidings.Tell(programmes[decision.Programme], decision.People, $"journal-{decision.Entry.Id}", decision.Words, decision.Address, s => s.Decisions);
        return decisions.Count;
    }
}
