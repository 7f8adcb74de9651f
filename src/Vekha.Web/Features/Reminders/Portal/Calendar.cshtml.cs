using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Reminders.Portal;

/// <summary>A calendar by its secret address, for programs that cannot sign in. A revoked or unknown address is 404, one like the other.</summary>
public sealed class CalendarModel(VekhaDb db, FeedReader reader, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGet(string secret)
    {
        var hash = CalendarFeed.HashOf(secret);
        if (await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(f => f.SecretHash == hash && f.RevokedAt == null) is not { } feed) return NotFound();
        if (await reader.Read(feed, $"{Request.Scheme}://{Request.Host}{Request.PathBase}") is not var (name, zone, days)) return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(Encoding.UTF8.GetBytes(new CalendarFile(name, zone, time.GetUtcNow()).Write(days)), "text/calendar; charset=utf-8", "vekha.ics");
    }
}
