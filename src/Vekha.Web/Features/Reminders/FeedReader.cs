using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Reminders;

/// <summary>What a calendar shows: no more than its owner may see on the day it is read, whatever the owner could see when it was made.</summary>
public sealed class FeedReader(VekhaDb db, TimeProvider time)
{
    private const int Most = 5000;

    private static readonly Role[] Keepers = PlanAccess.Keepers;

    /// <summary>The calendar's name, zone and days; <c>null</c> when its owner may not see it (any more).</summary>
    public async Task<(string Name, string Zone, IReadOnlyList<CalendarEvent> Days)?> Read(CalendarFeed feed, string site)
    {
        if (await Allowed(feed.OwnerId, feed.Scope, feed.ScopeId) is not { } allowed) return null;
        var since = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddYears(-1);
        var examples = db.Programmes.Where(p => p.ShownOn != null).Select(p => p.Id);
        var (measures, programmes) = (db.Measures, db.Programmes);
        // An example lives in its own past: it would otherwise be an empty calendar.
        var rows = await (from a in allowed.Assignments
                          where a.Control != null && (a.Control >= since || examples.Contains(a.ProgrammeId))
                          join m in measures on a.MeasureId equals m.Id
                          join p in programmes on a.ProgrammeId equals p.Id
                          orderby a.Control, a.Id
                          select new { a.Id, a.Version, Day = a.Control!.Value, a.Phase, a.Kind, a.Occurrence, a.Why, a.ExecutorName, m.Code, m.Title, m.DeadlineText, p.Name, p.Policy }).AsNoTracking().Take(Most).ToListAsync();
        var days = rows.Select(r => new CalendarEvent(r.Id, r.Version, r.Day,
            Done(r.Phase) + $"{r.Code} {r.Title}" + (r.Occurrence is null ? "" : $", {r.Occurrence}"),
            string.Join("\n", new[] { r.Name, r.DeadlineText is { Length: > 0 } words ? $"Срок: «{words}»" + (r.Why.Length > 0 ? $"; {r.Why}" : "") : r.Why, r.ExecutorName.Length > 0 ? $"Исполнитель: {r.ExecutorName}" : "" }.Where(l => l.Length > 0)),
            r.Name, $"{site}/desk/control/assignment/{r.Id}", r.Phase is AssignmentPhase.Cancelled or AssignmentPhase.Released));
        return (allowed.Name, rows.Count > 0 ? rows[0].Policy.TimeZoneId : "Europe/Moscow", [.. days]);
    }

    /// <summary>Whether somebody may open such a calendar, and what it is called.</summary>
    public async Task<string?> NameOf(Guid owner, FeedScope scope, Guid id) => (await Allowed(owner, scope, id))?.Name;

    private static string Done(AssignmentPhase phase) => phase switch
    {
        AssignmentPhase.Accepted => "Исполнено: ",
        AssignmentPhase.Submitted => "На проверке: ",
        AssignmentPhase.Cancelled or AssignmentPhase.Released => "Снято: ",
        _ => "",
    };

    private async Task<(string Name, IQueryable<Assignment> Assignments)?> Allowed(Guid owner, FeedScope scope, Guid id)
    {
        // Somebody who has left reads nothing more, however secret the address.
        var person = await db.People.AsNoTracking().Include(p => p.Roles).SingleOrDefaultAsync(p => p.Id == owner);
        if (person is null || await db.Accounts.AnyAsync(a => a.PersonId == owner && a.DisabledAt != null)) return null;
        var below = (await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.ParentId, o.ShortName }).ToListAsync());
        var children = below.ToLookup(o => o.ParentId, o => o.Id);
        HashSet<Guid> Reach(IEnumerable<Guid> units) => [.. units.SelectMany(u => Under(u, children))];
        IEnumerable<Guid> Held(params Role[] roles) => person.Roles.Where(r => r.RevokedAt is null && roles.Contains(r.Role)).Select(r => r.UnitId);
        var (mine, kept) = (Reach(Held(Role.Executor)), Reach(Held(Keepers)));
        switch (scope)
        {
            case FeedScope.Person when id == owner:
                return ($"Мои сроки, {person.ShortName}", db.Assignments.Where(a => a.PersonId == owner || (a.OrganisationId != null && mine.Contains(a.OrganisationId.Value))));
            case FeedScope.Unit when mine.Contains(id) || kept.Contains(id):
                var units = Reach([id]);
                return ($"Сроки: {below.Find(o => o.Id == id)?.ShortName}", db.Assignments.Where(a => a.OrganisationId != null && units.Contains(a.OrganisationId.Value)));
            case FeedScope.Plan:
                var seen = Reach(Held([.. Keepers, Role.Guest]));
                var plan = await db.Plans.AsNoTracking().Where(p => p.Id == id).Select(p => new { p.Id, p.ProgrammeId, p.IsApproved }).SingleOrDefaultAsync();
                var programme = plan is { IsApproved: true } ? await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId) : null;
                if (programme is null || !(seen.Contains(programme.OrganisationId)
                    || await db.Assignments.AnyAsync(a => a.PlanId == id && (a.PersonId == owner || (a.OrganisationId != null && mine.Contains(a.OrganisationId.Value)))))) return null;
                return (programme.Name, db.Assignments.Where(a => a.PlanId == id && a.Answers));
            default:
                return null;
        }
    }

    private static IEnumerable<Guid> Under(Guid unit, ILookup<Guid?, Guid> children) => children[unit].SelectMany(c => Under(c, children)).Prepend(unit);
}
