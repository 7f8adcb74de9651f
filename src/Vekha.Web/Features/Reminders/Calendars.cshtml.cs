using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Reminders;

/// <summary>A calendar of mine as the list shows it; without a name its owner may not read it any more.</summary>
public sealed record FeedRow(CalendarFeed Feed, string? Name);

/// <summary>«Календари по ссылке»: made, revoked, made anew; the address is shown once.</summary>
public sealed class CalendarsModel(VekhaDb db, CurrentPerson me, PlanAccess access, FeedReader reader, Journal journal, Saying say, TimeProvider time) : PageModel
{
    /// <summary>The address made a moment ago.</summary>
    [TempData]
    public string? Link { get; set; }

    public IReadOnlyList<FeedRow> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task OnGet()
    {
        var person = await me.Get();
        var feeds = await Mine(person.Id).AsNoTracking().OrderBy(f => f.Scope).ThenBy(f => f.Id).ToListAsync();
        var names = await reader.NamesOf(person, feeds, await access.Plans());
        Rows = [.. feeds.Select(f => new FeedRow(f, names.GetValueOrDefault(f.Id)))];
        var held = person.Roles.Where(r => r.RevokedAt is null && r.Role is not Role.Guest).Select(r => r.UnitId).Concat(await me.HeadedBy([person.Id])).Distinct().ToArray();
        var units = (await access.Units()).Where(u => held.Contains(u));
        var plans = (await access.Plans()).Where(p => p.IsApproved).OrderBy(p => p.Title).Take(100);
        var programmes = db.Programmes;
        Choices =
        [
            new("Мои поручения", $"{FeedScope.Person}:{person.Id}"),
            .. (await db.Organisations.Where(o => units.Contains(o.Id)).OrderBy(o => o.Name).Select(o => new { o.Id, o.ShortName }).ToListAsync()).Select(o => new SelectListItem($"Подразделение: {o.ShortName}", $"{FeedScope.Unit}:{o.Id}")),
            .. (await plans.Join(programmes, p => p.ProgrammeId, p => p.Id, (plan, programme) => new { plan.Id, programme.Name }).ToListAsync()).Select(p => new SelectListItem($"План: {p.Name}", $"{FeedScope.Plan}:{p.Id}")),
        ];
    }

    public async Task<IActionResult> OnPost(string? what)
    {
        var person = (await me.Get()).Id;
        if (what?.Split(':') is not [var kind, var key] || !Enum.TryParse<FeedScope>(kind, out var scope) || !Guid.TryParse(key, out var id) || await reader.NameOf(person, scope, id) is null) return NotFound();
        var now = time.GetUtcNow();
        if (await Mine(person).SingleOrDefaultAsync(f => f.Scope == scope && f.ScopeId == id) is { } old)
        {
            if (old.RevokedAt is null) throw new Refusal("Календарь не создан", "Он у вас уже есть", "Адрес потерян? Сделайте новый, прежний перестанет отвечать");
            return await Show(old, old.Renew(now), "календарь открыт снова");
        }
        var (feed, secret) = CalendarFeed.Open(person, scope, id, now);
        db.Add(feed);
        return await Show(feed, secret, "календарь создан");
    }

    public async Task<IActionResult> OnPostRenew(Guid id)
    {
        if (await Find(id) is not { } feed || await reader.NameOf(feed.OwnerId, feed.Scope, feed.ScopeId) is null) return NotFound();
        return await Show(feed, feed.Renew(time.GetUtcNow()), "адрес календаря сменён");
    }

    public async Task<IActionResult> OnPostRevoke(Guid id)
    {
        if (await Find(id) is not { } feed) return NotFound();
        feed.Revoke(time.GetUtcNow());
        journal.Write("календарь отозван", "calendar", feed.Id);
        await db.SaveChangesAsync();
        say.Done("Календарь отозван: по его адресу больше ничего не видно.");
        return Redirect("/desk/reminders/calendars");
    }

    private async Task<IActionResult> Show(CalendarFeed feed, string secret, string verb)
    {
        journal.Write(verb, "calendar", feed.Id, after: new { feed.Scope, feed.ScopeId });
        await db.SaveChangesAsync();
        Link = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/calendar/{secret}.ics";
        return Redirect("/desk/reminders/calendars");
    }

    private IQueryable<CalendarFeed> Mine(Guid person) => db.CalendarFeeds.Where(f => f.OwnerId == person);

    private async Task<CalendarFeed?> Find(Guid id)
    {
        var person = (await me.Get()).Id;
        return await Mine(person).SingleOrDefaultAsync(f => f.Id == id);
    }
}
