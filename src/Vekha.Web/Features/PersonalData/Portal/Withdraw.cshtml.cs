using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.PersonalData.Portal;

/// <summary>A consent taken back by its secret link, without signing in and never by opening alone.</summary>
public sealed class WithdrawModel(VekhaDb db, ConsentBook book, IDataProtectionProvider keys, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public Consent Consent { get; private set; } = null!;
    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return NotFound();
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == Consent.ProgrammeId);
        await book.Withdraw(Consent, "по ссылке, самим человеком", programme.Today(time.GetUtcNow()));
        await db.SaveChangesAsync();
        return Redirect($"/personal-data/withdraw/{Token}");
    }

    private async Task<bool> Load()
    {
        if (WithdrawalLink.Read(Token, keys) is not { } id || await db.Consents.SingleOrDefaultAsync(c => c.Id == id) is not { } consent) return false;
        (Consent, Title) = (consent, await db.Purposes.Where(p => p.Id == consent.PurposeId).Select(p => p.Title).SingleAsync());
        return true;
    }
}
