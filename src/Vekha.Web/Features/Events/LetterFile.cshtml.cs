using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>A registered letter in Word, or all of an event in one archive.</summary>
public sealed class LetterFileModel(VekhaDb db, EventAccess access) : PageModel
{
    public async Task<IActionResult> OnGet(Guid id, Guid? letter, bool all)
    {
        if (await access.FindOwn(id, tracked: false) is not { } e) return NotFound();
        var letters = await db.EventLetters.AsNoTracking().Where(l => l.EventId == id && l.Number != null && (all || l.Id == letter)).OrderBy(l => l.Year).ThenBy(l => l.Number).ToListAsync();
        var issuer = await db.Organisations.Where(o => o.Id == e.UnitId).Select(o => o.Name).SingleAsync();
        return letters switch
        {
            [] => NotFound(),
            [var one] when !all => PaperModel.Written(this, LetterPapers.Of(one, issuer), "docx", Path.GetFileNameWithoutExtension(LetterPapers.FileName(one))),
            _ => File(await LetterPapers.Zip(letters, issuer), Archive.ContentType, "Письма.zip"),
        };
    }
}
