using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Sites;

/// <summary>An invitation with what it is about, as the invited person sees it.</summary>
public sealed record SiteQuestion(SiteInvitation Invitation, Site Site, Programme Programme, string Owner);

/// <summary>«Ответ на приглашение»: who agrees answers for the site from that day, its open work becomes his.</summary>
public sealed class SiteAnswers(VekhaDb db, UserManager<Account> accounts, Journal journal, TimeProvider time)
{
    /// <summary>The invitation of a link; <c>null</c> for a link that is nobody's or was replaced by a later one.</summary>
    public async Task<SiteQuestion?> Find(string token)
    {
        var hash = Accounts.Invitation.HashOf(token);
        var sites = db.Sites;
        var id = await sites.Where(s => s.Invitations.Any(i => i.TokenHash == hash)).Select(s => (Guid?)s.Id).SingleOrDefaultAsync();
        if (id is null) return null;
        var site = await sites.Include(s => s.Unit).Include(s => s.Invitations).ThenInclude(i => i.Person!).ThenInclude(p => p.Roles).AsSplitQuery().SingleAsync(s => s.Id == id);
        if (site.Invitation is not { } last || last.TokenHash != hash) return null;
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == site.ProgrammeId);
        return new(last, site, programme, await db.Organisations.Where(o => o.Id == programme.OrganisationId).Select(o => o.Name).SingleAsync());
    }

    /// <returns>Where the person goes next: to a password, where there is no account yet.</returns>
    public async Task<string> Accept(SiteQuestion question)
    {
        var (invitation, site, programme, now) = (question.Invitation, question.Site, question.Programme, time.GetUtcNow());
        var (person, today) = (invitation.Person!, programme.Today(now));
        invitation.Accept(now);
        await Replace(site, person, now);
        if (!person.Roles.Any(r => r.Role == Role.Executor && r.UnitId == site.UnitId && r.RevokedAt is null)) person.Grant(Role.Executor, site.UnitId, now);
        var posts = await db.Headships.Where(h => h.UnitId == site.UnitId).ToListAsync();
        if (!posts.Any(h => h.PersonId == person.Id && h.Lasts(today)))
        {
            // Another who was appointed the same day steps down at once.
            foreach (var same in posts.Where(h => !h.IsDeputy && h.Until is null && h.From >= today).ToList())
            {
                db.Remove(same);
                posts.Remove(same);
            }
            db.Add(Headship.Appoint(site.UnitId, person, SiteInviting.Post, isDeputy: false, today, posts));
        }
        await TakeOver(site, person);
        journal.Write("приглашение принято", "site", site.Id, after: new { Площадка = site.Name, Координатор = person.FullName });
        if (await db.Accounts.AnyAsync(a => a.PersonId == person.Id)) return "/desk";
        var (password, token) = Accounts.Invitation.Send(person, await FreeLogin(invitation.Address), now);
        db.Add(password);
        return $"/invitation/{token}";
    }

    public void Decline(SiteQuestion question, string? reason)
    {
        question.Invitation.Decline(reason, time.GetUtcNow());
        journal.Write("от приглашения отказались", "site", question.Site.Id, reason, after: new { Площадка = question.Site.Name, Координатор = question.Invitation.Person!.FullName });
    }

    /// <summary>Who coordinated before holds the site no more.</summary>
    private async Task Replace(Site site, Person person, DateTimeOffset now)
    {
        var before = site.Invitations.Where(i => i.IsAccepted == true && i.PersonId != person.Id).Select(i => i.PersonId).Distinct().ToArray();
        foreach (var former in await db.People.Include(p => p.Roles).Where(p => before.Contains(p.Id)).ToListAsync())
            foreach (var role in former.Roles.Where(r => r.UnitId == site.UnitId && r.RevokedAt is null).ToList()) former.Revoke(role.Id, now);
        var left = before.Select(b => (Guid?)b).ToArray();
        foreach (var open in await Open(site).Where(a => left.Contains(a.PersonId)).ToListAsync()) open.HandTo(site.UnitId, null);
    }

    private async Task TakeOver(Site site, Person person)
    {
        foreach (var open in await Open(site).Where(a => a.PersonId == null).ToListAsync()) open.HandTo(site.UnitId, person.Id);
        // Those let go a moment ago are in this context and not yet in the database.
        foreach (var free in db.ChangeTracker.Entries<Assignment>().Select(e => e.Entity).Where(a => a.OrganisationId == site.UnitId && a.PersonId is null)) free.HandTo(site.UnitId, person.Id);
    }

    private IQueryable<Assignment> Open(Site site) => db.Assignments.Where(a => a.ProgrammeId == site.ProgrammeId && a.OrganisationId == site.UnitId
        && (a.Phase == AssignmentPhase.Open || a.Phase == AssignmentPhase.Returned || a.Phase == AssignmentPhase.Submitted));

    /// <summary>The mailbox is the login; one that is taken by another person gets a number.</summary>
    private async Task<string> FreeLogin(string address)
    {
        var like = accounts.NormalizeName(address)!;
        var taken = (await db.Accounts.Where(a => a.NormalizedLogin.StartsWith(like)).Select(a => a.NormalizedLogin).ToListAsync()).ToHashSet();
        for (var n = 1; ; n++)
        {
            var login = n == 1 ? address : $"{address}-{n}";
            if (!taken.Contains(accounts.NormalizeName(login)!)) return login;
        }
    }
}
