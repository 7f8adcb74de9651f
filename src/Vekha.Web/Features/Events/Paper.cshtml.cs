using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>Papers of one event as files: <c>programme</c>, <c>route</c>, and for those who run it <c>people</c> and <c>invited</c>.</summary>
public sealed class PaperModel(VekhaDb db, EventAccess access, EventCards cards, ReadingLog readings) : PageModel
{
    public async Task<IActionResult> OnGet(Guid id, string kind = "programme", string format = "docx")
    {
        if (format is not ("docx" or "xlsx") || await access.Find(id) is not { } e) return NotFound();
        var programme = await access.ProgrammeOf(e.ProgrammeId);
        switch (kind)
        {
            case "programme":
                var items = await db.EventItems.AsNoTracking().Where(i => i.EventId == id).OrderBy(i => i.Position).ToListAsync();
                var unit = await db.Organisations.Where(o => o.Id == e.UnitId).Select(o => o.Name).SingleAsync();
                return Written(this, EventPapers.ProgrammeOf(e, items, unit, programme), format, $"Программа, {e.Kind} {Ru.Digits(e.Day)}");
            case "route" when await cards.Of(id) is { Count: > 0 } stops:
                var (plan, holder) = (await db.EventItems.AsNoTracking().Where(i => i.EventId == id).OrderBy(i => i.Position).ToListAsync(), await db.Organisations.Where(o => o.Id == e.UnitId).Select(o => o.Name).SingleAsync());
                return Written(this, EventPapers.Route(e, stops, plan, holder, programme), format, $"Программа маршрута, {e.Kind} {Ru.Digits(e.Day)}");
            case "invited" when await access.MayRun(e):
                var letters = await db.EventLetters.AsNoTracking().Where(l => l.EventId == id).OrderBy(l => l.Position).ToListAsync();
                return Written(this, EventPapers.Invited(e, letters, programme), format, $"Приглашённые, {e.Kind} {Ru.Digits(e.Day)}");
            case "people" when await access.MayRun(e):
                var people = await db.Registrations.AsNoTracking().Where(r => r.EventId == id && r.State != RegistrationState.Left).OrderBy(r => r.Turn).ToListAsync();
                readings.Note(e.ProgrammeId, null, "выгружен список участников события", link: $"/desk/events/participants/{id}");
                await db.SaveChangesAsync();
                return Written(this, EventPapers.People(e, programme, people), format, $"Участники, {e.Kind} {Ru.Digits(e.Day)}");
            default:
                return NotFound();
        }
    }

    internal static FileResult Written(PageModel page, Paper paper, string format, string name)
    {
        var content = new MemoryStream();
        if (format == "xlsx") ExcelPaper.Write(paper, content);
        else WordPaper.Write(paper, content);
        return page.File(content.ToArray(), format == "xlsx" ? ExcelPaper.ContentType : WordPaper.ContentType, $"{name}.{format}");
    }
}
