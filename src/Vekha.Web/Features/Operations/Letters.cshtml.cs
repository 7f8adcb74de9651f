using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Operations;

/// <summary>A letter as the list shows it: without its words.</summary>
public sealed record LetterRow(Guid Id, string Subject, string Name, string Address, LetterState State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset NextAt, DateTimeOffset? SentAt, string? Failure);

/// <summary>«Письма»: what was sent, what waits, what will not be delivered and why.</summary>
[Authorize(Policy = OperationsFeature.Run)]
public sealed class LettersModel(VekhaDb db, Duty duty, Journal journal, Saying say, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<LetterRow> Rows { get; private set; } = [];
    public int Waiting { get; private set; }
    public int Refused { get; private set; }
    public int Sent { get; private set; }
    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGet()
    {
        if (!await duty.IsMine()) return NotFound();
        var counts = (await db.Letters.GroupBy(l => l.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).ToDictionary(g => g.Key, g => g.Count);
        (Sent, Refused) = (counts.GetValueOrDefault(LetterState.Sent), counts.GetValueOrDefault(LetterState.Refused));
        Waiting = counts.Values.Sum() - Sent - Refused;
        var (shown, count) = State switch
        {
            "refused" => (db.Letters.Where(l => l.State == LetterState.Refused), Refused),
            "waiting" => (db.Letters.Where(l => l.State == LetterState.Waiting || l.State == LetterState.Sending), Waiting),
            "sent" => (db.Letters.Where(l => l.State == LetterState.Sent), Sent),
            _ => (db.Letters, Sent + Refused + Waiting),
        };
        Pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        Rows = await shown.OrderByDescending(l => l.Id).Skip((Math.Max(1, Number) - 1) * PageSize).Take(PageSize)
            .Select(l => new LetterRow(l.Id, l.Subject, l.Name, l.Address, l.State, l.Attempts, l.CreatedAt, l.NextAt, l.SentAt, l.Failure)).ToListAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (!await duty.IsMine() || await db.Letters.SingleOrDefaultAsync(l => l.Id == id) is not { } letter) return NotFound();
        letter.TryAgain(time.GetUtcNow());
        journal.Write("письмо отправлено ещё раз", "letter", id);
        await db.SaveChangesAsync();
        say.Done("Письмо поставлено в очередь ещё раз.");
        return Redirect("/desk/operations/letters?state=refused");
    }
}
