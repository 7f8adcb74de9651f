using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;

namespace Vekha.Web.Features.Media;

/// <summary>«Пресс-релиз» or «пост-релиз» as Word.</summary>
public sealed class PaperModel(VekhaDb db, MediaAccess access, PublicationDesk desk, EventAccess events) : PageModel
{
    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await desk.Find(id) is not { Last: { } text } open) return NotFound();
        var issuer = await db.Organisations.AsNoTracking().Where(o => o.Id == (open.Publication.UnitId ?? open.Plan.UnitId)).Select(o => o.Name).SingleAsync();
        var isPost = open.Publication.Format == PublicationFormat.PostRelease;
        var lines = isPost ? await (await access.Publications()).AsNoTracking().Where(p => p.TaskId == open.Publication.TaskId && p.State != PublicationState.Dropped).OrderBy(p => p.OutOn).Lines(db).ToListAsync() : [];
        var task = lines.Select(l => l.Id).ToArray();
        var photos = isPost ? await db.PublicationFiles.AsNoTracking().Where(f => task.Contains(f.PublicationId)).OrderBy(f => f.At).ThenBy(f => f.Name).Select(f => f.Name).ToListAsync() : [];
        var happening = open.Publication.EventId is { } about ? await events.Find(about) : null;
        var paper = isPost ? ReleasePaper.Post(open, text, issuer, happening, lines, photos) : ReleasePaper.Press(open, text, issuer);
        var content = new MemoryStream();
        WordPaper.Write(paper, content);
        return File(content.ToArray(), WordPaper.ContentType, $"{(isPost ? "Пост-релиз" : "Пресс-релиз")}.docx");
    }
}
