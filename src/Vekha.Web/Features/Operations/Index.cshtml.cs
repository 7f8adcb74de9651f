using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Operations;

/// <summary>«Задания»: when each ran last, how it went, when it runs next.</summary>
[Authorize(Policy = OperationsFeature.Run)]
public sealed class IndexModel(VekhaDb db, Jobs jobs, JobRunner runner, Duty duty, Journal journal, Saying say, TimeProvider time) : PageModel
{
    public IReadOnlyList<(Job Job, JobState? State)> Rows { get; private set; } = [];
    public int Waiting { get; private set; }
    public int Refused { get; private set; }
    public bool MailIsOn { get; private set; }
    public DateTimeOffset Now => time.GetUtcNow();

    public async Task<IActionResult> OnGet()
    {
        if (!await duty.IsMine()) return NotFound();
        var states = await db.Jobs.AsNoTracking().ToDictionaryAsync(j => j.Name);
        Rows = [.. jobs.All.Select(j => (j, states.GetValueOrDefault(j.Name)))];
        var letters = await db.Letters.Where(l => l.State != LetterState.Sent).GroupBy(l => l.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        Refused = letters.Where(l => l.Key == LetterState.Refused).Sum(l => l.Count);
        Waiting = letters.Sum(l => l.Count) - Refused;
        MailIsOn = await MailSettings.Load(db) is { IsOn: true };
        return Page();
    }

    public async Task<IActionResult> OnPost(string name, CancellationToken cancel)
    {
        if (!await duty.IsMine() || jobs.All.FirstOrDefault(j => j.Name == name) is not { } job) return NotFound();
        await runner.Ask(job, cancel);
        journal.Write("задание запущено вне очереди", "job", Guid.Empty, ground: job.Title);
        await db.SaveChangesAsync(cancel);
        say.Done($"Задание «{job.Title}» начнётся в течение нескольких секунд. Обновите страницу, чтобы увидеть, как оно прошло.");
        return Redirect("/desk/operations");
    }
}
