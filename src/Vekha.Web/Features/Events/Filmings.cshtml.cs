using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>«График съёмок» of a programme in Excel; who is filmed only in what one runs.</summary>
public sealed class FilmingsModel(VekhaDb db, EventAccess access, PageDay day) : PageModel
{
    public async Task<IActionResult> OnGet(Guid id)
    {
        if ((await access.Programmes()).FirstOrDefault(p => p.Id == id) is not { } programme) return NotFound();
        var (own, all) = (await access.OwnUnits(), await access.MayKeep(id));
        var (units, bookings, resources) = (db.Organisations, db.EventBookings, db.EventResources);
        var rows = await db.Events.AsNoTracking().Where(e => e.ProgrammeId == id && e.Kind == EventWords.Filming && (all || own.Contains(e.UnitId))).OrderBy(e => e.StartsAt)
            .Select(e => new { Event = e, Unit = units.Where(u => u.Id == e.UnitId).Select(u => u.ShortName).First() }).ToListAsync();
        Guid[] ids = [.. rows.Select(r => r.Event.Id)];
        var crews = (await bookings.Where(b => ids.Contains(b.EventId)).Join(resources.Where(r => r.Kind == ResourceKind.Crew), b => b.ResourceId, r => r.Id, (b, r) => new { b.EventId, r.Name }).ToListAsync()).ToLookup(c => c.EventId, c => c.Name);
        var paper = EventPapers.Filmings(programme, [.. rows.Select(r => (r.Event, r.Unit, crews[r.Event.Id].Any() ? string.Join(", ", crews[r.Event.Id]) : "не назначена"))], day.Of(programme.ShownOn));
        return PaperModel.Written(this, paper, "xlsx", "График съёмок");
    }
}
