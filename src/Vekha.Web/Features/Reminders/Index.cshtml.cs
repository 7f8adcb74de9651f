using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Reminders;

/// <summary>«Уведомления»: what I was told, the latest day first.</summary>
public sealed class IndexModel(VekhaDb db, NormSheets sheets, Actor actor, Saying say, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<NoticeLine> Lines { get; private set; } = [];
    public int Unread { get; private set; }
    public int All { get; private set; }
    public int Pages { get; private set; } = 1;

    public IEnumerable<IGrouping<DateOnly, NoticeLine>> Days => Lines.GroupBy(l => l.Day);

    public async Task OnGet()
    {
        Unread = await Mine().CountAsync(n => n.ReadAt == null);
        All = await Mine().CountAsync();
        var shown = State == "all" ? Mine() : Mine().Where(n => n.ReadAt == null);
        Pages = Math.Max(1, ((State == "all" ? All : Unread) + PageSize - 1) / PageSize);
        // The fifty are chosen first, the longest overdue of a day before the rest, and only they are joined with their words.
        var ids = await shown.OrderByDescending(n => n.Day).ThenBy(n => n.Control == null).ThenBy(n => n.Control).ThenBy(n => n.Id)
            .Skip((Math.Max(1, Number) - 1) * PageSize).Take(PageSize).Select(n => n.Id).ToListAsync();
        var lines = await NoticeLine.Of(db, db.Notices.Where(n => ids.Contains(n.Id))).AsNoTracking().ToDictionaryAsync(l => l.Id);
        var filled = await Filled([.. lines.Values.Where(l => l.Cause.IsNorm()).Select(l => l.SubjectId).Distinct()]);
        Lines = [.. ids.Select(i => filled.Contains(lines[i].SubjectId) ? lines[i] with { IsFilled = true } : lines[i]).OrderByDescending(l => l.Day).ThenBy(l => l.Cause)];
    }

    /// <summary>Norms that nobody lacks any more: what was said about them is past.</summary>
    private async Task<HashSet<Guid>> Filled(Guid[] ids)
    {
        HashSet<Guid> filled = [];
        if (ids.Length == 0) return filled;
        foreach (var norms in (await db.Norms.AsNoTracking().Where(n => ids.Contains(n.Id)).ToListAsync()).GroupBy(n => n.ProgrammeId))
        {
            var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == norms.Key);
            var today = programme.Today(time.GetUtcNow());
            filled.UnionWith((await sheets.Of(programme, [.. norms], today, today)).Where(s => s.State == NormState.Met || s.Norm.Phase != NormPhase.Confirmed).Select(s => s.Norm.Id));
        }
        return filled;
    }

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (await Mine().SingleOrDefaultAsync(n => n.Id == id) is not { } notice) return NotFound();
        notice.Read(time.GetUtcNow());
        await db.SaveChangesAsync();
        return Redirect("/desk/reminders" + Request.QueryString);
    }

    /// <param name="upTo">The last moment the person has seen: what came later stays unread.</param>
    public async Task<IActionResult> OnPostAll(DateTimeOffset upTo)
    {
        var now = time.GetUtcNow();
        var count = await Mine().Where(n => n.ReadAt == null && n.At <= upTo).ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now));
        if (count > 0) say.Done("Все уведомления отмечены прочитанными. Они остались в списке «Все».");
        return Redirect("/desk/reminders");
    }

    public DateTimeOffset Now => time.GetUtcNow();

    private IQueryable<Notice> Mine() => db.Notices.Where(n => n.PersonId == actor.PersonId);
}
