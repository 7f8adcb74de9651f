using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vekha.Wording;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

public sealed partial class MeasureModel
{
    private IReadOnlySet<Guid> mine = new HashSet<Guid>();

    /// <summary>Those who keep the programme write down a letter; the invited body answers for itself.</summary>
    public bool MayReply(MeasureExecutor executor) => MayKeep || (executor.OrganisationId is { } unit && mine.Contains(unit));

    /// <summary>«Согласны» or «Отказ» of an outside body. A refusal takes its part off control: it was invited, not ordered.</summary>
    public async Task<IActionResult> OnPostReply(Guid executor, bool agrees, string? words)
    {
        if (!await Load() || Measure.Executors.FirstOrDefault(e => e.Id == executor) is not { } invited || !MayReply(invited)) return NotFound();
        var measure = await db.Measures.AsSplitQuery().Include(m => m.Executors).ThenInclude(e => e.Replies).SingleAsync(m => m.Id == Id);
        var stored = measure.Executors.Single(e => e.Id == executor);
        var (today, now, by) = (Shown.Programme.Today(time.GetUtcNow()), time.GetUtcNow(), (await me.Get()).Id);
        var reply = stored.Reply(agrees, words, today, now, by);
        if (!agrees)
            foreach (var open in await db.Assignments.Include(a => a.Release).Where(a => a.ExecutorId == executor && (a.Phase == AssignmentPhase.Open || a.Phase == AssignmentPhase.Returned)).ToListAsync())
                open.TakeOff($"{stored.Name}: отказ от участия. {reply.Words}", asObsolete: true, today, now, by);
        journal.Write(agrees ? $"приглашение принято: {stored.Name}" : $"от участия отказались: {stored.Name}", "measure", Id, ground: reply.Words);
        await db.SaveChangesAsync();
        say.Done(agrees ? $"{stored.Name}: согласие записано {Ru.DayMonthYear(today)}." : $"{stored.Name}: отказ записан, поручения сняты с контроля. Решите, кто исполнит эту часть.");
        return Redirect($"/desk/plans/measure/{Id}");
    }
}
