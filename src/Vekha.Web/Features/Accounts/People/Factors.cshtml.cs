using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts.People;

/// <summary>«Кому обязателен второй фактор»: by roles, for the whole installation; only an administrator of a whole organisation decides it.</summary>
[Authorize(Policy = AccountsFeature.ManagePeople)]
public sealed class FactorsModel(VekhaDb db, CurrentPerson me, Journal journal, Actor actor, Saying say, TimeProvider time) : PageModel
{
    public IReadOnlySet<Role> Asked { get; private set; } = new HashSet<Role>();

    /// <summary>How many hold a role, and how many of them have switched it on.</summary>
    public IReadOnlyDictionary<Role, (int All, int With)> Counts { get; private set; } = new Dictionary<Role, (int, int)>();

    public async Task<IActionResult> OnGet()
    {
        if (!await db.KeepsWhole(me)) return NotFound();
        Asked = (await db.FactorRules.AsNoTracking().Select(r => r.Role).ToListAsync()).ToHashSet();
        var accounts = db.Accounts.Where(a => a.DisabledAt == null);
        var held = await db.Set<RoleHolding>().Where(r => r.RevokedAt == null).Join(accounts, r => r.PersonId, a => a.PersonId, (r, a) => new { r.Role, r.PersonId, Has = a.FactorSince != null }).Distinct().ToListAsync();
        Counts = held.GroupBy(h => h.Role).ToDictionary(g => g.Key, g => (g.Count(), g.Count(h => h.Has)));
        return Page();
    }

    public async Task<IActionResult> OnPost(Role[] roles)
    {
        if (!await db.KeepsWhole(me)) return NotFound();
        var rules = await db.FactorRules.ToListAsync();
        db.RemoveRange(rules.Where(r => !roles.Contains(r.Role)));
        db.AddRange(roles.Distinct().Where(r => rules.TrueForAll(x => x.Role != r)).Select(r => new FactorRule(r, actor.Name, time.GetUtcNow())));
        journal.Write("изменено, кому обязателен второй фактор", "person", actor.PersonId!.Value, before: rules.Select(r => r.Role), after: roles);
        await db.SaveChangesAsync();
        say.Done(roles.Length == 0 ? "Второй фактор никому не обязателен: каждый включает его сам." : "Сохранено. У кого второго фактора нет, тот настроит его при следующем открытии страницы.");
        return Redirect("/desk/accounts/people/factors");
    }
}
