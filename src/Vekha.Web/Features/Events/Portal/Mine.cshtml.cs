using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events.Portal;

/// <summary>«Моя запись», by a secret link: place, code for the door, consents, and giving the place back.</summary>
public sealed class MineModel(VekhaDb db, Registrar registrar, RegistrationLetters letters, ConsentBook consents, TimeProvider time, Saying say) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public Registration Registration { get; private set; } = null!;
    public Event Happening { get; private set; } = null!;

    /// <summary>How many stand before, with the person; 0 for who has a place.</summary>
    public int InLine { get; private set; }
    public IReadOnlyList<(string Title, string? Withdraw)> Consents { get; private set; } = [];

    /// <summary>The place can still be given back.</summary>
    public bool MayLeave => Registration.IsOn && Registration.CheckedInAt is null && Happening.IsAhead;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        if (Registration.State == RegistrationState.Waiting)
            InLine = await db.Registrations.CountAsync(r => r.EventId == Happening.Id && r.State == RegistrationState.Waiting && r.Turn <= Registration.Turn);
        var purposes = db.Purposes;
        var given = await db.Consents.AsNoTracking().Where(c => c.SubjectId == Registration.Id).Select(c => new { Consent = c, Title = purposes.Where(p => p.Id == c.PurposeId).Select(p => p.Title).First() }).ToListAsync();
        Consents = [.. given.Select(c => (c.Title, c.Consent.Holds ? consents.WithdrawalAddress(c.Consent) : null))];
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return NotFound();
        if (!MayLeave) throw new Refusal("Запись не отменена", "Отказаться уже нельзя", "Если вы не сможете прийти, позвоните организатору");
        await registrar.Leave(Happening, Registration.Id);
        say.Done("Запись отменена, место получит следующий.");
        return Redirect($"/events/mine/{Token}");
    }

    private async Task<bool> Load()
    {
        if (letters.Read(Token) is not { } id || await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.ErasedOn == null) is not { } found) return false;
        Registration = found;
        Happening = await db.Events.AsNoTracking().Include(e => e.Seats).SingleAsync(e => e.Id == found.EventId);
        return true;
    }

    public bool HasBegun => Happening.StartsAt <= time.GetUtcNow();
}
