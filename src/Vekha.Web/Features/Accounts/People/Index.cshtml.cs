using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Accounts.People;

[Authorize(Policy = AccountsFeature.ManagePeople)]
public sealed class IndexModel(VekhaDb db, CurrentPerson me, PageDay day) : PageModel
{
    private const int PageSize = 50;
    private Dictionary<Guid, Account> accounts = [];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<Person> People { get; private set; } = [];

    /// <summary>May say to whom the second factor is obligatory.</summary>
    public bool IsWhole { get; private set; }

    public async Task OnGet()
    {
        IsWhole = await db.KeepsWhole(me);
        var reach = await me.ReachAs(Role.Administrator);
        var found = db.People.AsNoTracking().Where(p => reach.Contains(p.UnitId));
        if (!string.IsNullOrWhiteSpace(Q))
            found = found.Named(Q);
        Pages = (await found.CountAsync() + PageSize - 1) / PageSize;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        People = await found.Include(p => p.Unit).Include(p => p.Roles).OrderBy(p => p.FullName).ThenBy(p => p.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync();
        var shown = People.Select(p => p.Id).ToList();
        accounts = await db.Accounts.AsNoTracking().Where(a => shown.Contains(a.PersonId)).ToDictionaryAsync(a => a.PersonId);
    }

    public string AccountOf(Person person) => accounts.GetValueOrDefault(person.Id) switch
    {
        null => "нет",
        { DisabledAt: { } since } => "отключена " + Ru.Digits(DateOnly.FromDateTime(day.Local(since))),
        { LastSignInAt: { } last } => "вход " + Ru.Digits(DateOnly.FromDateTime(day.Local(last))),
        _ => "ещё не входил",
    };
}
