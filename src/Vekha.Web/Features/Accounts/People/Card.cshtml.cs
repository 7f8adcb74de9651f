using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts.People;

/// <summary>A person's card: roles, account, what was done with them. Somebody of another organisation does not exist here.</summary>
[Authorize(Policy = AccountsFeature.ManagePeople)]
public sealed partial class CardModel(VekhaDb db, CurrentPerson me, UserManager<Account> accounts, Journal journal, Saying say, TimeProvider time, UnitClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The link of an invitation made a moment ago, shown once.</summary>
    [TempData]
    public string? Link { get; set; }

    public Person Person { get; private set; } = null!;

    public Account? Account { get; private set; }

    public IReadOnlyList<JournalEntry> Log { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IEnumerable<RoleHolding> Roles => Person.Roles.Where(r => r.RevokedAt is null).OrderBy(r => r.Role);

    public IEnumerable<SelectListItem> RoleChoices => Enum.GetValues<Role>().Select(r => new SelectListItem(r.Word(), r.ToString()));

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        var reach = await me.ReachAs(Role.Administrator);
        Units = [.. (await OrganisationTree.Load(db, reach)).Choices()];
        await LoadAway();
        Log = await db.Journal.Where(e => e.Subject == "person" && e.SubjectId == Id).OrderByDescending(e => e.Id).Take(30).ToListAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostGrant(Role role, Guid unit)
    {
        if (!await Load() || !await me.Reaches(unit, Role.Administrator)) return NotFound();
        Person.Grant(role, unit, time.GetUtcNow());
        return await Keep("роль дана", new { Role = role, Unit = unit }, $"Роль «{role.Word()}» дана.");
    }

    public async Task<IActionResult> OnPostRevoke(Guid holding)
    {
        if (!await Load()) return NotFound();
        Person.Revoke(holding, time.GetUtcNow());
        return await Keep("роль снята", new { Holding = holding }, "Роль снята.");
    }

    public async Task<IActionResult> OnPostInvite(string? login)
    {
        if (!await Load()) return NotFound();
        if (string.IsNullOrWhiteSpace(login)) throw new Refusal("Приглашение не создано", "Нет логина", "Придумайте логин или возьмите рабочую почту");
        var name = accounts.NormalizeName(login.Trim());
        if (await db.Accounts.AnyAsync(a => a.NormalizedLogin == name && a.PersonId != Id))
            throw new Refusal("Приглашение не создано", $"Логин «{login.Trim()}» занят", "Придумайте другой");
        var (invitation, token) = Invitation.Send(Person, login, time.GetUtcNow());
        db.Add(invitation);
        Link = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/invitation/{token}";
        return await Keep("приглашение создано", new { Login = login.Trim() }, "Приглашение создано.");
    }

    public async Task<IActionResult> OnPostDisable()
    {
        if (!await Load() || Account is null) return NotFound();
        if (Id == (await me.Get()).Id) throw new Refusal("Учётная запись не отключена", "Она ваша", "Попросите другого администратора");
        if (Account.DisabledAt is null) Account.Disable(time.GetUtcNow());
        else Account.Enable();
        return Account.DisabledAt is null ? await Keep("учётная запись включена", null, "Учётная запись включена.") : await Keep("учётная запись отключена", null, "Учётная запись отключена.");
    }

    private async Task<IActionResult> Keep(string verb, object? after, string sentence)
    {
        journal.Write(verb, "person", Id, after: after);
        await db.SaveChangesAsync();
        say.Done(sentence);
        return Redirect($"/desk/accounts/people/card/{Id}");
    }

    private async Task<bool> Load()
    {
        var reach = await me.ReachAs(Role.Administrator);
        var found = await db.People.Include(p => p.Unit).Include(p => p.Roles).ThenInclude(r => r.Unit).SingleOrDefaultAsync(p => p.Id == Id && reach.Contains(p.UnitId));
        if (found is null) return false;
        Person = found;
        Account = await db.Accounts.SingleOrDefaultAsync(a => a.PersonId == Id);
        Today = await clock.Today(Person.UnitId);
        return true;
    }
}
