using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Reminders;

/// <summary>What a calendar shows: no more than its owner may see on the day it is read, whatever the owner could see when it was made.</summary>
public sealed class FeedReader(VekhaDb db, PlanAccess access, TimeProvider time)
{
    private const int Most = 5000;

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

    /// <summary>The names of all calendars of an owner, in three queries; one that may not be read any more is missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesOf(Person owner, IReadOnlyList<CalendarFeed> feeds, IQueryable<Plan> seen)
    {
        Guid[] Of(FeedScope scope) => [.. feeds.Where(f => f.Scope == scope).Select(f => f.ScopeId)];
        var (unitIds, planIds, programmes) = (Of(FeedScope.Unit), Of(FeedScope.Plan), db.Programmes);
        var reach = await access.As(owner.Id).Units();
        var units = await db.Organisations.Where(o => unitIds.Contains(o.Id) && reach.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => $"Сроки: {o.ShortName}");
        var plans = await seen.Where(p => p.IsApproved && planIds.Contains(p.Id)).Join(programmes, p => p.ProgrammeId, p => p.Id, (plan, programme) => new { plan.Id, programme.Name }).ToDictionaryAsync(p => p.Id, p => p.Name);
        string? Name(CalendarFeed feed) => feed.Scope == FeedScope.Person ? $"Мои сроки, {owner.ShortName}" : units.GetValueOrDefault(feed.ScopeId) ?? plans.GetValueOrDefault(feed.ScopeId);
        return feeds.Where(f => Name(f) is not null).ToDictionary(f => f.Id, f => Name(f)!);
    }

    private static string Done(AssignmentPhase phase) => phase switch
    {
        AssignmentPhase.Accepted => "Исполнено: ",
        AssignmentPhase.Submitted => "На проверке: ",
        AssignmentPhase.Cancelled or AssignmentPhase.Released => "Снято: ",
        _ => "",
    };

    /// <summary>The calendar follows the rules of the desk: what one may not open there does not stand here.</summary>
    private async Task<(string Name, IQueryable<Assignment> Assignments)?> Allowed(Guid owner, FeedScope scope, Guid id)
    {
        // Somebody who has left reads nothing more, however secret the address.
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == owner);
        if (person is null || await db.Accounts.AnyAsync(a => a.PersonId == owner && a.DisabledAt != null)) return null;
        var seen = access.As(owner);
        switch (scope)
        {
            case FeedScope.Person when id == owner:
                return ($"Мои сроки, {person.ShortName}", await seen.Mine());
            case FeedScope.Unit when await (await seen.Units()).AnyAsync(u => u == id):
                var (units, open) = (db.UnitsUnder(id), await seen.Assignments());
                return ($"Сроки: {(await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == id)).ShortName}", open.Where(a => a.OrganisationId != null && units.Contains(a.OrganisationId.Value)));
            case FeedScope.Plan:
                var programmes = db.Programmes;
                var name = await (await seen.Plans()).Where(p => p.Id == id && p.IsApproved).Join(programmes, p => p.ProgrammeId, p => p.Id, (plan, programme) => programme.Name).SingleOrDefaultAsync();
                // What a unit has handed down inside itself is no part of the plan that all see.
                return name is null ? null : (name, db.Assignments.Where(a => a.PlanId == id && a.Answers && a.InnerUnitId == null));
            default:
                return null;
        }
    }
}
