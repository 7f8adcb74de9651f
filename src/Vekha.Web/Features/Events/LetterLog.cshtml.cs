using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>«Журнал рассылки» of a programme: all numbers of its years, those of events one runs.</summary>
public sealed class LetterLogModel(VekhaDb db, EventAccess access, PageDay day) : PageModel
{
    public async Task<IActionResult> OnGet(Guid id, string format = "xlsx")
    {
        if (format is not ("docx" or "xlsx") || (await access.Programmes()).FirstOrDefault(p => p.Id == id) is not { } programme) return NotFound();
        var (own, all) = (await access.OwnUnits(), await access.MayKeep(id));
        var rows = await db.EventLetters.AsNoTracking().Where(l => l.ProgrammeId == id && l.Number != null)
            .Join(db.Events.Where(e => all || own.Contains(e.UnitId)), l => l.EventId, e => e.Id, (l, e) => new { Letter = l, e.Title }).OrderBy(r => r.Letter.Year).ThenBy(r => r.Letter.Number).ToListAsync();
        if (rows.Count == 0) return NotFound();
        return PaperModel.Written(this, LetterPapers.Log(programme, [.. rows.Select(r => (r.Letter, r.Title))], day.Of(programme.ShownOn)), format, "Журнал рассылки");
    }
}
