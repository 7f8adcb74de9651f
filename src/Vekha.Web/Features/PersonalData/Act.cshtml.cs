using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>An act of destruction: the page, the paper, and the extract of the journal that is kept with it.</summary>
public sealed class ActModel(VekhaDb db, DataAccess access, PageDay day) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DestructionAct Act { get; private set; } = null!;
    public Plans.Programme Programme { get; private set; } = null!;

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnGetPaper()
    {
        if (!await Load()) return NotFound();
        using var content = new MemoryStream();
        WordPaper.Write(DestructionPaper.Act(Act, Programme.Name), content);
        return File(content.ToArray(), WordPaper.ContentType, $"Акт № {Act.Number} об уничтожении персональных данных.docx");
    }

    public async Task<IActionResult> OnGetJournal()
    {
        if (!await Load()) return NotFound();
        Guid[] ids = [.. Act.Lines.Select(l => l.SubjectId)];
        var acts = await db.Journal.Where(e => e.Subject == "data-subject" && ids.Contains(e.SubjectId)).ToListAsync();
        var read = await db.DataReadings.AsNoTracking().Where(r => r.SubjectId != null && ids.Contains(r.SubjectId.Value)).ToListAsync();
        var events = acts.Select(e => (e.At, e.SubjectId, e.PersonName, e.Verb, e.Ground))
            .Concat(read.Select(r => (r.At, SubjectId: r.SubjectId!.Value, PersonName: $"{r.PersonName}, {r.UnitName}", Verb: r.What, Ground: r.Why))).OrderBy(e => e.At);
        using var content = new MemoryStream();
        ExcelPaper.Write(DestructionPaper.Journal(Act, events.Select(e => (day.Local(e.At).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture), e.SubjectId, e.PersonName, e.Verb, e.Ground))), content);
        return File(content.ToArray(), ExcelPaper.ContentType, $"Выгрузка к акту № {Act.Number}.xlsx");
    }

    private async Task<bool> Load()
    {
        if (await db.DestructionActs.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id) is not { } act || await access.Kept(act.ProgrammeId) is not { } programme) return false;
        (Act, Programme) = (act, programme);
        return true;
    }
}
